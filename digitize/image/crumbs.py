"""What belongs to a row of glyphs: its points and dashes, and the parts of Chinese characters."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import replace

import cv2
import numpy as np

from digitize.image.glyphs import Glyphs
from digitize.image.ink import Mask, Numbers
from digitize.image.joining import GUTTER, RULE, middle_of
from digitize.image.ranges import ranges
from digitize.image.row import Row, merged
from digitize.model.geometry import Box, union

CRUMB = 2  # glyphs: so short a row may be a piece of the row it lies in
SPECK = 0.13  # of the capitals' height: a full stop is larger, dirt is smaller
DASH = 0.3  # of the capitals' height: what stands further off must be as large as a hyphen
NEAR = 0.4  # of the capitals' height beyond a row's end that a stop or quote may stand
CELL, POINT = 1.3, 0.2  # the same in a line of Chinese, where a stop has a cell; and its size
APART = 0.8  # of the capitals' height: what is no mark and so far off is another line's
BODY = 1.6  # times the usual height of rows: marks of display type have no cell of their own
LONG, BROAD = 2.4, 1.6
"""Of the capitals' height: how long a dash of two Chinese characters is, and how broad the rest."""
ROUNDS = 8  # a quotation mark may stand beyond a full stop, and both beyond half a character
WITHIN, ACCENT, FALL = 0.3, 0.15, 0.3
"""Of a piece's height that lies in the row's band, which accents and commas reach beyond by so
much of the capitals' height: what stands over or under it is another line's."""
PART = 1.5  # times a row's height: what is lower and lies in its band is part of it
ALIKE = 1.25  # times: heights of lines that follow each other
INSIDE = 0.7  # of a part's width and height that lie in the row
SQUARE = 0.75  # of a row's height that a typical glyph has if the print is Chinese
FULL = 0.9  # the same where no doubt is left: dirt behind a row of other print is not its stop
LEADING = 2.2  # heights of a line of Chinese to the next
INDENT = 2.5  # heights that the last line of a paragraph may stand in
SPACE = 1.3  # heights between its characters: a comma's cell
STROKE = 3  # times as wide as high: a character of one stroke, even where a gutter is seen
LEAST = 0.5  # heights: a line of one character is that wide


def whole_characters(rows: list[Row]) -> list[Row]:
    """Return the rows with those made whole that are upper or lower parts of characters.

    Two lines of print never share a band of the page: what lies in a row's band is part of it.
    """
    done: list[Row] = []
    table = np.zeros((len(rows), 4))
    order = sorted(rows, key=lambda row: -row.rise * row.box.width)
    for row, alone in zip(order, _alone(order), strict=True):
        host = None if alone else _host(row, table[: len(done)])
        if host is None:
            table[len(done)] = _spot(row)
            done.append(row)
        else:
            done[host] = _absorbed(done[host], row)
            table[host] = _spot(done[host])
    return done


def _alone(rows: list[Row]) -> list[bool]:
    """Return for each row whether no other one reaches into its box."""
    x0, x1, top, base = np.array([_spot(row) for row in rows]).reshape(-1, 4).T
    order = np.argsort(top, kind="stable")
    below = np.searchsorted(top[order], base[order]) - np.arange(len(rows)) - 1
    other, one = ranges(np.arange(len(rows)) + 1, np.maximum(below, 0))
    one, other = order[one], order[other]
    meet = np.minimum(x1[one], x1[other]) > np.maximum(x0[one], x0[other])
    alone = np.ones(len(rows), bool)
    alone[one[meet]] = alone[other[meet]] = False
    return alone.tolist()


def _spot(row: Row) -> tuple[float, float, float, float]:
    return row.box.x0, row.box.x1, row.top, row.base


def _host(row: Row, table: Numbers) -> int | None:
    """Return which of the rows in `table`, none of them smaller, holds most of a row."""
    x0, x1, top, base = table.T
    width = np.minimum(x1, row.box.x1) - np.maximum(x0, row.box.x0)
    height = np.minimum(base, row.base) - np.maximum(top, row.top)
    lower = row.rise <= PART * (base - top)
    inside = (width >= INSIDE * row.box.width) & (height >= INSIDE * row.rise) & lower
    found = np.flatnonzero(inside)
    return int(found[np.argmax(height[found])]) if len(found) else None


def _absorbed(host: Row, part: Row) -> Row:
    whole = merged(host, part)
    return replace(host, box=whole.box, area=whole.area)


