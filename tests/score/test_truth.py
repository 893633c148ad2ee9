from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from digitize.errors import InputError
from digitize.model.document import Article, Document
from digitize.model.geometry import Box
from digitize.model.issue import Issue, Price
from digitize.model.page import Line, Page, Region, Role, Scan, Word
from digitize.score.truth import (
    Furniture,
    Leaf,
    Printed,
    Story,
    Truth,
    Turn,
    from_document,
    read_truth,
    write_truth,
)


def line(text: str, *, opens: bool = False) -> Line:
    words = tuple(Word(id="w", text=word) for word in text.split())
    return Line(id=text, words=words, opens=opens)


def region(name: str, role: Role, *lines: Line) -> Region:
    return Region(id=name, role=role, lines=lines)


def page(number: int, *regions: Region) -> Page:
    return Page(id=f"p{number}", number=number, scan=Scan(path="x"), regions=regions)


FIRST = page(
    1,
    region("plate", Role.NAMEPLATE, line("The Harbour Times")),
    region("rule", Role.SEPARATOR),
    region("head", Role.HEADLINE, line("Lighthouse to"), line("shine again")),
    region("by", Role.BYLINE, line("By Edith Stroud")),
    region("left", Role.BODY, line("Divers found", opens=True), line("three")),
    region("jump", Role.JUMP_LINE, line("Continued on page 2")),
    region("stray", Role.BODY, line("Wet paint")),
)
SECOND = page(
    2,
    region("again", Role.HEADLINE, line("Lighthouse")),
    region("right", Role.BODY, line("wrecks."), line("Nobody was hurt.", opens=True)),
    region("below", Role.CAPTION, line("The lighthouse")),
)
STORY = Article(
    id="a1", parts=("head", "by", "left", "jump", "again", "right", "below"), kind="notice"
)
DOCUMENT = Document(
    id="d", issue=Issue(title="The Harbour Times"), pages=(FIRST, SECOND), articles=(STORY,)
)


def test_a_document_is_told_in_the_shape_of_truth() -> None:
    """Paragraphs run over columns and pages; the continuation's headline is not the story's."""
    story = Story(
        headline="Lighthouse to shine again",
        byline="By Edith Stroud",
        paragraphs=("Divers found three wrecks.", "Nobody was hurt."),
        captions=("The lighthouse",),
        jumps=("Continued on page 2", "Lighthouse"),
        kind="notice",
        pages=(1, 2),
        turns=(Turn(before="Divers found three", after="wrecks. Nobody was hurt."),),
    )
    assert story == from_document(DOCUMENT).articles[0]


def test_a_turn_starts_with_text_even_under_a_subheading() -> None:
    """Where a story goes on under a small heading, its turn is told by the text below that."""
    small = region("small", Role.SUBHEADING, line("In the wreck"))
    second = replace(SECOND, regions=(SECOND.regions[0], small, *SECOND.regions[1:]))
    parts = ("head", "by", "left", "jump", "again", "small", "right", "below")
    document = replace(DOCUMENT, pages=(FIRST, second), articles=(replace(STORY, parts=parts),))
    (turn,) = from_document(document).articles[0].turns
    assert turn == Turn(before="Divers found three", after="wrecks. Nobody was hurt.")


def test_furniture_stands_apart() -> None:
    """Only regions of a furniture role are told as furniture; rules say nothing."""
    plate = Furniture(role="nameplate", text="The Harbour Times", page=1)
    assert (plate,) == from_document(DOCUMENT).furniture


def test_text_in_no_article_is_told_too() -> None:
    """A region that no article took is a story of its own, so that nothing read is lost."""
    other = Story(paragraphs=("Wet paint",), kind="other", pages=(1,))
    assert other == from_document(DOCUMENT).articles[-1]


def test_everything_holds_all_print() -> None:
    """Furniture, stories and jump lines are all in it."""
    told = from_document(DOCUMENT)
    printed = {
        word.text for p in DOCUMENT.pages for r in p.regions for x in r.lines for word in x.words
    }
    assert printed == set(told.everything.split())


def test_truth_comes_back_from_its_file(tmp_path: Path) -> None:
    """What is written is read again, boxes and prices too."""
    truth = Truth(
        issue=Issue(title="海港時報", price=Price(amount=0.3, currency="HKD", printed="三角")),
        articles=(Story(headline="電車加價五分", lang="zh-Hant"),),
        furniture=(Furniture(role="ear", text="天氣", page=1),),
        lines=(Printed(page=1, item="a1", role="body", text="tradi-", box=Box(1, 2, 3, 4)),),
        pages=(Leaf(file="page-1", width=9, height=9, pictures=(Box(0, 0, 5, 5),)),),
        note="by hand",
    )
    write_truth(truth, tmp_path / "truth.json")
    assert truth == read_truth(tmp_path / "truth.json")


def test_a_file_that_is_no_truth_is_told(tmp_path: Path) -> None:
    """The error names the file and where in it the fault lies."""
    (tmp_path / "x.json").write_text('{"articles": [{"headline": 3}]}')
    with pytest.raises(InputError, match="headline"):
        read_truth(tmp_path / "x.json")


def test_every_sample_has_a_truth_that_can_be_read(samples: Path) -> None:
    """The truths in samples/ are in today's shape and tell stories and furniture."""
    found = [read_truth(path) for path in sorted(samples.rglob("*truth.json"))]
    assert [True] * len(found) == [bool(one.articles and one.furniture) for one in found]
    assert found
