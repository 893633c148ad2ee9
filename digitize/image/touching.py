"""Glyphs that touch the row above or below: cut between the rows, each piece to its own."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from digitize.image.glyphs import REACH, Glyphs
from digitize.image.ink import Mask, Numbers
from digitize.image.joining import RULE, middle_of
from digitize.image.row import Row
from digitize.model.geometry import Box

MOST = 6.0  # times the capitals' height that a touching glyph is high: three rows at most
INSIDE = 0.6  # of a row's band that must lie within the glyph's height


def share_out(
    rows: list[Row], glyphs: Glyphs, touching: Numbers, labels: Numbers, blocked: Mask
) -> tuple[list[Row], list[int]]:
    """Give every glyph of `touching` to the rows beside it, cut where it is thinnest.

    No row reaches over a rule that `blocked` shows.
    Returns the rows, grown, and the indices of the glyphs that have no row beside them.
    """
    rows, alone = list(rows), list[int]()
    sides = np.array([(row.box.x0, row.box.x1) for row in rows]).reshape(-1, 2)
    bands = np.array([(row.top, row.base, row.rise, row.middle) for row in rows]).reshape(-1, 4)
    for index in np.flatnonzero(touching):
        box = glyphs.box(int(index))
        near = [n for n in _beside(sides, bands, box) if not _barred(rows[n], box, blocked)]
        levels = _levels(rows, near)
        if not levels:
            alone.append(int(index))
            continue
        ink = (labels[box.y0 : box.y1, box.x0 : box.x1] == index + 1).sum(axis=1)
        edges = _edges([rows[level[0]] for level in levels], ink, box)
        for level, (upper, lower) in zip(levels, pairwise(edges), strict=True):
            nearest = min(level, key=lambda n: -rows[n].box.overlap_x(box))
            rows[nearest] = rows[nearest].grown(Box(box.x0, upper, box.x1, lower))
            sides[nearest] = rows[nearest].box.x0, rows[nearest].box.x1
    return rows, alone


def _beside(sides: Numbers, bands: Numbers, box: Box) -> list[int]:
    """Return the indices of rows that stand next to a glyph, within its height."""
    top, base, rise, middle = bands.T
    inside = np.minimum(base, box.y1) - np.maximum(top, box.y0) >= INSIDE * rise
    gap = np.maximum(sides[:, 0], box.x0) - np.minimum(sides[:, 1], box.x1)
    near = (gap <= REACH * middle) & (box.height <= MOST * rise)
    return [int(n) for n in np.flatnonzero(inside & near)]


def _barred(row: Row, box: Box, blocked: Mask) -> bool:
    """Whether a rule stands between a row and a glyph beside it."""
    start, stop = min(row.box.x1, box.x1), max(row.box.x0, box.x0)
    return bool((middle_of(row, blocked)[start:stop] == RULE).any())


def _levels(rows: list[Row], at: list[int]) -> list[list[int]]:
    """Group row indices that lie at one height, from the top down."""
    levels: list[list[int]] = []
    for n in sorted(at, key=lambda n: rows[n].base):
        if levels and rows[n].top < rows[levels[-1][0]].base - 0.4 * rows[n].rise:
            levels[-1].append(n)
        else:
            levels.append([n])
    return levels


def _edges(rows: list[Row], ink: Numbers, box: Box) -> list[int]:
    """Return the heights at which a glyph is cut, its own top and bottom included."""
    edges = [box.y0]
    for upper, lower in pairwise(rows):
        start = min(max(int(upper.base), edges[-1] + 1), box.y1 - 1)
        stop = max(min(int(lower.top) + 1, box.y1), start + 1)
        edges.append(start + int(np.argmin(ink[start - box.y0 : stop - box.y0])))
    return [*edges, box.y1]
