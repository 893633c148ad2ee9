"""White gutters: tall white gaps with text on both sides, across which no line runs."""

from __future__ import annotations

from typing import NamedTuple

import cv2
import numpy as np

from digitize.image.glyphs import Glyphs
from digitize.image.ink import Mask, below
from digitize.image.morphology import closed, grown, opened, spread_left, spread_right
from digitize.image.ranges import ranges
from digitize.image.shrunk import shrunk

FINE, LOW = 7.0, 3.5  # pixels that a glyph is wide and high where gutters are looked for
INKED = 64  # of 255: a pixel so much inked is ink in the smaller image
SHAPES = ((0.55, 24.0), (0.8, 18.0), (1.1, 14.0), (1.5, 11.0), (2.0, 9.0))
"""Least width and height of a gutter in glyph heights: word spaces stand under each other over
three or four lines by chance, so that a narrow gutter must be the taller."""
ALONE = 0.4  # glyph heights between letters of a word at most
THIN = 0.45  # glyph heights: a rule's width at most
FLANK = 3.0  # glyph heights within which text must stand on both sides
SHORT = 7.0  # glyph heights: a short last line of a paragraph does not end a gutter
LEADING = 2.4  # glyph heights from line to line: paper that a column's text covers
LARGE = 2.2  # times body type: headlines have gutters of their own
HALF = 2  # times: the gutters of large type are looked for in so much smaller an image
WORDS = 1.5  # times the headline's glyph height between its words


def find_gutters(mask: Mask, glyphs: Glyphs, size: float) -> Mask:
    """Return where gutters run, in the mask's pixels; `size` is the body's glyph height.

    `mask` is the ink of `glyphs`, free of specks: one would end a gutter. Gutters are so much
    higher than wide that they are looked for in an image reduced most in its height.
    """
    height, width = mask.shape
    scale = min(1.0, FINE / size), min(1.0, LOW / size)
    few = (max(1, round(width * scale[0])), max(1, round(height * scale[1])))
    small = cv2.resize(mask, few, interpolation=cv2.INTER_AREA)
    inked = ~below(small, INKED + 1)
    found = _gutters(inked, _reduced(glyphs, scale), Grid(size * scale[0], size * scale[1]))
    return np.asarray(
        cv2.resize(found, (width, height), interpolation=cv2.INTER_NEAREST), dtype=np.uint8
    )


class Grid(NamedTuple):
    """How wide and high type of one size is, in pixels of the reduced image."""

    across: float
    down: float

    def times(self, factor: float) -> Grid:
        """Return the same for type so many times as large."""
        return Grid(self.across * factor, self.down * factor)


def _reduced(glyphs: Glyphs, scale: tuple[float, float]) -> Glyphs:
    """Return the glyphs as they lie in the reduced image."""
    across, down = scale
    x0, y0 = (glyphs.x0 * across).astype(int), (glyphs.y0 * down).astype(int)
    x1, y1 = np.rint(glyphs.x1 * across).astype(int), np.rint(glyphs.y1 * down).astype(int)
    return Glyphs(x0, y0, np.maximum(x1, x0 + 1), np.maximum(y1, y0 + 1), glyphs.area)


def _gutters(mask: Mask, glyphs: Glyphs, type_: Grid) -> Mask:
    size = type_.across
    solid = _without_dashes(mask, size)
    large = _without_dashes(_text(glyphs, mask.shape, type_.times(LARGE)), size)
    text = _without_dashes(_text(glyphs, mask.shape, type_), size)
    body = _between(text, solid, type_, SHORT)
    headlines = opened(large & ~grown(text, 4 * FLANK * size, 1), 1, type_.down)  # no blots
    veto = closed(headlines, WORDS * LARGE * size, 1)  # word spaces of headlines over columns
    coarse = _between(_fewer(large), _fewer(solid), type_.times(LARGE / HALF), 0)
    wide = cv2.resize(coarse, mask.shape[::-1], interpolation=cv2.INTER_NEAREST)
    return (body & ~veto) | np.asarray(wide, np.uint8)


def _fewer(mask: Mask) -> Mask:
    """Return a mask in half its size, inked where half of it is."""
    return ~below(shrunk(mask, HALF), 127)


def _without_dashes(mask: Mask, size: float) -> Mask:
    """Leave out thin strokes that stand alone: what is left of a worn rule in a gutter."""
    return opened(closed(mask, ALONE * size, 1), THIN * size, 1)


def _text(glyphs: Glyphs, shape: tuple[int, ...], type_: Grid) -> Mask:
    """Return the glyphs of about one size, as filled boxes."""
    height = glyphs.height
    near = (height >= 0.5 * type_.down) & (height <= 2.3 * type_.down)
    return _filled(glyphs.pick(near & (glyphs.width <= 20 * type_.across)), shape)


def _filled(glyphs: Glyphs, shape: tuple[int, ...]) -> Mask:
    """Return the boxes of glyphs."""
    high, wide = shape
    x0, x1 = np.minimum(glyphs.x0, wide), np.minimum(glyphs.x1, wide)
    y0, y1 = np.minimum(glyphs.y0, high), np.minimum(glyphs.y1, high)
    row, box = ranges(y0, y1 - y0)
    pixel, _ = ranges(row * wide + x0[box], (x1 - x0)[box])
    mask = np.zeros(high * wide, np.uint8)
    mask[pixel] = 255
    return mask.reshape(high, wide)


def _between(text: Mask, mask: Mask, type_: Grid, short: float) -> Mask:
    size, down = type_
    filled = closed(text, 1, down * LEADING)
    reach = max(1, round(size * FLANK))
    beside = (spread_right(filled, reach), spread_left(filled, reach))
    left, right = (closed(side, 1, down * short) for side in beside)
    white = left & right & ~filled & ~mask
    found = np.zeros_like(mask)
    for width, height in SHAPES:
        found |= opened(white, size * width, down * height)
    return found
