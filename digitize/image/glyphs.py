"""The glyphs of a page: every blob of ink with its box, and which stand next to which."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from digitize.image.ink import Mask, Numbers, boxes_of
from digitize.model.geometry import Box

CORE = 0.42  # of the page's glyph height: what is lower is a dot, a dash or a speck
USUAL = 0.8  # of the page's glyph height: letters around are lower on the average in smaller type
LEAST = 0.8  # of the page's: no type is taken to be smaller, or halftone dots would be
PART = (0.36, 1.3)  # of it: what is lower or higher says nothing of the type around
AROUND = 6.0  # glyph heights: type is looked at in cells so wide, and those beside them
HUGE = 30.0  # glyph heights: no letter of a newspaper is higher, nor wider
LOOKS = (0.5, 0.32, 0.68, 0.18, 0.82)  # heights within a glyph from which its row is looked along
ALIKE = 2.6  # how much higher a glyph may be than its neighbour: capital and comma
SHARED = 0.45  # of the lower one's height that neighbours of one line share
REACH = 3.2  # glyph heights (of the local type) between words of a badly spaced line
STEPS = 4  # neighbours on each side that say how large the type is around a glyph


@dataclass(frozen=True, slots=True)
class Glyphs:
    """Blobs of ink as columns of a table, in mask pixels; `x1`, `y1` lie just outside."""

    x0: Numbers
    y0: Numbers
    x1: Numbers
    y1: Numbers
    area: Numbers

    @property
    def height(self) -> Numbers:
        """Heights in mask pixels."""
        return self.y1 - self.y0

    @property
    def width(self) -> Numbers:
        """Widths in mask pixels."""
        return self.x1 - self.x0

    def __len__(self) -> int:
        return len(self.x0)

    def box(self, index: int) -> Box:
        """Return the box of one glyph."""
        return Box(
            int(self.x0[index]), int(self.y0[index]), int(self.x1[index]), int(self.y1[index])
        )

    def pick(self, which: Numbers) -> Glyphs:
        """Return the glyphs that `which` (booleans or indices) tells."""
        return Glyphs(
            self.x0[which], self.y0[which], self.x1[which], self.y1[which], self.area[which]
        )


def find_glyphs(mask: Mask) -> tuple[Glyphs, Numbers]:
    """Return all blobs of ink, and the label image: 0 is paper, n + 1 is glyph n."""
    labels, stats = boxes_of(mask)
    x, y, width, height, area = stats[1:].T.astype(np.int64)
    return Glyphs(x, y, x + width, y + height, area), labels


def is_core(glyphs: Glyphs, size: float) -> Numbers:
    """Return which glyphs may carry a line: not specks, not pictures, not bars."""
    height, width = glyphs.height, glyphs.width
    least = np.maximum(3.0, CORE * size * _share(glyphs, size))
    tall = (height >= least) & (height <= HUGE * size)
    filled = glyphs.area >= 0.08 * width * height
    bar = (height > np.maximum(9 * width, 2 * size)) | (width > 25 * height)
    return np.asarray(tall & filled & (width <= 4 * HUGE * size) & ~bar)


def _share(glyphs: Glyphs, size: float) -> Numbers:
    """Return which share of the page's type that around each glyph is: English among Chinese."""
    height = glyphs.height
    column, row = (
        ((first + last) / (2 * AROUND * size)).astype(int)
        for first, last in ((glyphs.x0, glyphs.x1), (glyphs.y0, glyphs.y1))
    )
    wide, high = (int(cell.max(initial=0)) + 1 for cell in (column, row))
    cell = row * wide + column
    some = (height >= PART[0] * size) & (height <= PART[1] * size)
    sums = [
        cv2.blur(
            np.bincount(cell[some], weights=height[some] ** power, minlength=wide * high)
            .reshape(high, wide)
            .astype(np.float32),
            (3, 3),
        ).ravel()
        for power in (1, 2)
    ]
    mean = sums[1] / np.maximum(sums[0], 1e-6)
    share = np.where(mean > 0, np.clip(mean / (USUAL * size), LEAST, 1.0), 1.0)
    return np.asarray(share[cell])


