"""A few lines of a page to judge it by: found quickly and roughly, whichever way the page lies."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, NamedTuple

import cv2
import numpy as np
import numpy.typing as npt

from digitize.model.geometry import NOWHERE, Box
from digitize.ocr.ink import grey
from digitize.stage import Pixels, Rough, Sheet

Table = npt.NDArray[np.int64]
"""One row (x, y, width, height) for each line, in pixels of the rough image."""

SIDE = 2000  # pixels of the longer side: body type still has 5, and a page takes 50 ms
AROUND = 31  # pixels: the ground a pixel is compared with, two to four lines of body type
DARKER, SHADE = 6, 0.82  # than the ground by so many levels, and than the paper by this share
FAINTEST, INK = 0.92, 1  # the same share where ink is faint; percentile of the page that is ink
PAPER = (4, 9)  # paper is the brightest of 9 by 9 cells, each of 4 by 4 pixels
GLYPH = (3, 80, 5)  # pixels a letter measures at least and at most; how much longer than broad
STEM, SLIM, BROAD = 4, (2, 3.5), 0.75
"""Pixels, and times as long: a stem so broad is what is left of a letter whose hairlines are lost;
and of its length, how broad most letters are."""
LINK = 1.3  # glyph heights over which letters are linked to a line
LINE = (0.8, 3.2, 8.0)  # how high a line is, in glyph heights, and how often as long as high
EVEN = 0.4  # of its box that a line fills
FEW = 6  # lines: where fewer are found, letters of one touch those of the next
WORDS, PITCH = 3.0, 2.2  # glyph heights over which a row's ink is averaged, and between lines
HALF, PALE = 0.5, 20  # of the densest row near it, and of 255: so dense a line's own rows are
BAND = (0.6, 2.4, 8.0)  # as LINE, of the rows that its small letters fill
HANGS = 0.45  # of their height by which letters reach above and below
ALIKE = (0.75, 1.4)  # of the usual height: lines of the page's body type
LONGEST = 14  # times its height: so much of a line is read, a dozen characters and more
ROUND = (0.3, 0.15)  # of its height: the paper read along with it
FULL = 0.85  # quantile of a line's rows that the rows of its small letters have half of
LEAST_ROWS = 5  # pixels: a lower line shows no ascenders


class Sample(NamedTuple):
    """A stretch of a line; it may stand on end."""

    pixels: Pixels
    upright: bool  # it runs from top to bottom of the page
    box: Box = NOWHERE  # on the page

    def on(self, page: Pixels) -> Sample:
        """Return what another image of the same page shows there."""
        x0, y0, x1, y1 = self.box
        return self._replace(pixels=page[y0:y1, x0:x1])


def glanced(sheet: Sheet, pixels: Pixels) -> tuple[Sheet, Rough]:
    """Return the sheet with how it looks from afar, and that; it is looked at but once.

    `pixels` are those of the sheet, or their grey.
    """
    rough = sheet.rough or look(pixels)
    return replace(sheet, rough=rough), rough


def look(pixels: Pixels, longer: int = 0) -> Rough:
    """Return where a page is inked, in reduced size; of a part, `longer` is the page's side."""
    image = grey(pixels)
    scale = min(1.0, SIDE / max(longer, *image.shape))
    size = (max(1, round(image.shape[1] * scale)), max(1, round(image.shape[0] * scale)))
    small = np.asarray(cv2.resize(image, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)
    ground = np.asarray(cv2.blur(small, (AROUND, AROUND)), dtype=np.uint8)
    darker = small < np.maximum(ground, DARKER) - DARKER
    ink = (darker & (small < _paper(small))) * np.uint8(255)
    glyph = _glyph(ink)
    level, upright = (level_lines(way, glyph) for way in (ink, _on_end(ink)))
    return Rough(ink, scale, glyph, level, upright)


def _on_end(ink: Pixels) -> Pixels:
    """Return an image turned over its diagonal: its lines on end lie level."""
    return np.asarray(cv2.transpose(ink), dtype=np.uint8)


def _paper(small: Pixels) -> Pixels:
    """Return how dark a pixel must be not to be paper: where all ink is faint, a little."""
    height, width = small.shape
    step, reach = PAPER
    few = (max(1, width // step), max(1, height // step))
    cells = cv2.resize(small, few, interpolation=cv2.INTER_AREA)
    paper = cv2.blur(cv2.dilate(cells, np.ones((reach, reach), np.uint8)), (2 * reach, 2 * reach))
    ink = float(np.percentile(cells / np.maximum(paper, 1), INK))
    shade = cv2.convertScaleAbs(paper, alpha=min(FAINTEST, max(SHADE, (1 + ink) / 2)))
    return np.asarray(cv2.resize(shade, (width, height)), dtype=np.uint8)


def _glyph(ink: Pixels) -> int:
    stats = cv2.connectedComponentsWithStats(ink, connectivity=8, ltype=cv2.CV_32S)[2][1:]
    least, most, slim = GLYPH
    width, height, area = stats[:, 2], stats[:, 3], stats[:, 4]
    short, long = np.minimum(width, height), np.maximum(width, height)
    letter = (short >= least) & (long <= min(most, max(1, slim) * most)) & (long <= slim * short)
    letter &= area >= 0.15 * width * height
    if not letter.any():
        return 0
    low, high = sorted((_most_frequent(width[letter]), _most_frequent(height[letter])))
    stems = low <= STEM and SLIM[0] * low <= high <= SLIM[1] * low
    return round(BROAD * high) if stems else low


def _most_frequent(measures: npt.NDArray[Any]) -> int:
    counts = np.bincount(measures).astype(float) * np.arange(int(measures.max()) + 1)
    return int(np.argmax(np.convolve(counts, (0.25, 0.5, 0.25), mode="same")))


def level_lines(ink: Pixels, glyph: int) -> Table:
    """Return what looks like lines from left to right; turn the image to find those on end."""
    joined = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, np.ones((1, _odd(LINK * glyph)), np.uint8))
    return _long(np.asarray(joined, dtype=np.uint8), glyph, LINE)


def _bands(ink: Pixels, glyph: int) -> Table:
    """Return lines by the rows that their small letters fill, where blur or noise joins lines."""
    dense = cv2.blur(ink, (_odd(WORDS * glyph), 1))
    densest = cv2.dilate(dense, np.ones((_odd(PITCH * glyph), 1), np.uint8))
    full = np.where(dense > np.maximum(HALF * densest, PALE), 255, 0).astype(np.uint8)
    joined = cv2.morphologyEx(full, cv2.MORPH_CLOSE, np.ones((1, _odd(LINK * glyph)), np.uint8))
    lines = _long(np.asarray(joined, dtype=np.uint8), glyph, BAND)
    hangs = np.round(HANGS * lines[:, 3]).astype(np.int64)
    x, y, width, height = lines.T
    return np.stack([x, y - hangs, width, height + 2 * hangs], axis=1)


def _long(joined: Pixels, glyph: int, shape: tuple[float, float, float]) -> Table:
    stats = cv2.connectedComponentsWithStats(joined, connectivity=8, ltype=cv2.CV_32S)[2][1:]
    width, height, area = stats[:, 2], stats[:, 3], stats[:, 4]
    low, high, long = shape
    line = (height >= low * glyph) & (height <= high * glyph) & (width >= long * height)
    return np.asarray(stats[line & (area >= EVEN * width * height), :4], dtype=np.int64)


def _odd(size: float) -> int:
    return max(3, round(size)) | 1


def lean(ink: Pixels, lines: Table) -> tuple[float, float]:
    """Return how much more ink rises over the small letters than hangs below, and how surely.

    The first is a share of the ink, above 0 where Latin print stands upright; the second is in
    standard errors of its mean over the lines.
    """
    shares, weights = [], []
    for x, y, width, height in lines.tolist():
        if height < LEAST_ROWS:
            continue
        rows = ink[y : y + height, x : x + width].sum(axis=1, dtype=np.float64)
        full = np.flatnonzero(rows >= np.quantile(rows, FULL) / 2)
        shares.append((rows[: full[0]].sum() - rows[full[-1] + 1 :].sum()) / rows.sum())
        weights.append(width)
    if len(shares) < 2:
        return 0.0, 0.0
    mean = float(np.average(shares, weights=weights))
    return mean, mean / max(float(np.std(shares)) / len(shares) ** 0.5, 1e-6)


def seen(rough: Rough) -> tuple[Table, Table]:
    """Return all that looks like lines: the level ones, and those on end as if they lay level."""
    if len(rough.level) + len(rough.upright) >= FEW:
        return rough.level, rough.upright
    return _bands(rough.ink, rough.glyph), _bands(_on_end(rough.ink), rough.glyph)


def hidden(sample: Sample, lines: tuple[Table, Table], scale: float) -> bool:
    """Whether none of the lines that are seen on a page at some scale is that of the sample."""
    x0, y0, x1, y1 = sample.box
    if sample.upright:
        x0, y0, x1, y1 = y0, x0, y1, x1
    left, top, width, height = lines[sample.upright].T / scale
    x, y, high = (x0 + x1) / 2, (y0 + y1) / 2, (y1 - y0) / (1 + 2 * ROUND[1])
    over = (left <= x) & (x <= left + width) & (top <= y) & (y <= top + height)
    return not (over & (height >= ALIKE[0] * high) & (height <= ALIKE[1] * high)).any()


def samples(pixels: Pixels, rough: Rough, number: int) -> list[Sample]:
    """Return up to `number` stretches of lines from all over the page, the likeliest first."""
    level, upright = seen(rough)
    lengths = int(level[:, 2].sum()), int(upright[:, 2].sum())
    page = grey(pixels)
    found: list[Sample] = []
    for lines, stands in ((level, False), (upright, True)):
        share = round(number * int(lines[:, 2].sum()) / max(1, sum(lengths)))
        spread = _spread(lines, share)
        for line in (*spread[1::2], *spread[::2]):
            x0, y0, x1, y1 = _cutting(line, rough.scale)
            box = Box(y0, x0, y1, x1) if stands else Box(x0, y0, x1, y1)
            found.append(Sample(page, stands, box).on(page))
    return sorted(found, key=lambda sample: sample.upright, reverse=lengths[1] > lengths[0])


def _spread(lines: Table, number: int) -> Table:
    """Return `number` long lines of the usual height, from the whole length of the page."""
    if not number:
        return lines[:0]
    usual = float(np.median(lines[:, 3]))
    body = lines[(lines[:, 3] >= ALIKE[0] * usual) & (lines[:, 3] <= ALIKE[1] * usual)]
    longest = body[np.argsort(-body[:, 2], kind="stable")][: 3 * number]
    down = longest[np.argsort(longest[:, 1], kind="stable")]
    chosen = np.linspace(0, len(down) - 1, min(number, len(down))).round().astype(np.int64)
    return np.asarray(down[chosen], dtype=np.int64)


def _cutting(line: Table, scale: float) -> Box:
    """Return a stretch of a line with the paper around it, in pixels of the page."""
    x, y, width, height = (int(value) for value in line)
    dx, dy = ROUND[0] * height, ROUND[1] * height
    end = x + min(width, LONGEST * height)
    around = np.array([x - dx, y - dy, end + dx, y + height + dy]) / scale
    return Box(*(max(0, round(float(value))) for value in around))
