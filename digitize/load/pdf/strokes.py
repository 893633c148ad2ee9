"""Rules that a PDF draws in another way: frames with round corners, rows of dots and dashes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

Corners = tuple[float, float, float, float]

_STRAIGHT = 0.5  # of each side of a frame; round corners leave so much of it straight
_ON_SIDE = 0.5  # points by which what is drawn may lie off a side
_MARK = 12.0  # points; a dash is shorter
_SLACK = 0.5  # points by which marks of one row may differ in place and size
_APART = 2.5  # times its length, or its thickness, to the next mark
_LEAST = 6  # marks that make a rule
_LONG = 24.0  # points; a row of marks that is shorter is an ornament


def is_framed(path: Sequence[tuple[float, float]], corners: Corners) -> bool:
    """Return whether a path runs straight along most of each side of the box around it."""
    x0, top, x1, bottom = corners
    closed = [*path, *path[:1]]
    for axis, sides, length in ((1, (top, bottom), x1 - x0), (0, (x0, x1), bottom - top)):
        for side in sides:
            along = sum(
                abs(two[1 - axis] - one[1 - axis])
                for one, two in pairwise(closed)
                if max(abs(one[axis] - side), abs(two[axis] - side)) <= _ON_SIDE
            )
            if along < _STRAIGHT * length:
                return False
    return True


def dotted(marks: Iterable[Corners]) -> Iterator[Corners]:
    """Yield the rules that small marks make which stand in a row, one like the other."""
    small = [mark for mark in marks if max(mark[2] - mark[0], mark[3] - mark[1]) < _MARK]
    for axis in (0, 1):
        rows: dict[tuple[int, int], list[Corners]] = defaultdict(list)
        for mark in small:
            thick = mark[3 - axis] - mark[1 - axis]
            rows[round(mark[1 - axis] / _SLACK), round(thick / _SLACK)].append(mark)
        for row in rows.values():
            yield from _chains(sorted(row, key=lambda mark: mark[axis]), axis)


def _chains(row: Sequence[Corners], axis: int) -> Iterator[Corners]:
    """Yield the stretches of a row without a gap wider than its marks explain."""
    held: list[Corners] = []
    for mark in row:
        if held and _gap(held[-1], mark, axis) > _APART * _reach(held[-1], axis):
            yield from _whole(held, axis)
            held = []
        held.append(mark)
    yield from _whole(held, axis)


def _gap(one: Corners, two: Corners, axis: int) -> float:
    return two[axis] - one[axis + 2]


def _reach(mark: Corners, axis: int) -> float:
    """Return the length of a mark, or its thickness where that is more."""
    return max(mark[axis + 2] - mark[axis], mark[3 - axis] - mark[1 - axis])


def _whole(marks: Sequence[Corners], axis: int) -> Iterator[Corners]:
    if len(marks) < _LEAST:
        return
    x0, top = marks[0][:2]
    x1 = max(mark[2] for mark in marks)
    bottom = max(mark[3] for mark in marks)
    if (x1 - x0, bottom - top)[axis] >= _LONG:
        yield x0, top, x1, bottom
