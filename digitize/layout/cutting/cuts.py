"""Straight cuts through the white of a page, weighed by the rules printed in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from digitize.layout.evidence.seams import Tie
from digitize.layout.page.rules import Rules, covered
from digitize.model.geometry import Box, union

_SHRINK = 0.25  # sizes taken off every side: boxes that touch by noise still part
_PROMINENT = 5.0  # a cut across needs this many times the white of one down (ocrd_cis)
_COVERED = 0.8  # share of a cut that a rule must follow to count as printed
_SPANNING = 0.6  # width of a set; a unit this wide is what stops the columns
_HEADED = 0.7  # width of a set; headlines that cover it under a cut begin new stories
_HEADED_BONUS = 6.0  # sizes of white that such a row of headlines is worth
_BEFORE = -0.7  # seams of text; columns come before rows where nothing else is said
_OPEN = 0.3  # sizes of white, beyond that between lines, that part rows; less of it counts
_TIGHT = 2.0  # seams of text against it: columns happen to have lines on one level
_DECK, _DECK_NEAR = 3.0, 1.5  # body sizes; how high a deck or byline is, how near its headline
_LEVEL = 0.5  # the same, for each column beyond two that white lies level in
_BROKEN = 2  # rules between columns that end at one height, and begin anew under it
_RULED = 1.6  # the same, for a rule along all of a cut
_WIDE = 1.6  # the same, for white that is prominent
_SPAN_BONUS = 3.0  # sizes of white that the neighbourhood of such a unit is worth


@dataclass(frozen=True, slots=True)
class Unit:
    """Something to be ordered: one region, or a frame with all that is in it."""

    box: Box
    members: tuple[int, ...]
    heading: bool = False
    framed: bool = False
    size: float = 0.0  # of its type; 0: several


class Paper(NamedTuple):
    """What units are cut by: rules, the body size, pictures, which are no white, and the text.

    `ties` holds both ends of what each member says; members without one say nothing.
    """

    rules: Rules
    size: float
    pictures: tuple[Box, ...] = ()
    ties: Mapping[int, Tie] = {}
    leading: float = 0.0  # white between two lines of body text


class Cut(NamedTuple):
    """A straight cut: where it runs, how much room it has, how much of it is a printed rule."""

    at: float
    half: float  # from the middle of the gap to what stands beside it
    white: float  # how much of the gap no picture fills
    covered: float


def cuts_down(units: Sequence[Unit], paper: Paper) -> list[Cut]:
    """Return the straight cuts between columns that meet no unit."""
    return _cuts(units, paper, down=True)


def cuts_across(units: Sequence[Unit], paper: Paper) -> tuple[list[Cut], list[Cut]]:
    """Return the straight cuts between rows that meet no unit, the best first.

    Those that part a headline from its text come apart from the rest.
    """
    found = sorted(
        _cuts(units, paper, down=False), key=lambda item: -_worth(item, units, paper.size)
    )
    stacks = _stacks(units, paper.size)
    beheading = [item for item in found if _beheads(item, units, stacks, paper)]
    return [item for item in found if item not in beheading], beheading


def for_rows(item: Cut, down: Sequence[Cut], units: Sequence[Unit], paper: Paper) -> float:
    """Return what speaks for a cut across before any cut down, in seams of text; below 0 against.

    White that lies level in many columns is no chance.
    """
    if not down:
        return 0.0
    widest = max(cut.white for cut in down)
    ruled_down = any(cut.covered >= _COVERED for cut in down)
    ruled = item.covered >= _COVERED
    wide = item.white >= _PROMINENT * widest
    columns: dict[int, set[bool]] = {}
    for unit in units:
        column = sum(unit.box.center.x > other.at for other in down)
        columns.setdefault(column, set()).add(unit.box.center.y > item.at)
    level = sum(len(sides) == 2 for sides in columns.values())
    tight = item.white < paper.leading + (2 * _SHRINK + _OPEN) * paper.size
    score = _BEFORE + _LEVEL * max(0, level - 2) - _TIGHT * (tight and not ruled)
    if ruled_down and not ruled:
        score += 0.5 * _RULED if _breaks_rules(item, units, paper) else -0.5 * _RULED
    return score + _RULED * ruled + _WIDE * wide


def _breaks_rules(item: Cut, units: Sequence[Unit], paper: Paper) -> bool:
    """Whether the rules between columns, two or more, all end at a cut and begin anew under it."""
    whole, near = union(unit.box for unit in units), item.half + paper.size
    own = [rule for rule in paper.rules.upright if whole.x0 < rule.center.x < whole.x1]
    over = [rule for rule in own if rule.y0 < item.at - near and abs(rule.y1 - item.at) <= near]
    under = [rule for rule in own if rule.y1 > item.at + near and abs(rule.y0 - item.at) <= near]
    return min(len(over), len(under)) >= _BROKEN and not any(
        rule.y0 < item.at - near and rule.y1 > item.at + near for rule in own
    )


def _stacks(units: Sequence[Unit], size: float) -> list[Unit]:
    """Return the headlines, each with its decks and byline: low units right under it."""
    found = [unit for unit in units if unit.heading]
    for unit in sorted(units, key=lambda one: one.box.y0):
        low = not unit.heading and unit.box.height <= _DECK * size
        if low and any(
            -0.5 * size <= unit.box.y0 - head.box.y1 <= _DECK_NEAR * size
            and unit.box.overlap_x(head.box) > 0
            for head in found
        ):
            found.append(unit)
    return found


def _beheads(item: Cut, units: Sequence[Unit], stacks: Sequence[Unit], paper: Paper) -> bool:
    """Whether a cut across parts a headline from its text: others beside it would come between."""
    if item.covered >= _COVERED:
        return False  # what a printed rule parts is parted
    over = [unit for unit in units if unit.box.center.y < item.at]
    low = [
        unit
        for unit in stacks
        if unit.box.center.y < item.at and item.at - unit.box.y1 <= item.half + 3 * paper.size
    ]
    return any(
        one.box.overlap_y(two.box) > 0 and one.box.overlap_x(two.box) <= 0
        for one in low
        for two in over
        if one is not two
    )


def _worth(item: Cut, units: Sequence[Unit], size: float) -> float:
    whole = union(unit.box for unit in units)
    near = item.half + 0.5 * size
    spanning = any(
        unit.box.width >= _SPANNING * whole.width
        and min(abs(unit.box.y0 - item.at), abs(unit.box.y1 - item.at)) <= near
        for unit in units
    )
    score = item.white / size * (1 + 2 * item.covered) + _SPAN_BONUS * spanning
    return score + _HEADED_BONUS * _headed(item, units, whole, size)


def _headed(item: Cut, units: Sequence[Unit], whole: Box, size: float) -> bool:
    """Whether every column begins with a headline right under the cut: stories end above it."""
    near = item.half + 1.5 * size
    first = [unit for unit in units if 0 <= unit.box.y0 - item.at <= near]
    heads = sum(unit.box.width for unit in first if unit.heading)
    texts = sum(unit.box.width for unit in first if not unit.heading)
    return texts == 0 and heads >= _HEADED * whole.width


def _cuts(units: Sequence[Unit], paper: Paper, *, down: bool) -> list[Cut]:
    """Return the places where a straight cut meets no unit."""
    whole = union(unit.box for unit in units)
    return [
        Cut(
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
