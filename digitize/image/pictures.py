"""Find pictures: photographs in halftone, drawings, ornaments and large black areas."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import ClassVar

import cv2
import numpy as np

from digitize.image.ink import Mask, Numbers, inked
from digitize.image.morphology import closed
from digitize.image.painted import painted, scaled, window
from digitize.image.tones import FAINT, Tones, find_tones
from digitize.model.geometry import Box, Point
from digitize.model.page import FOLD, Region, Role
from digitize.stage import Fact, Ink, Sheet

LEAST = 30.0  # square glyph heights: smaller pictures are ornaments between lines
NARROW = 3.0  # glyph heights: the least width and height of a picture
LINK = 1.5  # glyph heights between parts of one picture
HOLLOW = 0.3  # of its box that a picture fills at least; less is a frame around something
SQUARE = 0.5  # of its box that a photograph found in part fills at least
SHOWS = 0.6  # of the rest of its box; more paper shows beside a picture that is cut out
PRINT = 0.06  # letters in a square glyph height; where fewer stand is no print. Body type: 0.2
ROUNDS = 3  # times parts of a picture are filled up: two that then meet are one
FOOT, WHITE, CLEAN = 3.0, 0.15, 0.003
"""Glyph heights from a picture's lower edge within which its caption may have stuck to it, of
white between them, and how much of that specks may ink."""
CAPTION = 4  # letters of a caption at least
EDGE, STEP = 1.0, 0.35  # glyph heights above and below a picture's edge; how much more is paper
LANE, TONED = 0.98, 0.75  # of a column that is paper between two pictures in a row, or in one
WITHIN = 0.8  # of a rule that must lie in a picture to be part of it


@dataclass(frozen=True, slots=True)
class Pictures:
    """Find what is no text: each picture gives a PICTURE region "p0001.pic001" with an outline.

    Tone is told from text by its lack of white: in print, paper shows within every three glyph
    heights. Drawings are told from display letters by their fine strokes. Rules inside a picture
    are part of it and go.
    """

    name: ClassVar[str] = "pictures"
    needs: ClassVar[frozenset[Fact]] = frozenset({"pixels"})
    gives: ClassVar[frozenset[Fact]] = frozenset({"pictures"})

    def __call__(self, sheet: Sheet, /) -> Sheet:
        """Return the sheet with its pictures added to the page's regions."""
        if sheet.pixels is None:
            return sheet
        sheet, ink = inked(sheet)
        if not ink.glyph:
            return replace(sheet, note="0 pictures found")
        tones = find_tones(ink, painted(sheet.page, Role.SEPARATOR, ink))
        found = _regions(_areas(tones, ink), tones, ink.step * tones.factor, sheet.page.id)
        inside = painted(replace(sheet.page, regions=found), Role.PICTURE, ink)
        kept = tuple(r for r in sheet.page.regions if not _swallowed(r, inside, ink.step))
        page = replace(sheet.page, regions=(*kept, *found))
        return replace(sheet, page=page, note=f"{len(found)} pictures found")


def _areas(tones: Tones, ink: Ink) -> Mask:
    """Return where pictures are, in pixels of `tones`."""
    size = tones.glyph
    area = closed(tones.areas, LINK * size, LINK * size)
    for box in _boxes(area, size):  # dark parts of a picture may look like display letters
        view = slice(box.y0, box.y1), slice(box.x0, box.x1)
        area[view] |= tones.letters[view]
    area = closed(area, LINK * size, LINK * size)
    letters = _letters(ink, tones)
    for _ in range(ROUNDS):
        area = _squared(area, letters, tones)
    return _in_rows(_without_captions(area, letters, tones, ink), tones, ink)


def _in_rows(area: Mask, tones: Tones, ink: Ink) -> Mask:
    """Return the areas, those parted that are pictures in a row with narrow white between."""
    factor = tones.factor
    for box in _boxes(area, tones.glyph):
        rows = slice(box.y0 * factor, box.y1 * factor)
        columns = slice(box.x0 * factor, box.x1 * factor)
        paper = (ink.flat[rows, columns] > FAINT).mean(axis=0)
        for start, end in _lanes(paper, ink.glyph):
            first, last = box.x0 + int(start / factor), box.x0 + math.ceil(end / factor)
            area[box.y0 : box.y1, first : max(last, first + 1)] = 0
    return area


def _lanes(paper: Numbers, size: float) -> list[tuple[int, int]]:
    """Return where paper shows from top to foot, and tone right beside it on either hand."""
    reach = max(1, round(EDGE * size))
    white = np.concatenate(([0], paper >= LANE, [0]))
    lanes = np.flatnonzero(np.diff(white)).reshape(-1, 2).tolist()
    return [
        (start, end)
        for start, end in lanes
        if end - start >= WHITE * size
        and all(
            len(side) and side.mean() <= TONED
            for side in (paper[max(0, start - reach) : start], paper[end : end + reach])
        )
    ]


