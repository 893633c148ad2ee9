"""Paint the scanner's dark borders as paper, so that nothing is read in them."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import ClassVar

import cv2
import numpy as np

from digitize.image.ink import Mask, below, grey, sized
from digitize.image.morphology import grown, opened
from digitize.stage import Fact, Pixels, Sheet

CELLS = 400  # of the longer side: borders are looked for in so coarse an image
DARK = (0.6, 0.4, 0.25)  # of the paper's brightness; under a shade the bed is darker, too
STEP = 0.75  # of the brightness beside it: a border ends in an edge, a shade passes over into light
BROAD = 0.008  # of the longer side: a border is broader than any rule printed near the edge
MOSTLY = 0.85  # of its rim that is so; measured: all of a bed, 0.73 of a shaded front at most
MOST = 0.6  # of the page: if more were border, it is no border but a dark page


@dataclass(frozen=True, slots=True)
class Crop:
    """Paint dark areas that reach in from the page's edges as paper; the size stays.

    Printed rules and pictures near the edge stay too: only what is broad and touches the edge
    of the image is border.
    """

    name: ClassVar[str] = "crop"
    needs: ClassVar[frozenset[Fact]] = frozenset({"pixels"})
    gives: ClassVar[frozenset[Fact]] = frozenset()

    def __call__(self, sheet: Sheet, /) -> Sheet:
        """Return the sheet with its borders painted."""
        if sheet.pixels is None or not sheet.pixels.size:
            return sheet
        small = sized(sheet.pixels, max(1.0, max(sheet.pixels.shape[:2]) / CELLS))
        border = find_border(grey(small))
        share = float((border > 0).mean())
        if not 0 < share <= MOST:
            return replace(sheet, note="no border")
        pixels = _painted(sheet.pixels, small, border)
        return replace(sheet.showing(pixels), note=f"border of {share:.1%} painted as paper")


def find_border(small: Pixels) -> Mask:
    """Return where the border is in a coarse grey image: 255."""
    paper = float(np.percentile(small, 80))
    broad = max(3, round(BROAD * max(small.shape))) | 1
    border = np.zeros(small.shape[:2], np.uint8)
    for share in DARK:
        for area in _at_edge(below(small, math.ceil(share * paper)), broad):
            if _ends_in_a_step(small, area, 2 * broad + 1):
                border |= area
    return grown(border, 3, 3)


def _at_edge(dark: Mask, broad: int) -> Iterator[Mask]:
    """Yield each broad dark area that touches an edge of the image."""
    around = cv2.copyMakeBorder(dark, broad, broad, broad, broad, cv2.BORDER_REPLICATE)
    solid = opened(np.asarray(around, dtype=np.uint8), broad, broad)[broad:-broad, broad:-broad]
    _, labels = cv2.connectedComponents(np.ascontiguousarray(solid), connectivity=4)
    edges = np.concatenate([labels[0], labels[-1], labels[:, 0], labels[:, -1]])
    for label in np.unique(edges[edges > 0]):
        yield np.asarray((labels == label) * np.uint8(255), dtype=np.uint8)


def _ends_in_a_step(small: Pixels, area: Mask, reach: int) -> bool:
    """Return whether, along most of an area's rim, all within is much darker than what is beside.

    The brightest pixels tell: in a shade there is paper between the print, on either side.
    """
    around = grown(area, 3, 3)
    rim = (around & ~area & grown(~around, reach, reach)) > 0
    within, beside = (grown(small & side, reach, reach)[rim] for side in (area, ~around))
    return bool(rim.any()) and bool((within <= STEP * beside).mean() >= MOSTLY)


def _painted(pixels: Pixels, small: Pixels, border: Mask) -> Pixels:
    """Return the page with its border, which is darker, as bright as its paper."""
    paper = np.percentile(small[border == 0], 80, axis=0).astype(np.uint8)
    light = np.zeros_like(small)
    light[border > 0] = paper
    size = (pixels.shape[1], pixels.shape[0])
    whole = cv2.resize(light, size, interpolation=cv2.INTER_NEAREST)
    return np.asarray(cv2.max(pixels, whole), dtype=np.uint8)
