"""Cut a line out of the page so that an engine can read it, and bring its boxes back.

A horizontal line is cut with a little paper around it. A column of vertical print is cut into
its characters, which are set side by side. White on black is turned into black on white.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from digitize.model.geometry import NOWHERE, Box, union
from digitize.model.page import Line
from digitize.ocr.glyphs import breadth, cells, pitch, point, turned
from digitize.ocr.ink import Mask, grey, mask
from digitize.ocr.sideways import between, lying
from digitize.stage import Pixels

PAD_X = 0.4
"""Paper left and right of a line, in line heights; measured on 134 dpi print: with none, the
outermost letters suffer; beyond 0.8 the neighbour column comes in."""

PAD_Y = 0.15
"""Paper above and below, in line heights; from 0 to 0.4 the readings hardly differ."""

DARK = 0.6
"""A crop with a larger share of dark pixels is white on black: that has 0.7 and more, and print on
white, the boldest headlines too, up to 0.35."""

POINT_WIDTH, POINT_LEFT = 0.6, 0.08
"""Width of a comma's cell and the paper before it, in widths of a character; with its commas so
placed, columns of 1939 are read with 5 % errors in place of 9 %."""


@dataclass(frozen=True, slots=True)
class Patch:
    """A part of the page and where it lies in the crop."""

    source: Box  # in the working image
    spot: Box  # in the crop, of the same size, or turned by 90°

    def home(self, box: Box) -> Box:
        """Bring what lies on this patch back to the working image; `NOWHERE` if nothing does."""
        if not self.spot.intersection(box):
            return NOWHERE
        dx, dy = self.source.x0 - self.spot.x0, self.source.y0 - self.spot.y0
        moved = clipped(Box(box.x0 + dx, box.y0 + dy, box.x1 + dx, box.y1 + dy), self.source)
        return moved if moved.width > 0 and moved.height > 0 else self.source


@dataclass(frozen=True, slots=True)
class Crop:
    """A line as an engine gets it: black on white, left to right."""

    pixels: Pixels
    patches: tuple[Patch, ...]

    def home(self, box: Box) -> Box:
        """Bring a box in the crop back to the working image."""
        return union(patch.home(box) for patch in self.patches)


def cut(pixels: Pixels, line: Line) -> Crop | None:
    """Return the crop of a line; None when its box lies outside the image."""
    whole = Box(0, 0, pixels.shape[1], pixels.shape[0])
    if not whole.intersection(line.box):
        return None
    return _column(pixels, line, whole) if line.vertical else _row(pixels, line, whole)


def clipped(box: Box, limit: Box) -> Box:
    """Return the part of a box that lies inside another; its area is 0 when none does."""
    return Box(
        max(box.x0, limit.x0), max(box.y0, limit.y0), min(box.x1, limit.x1), min(box.y1, limit.y1)
    )


def _row(pixels: Pixels, line: Line, whole: Box) -> Crop:
    height = line.box.height
    dx, dy = round(PAD_X * height), round(PAD_Y * height)
    x0, y0, x1, y1 = line.box
    box = clipped(Box(x0 - dx, y0 - dy, x1 + dx, y1 + dy), whole)
    cutting = pixels[box.y0 : box.y1, box.x0 : box.x1]
    return Crop(black_on_white(cutting), (Patch(box, Box(0, 0, box.width, box.height)),))


def _column(pixels: Pixels, line: Line, whole: Box) -> Crop:
    box = clipped(line.box, whole)
    cutting = black_on_white(grey(pixels[box.y0 : box.y1, box.x0 : box.x1]))
    ink = mask(cutting)
    glyphs, tiles = _tiles(cutting, ink)
    tallest = max(tile.shape[0] for tile in tiles)
    margin, x = round(PAD_Y * tallest), round(PAD_X * tallest)
    size = (tallest + 2 * margin, sum(tile.shape[1] for tile in tiles) + 2 * x)
    strip = np.full(size, np.percentile(cutting, 90), dtype=np.uint8)
    patches = []
    for tile, glyph in zip(tiles, glyphs, strict=True):
        y = (size[0] - tile.shape[0]) // 2
        spot = Box(x, y, x + tile.shape[1], y + tile.shape[0])
        strip[spot.y0 : spot.y1, spot.x0 : spot.x1] = tile
        source = Box(box.x0 + glyph.x0, box.y0 + glyph.y0, box.x0 + glyph.x1, box.y0 + glyph.y1)
        patches.append(Patch(source, spot))
        x = spot.x1
    return Crop(strip, tuple(patches))


def _tiles(cutting: Pixels, ink: Mask) -> tuple[list[Box], list[Pixels]]:
    """Return where the characters of a column are, and how each looks in a row."""
    lie, step = lying(ink, breadth(ink)), pitch(ink)
    found = [(box, np.rot90(_slice(cutting, box))) for box in lie]
    for part in between(lie, (ink.shape[0], ink.shape[1])):
        if not _slice(ink, part).any():
            continue
        for cell in cells(_slice(ink, part), step):
            glyph = Box(cell.x0, cell.y0 + part.y0, cell.x1, cell.y1 + part.y0)
            found.append((glyph, _tile(cutting, ink, glyph)))
    if not found:
        return [Box(0, 0, ink.shape[1], ink.shape[0])], [cutting]
    found.sort(key=lambda pair: pair[0].y0)
    return [box for box, _ in found], [tile for _, tile in found]


def _slice(image: npt.NDArray[Any], box: Box) -> npt.NDArray[Any]:
    return image[box.y0 : box.y1, box.x0 : box.x1]


def _tile(cutting: Pixels, ink: Mask, glyph: Box) -> Pixels:
    """Return a character of a column as it looks in a row: brackets stand, commas sit low."""
    x0, y0, x1, y1 = glyph
    tile, dark = cutting[y0:y1, x0:x1], ink[y0:y1, x0:x1]
    if turned(dark):
        return np.rot90(tile)
    small = point(dark)
    return tile if small is None else _low(tile, small)


def _low(tile: Pixels, small: Box) -> Pixels:
    """Return a mark at the lower left of a narrow tile, where it stands in a row."""
    height, width = tile.shape
    left = round(POINT_LEFT * width)
    room = max(round(POINT_WIDTH * width), left + small.width)
    low = np.full((height, room), np.percentile(tile, 90), dtype=np.uint8)
    low[height - small.height :, left : left + small.width] = tile[
        small.y0 : small.y1, small.x0 : small.x1
    ]
    return low


def black_on_white(pixels: Pixels) -> Pixels:
    """Return the crop with dark print; it is inverted when most of it is dark."""
    if not pixels.size or mask(pixels).mean() < DARK:
        return pixels
    return np.asarray(255 - pixels, dtype=np.uint8)
