from __future__ import annotations

from dataclasses import replace

import pytest

from digitize.metadata.masthead import Masthead
from digitize.model.issue import Issue
from tests.metadata.build import document


def _issue(date_line: str, *, name: str = "made", inside: tuple[str, ...] = ()) -> Issue:
    folios = [[f"{place} THE EVENING COMET {line}"] for place, line in enumerate(inside, 2)]
    made = document(["The Evening Comet", date_line], inside=folios)
    return Masthead()(replace(made, id=name)).issue


def _conf(issue: Issue) -> float:
    return next(one.conf for one in issue.evidence if one.field == "date")


@pytest.mark.parametrize(
    ("name", "day"), [("comet-2021-10-03", "2021-10-03"), ("comet_20210310", "2021-03-10")]
)
def test_a_file_name_decides_between_readings(name: str, day: str) -> None:
    """3/10/2021 is the day that the file is named by."""
    assert (day, ()) == ((found := _issue("3/10/2021", name=name)).date, found.warnings)


def test_folios_decide_between_readings() -> None:
    """The same day in words on an inner page."""
    assert "2021-03-10" == _issue("3/10/2021", inside=("March 10, 2021",)).date


def test_a_year_misread_is_doubted_when_the_file_says_otherwise() -> None:
    """The print stays; the record says what disagrees and is not sure of itself."""
    issue = _issue("December 17, 1908", name="eagle-1905-12-17")
    assert ("1908-12-17", ("the file name says 1905-12-17, “December 17, 1908” is printed",)) == (
        issue.date, issue.warnings,
    )  # fmt: skip
    assert _conf(issue) < 0.5


def test_a_file_named_by_its_scanning_says_nothing() -> None:
    """A day of another century in the name is not the issue's."""
    issue = _issue("December 17, 1905", name="scan-2019-04-02")
    assert ("1905-12-17", ()) == (issue.date, issue.warnings)


def test_no_date_is_taken_from_a_file_name() -> None:
    """What is printed nowhere stays open: the file may be named by its scanning."""
    assert None is _issue("A quiet day", name="eagle-1905-12-17").date


def test_folios_outweigh_a_front_page_whose_weekday_does_not_fit() -> None:
    """Two folios say a day that the printed weekday fits; the record names the other."""
    issue = _issue("Sunday, December 17, 1908", inside=("December 17, 1905",) * 2)
    assert ("1905-12-17", True) == (issue.date, issue.weekday_agrees)
    assert "“Sunday, December 17, 1908” is not 1905-12-17" in issue.warnings[0]
    assert _conf(issue) < 0.5


def test_a_folio_of_a_near_day_makes_the_date_doubtful() -> None:
    """One folio that disagrees is named, and the date is no longer sure."""
    issue = _issue("December 17, 1908", inside=("December 17, 1905",))
    assert ("1908-12-17", True) == (issue.date, _conf(issue) < 0.5)
