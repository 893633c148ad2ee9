"""Rows of glyphs: glyphs that stand side by side are joined, those that touch two rows are cut."""

from __future__ import annotations

import numpy as np

from digitize.image.crumbs import gather, whole_characters, with_dashes
from digitize.image.glyphs import (
    Glyphs,
    chains,
    find_glyphs,
    is_core,
    local_height,
    right_neighbours,
)
from digitize.image.ink import Mask, Numbers
from digitize.image.joining import CLOSE, WIDE, join_near, join_rows
from digitize.image.row import Row
from digitize.image.touching import share_out
from digitize.model.geometry import Box

TOUCHING = 1.9  # of the local glyph height: glyphs of two rows touch, or it is a "(" or "j"
LETTER = 0.6  # of the higher glyphs of a row: what is lower is a mark
RISERS = 12  # percent of glyphs whose tops are capitals or risers in any line
CAPITALS = 0.7  # glyph heights to heights of capitals, which reach higher


def find_rows(mask: Mask, blocked: Mask, size: float) -> list[Row]:
    """Return the rows of glyphs in `mask`; no row crosses a pixel of `blocked`.

    `size` is the page's glyph height in mask pixels. Rows come in no particular order.
    """
    glyphs, labels = find_glyphs(mask)
    core = is_core(glyphs, size)
    right, _ = _look(glyphs, labels, core, blocked)
    height = local_height(glyphs, right)
    touching = core & (glyphs.height > TOUCHING * height) & (glyphs.height > 1.6 * size)
    plain = core & ~touching
    right, gap = _look(glyphs, labels, plain, blocked)
    rows = join_near(_assemble(glyphs, plain, right, gap), blocked, size)
    rows, alone = share_out(rows, glyphs, touching, labels)
    rows += [_row(glyphs.pick(np.array([index]))) for index in alone]
    rows = join_rows(whole_characters(rows), blocked, size)
    rows, pieces = gather(rows, glyphs.pick(~core), blocked)
    rows = whole_characters(join_rows(rows, blocked, size))
    return with_dashes(rows, pieces, blocked, CAPITALS * WIDE)


def _look(
    glyphs: Glyphs, labels: Numbers, which: Numbers, blocked: Mask
) -> tuple[Numbers, Numbers]:
    numbers = np.concatenate(([0], np.where(which, np.arange(1, len(glyphs) + 1), 0)))
    image = numbers.astype(np.int32)[labels]
    image[blocked > 0] = -1
    right, gap = right_neighbours(glyphs, image)
    return np.where(which, right, -1), gap


def _assemble(glyphs: Glyphs, plain: Numbers, right: Numbers, gap: Numbers) -> list[Row]:
    height = local_height(glyphs, right)
    first = np.flatnonzero(right >= 0)
    second = right[first]
    local = np.maximum(height[first], height[second])
    alike = local <= 2.0 * np.minimum(height[first], height[second])
    near = alike & (gap[first] <= CLOSE * local)
    chain = chains(len(glyphs), first[near], second[near])
    members = np.flatnonzero(plain)
    members = members[np.argsort(chain[members], kind="stable")]
    cuts = np.flatnonzero(np.diff(chain[members])) + 1
    return [_row(glyphs.pick(part)) for part in np.split(members, cuts) if len(part)]


def _row(some: Glyphs) -> Row:
    box = Box(int(some.x0.min()), int(some.y0.min()), int(some.x1.max()), int(some.y1.max()))
    base = _foot(some)
    top = min(float(np.percentile(some.y0, RISERS)), base - 1)
    return Row(box, top, base, float(np.median(some.height)), len(some), int(some.area.sum()))


def _foot(some: Glyphs) -> float:
    """Return where most of a row's letters stand; quotation marks and dots hang too high."""
    high = some.height >= LETTER * np.percentile(some.height, 75)
    return float(np.median(some.y1[high]))
