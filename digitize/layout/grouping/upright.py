"""Single characters on a page of vertical print, given back to the columns they stand in."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import replace

from digitize.layout.page.scale import mostly_vertical, size_of
from digitize.model.page import Line

_NARROW = 1.5  # sizes; one character, or two digits side by side, is no wider
_LANE = 0.5  # sizes by which a character's middle may miss that of its column
_NEAR = 1.5  # sizes of white to the rest of the column
_PITCH = 2.2  # sizes from the middle of one column to that of the next
_LEVEL = 0.3  # sizes by which the heads of two columns may differ
_LIKE = 1.35  # type sizes that may belong to one column


def upright(lines: Sequence[Line]) -> list[Line]:
    """Return the lines, lone characters over or under a vertical line made vertical too.

    A single character looks the same either way; who found it could not know. On a page that is
    not mostly vertical nothing changes.
    """
    if not mostly_vertical(lines):
        return list(lines)
    lines = [piece for line in lines for piece in _apart(line)]
    standing = [line for line in lines if line.vertical]
    waiting = [line for line in lines if not line.vertical and _is_narrow(line)]
    while True:
        found = [
            line
            for line in waiting
            if any(_in_column(line, other) or _begins(line, other) for other in standing)
        ]
        if not found:
            break
        standing += found
        waiting = [line for line in waiting if line not in found]
    return [replace(line, vertical=line in standing) for line in lines]


def _apart(line: Line) -> Iterator[Line]:
    """Yield single characters, far apart, that were taken for one line across the columns."""
    size = size_of(line)
    gaps = [two.box.x0 - one.box.x1 for one, two in itertools.pairwise(line.words)]
    lone = all(word.box.width <= _NARROW * size for word in line.words)
    if line.vertical or not gaps or not lone or min(gaps) < _PITCH / 3 * size:
        yield line
        return
    for at, word in enumerate(line.words):
        name = line.id if at == 0 else ""
        yield replace(line, id=name, box=word.box, words=(word,), baseline=())


def _is_narrow(line: Line) -> bool:
    return line.box.width <= _NARROW * size_of(line)


def _in_column(line: Line, other: Line) -> bool:
    """Whether two lines stand one over the other in one column of type."""
    small, large = sorted((size_of(line), size_of(other)))
    lane = abs(line.box.center.x - other.box.center.x) <= _LANE * small
    near = -line.box.overlap_y(other.box) <= _NEAR * small
    return lane and near and large <= _LIKE * small


def _begins(line: Line, other: Line) -> bool:
    """Whether a character is a short column of its own: it begins level with the next one."""
    size = size_of(other)
    apart = abs(line.box.center.x - other.box.center.x)
    level = abs(line.box.y0 - other.box.y0) <= _LEVEL * size
    return (
        level
        and apart <= _PITCH * size
        and size_of(line) <= _LIKE * size <= _LIKE**2 * size_of(line)
    )
