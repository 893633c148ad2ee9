"""Print in white on black: black boxes are found and turned, so that print is ink everywhere."""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

from digitize.image.shrunk import shrunk
from digitize.model.geometry import Box
from digitize.stage import Pixels

Numbers = npt.NDArray[Any]

WIDE, HIGH = 2.5, 1.4  # glyph heights that a black box is wide and high at least
FILL = 0.4  # of its box that is black; bold letters are as black, but have no letters in them
DARK = 0.6  # of it that is black around the letters; where more is white, it is a drawing
MOST = 0.5  # of the page: a larger box is a page that was scanned as a negative
CELLS, BLACK = 6.0, 160  # cells that a glyph is high; of 255: how much of a black cell is ink
RIM, LEAN, PARTS, SOLID = 0.25, 0.03, 8, 0.75
"""Glyph heights from its sides, and how much more of their length, within which each of so many
parts of a side, its corners apart, is all but black."""
LETTER = 0.45  # glyph heights: the least height of white letters
LETTERS = 3  # in a box at least
SHARE = 0.6  # of what is white in a box; a photograph has more specks
GREATEST = 0.35  # of that: a larger white part is a field of its own, or a picture's
SQUARE = 0.85  # of their boxes that letters fill; the white cells of a table fill more
ALIKE, LEVEL, NEXT = 1.7, 0.5, 1.5
"""Letters of one row: how much higher one is, how much of the lower one's height they share, and
how many heights they stand apart at most."""
ROWS = 0.6  # of the letters stand in a row with another
BODY, ROW = 1.7, 8  # glyph heights: letters of body type are no higher; so many are a row of it
CROWD = 3000  # white blobs: more are the dots of a halftone


def turned_white(mask: Pixels, flat: Pixels, size: float) -> tuple[Pixels, Pixels, tuple[Box, ...]]:
    """Return mask and grey image with the white letters of black boxes as ink.

    `size` is the page's glyph height in pixels. Both images are returned as they are when there
    is no such box. The boxes come too, those with a row of body type in them: where there is
    none, a headline is printed in white.
    """
    found = [
        (view, letters)
        for view in _boxes(mask, size)
        for letters in [_letters(mask[view], size)]
        if letters is not None
    ]
    if found:
        mask, flat = mask.copy(), flat.copy()
    for view, letters in found:
        mask[view] = letters
        flat[view] = np.where(letters > 0, 255 - flat[view], 255)
    black = tuple(
        Box(view[1].start, view[0].start, view[1].stop, view[0].stop)
        for view, letters in found
        if _holds_text(letters, size)
    )
    return mask, flat, black


def _boxes(mask: Pixels, size: float) -> list[tuple[slice, slice]]:
    """Return where large boxes are mostly black; a hair line that meets one is no part of it."""
    cell = max(2, round(size / CELLS))
    _, solid = cv2.threshold(shrunk(mask, cell), BLACK, 255, cv2.THRESH_BINARY)
    _, _, stats, _ = cv2.connectedComponentsWithStats(solid, connectivity=4)
    _, _, width, height, area = stats.T
    box = (width * cell >= WIDE * size) & (height * cell >= HIGH * size)
    box &= (area >= FILL * width * height) & (area <= MOST * solid.size)
    box[0] = False
    return [
        (
            slice(y * cell, (y + high) * cell),
            slice(x * cell, (x + wide) * cell),
        )
        for x, y, wide, high in stats[box, :4].tolist()
    ]


def _letters(black: Pixels, size: float) -> Pixels | None:
    """Return the white letters in a black box as a mask; None if it holds no print."""
    if float((black > 0).mean()) < DARK or not _is_framed(black, size):
        return None
    _, labels, stats, _ = cv2.connectedComponentsWithStats(cv2.bitwise_not(black), connectivity=4)
    high, wide = black.shape
    x, y, width, height, area = stats.T
    inside = (x > 0) & (y > 0) & (x + width < wide) & (y + height < high)
    inside[0] = False
    letter = inside & (height >= LETTER * size) & (height < high - 2)
    few = np.count_nonzero(letter) >= LETTERS and len(stats) <= CROWD
    if not few or area[letter].sum() < SHARE * area[inside].sum():
        return None
    if area[letter].max() > GREATEST * area[letter].sum():
        return None
    full = float(area[letter].sum() / (width * height)[letter].sum())
    if full > SQUARE or _in_rows(stats[letter]) < ROWS:
        return None
    return np.asarray(np.where(inside, 255, 0).astype(np.uint8)[labels])


def _holds_text(letters: Pixels, size: float) -> bool:
    """Whether some letters are of about body type: capitals are half as high again as a glyph."""
    _, _, stats, _ = cv2.connectedComponentsWithStats(letters, connectivity=8)
    height = stats[1:, 3]
    return int(np.count_nonzero((height >= LETTER * size) & (height <= BODY * size))) >= ROW


def _is_framed(black: Pixels, size: float) -> bool:
    """Whether a box is black along all its sides, which may lean or bend a little."""
    for across in (black, black[::-1], black.T, black.T[::-1]):
        depth = round(RIM * size + LEAN * across.shape[1])
        rim = across[: max(2, min(depth, len(across) // 3))] > 0
        parts = np.array_split(rim, PARTS, axis=1)[1:-1]
        if any(not part.size or part.mean(axis=1).max() < SOLID for part in parts):
            return False
    return True


def _in_rows(letters: Numbers) -> float:
    """Return how many letters stand beside another of their height, as a share of their ink."""
    x, y, width, height, area = letters.astype(float).T
    low, high = np.minimum.outer(height, height), np.maximum.outer(height, height)
    shared = np.minimum.outer(y + height, y + height) - np.maximum.outer(y, y)
    apart = np.maximum.outer(x, x) - np.minimum.outer(x + width, x + width)
    beside = (high <= ALIKE * low) & (shared >= LEVEL * low) & (apart <= NEXT * high)
    np.fill_diagonal(beside, val=False)
    return float(np.average(beside.any(axis=0), weights=area))
