from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from digitize.metadata.rhythm import rhythm

_MONDAY = date(1900, 1, 1)


def _run(weekdays: tuple[int, ...], weeks: int) -> list[date]:
    return [_MONDAY + timedelta(days=7 * week + day) for week in range(weeks) for day in weekdays]


@given(st.sets(st.integers(0, 6), min_size=1), st.integers(20, 40), st.data())
def test_a_day_taken_out_is_missed(days: set[int], weeks: int, data: st.DataObject) -> None:
    """Whatever the weekdays of a paper, a single issue that is not there is due on its day."""
    run = _run(tuple(sorted(days)), weeks)
    gone = data.draw(st.integers(1, len(run) - 2))
    held = [day for place, day in enumerate(run) if place != gone]
    assert [run[gone]] == [day for gap in rhythm(held).gaps for day in gap.days]


@given(st.sets(st.integers(0, 6), min_size=1), st.integers(10, 30))
def test_a_whole_run_misses_nothing(days: set[int], weeks: int) -> None:
    """A paper that never skips a day of its own has no gap."""
    assert () == rhythm(_run(tuple(sorted(days)), weeks)).gaps


def test_the_rhythm_has_a_name() -> None:
    """Daily, daily but Sunday, weekly, monthly."""
    months = [date(1900 + place // 12, place % 12 + 1, 1) for place in range(24)]
    runs = [_run(tuple(range(7)), 20), _run(tuple(range(6)), 20), _run((5,), 20), months]
    assert ["daily", "daily but Sunday", "Saturday", "monthly"] == [
        rhythm(run).words for run in runs
    ]


def test_a_weekly_may_turn_into_a_daily() -> None:
    """Weekdays are learnt from the weeks around: no day is due before the paper was a daily."""
    weekly, daily = _run((5,), 30), _run(tuple(range(6)), 60)[180:]
    assert () == rhythm([*weekly, *daily]).gaps


def test_a_month_left_out_is_missed() -> None:
    """A monthly without its August lacks the first of August."""
    months = [date(1900, month, 1) for month in range(1, 13) if month != 8]
    assert [date(1900, 8, 1)] == [day for gap in rhythm(months).gaps for day in gap.days]
