from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given

from digitize.errors import InputError, InputMissingError
from digitize.formats.document import DocumentJson, parse, read
from digitize.model.document import Document
from tests.strategies import documents


@given(documents())
def test_nothing_is_lost_on_the_way_to_disk_and_back(document: Document) -> None:
    """Any document, written and read, is the same document."""
    assert document == parse(DocumentJson().render(document))


@given(documents())
def test_the_same_document_gives_the_same_bytes(document: Document) -> None:
    """Written twice, also after being read back, the bytes are the same."""
    once = DocumentJson().render(document)
    assert once == DocumentJson().render(parse(once))


def test_a_folder_is_read_by_its_document(tmp_path: Path) -> None:
    """An issue's folder stands for the document.json inside."""
    (tmp_path / "document.json").write_bytes(DocumentJson().render(Document(id="d")))
    assert Document(id="d") == read(tmp_path)


@pytest.mark.parametrize("raw", [b"", b"{}", b"[1]", b"\xff\xfe", b'{"schema":"x"}'])
def test_what_is_no_document_is_refused(raw: bytes) -> None:
    """Damaged or foreign JSON is an input error that says what to do."""
    with pytest.raises(InputError, match="digitize run"):
        parse(raw)


def test_a_newer_document_is_refused() -> None:
    """A version this digitize does not know is refused rather than half read."""
    raw = DocumentJson().render(Document(id="d")).replace(b'"version":1', b'"version":99')
    with pytest.raises(InputError, match="newer"):
        parse(raw)


def test_a_missing_document_is_told(tmp_path: Path) -> None:
    """A path with no document is a missing input, not a crash."""
    with pytest.raises(InputMissingError):
        read(tmp_path / "none.json")
