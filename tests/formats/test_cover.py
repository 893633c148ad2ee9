from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given

from digitize.formats.cover import cover
from digitize.formats.document import DocumentJson
from digitize.formats.jsonl import Jsonl
from digitize.model.document import Document
from digitize.model.issue import Evidence, Issue
from tests.strategies import documents


@given(documents())
def test_a_cover_is_the_issue_of_the_document(document: Document) -> None:
    """Read from its first bytes, the record is the one that the whole document has."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "document.json").write_bytes(DocumentJson().render(document))
        assert document.issue == cover(folder)


def test_a_long_record_is_read_on(tmp_path: Path) -> None:
    """A record larger than the first bytes is read whole."""
    said = tuple(
        Evidence(
            field="page", value=str(place), printed="頁" * 40, lines=("l",), rule="x", conf=1.0
        )
        for place in range(900)
    )
    document = Document(id="x", issue=Issue(title="Long", evidence=said))
    (tmp_path / "document.json").write_bytes(DocumentJson().render(document))
    assert document.issue == cover(tmp_path)


def test_without_a_document_the_articles_say_it(tmp_path: Path) -> None:
    """The first line of articles.jsonl holds the same record."""
    (tmp_path / "articles.jsonl").write_bytes(b'{"issue":{"id":"x","title":"Star"}}\n')
    assert Issue(title="Star") == cover(tmp_path)


@pytest.mark.parametrize("data", [b"", b"{", b'{"issue":', b'{"issue":{"title":1}}', b"\xff\xfe"])
def test_what_cannot_be_read_is_none(tmp_path: Path, data: bytes) -> None:
    """Damage never raises."""
    (tmp_path / "document.json").write_bytes(data)
    (tmp_path / Jsonl.file).write_bytes(data)
    assert None is cover(tmp_path)
