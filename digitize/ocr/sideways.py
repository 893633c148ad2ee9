"""Figures and Latin letters that lie on their side in a column of vertical print."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from digitize.model.geometry import Box
from digitize.ocr.ink import Mask

HIGH = (0.55, 0.9)
"""How high figures and capitals are, in widths of a Chinese character's ink; 0.7 to 0.8 in most
faces. Lying, they are so wide."""

BROAD = (0.18, 0.68)
"""How broad they are, from 1 to M; lying, they are so high. Strokes of 二 and 三 are thinner."""

EVEN = 0.07
"""By how much, in widths, the feet and heads of neighbours miss each other; parts of a character,
as in 昌 and 呂, are seldom so even."""

NEAR = 0.3
"""White between neighbours, in widths."""

FEW = 2
"""Figures in a row at least; a single one looks like a part of a character."""


def lying(ink: Mask, width: int) -> list[Box]:
    """Return the stretches of a column whose letters lie on their right side, from the top.

    `width` is that of a Chinese character's ink in pixels. A stretch holds two letters or more.
    """
    runs: list[list[Box]] = []
    for box in _segments(ink):
        if runs and _goes_on(runs[-1][-1], box, width):
            runs[-1].append(box)
        else:
            runs.append([box])
    found = (run for run in runs if len(run) >= FEW and all(_letter(box, width) for box in run))
    return [Box(0, run[0].y0, ink.shape[1], run[-1].y1) for run in found]


def _segments(ink: Mask) -> list[Box]:
    """Return the boxes of what white rows part, from the top."""
    rows = np.concatenate(([False], ink.any(axis=1), [False]))
    edges = np.flatnonzero(rows[1:] != rows[:-1]).tolist()
    found = []
    for top, bottom in zip(edges[::2], edges[1::2], strict=True):
        columns = np.flatnonzero(ink[top:bottom].any(axis=0))
        found.append(Box(int(columns[0]), top, int(columns[-1]) + 1, bottom))
    return found


def _letter(box: Box, width: int) -> bool:
    high, broad = box.width / width, box.height / width
    return HIGH[0] <= high <= HIGH[1] and BROAD[0] <= broad <= BROAD[1]


def _goes_on(box: Box, following: Box, width: int) -> bool:
    slack = max(1, round(EVEN * width))
    even = abs(box.x0 - following.x0) <= slack and abs(box.x1 - following.x1) <= slack
    near = following.y0 - box.y1 <= NEAR * width
    return even and near and _letter(box, width) and _letter(following, width)


def between(stretches: list[Box], size: tuple[int, int]) -> list[Box]:
    """Return the rest of a column of (height, width) above, between and below `stretches`."""
    height, width = size
    edges = [0, *(edge for box in stretches for edge in (box.y0, box.y1)), height]
    spans = list(pairwise(edges))[::2]
    return [Box(0, top, width, bottom) for top, bottom in spans if bottom > top]
