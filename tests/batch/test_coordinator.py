from __future__ import annotations

import json
import os
import shutil
import signal
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from digitize.batch.manifest import faults
from digitize.formats import document as document_json
from tests.batch.conftest import Make, alive, children, kill, run, started, tree, until

TEN = [f"page-{number}.png" for number in range(10)]


def _failures(out: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (out / "failures.jsonl").read_text().splitlines()]


@pytest.mark.parametrize(
    ("order", "kind", "code"),
    [
        ("exit", "crash", 4),
        ("abort", "crash", 4),
        ("loop", "limit", 8),
        ("hang", "limit", 8),
        ("memory", "limit", 8),
        ("bug", "engine", 70),
    ],
)
def test_a_poison_page_costs_itself_alone(
    pages: Make, tmp_path: Path, order: str, kind: str, code: int
) -> None:
    """One page that hangs, swells or dies is a failure with its class; the others are read."""
    issue = pages("a.png", f"b.{order}.png", "c.png")
    done = run(issue, "-o", tmp_path / "out", "--page-timeout", 2, "--worker-memory", 400)
    assert done.returncode == 3, done.stderr
    (failed,) = _failures(tmp_path / "out")
    assert (failed["class"], failed["page"], failed["exit_code"]) == (kind, "p0002", code)
    document = json.loads((tmp_path / "out/issue/document.json").read_text())
    texts = [
        [line["words"][0]["text"] for region in page["regions"] for line in region["lines"]]
        for page in document["pages"]
    ]
    assert texts == [["a.png"], [], ["c.png"]]
    assert document["pages"][1]["number"] == 2
    assert document["pages"][1]["error"]


def test_a_page_that_floods_standard_output_does_no_harm(pages: Make, tmp_path: Path) -> None:
    """What a library prints never reaches the user's pipe."""
    done = run(pages("a.stdout.png"), "--to", "text")
    assert done.returncode == 0, done.stderr
    assert len(done.stdout) < 1000
    assert not list(tmp_path.glob("out*"))


@pytest.mark.parametrize("workers", [2, 5])
def test_the_bytes_are_the_same_for_any_number_of_workers(
    pages: Make, tmp_path: Path, workers: int
) -> None:
    """One worker and many write the same tree."""
    for number in range(4):
        pages(*TEN[:4], folder=f"in/issue-{number}")
    assert run(tmp_path / "in", "-o", tmp_path / "one", "--workers", 1).returncode == 0
    assert run(tmp_path / "in", "-o", tmp_path / "many", "--workers", workers).returncode == 0
    assert tree(tmp_path / "one") == tree(tmp_path / "many")


def test_a_run_that_was_killed_goes_on_to_the_same_bytes(pages: Make, tmp_path: Path) -> None:
    """Kill -9 in the middle, the same command again: the tree is that of a run left in peace."""
    issue, out = pages(*TEN), tmp_path / "out"
    assert run(issue, "-o", tmp_path / "calm").returncode == 0
    broken = started(issue, "-o", out)
    until(lambda: len(list(out.glob("issue/.pages/*.page"))) >= 3)
    kill(broken)
    before = {path: path.stat().st_mtime_ns for path in out.glob("issue/.pages/*.page")}
    assert not (out / "issue/manifest.json").exists() or before == {}
    assert run(issue, "-o", out).returncode == 0
    assert tree(tmp_path / "calm") == tree(out)
    assert [] == list(out.rglob("*.tmp"))


def test_a_finished_run_does_nothing_again(pages: Make, tmp_path: Path) -> None:
    """The same command over finished work writes no record anew."""
    issue, out = pages(*TEN[:3]), tmp_path / "out"
    run(issue, "-o", out)
    before = {path: path.stat().st_mtime_ns for path in out.glob("issue/*")}
    assert run(issue, "-o", out).returncode == 0
    assert before == {path: path.stat().st_mtime_ns for path in out.glob("issue/*")}


def test_a_changed_page_is_read_again(pages: Make, tmp_path: Path) -> None:
    """A scan that was replaced, though its name stayed, makes the issue anew."""
    issue, out = pages("a.png", "b.png"), tmp_path / "out"
    run(issue, "-o", out)
    before = json.loads((out / "issue/manifest.json").read_text())
    shutil.copy(issue / "b.png", issue / "a.png")
    assert run(issue, "-o", out).returncode == 0
    after = json.loads((out / "issue/manifest.json").read_text())
    assert before["inputs"][0] != after["inputs"][0] == after["inputs"][1] | {"name": "a.png"}


def test_a_lost_journal_costs_nothing_but_time(pages: Make, tmp_path: Path) -> None:
    """The records are the state: with the journal gone, or garbage, the tree stays the same."""
    issue, out = pages(*TEN[:3]), tmp_path / "out"
    run(issue, "-o", out)
    before = tree(out)
    for path in out.glob("journal*"):
        path.write_bytes(b"no database at all")
    assert run(issue, "-o", out).returncode == 0
    assert before == tree(out)


