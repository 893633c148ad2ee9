"""The fault injection and the bad inputs of the shared folder, with the short counts of every run.

Longer counts are a matter of the same tools with a larger --k; what they found is in the notes.
"""

from __future__ import annotations

import ast
import csv
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from digitize.batch import manifest
from digitize.formats import document as document_json
from tests.batch.conftest import Make, run, tree
from tests.conftest import missing

pytestmark = [pytest.mark.slow, pytest.mark.shared]

MOCK = f"{sys.executable} -m digitize run {{in}} -o {{out}} --set pages=mock --workers 2 -q"
REAL = f"{sys.executable} -m digitize run {{in}} -o {{out}} --workers 1"
VERIFY = f"{sys.executable} -m digitize verify --fixity {{out}}"
MOUNTED = ("diskfull", "powercut")
TRACED = ("kill-syscall", "fail-syscall", "durability")
MUTANTS = 500
SAMPLE = 15
"""Bad inputs of each category that are read with the default recipe."""


@pytest.fixture
def tools(shared: Path) -> Path:
    """Return the folder of the tools that inject faults."""
    return shared / "badinputs/tools"


def _works(*command: str) -> bool:
    return not subprocess.run(command, capture_output=True, check=False).returncode


def _possible(mode: str, place: Path) -> bool:
    """Return whether this machine lets such faults be injected."""
    if mode in TRACED:
        if not shutil.which("strace"):
            missing("strace is not installed")
        return _works("strace", "-qq", "-o", os.devnull, "true")
    if mode in MOUNTED:
        size = "size=64k" if mode == "diskfull" else "loop"
        disk = place / "disk"
        disk.write_bytes(bytes(8 << 20))
        made = mode == "diskfull" or _works("mkfs.ext4", "-q", "-F", str(disk))
        kind = ("-t", "tmpfs") if mode == "diskfull" else ()
        (place / "mounted").mkdir()
        mounted = made and _works("mount", *kind, "-o", size, str(disk), str(place / "mounted"))
        return mounted and _works("umount", str(place / "mounted"))
    return True


@pytest.mark.parametrize(
    ("mode", "times"),
    [
        ("kill-random", 8),
        ("kill-syscall", 8),
        ("fail-syscall", 8),
        ("worker-kill", 5),
        ("diskfull", 5),
        ("powercut", 5),
        ("concurrent", 5),
        ("durability", 1),
    ],
)
def test_a_run_survives(mode: str, times: int, tools: Path, pages: Make, tmp_path: Path) -> None:
    """After the fault nothing is torn, and the same command again ends in the same bytes."""
    if not _possible(mode, tmp_path):
        pytest.skip("this machine lets nobody mount, or trace a process")
    for number in range(3):
        pages(*(f"page-{index}.png" for index in range(6)), folder=f"in/issue-{number}")
    folder = pages().parent
    command = [sys.executable, str(tools / "crash_harness.py"), mode, "--k", str(times)]
    done = subprocess.run(
        [*command, "--in", str(folder), "--cmd", MOCK, "--verify", VERIFY],
        capture_output=True,
        check=False,
    )
    assert 0 == done.returncode, done.stdout.decode() + done.stderr.decode()


def test_every_mutant_is_accounted_for(tools: Path, tmp_path: Path) -> None:
    """Damaged files of all kinds in one folder: each is a record or a failure, none a bug."""
    command = [sys.executable, str(tools / "mutate.py"), str(tools.parent), "dev"]
    subprocess.run([*command, str(tmp_path / "in"), str(MUTANTS), "7"], check=True)
    done = run(tmp_path / "in", "--each", "-o", tmp_path / "out")
    assert 3 == done.returncode, done.stderr
    failures = [
        json.loads(row) for row in (tmp_path / "out/failures.jsonl").read_text("utf-8").splitlines()
    ]
    assert [] == [row for row in failures if row["exit_code"] == 70 or row["class"] == "crash"]
    records = {file.name for found in _manifests(tmp_path / "out") for file in found.inputs}
    names = {path.name for path in (tmp_path / "in").iterdir()}
    told = {Path(row["input"]).name for row in failures}
    more = re.findall(rb"passed over: .*?(?: and (\d+) more)?: of no kind", done.stderr)
    passed = sum(1 + int(number or 0) for number in more)
    assert len(names) == len(names & (records | told)) + passed


