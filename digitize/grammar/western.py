"""Dates in words and figures of European languages: "Dec. 17, 1905", "17. Dezember 1905"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from digitize.grammar.found import PrintedDate
from digitize.grammar.months import WEEKDAYS, month, weekday, weekday_and_month
from digitize.grammar.numerals import digits, roman
from digitize.grammar.western_forms import (
    AFTER,
    BEFORE,
    FIGURES,
    FIRST_OF_TWO,
    HAN_AFTER,
    HAN_BEFORE,
    ISO,
    MAY_HAVE_YEAR,
    NAME_OF_PAPER,
    ROMAN_FIGURES,
    SHORT_BEFORE,
    SHORT_FIGURES,
    WORDED,
)

FIRST_YEAR, LAST_YEAR = 1600, 2100
"""The first printed newspaper is of 1605."""

_REACH = 60  # characters: "Saturday and Sunday morning, the" is 33
_LAST_SHORT = 50  # 3/10/50 was printed in 1950 and may be in 2050; 3/10/51 in 1951 only
_YEAR_LOOKS = str.maketrans("SsBZGgq", "5582699")
"""In a year of which two figures are plain, what looks like a figure is one."""
_SEVEN_FOR_ONE = 7000  # no paper has such a year: 7896 is 1896
_SHORT_NAMES = dict(zip("Mo Di Mi Do Fr Sa So".split(), WEEKDAYS, strict=True))
"""German weekdays of two letters; only a point or comma tells them from words."""
_FROM = re.compile(r"\bfrom\s(?:\w+,?\s)?$", re.IGNORECASE)
_LADY_DAY = 3  # March: until 1752 the English year began on its 25th


def western_dates(text: str) -> Iterator[PrintedDate]:
    """Yield every date read in `text`; readings of one place may overlap."""
    if not any(map(str.isdigit, text)) or not MAY_HAVE_YEAR.search(text):
        return
    for form in WORDED:
        for found in form.finditer(text):
            yield from _worded(text, found)
    for found in ROMAN_FIGURES.finditer(text):
        rank, day = roman(found["month"]) or 0, digits(found["day"]) or 0
        yield from _dated(text, found, [iso(int(found["year"]), rank, day)], 0.9)
    for found in ISO.finditer(text):
        yield from _dated(
            text,
            found,
            [iso(*(digits(found[part]) or 0 for part in ("year", "month", "day")))],
            0.9,
        )
    for found in FIGURES.finditer(text):
        one, two, year = (digits(found[part]) or 0 for part in ("one", "two", "year"))
        readings = [iso(year, two, one), iso(year, one, two)]
        if found["mark"] == ".":  # points are only written day first
            readings = readings[:1]
        yield from _dated(text, found, readings, 0.8)
    for found in SHORT_FIGURES.finditer(text):
        one, two, year = (int(found[part]) for part in ("one", "two", "year"))
        years = [2000 + year, 1900 + year] if year < _LAST_SHORT else [1900 + year]
        readings = [
            iso(year, *month_day) for year in years for month_day in ((two, one), (one, two))
        ]
        yield from _dated(text, found, readings, 0.6)


def _worded(text: str, found: re.Match[str]) -> Iterator[PrintedDate]:
    """Yield the date of a form with the month's name, if its names are names."""
    parts = found.groupdict()
    glued = weekday_and_month(parts["month"])
    number = glued[1] if glued else month(parts["month"])
    day = digits(parts["day"].translate(_YEAR_LOOKS))
    year = digits(parts["year"].translate(_YEAR_LOOKS))
    between, until = parts.get("between"), parts.get("until")
    if year and year >= _SEVEN_FOR_ONE:
        year -= 6000
    last = month(until) if until else number
    if not number or not last or not day or not year or (between and not weekday(between)):
        return
    if until and _FROM.search(text[max(0, found.start() - _REACH) : found.start()]):
        return  # "From Saturday March 7 to Tuesday March 10": the news of these days
    year += _adds(parts.get("dual"), year, number) - (number > last)
    named = glued[0] if glued else weekday(between) if between else None
    yield from _dated(text, found, [iso(year, number, day)], 0.95, named)


def _adds(dual: str | None, year: int, number: int) -> int:
    """Return 1 for a day before Lady Day that names both years: February 1711-12."""
    both = dual is not None and (year + 1) % 10 ** len(dual) == int(dual)
    return int(both and number <= _LADY_DAY)


def iso(year: int, month_number: int, day: int) -> str:
    """Return the ISO day, "" when there is no such day or no newspaper then."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return ""
    try:
        return date(year, month_number, day).isoformat()
    except ValueError:
        return ""


def weekday_of(day: str) -> str:
    """Return the English weekday of an ISO day."""
    return WEEKDAYS[date.fromisoformat(day).weekday()]


def weekday_of_old(day: str) -> str:
    """Return the English weekday of a day of the Julian calendar, in figures as of ISO 8601."""
    year, month_number, number = map(int, day.split("-"))
    shift = year // 100 - year // 400 - 2  # days that the calendars are apart from March on
    if year % 100 == 0 and year % 400 and month_number < 3:
        shift -= 1
    later = date(year, month_number, number) + timedelta(days=shift)
    return WEEKDAYS[later.weekday()]


def agreeing(candidates: list[str], named: str | None) -> tuple[str, ...]:
    """Return the candidates the printed weekday allows; all when it allows none of them."""
    known = tuple(dict.fromkeys(filter(None, candidates)))
    kept = tuple(day for day in known if weekday_of(day) == named)
    return kept or known


def _dated(
    text: str, found: re.Match[str], readings: list[str], conf: float, named: str | None = None
) -> Iterator[PrintedDate]:
    if not any(readings):
        return
    start, end = found.span()
    if named is None:
        start, end, named = _with_weekday(text, start, end)
    candidates = agreeing(readings, named)
    yield PrintedDate(
        printed=text[start:end],
        start=start,
        end=end,
        candidates=candidates,
        weekday=named,
        calendar="gregorian",
        conf=round(conf / len(candidates), 2),
    )


def _with_weekday(text: str, start: int, end: int) -> tuple[int, int, str | None]:
    """Widen the span to the weekday directly before or after it; of two, the first counts."""
    left = max(0, start - _REACH)
    for form in BEFORE:
        before = form.search(text[left:start])
        named = weekday(before["name"]) if before else None
        if not before or not named:
            continue
        twin = FIRST_OF_TWO.search(text[left : left + before.start()])
        if twin and (first := weekday(twin["name"])):
            return left + twin.start(), end, first
        if not NAME_OF_PAPER.search(text[left : left + before.end("name")]):
            return left + before.start(), end, named
    after = AFTER.search(text[end : end + _REACH])
    if after and (named := weekday(after["name"])):
        return start, end + after.end(), named
    short = SHORT_BEFORE.search(text[left:start])
    if short:
        return left + short.start(), end, _SHORT_NAMES[short["name"]]
    return _with_han_weekday(text, start, end)


def _with_han_weekday(text: str, start: int, end: int) -> tuple[int, int, str | None]:
    """Widen the span to a Chinese weekday beside it: 2021.3.10 星期三."""
    left = max(0, start - _REACH)
    before, after = (
        HAN_BEFORE.search(text[left:start]),
        HAN_AFTER.search(text[end : end + _REACH]),
    )
    if after:
        return (
            start,
            end + after.end(),
            WEEKDAYS["一二三四五六日".index(after["han"].replace("天", "日"))],
        )
    if before:
        named = WEEKDAYS["一二三四五六日".index(before["han"].replace("天", "日"))]
        return left + before.start(), end, named
    return start, end, None
