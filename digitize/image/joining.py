"""Pieces at one height: whether they are one line, told by their gap and the lines around them."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from digitize.image.glyphs import REACH
from digitize.image.ink import Mask, Numbers
from digitize.image.row import Row, merged

CLOSE = 1.3  # glyph heights between words that need no further proof: 0.65 em in Latin type
WIDE = 9.0  # glyph heights: as wide as a space gets in a justified line of a narrow column
SAME_ROW = 0.55  # of the lower band's height that the bands of two pieces of one row share
UNLIKE = 2.2  # times as high: no piece of one line
UNEVEN, RAISED = 1.6, 0.5
"""Times as high, and heights of the lower capitals from the other piece: a smaller one that does
not stand on the line, as the cents of a price, is part of it only so near."""
LEVEL = 0.35  # of the lower one's capitals: feet of pieces far apart differ by less
SIMILAR = 1.75  # times: capitals of pieces far apart, and of lines that tell of them
FAR = 6.0  # heights of capitals, three lines or so, from a line to those that can tell of it
EDGE = 0.8  # heights of capitals within which lines of one column begin or end
EVEN = 1.5  # times the widest space of either piece: spaces of one justified line are alike
BOUND, BETWEEN, TWIN = 10.0, 17.0, 1.25
"""Heights of capitals, up and down, to whole lines of the same column and type, and from one to
the other: where they run across a gap, few lines are left that a gutter would part."""
FULL = 3  # such lines at least where they run on one side of the gap alone: a column ends there
INDENT = 3.5  # heights of capitals that a line may stand in
DOUBT = 2  # times as many lines must run across what looks like a gutter as part there
ROUNDS = 3  # a line that is made whole may tell of the next
RULE, GUTTER = 255, 128  # what may bar the way: printed rules always, white gutters mostly
WORD, WORD_LARGE = 0.5, 0.75
"""Of the capitals' height: so narrow a gap is no gutter's, whatever runs above it. Headlines have
gutters as wide as their words stand apart only by chance, for columns below them."""
LARGE = 1.7  # of the page's glyph height: capitals of body type are lower
BELOW = 3.0  # heights of capitals below a headline within which columns begin
LANE = 2.5  # glyph heights: rows are looked up by the stripes they lie in

Fits = Callable[[Row, Row], bool]


def join_near(rows: list[Row], blocked: Mask, size: float) -> list[Row]:
    """Join pieces that follow each other on one line with no more than word spaces between.

    `size` is the page's glyph height: crumbs of faded type are taken to be as large. `blocked`
    is `RULE` and `GUTTER` where those lie.
    """

    def fits(left: Row, right: Row) -> bool:
        low, high = sorted((left.rise, right.rise))
        raised = high > UNEVEN * low and abs(left.base - right.base) > LEVEL * low
        reach = RAISED * low if raised else CLOSE * _middle(left, right, size)
        near = _follows(left, right, reach)
        return near and _free(left, right, blocked, GUTTER, size)

    return _joined(rows, fits, CLOSE, size)


def join_rows(rows: list[Row], blocked: Mask, size: float) -> list[Row]:
    """Join pieces of one line, however wide its spaces, but not lines of neighbouring columns.

    A wide space is one if a line above or below runs across it, and a gutter if they part there
    too; where nothing stands above or below, it is one up to `REACH`. So is what was taken for
    a gutter, for white above or below a column can make one of a few word spaces.
    """
    rows = join_near(rows, blocked, size)
    for _ in range(ROUNDS):
        around = _Around(rows)

        def fits(left: Row, right: Row, around: _Around = around) -> bool:
            middle = _middle(left, right, size)
            if not _level(left, right, WIDE * middle) or not _free(
                left, right, blocked, RULE, size
            ):
                return False
            free = _free(left, right, blocked, GUTTER, size) and not _over_gutter(
                left, right, blocked
            )
            return around.allow(left, right, REACH * middle if free else 0.0)

        before, rows = len(rows), _joined(rows, fits, WIDE, size)
        if len(rows) == before:
            break
    return rows


def _middle(left: Row, right: Row, size: float) -> float:
    return max(left.middle, right.middle, 0.8 * size)


def _follows(left: Row, right: Row, reach: float) -> bool:
    low, high = sorted((left.rise, right.rise))
    shared = min(left.base, right.base) - max(left.top, right.top)
    gap = right.box.x0 - left.box.x1
    return shared >= SAME_ROW * low and high <= UNLIKE * low and -2 * high <= gap <= reach


def _level(left: Row, right: Row, reach: float) -> bool:
    """Whether two pieces far apart stand on one baseline and are of one size."""
    low, high = sorted((left.rise, right.rise))
    even = abs(left.base - right.base) <= LEVEL * low and high <= SIMILAR * low
    return even and _follows(left, right, reach)


def _over_gutter(left: Row, right: Row, blocked: Mask) -> bool:
    """Whether a wide gap stands right above a gutter, as between headlines side by side."""
    start, end = left.box.x1, right.box.x0
    low = min(left.rise, right.rise)
    if end - start < WORD_LARGE * low:
        return False
    base = int(max(left.base, right.base) + low / 2)
    below = blocked[base : base + round(BELOW * low), start:end] >= GUTTER
    return bool(below.size) and bool(below.any(axis=1).mean() > 0.5)


class _Around:
    """What the lines above and below say about a gap between two pieces."""

    def __init__(self, rows: list[Row]) -> None:
        rows = sorted(rows, key=lambda row: row.base)
        self.x0, self.x1, self.top, self.base, self.rise = (
            np.array([(row.box.x0, row.box.x1, row.top, row.base, row.rise) for row in rows], float)
            .reshape(-1, 5)
            .T
        )

    def allow(self, left: Row, right: Row, reach: float) -> bool:
        """Whether both are pieces of one line.

        `reach` is how far apart they may be unproven; 0 where a gutter was seen, which only
        several lines without one can disprove.
        """
        low = min(left.rise, right.rise)
        start, end = left.box.x1, right.box.x0
        sides = self._sides(left, right, low)
        most = TWIN * max(left.rise, right.rise)
        across = sum(self._runs(side, start - low / 2, end + low / 2, most) for side in sides)
        parted = sum(self._parts(side, start, end, EDGE * low) for side in sides)
        near = end - start <= reach
        if self._bounded(left, right):
            return True
        if not across:
            even = end - start <= EVEN * max(left.space, right.space)
            if near and even and parted <= 1:
                return True
            return near and not parted and not self._edge(sides, start, end, low)
        return across > parted if near else across >= max(DOUBT, DOUBT * parted)

    def _bounded(self, left: Row, right: Row) -> bool:
        """Whether lines of the same column run across a gap not far above and below it."""
        low, high = sorted((left.rise, right.rise))
        base, start, end = max(left.base, right.base), left.box.x0, right.box.x1
        first, last = np.searchsorted(self.base, (base - BOUND * high, base + BOUND * high))
        near = slice(int(first), int(last))
        x0, x1, rise = self.x0[near], self.x1[near], self.rise[near]
        alike, edge = (rise <= TWIN * high) & (rise * TWIN >= low), EDGE * high
        begins = (x0 <= start + edge) & (x0 >= start - INDENT * high)
        ends = np.abs(x1 - end) <= edge
        across = alike & (x0 < left.box.x1 - low) & (x1 > right.box.x0 + low)
        away = self.base[near] - base
        over, under = away < -low, away > low
        above, below = (away[side & across & (begins | ends)] for side in (over, under))
        if above.size and below.size:
            return bool(below.min() - above.max() <= BETWEEN * high)
        beyond = over if below.size else under
        own = beyond & alike & (x0 < end) & (x1 > start)
        full = across & begins & ends & (np.abs(away) <= BETWEEN / 2 * high)
        return not own.any() and int(np.count_nonzero(full)) >= FULL

    def _sides(self, left: Row, right: Row, low: float) -> tuple[Numbers, Numbers]:
        """Return the lines above, and those below, that are near and of about the same size."""
        upper, lower = min(left.top, right.top), max(left.base, right.base)
        reach = upper - FAR * low, lower + (FAR + SIMILAR) * low
        first, last = np.searchsorted(self.base, reach).tolist()
        near = slice(first, last)
        rise, top, base = self.rise[near], self.top[near], self.base[near]
        alike = (rise <= SIMILAR * low) & (rise * SIMILAR >= low)
        alike &= (self.x0[near] <= right.box.x1) & (self.x1[near] >= left.box.x0)
        over = alike & (base <= upper + LEVEL * low)
        under = alike & (top >= lower - LEVEL * low) & (top <= lower + FAR * low)
        return first + np.flatnonzero(over), first + np.flatnonzero(under)

    def _runs(self, side: Numbers, start: float, end: float, most: float) -> int:
        """Return how many lines run across a gap; higher ones are of larger type."""
        over = (self.x0[side] < start) & (self.x1[side] > end) & (self.rise[side] <= most)
        return int(over.sum())

    def _parts(self, side: Numbers, start: float, end: float, least: float) -> int:
        """Return how many lines end on the left of a gap while one begins on its right."""
        parted = 0
        before, after = side[self.x0[side] <= start], side[self.x1[side] >= end]
        for one in before:
            level = np.minimum(self.base[after], self.base[one])
            level = level - np.maximum(self.top[after], self.top[one]) >= SAME_ROW * self.rise[one]
            if level.any():
                until = min(float(self.x0[after[level]].min()), end)
                parted += until - max(float(self.x1[one]), start) >= least
        return parted

    def _edge(self, sides: tuple[Numbers, Numbers], start: float, end: float, low: float) -> bool:
        """Whether lines end where the left piece does, or begin where the right one does."""
        some = np.concatenate(sides)
        ends = np.abs(self.x1[some] - start) <= EDGE * low
        begins = np.abs(self.x0[some] - end) <= EDGE * low
        return bool((ends | begins).any())


def _joined(rows: list[Row], fits: Fits, reach: float, size: float) -> list[Row]:
    """Join every row to the nearest one on its left that fits, from left to right.

    None fits that is further off than `reach` glyph heights.
    """
    done: dict[int, Row] = {}
    lanes: dict[int, set[int]] = {}
    lane = max(4, round(LANE * size))
    for number, piece in enumerate(sorted(rows, key=lambda row: row.box.x0)):
        own = [lanes.setdefault(at, set()) for at in _lanes(piece, lane)]
        near = {n: done[n] for some in own for n in some}
        partner = _partner(piece, near, fits, reach, size)
        row = piece
        if partner is not None:
            row = merged(done[partner], piece)
            near[partner] = done.pop(partner)
        for n, other in near.items():
            far = reach * max(UNLIKE * other.rise, 0.8 * size)
            if n == partner or piece.box.x0 - other.box.x1 > far:  # nothing joins it any more
                for at in _lanes(other, lane):
                    lanes[at].discard(n)
        done[number] = row
        for at in _lanes(row, lane):
            lanes.setdefault(at, set()).add(number)
    return list(done.values())


def _lanes(row: Row, lane: int) -> range:
    return range(int(row.top) // lane, int(row.base) // lane + 1)


def _partner(row: Row, others: dict[int, Row], fits: Fits, reach: float, size: float) -> int | None:
    """Return which of `others` the row continues: the nearest that fits."""
    near = []
    x0, middle, top, base = row.box.x0, max(row.middle, 0.8 * size), row.top, row.base
    rise = row.rise
    for n, other in others.items():
        gap = x0 - other.box.x1
        if gap > reach * middle and gap > reach * other.middle:
            continue
        shared = (min(other.base, base)) - (max(other.top, top))
        if shared >= SAME_ROW * rise or shared >= SAME_ROW * other.rise:
            near.append((gap, n))
    for _, n in sorted(near):
        if fits(others[n], row):
            return n
    return None


def _free(left: Row, right: Row, blocked: Mask, least: int, size: float) -> bool:
    """Whether nothing of `least`, RULE or GUTTER, stands between; word spaces are no gutters."""
    x0, x1 = sorted((left.box.x1, right.box.x0))
    y0 = int(max(left.top, right.top))
    y1 = int(min(left.base, right.base)) + 1
    low = min(left.rise, right.rise)
    word = x1 - x0 < (WORD_LARGE if low > LARGE * size else WORD) * low
    between = blocked[y0:y1, x0:x1] >= (RULE if word else least)
    return not between.size or bool(between.any(axis=1).mean() <= 0.3)
