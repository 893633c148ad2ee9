"""Printed rules: which way they run, what they part, and the frames that four of them make."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from digitize.model.geometry import Box, union
from digitize.model.page import Page, Role

_SLENDER = 3  # a rule is at least this many times longer than thick
_REACH = 0.7  # share of a frame's side that must be printed; rules break in old print
_LARGEST = 0.5  # of the page; a larger frame is the page's own border
_FILLED = 0.75  # of a box; where smaller frames fill so much, it is no frame of its own
_EDGE = 0.008  # of the page; lines so near its edge are shadows of the paper
_INNER = 0.2  # of a column's width; a rule that ends so far from its side ends within it
_SIDE = 0.88  # share of an upright side that must be printed
_HELD = 0.7  # of a box; what lies so far inside a frame belongs to it
_ONE_SIDE = 1 / 3  # body sizes; uprights further apart are two, the side of a box and another
_MISSED = 4.0  # body sizes by which an upright side may end short of the rules across
_FINE = 0.6  # times as thick as the sides; so fine are the rules between rows of a table
_TABLE_ROWS, _ROW = 3, 4.0  # rows of a ruled table, and how high in body sizes they may be
_CELL, _CROSSED = 2.2, 0.8  # body sizes from row to row, and share of a rule that rows cross
_TOUCH = 2  # pixels by which a rule may reach into the box of the type beside it
_BAR = 2.0  # body sizes between a byline, or a quote, and the rules over and under it
_BELOW_INK, _TOUCH_NEAR = 0.15, 0.3  # of such a box, and of how near the rule may stand, at most
_BESIDE, _BEYOND = 2.5, 3.0  # sizes between a frame's side and its rule, and beyond its corner
_CORNER = 2.5  # body sizes by which the rules of a frame may miss each other at a corner


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of a page, by direction."""

    across: tuple[Box, ...]
    upright: tuple[Box, ...]

    def part_rows(self, upper: Box, lower: Box) -> bool:
        """Return whether a rule lies in the white between two boxes, one above the other.

        A rule that runs through the print itself is underlining, a stain or a letter's bar.
        """
        span = Box(max(upper.x0, lower.x0), 0, min(upper.x1, lower.x1), 1)
        top, bottom = upper.y1 - 0.2 * upper.height, lower.y0 + 0.2 * lower.height
        return any(
            rule.y0 <= bottom
            and rule.y1 >= top
            and top <= rule.center.y <= bottom
            and rule.overlap_x(span) >= 0.4 * max(1, span.width)
            for rule in self.across
        )

    def over(self, box: Box, near: float, share: float) -> tuple[Box, ...]:
        """Return the level rules at most `near` over a box, along `share` of its width or more."""
        return tuple(
            rule
            for rule in self._along(box, share)
            if -_touch(box, near) <= box.y0 - rule.y1 <= near
        )

    def under(self, box: Box, near: float, share: float) -> tuple[Box, ...]:
        """Return the level rules at most `near` under a box, along `share` of its width or more."""
        return tuple(
            rule
            for rule in self._along(box, share)
            if -_touch(box, near) <= rule.y0 - box.y1 <= near
        )

    def enclose(self, box: Box, near: float, share: float) -> bool:
        """Return whether a rule stands right over a box and another right under it."""
        return bool(self.over(box, near, share) and self.under(box, near, share))

    def _along(self, box: Box, share: float) -> Iterator[Box]:
        return (rule for rule in self.across if rule.overlap_x(box) >= share * box.width)

    def part_columns(self, left: Box, right: Box) -> bool:
        """Return whether a rule stands between two boxes, one beside the other."""
        top, bottom = max(left.y0, right.y0), min(left.y1, right.y1)
        middle = (top + bottom) // 2
        first, last = left.center.x, right.center.x
        return any(
            x0 < last and x1 > first and y0 <= middle <= y1 and first < (x0 + x1) // 2 < last
            for x0, y0, x1, y1 in self.upright
        )


