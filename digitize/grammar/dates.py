"""Dates as newspapers print them, every reading of each: in words, figures and calendars.

All that one printed date can mean is kept in `candidates`; a weekday printed with it decides
between them where it can. Nothing is mended: a weekday that fits no reading leaves them all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from digitize.grammar.eastern import eastern_dates
from digitize.grammar.found import PrintedDate
from digitize.grammar.numerals import fold
from digitize.grammar.republican import republican_dates
from digitize.grammar.western import western_dates

__all__ = ["PrintedDate", "find_dates"]

_DASH = re.compile(r"\s?[-–—]\s?|\s(?:to|through|bis|au|until)\s")
_LONGEST = timedelta(days=31)  # a paper for more days than a month is none


def find_dates(text: str) -> tuple[PrintedDate, ...]:
    """Return the dates in `text`, left to right, none inside another.

    A day that does not exist (31 April) is no date. A date without a year is none either, but a
    lunar one beside a full date takes its year from there.
    """
    plain = fold(text)
    first = _spans(
        plain, _apart([*western_dates(plain), *republican_dates(plain), *eastern_dates(plain)])
    )
    solar = tuple(day for found in first if found.calendar != "lunar" for day in found.candidates)
    if not solar:
        return first
    return _apart([*first, *eastern_dates(plain, solar)])


def _spans(text: str, dates: tuple[PrintedDate, ...]) -> tuple[PrintedDate, ...]:
    """Return the dates, two that are joined by a dash as the first: a paper of several days."""
    kept: list[PrintedDate] = []
    for found in dates:
        before = kept[-1] if kept else None
        if before and _DASH.fullmatch(text[before.end : found.start]) and _soon(before, found):
            printed = text[before.start : found.end]
            kept[-1] = replace(before, printed=printed, end=found.end)
        else:
            kept.append(found)
    return tuple(kept)


def _soon(one: PrintedDate, two: PrintedDate) -> bool:
    days = [date.fromisoformat(found.candidates[0]) for found in (one, two)]
    return one.calendar == two.calendar and timedelta(0) < days[1] - days[0] <= _LONGEST


def _apart(dates: Iterable[PrintedDate]) -> tuple[PrintedDate, ...]:
    """Keep the longest of overlapping dates, in printed order."""
    kept: list[PrintedDate] = []
    for found in sorted(dates, key=lambda date: (date.start - date.end, date.start)):
        if all(found.end <= other.start or found.start >= other.end for other in kept):
            kept.append(found)
    return tuple(sorted(kept, key=lambda date: date.start))
