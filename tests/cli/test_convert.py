from __future__ import annotations

import json
from pathlib import Path

from digitize.formats.mets import Mets
from tests.conftest import Run
from tests.formats.issue import issue


def _package(folder: Path) -> Path:
    for file in Mets().files(issue()):
        path = folder / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.data)
    return folder


def test_a_record_of_somebody_else_is_taken_as_it_is(cli: Run, tmp_path: Path) -> None:
    """A METS with its ALTO gives the articles it names, to a pipe."""
    done = cli("convert", _package(tmp_path), "--to", "jsonl")
    assert done.returncode == 0, done.stderr.decode()
    rows = [json.loads(row) for row in done.stdout.decode().splitlines()]
    assert [article.id for article in issue().articles] == [row["id"] for row in rows]


def test_a_format_of_many_files_wants_a_folder(cli: Run, tmp_path: Path) -> None:
    """Pages cannot go to one pipe; with -o each gets its file, in the version asked for."""
    folder = _package(tmp_path / "in")
    done = cli("convert", folder, "--to", "alto")
    assert done.returncode == 2
    assert b"name a folder with -o" in done.stderr
    out = tmp_path / "out"
    assert (
        cli("convert", folder, "--to", "alto", "--set", "alto.version=3.1", "-o", out).returncode
        == 0
    )
    made = next(out.rglob("alto/p0001.xml")).read_text("utf-8")
    assert 'SCHEMAVERSION="3.1"' in made


def test_two_formats_may_not_disagree(cli: Run, tmp_path: Path) -> None:
    """ALTO 4.4 and a METS over ALTO 3.1 would write one file in two ways: refused."""
    folder = _package(tmp_path / "in")
    done = cli(
        "convert", folder, "--to", "alto,mets", "--set", "mets.alto=3.1", "-o", tmp_path / "out"
    )  # fmt: skip
    assert done.returncode == 2
    assert b"both write alto/p0001.xml" in done.stderr


def test_old_records_are_cleaned_without_their_images(cli: Run, tmp_path: Path) -> None:
    """ALTO goes through layout and cleanup as it is, and nothing printed is lost."""
    alto = next((_package(tmp_path) / "alto").iterdir())
    done = cli("clean", alto, "--to", "jsonl")
    assert done.returncode == 0, done.stderr.decode()
    rows = [json.loads(row) for row in done.stdout.decode().splitlines()]
    said = " ".join(row["printed"] for row in rows) + " ".join(
        item["text"] for row in rows for item in row["furniture"]
    )
    page = issue().pages[0]
    words = {word.text for region in page.regions for line in region.lines for word in line.words}
    assert set() == {word for word in words if word not in said}


def test_the_pages_that_a_mets_names_are_cleaned(cli: Run, tmp_path: Path) -> None:
    """A METS is an issue: its pages are the files that it names, not itself."""
    done = cli("clean", _package(tmp_path) / "mets.xml", "--to", "document", "-o", tmp_path / "out")
    assert done.returncode == 0, done.stderr.decode()
    (made,) = (tmp_path / "out").rglob("document.json")
    assert len(issue().pages) == len(json.loads(made.read_bytes())["pages"])
