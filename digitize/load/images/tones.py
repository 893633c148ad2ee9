"""Negatives told from dark pages, and turned over: print is darker than the paper around it."""

from __future__ import annotations

import cv2
import numpy as np

from digitize.stage import Pixels

_SIDE = 1024  # pixels the page is reduced to; the tones of print survive it
_TILE = 32  # pixels a side, about one word: paper and print in each
_FLAT = 8.0  # grey levels of deviation: less is border or empty paper
_DARK = 110  # grey: the ground of a negative is darker
_MOST = 0.8  # of the tiles with print must be light on dark; photographs are mixed
_FEW = 12  # tiles: fewer prove nothing


def is_negative(pixels: Pixels) -> bool:
    """Return whether the print is light on a dark ground, as on a microfilm negative.

    Judged tile by tile: where print is the lesser part, the mean lies on its side of the
    median. Black borders are flat and do not count, so a dark frame makes no negative.
    """
    height, width = pixels.shape[:2]
    scale = _SIDE / max(height, width)
    size = max(1, round(width * scale)), max(1, round(height * scale))
    small = pixels if scale >= 1 else cv2.resize(pixels, size, interpolation=cv2.INTER_AREA)
    grey = small if small.ndim == 2 else cv2.cvtColor(small, cv2.COLOR_RGB2GRAY)
    rows, columns = grey.shape[0] // _TILE, grey.shape[1] // _TILE
    if not rows or not columns:
        return False
    cut = grey[: rows * _TILE, : columns * _TILE].reshape(rows, _TILE, columns, _TILE)
    tiles = cut.swapaxes(1, 2).reshape(rows * columns, -1).astype(np.float32)
    printed = tiles[tiles.std(axis=1) > _FLAT]
    if len(printed) < _FEW:
        return False
    ground = np.median(printed, axis=1)
    light = (printed.mean(axis=1) > ground) & (ground < _DARK)
    return float(light.mean()) > _MOST


def positive(pixels: Pixels) -> tuple[Pixels, tuple[str, ...]]:
    """Return the page dark on light, and a warning when it had to be turned over."""
    if not is_negative(pixels):
        return pixels, ()
    return 255 - pixels, ("negative: tones turned over",)
