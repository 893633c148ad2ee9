"""White gutters: tall white gaps with text on both sides, across which no line runs."""

from __future__ import annotations

import numpy as np

from digitize.image.glyphs import Glyphs
from digitize.image.ink import Mask
from digitize.image.morphology import closed, opened, spread_left, spread_right

SHAPES = ((0.55, 24.0), (0.8, 18.0), (1.1, 14.0), (2.0, 9.0))
"""Least width and height of a gutter in glyph heights: word spaces stand under each other over
three or four lines by chance, so that a narrow gutter must be the taller."""
FLANK = 3.0  # glyph heights within which text must stand on both sides
LEADING = 2.4  # glyph heights from line to line: paper that a column's text covers
SIZES = (1.0, 2.2)  # body type, and type so much larger: headlines have gutters of their own


def find_gutters(mask: Mask, glyphs: Glyphs, size: float) -> Mask:
    """Return where gutters run, in the mask's pixels; `size` is the body's glyph height.

    `mask` is the ink of `glyphs`, free of specks: one would end a gutter.
    """
    found = np.zeros_like(mask)
    for factor in SIZES:
        text = _text(mask, glyphs, size * factor)
        found |= _between(text, mask, size * factor)
    return found


def _text(mask: Mask, glyphs: Glyphs, size: float) -> Mask:
    """Return the glyphs of about one size, as filled boxes."""
    text = np.zeros_like(mask)
    height = glyphs.height
    near = (height >= 0.5 * size) & (height <= 2.3 * size) & (glyphs.width <= 20 * size)
    some = glyphs.pick(near)
    for x0, y0, x1, y1 in zip(some.x0, some.y0, some.x1, some.y1, strict=True):
        text[y0:y1, x0:x1] = 255
    return text


def _between(text: Mask, mask: Mask, size: float) -> Mask:
    filled = closed(text, 1, size * LEADING)
    reach = max(1, round(size * FLANK))
    white = spread_right(filled, reach) & spread_left(filled, reach) & ~filled & ~mask
    found = np.zeros_like(mask)
    for width, height in SHAPES:
        found |= opened(white, size * width, size * height)
    return found
