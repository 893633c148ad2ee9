"""Rows of glyphs: glyphs that stand side by side are joined, those that touch two rows are cut."""

from __future__ import annotations

import numpy as np

from digitize.image.crumbs import gather, whole_characters, with_dashes
from digitize.image.glyphs import (
    Glyphs,
    Runs,
    chains,
    is_core,
    local_height,
    right_neighbours,
    runs_of,
)
from digitize.image.ink import Mask, Numbers
from digitize.image.joining import CLOSE, WIDE, join_near, join_rows
from digitize.image.row import Row
from digitize.image.squares import with_squares
from digitize.image.touching import share_out
from digitize.model.geometry import Box

TOUCHING = 1.9  # of the local glyph height: glyphs of two rows touch, or it is a "(" or "j"
LETTER = 0.6  # of the higher glyphs of a row: what is lower is a mark
ONE_TYPE = 1.4  # times as high as to the left or right: another type, whose spaces do not count
RISERS = 12  # percent of glyphs whose tops are capitals or risers in any line
CAPITALS = 0.7  # glyph heights to heights of capitals, which reach higher


def find_rows(glyphs: Glyphs, labels: Numbers, blocked: Mask, size: float) -> list[Row]:
    """Return the rows that `glyphs` make; no row crosses a pixel of `blocked`.

    `labels` is the glyphs' label image, `size` the page's glyph height in mask pixels. Rows come
    in no particular order.
    """
    core = is_core(glyphs, size)
    runs = runs_of(labels)
    barred = runs_of(blocked)
    right, _ = _look(glyphs, runs, core, barred)
    height = local_height(glyphs, right)
    touching = core & (glyphs.height > TOUCHING * height) & (glyphs.height > 1.6 * size)
    plain = core & ~touching
    right, gap = _look(glyphs, runs, plain, barred)
    rows = join_near(_assemble(glyphs, plain, right, gap), blocked, size)
    rows = with_squares(rows, size)
    rows, alone = share_out(rows, glyphs, touching, labels, blocked)
    rows += _rows(glyphs, np.array(alone, int), np.arange(len(alone)), np.zeros(len(alone)))
    rows = join_rows(whole_characters(rows), blocked, size)
    rows, pieces = gather(rows, glyphs.pick(~core), blocked)
    rows = whole_characters(join_rows(rows, blocked, size))
    return with_dashes(rows, pieces, blocked, CAPITALS * WIDE)


def _look(glyphs: Glyphs, runs: Runs, which: Numbers, barred: Runs) -> tuple[Numbers, Numbers]:
    right, gap = right_neighbours(glyphs, runs.pick(which[runs.glyph]), barred)
    return np.where(which, right, -1), gap


def _assemble(glyphs: Glyphs, plain: Numbers, right: Numbers, gap: Numbers) -> list[Row]:
    height = local_height(glyphs, right)
    first = np.flatnonzero(right >= 0)
    second = right[first]
    low, high = np.minimum(height[first], height[second]), np.maximum(height[first], height[second])
    local = np.where(high > ONE_TYPE * low, low, high)
    near = (high <= 2.0 * low) & (gap[first] <= CLOSE * local)
    chain = chains(len(glyphs), first[near], second[near])
    members = np.flatnonzero(plain)
    space = np.zeros(len(glyphs))
    np.maximum.at(space, chain[first[near]], gap[first[near]])
    return _rows(glyphs, members, chain[members], space)


def _rows(glyphs: Glyphs, members: Numbers, chain: Numbers, space: Numbers) -> list[Row]:
    """Return a row for each chain of glyphs; `space` is the widest gap in each chain."""
    order = np.argsort(chain, kind="stable")
    some = glyphs.pick(members[order])
    if not len(some):
        return []
    number, start, count = np.unique(chain[order], return_index=True, return_counts=True)
    row = np.repeat(np.arange(len(start)), count)
    sides = np.stack(
        [np.minimum.reduceat(side, start) for side in (some.x0, some.y0)]
        + [np.maximum.reduceat(side, start) for side in (some.x1, some.y1)],
        axis=1,
    )
    # most of a row's letters stand on its foot; quotation marks and dots hang too high
    high = some.height >= LETTER * _percentile(some.height, row, 75)[row]
    base = _percentile(some.y1[high], row[high], 50)
    top = np.minimum(_percentile(some.y0, row, RISERS), base - 1)
    middle = _percentile(some.height, row, 50)
    bands = np.stack([top, base, middle, space[number]], axis=1)
    sums = np.stack([count, np.add.reduceat(some.area, start)], axis=1)
    table = zip(sides.tolist(), bands.tolist(), sums.tolist(), strict=True)
    return [
        Row(Box(*box), top, base, middle, count, area, space)
        for box, (top, base, middle, space), (count, area) in table
    ]


def _percentile(values: Numbers, row: Numbers, share: float) -> Numbers:
    """Return a percentile of the values of each row; `row` ascends, and has all numbers."""
    order = np.lexsort((values, row))
    ranked = values[order]
    start = np.searchsorted(row, np.arange(row[-1] + 1))
    count = np.diff(np.append(start, len(row)))
    at = start + (count - 1) * (share / 100)
    low = np.floor(at).astype(np.int64)
    high = np.minimum(low + 1, start + count - 1)
    return np.asarray(ranked[low] + (ranked[high] - ranked[low]) * (at - low))
