from __future__ import annotations

import pytest

from digitize.ocr.choice import chosen
from digitize.ocr.ctc import Glyph
from digitize.ocr.marks import habits
from tests.ocr.doubts import STORY, seen, text


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (seen("carried off 20.796 head", one=(14, ",", 0.6, 0.38)), "carried off 20,796 head"),
        (
            seen("an advance of 20.7 percent", one=(16, ",", 0.6, 0.38)),
            "an advance of 20.7 percent",
        ),
        (seen("change hands. and more", one=(12, ",", 0.7, 0.2)), "change hands, and more"),
        (seen("about 12.407 tons", one=(8, ",", 0.9, 0.08)), "about 12,407 tons"),
        (seen('by lantern." said he', one=(10, ",", 0.7, 0.2)), 'by lantern," said he'),
        (seen("change hands. And more", one=(12, ",", 0.7, 0.2)), "change hands. And more"),
        (seen("又訊.各行捐款", one=(2, "，", 0.95, 0.04)), "又訊，各行捐款"),
        (seen("又訊.各行捐款", one=(2, "，", 0.99, 0.001)), "又訊.各行捐款"),
        (seen("1963.年", one=(4, "，", 0.9, 0.08)), "1963.年"),
    ],
)
def test_a_mark_stands_as_its_place_asks(line: list[Glyph], expected: str) -> None:
    """A comma between figures by threes and before a small letter, a wide mark after Chinese."""
    sure = [seen("from 17,204 to 18,331 souls")]
    assert expected == text(chosen([*sure, line])[-1])


def among(text_read: str, **others: float) -> list[Glyph]:
    """Return a line that ends in a mark which may be others too."""
    line = seen(text_read)
    worth = {text_read[-1]: 0.45, **others}
    return [*line[:-1], line[-1]._replace(conf=0.45, among=tuple(worth.items()))]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (among("據老農言。", **{"、": 0.27, ".": 0.21, "，": 0.07}), "據老農言，"),
        (among("據老農言。", **{"，": 0.3}), "據老農言。"),
        (among("捐款萬元.", **{"、": 0.22, "，": 0.13, "。": 0.11}), "捐款萬元，"),
        (among("捐款萬元.", **{"，": 0.1, "。": 0.3}), "捐款萬元。"),
    ],
)
def test_what_is_hardly_a_stop_is_a_comma(line: list[Glyph], expected: str) -> None:
    """The network is sure of stops; what it takes for any mark is the comma that the page has."""
    page = [seen("宋川叔報告經過，大意謂") for _ in range(4)]
    assert expected == text(chosen([*page, line])[-1])


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (seen("in 19go that", one=(6, "0", 0.8, 0.1)), "in 19g0 that"),
        (seen("cost HKS40", one=(7, "$", 0.6, 0.3)), "cost HK$40"),
        (seen("cost HKS40", one=(7, "$", 0.97, 0.02)), "cost HK$40"),
        (seen("cost HKS40", one=(7, "$", 0.98, 0.001)), "cost HKS40"),
        (seen("insured s7 of", one=(8, "5", 0.97, 0.02)), "insured 57 of"),
        (seen("on the 1st of", one=(8, "5", 0.94, 0.01)), "on the 1st of"),
        (seen("the 1950s of", one=(8, "5", 0.97, 0.02)), "the 1950s of"),
        (seen("and $2.o billion", one=(7, "0", 0.95, 0.04)), "and $2.0 billion"),
        (seen("and p.o box", one=(6, "0", 0.95, 0.04)), "and p.o box"),
    ],
)
def test_a_figure_stands_among_figures(line: list[Glyph], expected: str) -> None:
    """A letter before a figure is one, if the network thought of it; after figures ordinals end."""
    assert expected == text(chosen([seen(STORY), line])[-1])


def blurred(number: int) -> list[list[Glyph]]:
    """Return a page on which so many commas were read as points."""
    clear = [seen("in the hall, and more") for _ in range(10)]
    return [*clear, *(seen("in the hall. and more") for _ in range(number)), seen(STORY)]


@pytest.mark.parametrize(
    ("number", "line", "expected"),
    [
        (5, "the last train. and", "the last train, and"),
        (5, "about 12.407 tons", "about 12,407 tons"),
        (5, "by Messrs. and", "by Messrs, and"),
        (5, "at 6 p.m. and then", "at 6 p.m. and then"),
        (5, "the last train. And", "the last train. And"),
        (1, "the last train. and", "the last train. and"),
    ],
)
def test_a_page_that_blurs_its_commas_says_so(number: int, line: str, expected: str) -> None:
    """Where points often stand before small letters, a trace of a comma is enough for one."""
    at = line.rindex(".")
    doubtful = seen(line, one=(at, ",", 0.99, 0.002))
    assert expected == text(chosen([*blurred(number), doubtful])[-1])


def test_figures_by_threes_tell_what_parts_them() -> None:
    """Points on a page in German, commas on one in English, where blurred ones are no proof."""
    german = habits([seen("an 12.407 Mann und 13.500 Pferde")], english=False)
    english = habits([*blurred(5), seen("about 12.407 tons")], english=True)
    assert (0, 2) == (german.commas, german.points)
    assert english.blurred
    assert english.commas > english.points


def test_a_page_of_middle_dots_has_blurred_commas() -> None:
    """Where dots stand for every comma they are read as what else they looked like."""
    dotted = [seen("一說不止此數·", one=(6, "，", 0.97, 0.001)) for _ in range(5)]
    assert ["一說不止此數，"] * 5 == [text(line) for line in chosen(dotted)]
    names = [seen("歐·亨利", one=(1, "，", 0.9, 0.01)), *[seen("，。，。，。") for _ in range(20)]]
    assert "歐·亨利" == text(chosen(names)[0])
