from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pikepdf
import pytest
from PIL import Image

from tests.conftest import Run

FILES = ["articles", "articles.jsonl", "document.json", "issue.md", "issue.txt", "manifest.json"]


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def _cut(samples: Path, box: tuple[int, int, int, int], to: Path) -> None:
    """Save a part of the sample's first page."""
    with Image.open(samples / "harbour-times/page-1.jpg") as page:
        page.crop(box).save(to)


@pytest.fixture(scope="module")
def out(cli: Run, samples: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder in which the born-digital sample was made into a record."""
    folder = tmp_path_factory.mktemp("out")
    done = cli("run", samples / "harbour-times.pdf", "-o", folder)
    assert done.returncode == 0, done.stderr.decode()
    assert done.stdout == b""
    assert done.stderr.count(b"\n") == 3  # a line for each page, and the sum
    return folder / "harbour-times"


def test_an_issue_is_a_folder_of_its_formats_and_a_manifest(out: Path) -> None:
    """A file for each format, the manifest that lists them, and nothing half-written beside."""
    assert [path.name for path in sorted(out.iterdir())] == FILES


def test_every_record_is_valid(out: Path, root: Path) -> None:
    """Each line of articles.jsonl is valid against the schema that comes with the package."""
    schema = json.loads(
        (root / "digitize/formats/schemas/article-1.schema.json").read_text("utf-8")
    )
    rows = _rows(out / "articles.jsonl")
    assert len(rows) > 5
    for row in rows:
        jsonschema.validate(row, schema)


def test_the_masthead_is_read(out: Path) -> None:
    """Title, parallel title and date of the issue stand in every record."""
    truth = json.loads((out.parent / "harbour-times/articles.jsonl").read_text().split("\n")[0])
    issue = truth["issue"]
    assert ("The Harbour Times", "1980-10-16") == (issue["title"], issue["date"])
    assert [{"text": "海港時報", "lang": "zh-Hant"}] == issue["parallel_titles"]


def test_a_finished_document_converts_to_the_same_files(cli: Run, out: Path) -> None:
    """`digitize convert` makes each file again from document.json, to the byte."""
    for name, file in (("jsonl", FILES[1]), ("document", FILES[2]), ("markdown", FILES[3])):
        assert (out / file).read_bytes() == cli("convert", out, "--to", name).stdout


def test_a_second_run_gives_the_same_bytes(
    cli: Run, out: Path, samples: Path, tmp_path: Path
) -> None:
    """The same input and recipe give the same bytes, whatever folder they go to."""
    assert cli("run", samples / "harbour-times.pdf", "-o", tmp_path, "-q").returncode == 0
    for file in FILES[1:]:
        assert (out / file).read_bytes() == (tmp_path / "harbour-times" / file).read_bytes()


def test_bad_inputs_cost_only_themselves(cli: Run, samples: Path, tmp_path: Path) -> None:
    """Among bad files the good ones are done; failures are listed; the exit code is 3."""
    (tmp_path / "empty.png").write_bytes(b"")
    (tmp_path / "wrong.jpg").write_bytes(b"GIF89a")
    shutil.copy(samples / "front-page.txt", tmp_path / "good.txt")
    inputs = [tmp_path / name for name in ("empty.png", "wrong.jpg", "none.pdf", "good.txt")]
    done = cli("run", *inputs, "-o", tmp_path / "out")
    assert done.returncode == 3
    assert (tmp_path / "out/good/articles.jsonl").stat().st_size > 0
    codes = [row["exit_code"] for row in _rows(tmp_path / "out/failures.jsonl")]
    assert [4, 4, 5] == sorted(codes)
    assert b"Traceback" not in done.stderr
    last = done.stderr.decode().splitlines()[-1]
    assert last.startswith("digitize: 3 of 4 issues done; 1 page read, 3 failed ")


def test_a_page_that_failed_is_told_with_its_issue(cli: Run, tmp_path: Path) -> None:
    """Pages are called alike in every issue: a failure says in which one it is."""
    for issue in ("monday", "tuesday"):
        (tmp_path / "in" / issue).mkdir(parents=True)
        Image.new("L", (400, 600), 255).save(tmp_path / "in" / issue / "page1.png")
    (tmp_path / "in/tuesday/page2.png").write_bytes(b"\x89PNG\r\n\x1a\n damaged")
    done = cli("run", tmp_path / "in", "-o", tmp_path / "out", "-q")
    assert b"digitize: input: tuesday/page2.png: " in done.stderr


def test_a_dry_run_says_how_each_issue_stands(cli: Run, samples: Path, tmp_path: Path) -> None:
    """New, done, or made by other settings and so to be made anew: nothing is written."""
    for name in ("a", "b"):
        shutil.copy(samples / "front-page.txt", tmp_path / f"{name}.txt")
    out, both = tmp_path / "out", (tmp_path / "a.txt", tmp_path / "b.txt")
    assert cli("run", both[0], "-o", out, "-q").returncode == 0
    dry = ("run", *both, "-o", out, "--dry-run")
    states = [row.split("\t")[1] for row in cli(*dry).stdout.decode().splitlines()]
    assert ["done", "new"] == states
    other = cli(*dry, "--set", "clean.rules=escapes").stdout.decode().splitlines()
    assert ["changed", "new"] == [row.split("\t")[1] for row in other]
    assert not (out / "b").exists()


def test_a_bad_page_keeps_its_place_in_the_issue(cli: Run, tmp_path: Path) -> None:
    """A damaged page among good ones is blank, numbered, and says why."""
    folder = tmp_path / "issue"
    folder.mkdir()
    for number in (1, 3):
        Image.new("L", (400, 600), 255).save(folder / f"page{number}.png")
    (folder / "page2.png").write_bytes(b"\x89PNG\r\n\x1a\n damaged")
    assert cli("run", folder, "-o", tmp_path / "out").returncode == 3
    document = json.loads((tmp_path / "out/issue/document.json").read_text("utf-8"))
    assert [False, True, False] == [bool(page["error"]) for page in document["pages"]]


def test_a_blank_page_gives_no_text(cli: Run, tmp_path: Path) -> None:
    """Nothing is invented on an empty page, and that is no failure."""
    Image.new("L", (800, 1000), 250).save(tmp_path / "blank.png")
    done = cli("run", tmp_path / "blank.png", "--to", "text", "-q")
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


def test_without_a_folder_one_article_a_line_is_printed(cli: Run, samples: Path) -> None:
    """`digitize run FILE` prints JSON Lines; two formats at once need a folder."""
    rows = cli("run", samples / "front-page.txt", "-q").stdout.decode().splitlines()
    assert [json.loads(row)["schema"] for row in rows] == ["digitize.article/1"] * len(rows)
    assert cli("run", samples / "front-page.txt", "--to", "text,jsonl").returncode == 2


def test_each_makes_every_file_an_issue(cli: Run, samples: Path, tmp_path: Path) -> None:
    """With --each the files of one folder are issues of their own."""
    folder = tmp_path / "texts"
    folder.mkdir()
    for name in ("a.txt", "b.txt"):
        shutil.copy(samples / "front-page.txt", folder / name)
    assert cli("run", folder, "--each", "-o", tmp_path / "out", "-q").returncode == 0
    assert ["a", "b"] == sorted(path.name for path in (tmp_path / "out").iterdir() if path.is_dir())


def test_a_page_over_a_limit_is_read_once_the_limit_is_raised(cli: Run, tmp_path: Path) -> None:
    """The message of a refusal holds the options that, added to the command, read the page."""
    Image.new("L", (400, 600), 255).save(tmp_path / "page.png")
    command = ("run", tmp_path / "page.png", "-o", tmp_path / "out", "-q")
    refused = cli(*command, "--max", "pixels=1000")
    assert refused.returncode == 8
    assert b"limit pixels = 1000, found 240000 (400 x 600)" in refused.stderr
    said = refused.stderr.decode().rpartition("raise it with ")[2].split()
    assert cli(*command, *said).returncode == 0


def test_a_limit_that_is_none_is_a_usage_error(cli: Run, tmp_path: Path) -> None:
    """An unknown limit, or one that is no number, ends with 2 and names those there are."""
    for given in ("colour=3", "pixels", "pixels=many"):
        done = cli("run", tmp_path, "-o", tmp_path / "out", "--max", given)
        assert (2, True) == (done.returncode, b"webp-pixels=100000000" in done.stderr)


def test_a_password_is_read_from_a_file(cli: Run, samples: Path, tmp_path: Path) -> None:
    """A locked PDF ends with 7; the same command with --retry --password-file reads it."""
    with pikepdf.open(samples / "harbour-times.pdf") as document:
        keys = pikepdf.Encryption(owner="", user="Hafen")
        document.save(tmp_path / "a.pdf", encryption=keys)
    (tmp_path / "passwords").write_text("Bucht\nHafen\n")
    command = ("run", tmp_path / "a.pdf", "-o", tmp_path / "out", "-q")
    assert cli(*command).returncode == 7
    done = cli(*command, "--retry", "--password-file", tmp_path / "passwords")
    assert (0, b"") == (done.returncode, done.stderr)
    assert cli(*command, "--password-file", tmp_path / "none").returncode == 2


def test_a_folder_that_cannot_be_written_is_told(cli: Run, samples: Path, tmp_path: Path) -> None:
    """An output path that is a file ends with 6 and one line."""
    (tmp_path / "out").write_text("in the way")
    done = cli("run", samples / "front-page.txt", "-o", tmp_path / "out", "-q")
    assert done.returncode == 6
    assert done.stderr.count(b"\n") == 1


@pytest.mark.engine
def test_a_run_leaves_nothing_behind(samples: Path, tmp_path: Path) -> None:
    """Reading a page writes no file but the record: no cache, no log, no telemetry."""
    _cut(samples, (0, 400, 800, 600), tmp_path / "page.png")
    home = tmp_path / "home"
    home.mkdir()
    surroundings = {**os.environ, "HOME": str(home), "TMPDIR": str(home), "XDG_CACHE_HOME": ""}
    command = [sys.executable, "-m", "digitize", "run", str(tmp_path / "page.png"), "-q"]
    done = subprocess.run(command, env=surroundings, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert [] == list(home.rglob("*"))


@pytest.mark.engine
def test_tesseract_reads_a_page_as_well(cli: Run, tmp_path: Path, samples: Path) -> None:
    """The second engine gives words and confidence under the same contract; without it, 10."""
    _cut(samples, (0, 380, 2120, 1300), tmp_path / "part.png")
    done = cli(
        "run",
        tmp_path / "part.png",
        "-q",
        "--set",
        "read.engine=tesseract",
        "--set",
        "read.languages=en",
    )
    if not shutil.which("tesseract"):
        assert done.returncode == 10
        assert b"apt-get install" in done.stderr
        return
    rows = [json.loads(row) for row in done.stdout.decode().splitlines()]
    assert any(row["confidence"] and row["confidence"]["mean"] > 0.8 for row in rows)


@pytest.mark.engine
def test_a_language_that_is_not_there_ends_with_10(cli: Run, samples: Path, tmp_path: Path) -> None:
    """A language whose pack is not installed is told once, with what to type."""
    _cut(samples, (0, 400, 800, 600), tmp_path / "p.png")
    done = cli(
        "run",
        tmp_path / "p.png",
        "-q",
        "--set",
        "read.engine=tesseract",
        "--set",
        "read.languages=vi",
    )
    assert done.returncode == 10
    assert b"apt-get install" in done.stderr
    assert done.stderr.count(b"\n") == 1
