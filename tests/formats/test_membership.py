from __future__ import annotations

import pytest

from digitize.formats.membership import Membership, program, spoken
from digitize.model.document import Article, Document
from digitize.model.edit import Reword
from digitize.model.page import Line, Page, Region, Scan, Word


def _document() -> Document:
    def region(name: str) -> Region:
        word = Word(id=f"{name}.w", text="tbe", norm="the")
        return Region(id=name, lines=(Line(id=f"{name}.l", words=(word,)),))

    page = Page(id="p", number=1, scan=Scan(path="a"), regions=tuple(map(region, "abc")))
    edits = tuple(
        Reword(word="a.w", before="", after="", rule=rule, reason="")
        for rule in ("spaces", "confusions", "spaces")
    )
    article = Article(id="d.a1", parts=("c", "a"))
    return Document(id="d", pages=(page,), articles=(article,), edits=edits)


def test_parts_stand_in_the_order_of_their_article() -> None:
    """Whatever their order on the page."""
    whole = Membership(_document())
    found = [
        (article.id, [part.id for part in parts])
        for article, parts in whole.articles(whole.document.pages[0])
    ]
    assert [("d.a1", ["c", "a"])] == found
    assert 1 == whole.part_of["a"].index


def test_rules_are_told_once_in_their_order() -> None:
    """A word says which rules changed it, a page which were at work on it."""
    whole = Membership(_document())
    page = whole.document.pages[0]
    word = page.regions[0].lines[0].words[0]
    assert ("spaces", "confusions") == whole.changed_by(word) == whole.rules(page)


@pytest.mark.parametrize(
    ("tool", "parts"),
    [
        ("rapidocr 3.10.0 PP-OCRv6 small", ("rapidocr", "3.10.0 PP-OCRv6 small")),
        ("CCS docWorks 6.7-1.20", ("CCS docWorks", "6.7-1.20")),
        ("PrimeOCR", ("PrimeOCR", "")),
    ],
)
def test_a_program_has_a_name_and_a_version(tool: str, parts: tuple[str, str]) -> None:
    """The version begins at the first word that begins with a digit."""
    assert parts == program(tool)


def test_words_know_their_language_better_than_their_looks() -> None:
    """What most words say is the language; where none says any, the text tells."""
    said = Line(id="l", words=(Word(id="w", text="the", lang="de"),))
    silent = Line(id="l", words=(Word(id="w", text="the"), Word(id="v", text="of")))
    assert ("de", "en") == (spoken([said]), spoken([silent]))
