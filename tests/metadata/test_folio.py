from __future__ import annotations

import pytest

from digitize.metadata.masthead import Masthead
from tests.metadata.build import document

_HEAD = ["The Evening Comet", "Tuesday, March 9, 2021"]


@pytest.mark.parametrize(
    ("folio", "label"),
    [
        ("A4", "A4"), ("Page Four", "4"), ("第三版", "3"), ("2 THE EVENING COMET", "2"),
        ("THE EVENING COMET Tuesday, March 9, 2021 B12", "B12"), ("Tuesday, March 9, 2021", ""),
    ],
)  # fmt: skip
def test_an_inner_page_is_labelled_by_its_folio(folio: str, label: str) -> None:
    """The label is what the folio prints; a date is none."""
    assert label == Masthead()(document(_HEAD, inside=[[folio]])).pages[1].label


@pytest.mark.parametrize(
    ("line", "label"), [("第一版", "1"), ("Page One", "1"), ("SPECIAL COVERAGE, PAGES 3-6", "")]
)
def test_the_front_page_is_labelled_only_in_words(line: str, label: str) -> None:
    """A pointer to other pages is not the front page's own label."""
    assert label == Masthead()(document([*_HEAD, line])).pages[0].label


def test_a_folio_that_fits_says_nothing() -> None:
    """The same name and day on the inner pages leave no warning, damage allowed."""
    inside = [["2 THE EVENING COMET Tuesday, March 9, 2021"], ["THE EVENlNG COMET 3"]]
    assert () == Masthead()(document(_HEAD, inside=inside)).issue.warnings


def test_a_folio_of_another_day_is_named() -> None:
    """A page that belongs to another issue is found by its date."""
    inside = [["2 THE EVENING COMET Wednesday, March 10, 2021"]]
    assert ["p0002: the folio is dated “Wednesday, March 10, 2021”, the issue 2021-03-09"] == list(
        Masthead()(document(_HEAD, inside=inside)).issue.warnings
    )


def test_a_folio_of_another_paper_is_named() -> None:
    """A page that belongs to another paper is found by its name."""
    inside = [["THE DAILY GAZETTE Tuesday, March 9, 2021"]]
    assert ["p0002: the folio names “THE DAILY GAZETTE”, the front page The Evening Comet"] == list(
        Masthead()(document(_HEAD, inside=inside)).issue.warnings
    )


def test_a_front_page_without_a_date_takes_that_of_the_folios() -> None:
    """The folio is furniture too: its date is the issue's when the front page has none."""
    inside = [["2 THE EVENING COMET Tuesday, March 9, 2021"]]
    assert "2021-03-09" == Masthead()(document(_HEAD[:1], inside=inside)).issue.date


def test_a_label_has_its_evidence() -> None:
    """Where the folio was read is kept beside the issue's other facts, by page."""
    done = Masthead()(document(_HEAD, inside=[["Page Two"], ["Page Three"]]))
    assert [("2", "Page Two"), ("3", "Page Three")] == [
        (one.value, one.printed) for one in done.issue.evidence if one.field == "page"
    ]


def test_a_page_out_of_its_row_is_named() -> None:
    """Folios that skip pages say which are not there."""
    inside = [["Page Two"], ["Page Five"], ["Page Six"]]
    assert (
        "missing page: 2 pages are missing between p0002 (folio 2) and p0003 (folio 5)",
    ) == Masthead()(document(_HEAD, inside=inside)).issue.warnings
