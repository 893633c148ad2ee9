"""When a paper appears, learnt from the issues that are there: every weekday, each Sunday, monthly.

A weekday is one of the paper's when it appeared on most of those weekdays in the weeks around. So a
paper that turns from a weekly into a daily is followed, and no table of titles is needed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from statistics import median

AROUND = 8
"""Weeks to either side that tell on which weekdays a paper appears."""

_MOST = 0.5  # share of these weeks in which there is an issue on such a day
_FEWEST = 3  # such weeks before anything is learnt
_WEEK = timedelta(days=7)
_LATE = 1.6  # times the usual gap: an issue is missing


@dataclass(frozen=True, slots=True)
class Gap:
    """Days without an issue on which one is due; `about`: the day itself is not known."""

    days: tuple[date, ...]
    after: date  # the issues to either side
    before: date
    about: bool = False


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How often a paper appears, in words, and the gaps in what is there."""

    words: str
    gaps: tuple[Gap, ...]


def rhythm(days: Sequence[date]) -> Rhythm:
    """Return the rhythm of a paper that appeared on `days`, and where an issue is due."""
    held = sorted(set(days))
    if len(held) < _FEWEST:
        return Rhythm("", ())
    step = median((two - one).days for one, two in pairwise(held))
    if step <= _WEEK.days:
        found = _weekdays(held)
        words = _words(held)
    else:
        found = tuple(_steps(held, step))
        words = "fortnightly" if step <= 16 else "monthly" if step <= 32 else f"every {step:g} days"
    return Rhythm(words, found)


def _words(held: Sequence[date]) -> str:
    """Return the weekdays on which it mostly appears over the whole run."""
    weeks = {_monday(day) for day in held}
    names = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
    usual = [
        name
        for place, name in enumerate(names)
        if sum(day.weekday() == place for day in held) >= _MOST * len(weeks)
    ]
    if len(usual) == len(names):
        return "daily"
    if len(usual) == len(names) - 1:
        return f"daily but {next(name for name in names if name not in usual)}"
    return ", ".join(usual) or "irregular"


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _weekdays(held: Sequence[date]) -> tuple[Gap, ...]:
    """Return the gaps of a paper that appears on certain weekdays."""
    weeks = sorted({_monday(day) for day in held})
    there = set(held)
    usual = [_usual(there, weeks, place) for place in range(len(weeks))]
    where = {week: place for place, week in enumerate(weeks)}
    found = []
    for one, two in pairwise(held):
        due = tuple(
            day for day in _between(one, two) if day.weekday() in _due(usual, where, day, one, two)
        )
        if due:
            found.append(Gap(due, one, two))
    return tuple(found)


def _usual(there: set[date], weeks: Sequence[date], place: int) -> frozenset[int]:
    near = weeks[max(0, place - AROUND) : place + AROUND + 1]
    if len(near) < _FEWEST:
        return frozenset()
    return frozenset(
        day
        for day in range(7)
        if sum(week + timedelta(days=day) in there for week in near) > _MOST * len(near)
    )


def _due(
    usual: Sequence[frozenset[int]],
    where: dict[date, int],
    day: date,
    one: date,
    two: date,
) -> frozenset[int]:
    """Return the weekdays due in the week of `day`; in an empty week, those of both sides."""
    own = where.get(_monday(day))
    if own is not None:
        return usual[own]
    return usual[where[_monday(one)]] & usual[where[_monday(two)]]


def _between(one: date, two: date) -> Iterator[date]:
    day = one + timedelta(days=1)
    while day < two:
        yield day
        day += timedelta(days=1)


def _steps(held: Sequence[date], step: float) -> Iterator[Gap]:
    """Yield the gaps of a paper that appears every so many days; months are of unequal length."""
    monthly = 26 < step <= 32
    for one, two in pairwise(held):
        apart = (two - one).days
        if apart < _LATE * step:
            continue
        if monthly and one.day == two.day:
            due = tuple(_months(one, two))
            yield Gap(due, one, two)
        else:
            count = max(1, round(apart / step) - 1)
            part = apart / (count + 1)
            spread = (one + timedelta(days=round(part * turn)) for turn in range(1, count + 1))
            yield Gap(tuple(spread), one, two, about=True)


def _months(one: date, two: date) -> Iterator[date]:
    month = one.month
    year = one.year
    while True:
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
        day = date(year, month, min(one.day, 28))
        if day >= two:
            return
        yield day
