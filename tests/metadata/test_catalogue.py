from __future__ import annotations

from dataclasses import replace

from digitize.metadata.masthead import Masthead
from digitize.model.issue import Issue
from digitize.model.step import CATALOGUE, Step
from tests.metadata.build import document

_HEAD = ["The Evening Comet", "Tuesday, March 9, 2021", "No. 12,345"]


def _issue(head: list[str], **said: str) -> Issue:
    made = document(head)
    step = Step(id="s", name=CATALOGUE, version="", options=dict(said))
    front = replace(made.pages[0], steps=(step,))
    return Masthead()(replace(made, pages=(front,))).issue


def test_a_catalogue_that_agrees_says_nothing() -> None:
    """It makes the fields surer; the printed form stays."""
    issue = _issue(_HEAD, title="Evening comet (Port : 1890)", date="2021-03-09", number="12345")
    assert ("The Evening Comet", "2021-03-09", "12345", ()) == (
        issue.title, issue.date, issue.number, issue.warnings,
    )  # fmt: skip


def test_a_catalogue_that_disagrees_is_named() -> None:
    """The print stays, less sure, and the record says what the catalogue has."""
    issue = _issue(_HEAD, title="The Daily Planet", date="2021-03-10", number="12346")
    assert ("The Evening Comet", "2021-03-09", "12345") == (issue.title, issue.date, issue.number)
    assert (
        "the catalogue says 2021-03-10, “Tuesday, March 9, 2021” is printed",
        "the catalogue names “The Daily Planet”, “The Evening Comet” is printed",
        "the catalogue has number 12346, 12345 is printed",
    ) == issue.warnings
    conf = {one.field: one.conf for one in issue.evidence}
    assert all(conf[field] < 0.5 for field in ("title", "date", "number"))


def test_what_nobody_printed_is_the_catalogues() -> None:
    """It is filled, and its evidence has no line."""
    issue = _issue(["A quiet day"], title="The Evening Comet", date="2021-03-09", number="7")
    assert ("The Evening Comet", "2021-03-09", "7") == (issue.title, issue.date, issue.number)
    assert {"the catalogue"} == {one.rule for one in issue.evidence if not one.lines}
    assert None is issue.printed_date


def test_a_damaged_name_is_read_as_the_catalogue_has_it() -> None:
    """Only when it was in doubt, and of the same letters but for a few."""
    assert (
        "The Harbour Star" == _issue(["The Harbxur Star", _HEAD[1]], title="The Harbour Star").title
    )
