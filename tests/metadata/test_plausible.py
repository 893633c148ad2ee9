from __future__ import annotations

from dataclasses import replace

import pytest

from digitize.metadata.masthead import Masthead
from digitize.model.document import Document
from digitize.model.issue import Issue
from tests.metadata.build import document


def _issue(*head: str) -> Issue:
    return Masthead()(document(list(head))).issue


def _conf(issue: Issue, field: str) -> float:
    return next(one.conf for one in issue.evidence if one.field == field)


@pytest.mark.parametrize(
    ("numbers", "sure"),
    [("VOL. XII. NO. 3,421", True), ("VOL. XII. NO. 34,210", False), ("NO. 34,210", True)],
)
def test_a_volume_holds_so_many_numbers(numbers: str, sure: bool) -> None:
    """A daily has 366 numbers a year at most: a higher one is misread, or the volume is."""
    issue = _issue("The Evening Comet", numbers, "Tuesday, March 9, 2021")
    assert sure is (_conf(issue, "number") >= 0.5)
    assert sure is (issue.warnings == ())


def test_no_paper_is_older_than_its_founding() -> None:
    """The date stays, in doubt, and both years are named."""
    issue = _issue("The Evening Comet", "ESTABLISHED 1881", "March 9, 1821")
    assert ("1821-03-09", ("the paper was founded in 1881, and is dated 1821-03-09",)) == (
        issue.date, issue.warnings,
    )  # fmt: skip
    assert _conf(issue, "date") < 0.5


def _unsure(made: Document, word: str, conf: float) -> Document:
    (page,) = made.pages
    regions = tuple(
        replace(region, lines=tuple(
            replace(line, words=tuple(
                replace(one, conf=conf if one.text == word else 0.99) for one in line.words
            )) for line in region.lines
        )) for region in page.regions
    )  # fmt: skip
    return replace(made, pages=(replace(page, regions=regions),))


def test_a_fact_is_as_sure_as_its_words() -> None:
    """A year that the engine read in doubt leaves the date in doubt, and the name as it was."""
    made = document(["The Evening Comet", "December 17 1908"])
    before = Masthead()(_unsure(made, "", 0.99)).issue
    after = Masthead()(_unsure(made, "1908", 0.31)).issue
    assert (0.31, _conf(before, "title")) == (_conf(after, "date"), _conf(after, "title"))


@pytest.mark.parametrize(
    ("printed", "sure"),
    [("1,20 DM", True), ("120 DM", False), ("零售0.50元", True), ("零售050元", False)],
)
def test_a_price_may_have_lost_its_point(printed: str, *, sure: bool) -> None:
    """No copy cost a hundred marks, and no sum begins with a nought."""
    issue = _issue("Bergische Morgenpost", "Köln, 13. Januar 1962", printed)
    assert sure is (_conf(issue, "price") >= 0.5)
