"""White gutters: tall white gaps with text on both sides, across which no line runs."""

from __future__ import annotations

import cv2
import numpy as np

from digitize.image.glyphs import Glyphs
from digitize.image.ink import Mask
from digitize.image.morphology import closed, grown, opened, spread_left, spread_right

FINE = 7.0  # pixels that a glyph is high at least where gutters are looked for: quicker
INKED = 90  # of 255: a pixel so much inked is ink in the smaller image
SHAPES = ((0.55, 24.0), (0.8, 18.0), (1.1, 14.0), (1.5, 11.0), (2.0, 9.0))
"""Least width and height of a gutter in glyph heights: word spaces stand under each other over
three or four lines by chance, so that a narrow gutter must be the taller."""
ALONE = 0.4  # glyph heights between letters of a word at most
THIN = 0.45  # glyph heights: a rule's width at most
FLANK = 3.0  # glyph heights within which text must stand on both sides
SHORT = 7.0  # glyph heights: a short last line of a paragraph does not end a gutter
LEADING = 2.4  # glyph heights from line to line: paper that a column's text covers
LARGE = 2.2  # times body type: headlines have gutters of their own
WORDS = 1.5  # times the headline's glyph height between its words


def find_gutters(mask: Mask, glyphs: Glyphs, size: float) -> Mask:
    """Return where gutters run, in the mask's pixels; `size` is the body's glyph height.

    `mask` is the ink of `glyphs`, free of specks: one would end a gutter.
    """
    factor = max(1, round(size / FINE))
    height, width = mask.shape
    few = (max(1, width // factor), max(1, height // factor))
    small = cv2.resize(mask, few, interpolation=cv2.INTER_AREA)
    inked = np.where(small > INKED, 255, 0).astype(np.uint8)
    found = _gutters(inked, _divided(glyphs, factor), size / factor)
    return np.asarray(
        cv2.resize(found, (width, height), interpolation=cv2.INTER_NEAREST), dtype=np.uint8
    )


def _divided(glyphs: Glyphs, factor: int) -> Glyphs:
    """Return the glyphs as they lie in an image so many times smaller."""
    x0, y0 = glyphs.x0 // factor, glyphs.y0 // factor
    x1, y1 = (glyphs.x1 + factor // 2) // factor, (glyphs.y1 + factor // 2) // factor
    return Glyphs(x0, y0, np.maximum(x1, x0 + 1), np.maximum(y1, y0 + 1), glyphs.area)


def _gutters(mask: Mask, glyphs: Glyphs, size: float) -> Mask:
    solid = _without_dashes(mask, size)
    large = _without_dashes(_text(glyphs, mask, LARGE * size), size)
    text = _without_dashes(_text(glyphs, mask, size), size)
    body = _between(text, solid, size, SHORT)
    headlines = opened(large & ~grown(text, 4 * FLANK * size, 1), 1, size)  # no blots in a column
    veto = closed(headlines, WORDS * LARGE * size, 1)  # word spaces of headlines over columns
    return (body & ~veto) | _between(large, solid, LARGE * size, 0)


def _without_dashes(mask: Mask, size: float) -> Mask:
    """Leave out thin strokes that stand alone: what is left of a worn rule in a gutter."""
    return opened(closed(mask, ALONE * size, 1), THIN * size, 1)


def _text(glyphs: Glyphs, mask: Mask, size: float) -> Mask:
    """Return the glyphs of about one size, as filled boxes."""
    text = np.zeros_like(mask)
    height = glyphs.height
    near = (height >= 0.5 * size) & (height <= 2.3 * size) & (glyphs.width <= 20 * size)
    some = glyphs.pick(near)
    for x0, y0, x1, y1 in zip(some.x0, some.y0, some.x1, some.y1, strict=True):
        text[y0:y1, x0:x1] = 255
    return text


def _between(text: Mask, mask: Mask, size: float, short: float) -> Mask:
    filled = closed(text, 1, size * LEADING)
    reach = max(1, round(size * FLANK))
    beside = (spread_right(filled, reach), spread_left(filled, reach))
    left, right = (closed(side, 1, size * short) for side in beside)
    white = left & right & ~filled & ~mask
    found = np.zeros_like(mask)
    for width, height in SHAPES:
        found |= opened(white, size * width, size * height)
    return found
