"""The issues of one title among many: told apart by name, whatever a nameplate was read as.

Names are compared by their letters. One that is a letter or two off a far more common one, in
folders named alike, is that name misread; the calendar says so and changes no record.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rapidfuzz.distance import OSA

from digitize.grammar.filed import DAY, days
from digitize.metadata.head import letters
from digitize.model.issue import Evidence, Issue

_RARE = 10  # times rarer than its neighbour is a name that may be that neighbour misread
_RARE_BESIDE = 3  # times rarer, where the folders of both are named alike
_TELLING = 6  # letters of a name for each one misread
NAMELESS = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """One issue as it lies in its folder."""

    name: str  # of the folder
    issue: Issue
    pages: int
    failed: int = 0  # pages that could not be read

    @property
    def filed(self) -> str:
        """The day in the folder's name, "" when there is none."""
        return next(days(self.name), "")

    @property
    def day(self) -> str:
        """The day it is kept under: the printed one, or its folder's where that is in doubt."""
        sure = self.issue.date and self.issue.weekday_agrees is not False
        return (self.issue.date or "") if sure or not self.filed else self.filed

    @property
    def number(self) -> int | None:
        """Its number as a figure; None when there is none."""
        number = self.issue.number or ""
        return int(number) if number.isdecimal() else None

    @property
    def labels(self) -> tuple[Evidence, ...]:
        """What the folios say of the pages that have a label, in page order."""
        return tuple(one for one in self.issue.evidence if one.field == "page")


@dataclass(frozen=True, slots=True)
class Series:
    """The issues of one title, by day and folder."""

    title: str
    issues: tuple[Held, ...]


def series(issues: Iterable[Held]) -> tuple[Series, ...]:
    """Return the titles among `issues`, the largest first; those without a name are the last."""
    named: dict[str, list[Held]] = defaultdict(list)
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    held = sorted(issues, key=lambda one: (one.day, one.name))
    known = _by_folder(held)
    for one in held:
        title = one.issue.title or known.get(_stem(one), NAMELESS)
        key = letters([title])
        named[key].append(one)
        if one.issue.title:
            forms[key][one.issue.title] += 1
    for key, home in _misread(named):
        named[home] += named.pop(key)
        forms[home].update(forms.pop(key, Counter()))
    found = [_series(forms[key], named[key]) for key in named]
    return tuple(sorted(found, key=lambda one: (not one.title, -len(one.issues), one.title)))


def _series(forms: Counter[str], issues: list[Held]) -> Series:
    ranked = sorted(forms.items(), key=lambda item: (-item[1], item[0].isupper(), item[0]))
    title = ranked[0][0] if ranked else NAMELESS
    return Series(title, tuple(sorted(issues, key=lambda one: (one.day, one.name))))


def _stem(one: Held) -> str:
    """Return the folder's name without its day: what the folders of one title share."""
    return DAY.sub("", one.name).strip("-_. ") if one.filed else ""


def _by_folder(held: Iterable[Held]) -> dict[str, str]:
    """Return the title most common in the folders of one stem, for issues that have none."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for one in held:
        if one.issue.title and _stem(one):
            counts[_stem(one)][one.issue.title] += 1
    return {
        stem: min(count, key=lambda name: (-count[name], name)) for stem, count in counts.items()
    }


def _misread(named: dict[str, list[Held]]) -> Iterator[tuple[str, str]]:
    """Yield each rare name with the common one that it is, but for a letter or two."""
    ranked = sorted(filter(None, named), key=lambda key: (-len(named[key]), key))
    for place in range(len(ranked) - 1, 0, -1):
        key = ranked[place]
        budget = max(len(key) // _TELLING, 1)
        folders = set(map(_stem, named[key]))
        for home in ranked[:place]:
            beside = folders <= {*map(_stem, named[home])} - {""}
            rarer = _RARE_BESIDE if beside else _RARE
            common = len(named[home]) >= rarer * len(named[key])
            if common and OSA.distance(key, home, score_cutoff=budget) <= budget:
                yield key, home
                break
