"""Where print and gaps stand on a page, row by row: the witnesses for and against a gutter."""

from __future__ import annotations

import math
import statistics
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from digitize.layout.page.rules import Rules, merged, open_boxes
from digitize.layout.page.scale import Scale, size_of, turn, view
from digitize.model.geometry import Box
from digitize.model.page import Line, Word

Whole = npt.NDArray[np.int64]

_QUOTE = 12.0  # body sizes; a tier of headlines and text is higher
LARGE = 1.6  # body sizes; larger type may run over a gutter, and says nothing against one
_WINDOW = 7  # rows above and below that are asked whether a gap goes on
_WITNESSES = 4  # rows that must show the same gap before a line is cut there
_HALF = 4  # rows on one side of a gap that start at it, none against: a gutter ends there
_AGAINST = 0.25  # share of rows that may run over it: headlines do
_INDENT = 4.0  # sizes by which a column's lines may begin or end apart
_LONG_RULE = 6.0  # body sizes; a rule goes on where it is only interrupted by so much
_SURE = 6  # rows that end, and rows that begin, at a gutter that a line runs over
_UNDER = 8.0  # sizes; a caption of several rows reaches so far under its picture
_EDGE_OUT = 0.25  # sizes by which captions of pictures in a row may stand out of them
_EDGE = 1.0  # sizes by which the rows of a column begin or end apart
_INSET = 4.0  # sizes; what stands between two rules as an inset is at least so high
_NEAR_EDGE = 0.25  # sizes by which a gap may miss the end of the rules over and under it
_ALIGNED = 0.7  # of the rows over a gap, that begin a word behind it; the rest are set in
_COLUMN = 6.0  # sizes; what stands so far into a row is no number of a list
_BY_CHANCE = 1.5  # times the usual; so many words begin at the edge of a column
_LEVEL = 0.3  # sizes; rows so near in height to a gap are beside it, and no witnesses
_ROW = 0.8  # sizes; rows so near to each other in height count once
_FLUSH = 0.15  # of its height by which the rows of a headline miss each other's edge or middle
_FLUSH_LEFT = 0.3  # body sizes by which the rows under a headline miss its left edge
_STACKED = 2.0  # of its height from one row of a headline to the next
_LIKE = 1.4  # times as high as another row of its headline
_EVEN = 0.15  # sizes by which the spaces of one justified row differ
_LOOSE_ROWS = 2  # rows that show a gap as wide as all their spaces, and none another: no gutter


class Witnesses(NamedTuple):
    """How many rows start beside a gap, have it too, run over it."""

    starts: int
    through: int
    against: int


class _Rows(NamedTuple):
    """Rows from the top: where each begins and ends, its step in height; words with their row."""

    left: Whole
    right: Whole
    step: Whole
    bare: npt.NDArray[np.bool_]  # no word of it is known
    words: Whole


