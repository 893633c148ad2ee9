"""Cut a line out of the page so that an engine can read it, and bring its boxes back.

A horizontal line is cut with a little paper around it. A column of vertical print is laid on its
side, or cut into its characters, which are set side by side. White on black is turned into black
on white.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import cv2
import numpy as np

from digitize.model.geometry import NOWHERE, Box, union
from digitize.model.page import Line
from digitize.ocr.glyphs import cells, point, turned
from digitize.ocr.ink import Mask, grey, mask
from digitize.stage import Pixels

PAD_X = 0.4
"""Paper left and right of a line, in line heights; measured on 134 dpi print: with none, the
outermost letters suffer; beyond 0.8 the neighbour column comes in."""

PAD_Y = 0.25
"""Paper above and below, in line heights; from 0.05 to 0.35 the readings hardly differ."""

PAD_COLUMN = 0.25
"""Paper beside a column, in its widths; columns of 1939 stand so close."""

DARK = 0.6
"""A crop with a larger share of dark pixels is white on black: that has 0.7 and more, and print on
white, the boldest headlines too, up to 0.35."""

CRISP = 0.6
"""From one pixel to the next, nine in ten edges of a scan take less of the way from paper to ink:
0.25 to 0.55; of a page drawn by a computer they take 0.8."""

EDGE, MOST = 0.1, 90
"""Of that way: what is no edge but noise; and how many in a hundred edges are softer."""

SOFT, BLUR = 150, 0.06
"""Grey levels between ink and paper of a crisp column on its side, and how far its ink is spread,
in widths: PP-OCR passes over two commas in three and most brackets, so softened over none."""

POINT_WIDTH, POINT_LEFT = 0.6, 0.08
"""Width of a comma's cell and the paper before it, in widths of a character; with its commas so
placed, columns of 1939 are read with 5 % errors in place of 9 %."""


@dataclass(frozen=True, slots=True)
class Patch:
    """A part of the page and where it lies in the crop."""

    source: Box  # in the working image
    spot: Box  # in the crop
    turned: bool = False  # by 90° against the clock: what was above is left; else of the same size

    def home(self, box: Box) -> Box:
        """Bring what lies on this patch back to the working image; `NOWHERE` if nothing does."""
        if not self.spot.intersection(box):
            return NOWHERE
        x0, y0 = box.x0 - self.spot.x0, box.y0 - self.spot.y0
        x1, y1 = box.x1 - self.spot.x0, box.y1 - self.spot.y0
        at = self.source
        if self.turned:
            moved = Box(at.x1 - y1, at.y0 + x0, at.x1 - y0, at.y0 + x1)
        else:
            moved = Box(at.x0 + x0, at.y0 + y0, at.x0 + x1, at.y0 + y1)
        moved = clipped(moved, at)
        return moved if moved.width > 0 and moved.height > 0 else at


@dataclass(frozen=True, slots=True)
class Crop:
    """A line as an engine gets it: black on white, left to right."""

    pixels: Pixels
    patches: tuple[Patch, ...]

    def home(self, box: Box) -> Box:
        """Bring a box in the crop back to the working image."""
        return union(patch.home(box) for patch in self.patches)


def cut(pixels: Pixels, line: Line) -> Crop | None:
    """Return the crop of a line, a column on its side; None when it lies outside the image."""
    whole = Box(0, 0, pixels.shape[1], pixels.shape[0])
    if not whole.intersection(line.box):
        return None
    along, across = (PAD_X, PAD_COLUMN) if line.vertical else (PAD_X, PAD_Y)
    thick = line.box.width if line.vertical else line.box.height
    box = _wider(line.box, round(along * thick), round(across * thick), line.vertical, whole)
    cutting = black_on_white(pixels[box.y0 : box.y1, box.x0 : box.x1])
    if not line.vertical:
        return Crop(cutting, (Patch(box, Box(0, 0, box.width, box.height)),))
    lying = np.ascontiguousarray(np.rot90(_soft(grey(cutting), thick)))
    return Crop(lying, (Patch(box, Box(0, 0, box.height, box.width), turned=True),))


def clipped(box: Box, limit: Box) -> Box:
    """Return the part of a box that lies inside another; its area is 0 when none does."""
    return Box(
        max(box.x0, limit.x0), max(box.y0, limit.y0), min(box.x1, limit.x1), min(box.y1, limit.y1)
    )


def _wider(box: Box, along: int, across: int, vertical: bool, whole: Box) -> Box:
    dx, dy = (across, along) if vertical else (along, across)
    return clipped(Box(box.x0 - dx, box.y0 - dy, box.x1 + dx, box.y1 + dy), whole)


def _soft(cutting: Pixels, width: int) -> Pixels:
    """Return a column as a scanner would show it; a scanned one stays as it is."""
    ink, paper = (float(level) for level in np.percentile(cutting, (1, 95)))
    steps = np.abs(np.diff(cutting.astype(np.float32), axis=1)) / max(1.0, paper - ink)
    edges = steps[steps > EDGE]
    if paper <= ink or not edges.size or np.percentile(edges, MOST) < CRISP:
        return cutting
    middle = (ink + paper) / 2
    soft = middle + (cutting.astype(np.float32) - middle) * min(1.0, SOFT / (paper - ink))
    grey_levels = np.asarray(np.clip(soft, 0, 255), dtype=np.uint8)
    return np.asarray(cv2.GaussianBlur(grey_levels, (0, 0), BLUR * width), dtype=np.uint8)


def side_by_side(pixels: Pixels, line: Line) -> Crop:
    """Return the characters of a column, upright, in a row. The column lies in the image."""
    box = clipped(line.box, Box(0, 0, pixels.shape[1], pixels.shape[0]))
    cutting = black_on_white(grey(pixels[box.y0 : box.y1, box.x0 : box.x1]))
    ink = mask(cutting)
    tiles = [_tile(cutting, ink, cell) for cell in cells(ink)]
    tallest = max(tile.pixels.shape[0] for tile in tiles)
    margin, x = round(PAD_Y * tallest), round(PAD_X * tallest)
    size = (tallest + 2 * margin, sum(tile.pixels.shape[1] for tile in tiles) + 2 * x)
    strip = np.full(size, np.percentile(cutting, 90), dtype=np.uint8)
    patches = []
    for tile in tiles:
        height, width = tile.pixels.shape
        y = (size[0] - height) // 2
        strip[y : y + height, x : x + width] = tile.pixels
        source, spot = tile.patch.source, tile.patch.spot
        patches.append(Patch(_moved(source, box.x0, box.y0), _moved(spot, x, y), tile.patch.turned))
        x += width
    return Crop(strip, tuple(patches))


def _moved(box: Box, dx: int, dy: int) -> Box:
    return Box(box.x0 + dx, box.y0 + dy, box.x1 + dx, box.y1 + dy)


class _Tile(NamedTuple):
    """A character of a column as it looks in a row, and where it was in the column."""

    pixels: Pixels
    patch: Patch


def _tile(cutting: Pixels, ink: Mask, cell: Box) -> _Tile:
    """Return a character of a column as it looks in a row: brackets stand, commas sit low."""
    x0, y0, x1, y1 = cell
    tile, dark = cutting[y0:y1, x0:x1], ink[y0:y1, x0:x1]
    if turned(dark):
        tile = np.rot90(tile)
        return _Tile(tile, Patch(cell, Box(0, 0, tile.shape[1], tile.shape[0]), turned=True))
    small = point(dark)
    if small is None:
        return _Tile(tile, Patch(cell, Box(0, 0, tile.shape[1], tile.shape[0])))
    spot = _low(tile, small)
    low = np.full((tile.shape[0], _room(tile, small)), np.percentile(tile, 90), dtype=np.uint8)
    low[spot.y0 : spot.y1, spot.x0 : spot.x1] = tile[small.y0 : small.y1, small.x0 : small.x1]
    return _Tile(low, Patch(_moved(small, x0, y0), spot))


def _low(tile: Pixels, small: Box) -> Box:
    """Return where a mark stands in a row: at the lower left of its tile."""
    left = round(POINT_LEFT * tile.shape[1])
    return Box(left, tile.shape[0] - small.height, left + small.width, tile.shape[0])


def _room(tile: Pixels, small: Box) -> int:
    """Return how wide the tile of a mark is."""
    return int(max(round(POINT_WIDTH * tile.shape[1]), _low(tile, small).x1))


def black_on_white(pixels: Pixels) -> Pixels:
    """Return the crop with dark print; it is inverted when most of it is dark."""
    if not pixels.size or mask(pixels).mean() < DARK:
        return pixels
    return np.asarray(255 - pixels, dtype=np.uint8)
