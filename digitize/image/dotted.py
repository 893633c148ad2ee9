"""Dotted rules: dots in a straight line, all as far apart."""

from __future__ import annotations

import numpy as np

from digitize.image.ink import Mask, Numbers, boxes_of
from digitize.image.morphology import closed, grown, opened
from digitize.image.pieces import Piece

SMALL, LARGE = 0.1, 0.45  # glyph heights: the least and greatest thickness of a dot
SMEARED = 1.2  # glyph heights: dots that touch are no longer than this
CELLS = 3.0  # cells that a glyph is high where rows of dots are looked for
PITCH = 1.0  # glyph heights from one dot to the next at most
LONG = 7.0  # glyph heights: the least length of a row of dots
MANY = 9  # dots at least, and so many neighbours tell where the row runs
ASTRAY = 0.15  # glyph heights by which a dot may miss the row
EVEN, MOSTLY = 0.35, 0.7  # of their distance: by how much it varies for so many of the dots
BESIDE = 1.5  # glyph heights: letters so near to its ends make it a leader, no rule
LETTER = 0.55  # glyph heights: no dot is so high
BAND = 1.0  # glyph heights: what is thicker over one bend is a screen of dots, no row


def find_dotted(blobs: Numbers, mask: Mask, size: float, bend: float, upright: bool) -> list[Piece]:
    """Return the level dotted rules of a page, cut to lengths of about `bend`.

    `blobs` are the boxes of all that touches. Rows of dots that lead from one word to another
    are none; in a turned page, whose rules are `upright`, there are no such.
    """
    wide, high = blobs[:, 2], blobs[:, 3]
    dot = (high >= max(2.0, SMALL * size)) & (high <= LARGE * size)
    dot &= (wide >= max(2.0, SMALL * size)) & (wide <= SMEARED * size)
    dots = blobs[dot]
    found: list[Piece] = []
    for row in _rows(dots, mask.shape, size):
        even = _evened(dots[row], size)
        pieces = _pieces(even, bend) if len(even) else []
        thick = any(piece.d - piece.c > BAND * size for piece in pieces)
        if pieces and not thick and (upright or not _leads(even, blobs, size)):
            found += pieces
    return found


def _rows(dots: Numbers, shape: tuple[int, ...], size: float) -> list[Numbers]:
    """Return the indices of the dots of every row that is close and long."""
    cell = size / CELLS
    field = np.zeros([int(side / cell) + 1 for side in shape], np.uint8)
    at = _middles(dots, 1) / cell, _middles(dots, 0) / cell
    spots = tuple(one.astype(int) for one in at)
    field[spots] = 255
    band = closed(grown(field, 1, 3), PITCH * CELLS, 1)
    labels, _ = boxes_of(opened(band, LONG * CELLS, 1))
    row = labels[spots]
    order = np.argsort(row, kind="stable")
    _, start = np.unique(row[order], return_index=True)
    return [one for one in np.split(order, start[1:]) if len(one) >= MANY and row[one[0]]]


def _middles(dots: Numbers, axis: int) -> Numbers:
    return np.asarray(dots[:, axis] + dots[:, axis + 2] / 2)


def _evened(dots: Numbers, size: float) -> Numbers:
    """Return the dots from left to right, less those astray; none if they stand unevenly."""
    dots = dots[np.argsort(dots[:, 0])]
    level = _middles(dots, 1)
    around = np.pad(level, MANY // 2, mode="edge")
    usual = np.median(np.lib.stride_tricks.sliding_window_view(around, MANY), axis=1)
    dots = dots[np.abs(level - usual) <= ASTRAY * size + 0.5]
    if len(dots) < MANY:
        return dots[:0]
    apart = np.diff(dots[:, 0])
    pitch = float(np.median(apart))
    even = float((np.abs(apart - pitch) <= EVEN * pitch).mean())
    long = dots[-1, 0] - dots[0, 0] >= LONG * size
    return dots if even >= MOSTLY and pitch <= PITCH * size and long else dots[:0]


def _leads(dots: Numbers, blobs: Numbers, size: float) -> bool:
    """Whether letters stand right before the first of the dots, or after the last."""
    x, y, wide, high, _ = blobs[blobs[:, 3] >= LETTER * size].T
    for dot, near in (
        (dots[0], (x < dots[0, 0]) & (x + wide >= dots[0, 0] - BESIDE * size)),
        (dots[-1], (x + wide > dots[-1, 0]) & (x <= dots[-1, 0] + BESIDE * size)),
    ):
        level = (y <= dot[1] + dot[3]) & (y + high >= dot[1] - size / 2)
        if (near & level).any():
            return True
    return False


def _pieces(dots: Numbers, bend: float) -> list[Piece]:
    first, last = int(dots[0, 0]), int(dots[-1, 0] + dots[-1, 2])
    part = ((dots[:, 0] - first) // max(1.0, bend)).astype(int)
    starts = [int(dots[part == n][0, 0]) for n in np.unique(part)]
    pieces = []
    for n, a, b in zip(np.unique(part), starts, [*starts[1:], last], strict=True):
        own = dots[part == n]
        foot = int((own[:, 1] + own[:, 3]).max())
        pieces.append(Piece(a, b, int(own[:, 1].min()), foot, float(own[:, 3].mean())))
    return pieces
