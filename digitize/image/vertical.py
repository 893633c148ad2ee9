"""Where print runs from top to bottom: where columns of ink stand out more sharply than rows."""

from __future__ import annotations

import cv2
import numpy as np

from digitize.image.glyphs import find_glyphs
from digitize.image.ink import Mask, Numbers

CLASSES = ((0.0, 2.2, 1.0), (2.2, 40.0, 1.6))
"""Type of which sizes is looked at together, from and to and typically, in glyph heights."""
AROUND = 14.0  # times the type's height: so wide and high is the ground that tells a direction
CELL = 2  # mask pixels: rows and columns of print are still told apart
PLAIN = 0.2  # natural logarithm of columns' to rows' variance from which print runs downwards
LEVEL = -0.4  # on a page that has vertical print; level Latin print lies around -1.5
SHARE = 0.15  # of a page's ink; less is chance. Measured: 0.07 at most in Latin, 0.39 in Chinese


def find_vertical(mask: Mask, size: float) -> Mask:
    """Return the ink of vertical print in `mask`; nothing on a page without any.

    `size` is the page's glyph height in mask pixels. Each row's ink, averaged over a window,
    varies down a page of level lines; each column's ink varies across vertical ones. The larger
    variance tells the direction, for body type and for display type by itself.
    """
    glyphs, labels = find_glyphs(mask)
    least = np.minimum(glyphs.height, glyphs.width)
    chosen = np.zeros(len(glyphs) + 1, bool)
    for low, high, typical in CLASSES:
        of = np.concatenate(([False], (least >= low * size) & (least < high * size)))
        ink = np.where(of[labels], mask, 0).astype(np.uint8)
        field = _coarse(ink)
        tends = _tendency(field, AROUND * typical * size / CELL)
        if typical == 1.0 and float(field[tends > PLAIN].sum()) <= SHARE * float(field.sum()):
            break
        x = np.minimum((glyphs.x0 + glyphs.x1) // (2 * CELL), field.shape[1] - 1)
        y = np.minimum((glyphs.y0 + glyphs.y1) // (2 * CELL), field.shape[0] - 1)
        chosen[1:] |= of[1:] & (tends[y, x] > LEVEL)
    return np.where(chosen[labels], mask, 0).astype(np.uint8)


def _coarse(ink: Mask) -> Numbers:
    """Return how much of each cell is inked, 0 to 1."""
    size = (max(1, ink.shape[1] // CELL), max(1, ink.shape[0] // CELL))
    return np.asarray(cv2.resize(ink, size, interpolation=cv2.INTER_AREA), np.float32) / 255


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
