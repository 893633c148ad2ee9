from __future__ import annotations

import json
from pathlib import Path

from digitize.formats.document import DocumentJson
from tests.conftest import Run
from tests.formats.issue import issue, scanned


def _folder(cli: Run, place: Path, formats: str) -> Path:
    document = scanned(issue(), place)
    (place / "document.json").write_bytes(DocumentJson().render(document))
    done = cli("convert", place / "document.json", "--to", formats, "--scans", place, "-o", place)
    assert done.returncode == 0, done.stderr.decode()
    return place / "ht"


def test_what_is_written_is_found_good(cli: Run, tmp_path: Path) -> None:
    """An issue with a searchable PDF and METS holds together: exit code 0, nothing on stdout."""
    done = cli("verify", _folder(cli, tmp_path, "document,jsonl,mets,pdf"))
    assert (0, b"") == (done.returncode, done.stdout), done.stdout.decode()


def test_what_is_wrong_is_told_line_by_line(cli: Run, tmp_path: Path) -> None:
    """A changed article ends with 11, and each finding names issue, rule, file and what."""
    folder = _folder(cli, tmp_path, "document,jsonl")
    path = folder / "articles.jsonl"
    path.write_bytes(path.read_bytes().replace(b"mayor", b"major"))
    done = cli("verify", folder, "--json")
    rows = [json.loads(line) for line in done.stdout.decode().splitlines()]
    assert done.returncode == 11
    assert {"text", "same-bytes"} == {row["rule"] for row in rows}
    assert {"issue", "rule", "file", "message"} == set(rows[0])


def test_a_folder_that_is_no_issue_is_an_error(cli: Run, tmp_path: Path) -> None:
    """Without a document.json there is nothing to verify: exit code 5."""
    assert cli("verify", tmp_path).returncode == 5


def test_a_pdf_wants_the_scans(cli: Run, tmp_path: Path) -> None:
    """Convert says which option names the folder of the scans."""
    (tmp_path / "document.json").write_bytes(DocumentJson().render(issue()))
    done = cli("convert", tmp_path, "--to", "pdf", "-o", tmp_path)
    assert done.returncode == 5
    assert b"--scans" in done.stderr


def test_markdown_goes_to_a_pipe_as_one_issue(cli: Run, tmp_path: Path) -> None:
    """On stdout stands the issue; its articles, one file each, are written with -o only."""
    (tmp_path / "document.json").write_bytes(DocumentJson().render(issue()))
    assert cli("convert", tmp_path, "--to", "markdown").stdout.startswith(b'---\nid: "ht"')
    cli("convert", tmp_path, "--to", "markdown", "-o", tmp_path)
    made = sorted(path.name for path in (tmp_path / "ht" / "articles").iterdir())
    assert ["ht.a0001.md", "ht.a0002.md", "ht.a0003.md"] == made