def without_bars(rules: Rules, names: Iterable[Box], heads: Sequence[Box], size: float) -> Rules:
    """Return rules without each pair around a byline under its headline: they part no story."""
    near = 2 * _BAR * size
    return _without(
        rules,
        (
            pair
            for name in names
            for pair in _around(rules, name, size)
            if any(0 <= pair[0].y1 - one.y1 <= near and one.overlap_x(pair[0]) > 0 for one in heads)
        ),
    )


def without_quoted(rules: Rules, quotes: Iterable[Box], size: float) -> Rules:
    """Return rules without each pair around a quote that text flows past: they part no column."""
    return _without(rules, (pair for box in quotes for pair in _around(rules, box, size)))


def _around(rules: Rules, box: Box, size: float) -> Iterator[tuple[Box, Box]]:
    """Yield each rule right over a box with the one of its length right under it."""
    for top in rules.over(box, _BAR * size, 1.0):
        for foot in rules.under(box, _BAR * size, 1.0):
            if max(abs(top.x0 - foot.x0), abs(top.x1 - foot.x1)) <= size:
                yield top, foot


def _without(rules: Rules, pairs: Iterable[tuple[Box, Box]]) -> Rules:
    gone = {rule for pair in pairs for rule in pair}
    return Rules(tuple(rule for rule in rules.across if rule not in gone), rules.upright)


def _touch(box: Box, near: float) -> float:
    """Return how far a rule may reach into a box: boxes of large type reach beyond its ink."""
    return max(_TOUCH, min(_BELOW_INK * box.height, _TOUCH_NEAR * near))


def rules_of(page: Page) -> Rules:
    """Sort the page's separators by direction; square specks and the scan's edges are neither."""
    width, height = page.scan.width, page.scan.height
    edge = _EDGE * min(width, height)
    inner = Box(round(edge), round(edge), round(width - edge), round(height - edge))
    boxes = [
        region.box
        for region in page.regions
        if region.role == Role.SEPARATOR and inner.has(region.box.center)
    ]
    return Rules(
        tuple(box for box in boxes if box.width >= _SLENDER * box.height),
        tuple(box for box in boxes if box.height >= _SLENDER * box.width),
    )


def turned(rules: Rules, width: int) -> Rules:
    """Return the rules as vertical print sees them, laid on its side (see `scale.turn`)."""

    def turn(boxes: Iterable[Box]) -> tuple[Box, ...]:
        return tuple(Box(box.y0, width - box.x1, box.y1, width - box.x0) for box in boxes)

    return Rules(turn(rules.upright), turn(rules.across))


@lru_cache(maxsize=32)
def frames(rules: Rules, size: float, area: int) -> tuple[Box, ...]:
    """Return the boxes that rules close on four sides, the smallest first.

    Neighbours may share rules, so any rule may run on beyond a corner. Left out are boxes that
    smaller ones fill, and what frames most of the page's `area` in square pixels.
    """
    near = _CORNER * size
    across = merged(rules.across, near, flat=True)
    whole = Rules(across, merged(rules.upright, near, flat=False))
    upright = [rule for rule in without_cells(whole, size).upright if rule.height > 2 * size]
    levels = _levels([rule.center.y for rule in across], size)
    lying = {
        level: [rule for rule in across if abs(rule.center.y - level) <= 2 * size]
        for level in levels
    }
    found = {
        box
        for at, top in enumerate(levels)
        for bottom in levels[at + 1 :]
        if bottom - top > near
        for box in _closed(top, bottom, lying, upright, size)
        if box.area <= _LARGEST * area
    }
    rows = {box for whole in found for box in _rows(whole, found, rules, size)}
    return tuple(sorted(_no_sums(found - rows), key=lambda box: (box.area, box)))


def without_cells(rules: Rules, size: float) -> Rules:
    """Return rules without the uprights that part the cells of a table: every row crosses them.

    Level rules are to be whole: `merged`.
    """
    return Rules(
        rules.across,
        tuple(rule for rule in rules.upright if not _parts_cells(rule, rules.across, size)),
    )


def _parts_cells(upright: Box, across: Sequence[Box], size: float) -> bool:
    levels = sorted(
        rule.center.y
        for rule in across
        if rule.x0 < upright.center.x - size
        and upright.center.x + size < rule.x1
        and upright.y0 - size / 2 <= rule.center.y <= upright.y1 + size / 2
    )
    steps = [two - one for one, two in itertools.pairwise(levels) if two - one > size / 2]
    rows = [step for step in steps if step <= _CELL * size]
    return len(rows) >= _TABLE_ROWS and sum(rows) >= _CROSSED * upright.height


