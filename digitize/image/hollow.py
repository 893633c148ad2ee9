"""Ink that holds print: frames, and black areas with lettering in them, are no letters."""

from __future__ import annotations

import numpy as np

from digitize.image.glyphs import Glyphs
from digitize.image.ink import Numbers

LARGE = 6.0  # glyph heights: what is lower and narrower holds no print
LETTER = (0.75, 0.25)  # glyph heights, and of the longer side of what holds it: how high print is
SEVERAL = 4  # letters that it holds
SPREAD = 0.35  # of its width and height over which they are spread; under a flourish they are not


def holds_print(glyphs: Glyphs, size: float) -> Numbers:
    """Return which glyphs hold so much smaller print that they are no letters themselves.

    `size` is the page's glyph height in mask pixels.
    """
    long = np.maximum(glyphs.height, glyphs.width)
    few = glyphs.pick(np.flatnonzero((glyphs.height >= LETTER[0] * size) & (glyphs.width > 1)))
    holds = np.zeros(len(glyphs), bool)
    for index in np.flatnonzero(np.minimum(glyphs.height, glyphs.width) >= LARGE * size).tolist():
        x0, y0, x1, y1 = glyphs.box(index)
        inside = (few.x0 >= x0) & (few.y0 >= y0) & (few.x1 <= x1) & (few.y1 <= y1)
        inside &= np.maximum(few.height, few.width) <= LETTER[1] * long[index]
        if np.count_nonzero(inside) < SEVERAL:
            continue
        wide = few.x1[inside].max() - few.x0[inside].min()
        high = few.y1[inside].max() - few.y0[inside].min()
        holds[index] = wide >= SPREAD * (x1 - x0) and high >= SPREAD * (y1 - y0)
    return holds