def gather(rows: list[Row], small: Glyphs, blocked: Mask) -> tuple[list[Row], list[Row]]:
    """Add dots, accents, commas, hyphens and parts of characters to the rows they belong to.

    Returns the rows and the pieces that belong to none.
    """
    rows = whole_characters(rows)
    whole = sorted((row for row in rows if row.count > CRUMB), key=lambda row: row.rise)
    crumbs = [row for row in rows if row.count <= CRUMB]
    bar = blocked[(small.y0 + small.y1) // 2, (small.x0 + small.x1) // 2]
    stroke = (small.width >= STROKE * small.height) & (bar < bar.max(initial=255))
    free = (bar == 0) | stroke
    pieces = [*crumbs, *_dots(small.pick(free))]
    pieces = _given(whole, pieces, blocked)
    _given(whole, [*_dots(small.pick(~free & (bar == GUTTER)))], blocked, ends=True)
    last = short_lines(whole, pieces)
    pieces = _given(last, pieces, blocked)
    loose = sorted((piece for piece in pieces if piece.count), key=lambda row: row.rise)
    pieces = _given(loose, [piece for piece in pieces if not piece.count], blocked)
    return whole + last + loose, pieces


def with_dashes(rows: list[Row], pieces: list[Row], blocked: Mask, reach: float) -> list[Row]:
    """Let rows end in dashes that stand far from their last word, as in a justified line.

    A line above or below shows that the column goes on to the dash; `reach` is how far off it
    stands at most, in heights of capitals.
    """
    rows = list(rows)
    table = np.array(
        [(row.box.x0, row.box.x1, row.top, row.base, row.rise) for row in rows], float
    ).reshape(-1, 5)
    x0, x1, top, base, rise = table.T
    least = LEAST * float(rise.min(initial=np.inf))
    for piece in pieces:
        box, middle = piece.box, (piece.top + piece.base) / 2
        if box.width < least or DASH * box.width < LEAST * box.height:
            continue
        flat = (box.height < DASH * rise) & (box.width >= LEAST * rise) & (box.width <= LONG * rise)
        gap = box.x0 - x1
        beside = flat & (top <= middle) & (middle <= base) & (gap >= 0) & (gap <= reach * rise)
        if not beside.any():
            continue
        index = int(np.argmin(np.where(beside, gap, np.inf)))
        near = np.abs(base - rows[index].base) <= LEADING * 2 * rise[index]
        over = (x0 <= box.x0 + rise[index] / 2) & (x1 >= box.x1 - rise[index] / 2)
        over &= np.abs(base - rows[index].base) >= rise[index]
        over &= x0 < x1[index] - rise[index]  # of this column, not of the next
        between = blocked[box.y0 : box.y1, slice(*sorted((rows[index].box.x1, box.x0)))]
        if (near & over & (rise <= ALIKE * rise[index])).any() and not between.any():
            rows[index] = rows[index].grown(box)
    return rows


def _dots(small: Glyphs) -> Iterator[Row]:
    """Yield glyphs too small for rows of their own as such, which count for nothing."""
    table = np.stack([small.x0, small.y0, small.x1, small.y1, small.area], axis=1)
    for x0, y0, x1, y1, area in table.tolist():
        yield Row(Box(x0, y0, x1, y1), y0, y1, y1 - y0, 0, area)


def _given(rows: list[Row], pieces: list[Row], blocked: Mask, *, ends: bool = False) -> list[Row]:
    """Let `rows` grow by the pieces that are theirs, and return the others.

    With `ends`, only what stands in the last cell of a line of Chinese is taken: above and below
    the commas that end lines of one column is white that looks like a gutter.
    """
    if not rows or not pieces:
        return pieces
    ground = _Ground(rows, blocked, ends)
    boxes = np.array([piece.box for piece in pieces])
    marks = np.array([piece.count == 0 for piece in pieces])
    x, y = (boxes[:, :2] + boxes[:, 2:]).T // 2
    left = np.arange(len(pieces))
    for _ in range(ROUNDS):
        own = ground.cells(x[left], y[left]) if ends else ground.rows(x[left], y[left])
        taken = own >= 0
        taken[taken] = _are_parts(
            [rows[n] for n in own[taken]], boxes[left[taken]], marks[left[taken]]
        )
        for n, box in _unions(own[taken], boxes[left[taken]]):
            rows[n] = rows[n].grown(box)
            ground.paint(n, rows[n])
        left = left[~taken]
        if not taken.any() or not len(left):
            break
    return [pieces[n] for n in left.tolist()]


def _unions(own: Numbers, boxes: Numbers) -> list[tuple[int, Box]]:
    """Return each owner with the box around all that it owns."""
    order = np.argsort(own, kind="stable")
    owners, start = np.unique(own[order], return_index=True)
    if not len(owners):
        return []
    first = np.minimum.reduceat(boxes[order, :2], start)
    last = np.maximum.reduceat(boxes[order, 2:], start)
    edges = np.concatenate([first, last], axis=1)
    return [(n, Box(*box)) for n, box in zip(owners.tolist(), edges.tolist(), strict=True)]


class _Ground:
    """Where each row stands on the page, and how far around it what belongs to it may lie.

    Nothing belongs to a row that stands beyond a rule. With `ends`, only the cells at the ends
    of Chinese rows are looked at.
    """

    def __init__(self, rows: list[Row], blocked: Mask, ends: bool) -> None:
        numbers = np.uint16 if len(rows) < np.iinfo(np.uint16).max else np.int32
        self.own, self.behind, self.around = (np.zeros(blocked.shape, numbers) for _ in range(3))
        self.blocked, self.ends = blocked, ends
        self.usual = float(np.median([row.rise for row in rows]))
        for number, row in enumerate(rows):
            self.paint(number, row)

    def paint(self, number: int, row: Row) -> None:
        """Let a row stand where it does now."""
        full = self._has_cells(row, FULL)
        if self.ends and not full:
            return
        cell = int(CELL * row.rise + _apart(row)) if self._has_cells(row, SQUARE) else 0
        up, (x0, x1) = int(0.45 * row.rise), (row.box.x0, row.box.x1)
        left, right = self._free(row, cell or int(0.9 * row.rise))
        grounds = [(self.around, up, left, right), (self.own, 0, x0, x1)]
        if cell and full:
            grounds.append((self.behind, 0, x0, right))
        for ground, above, start, stop in grounds:
            first, last = (start, max(0, int(row.top) - above)), (stop, int(row.base) + above)
            cv2.rectangle(ground, first, last, number + 1, -1)

    def _free(self, row: Row, side: int) -> tuple[int, int]:
        """Return how far on either side of a row no rule bars the way, within so many pixels."""
        x0, x1 = row.box.x0, row.box.x1
        level = middle_of(row, self.blocked)
        left, right = max(0, x0 - side), min(len(level), x1 + side)
        over = level[left:x0].tobytes().rfind(RULE)
        under = level[x1:right].tobytes().find(RULE)
        return left if over < 0 else left + over, right if under < 0 else x1 + under

    def _has_cells(self, row: Row, least: float) -> bool:
        """Whether a row's glyphs are so high that each of its marks has a cell, as in Chinese."""
        return row.middle >= least * row.rise and row.rise <= BODY * self.usual

    def rows(self, x: Numbers, y: Numbers) -> Numbers:
        """Return which row each spot lies in, or else at the end of, or else beside.

        Rows are given by their index; -1 is none.
        """
        found = self.around[y, x]
        for ground in (self.behind, self.own):
            nearer = ground[y, x]
            found = np.where(nearer, nearer, found)
        return found.astype(int) - 1

    def cells(self, x: Numbers, y: Numbers) -> Numbers:
        """Return which row of Chinese each spot lies in, or at the end of; -1 is none."""
        return self.behind[y, x].astype(int) - 1


def _apart(row: Row) -> float:
    """Return how far apart the characters of a loosely set line stand, no more than they do."""
    return min(max(0.0, row.box.width / max(1, row.count) - row.rise), row.rise / 2)


def _are_parts(rows: list[Row], boxes: Numbers, marks: Numbers) -> Numbers:
    """Return which pieces of ink are so small, and so near, as to be part of the row beside each.

    `marks` are the pieces too small to be glyphs.
    """
    fields = [(row.box.x0, row.box.x1, row.top, row.base, row.rise, row.middle) for row in rows]
    left, right, top, base, rise, middle = np.array(fields, float).reshape(-1, 6).T
    x0, y0, x1, y1 = boxes.T
    wide, high = x1 - x0, y1 - y0
    away = np.maximum(0, np.maximum(left, x0) - np.minimum(right, x1)) / rise
    fits = high <= np.where(~marks & (away < NEAR), PART, ALIKE) * rise
    fits &= wide <= np.where(high < DASH * rise, LONG, BROAD) * rise
    within = np.minimum(base + FALL * rise, y1) - np.maximum(top - ACCENT * rise, y0)
    fits &= within >= WITHIN * high
    fits &= marks | (away < APART)
    stop = np.where((away < CELL) & (middle >= SQUARE * rise), POINT, DASH)
    return np.asarray(fits & (np.maximum(wide, high) >= np.where(away < NEAR, SPECK, stop) * rise))


def short_lines(rows: list[Row], pieces: list[Row]) -> list[Row]:
    """Return the lines of one or two Chinese characters that only pieces are left of.

    One stands where the next line would, above or below the lines of its column; lone characters
    such as 一 are too low, and others too much in pieces, to make a row by themselves.
    """
    square = [row for row in rows if row.middle >= SQUARE * row.rise]
    scraps, loose = _Scraps(pieces), [piece for piece in pieces if piece.count]
    found: list[Row] = []
    for upper, lower in _following(square):
        pitch = lower.base - upper.base
        left = min(upper.box.x0, lower.box.x0)
        for near, away in ((lower, pitch), (upper, -pitch)):
            slot = (near.top + away, near.base + away)
            some = scraps.within(near, left, slot)
            level = (row for row in square + found if row.top < slot[1] and row.base > slot[0])
            across = (piece for piece in loose if _crosses(piece, near, slot))
            if some and not any(_over(row, near) for row in itertools.chain(level, across)):
                found += _in_slot(some, near, left, slot)
    return found


def _following(rows: list[Row]) -> list[tuple[Row, Row]]:
    """Return pairs of lines, one right below the other and of its size."""
    pairs = []
    order = sorted(rows, key=lambda row: row.base)
    bases = np.array([row.base for row in order])
    for index, lower in enumerate(order):
        first = int(np.searchsorted(bases, lower.base - LEADING * lower.rise))
        for upper in reversed(order[first:index]):
            far = lower.base - upper.base > lower.rise
            alike = upper.rise <= ALIKE * lower.rise and lower.rise <= ALIKE * upper.rise
            if far and alike and _over(upper, lower):
                pairs.append((upper, lower))
                break
    return pairs


def _crosses(piece: Row, near: Row, slot: tuple[float, float]) -> bool:
    """Whether a piece lies partly between two heights and partly beyond: it is another line's."""
    beyond = max(slot[0] - piece.top, piece.base - slot[1]) > FALL * near.rise
    return beyond and piece.top < slot[1] and piece.base > slot[0]


def _over(one: Row, other: Row) -> bool:
    return one.box.overlap_x(other.box) > 0


class _Scraps:
    """Pieces of ink, looked up by place."""

    def __init__(self, pieces: list[Row]) -> None:
        self.pieces = sorted(pieces, key=lambda piece: piece.box.center.y)
        boxes = np.array([piece.box for piece in self.pieces]).reshape(-1, 4)
        self.left, self.middle = boxes[:, 0], (boxes[:, 1] + boxes[:, 3]) // 2
        self.size = np.maximum(boxes[:, 2] - boxes[:, 0], boxes[:, 3] - boxes[:, 1])

    def within(self, near: Row, left: int, slot: tuple[float, float]) -> list[Row]:
        """Return the pieces between two heights that can be part of a line like `near`."""
        rise = near.rise
        heights = slot[0] - 0.2 * rise, slot[1] + 0.2 * rise
        first = int(np.searchsorted(self.middle, heights[0]))
        last = int(np.searchsorted(self.middle, heights[1], side="right"))
        side, size = self.left[first:last], self.size[first:last]
        fits = (side >= left - 0.3 * rise) & (side <= near.box.x1)
        fits &= (size >= SPECK * rise) & (size <= 1.2 * rise)
        return [self.pieces[first + n] for n in np.flatnonzero(fits).tolist()]


def _in_slot(some: list[Row], near: Row, left: int, slot: tuple[float, float]) -> list[Row]:
    """Return the line that pieces between two heights make, if they make one."""
    rise = near.rise
    some.sort(key=lambda piece: piece.box.x0)
    if some[0].box.x0 > left + INDENT * rise:
        return []
    line = [some[0]]
    for _, piece in itertools.pairwise(some):
        if piece.box.x0 - max(one.box.x1 for one in line) <= SPACE * rise:
            line.append(piece)
    box = union(piece.box for piece in line)
    beyond = max(slot[0] - box.y0, box.y1 - slot[1])
    if box.width < LEAST * rise or beyond > FALL * rise:
        return []
    area = sum(piece.area for piece in line)
    return [Row(_tall(box, slot), slot[0], slot[1], rise, CRUMB + 1, area)]


def _tall(box: Box, slot: tuple[float, float]) -> Box:
    return Box(box.x0, min(box.y0, int(slot[0])), box.x1, max(box.y1, int(slot[1]) + 1))