def _without_captions(area: Mask, letters: Numbers, tones: Tones, ink: Ink) -> Mask:
    """Return the areas, cut where letters stand below their true lower edge."""
    factor = tones.factor
    x, y = letters
    for box in _boxes(area, tones.glyph):
        top = max(box.y0, box.y1 - round(FOOT * tones.glyph))
        for start, end in _edges(Box(box.x0, top, box.x1, box.y1), tones, ink):
            under = top + int(end / factor)
            below = (x >= box.x0) & (x < box.x1) & (y >= under) & (y < box.y1)
            if below.sum() >= CAPTION:
                area[top + int(start / factor) : box.y1, box.x0 : box.x1] = 0
                break
    return area


def _edges(foot: Box, tones: Tones, ink: Ink) -> list[tuple[int, int]]:
    """Return where the lower part of a picture may end, and where print may begin below.

    That is at a white line, or at the straight edge of a tone; in rows of the mask from the
    upper side of `foot`, which is in pixels of `tones`.
    """
    size, factor = ink.glyph, tones.factor
    rows = slice(foot.y0 * factor, foot.y1 * factor)
    columns = slice(foot.x0 * factor, foot.x1 * factor)
    white = (ink.mask[rows, columns] > 0).mean(axis=1) <= CLEAN
    ends = np.flatnonzero(np.diff(np.concatenate(([0], white, [0])))).reshape(-1, 2).tolist()
    found = [(start, end) for start, end in ends if end - start >= WHITE * size]
    reach = max(1, round(EDGE * size))
    first = max(0, rows.start - reach)
    paper = (ink.flat[first : rows.stop + reach, columns] > FAINT).mean(axis=1)
    sums = np.concatenate(([0], np.cumsum(paper)))
    steps = (sums[2 * reach :] - 2 * sums[reach:-reach] + sums[: -2 * reach]) / reach
    if len(steps) and steps.max() >= STEP:
        edge = int(np.argmax(steps)) + first + reach - rows.start
        found.append((edge, edge))
    return found


def _letters(ink: Ink, tones: Tones) -> Numbers:
    """Return the middles (x, y) of what may be letters of body type or near it."""
    x, y, width, height, _ = ink.blobs[1:].T
    low, high = 0.7 * ink.glyph, 2 * ink.glyph
    body = (height >= low) & (height <= high) & (width <= 2 * high)
    middles = np.stack([x + width / 2, y + height / 2])[:, body] / tones.factor
    most = np.array(tones.areas.shape[::-1])[:, None] - 1
    return np.asarray(np.minimum(middles.astype(int), most))


def _squared(area: Mask, letters: Numbers, tones: Tones) -> Mask:
    """Return the areas, those filled up to their boxes beside which neither print nor paper is."""
    whole, size = area.copy(), tones.glyph
    x, y = letters[:, area[letters[1], letters[0]] == 0]
    for box in _boxes(area, size):
        view = slice(box.y0, box.y1), slice(box.x0, box.x1)
        beside = area[view] == 0
        rest = int(np.count_nonzero(beside))
        paper = int(np.count_nonzero(tones.flat[view][beside] > FAINT))
        inside = (x >= box.x0) & (x < box.x1) & (y >= box.y0) & (y < box.y1)
        sparse = inside.sum() * size**2 <= PRINT * rest
        if rest <= (1 - SQUARE) * box.area and paper <= SHOWS * rest and sparse:
            whole[view] = 255
    return closed(whole, LINK * size, LINK * size)


def _boxes(area: Mask, size: float) -> list[Box]:
    """Return the boxes of the areas that are large enough for a picture."""
    return [box for box, _ in _contours(area, size)]


def _contours(area: Mask, size: float) -> list[tuple[Box, Numbers]]:
    found, _ = cv2.findContours(area, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    kept = []
    for contour in found:
        left, top, width, height = cv2.boundingRect(contour)
        fill = cv2.contourArea(contour)
        whole = fill >= max(HOLLOW * width * height, LEAST * size**2)
        if whole and min(width, height) >= NARROW * size:
            kept.append((Box(left, top, left + width, top + height), contour))
    return sorted(kept, key=lambda item: (item[0].y0, item[0].x0))


def _regions(area: Mask, tones: Tones, step: float, page: str) -> tuple[Region, ...]:
    regions = []
    for number, (box, contour) in enumerate(_contours(area, tones.glyph), start=1):
        ring = cv2.approxPolyDP(contour, tones.glyph / 3, closed=True)[:, 0].tolist()
        outline = tuple(Point(round(x * step), round(y * step)) for x, y in ring)
        name = f"{page}.pic{number:03d}"
        regions.append(Region(id=name, box=scaled(box, step), role=Role.PICTURE, outline=outline))
    return tuple(regions)


def _swallowed(region: Region, pictures: Mask, step: float) -> bool:
    """Whether a rule lies within a picture."""
    if region.role is not Role.SEPARATOR or region.reason == FOLD:
        return False
    part = pictures[window(region.box, step)]
    return part.size > 0 and float((part > 0).mean()) > WITHIN
