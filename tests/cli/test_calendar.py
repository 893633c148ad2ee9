from __future__ import annotations

import csv
import io
import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from digitize.batch.manifest import Manifest, save
from digitize.formats.document import DocumentJson
from digitize.model.document import Document
from digitize.model.issue import Issue
from tests.conftest import Run


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Return an OUT with five weeks of a weekly, one issue of which is not there."""
    for week in (0, 1, 2, 4, 5):
        day = date(1900, 1, 6) + timedelta(days=7 * week)
        issue = Issue(title="=The <Comet>", date=day.isoformat())
        _write(tmp_path / f"comet-{day}", issue)
    return tmp_path


def _write(folder: Path, issue: Issue) -> None:
    folder.mkdir()
    document = Document(id=folder.name, issue=issue)
    (folder / "document.json").write_bytes(DocumentJson().render(document))
    made = Manifest(issue=folder.name, recipe="", formats=("document",), pages=4, inputs=(),
                    failures=(), files=())  # fmt: skip
    save(folder, made)


def test_what_is_missing_is_a_line(cli: Run, out: Path) -> None:
    """Title, day, what, folders around it and why, parted by tabs; the rhythm goes to stderr."""
    done = cli("calendar", out)
    assert (0, ["=The <Comet>", "1900-01-27", "missing issue"]) == (
        done.returncode, done.stdout.decode().split("\t")[:3],
    )  # fmt: skip
    assert "5 issues, Saturday; 1 found" in done.stderr.decode()


def test_a_table_for_spreadsheets(cli: Run, out: Path) -> None:
    """--csv has a header, and no cell that a spreadsheet takes for a formula."""
    rows = list(csv.reader(io.StringIO(cli("calendar", out, "--csv").stdout.decode())))
    assert [["title", "day", "what"], ["'=The <Comet>", "1900-01-27", "missing issue"]] == [
        row[:3] for row in rows
    ]


def test_findings_as_json(cli: Run, out: Path) -> None:
    """--json is one finding a line."""
    (line,) = cli("calendar", out, "--json").stdout.splitlines()
    found = json.loads(line)
    assert ("missing issue", ["comet-1900-01-20", "comet-1900-02-03"]) == (
        found["what"], found["folders"],
    )  # fmt: skip


def test_a_page_to_look_at(cli: Run, out: Path) -> None:
    """--html marks the day, runs no script and shows a title's own signs as text."""
    page = cli("calendar", out, "--html").stdout.decode()
    assert '<td class="missing" title="missing issue: due on a Saturday">27</td>' in page
    assert "<h2>=The &lt;Comet&gt;</h2>" in page
    assert "<script" not in page


def test_a_record_that_cannot_be_read_is_named(cli: Run, out: Path) -> None:
    """The others are told all the same, and the command ends with 3."""
    (out / "comet-1900-01-06" / "document.json").write_text("{")
    done = cli("calendar", out)
    assert (3, True) == (done.returncode, b"comet-1900-01-06: no record" in done.stderr)


def test_an_empty_or_missing_folder(cli: Run, tmp_path: Path) -> None:
    """Nothing to tell is an error with a code of its own."""
    assert (4, 5) == (
        cli("calendar", tmp_path).returncode, cli("calendar", tmp_path / "no").returncode,
    )  # fmt: skip
