"""Growing and shrinking what is inked, by boxes of a given width and height."""

from __future__ import annotations

import cv2
import numpy as np

from digitize.image.ink import Mask


def _block(width: float, height: float) -> Mask:
    return np.ones((max(1, round(height)), max(1, round(width))), np.uint8)


def grown(mask: Mask, width: float, height: float) -> Mask:
    """Return the mask, every pixel of it spread to a box of so many pixels around it."""
    return np.asarray(cv2.dilate(mask, _block(width, height)), dtype=np.uint8)


def closed(mask: Mask, width: float, height: float) -> Mask:
    """Return the mask with all gaps filled that are smaller than the box."""
    return shrunken(grown(mask, width, height), width, height)


def shrunken(mask: Mask, width: float, height: float) -> Mask:
    """Return what is left of a mask that has `grown` when that is undone: all but filled gaps."""
    block = _block(width, height)
    return np.asarray(cv2.erode(mask, block, anchor=_back(block)), np.uint8)


def opened(mask: Mask, width: float, height: float) -> Mask:
    """Return what of the mask a box of so many pixels fits into."""
    block = _block(width, height)
    return np.asarray(cv2.dilate(cv2.erode(mask, block), block, anchor=_back(block)), np.uint8)


def _back(block: Mask) -> tuple[int, int]:
    """Return the anchor that undoes the shift by half a pixel of a block of even sides."""
    height, width = block.shape
    return (width - 1) // 2, (height - 1) // 2


def spread_right(mask: Mask, reach: int) -> Mask:
    """Return the mask, every pixel of it drawn out `reach` pixels to the right."""
    block = np.ones((1, reach), np.uint8)
    return np.asarray(cv2.dilate(mask, block, anchor=(reach - 1, 0)), dtype=np.uint8)


def spread_left(mask: Mask, reach: int) -> Mask:
    """Return the mask, every pixel of it drawn out `reach` pixels to the left."""
    block = np.ones((1, reach), np.uint8)
    return np.asarray(cv2.dilate(mask, block, anchor=(0, 0)), dtype=np.uint8)


def turned_over(mask: Mask) -> Mask:
    """Return the mask turned over its diagonal: rows are columns."""
    return np.asarray(cv2.transpose(mask), dtype=np.uint8)
