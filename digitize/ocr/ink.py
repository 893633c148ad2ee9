"""Where the ink of a line crop lies: its mask, its white gaps, the box around a word of it."""

from __future__ import annotations

from typing import NamedTuple

import cv2
import numpy as np
import numpy.typing as npt

from digitize.model.geometry import Box
from digitize.stage import Pixels

Mask = npt.NDArray[np.bool_]

SPECK = 2
"""A column or row with fewer dark pixels than this is white: dust, JPEG noise."""


class Gap(NamedTuple):
    """A run of white columns, in pixels of the crop; the end lies just outside it."""

    start: int
    end: int

    @property
    def width(self) -> int:
        """Width in pixels."""
        return self.end - self.start


def grey(pixels: Pixels) -> Pixels:
    """Return the crop in grey, shape (height, width)."""
    if pixels.ndim == 2:
        return pixels
    return np.asarray(cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY), dtype=np.uint8)


def mask(pixels: Pixels) -> Mask:
    """Return where a dark-on-light crop has ink, by Otsu's threshold."""
    _, dark = cv2.threshold(grey(pixels), 0, 255, cv2.THRESH_BINARY_INV | cv2.THRESH_OTSU)
    return np.asarray(dark > 0)


def x_height(ink: Mask) -> int:
    """Return the height of the band of rows that hold most of a line's ink, in pixels."""
    rows = ink.sum(axis=1)
    full = np.flatnonzero(rows > np.percentile(rows, 90) / 2)
    return int(full[-1] - full[0]) + 1 if full.size else ink.shape[0]


def widest_gap(ink: Mask, start: int, end: int) -> Gap:
    """Return the widest run of white columns between two columns; an empty one when none is."""
    white = ink[:, start:end].sum(axis=0) < SPECK
    edges = np.flatnonzero(np.diff(white, prepend=False, append=False))
    if not edges.size:
        return Gap(start, start)
    widest = int(np.argmax(edges[1::2] - edges[::2]))
    return Gap(start + int(edges[2 * widest]), start + int(edges[2 * widest + 1]))


def around(ink: Mask, start: int, end: int) -> Box:
    """Return the box around the ink between two columns; the whole strip when there is none."""
    height, width = ink.shape
    start = min(max(start, 0), width - 1)
    end = min(max(end, start + 1), width)
    part = ink[:, start:end]
    columns = np.flatnonzero(part.sum(axis=0) >= SPECK)
    rows = np.flatnonzero(part.any(axis=1))
    if not columns.size or not rows.size:
        return Box(start, 0, end, height)
    return Box(
        start + int(columns[0]), int(rows[0]), start + int(columns[-1]) + 1, int(rows[-1]) + 1
    )
