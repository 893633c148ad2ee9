"""Recursive cuts through the white of a page, weighed by the rules printed in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from digitize.layout.rules import Rules, covered
from digitize.model.geometry import Box, union

_SHRINK = 0.25  # sizes taken off every side: boxes that touch by noise still part
_PROMINENT = 5.0  # a cut across needs this many times the white of one down (ocrd_cis)
_COVERED = 0.8  # share of a cut that a rule must follow to count as printed
_SPANNING = 0.6  # width of a set; a unit this wide is what stops the columns
_HEADED = 0.7  # width of a set; headlines that cover it under a cut begin new stories
_HEADED_BONUS = 6.0  # sizes of white that such a row of headlines is worth
_SPAN_BONUS = 3.0  # sizes of white that the neighbourhood of such a unit is worth


@dataclass(frozen=True, slots=True)
class Unit:
    """Something to be ordered: one region, or a frame with all that is in it."""

    box: Box
    members: tuple[int, ...]
    heading: bool = False


class Paper(NamedTuple):
    """What units are cut by: the page's rules, its body size; pictures, which are no white."""

    rules: Rules
    size: float
    pictures: tuple[Box, ...] = ()


class _Cut(NamedTuple):
    at: float
    half: float  # from the middle of the gap to what stands beside it
    white: float  # how much of the gap no picture fills
    covered: float


Leaf = Callable[[Sequence[Unit]], list[Unit]]


def cut(units: Sequence[Unit], paper: Paper, leaf: Leaf) -> list[Unit]:
    """Order units by cutting: columns first, rows where they stop the columns or rules say so.

    `leaf` orders what cannot be cut. Measured on modular pages: .998 of stories stay whole.
    """
    if len(units) < 2:
        return list(units)
    down = _cuts(units, paper, down=True)
    across = [item for item in _cuts(units, paper, down=False) if not _beheads(item, units, paper)]
    if down and not _rows_first(down, across):
        return _go_on(units, [item.at for item in down], paper, leaf, down=True)
    if across:
        best = max(across, key=lambda item: _worth(item, units, paper.size))
        return _go_on(units, [best.at], paper, leaf, down=False)
    return leaf(units)


def _rows_first(down: Sequence[_Cut], across: Sequence[_Cut]) -> bool:
    widest = max(item.white for item in down)
    ruled_down = any(item.covered >= _COVERED for item in down)
    ruled = any(item.covered >= _COVERED for item in across)
    return (ruled and not ruled_down) or any(item.white >= _PROMINENT * widest for item in across)


def _beheads(item: _Cut, units: Sequence[Unit], paper: Paper) -> bool:
    """Whether a cut across parts a headline from its text: others beside it would come between."""
    if item.covered >= _COVERED:
        return False  # what a printed rule parts is parted
    over = [unit for unit in units if unit.box.center.y < item.at]
    low = [
        unit
        for unit in over
        if unit.heading and item.at - unit.box.y1 <= item.half + 3 * paper.size
    ]
    return any(
        one.box.overlap_y(two.box) > 0 and one.box.overlap_x(two.box) <= 0
        for one in low
        for two in over
        if one is not two
    )


def _worth(item: _Cut, units: Sequence[Unit], size: float) -> float:
    whole = union(unit.box for unit in units)
    near = item.half + 0.5 * size
    spanning = any(
        unit.box.width >= _SPANNING * whole.width
        and min(abs(unit.box.y0 - item.at), abs(unit.box.y1 - item.at)) <= near
        for unit in units
    )
    score = item.white / size * (1 + 2 * item.covered) + _SPAN_BONUS * spanning
    return score + _HEADED_BONUS * _headed(item, units, whole, size)


def _headed(item: _Cut, units: Sequence[Unit], whole: Box, size: float) -> bool:
    """Whether every column begins with a headline right under the cut: stories end above it."""
    near = item.half + 1.5 * size
    first = [unit for unit in units if 0 <= unit.box.y0 - item.at <= near]
    heads = sum(unit.box.width for unit in first if unit.heading)
    texts = sum(unit.box.width for unit in first if not unit.heading)
    return texts == 0 and heads >= _HEADED * whole.width


def _go_on(
    units: Sequence[Unit], places: list[float], paper: Paper, leaf: Leaf, *, down: bool
) -> list[Unit]:
    places = sorted(places)
    parts: list[list[Unit]] = [[] for _ in range(len(places) + 1)]
    for unit in units:
        middle = unit.box.center.x if down else unit.box.center.y
        parts[sum(middle > place for place in places)].append(unit)
    if max(len(part) for part in parts) == len(units):
        return leaf(units)
    return [unit for part in parts for unit in cut(part, paper, leaf)]


def _cuts(units: Sequence[Unit], paper: Paper, *, down: bool) -> list[_Cut]:
    """Return the places where a straight cut meets no unit."""
    whole = union(unit.box for unit in units)
    return [
        _Cut(
            (start + end) / 2,
            (end - start) / 2,
            end - start if down else _white(start, end, whole, paper),
            _cover(start, end, whole, paper, down=down),
        )
        for start, end in _gaps(units, _SHRINK * paper.size, down=down)
    ]


def _white(start: float, end: float, whole: Box, paper: Paper) -> float:
    """Return how much of a gap between rows no picture fills."""
    filled = max(
        (
            min(end, box.y1) - max(start, box.y0)
            for box in paper.pictures
            if box.overlap_x(whole) > 0.3 * min(box.width, whole.width)
        ),
        default=0.0,
    )
    return max(1.0, end - start - max(0.0, filled))


def _gaps(units: Sequence[Unit], shrink: float, *, down: bool) -> Iterator[tuple[float, float]]:
    spans = sorted(
        (unit.box.x0 + shrink, unit.box.x1 - shrink)
        if down
        else (unit.box.y0 + shrink, unit.box.y1 - shrink)
        for unit in units
    )
    edge = spans[0][1]
    for start, end in spans[1:]:
        if start > edge:
            yield edge, start
        edge = max(edge, end)


def _cover(start: float, end: float, whole: Box, paper: Paper, *, down: bool) -> float:
    """Return which share of a cut is printed as a rule."""
    near, rules = 0.5 * paper.size, paper.rules
    if down:
        spans = [
            (max(rule.y0, whole.y0), min(rule.y1, whole.y1))
            for rule in rules.upright
            if start - near <= rule.center.x <= end + near
        ]
        length = whole.height
    else:
        spans = [
            (max(rule.x0, whole.x0), min(rule.x1, whole.x1))
            for rule in rules.across
            if start - near <= rule.center.y <= end + near
        ]
        length = whole.width
    return covered(spans) / max(1, length)