def _rows(whole: Box, found: Collection[Box], rules: Rules, size: float) -> list[Box]:
    """Return the rows of a closed box that rules from side to side part as a table, else none."""
    near = _CORNER * size
    rows = [
        box
        for box in found
        if whole.y0 <= box.y0
        and box.y1 <= whole.y1
        and box.height < whole.height
        and max(abs(box.x0 - whole.x0), abs(box.x1 - whole.x1)) <= near
    ]
    low = [(box.y0, box.y1) for box in rows if box.height <= _ROW * size]
    table = len(low) >= _TABLE_ROWS and covered(low) >= 0.5 * whole.height
    fine = len(rows) >= _TABLE_ROWS and _finely_ruled(whole, rules, near)
    return rows if (table or fine) and is_closed(whole, rules, size) else []


def _finely_ruled(whole: Box, rules: Rules, near: float) -> bool:
    """Whether the level rules in a box are finer than those it is closed by, as in a table."""
    own = [rule for rule in rules.across if rule.overlap_x(whole) >= 0.5 * whole.width]
    inner = [one.height for one in own if whole.y0 + near < one.center.y < whole.y1 - near]
    edges = [
        max((one.height for one in own if abs(one.center.y - edge) <= near), default=0)
        for edge in (whole.y0, whole.y1)
    ]
    return bool(inner) and max(inner) <= _FINE * min(edges)


def _levels(places: Iterable[int], size: float) -> list[int]:
    """Return one place for each group of places that lie within a body size."""
    held: list[int] = []
    for place in sorted(places):
        if not held or place - held[-1] > size:
            held.append(place)
    return held


def _closed(
    top: int,
    bottom: int,
    lying: Mapping[int, Sequence[Box]],
    upright: Sequence[Box],
    size: float,
) -> Iterator[Box]:
    """Yield the boxes between two heights that uprights and the rules lying there close."""
    height, miss = bottom - top, _MISSED * size
    sides = _levels(
        (
            rule.center.x
            for rule in upright
            if min(rule.y1, bottom) - max(rule.y0, top) >= _SIDE * height
            and rule.y0 - top <= miss
            and bottom - rule.y1 <= miss
        ),
        _ONE_SIDE * size,
    )
    for left, right in itertools.pairwise(sides):
        wide = right - left > 3 * size
        if wide and all(_closes(lying[at], left, right, at, size) for at in (top, bottom)):
            yield Box(left, top, right, bottom)


def _closes(rules: Sequence[Box], left: int, right: int, level: int, size: float) -> bool:
    """Whether rules near a level close a side, and none is longer than those at that level."""
    spans = {rule: (max(rule.x0, left), min(rule.x1, right)) for rule in rules}
    longest = max(end - start for start, end in spans.values())
    at_level = any(
        abs(rule.center.y - level) <= size and end - start >= longest
        for rule, (start, end) in spans.items()
    )
    return at_level and covered(spans.values()) >= _REACH * (right - left)


def covered(spans: Iterable[tuple[int, int]]) -> float:
    """Return the length that spans cover together; overlaps count once."""
    total, edge = 0, -(10**9)
    for start, end in sorted(spans):
        total += max(0, end - max(start, edge))
        edge = max(edge, end)
    return float(total)


def _no_sums(boxes: Iterable[Box]) -> list[Box]:
    """Leave out boxes that smaller ones fill side by side: they are no frame of their own."""
    kept: list[Box] = []
    for box in sorted(boxes, key=lambda item: (item.area, item)):
        inner = [other for other in kept if box.intersection(other) > 0.9 * other.area]
        tiles = [
            one
            for one in inner
            if not any(one != two and two.intersection(one) > 0.9 * one.area for two in inner)
        ]
        if sum(tile.area for tile in tiles) < _FILLED * box.area:
            kept.append(box)
    return kept


