"""Dates of the French Republic, 1793 to 1805: "20 Brumaire, l'an 8", "9 Thermidor an II".

The year began at the autumn equinox in Paris; its twelve months had thirty days each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from rapidfuzz.distance import OSA

from digitize.grammar.found import PrintedDate
from digitize.grammar.months import flat
from digitize.grammar.numerals import roman

_MONTHS = (
    "vendemiaire brumaire frimaire nivose pluviose ventose "
    "germinal floreal prairial messidor thermidor fructidor".split()
)
_NEW_YEAR = dict(
    zip(range(1, 15), (22, 22, 22, 23, 22, 22, 22, 23, 23, 23, 23, 24, 23, 23), strict=True)
)
"""The day of September on which each year began, from 1792."""

_BEGUN = 1791
_LONG_ENOUGH = 5  # letters of a name that one misread letter leaves telling
_AN = re.compile(r"\ban\b", re.IGNORECASE)
_DATE = re.compile(
    r"(?<!\w)(?P<day>\d{1,2})(?:er|\.|e)?\s+(?P<month>[^\W\d_]{6,12})[\s,.]+"
    r"(?:de\s+)?l?['’]?an\s+(?P<year>\d{1,2}|[IVX]{1,5}|[ivx]{1,5})(?!\w)(?:\s?e\b)?"
    r"(?:\s+de\s+la\s+r[ée]publique(?:\s+fran[çc]ai[sſ]e)?)?",
    re.IGNORECASE,
)  # fmt: skip


def republican_dates(text: str) -> Iterator[PrintedDate]:
    """Yield every date of the Republic in `text`."""
    if not _AN.search(text):
        return
    for found in _DATE.finditer(text):
        month, day = _month(found["month"]), int(found["day"])
        count = int(found["year"]) if found["year"].isdigit() else roman(found["year"].upper())
        if month is None or not 1 <= day <= 30 or count not in _NEW_YEAR:
            continue
        begun = date(_BEGUN + count, 9, _NEW_YEAR[count])
        meant = begun + timedelta(days=30 * month + day - 1)
        yield PrintedDate(
            printed=found.group(),
            start=found.start(),
            end=found.end(),
            candidates=(meant.isoformat(),),
            weekday=None,
            calendar="republican",
            conf=0.9,
        )


def _month(word: str) -> int | None:
    seen = flat(word)
    near = [
        place
        for place, name in enumerate(_MONTHS)
        if len(seen) >= _LONG_ENOUGH and OSA.distance(seen, name, score_cutoff=1) <= 1
    ]
    return near[0] if len(near) == 1 else None
