"""Where print runs from top to bottom: where columns of ink stand out more sharply than rows."""

from __future__ import annotations

import cv2
import numpy as np

from digitize.image.glyphs import Glyphs, chains, right_neighbours, runs_of
from digitize.image.ink import Numbers

CLASSES = ((0.0, 2.2, 1.0), (2.2, 40.0, 1.6))
"""Type of which sizes is looked at together, from and to and typically, in glyph heights."""
AROUND = 14.0  # times the type's height: so wide and high is the ground that tells a direction
CELL = 2  # mask pixels: rows and columns of print are still told apart
PLAIN = 0.2  # natural logarithm of columns' to rows' variance from which print runs downwards
LEVEL = -0.4  # on a page that has vertical print; level Latin print lies around -1.5
CLOSE, ALIKE = 0.6, 1.6  # heights between letters of a close row; times as high as the next
SHARE = 0.15  # of a page's ink; less is chance. Measured: 0.07 at most in Latin, 0.39 in Chinese


def find_vertical(glyphs: Glyphs, labels: Numbers, size: float) -> Numbers:
    """Return which glyphs belong to vertical print; none on a page without any.

    `labels` is the glyphs' label image, `size` the page's glyph height in mask pixels. Each row's
    ink, averaged over a window, varies down a page of level lines; each column's ink varies
    across vertical ones. The larger variance tells the direction, for body type and for display
    type by itself.
    """
    least = np.minimum(glyphs.height, glyphs.width)
    few = labels[::CELL, ::CELL]
    chosen = np.zeros(len(glyphs), bool)
    for low, high, typical in CLASSES:
        of = (least >= low * size) & (least < high * size)
        field = np.concatenate(([0], of)).astype(np.float32)[few]
        tends = _tendency(field, AROUND * typical * size / CELL)
        if typical == 1.0 and float(field[tends > PLAIN].sum()) <= SHARE * float(field.sum()):
            break
        x = np.minimum((glyphs.x0 + glyphs.x1) // (2 * CELL), field.shape[1] - 1)
        y = np.minimum((glyphs.y0 + glyphs.y1) // (2 * CELL), field.shape[0] - 1)
        chosen |= of & (tends[y, x] > LEVEL)
    return _agreed(chosen, glyphs, labels) if chosen.any() else chosen


def _agreed(chosen: Numbers, glyphs: Glyphs, labels: Numbers) -> Numbers:
    """Let the letters of a word, or of a close row, run the way in which most of them do."""
    runs = runs_of(labels)
    right, gap = right_neighbours(glyphs, runs, runs.pick(np.zeros(0, np.int64)))
    height = glyphs.height
    low, high = np.minimum(height, height[right]), np.maximum(height, height[right])
    first = np.flatnonzero((right >= 0) & (gap <= CLOSE * low) & (high <= ALIKE * low))
    chain = chains(len(glyphs), first, right[first])
    whole = np.bincount(chain, weights=glyphs.area, minlength=len(glyphs))
    downwards = np.bincount(chain, weights=glyphs.area * chosen, minlength=len(glyphs))
    return np.asarray((downwards > whole / 2)[chain])


def _tendency(field: Numbers, reach: float) -> Numbers:
    """Return for each cell how print runs around it: above 0 downwards, below 0 across."""
    wide = max(3, round(reach)) | 1
    rows = _variance(field, (wide, 1), (1, wide))
    columns = _variance(field, (1, wide), (wide, 1))
    return np.asarray(np.log((columns + 1e-6) / (rows + 1e-6)))


def _variance(field: Numbers, along: tuple[int, int], across: tuple[int, int]) -> Numbers:
    mean = cv2.blur(field, along)
    spread = cv2.blur(mean * mean, across) - cv2.blur(mean, across) ** 2
    return np.asarray(cv2.blur(spread, along))
