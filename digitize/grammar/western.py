"""Dates in words and figures of European languages: "Dec. 17, 1905", "17. Dezember 1905"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from digitize.grammar.found import PrintedDate
from digitize.grammar.months import LETTERS, MONTH, WEEKDAYS, month, weekday, weekday_and_month
from digitize.grammar.numerals import DIGIT, digits

FIRST_YEAR, LAST_YEAR = 1600, 2100
"""The first printed newspaper is of 1605."""

_STOP = r"[\s,.;:·•*/|\-–—()\[\]]"
_JOINER = r"(?:day\s+of|of|the|de|del|di|van|den|dem|le|am|vom)"
_LINK = rf"(?:{_STOP}{{0,4}}(?:{_JOINER}\b)?{_STOP}{{0,4}})"
_DAY = rf"(?<![\w])(?P<day>[0-3OolI|]\s?{DIGIT}|[1-9lI|])"
_ORDINAL = r"(?:\s?(?:st|nd|rd|th|d|er|re|ten|te|sten|ste|°|º|ª|a)(?![^\W\d_]))?\.?"
_WEEKDAY_WORD = (
    rf"(?:{LETTERS}{{3,6}}\s(?:DAY|Day|day)|{LETTERS}(?:{LETTERS}|[0158|]){{2,12}}(?:[\s-]feira)?)"
)
_AND = r"(?:\s?[-–—/&+]\s?|\s(?:and|und|et|y|e|och|en|to|bis|au|al)\s)"
_RANGE = rf"(?:{_AND}(?:{_WEEKDAY_WORD}\.?,?\s)?{DIGIT}{{1,2}}{_ORDINAL})?"
_YEAR = r"(?P<year>[1lI|!2]\s?[0-9OolI]\s?[0-9OolI|]\s?[0-9OolI|])(?![\w])"
_NAME = rf"(?P<month>(?<![^\W_]){MONTH})(?![^\W\d_])\.?"
_BEFORE = re.compile(
    rf"(?<![^\W\d_])(?P<name>{_WEEKDAY_WORD})\.?"
    rf"(?:{_STOP}{{1,4}}(?:m[o0]rn\w{{2,4}}|even\w{{2,4}}|after\w{{4}}|night|den|dem|der|le|the|am|el|a|il|d))?{_STOP}{{0,5}}$",
    re.IGNORECASE,
)
_FIRST_OF_TWO = re.compile(
    rf"(?<![^\W\d_])(?P<name>{_WEEKDAY_WORD})\.?\s?(?:[/&+–-]|and|und|et)\s?$"
)
_NAME_OF_PAPER = re.compile(r"[^\W\d_]+\s(?:SUN|Sun)$")  # "THE SUN, MARCH 10": no day of the week
_REACH = 60  # characters: "Saturday and Sunday morning, the" is 33
_AFTER = re.compile(rf"^{_STOP}{{1,5}}(?P<name>{_WEEKDAY_WORD})(?!\w)\)?")

_WORDED = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"{_DAY}{_ORDINAL}{_RANGE}{_LINK}{_NAME}{_LINK}{_YEAR}",
        rf"{_NAME}{_LINK}(?P<day>(?<!\d)(?:[0-3OolI|]\s?{DIGIT}|[1-9lI|]))(?!\d){_ORDINAL}{_RANGE}{_STOP}{{0,4}}{_YEAR}",
        rf"(?<!\w){_YEAR}{_STOP}{{0,4}}{_NAME}{_STOP}{{0,4}}{_DAY}(?!\w){_ORDINAL}",
        rf"(?<!\w){_YEAR}{_LINK}{_DAY}(?!\d){_ORDINAL}{_LINK}{_NAME}",
    )
)
_ISO = re.compile(
    r"(?<![\w.,/-])(?P<year>\d{4})(?P<mark>[-/]|\.\s?)(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})(?![\w/-])"
)
_FIGURES = re.compile(
    r"(?<![\w,/-])(?<!\d\.)(?P<one>\d{1,2})\s?(?P<mark>[-/.])\s?(?P<two>\d{1,2})\s?(?P=mark)\s?(?P<year>\d{4})(?![\w/-])"
)
_LAST_SHORT = 50  # 3/10/50 was printed in 1950 and may be in 2050; 3/10/51 in 1951 only
_SHORT_FIGURES = re.compile(
    r"(?<![\w,./-])(?P<one>\d{1,2})/(?P<two>\d{1,2})/(?P<year>\d{2})(?![\w/-])"
)


def western_dates(text: str) -> Iterator[PrintedDate]:
    """Yield every date read in `text`; readings of one place may overlap."""
    for form in _WORDED:
        for found in form.finditer(text):
            glued = weekday_and_month(found["month"])
            number = glued[1] if glued else month(found["month"])
            day, year = digits(found["day"]), digits(found["year"])
            if number and day and year:
                named = glued[0] if glued else None
                yield from _dated(text, found, [iso(year, number, day)], 0.95, named)
    for found in _ISO.finditer(text):
        yield from _dated(
            text, found, [iso(int(found["year"]), int(found["month"]), int(found["day"]))], 0.9
        )
    for found in _FIGURES.finditer(text):
        one, two, year = int(found["one"]), int(found["two"]), int(found["year"])
        readings = [iso(year, two, one), iso(year, one, two)]
        if found["mark"] == ".":  # points are only written day first
            readings = readings[:1]
        yield from _dated(text, found, readings, 0.8)
    for found in _SHORT_FIGURES.finditer(text):
        one, two, year = (int(found[part]) for part in ("one", "two", "year"))
        years = [2000 + year, 1900 + year] if year < _LAST_SHORT else [1900 + year]
        readings = [
            iso(year, *month_day) for year in years for month_day in ((two, one), (one, two))
        ]
        yield from _dated(text, found, readings, 0.6)


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
    before = _BEFORE.search(text[left:start])
    if before and (named := weekday(before["name"])):
        twin = _FIRST_OF_TWO.search(text[left : left + before.start()])
        if twin and (first := weekday(twin["name"])):
            return left + twin.start(), end, first
        if not _NAME_OF_PAPER.search(text[left : left + before.end("name")]):
            return left + before.start(), end, named
    after = _AFTER.search(text[end : end + _REACH])
    if after and (named := weekday(after["name"])):
        return start, end + after.end(), named
    return start, end, None
