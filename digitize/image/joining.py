"""Pieces at one height: whether they are one line, told by their gap and the lines around them."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from digitize.image.glyphs import REACH
from digitize.image.ink import Mask, Numbers
from digitize.image.ranges import ranges
from digitize.image.row import Row, merged

CLOSE = 1.3  # glyph heights between words that need no further proof: 0.65 em in Latin type
WIDE = 9.0  # glyph heights: as wide as a space gets in a justified line of a narrow column
SAME_ROW = 0.55  # of the lower band's height that the bands of two pieces of one row share
UNLIKE = 2.2  # times as high: no piece of one line
INTERLACED = 0.9  # of the higher one's height: pieces so level are one, however far they overlap
UNEVEN, RAISED = 1.6, 0.5
"""Times as high, and heights of the lower capitals from the other piece: a smaller one that does
not stand on the line, as the cents of a price, is part of it only so near."""
OTHER, LINE = 1.4, 12
"""Times as high as a line of so many glyphs: other type, which stands as near only in that line."""
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
BARRED = 0.3  # of the height of a gap that what bars the way must cover
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
        small = min(left, right, key=lambda row: row.rise)
        other = high > OTHER * low and small.count >= LINE
        middle = small.middle if other else _middle(left, right, size)
        reach = RAISED * low if raised else CLOSE * middle
        near = _follows(left, right, reach)
        return near and not _bar(left, right, blocked, size)

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
            if not _level(left, right, WIDE * middle):
                return False
            bar = _bar(left, right, blocked, size)
            if bar == RULE:
                return False
            lines = around.of(left, right)
            if lines.bound():
                return True
            free = not bar and not _over_gutter(left, right, blocked)
            return lines.allow(REACH * middle if free else 0.0)

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
    near = gap <= reach and (gap >= -2 * high or shared >= INTERLACED * high)
    return shared >= SAME_ROW * low and high <= UNLIKE * low and near


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
    """The lines of a page, looked up by where they stand."""

    def __init__(self, rows: list[Row]) -> None:
        rows = sorted(rows, key=lambda row: row.base)
        self.base = [row.base for row in rows]
        self.table = np.array(
            [(row.box.x0, row.box.x1, row.top, row.base, row.rise) for row in rows], float
        ).reshape(-1, 5)

    def of(self, left: Row, right: Row) -> _Beside:
        """Return the lines above and below a gap between two pieces, and beside it."""
        reach, base = BOUND * max(left.rise, right.rise), max(left.base, right.base)
        first = bisect_left(self.base, base - reach)
        near = self.table[first : bisect_left(self.base, base + reach)]
        own = near[(near[:, 0] <= right.box.x1) & (near[:, 1] >= left.box.x0)]
        return _Beside(left, right, own.tolist())


class _Span(NamedTuple):
    """A line: from where to where it runs, the top and the foot of its capitals, their height."""

    x0: float
    x1: float
    top: float
    base: float
    rise: float


@dataclass(frozen=True, slots=True)
class _Beside:
    """What the lines above and below say about a gap between two pieces."""

    left: Row
    right: Row
    lines: list[list[float]]  # the values of spans

    def allow(self, reach: float) -> bool:
        """Whether both are pieces of one line.

        `reach` is how far apart they may be unproven; 0 where a gutter was seen, which only
        several lines without one can disprove.
        """
        left, right = self.left, self.right
        low = min(left.rise, right.rise)
        start, end = left.box.x1, right.box.x0
        sides = self._sides(low)
        most = TWIN * max(left.rise, right.rise)
        across = sum(_runs(side, start - low / 2, end + low / 2, most) for side in sides)
        parted = sum(_parts(side, start, end, EDGE * low) for side in sides)
        near = end - start <= reach
        if not across:
            even = end - start <= EVEN * max(left.space, right.space)
            if near and even and parted <= 1:
                return True
            return near and not parted and not _edge(sides, start, end, low)
        return across > parted if near else across >= max(DOUBT, DOUBT * parted)

    def bound(self) -> bool:
        """Whether lines of the same column run across a gap not far above and below it."""
        left, right = self.left, self.right
        low, high = sorted((left.rise, right.rise))
        base, start, end = max(left.base, right.base), left.box.x0, right.box.x1
        edge, above, below = EDGE * high, -math.inf, math.inf
        own, full = [False, False], 0
        least, most = low / TWIN, TWIN * high
        before, after = left.box.x1 - low, right.box.x0 + low
        for x0, x1, _, foot, rise in self.lines:
            away = foot - base
            if -low <= away <= low or rise > most or rise < least:
                continue
            own[away > 0] |= x0 < end and x1 > start
            if x0 >= before or x1 <= after:
                continue
            begins = start - INDENT * high <= x0 <= start + edge
            ends = abs(x1 - end) <= edge
            full += begins and ends and abs(away) <= BETWEEN / 2 * high
            if (begins or ends) and away < 0:
                above = max(above, away)
            elif begins or ends:
                below = min(below, away)
        if math.isfinite(above) and math.isfinite(below):
            return below - above <= BETWEEN * high
        return not own[math.isinf(below)] and full >= FULL

    def _sides(self, low: float) -> tuple[list[_Span], list[_Span]]:
        """Return the lines above, and those below, that are near and of about the same size."""
        upper = min(self.left.top, self.right.top)
        lower = max(self.left.base, self.right.base)
        least, most = low / SIMILAR, SIMILAR * low
        alike = [_Span(*values) for values in self.lines if least <= values[-1] <= most]
        over = [n for n in alike if upper - FAR * low <= n.base <= upper + LEVEL * low]
        under = [n for n in alike if lower - LEVEL * low <= n.top <= lower + FAR * low]
        return over, under


def _runs(side: list[_Span], start: float, end: float, most: float) -> int:
    """Return how many lines run across a gap; higher ones are of larger type."""
    return sum(line.x0 < start and line.x1 > end and line.rise <= most for line in side)


def _parts(side: list[_Span], start: float, end: float, least: float) -> int:
    """Return how many lines end on the left of a gap while one begins on its right."""
    parted = 0
    after = [line for line in side if line.x1 >= end]
    for one in (line for line in side if line.x0 <= start):
        until = [line.x0 for line in after if _share(one, line) >= SAME_ROW * one.rise]
        if until:
            parted += min(*until, end) - max(one.x1, start) >= least
    return parted


def _share(one: _Span, other: _Span) -> float:
    return min(one.base, other.base) - max(one.top, other.top)


def _edge(sides: Iterable[list[_Span]], start: float, end: float, low: float) -> bool:
    """Whether lines end where the left piece does, or begin where the right one does."""
    most = EDGE * low
    return any(
        abs(line.x1 - start) <= most or abs(line.x0 - end) <= most
        for side in sides
        for line in side
    )


def _joined(rows: list[Row], fits: Fits, reach: float, size: float) -> list[Row]:
    """Join every row to the nearest one on its left that fits, from left to right.

    None fits that is further off than `reach` glyph heights.
    """
    pieces = sorted(rows, key=lambda row: row.box.x0)
    done: dict[int, Row] = {}
    whole = list(range(len(pieces)))  # the number of the row that a piece has become part of
    for number, before in enumerate(_before(pieces, reach, size)):
        piece = pieces[number]
        others = {_last(whole, n) for n in before}
        partner = _partner(piece, others, done, fits) if others else None
        if partner is None:
            done[number] = piece
        else:
            done[number] = merged(done.pop(partner), piece)
            whole[partner] = number
    return list(done.values())


def _last(whole: list[int], number: int) -> int:
    while whole[number] != number:
        number = whole[number]
    return number


def _before(pieces: list[Row], reach: float, size: float) -> list[list[int]]:
    """Return for each piece the numbers of those on its left, level with it, that it may join.

    They are looked up by the stripes they lie in, and there by where they end; as far off as a
    row reaches that they may be part of, whose glyphs are `SIMILAR` times as high at most.
    """
    x0, x1, top, base, rise, middle = _table(pieces).T
    lane = max(4, round(LANE * size))
    first, last = (top // lane).astype(int), (base // lane).astype(int)
    stripe, piece = ranges(first, last + 1 - first)
    wide = float(x1.max(initial=0)) + 1
    key = stripe * wide + x1[piece]
    order = np.argsort(key, kind="stable")
    ranked, listed = key[order], piece[order]
    far = reach * np.maximum(SIMILAR * middle, 0.8 * size)
    most, back = float(far.max(initial=0)), 2 * UNLIKE * rise
    left = np.maximum(0, x0 - most)[piece]
    right = np.minimum(wide - 1, x0 + back)[piece]
    start = np.searchsorted(ranked, stripe * wide + left)
    stop = np.searchsorted(ranked, stripe * wide + right, side="right")
    at, entry = ranges(start, stop - start)
    one, two = listed[at], piece[entry]
    same = stripe[entry] == np.maximum(first[one], first[two])
    gap = x0[two] - x1[one]
    same &= (one < two) & (np.minimum(base[one], base[two]) > np.maximum(top[one], top[two]))
    same &= gap <= np.maximum(far[one], far[two])
    one, two = one[same], two[same]
    order = np.argsort(two, kind="stable")
    stops = np.searchsorted(two[order], np.arange(len(pieces)), side="right").tolist()
    found = one[order].tolist()
    return [found[a:b] for a, b in pairwise([0, *stops])]


def _table(rows: list[Row]) -> Numbers:
    return np.array(
        [(row.box.x0, row.box.x1, row.top, row.base, row.rise, row.middle) for row in rows], float
    ).reshape(-1, 6)


def _partner(piece: Row, others: set[int], done: dict[int, Row], fits: Fits) -> int | None:
    """Return which of `others` a piece continues: the nearest that fits."""
    near = []
    for n in others:
        other = done[n]
        shared = min(other.base, piece.base) - max(other.top, piece.top)
        if shared >= SAME_ROW * min(piece.rise, other.rise):
            near.append((piece.box.x0 - other.box.x1, n))
    for _, n in sorted(near):
        if fits(done[n], piece):
            return n
    return None


def _bar(left: Row, right: Row, blocked: Mask, size: float) -> int:
    """Return what stands between two pieces, RULE, GUTTER or 0; word spaces are no gutters."""
    x0, x1 = sorted((left.box.x1, right.box.x0))
    y0 = int(max(left.top, right.top))
    y1 = int(min(left.base, right.base)) + 1
    between = blocked[y0:y1, x0:x1]
    if not between.any():
        return 0
    most = between.max(axis=1)
    low = min(left.rise, right.rise)
    word = x1 - x0 < (WORD_LARGE if low > LARGE * size else WORD) * low
    for bar in (RULE,) if word else (RULE, GUTTER):
        if np.count_nonzero(most >= bar) > BARRED * len(most):
            return bar
    return 0


def middle_of(row: Row, blocked: Mask) -> Mask:
    """Return what bars the way level with a row; one that the edge cuts may stand beyond it."""
    return np.asarray(blocked[min(max(0, int(row.top + row.base) // 2), len(blocked) - 1)])
