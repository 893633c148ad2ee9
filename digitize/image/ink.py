"""Where a page is inked: even light, black and white, and how large its type is."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

from digitize.stage import Ink, Pixels, Sheet

Mask = npt.NDArray[np.uint8]
"""Shape (height, width): 255 where something is, 0 where nothing is."""

Numbers = npt.NDArray[Any]

SMALL = 4_000_000  # pixels; below this a page of tiny type may be looked at in double size
TINY = 7.0  # pixels of x-height below which thresholds of one or two pixels mean nothing
LARGE = 9_000_000  # pixels; above this a page may be looked at in half size, type permitting
READABLE = 6.0  # pixels of x-height below which glyphs melt into each other when halved again
PAPER_STEP = 8  # paper is looked at in 1/8 size: light changes slowly
PAPER_REACH = 0.1  # of the longer side: within it paper shows somewhere, large pictures apart
WINDOW = 1 / 110  # of the page height: about 5 mm, two to three lines of body type
SAUVOLA_K = 0.24  # Sauvola and Pietikäinen 2000 give 0.2 to 0.5; faint print wants the low end
PALE = 0.92  # of the light that falls there: paper is nowhere darker, a large pale picture is
COARSE = 8  # cells of the reduced image: the light is measured in steps of so many
SOLID = 0.42  # of the paper's brightness: darker than this is ink however large the area


def grey(pixels: Pixels) -> Pixels:
    """Return one channel, shape (height, width)."""
    if pixels.ndim == 2:
        return pixels
    return np.asarray(cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY), dtype=np.uint8)


def halved(image: Pixels) -> Pixels:
    """Return a grey image in half size, every pixel the mean of four."""
    height, width = image.shape
    size = (max(1, width // 2), max(1, height // 2))
    return np.asarray(cv2.resize(image, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)


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
    """Return the ink of a flattened grey image: Sauvola's threshold, and all that is solid.

    Mean and spread change slowly over the window: they are taken in half size, from every
    second pixel of every second row.
    """
    height, width = flat.shape
    window = max(15, round(height * WINDOW)) // 2 | 1
    few = np.ascontiguousarray(flat[::2, ::2])
    mean = cv2.boxFilter(few, cv2.CV_32F, (window, window))
    spread = cv2.sqrBoxFilter(few, cv2.CV_32F, (window, window))
    spread = cv2.sqrt(np.maximum(spread - mean * mean, 0))
    threshold = mean * (1 - SAUVOLA_K) + mean * spread * (SAUVOLA_K / 128)
    levels = np.ceil(np.maximum(threshold, 255 * SOLID)).astype(np.uint8)
    whole = cv2.resize(levels, (width, height), interpolation=cv2.INTER_LINEAR)
    return np.asarray(cv2.compare(flat, whole, cv2.CMP_LT), dtype=np.uint8)


def boxes_of(mask: Mask) -> tuple[Numbers, Numbers]:
    """Return the label image and the stats (x, y, width, height, area) of what touches.

    Row 0 of the stats is the background.
    """
    _, labels, stats, _ = cv2.connectedComponentsWithStats(mask, connectivity=8, ltype=cv2.CV_32S)
    return labels, stats


def glyph_height(stats: Numbers) -> float:
    """Return the most frequent height of what could be letters, in mask pixels; 0.0 if none.

    A histogram of heights, each weighted by its own height, so that the many specks of a dirty
    scan do not outvote the letters.
    """
    width, height, area = stats[1:, 2], stats[1:, 3], stats[1:, 4]
    letter = (height >= 3) & (height <= 120) & (width >= 2) & (width <= 6 * height)
    letter &= (height <= 5 * width) & (area >= 0.15 * width * height)
    if not letter.any():
        return 0.0
    counts = np.bincount(height[letter], minlength=125).astype(float)
    votes = counts * np.arange(len(counts))
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
    """Return the ink of a page, in half size when it is large, in double size when type is tiny."""
    image = grey(pixels)
    if image.size > LARGE:
        small = _ink(halved(image), 2.0)
        if small.glyph >= READABLE:
            return small
    ink = _ink(image, 1.0)
    if 0 < ink.glyph < TINY and image.size <= SMALL:
        double = cv2.resize(image, None, fx=2, fy=2, interpolation=cv2.INTER_CUBIC)
        return _ink(np.asarray(double, dtype=np.uint8), 0.5)
    return ink


def _ink(image: Pixels, step: float) -> Ink:
    flat = flatten(image)
    mask = binarise(flat)
    _, stats = boxes_of(mask)
    return Ink(mask, flat, step, glyph_height(stats))
