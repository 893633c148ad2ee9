"""What can be done to a bad scan so that its print is seen: each takes a grey page, gives one.

The second argument is the longer side of the whole page in pixels: what is given may be a part.
"""

from __future__ import annotations

from collections.abc import Callable
from types import MappingProxyType
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

from digitize.stage import Pixels

Treatment = Callable[[Pixels, int], Pixels]
Numbers = npt.NDArray[Any]

FINE = 1.0  # pixels: the grain of a sensor, smoothed away without harm to letters 8 pixels high
COARSE = 1 / 1900  # of the longer side: the dots of a screen, the grain of a film; 1.6 pixels
LEAST = 1.6  # pixels: grain so strong that it hides letters, smoothed away even on a clipping
SOFT = 1 / 1000  # of the longer side: 3 pixels of a page scanned for type 13 pixels high
SHARPER = 2.0  # times the difference to the blurred page that is added
TALL = 1 / 60  # of the longer side: no stroke of body type is so high
HAIR = 3  # pixels: a scratch is at most so broad
SEEN = 25  # of 255: so much a scratch differs from what is left and right of it
CLOSE = 7  # pixels: no print is so close to a rule
CROSSED = 0.08  # of what is close to a scratch is inked; close to a rule next to nothing
CELL = 8  # pixels: paper and ink change slowly, they are looked at in so much smaller an image
PAPER = 0.1  # of the longer side: within it paper shows somewhere
INK = 1 / 40  # of the longer side: within it stands print, if it stands there at all
BLACK = 190.0  # of 255: how dark the ink of good print is
MOST = 8.0  # times as dark: fainter ink cannot be told from the grain of paper
GHOST = 0.5  # of the ink around: print that shows through is paler, print of this side darker
GRAIN = 2.0  # standard deviations of the grain, which counts as paper
EXCERPT = 1500  # pixels: so much of a page tells its grain


def smoothed(page: Pixels, longer: int) -> Pixels:
    """Return a noisy page without its finest grain."""
    del longer
    return _blurred(page, FINE)


def softened(page: Pixels, longer: int) -> Pixels:
    """Return a page without coarse grain and without the dots of a screen under its text."""
    return _blurred(page, max(LEAST, COARSE * longer))


def despeckled(page: Pixels, longer: int) -> Pixels:
    """Return a page without single black and white pixels."""
    del longer
    return np.asarray(cv2.medianBlur(page, 3), dtype=np.uint8)


def sharpened(page: Pixels, longer: int) -> Pixels:
    """Return a blurred page with its edges brought out."""
    blurred = _blurred(page, SOFT * longer)
    return np.asarray(cv2.addWeighted(page, 1 + SHARPER, blurred, -SHARPER, 0), dtype=np.uint8)