def _manifests(out: Path) -> Iterator[manifest.Manifest]:
    for folder in out.iterdir():
        if folder.is_dir() and (found := manifest.load(folder)):
            yield found


@pytest.mark.parametrize("category", ["image", "pdf", "text", "xml"])
def test_bad_inputs_do_no_harm(category: str, tools: Path, tmp_path: Path) -> None:
    """A sample of the corpus, each file alone: no signal, hang, traceback, leak or strange code."""
    root = tmp_path / "root"
    root.mkdir()
    (root / category).symlink_to(tools.parent / category)
    with (tools.parent / "MANIFEST.tsv").open(encoding="utf-8") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        heads = list(rows.fieldnames or ())
        small = [row for row in rows if row["category"] == category and int(row["bytes"]) < 100_000]
    small.sort(key=lambda row: hashlib.sha256(row["path"].encode()).hexdigest())
    lines = ["\t".join(row[head] for head in heads) for row in small[:SAMPLE]]
    (root / "MANIFEST.tsv").write_text("\n".join(["\t".join(heads), *lines, ""]), "utf-8")
    report = tmp_path / "report.jsonl"
    command = [sys.executable, str(tools / "run_badinputs.py"), "--root", str(root), "--jobs", "1"]
    limits = ["--split", "dev", "--timeout", "600", "--report", str(report)]
    subprocess.run([*command, *limits, "--cmd", REAL], capture_output=True, check=False)
    found = [json.loads(row) for row in report.read_text("utf-8").splitlines()]
    assert len(lines) == len(found)
    assert [] == [row for row in found if row["violations"]]


@pytest.fixture
def hostile(tools: Path) -> Iterator[Path]:
    """Make the tree of hostile names, links and kinds of files, at a path short enough for all."""
    with tempfile.TemporaryDirectory() as name:
        (Path(name) / "tools").mkdir()
        (Path(name) / "image/own").mkdir(parents=True)
        tool = shutil.copy(tools / "make_nasty_tree.py", f"{name}/tools")
        for page in ("gray8.png", "g4_miniswhite.tif", "exif_orientation_3.jpg"):
            Image.new("L", (60, 40), 200).save(f"{name}/image/own/hm__page_{page}")
        command = [sys.executable, tool, f"{name}/in"]
        subprocess.run(command, check=True, capture_output=True)
        yield Path(name)


def test_a_hostile_tree_is_read_as_it_should_be(hostile: Path, tmp_path: Path) -> None:
    """Each page of the tree is read under its own name, and nothing is read that lies outside."""
    done = run(hostile / "in", "-o", tmp_path / "out", "--to", "document")
    assert 3 == done.returncode, done.stderr
    assert [] == [*hostile.rglob("PWNED"), *tmp_path.rglob("PWNED")]
    expected: dict[str, set[bytes]] = {"page": set(), "skip-warn": set(), "refuse": set()}
    for line in (hostile / "in.EXPECT.tsv").read_text("utf-8").splitlines():
        name, kind, _ = line.split("\t")
        expected[kind].add(ast.literal_eval(name))
    if not os.geteuid():  # root reads what others may not
        expected["page"] |= {b"unreadable.png"}
    read = [
        os.fsencode(page.scan.file)
        for path in (tmp_path / "out").rglob("document.json")
        for page in document_json.read(path).pages
        if not page.error
    ]
    assert sorted(map(os.path.basename, expected["page"])) == sorted(map(os.path.basename, read))
    again = run(hostile / "in", "-o", tmp_path / "again", "--to", "document", "--workers", 1)
    assert 3 == again.returncode
    assert tree(tmp_path / "out") == tree(tmp_path / "again")
