from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import Phase, given, settings

from digitize.formats.record import records
from digitize.formats.tei import Tei
from digitize.formats.xml import ident, legal
from digitize.model.document import Article, Document, parts
from digitize.model.edit import Reword
from digitize.model.page import Line, Page, Region, Scan, Word
from digitize.model.reading import read
from tests.formats.hard import hard
from tests.formats.strangers import tei, tei_body
from tests.standards import faults_of_rng

SCHEMA = "tei/tei_all-4.12.0.rng"


def _line(
    name: str, text: str, *, opens: bool = False, norms: dict[str, str] | None = None
) -> Line:
    words = tuple(
        Word(id=f"{name}.w{at}", text=token, norm=(norms or {}).get(token))
        for at, token in enumerate(text.split())
    )
    return Line(id=name, words=words, opens=opens)


def _issue() -> Document:
    first = Region(
        id="p0001.r1",
        lines=(
            _line("p0001.l1", "The capabili-", opens=True, norms={"capabili-": "capabilities"}),
            _line("p0001.l2", "ties of tbe", norms={"ties": "", "tbe": "the"}),
        ),
    )
    second = Region(id="p0002.r1", lines=(_line("p0002.l1", "port 政府", opens=False),))
    third = Region(id="p0002.r2", lines=(_line("p0002.l2", "昨日"),))
    pages = (
        Page(id="p0001", number=1, scan=Scan(path="a.png"), regions=(first,)),
        Page(id="p0002", number=2, label="A2", scan=Scan(path="b.png"), regions=(second, third)),
    )
    article = Article(id="d.a1", parts=("p0001.r1", "p0002.r1", "p0002.r2"))
    edit = Reword(
        word="p0001.l2.w2", before="tbe", after="the", rule="confusions", reason="y", conf=0.9
    )
    return Document(id="d", pages=pages, articles=(article,), edits=(edit,))


def _text(document: Document) -> str:
    return next(Tei().files(document)).data.decode()


def test_both_readings_stand_side_by_side() -> None:
    """What was seen is sic, what is read is corr, with the rule that changed it and how sure."""
    assert (
        '<choice><sic>tbe</sic><corr cert="0.9" resp="#rule.confusions">the</corr></choice>'
        in _text(_issue())
    )


def test_a_broken_word_keeps_its_hyphen() -> None:
    """The hyphen stands in pc, and the line break that follows breaks no word."""
    assert 'capabili<pc force="weak">-</pc><lb break="no" facs="#p0001.l2"/>ties' in _text(_issue())


def test_a_paragraph_runs_on_over_pages() -> None:
    """One paragraph holds the lines of both pages, with the page break inside, Han unspaced."""
    assert "The capabilities of the port 政府昨日" == tei(_text(_issue()).encode())["d.a1"]
    assert '<pb n="A2" facs="#p0002"/>' in _text(_issue())


@settings(max_examples=30)
@given(hard())
def test_every_article_says_all_its_letters(document: Document) -> None:
    """Whatever the document, an article holds all that its parts say, in their order."""
    found = tei(_text(document).encode())
    for article in document.articles:
        said = "".join(read(part.lines) for part in parts(document, article))
        assert _letters(legal(said)) == _letters(found[ident(article.id)])


@settings(max_examples=30)
@given(hard())
def test_running_text_is_that_of_the_record(document: Document) -> None:
    """The paragraphs, without the notes in them, are those of the record, spaces and all."""
    found = tei_body(_text(document).encode())
    for record in records(document):
        wanted = "\n".join(" ".join(legal(text).split()) for text in record.paragraphs)
        assert wanted == found[ident(record.article.id)]


def _letters(text: str) -> str:
    return "".join(text.split())


@pytest.mark.shared
def test_any_document_is_valid(shared: Path, tmp_path: Path) -> None:
    """Whatever the document, the file is valid TEI P5 4.12.0."""
    made: list[bytes] = []

    @settings(max_examples=40, phases=[Phase.generate], database=None)
    @given(hard())
    def gather(document: Document) -> None:
        made.append(_text(document).encode())

    gather()
    assert [] == faults_of_rng(SCHEMA, [_text(_issue()).encode(), *made], tmp_path)


@pytest.mark.shared
def test_the_check_can_fail(shared: Path, tmp_path: Path) -> None:
    """A choice that holds what may not be in it is refused."""
    wrong = _text(_issue()).replace("<sic>tbe</sic>", "<head>tbe</head>")
    assert "head" in faults_of_rng(SCHEMA, [wrong.encode()], tmp_path)[0]
