"""Find tinted boxes: grounds a little darker than the paper, with straight edges and print on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import cv2
import numpy as np

from digitize.image.ink import Numbers, grey
from digitize.image.morphology import closed
from digitize.image.shrunk import shrunk
from digitize.model.geometry import Box
from digitize.stage import Pixels

COARSE = 4.5  # pixels, about, that a glyph is high where grounds are looked at
STROKE = 1.3  # glyph heights over which paper shows somewhere, even among bold letters
STEP = 5  # grey levels; a printed edge is a step, light falls off slowly
DARKEST = 0.55  # of the paper around; a darker ground is a bar or a picture
LEAST = 5.0  # glyph heights; a lower or narrower ground holds a word, not a text
SQUARE = 0.93  # of its box that a ground fills
BESIDE = 1.2  # glyph heights from an edge to where the paper is looked at
FRAMED = 0.8  # of a tinted box; one so large within it stands in the box's own frame
EVEN = 6.0  # grey levels by which nine tenths of a ground differ at most; those of pictures more
THIN = 2  # pixels
RULED = 0.8  # of a side, along which a rule is printed
PRINT, PRINTED = 0.8, 0.02  # of the ground's grey: print is darker; and how much of a box it covers


class _Ground(NamedTuple):
    """A page without its print, and with it, both smaller; a glyph is `size` pixels high."""

    bare: Pixels
    full: Pixels
    size: float


def bare_sides(tints: Sequence[Box], size: float, rules: Sequence[Box]) -> list[Box]:
    """Return the sides of tinted boxes that no rule runs along; a side is a pixel or two thick.

    `size` is the height of the page's glyphs in pixels.
    """
    sides = (side for box in tints for side in sides_of(box))
    return [side for side in sides if not any(_along(side, rule, size) for rule in rules)]


def sides_of(box: Box) -> tuple[Box, ...]:
    """Return the four sides of a box, as thin as rules."""
    x0, y0, x1, y1 = box
    return (
        Box(x0, y0, x1, y0 + THIN),
        Box(x0, y1 - THIN, x1, y1),
        Box(x0, y0, x0 + THIN, y1),
        Box(x1 - THIN, y0, x1, y1),
    )


def _along(side: Box, rule: Box, size: float) -> bool:
    """Whether a printed rule runs along a side, as the frame of a tinted box does."""
    near = _grown(side, round(size))
    shared = near.overlap_x(rule), near.overlap_y(rule)
    return min(shared) > 0 and max(shared) >= RULED * max(side.width, side.height)


def find_tints(pixels: Pixels, size: float) -> list[Box]:
    """Return the tinted boxes of a page whose glyphs are `size` pixels high, in its pixels."""
    factor = max(1, round(size / COARSE))
    small = shrunk(grey(pixels), factor)
    reach = max(3, round(STROKE * size / factor)) | 1
    bare = np.asarray(cv2.medianBlur(closed(small, reach, reach), 5), dtype=np.uint8)
    ground = _Ground(bare, small, size / factor)
    edges = cv2.morphologyEx(bare, cv2.MORPH_GRADIENT, np.ones((3, 3), np.uint8))
    level = np.asarray(255 * (edges < STEP), dtype=np.uint8)
    outlines, _ = cv2.findContours(level, cv2.RETR_LIST, cv2.CHAIN_APPROX_SIMPLE)
    found = {box for outline in outlines if (box := _squared(outline, ground.size))}
    tinted = sorted((box for box in found if _tinted(box, ground)), key=lambda box: -box.area)
    outer = [
        box
        for at, box in enumerate(tinted)
        if not any(one.contains(box) and box.area >= FRAMED * one.area for one in tinted[:at])
    ]
    return [Box(*(factor * side for side in _grown(box, 1))) for box in outer]


def _squared(outline: Numbers, size: float) -> Box | None:
    """Return the box of an outline that is as good as square, and large enough to hold a text."""
    x, y, width, height = cv2.boundingRect(outline)
    square = cv2.contourArea(outline) >= SQUARE * (width - 1) * (height - 1)
    if not square or min(width, height) < LEAST * size:
        return None
    return Box(x, y, x + width, y + height)


def _tinted(box: Box, ground: _Ground) -> bool:
    """Whether a ground is even, darker than the paper on all four sides, and printed on."""
    bare, near = ground.bare, max(2, round(BESIDE * ground.size))
    outer = _grown(box, near)
    if outer.x0 < 0 or outer.y0 < 0 or outer.x1 > bare.shape[1] or outer.y1 > bare.shape[0]:
        return False
    inner = bare[box.y0 : box.y1, box.x0 : box.x1]
    low, tone, high = np.percentile(inner, (5, 50, 95))
    if high - low > EVEN:
        return False
    sides = (
        bare[outer.y0, box.x0 : box.x1],
        bare[outer.y1 - 1, box.x0 : box.x1],
        bare[box.y0 : box.y1, outer.x0],
        bare[box.y0 : box.y1, outer.x1 - 1],
    )
    paper = [float(np.median(side)) for side in sides]
    print_ = (ground.full[box.y0 : box.y1, box.x0 : box.x1] < PRINT * tone).mean()
    paler = min(paper) >= tone + STEP and tone >= DARKEST * max(paper)
    return bool(paler and print_ >= PRINTED)


def _grown(box: Box, by: int) -> Box:
    return Box(box.x0 - by, box.y0 - by, box.x1 + by, box.y1 + by)
