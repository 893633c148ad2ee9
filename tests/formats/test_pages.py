from __future__ import annotations

import tracemalloc
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given, settings

from digitize.formats.alto import Alto
from digitize.formats.format import Format
from digitize.formats.hocr import Hocr
from digitize.formats.page import PageXml
from digitize.formats.xml import ident, legal
from digitize.load.oldocr import alto, hocr, page
from digitize.load.oldocr.bound import bound
from digitize.model.document import Document
from digitize.model.page import Page, Region, Scan
from digitize.model.reading import read
from tests.formats.hard import hard, kept, langs
from tests.formats.issue import issue
from tests.formats.strangers import OF_REGIONS

BOTH: list[tuple[Format, ModuleType]] = [(Alto(), alto), (PageXml(), page), (Hocr(), hocr)]
NAMES = [form.name for form, _ in BOTH]


def _back(form: Format, reader: ModuleType, document: Document) -> tuple[Document, list[Any]]:
    records = [
        reader.read(file.data, 0, where=file.path, page_id=page.id, number=page.number)
        for file, page in zip(form.files(document), document.pages, strict=True)
    ]
    return bound(document.id, records), records


@pytest.mark.parametrize(("form", "reader"), BOTH, ids=NAMES)
@settings(max_examples=40)
@given(document=hard())
def test_what_a_format_keeps_comes_back(
    form: Format, reader: ModuleType, document: Document
) -> None:
    """Any document, written and read, has its words, boxes, roles, paragraphs and articles."""
    back, records = _back(form, reader, document)
    assert kept(document) == kept(back)
    assert [] == [warning for record in records for warning in record.page.warnings]


@pytest.mark.parametrize(("form", "reader"), BOTH, ids=NAMES)
@settings(max_examples=20)
@given(document=hard())
def test_languages_come_back(form: Format, reader: ModuleType, document: Document) -> None:
    """A word that says its language still says it; one that says none may take its block's."""
    back, _ = _back(form, reader, document)
    said = [
        (mine, theirs) for mine, theirs in zip(langs(document), langs(back), strict=True) if mine
    ]
    assert [] == [pair for pair in said if pair[0] != pair[1]]


@pytest.mark.parametrize(("form", "reader"), BOTH[:2], ids=NAMES[:2])
@settings(max_examples=20)
@given(document=hard())
def test_steps_come_back(form: Format, reader: ModuleType, document: Document) -> None:
    """What was done to a page and to the document is still told, with its settings."""
    back, _ = _back(form, reader, document)
    assert [page.steps for page in document.pages] == [page.steps for page in back.pages]
    assert (document.steps if document.pages else ()) == back.steps


@pytest.mark.parametrize(("form", "reader"), BOTH, ids=NAMES)
@settings(max_examples=30)
@given(document=hard())
def test_a_stranger_reads_the_same_text(
    form: Format, reader: ModuleType, document: Document
) -> None:
    """Taken out of the file by simple means, the text of every region is that of the record."""
    found = {
        name: text
        for file in form.files(document)
        for name, text in OF_REGIONS[form.name](file.data).items()
    }
    regions = [region for page in document.pages for region in page.regions if region.lines]
    wanted = {ident(region.id): legal(read(region.lines)) for region in regions}
    assert {name: _plain(text) for name, text in wanted.items()} == {
        name: _plain(found[name]) for name in wanted
    }


def _plain(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("form", [form for form, _ in BOTH], ids=NAMES)
def test_no_more_than_a_page_is_held(form: Format) -> None:
    """Ten times the pages take no more than twice the memory, when each is let go at once."""
    line = issue().pages[0].regions[0].lines[0]
    region = Region(id="r", lines=(line,) * 200)

    def peak(pages: int) -> int:
        held = tuple(
            Page(id=f"p{number:04d}", number=number, scan=Scan(path="a"), regions=(region,))
            for number in range(1, pages + 1)
        )
        document = Document(id="d", pages=held)
        tracemalloc.start()
        for file in form.files(document):
            del file
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return most

    peak(1)
    assert peak(10) < 2 * peak(1)
