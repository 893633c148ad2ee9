"""Between page pixels and mask pixels: boxes there and back, regions painted as a mask."""

from __future__ import annotations

import math

import cv2
import numpy as np

from digitize.image.ink import Mask
from digitize.model.geometry import Box
from digitize.model.page import Page, Role
from digitize.stage import Ink


def painted(page: Page, role: Role, ink: Ink) -> Mask:
    """Return where regions of `role` lie, in the pixels of `ink.mask`; outlines before boxes."""
    mask = np.zeros_like(ink.mask)
    for region in page.regions:
        if region.role is not role:
            continue
        if region.outline:
            ring = np.rint(np.array(region.outline) / ink.step).astype(np.int32)
            cv2.fillPoly(mask, [ring], (255,))
        else:
            mask[window(region.box, ink.step)] = 255
    return mask


def window(box: Box, step: float) -> tuple[slice, slice]:
    """Return rows and columns of the mask that a box in page pixels covers."""
    x0, y0 = math.floor(box.x0 / step), math.floor(box.y0 / step)
    return slice(y0, math.ceil(box.y1 / step)), slice(x0, math.ceil(box.x1 / step))


def scaled(box: Box, step: float) -> Box:
    """Return a box of the mask in page pixels, rounded outwards."""
    return Box(
        math.floor(box.x0 * step),
        math.floor(box.y0 * step),
        math.ceil(box.x1 * step),
        math.ceil(box.y1 * step),
    )