@dataclass(frozen=True, slots=True)
class Runs:
    """Level runs of ink, row after row: where they start and end in the flattened image."""

    start: Numbers
    end: Numbers  # just outside
    glyph: Numbers  # its index; -1 where nothing may be linked across
    width: int  # of the image

    def pick(self, which: Numbers) -> Runs:
        """Return the runs that `which` tells."""
        return Runs(self.start[which], self.end[which], self.glyph[which], self.width)

    def ahead(self, row: Numbers, column: Numbers) -> tuple[Numbers, Numbers]:
        """Return, for each pixel, the first run at or right of it in its row, and where it starts.

        The run is given by its index; where there is none, the start is that of the next row.
        """
        at = row * self.width + column
        found = np.searchsorted(self.end, at, side="right")
        limit = (row + 1) * self.width
        known = np.minimum(found, max(0, len(self.end) - 1))
        start = np.maximum(self.start[known], at) if len(self.end) else limit
        return known, np.where(found < len(self.end), np.minimum(start, limit), limit)


def runs_of(labels: Numbers) -> Runs:
    """Return the runs of a label image in which 0 is paper and n + 1 glyph n."""
    flat = labels.ravel()
    edges = np.flatnonzero(flat[1:] != flat[:-1]) + 1
    edges = np.concatenate(([0], edges, [flat.size]))
    number = flat[edges[:-1]]
    inked = np.flatnonzero(number)
    return Runs(edges[inked], edges[inked + 1], number[inked] - 1, labels.shape[1])


def right_neighbours(glyphs: Glyphs, runs: Runs, barred: Runs) -> tuple[Numbers, Numbers]:
    """Return, for each glyph, the index of the next one to its right and the gap to it.

    Only `runs` are seen, and nothing beyond a run of `barred`. The index is -1 where there is
    none. Each glyph looks along five of its rows; of what is met, the one that shares most of
    its height is taken, the nearer one on a tie.
    """
    best = np.full(len(glyphs), -1)
    merit = np.zeros(len(glyphs))
    own = np.arange(len(glyphs))
    column = np.minimum(glyphs.x1, runs.width - 1)
    for share in LOOKS if len(runs.start) else ():
        row = glyphs.y0 + ((glyphs.height - 1) * share).astype(np.int64)
        run, start = runs.ahead(row, column)
        bar = barred.ahead(row, column)[1]
        other = runs.glyph[run]
        good = (start < (row + 1) * runs.width) & (start < bar) & (other != own)
        target = np.where(good, other, 0)
        value = np.where(good, _merit(glyphs, own, target), 0)
        better = value > merit
        best = np.where(better, target, best)
        merit = np.where(better, value, merit)
    gap = np.where(best >= 0, glyphs.x0[best] - glyphs.x1, 0)
    return best, gap


def _merit(glyphs: Glyphs, left: Numbers, right: Numbers) -> Numbers:
    """How well two glyphs sit on one line: shared height, less a little for the gap."""
    shared = np.minimum(glyphs.y1[left], glyphs.y1[right])
    shared = shared - np.maximum(glyphs.y0[left], glyphs.y0[right])
    low = np.minimum(glyphs.height[left], glyphs.height[right])
    high = np.maximum(glyphs.height[left], glyphs.height[right])
    gap = np.maximum(glyphs.x0[right] - glyphs.x1[left], 0)
    fits = (shared >= SHARED * low) & (high <= ALIKE * low) & (gap <= REACH * high)
    return np.where(fits, shared / low - 0.2 * gap / (REACH * high), 0)


def local_height(glyphs: Glyphs, right: Numbers) -> Numbers:
    """Return the median height of each glyph and its neighbours on both sides."""
    count = len(glyphs)
    left = np.full(count, -1)
    linked = np.flatnonzero(right >= 0)
    left[right[linked]] = linked
    heights = [glyphs.height.astype(float)]
    for way in (left, right):
        at = np.arange(count)
        for _ in range(STEPS):
            at = np.where(at >= 0, way[at], -1)
            heights.append(np.where(at >= 0, glyphs.height[at], np.inf))
    table = np.sort(np.stack(heights), axis=0)
    known = np.isfinite(table).sum(axis=0)
    own = np.arange(count)
    return np.asarray((table[(known - 1) // 2, own] + table[known // 2, own]) / 2)


def chains(count: int, first: Numbers, second: Numbers) -> Numbers:
    """Return a chain number for each of `count` glyphs, equal where links join them."""
    root = np.arange(count)
    while True:
        low = np.minimum(root[first], root[second])
        new = root.copy()
        np.minimum.at(new, root[first], low)
        np.minimum.at(new, root[second], low)
        new = new[new]
        if (new == root).all():
            return root
        root = new
