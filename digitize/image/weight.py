"""Which lines are set in bold: their strokes are wider than those of the page's body type."""

from __future__ import annotations

import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import ClassVar, NamedTuple

import cv2
import numpy as np

from digitize.grammar.scripts import is_han
from digitize.image.ink import Mask, below, inked
from digitize.model.geometry import Box
from digitize.model.page import Line, Page, Region
from digitize.stage import Fact, Ink, Pixels, Sheet

BOLD = 1.25  # times the stroke of body type; bold faces have 1.35 to 1.6, heavy inking 1.2
GROWS = 0.35  # power of the type's size with which its strokes are allowed to grow
BODY = (0.8, 1.25)  # of the usual size: lines that show what the strokes of body type are
DISPLAY = 1.6  # body sizes; the strokes of larger type say nothing
PART, PARTS = 1.12, 3
"""Times the stroke of body type that each part of a line in bold has, and how many parts one is
looked at in."""
LONG = 8.0  # sizes; shorter lines are looked at as a whole
LEAST = 1.5  # sizes; shorter lines show too few strokes
FINE = 14.0  # mask pixels of glyph height below which strokes are looked at in double size
DARK = 150  # of 255: paper between the strokes of such type is lighter
RIM = 2  # mask pixels around a line that tell what its outermost pixels are
NINE = np.ones((3, 3), np.uint8)
SCRIPT = 0.1  # of the lines that a script must have to be measured by itself


class _Weighed(NamedTuple):
    """A line and the width of its strokes in mask pixels."""

    line: Line
    stroke: float
    han: bool

    @property
    def length(self) -> int:
        return self.line.box.height if self.line.vertical else self.line.box.width


@dataclass(frozen=True, slots=True)
class Weight:
    """Mark the lines of a scan that are set in bold: headings in body size differ by no more.

    The width of a stroke is the ink of a line over the length of its outline (half of it, to be
    exact); Han and other print are compared each with their own.
    """

    name: ClassVar[str] = "weight"
    needs: ClassVar[frozenset[Fact]] = frozenset({"pixels", "lines"})
    gives: ClassVar[frozenset[Fact]] = frozenset()

    def __call__(self, sheet: Sheet, /) -> Sheet:
        """Return the sheet with `Line.bold` set on its lines."""
        if sheet.pixels is None or not any(region.lines for region in sheet.page.regions):
            return sheet
        sheet, ink = inked(sheet)
        bold = _bold(_weighed(sheet.page, ink), ink)
        page = replace(sheet.page, regions=tuple(_marked(one, bold) for one in sheet.page.regions))
        return replace(sheet, page=page, note=f"{len(bold)} lines in bold")


def _marked(region: Region, bold: frozenset[str]) -> Region:
    if not any(line.id in bold for line in region.lines):
        return region
    lines = tuple(replace(line, bold=line.id in bold) for line in region.lines)
    return replace(region, lines=lines)


def _bold(weighed: Sequence[_Weighed], ink: Ink) -> frozenset[str]:
    """Return the ids of lines with strokes wider than body type of their script has.

    In bold is a line of which each part is: one that only begins with a name in bold is text.
    """
    if not weighed:
        return frozenset()
    size = statistics.median(item.line.size for item in weighed)
    body = [item for item in weighed if BODY[0] <= item.line.size / size <= BODY[1]]
    usual: dict[bool, float] = {}
    for han in (False, True):
        own = [item.stroke for item in body if item.han == han]
        enough = len(own) > SCRIPT * len(body)
        strokes = own if enough else [item.stroke for item in body]
        usual[han] = statistics.median(strokes) if strokes else float("inf")
    return frozenset(
        item.line.id
        for item in weighed
        if item.line.size <= DISPLAY * size
        and item.length >= LEAST * item.line.size
        and item.stroke >= BOLD * (plain := _plain(item, size, usual))
        and _finest(item, ink) >= PART * plain
    )


def _plain(item: _Weighed, size: float, usual: Mapping[bool, float]) -> float:
    """Return the stroke that plain type as large as a line's has."""
    grown: float = max(1.0, item.line.size / size) ** GROWS
    return grown * usual[item.han]


def _weighed(page: Page, ink: Ink) -> list[_Weighed]:
    """Measure every line by its ink, and by the outline of the ink."""
    found: list[_Weighed] = []
    for line in (line for region in page.regions for line in region.lines):
        area, outline = _measured(ink, line.box)
        if line.size > 0 and outline:
            han = any(is_han(char) for word in line.words for char in word.text)
            found.append(_Weighed(line, area / outline, han))
    return found


def _finest(item: _Weighed, ink: Ink) -> float:
    """Return the stroke of that part of a long line which has the finest."""
    x0, y0, x1, y1 = item.line.box
    if item.line.vertical or x1 - x0 < LONG * item.line.size:
        return item.stroke
    edges = [x0 + (x1 - x0) * at // PARTS for at in range(PARTS + 1)]
    parts = (_measured(ink, Box(left, y0, right, y1)) for left, right in pairwise(edges))
    return min((area / outline for area, outline in parts if outline), default=item.stroke)


def _measured(ink: Ink, box: Box) -> tuple[int, int]:
    """Return how many pixels the ink in a box has, and how many of them lie on its outline."""
    high, wide = ink.mask.shape
    x0, y0, x1, y1 = (round(edge / ink.step) for edge in box)
    x0, y0, x1, y1 = max(0, x0), max(0, y0), min(wide, x1), min(high, y1)
    if x1 <= x0 or y1 <= y0:
        return 0, 0
    left, top = max(0, x0 - RIM), max(0, y0 - RIM)
    view = slice(top, min(high, y1 + RIM)), slice(left, min(wide, x1 + RIM))
    mask = ink.mask[view] if ink.glyph >= FINE else _doubled(ink.mask[view], ink.flat[view])
    scale = 1 if ink.glyph >= FINE else 2
    own = (
        slice(scale * (y0 - top), scale * (y1 - top)),
        slice(scale * (x0 - left), scale * (x1 - left)),
    )
    area = cv2.countNonZero(mask[own])
    return area, area - cv2.countNonZero(cv2.erode(mask, NINE)[own])


def _doubled(mask: Mask, flat: Pixels) -> Mask:
    """Return the ink of fine type in double size, where paper shows between its strokes."""
    around = cv2.dilate(mask, NINE)
    grey = cv2.resize(flat, None, fx=2, fy=2, interpolation=cv2.INTER_CUBIC)
    near = cv2.resize(around, None, fx=2, fy=2, interpolation=cv2.INTER_NEAREST)
    return below(grey, DARK) & np.asarray(near, np.uint8)
