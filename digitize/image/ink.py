"""Where a page is inked: even light, black and white, and how large its type is."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

from digitize.image.inverse import turned_white
from digitize.image.shrunk import shrunk
from digitize.stage import Ink, Pixels, Sheet

Mask = npt.NDArray[np.uint8]
"""Shape (height, width): 255 where something is, 0 where nothing is."""

Numbers = npt.NDArray[Any]

ENOUGH = 6_000_000  # pixels of the mask: lines are found as well in them as in more
MOST = 12_000_000  # pixels of the mask, where the type is tiny or noise is taken for it
TINY = 7.0  # pixels of x-height below which glyphs melt into each other and commas go; a scan
READABLE = 8.0  # as coarse is looked at in double size, a finer one in so many pixels
PAPER_STEP = 8  # paper is looked at in 1/8 size: light changes slowly
PAPER_REACH = 0.1  # of the longer side: within it paper shows somewhere, large pictures apart
WINDOW = 1 / 160  # of the page height: about 3 mm, one to two lines of body type
STROKE = 0.45  # of the way from paper to the darkest ink around: there a blurred stroke ends
FAINT = 0.25  # of the page's ink: what is paler shows through from the other side
PLAIN = 110.0  # grey levels darker than its paper: ink, whatever blacker print stands beside it
NOISE = 4.0  # standard deviations: paper is seldom so much darker than its mean
GRAINY = 3.0  # grey levels of noise from which the page is smoothed
LEAST = 24.0  # grey levels: paler is dirt
PALE = 0.92  # of the light that falls there: paper is nowhere darker, a large pale picture is
DOT, BROAD = 6, 0.1  # pixels of height: if fewer blobs so low are broader than high, they are dots
COARSE = 8  # cells of the reduced image: the light is measured in steps of so many
BAND = 64  # rows of a label image that a processor holds close at hand
SOLID = 0.42  # of the paper's brightness: darker than this is ink however large the area


def grey(pixels: Pixels) -> Pixels:
    """Return one channel, shape (height, width)."""
    if pixels.ndim == 2:
        return pixels
    return np.asarray(cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY), dtype=np.uint8)


def sized(image: Pixels, step: float) -> Pixels:
    """Return an image in which `step` pixels are one, their mean; smaller steps enlarge."""
    height, width = image.shape[:2]
    size = (max(1, round(width / step)), max(1, round(height / step)))
    if step < 1:
        image = np.asarray(cv2.resize(image, size, interpolation=cv2.INTER_CUBIC), dtype=np.uint8)
    while image.shape[0] >= 2 * size[1] and image.shape[1] >= 2 * size[0]:
        image = shrunk(image, 2)
    return np.asarray(cv2.resize(image, size, interpolation=cv2.INTER_LINEAR), dtype=np.uint8)


def flatten(image: Pixels) -> Pixels:
    """Return a grey image as if the paper were white (255) everywhere.

    The paper is what a closing larger than most pictures leaves; it is never taken to be much
    darker than the light over the whole page makes it, so that large pictures stay grey.
    """
    height, width = image.shape
    small = cv2.resize(
        image,
        (max(1, width // PAPER_STEP), max(1, height // PAPER_STEP)),
        interpolation=cv2.INTER_AREA,
    )
    reach = max(5, round(max(small.shape) * PAPER_REACH)) | 1
    paper = cv2.morphologyEx(small, cv2.MORPH_CLOSE, np.ones((reach, reach), np.uint8))
    paper = cv2.blur(paper, (reach // 2, reach // 2))
    paper = np.maximum(paper, PALE * _light(np.asarray(paper))).clip(1, 255).astype(np.uint8)
    paper = cv2.resize(paper, (width, height), interpolation=cv2.INTER_LINEAR)
    return np.asarray(cv2.divide(image, paper, scale=255), dtype=np.uint8)


def _light(paper: Pixels) -> Numbers:
    """Return how brightly paper is lit everywhere: a curved surface through its brighter parts."""
    y, x = np.mgrid[0 : paper.shape[0] : COARSE, 0 : paper.shape[1] : COARSE]
    seen = paper[y, x].astype(np.float64).ravel()
    at = _terms(x.ravel() / paper.shape[1], y.ravel() / paper.shape[0])
    kept = seen >= np.percentile(seen, 50)
    curve = np.zeros(at.shape[1])
    for _ in range(4):
        curve = np.linalg.lstsq(at[kept], seen[kept], rcond=None)[0]
        kept = seen >= PALE * (at @ curve)
    height, width = paper.shape
    across, down = np.arange(width) / width, np.arange(height)[:, None] / height
    one, dx, dy, xx, xy, yy = curve
    return np.asarray(
        one + dx * across + dy * down + xx * across**2 + xy * across * down + yy * down**2
    )


def _terms(x: Numbers, y: Numbers) -> Numbers:
    return np.stack([np.ones_like(x), x, y, x * x, x * y, y * y], axis=1)


def binarise(flat: Pixels) -> Mask:
    """Return the ink of a flattened grey image: all that is nearer to ink than to paper.

    Both are what is darkest and brightest around (Bernsen 1986), so that faint print shows and
    print on grey; what is as pale as noise, or as print that shows through, is none.
    """
    height, width = flat.shape
    noise = _noise(flat)
    if noise > GRAINY:
        flat = np.asarray(cv2.GaussianBlur(flat, (3, 3), 0.8), dtype=np.uint8)
    small = shrunk(flat, 2)
    window = max(7, round(height * WINDOW / 2)) | 1
    around = np.ones((window, window), np.uint8)
    ink = cv2.blur(cv2.erode(small, around), (window, window))
    paper = cv2.blur(cv2.dilate(small, around), (window, window))
    contrast = cv2.subtract(paper, ink)
    least = max(LEAST, NOISE * noise, FAINT * _quantile(contrast, 0.8))
    darker = np.maximum(least, np.minimum(STROKE * np.arange(256), PLAIN))
    levels = cv2.subtract(paper, cv2.LUT(contrast, np.ceil(darker).clip(0, 255).astype(np.uint8)))
    levels = np.maximum(levels, np.uint8(255 * SOLID))
    whole = cv2.resize(levels, (width, height), interpolation=cv2.INTER_LINEAR)
    return np.asarray(cv2.compare(flat, whole, cv2.CMP_LT), dtype=np.uint8)


def _noise(flat: Pixels) -> float:
    """Return by how much pixels of paper differ from those around them, in grey levels."""
    few = np.ascontiguousarray(flat[::2, ::2])
    away = cv2.absdiff(few, cv2.blur(few, (3, 3)))
    return 1.57 * _quantile(away, 0.5)  # of a normal distribution, less its own ninth


def _quantile(image: Numbers, share: float) -> float:
    """Return the grey level that so much of an image is no brighter than."""
    counts = cv2.calcHist([image], [0], None, [256], [0, 256]).ravel()
    return float(np.searchsorted(np.cumsum(counts), share * image.size))


def boxes_of(mask: Mask) -> tuple[Numbers, Numbers]:
    """Return the label image and the stats (x, y, width, height, area) of what touches.

    Row 0 of the stats is the background; all zeros where ink covers everything, for OpenCV then
    gives a box at the end of all numbers.
    """
    small = _most_labels(mask) < np.iinfo(np.uint16).max  # which takes half the time
    kind = cv2.CV_16U if small else cv2.CV_32S
    _, labels, stats, _ = cv2.connectedComponentsWithStats(mask, connectivity=8, ltype=kind)
    if not stats[0, cv2.CC_STAT_AREA]:
        stats[0] = 0
    return labels, stats


def _most_labels(mask: Mask) -> int:
    """Return how many blobs may begin: pixels with no ink at their left, above, or between.

    In every second row there is none above to the right either: OpenCV looks at rows in pairs.
    """
    before = mask[:-1, :-1] | mask[:-1, 1:] | mask[1:, :-1]
    before[1::2, :-1] |= mask[1:-1:2, 2:]
    return sum(int(np.count_nonzero(one)) for one in (mask[1:, 1:] > before, mask[0], mask[:, 0]))


def chosen(labels: Numbers, which: Numbers) -> Mask:
    """Return the ink of the blobs that `which` tells; it has a value for each label."""
    return spread(np.asarray(which, np.uint8) * np.uint8(255), labels)


def spread(values: Numbers, labels: Numbers) -> Numbers:
    """Return for each pixel the value of its label, `BAND` by band: thrice as quick as at once."""
    field = np.empty(labels.shape, values.dtype)
    for top in range(0, len(labels), BAND):
        band = slice(top, top + BAND)
        np.take(values, labels[band], out=field[band], mode="clip")
    return field


def below(image: Numbers, level: int) -> Mask:
    """Return where a grey image is darker than `level`."""
    return np.asarray(cv2.threshold(image, level - 1, 255, cv2.THRESH_BINARY_INV)[1], np.uint8)


def glyph_height(stats: Numbers) -> float:
    """Return the most frequent height of what could be letters, in mask pixels; 0.0 if none.

    A histogram of heights, each weighted by its own height, so that the many specks of a dirty
    scan do not outvote the letters; nor do the dots of a halftone, which are never broad.
    """
    width, height, area = stats[1:, 2], stats[1:, 3], stats[1:, 4]
    letter = (height >= 3) & (height <= 120) & (width >= 2) & (width <= 6 * height)
    letter &= (height <= 5 * width) & (area >= 0.15 * width * height)
    counts = np.bincount(height[letter], minlength=125).astype(float)
    broad = np.bincount(height[letter & (width > height)], minlength=125)
    counts[: DOT + 1][broad[: DOT + 1] < BROAD * counts[: DOT + 1]] = 0
    votes = counts * np.arange(len(counts))
    if not votes.any():
        return 0.0
    smooth = np.convolve(votes, (0.25, 0.5, 0.25), mode="same")
    peak = int(np.argmax(smooth))
    around = np.arange(max(0, peak - 1), peak + 2)
    return float((votes[around] * around).sum() / max(votes[around].sum(), 1e-9))


def inked(sheet: Sheet) -> tuple[Sheet, Ink]:
    """Return the sheet with its ink on it, and the ink; it is looked for but once on a page.

    Raises ValueError when the sheet has no pixels.
    """
    if sheet.pixels is None:
        raise ValueError("a sheet without pixels has no ink")
    ink = sheet.ink or ink_of(sheet.pixels)
    return replace(sheet, ink=ink), ink


def ink_of(pixels: Pixels) -> Ink:
    """Return the ink of a page, in the size its type asks for and time allows."""
    image = grey(pixels)
    ink = _ink(image, max(1.0, math.sqrt(image.size / ENOUGH)))
    if not 0 < ink.glyph < TINY:
        return ink
    height = ink.glyph * ink.step
    step = max(1.0, height / READABLE) if height >= TINY else 0.5
    step = max(step, math.sqrt(image.size / MOST))
    return _ink(image, step) if step < ink.step else ink


def _ink(image: Pixels, step: float) -> Ink:
    flat = flatten(sized(image, step))
    mask = binarise(flat)
    blobs = boxes_of(mask)[1]
    whole, light, black = turned_white(mask, flat, glyph_height(blobs))
    if whole is not mask:
        mask, flat, blobs = whole, light, boxes_of(whole)[1]
    return Ink(mask, flat, step, glyph_height(blobs), blobs, black)