class Grid:
    """The rows of a page by height, as text running to the right; headlines are no rows."""

    def __init__(
        self,
        lines: Sequence[Line],
        width: int,
        scale: Scale,
        rules: Rules,
        pictures: tuple[Box, ...] = (),
    ) -> None:
        """`lines` all run the same way; `rules` and `pictures` are as their text sees them."""
        self.width, self.scale, self.rules, self.pictures = width, scale, rules, pictures
        self.long = Rules((), merged(rules.upright, _LONG_RULE * scale.size, flat=False))
        rows = [
            (view(line, width), [self.word_box(line, word) for word in line.words])
            for line in lines
            if size_of(line) <= LARGE * scale.size
        ]
        rows.sort(key=lambda row: row[0].y0 + row[0].y1)
        self._heads = [view(line, width) for line in lines if size_of(line) > LARGE * scale.size]
        self._levels = np.array([(box.y0 + box.y1) // 2 for box, _ in rows], dtype=np.int64)
        self._left = np.array([box.x0 for box, _ in rows], dtype=np.int64)
        self._right = np.array([box.x1 for box, _ in rows], dtype=np.int64)
        self._bare = np.array([not words for _, words in rows], dtype=bool)
        self._step = (self._levels // max(1.0, _ROW * scale.size)).astype(np.int64)
        self._space = np.array([self._even_space(words) for _, words in rows])
        self._first = list(accumulate((len(words) for _, words in rows), initial=0))
        edges = [(box.x0, box.x1, at) for at, (_, words) in enumerate(rows) for box in words]
        self._words = np.array(edges, dtype=np.int64).reshape(-1, 3)
        self._starts = sorted(start for start, _, _ in edges)
        self._usual = len(edges) / max(1, width)  # words that begin at one place
        self._reach = _WINDOW * (scale.size + max(0.0, scale.white))
        self._asked: tuple[int, float, float] | None = None
        self._open = open_boxes(rules, scale.size)
        self._insets = [box for box in self._open if not self._crossed(box)]

    def of(self, lines: Sequence[Line]) -> Grid:
        """Return the grid of other lines of the same page, as these are when they have been cut."""
        return Grid(lines, self.width, self.scale, self.rules, self.pictures)

    def word_box(self, line: Line, word: Word) -> Box:
        """Return a word's box as text running to the right."""
        return turn(word.box, self.width) if line.vertical else word.box

    def gutter(self, gap: Box, *, wide: bool, reach: float = 0.0) -> bool:
        """Whether a gap goes on over the rows above and below, and `reach` pixels further.

        A gap that is wider than the word spaces of its line, or where lines start, needs fewer
        witnesses: rivers of white in justified print are narrow, short, and no line starts there.
        """
        far, edge = reach + self._reach, gap.x1 + self.scale.size
        left = self._around(gap.center.y, far, far).left
        if not wide and np.count_nonzero((left >= gap.x0) & (left <= edge)) < _WITNESSES:
            return False  # in no lane of the gap may enough rows start
        for lane in _lanes(gap, self.scale.size):
            seen = self.witnesses(lane, reach=reach)
            rows = seen.starts + seen.through
            enough = (rows if wide else seen.starts) >= _WITNESSES
            if enough and seen.against <= _AGAINST * rows:
                return True
        return False

    def inset(self, left: Box, right: Box) -> bool:
        """Whether one of two boxes, side by side, stands between two rules and the other beside."""
        if right.x0 - left.x1 < self.scale.size:
            return False
        level, near = (left.center.y + right.center.y) / 2, _NEAR_EDGE * self.scale.size
        return any(
            left.x1 - near <= edge <= right.x0 + near
            for box in self._insets
            if box.y0 < level < box.y1
            for edge in (box.x0, box.x1)
        )

    def captioned(self, left: Box, right: Box) -> bool:
        """Whether two words stand under two pictures in a row, one at the edge of each."""
        near, size = _EDGE_OUT * self.scale.size, self.scale.size
        over = [one for one in self.pictures if 0 <= left.center.y - one.y1 <= _UNDER * size]
        return any(
            one.x0 < left.x1 <= one.x1 + near < two.x0
            and two.x0 - near <= right.x0 < two.x1
            and one.overlap_y(two) > 0
            for one in over
            for two in over
        )

    def between_rules(self, gap: Box) -> bool:
        """Whether rules right over and right under a gap run on over it: no gutter does."""
        size, middle = self.scale.size, gap.center.y
        near = [
            rule.center.y
            for rule in self.rules.across
            if rule.x0 < gap.x0 - size
            and rule.x1 > gap.x1 + size
            and gap.y0 - size <= rule.center.y <= gap.y1 + size
        ]
        return any(level < middle for level in near) and any(level > middle for level in near)

    def interrupted(self, gap: Box) -> bool:
        """Whether a gap lies in large type between two rules, another row of which runs over it.

        Two rules so near that only a quote has room between them.
        """
        size, level = self.scale.size, gap.center.y
        return any(
            box.y0 < level < box.y1
            and box.height <= _QUOTE * size
            and any(
                box.y0 < head.center.y < box.y1
                and abs(head.center.y - level) > 0.5 * head.height
                and head.x0 < gap.x0 - size
                and head.x1 > gap.x1 + size
                for head in self._heads
            )
            for box in self._open
        )

    def _crossed(self, box: Box) -> bool:
        """Whether words between two rules run over their ends: they part rows of one column."""
        near = self._near(box.y0, box.y1)
        words = self._words[self._first[near.start] : self._first[near.stop]]
        return box.height < _INSET * self.scale.size or any(
            bool(np.any((words[:, 0] < edge) & (words[:, 1] > edge))) for edge in (box.x0, box.x1)
        )

    def sure(self, gap: Box, *, reach: float) -> bool:
        """Whether many rows under a gap start at it and none runs over it.

        It lies in a headline: the rows over that head other columns.
        """
        return any(
            seen.starts >= _SURE and seen.against == 0
            for lane in _lanes(gap, self.scale.size)
            for seen in (self.witnesses(lane, over=False, reach=reach),)
        )

    def heads_apart(self, left: Box, right: Box, gap: Box, *, reach: float) -> bool:
        """Whether a gutter parts two pieces of display type that each have a row of their own.

        So two headlines show that stand side by side by chance; a banner's rows run over both.
        """
        own = self._has_row(left, right) and self._has_row(right, left)
        return own and self.gutter(gap, wide=True, reach=reach)

    def justified(self, gap: Box) -> bool:
        """Whether a gap is as wide as the spaces of the rows it parts: spaces of loose rows.

        All spaces of a justified row are alike; a gutter is so wide by chance, not in each row.
        """
        near = self._near(gap.center.y - self._reach, gap.center.y + self._reach)
        left, right, level = self._left[near], self._right[near], self._levels[near]
        space, size = self._space[near], self.scale.size
        before = np.flatnonzero((right <= gap.center.x) & (right >= gap.x0 - size))
        after = np.flatnonzero((left >= gap.center.x) & (left <= gap.x1 + size))
        apart = np.abs(np.subtract.outer(level[before], level[after])) <= _LEVEL * size
        one, two = np.nonzero(apart)
        one, two = before[one], after[two]
        astray = np.abs(np.stack([space[one], space[two]]) - (left[two] - right[one]))
        told = ~np.isnan(astray).all(axis=0)
        odd = np.nan_to_num(astray[:, told]).max(axis=0, initial=0.0) > _EVEN * size
        return int(told.sum()) >= _LOOSE_ROWS and not odd.any()

    def _even_space(self, words: Sequence[Box]) -> float:
        """Return the space between the words of a row, where all are alike; else no number."""
        gaps = [two.x0 - one.x1 for one, two in pairwise(sorted(words, key=lambda word: word.x0))]
        even = gaps and min(gaps) > 0 and max(gaps) - min(gaps) <= _EVEN * self.scale.size
        return statistics.median(gaps) if even else math.nan

    def _has_row(self, head: Box, beside: Box) -> bool:
        near = _FLUSH * head.height
        return any(
            box.overlap_x(beside) <= 0
            and box.height <= _LIKE * head.height <= _LIKE**2 * box.height
            and 0.5 * head.height < abs(box.center.y - head.center.y) <= _STACKED * head.height
            and min(abs(box.x0 - head.x0), abs(box.center.x - head.center.x)) <= near
            for box in self._heads
        )

    def spaced(self, left: Box, right: Box, *, reach: float) -> bool:
        """Whether a piece of a headline is flush with rows under it, and the piece beside is not.

        So a space in a headline shows that lies over a gutter by chance.
        """
        return self._flush(left, reach) and not self._flush(right, reach)

    def _flush(self, head: Box, reach: float) -> bool:
        left = self._around(head.center.y, 0, reach + self._reach).left
        near = _FLUSH_LEFT * self.scale.size
        return int(np.count_nonzero(np.abs(left - head.x0) <= near)) >= _HALF

    def aligned(self, gap: Box) -> bool:
        """Whether most rows that run over a gap begin a word right behind it: none does by chance.

        So a gutter shows whose columns somebody has read across, row by row.
        """
        near, middle = max(1.0, _NEAR_EDGE * self.scale.size), gap.center.x
        first, last = (bisect_left(self._starts, gap.x1 + away) for away in (-near, near))
        if last - first < _BY_CHANCE * 2 * near * self._usual:
            return False
        rows = self._around(gap.center.y, self._reach, self._reach)
        wide = _COLUMN * self.scale.size
        over = np.flatnonzero((rows.left < middle - wide) & (rows.right > middle + wide))
        begin = rows.words[np.abs(rows.words[:, 0] - gap.x1) <= near, 2]
        hits = len(np.intersect1d(over, begin))
        return hits >= max(_SURE, _ALIGNED * len(over))

    def opens(self, gap: Box) -> bool:
        """Whether a gutter begins or ends at a gap: all rows under it, or over it, have one."""
        return any(
            seen.starts >= _HALF and seen.against == 0
            for lane in _lanes(gap, self.scale.size)
            for seen in (self.witnesses(lane, over=False), self.witnesses(lane, under=False))
        )

    def witnesses(
        self, gap: Box, *, over: bool = True, under: bool = True, reach: float = 0.0
    ) -> Witnesses:
        """Ask the rows around a gap whether they start at it, have it too, or run over it."""
        size, middle, reach = self.scale.size, gap.center.x, reach + self._reach
        rows = self._around(gap.center.y, reach * over, reach * under)
        starts = set(rows.step[(rows.left >= middle) & (abs(rows.left - gap.x1) <= size)].tolist())
        crossing = (rows.left < middle) & (rows.right > middle)
        words = rows.words
        run_over = rows.bare.copy()
        run_over[words[(words[:, 0] < middle) & (words[:, 1] > middle), 2]] = True
        ends = (rows.right <= middle) & (rows.right >= gap.x0 - size)
        through = set(rows.step[ends | (crossing & ~run_over)].tolist()) - starts
        against = set(rows.step[crossing & run_over].tolist())
        return Witnesses(len(starts), len(through), len(against))

    def _around(self, level: int, over: float, under: float) -> _Rows:
        """Return the rows around a height but those beside it, once for all gaps of a line."""
        asked = level, over, under
        if self._asked != asked:
            near = self._near(level - over, level + under)
            apart = np.abs(self._levels[near] - level) > _LEVEL * self.scale.size
            words = self._words[self._first[near.start] : self._first[near.stop]]
            at = words[:, 2] - near.start
            words = np.column_stack((words[:, :2], np.cumsum(apart)[at] - 1))[apart[at]]
            left, right, step = (one[near][apart] for one in (self._left, self._right, self._step))
            bare = self._bare[near][apart]
            self._asked, self._rows = asked, _Rows(left, right, step, bare, words)
        return self._rows

    def lanes(self, box: Box) -> Iterator[float]:
        """Yield the places inside a row where the rows around it end and others begin."""
        size, level = self.scale.size, box.center.y
        near = self._near(level - self._reach, level + self._reach)
        apart = np.abs(self._levels[near] - level) > _LEVEL * size
        left, right = self._left[near][apart], self._right[near][apart]
        inner = _INDENT * size
        inside = (left > box.x0 + inner) & (left < box.x1 - inner)
        starts = sorted(left[inside].tolist())
        while len(starts) >= _SURE:
            together = [start for start in starts if start - starts[0] <= _EDGE * size]
            starts = starts[len(together) :]
            first = together[len(together) // 2]
            ends = right[(first - right >= -_EDGE * size) & (first - right <= 2 * size)]
            against = int(np.sum((left < first - size) & (right > first + size)))
            if min(len(together), len(ends)) >= max(_SURE, against / _AGAINST):
                yield (first + statistics.median(ends.tolist())) / 2

    def spanning(self, one: Box, two: Box) -> int:
        """Count the rows around that run from one piece over to the other, within one column."""
        slack, level = _INDENT * self.scale.size, one.center.y
        near = self._near(level - self._reach, level + self._reach)
        left, right = self._left[near], self._right[near]
        begins = (left >= one.x0 - slack) & (left <= one.x1)
        ends = (right >= two.x0) & (right <= two.x1 + slack)
        return int(np.sum(begins & ends))

    def _near(self, top: float, bottom: float) -> slice:
        first, last = np.searchsorted(self._levels, [top, bottom], side="left")
        return slice(int(first), int(last))


def _lanes(gap: Box, size: float) -> Iterator[Box]:
    """Yield the gap itself, and narrow lanes of a wide one: a gutter is only one of them."""
    if gap.width <= size:
        third = gap.width // 3
        yield gap
        yield Box(gap.x0, gap.y0, gap.x0 + third, gap.y1)
        yield Box(gap.x1 - third, gap.y0, gap.x1, gap.y1)
        return
    step = max(1, round(0.5 * size))
    for x in range(gap.x0, gap.x1 - step + 1, step):
        yield Box(x, gap.y0, x + step, gap.y1)