def unscratched(page: Pixels, longer: int) -> Pixels:
    """Return a page without the scratches of a film: upright hair lines that run through print.

    A printed rule stands in white paper, and stays.
    """
    tall, broad = max(4, round(TALL * longer)), 2 * HAIR + 1
    mended = page.copy()
    for dark in (True, False):
        image = page if dark else np.asarray(255 - page, dtype=np.uint8)
        level = cv2.morphologyEx(image, cv2.MORPH_CLOSE, np.ones((1, broad), np.uint8))
        seen = np.where(cv2.subtract(level, image) > SEEN, 255, 0).astype(np.uint8)
        hairs = cv2.morphologyEx(seen, cv2.MORPH_CLOSE, np.ones((tall // 4, 1), np.uint8))
        hairs = cv2.morphologyEx(hairs, cv2.MORPH_OPEN, np.ones((tall, 1), np.uint8))
        scratched = _through_print(np.asarray(hairs, dtype=np.uint8), page, tall) > 0
        mended[scratched] = level[scratched] if dark else 255 - level[scratched]
    return mended


def _through_print(hairs: Pixels, page: Pixels, tall: int) -> Pixels:
    """Return those parts of the hair lines that have print close by."""
    _, ink = cv2.threshold(page, 0, 1, cv2.THRESH_BINARY_INV | cv2.THRESH_OTSU)
    near, on = np.ones((1, 2 * CLOSE + 1), np.uint8), np.ones((1, 2 * HAIR - 1), np.uint8)
    beside = cv2.subtract(cv2.dilate(hairs, near), cv2.dilate(hairs, on)) // 255
    room = cv2.boxFilter(beside, cv2.CV_32F, (CLOSE, tall), normalize=False)
    inked = cv2.boxFilter(beside * ink, cv2.CV_32F, (CLOSE, tall), normalize=False)
    crossed = np.where(inked > CROSSED * np.maximum(room, 1), 255, 0).astype(np.uint8)
    return np.asarray(cv2.bitwise_and(hairs, cv2.dilate(crossed, near)), dtype=np.uint8)


def bleached(page: Pixels, longer: int) -> Pixels:
    """Return a page on white paper without what is far paler than the ink around it.

    So fades the print of the other side that shows through.
    """
    flat = _flat(page, longer)
    dark = np.asarray(255 - flat, dtype=np.uint8)
    ghost = (GHOST * _whole(_ink_around(dark, longer), page.shape)).astype(np.uint8)
    kept = cv2.convertScaleAbs(cv2.subtract(dark, ghost), alpha=1 / (1 - GHOST))
    return np.asarray(255 - kept, dtype=np.uint8)


def deepened(page: Pixels, longer: int) -> Pixels:
    """Return a faint page on white paper, its ink as black as good print has it, place by place."""
    flat = _flat(page, longer)
    grain = min(254.0, GRAIN * _grain(flat))
    dark = (np.maximum(255 - flat, round(grain)) - round(grain)).astype(np.uint8)
    more = np.clip(BLACK / np.maximum(_ink_around(dark, longer), 1), 1, MOST).astype(np.float32)
    return np.asarray(
        255 - cv2.multiply(dark, _whole(more, page.shape), dtype=cv2.CV_8U), dtype=np.uint8
    )


def _flat(page: Pixels, longer: int) -> Pixels:
    """Return a page as if its paper were white everywhere."""
    cells = np.asarray(cv2.resize(page, _few(page), interpolation=cv2.INTER_AREA), dtype=np.uint8)
    reach = max(5, round(PAPER * longer / CELL)) | 1
    paper = cv2.morphologyEx(cells, cv2.MORPH_CLOSE, np.ones((reach, reach), np.uint8))
    paper = cv2.blur(paper, (reach // 2, reach // 2))
    return np.asarray(cv2.divide(page, _whole(paper, page.shape), scale=255), dtype=np.uint8)


def _ink_around(dark: Pixels, longer: int) -> Numbers:
    """Return, cell by cell, how dark the ink is that stands there or near."""
    height, width = dark.shape
    few = _few(dark)
    reach = max(3, round(INK * longer / CELL)) | 1
    quarter = (max(1, width // 4), max(1, height // 4))
    strokes = cv2.resize(cv2.blur(dark, (3, 3)), quarter, interpolation=cv2.INTER_AREA)
    darkest = cv2.dilate(strokes, np.ones((5, 5), np.uint8))
    cells = cv2.resize(darkest, few, interpolation=cv2.INTER_AREA)
    around = cv2.blur(cv2.dilate(cells, np.ones((reach, reach), np.uint8)), (reach, reach))
    return np.asarray(around, dtype=np.float32)


def _few(page: Pixels) -> tuple[int, int]:
    return max(1, page.shape[1] // CELL), max(1, page.shape[0] // CELL)


def _whole(cells: Numbers, shape: tuple[int, ...]) -> Numbers:
    return np.asarray(cv2.resize(cells, (shape[1], shape[0]), interpolation=cv2.INTER_LINEAR))


def _grain(page: Pixels) -> float:
    """Return the standard deviation of a page's noise (Immerkær 1996, by its median)."""
    excerpt = page[-EXCERPT:, -EXCERPT:].astype(np.float32)
    kernel = np.array([[1, -2, 1], [-2, 4, -2], [1, -2, 1]], np.float32)
    rough = np.abs(cv2.filter2D(excerpt, -1, kernel))
    return float(np.median(rough)) / 0.6745 / 6


def _blurred(page: Pixels, reach: float) -> Pixels:
    return np.asarray(cv2.GaussianBlur(page, (0, 0), reach), dtype=np.uint8)


TREATMENTS: MappingProxyType[str, Treatment] = MappingProxyType(
    {
        "smoothed": smoothed,
        "despeckled": despeckled,
        "bleached": bleached,
        "deepened": deepened,
        "sharpened": sharpened,
        "softened": softened,
        "unscratched": unscratched,
    }
)
"""In the order in which they are tried; of equals, the first, which does least, is taken."""
