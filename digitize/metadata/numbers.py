"""The numbers of a run of issues: each one more than the last, unless something is amiss.

Some papers count on for ever, some begin anew with each year or volume; both are followed.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from digitize.metadata.series import Held

_STEADY = 0.6  # share of neighbours whose numbers follow each other, before numbers say anything
_FEWEST = 4
_ANEW = 3  # the highest number that a count begun anew may open with
_WIDE = 40  # numbers that a hole in a row may have; a wider one is a part that is not held
_ROW = 6  # issues before a count may begin anew
_GOES_ON = 3  # issues that must follow it, or it is a number misread


@dataclass(frozen=True, slots=True)
class Stray:
    """A number out of its row, in words; `belongs`: the days between which it has its place."""

    told: str
    belongs: tuple[str, str] | None = None


def counted(issues: Sequence[Held]) -> bool:
    """Return whether the numbers of a run mostly grow by one from issue to issue."""
    numbers = [one.number for one in issues if one.number is not None and one.day]
    steps = [two - one for one, two in pairwise(numbers)]
    return len(steps) >= _FEWEST and sum(step in (0, 1) for step in steps) >= _STEADY * len(steps)


def strays(issues: Sequence[Held]) -> dict[str, Stray]:
    """Return the folders whose number is out of the row that most of the run is in, and why."""
    told = [one for one in issues if one.number is not None and one.day]
    if not counted(told):
        return {}
    found: dict[str, Stray] = {}
    rows = list(_rows(told))
    kept = [[row[place] for place in _rising(row)] for row in rows]
    holes = list(_holes(kept))
    for row, steady in zip(rows, kept, strict=True):
        names = {one.name for one in steady}
        for one in row:
            if one.name not in names:
                found[one.name] = _stray(one, steady, holes)
    return found


def _stray(one: Held, steady: Sequence[Held], holes: Sequence[tuple[int, Held, Held]]) -> Stray:
    fitting = [
        (before, after)
        for number, before, after in holes
        if number == one.number and _same_day(one.day, before.day, after.day)
    ] or [(before, after) for number, before, after in holes if number == one.number]
    if len(fitting) == 1:
        before, after = fitting[0]
        text = f"number {one.number} belongs between {before.day} and {after.day}"
        return Stray(text, (before.day, after.day))
    left = [other for other in steady if other.day <= one.day]
    right = [other for other in steady if other.day > one.day]
    sides = [str(other.number) for other in (*left[-1:], *right[:1])]
    return Stray(f"number {one.number} stands beside {' and '.join(sides)}")


def _same_day(day: str, before: str, after: str) -> bool:
    """Whether the day of the year is right and only the year is not."""
    return before[4:] < day[4:] < after[4:]


def _rows(told: Sequence[Held]) -> Iterator[list[Held]]:
    """Yield the run cut where a count begins anew."""
    held: list[Held] = []
    for place, one in enumerate(told):
        number = one.number or 0
        following = [other.number for other in told[place + 1 : place + 1 + _GOES_ON]]
        anew = number <= _ANEW and len(held) >= _ROW and (held[-1].number or 0) > _ANEW
        if anew and following == sorted(set(following), key=lambda other: other or 0):
            yield held
            held = []
        held.append(one)
    if held:
        yield held


def _rising(row: Sequence[Held]) -> list[int]:
    """Return the places of the longest part of a row whose numbers never fall."""
    ends: list[int] = []  # the least last number of a part of each length
    last: list[int] = []
    before: list[int] = []
    for place, one in enumerate(row):
        number = one.number or 0
        length = bisect_right(ends, number)
        before.append(last[length - 1] if length else -1)
        if length == len(ends):
            ends.append(number)
            last.append(place)
        else:
            ends[length], last[length] = number, place
    chain: list[int] = []
    place = last[-1] if last else -1
    while place >= 0:
        chain.append(place)
        place = before[place]
    return chain[::-1]


def _holes(kept: Sequence[Sequence[Held]]) -> Iterator[tuple[int, Held, Held]]:
    """Yield each number that a row lacks, with the issues around it."""
    for row in kept:
        for one, two in pairwise(row):
            first, last = one.number or 0, two.number or 0
            for number in range(first + 1, last if last - first <= _WIDE else first):
                yield number, one, two