def test_failed_pages_wait_for_retry(pages: Make, tmp_path: Path) -> None:
    """A failure is not tried again unasked; with --retry only the failed page is."""
    issue, out = pages("a.png", "b.exit.png"), tmp_path / "out"
    assert run(issue, "-o", out).returncode == 3
    record = (out / "issue/.pages/p0001.page").stat().st_mtime_ns
    assert run(issue, "-o", out).returncode == 3
    assert _failures(out)[0]["attempts"] == 3
    assert run(issue, "-o", out, "--retry").returncode == 3
    assert record == (out / "issue/.pages/p0001.page").stat().st_mtime_ns


def test_a_killed_worker_loses_no_page(pages: Make, tmp_path: Path) -> None:
    """Workers killed from outside: the run finishes, no page is charged, the bytes are the same."""
    for number in range(10):
        pages(*TEN, folder=f"in/issue-{number}")
    assert run(tmp_path / "in", "-o", tmp_path / "calm").returncode == 0
    process = started(tmp_path / "in", "-o", tmp_path / "out", "--workers", 2)
    for count in (5, 30, 60):
        until(partial(_reached, tmp_path / "out", count))
        for pid in children(process.pid)[:1]:
            os.kill(pid, signal.SIGKILL)
    process.communicate()
    assert process.returncode == 0
    assert tree(tmp_path / "calm") == tree(tmp_path / "out")


def _reached(out: Path, pages: int) -> bool:
    return len([*out.rglob("*.page"), *(10 * [*out.rglob("manifest.json")])]) >= pages


def test_the_run_can_be_limited(pages: Make, tmp_path: Path) -> None:
    """--limit stops after so many pages and says how to go on; the next run goes on."""
    issue, out = pages(*TEN), tmp_path / "out"
    first = run(issue, "-o", out, "--limit", 4, "--workers", 3)
    assert b"4 pages read (--limit); run the same command again" in first.stderr
    assert len(list(out.glob("issue/.pages/*.page"))) == 4
    assert run(issue, "-o", out).returncode == 0
    assert (out / "issue/manifest.json").exists()


def test_many_failures_stop_the_run(pages: Make, tmp_path: Path) -> None:
    """--max-failures ends a run in which too much goes wrong, with exit 3."""
    issue = pages(*(f"{number}.bug.png" for number in range(6)))
    done = run(issue, "-o", tmp_path / "out", "--max-failures", 2, "--workers", 1)
    assert done.returncode == 3
    assert len(list((tmp_path / "out").glob("issue/.pages/*.page"))) == 2


def test_two_runs_do_not_share_a_folder(pages: Make, tmp_path: Path) -> None:
    """The second run ends at once with exit 9 and says who holds the folder."""
    issue, out = pages("a.hang.png"), tmp_path / "out"
    first = started(issue, "-o", out)
    until(lambda: (out / ".lock").exists() and (out / ".lock").read_text())
    second = run(issue, "-o", out)
    kill(first)
    assert second.returncode == 9
    assert f"pid {first.pid}".encode() in second.stderr


def test_an_interrupted_run_leaves_no_process_behind(pages: Make, tmp_path: Path) -> None:
    """Ctrl-C ends the run with 130, its workers with it; what was read is kept."""
    issue, out = pages("a.png", "b.hang.png"), tmp_path / "out"
    process = started(issue, "-o", out)
    until((out / "issue/.pages/p0001.page").exists)
    workers = children(process.pid)
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=60)
    assert process.returncode == 130
    assert [] == [pid for pid in workers if alive(pid)]
    assert (out / "issue/.pages/p0001.page").exists()


def test_workers_die_with_a_run_that_is_killed(pages: Make, tmp_path: Path) -> None:
    """SIGKILL of the parent alone: its workers are gone at once, killed by the kernel."""
    process = started(pages("a.hang.png"), "-o", tmp_path / "out")
    until(lambda: len(children(process.pid)) == 1)
    (worker,) = children(process.pid)
    until((tmp_path / "out/.lock").exists)
    process.kill()
    process.communicate()
    until(lambda: not alive(worker))


def test_a_folder_is_verified_to_the_bit(pages: Make, tmp_path: Path) -> None:
    """A flipped bit, a missing file and an extra one are each found and named."""
    run(pages("a.png"), "-o", tmp_path / "out")
    folder = tmp_path / "out/issue"
    assert [] == list(faults(folder))
    raw = bytearray((folder / "issue.md").read_bytes())
    raw[0] ^= 1
    (folder / "issue.md").write_bytes(raw)
    (folder / "issue.txt").unlink()
    (folder / "more.txt").write_text("x")
    assert ["issue.md", "issue.txt", "more.txt"] == sorted(name for name, _ in faults(folder))


def test_a_name_of_any_bytes_comes_back_byte_for_byte(pages: Make, tmp_path: Path) -> None:
    """A page whose name is not UTF-8 is read, one that fails is told, and both names are kept."""
    good, bad = b"gbk_\xc9\xea\xb1\xa8.png", b"latin_\xe9.exit.png"
    folder = pages(*map(os.fsdecode, (good, bad)))
    assert run(folder, "-o", tmp_path / "out", "--to", "pdf,document").returncode == 3
    document = document_json.read(tmp_path / "out/issue/document.json")
    assert [good, bad] == [os.fsencode(page.scan.file) for page in document.pages]
    assert (tmp_path / "out/issue/issue.pdf").read_bytes().startswith(b"%PDF")