@lru_cache(maxsize=32)
def closed_frames(rules: Rules, size: float, area: int) -> tuple[Box, ...]:
    """Return those of the `frames` whose sides end at their corners, the smallest first."""
    return tuple(box for box in frames(rules, size, area) if is_closed(box, rules, size))


@lru_cache(maxsize=32)
def open_boxes(rules: Rules, size: float) -> tuple[Box, ...]:
    """Return what stands between two level rules that begin and end alike, as quotes do."""
    near = _CORNER * size
    found = []
    for top in rules.across:
        under = [
            rule for rule in rules.across if rule.y0 > top.y1 + near and rule.overlap_x(top) > 0
        ]
        foot = min(under, key=lambda rule: rule.y0, default=None)
        if foot and abs(top.x0 - foot.x0) <= size and abs(top.x1 - foot.x1) <= size:
            found.append(union((top, foot)))
    return tuple(found)


def is_closed(frame: Box, rules: Rules, size: float) -> bool:
    """Return whether the sides of a frame end at its corners: column rules run on beyond.

    So do the rules over and under a column, both to the same side.
    """
    near, beyond = _BESIDE * size, _BEYOND * size
    levels = [_ends(frame, place, rules, near) for place in (frame.y0, frame.y1)]
    if max(left for left, _ in levels) < frame.x0 - beyond:
        return False
    if min(right for _, right in levels) > frame.x1 + beyond:
        return False
    return all(_side_ends(frame, side, rules, near, beyond) for side in (frame.x0, frame.x1))


def _side_ends(frame: Box, side: int, rules: Rules, near: float, beyond: float) -> bool:
    """Return whether a side of a frame ends at its corners: of rules beside each other, one."""
    found = [
        rule
        for rule in rules.upright
        if abs(rule.center.x - side) <= near and rule.overlap_y(frame) > 0
    ]
    whole = [rule for rule in found if rule.overlap_y(frame) >= _SIDE * frame.height]
    ends = [
        rule.y0 >= frame.y0 - beyond and rule.y1 <= frame.y1 + beyond for rule in whole or found
    ]
    return any(ends) if whole else all(ends)


def _ends(frame: Box, place: int, rules: Rules, near: float) -> tuple[int, int]:
    """Return where the rule over or under a frame begins and ends: the shortest as long as it.

    Where that is broken over the frame, its other piece says so.
    """
    level = [
        rule
        for rule in rules.across
        if abs(rule.center.y - place) <= near and rule.overlap_x(frame) > near
    ]
    whole = [rule for rule in level if rule.overlap_x(frame) >= _REACH * frame.width]
    if not whole:
        return frame.x0, frame.x1
    own = min(whole, key=lambda rule: rule.width)
    before = (rule.x0 for rule in level if frame.x0 < rule.x1 <= own.x0 + near)
    after = (rule.x1 for rule in level if own.x1 - near <= rule.x0 < frame.x1)
    return min(before, default=own.x0), max(after, default=own.x1)


def is_astride(rule: Box, column: Box, size: float) -> bool:
    """Return whether a level rule runs out over one side of a column and ends within it.

    It belongs to what stands astride the gutter there, and parts nothing of the column.
    """
    left, right = column.x0 - rule.x0, rule.x1 - column.x1
    return max(left, right) > size and min(left, right) < -_INNER * column.width


def holds(frame: Box, box: Box) -> bool:
    """Return whether a box lies in a frame, for the most part: lettering may touch its rules."""
    return frame.intersection(box) >= _HELD * max(1, box.area)


def merged(boxes: Iterable[Box], near: float, *, flat: bool) -> tuple[Box, ...]:
    """Join rules that lie on one line and nearly touch: print breaks them."""
    held: list[Box] = []
    for box in sorted(boxes, key=lambda item: (item.x0, item.y0) if flat else (item.y0, item.x0)):
        for at, other in enumerate(held):
            if flat:
                level = abs(box.center.y - other.center.y) <= max(2.0, 0.3 * near)
                close = -box.overlap_x(other) <= near
            else:
                level = abs(box.center.x - other.center.x) <= max(2.0, 0.3 * near)
                close = -box.overlap_y(other) <= near
            if level and close:
                held[at] = union((box, other))
                break
        else:
            held.append(box)
    return tuple(held)
