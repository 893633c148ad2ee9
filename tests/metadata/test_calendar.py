from __future__ import annotations

from datetime import date, timedelta

from digitize.metadata.calendar import Calendar, calendar
from digitize.metadata.series import Held, series
from digitize.model.issue import Issue, Price

_FIRST = date(1900, 1, 1)  # a Monday


def _held(day: date, number: int | None, name: str = "", **more: object) -> Held:
    issue = Issue(title="The Comet", date=day.isoformat(),
                  number=None if number is None else str(number), **more)  # type: ignore[arg-type]  # fmt: skip
    return Held(name=name or f"i{day}", issue=issue, pages=4)


def _daily(count: int, *, numbered: bool = True) -> list[Held]:
    days = [_FIRST + timedelta(days=place) for place in range(count)]
    printed = [day for day in days if day.weekday() != 6]
    return [_held(day, place if numbered else None) for place, day in enumerate(printed, 100)]


def _calendar(issues: list[Held]) -> Calendar:
    (run,) = series(issues)
    return calendar(run)


def _told(issues: list[Held]) -> list[tuple[str, str]]:
    return [(one.what, one.day) for one in _calendar(issues).findings]


def test_a_whole_run_has_nothing_amiss() -> None:
    """Every weekday there, every number after the last: nothing is told."""
    found = _calendar(_daily(90))
    assert ((), "daily but Sunday") == (found.findings, found.rhythm)


def test_an_issue_that_is_not_there_is_missed() -> None:
    """By the weekdays, and by a number that is skipped."""
    for numbered in (True, False):
        issues = _daily(90, numbered=numbered)
        gone = issues.pop(40)
        assert [("missing issue", gone.day)] == _told(issues)


def test_a_holiday_is_not_missed() -> None:
    """Numbers that go on over a day say that no issue appeared on it."""
    issues = _daily(90)
    later = [_held(date.fromisoformat(one.day), (one.number or 0) - 1) for one in issues[41:]]
    assert [] == _told([*issues[:40], *later])


def test_a_long_gap_is_one_finding() -> None:
    """Months that are not held are told once, with how many issues are due."""
    issues = _daily(300)
    (found,) = _calendar([*issues[:60], *issues[160:]]).findings
    assert found.detail.startswith("100 issues to ")


def test_an_issue_held_twice_is_doubled() -> None:
    """Two folders of one day are told; two editions of one day are two papers."""
    issues = _daily(60)
    day = date.fromisoformat(issues[30].day)
    copy = _held(day, issues[30].number, "copy")
    late = _held(day, issues[30].number, "late", edition="Late Edition")
    assert [("doubled issue", issues[30].day)] == _told([*issues, copy])
    assert [] == _told([*issues, late])


def test_a_year_misread_is_misdated_and_its_day_missing() -> None:
    """The number tells where the issue belongs; its own day is missing until it is set right."""
    issues = _daily(120)
    gone = issues.pop(50)
    wrong = date.fromisoformat(gone.day).replace(year=1908)
    found = _calendar([*issues, _held(wrong, gone.number, "wrong")]).findings
    assert [("missing issue", gone.day), ("misdated issue", wrong.isoformat())] == [
        (one.what, one.day) for one in found
    ]
    assert found[1].detail.endswith(f"{gone.day} is missing")


def test_a_folder_of_another_day_is_told() -> None:
    """The printed date and the day in the folder's name disagree."""
    issues = _daily(60)
    day = date.fromisoformat(issues[30].day)
    issues[30] = _held(day, issues[30].number, "comet-1901-02-05")
    assert [("misdated issue", day.isoformat())] == _told(issues)


def test_an_undated_issue_is_told() -> None:
    """Without a date it is in no calendar, but not forgotten."""
    nameless = Held(name="x", issue=Issue(title="The Comet"), pages=4)
    assert [("undated issue", "")] == _told([*_daily(60), nameless])


def test_a_price_that_stands_alone_is_told() -> None:
    """The issues to either side all cost something else."""

    def priced(one: Held, amount: float) -> Held:
        price = Price(amount=amount, currency=None, printed=f"{amount}")
        return _held(date.fromisoformat(one.day), one.number, price=price)

    issues = [priced(one, 0.5 if place == 9 else 0.05) for place, one in enumerate(_daily(30))]
    assert [("price", issues[9].day)] == _told(issues)


def test_the_order_of_folders_changes_nothing() -> None:
    """The same issues in any order give the same calendar."""
    issues = _daily(60)
    issues.pop(20)
    assert _calendar(issues) == _calendar(issues[::-1])
