"""A line that leans, or stands among parts of its neighbours, set level and cut out closely."""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

from digitize.ocr.ink import grey, mask
from digitize.stage import Pixels

LEAN, SLOPES = 0.035, 29
"""By how much a line may rise or fall, in its lengths, and how many slopes are tried."""

LEAST = 0.1
"""Of a line's height that it must rise or fall to be set level."""

CORE = 0.5
"""Of the fullest rows: so full are all rows from the foot of small letters to their top."""

ABOVE, BELOW = 0.95, 0.6
"""What is kept above and below those, in their heights: ascenders, descenders and some paper."""

Numbers = npt.NDArray[np.intp]


def levelled(crop: Pixels) -> Pixels:
    """Return a crop of the same width with its text level, and little above and below it."""
    ink = mask(crop)
    ys, xs = np.nonzero(ink)
    height, width = ink.shape
    if ys.size < height:
        return crop
    slope = _slope(ys, xs, width)
    if abs(slope) * width > LEAST * height:
        matrix = np.array([[1, 0, 0], [-slope, 1, slope * width / 2]], np.float64)
        paper = float(np.percentile(grey(crop), 90))
        crop = np.asarray(
            cv2.warpAffine(
                grey(crop), matrix, (width, height), flags=cv2.INTER_LINEAR, borderValue=(paper,)
            ),
            dtype=np.uint8,
        )
        ink = mask(crop)
    return _close(crop, ink.sum(axis=1))


def _slope(ys: Numbers, xs: Numbers, width: int) -> float:
    """Return the slope at which the rows of ink stand out most."""
    slopes = sorted(np.linspace(-LEAN, LEAN, SLOPES), key=abs)
    reach = int(LEAN * width) + 1
    sharp = [
        float((np.bincount(np.round(ys - slope * xs).astype(int) + reach) ** 2.0).sum())
        for slope in slopes
    ]
    return float(slopes[int(np.argmax(sharp))])


def _close(crop: Pixels, rows: npt.NDArray[np.int64]) -> Pixels:
    """Return the part of a crop around its fullest rows."""
    full = np.flatnonzero(rows >= CORE * np.percentile(rows, 90))
    middle = int(np.median(full))
    gaps = np.flatnonzero(np.diff(full) > 1)
    edges = np.concatenate(([0], gaps + 1, [full.size]))
    part = int(np.searchsorted(edges, np.searchsorted(full, middle), side="right")) - 1
    core = full[edges[part] : edges[part + 1]]
    high = int(core[-1] - core[0]) + 1
    top = max(0, int(core[0] - ABOVE * high))
    return crop[top : int(core[-1] + 1 + BELOW * high)]
