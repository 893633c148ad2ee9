"""What can be done to a bad scan so that its print is seen: each takes a grey page, gives one."""

from __future__ import annotations

from collections.abc import Callable
from types import MappingProxyType

import cv2
import numpy as np

from digitize.stage import Pixels

Treatment = Callable[[Pixels], Pixels]

FINE = 1.0  # pixels: the grain of a sensor, smoothed away without harm to letters 8 pixels high
COARSE = 1 / 1900  # of the longer side: the dots of a screen, the grain of a film; 1.6 pixels
SOFT = 1 / 1000  # of the longer side: 3 pixels of a page scanned for type 13 pixels high
SHARPER = 2.0  # times the difference to the blurred page that is added
CELL = 8  # pixels: paper and ink change slowly, they are looked at in so much smaller an image
PAPER = 0.1  # of the longer side: within it paper shows somewhere
INK = 1 / 40  # of the longer side: within it stands print, if it stands there at all
BLACK = 190.0  # of 255: how dark the ink of good print is
MOST = 8.0  # times as dark: fainter ink cannot be told from the grain of paper
GRAIN = 2.0  # standard deviations of the grain, which counts as paper
EXCERPT = 1500  # pixels: so much of a page tells its grain


def smoothed(page: Pixels) -> Pixels:
    """Return a noisy page without its finest grain."""
    return _blurred(page, FINE)


def softened(page: Pixels) -> Pixels:
    """Return a page without coarse grain and without the dots of a screen under its text."""
    return _blurred(page, COARSE * max(page.shape))


def despeckled(page: Pixels) -> Pixels:
    """Return a page without single black and white pixels."""
    return np.asarray(cv2.medianBlur(page, 3), dtype=np.uint8)


def sharpened(page: Pixels) -> Pixels:
    """Return a blurred page with its edges brought out."""
    blurred = _blurred(page, SOFT * max(page.shape))
    return np.asarray(cv2.addWeighted(page, 1 + SHARPER, blurred, -SHARPER, 0), dtype=np.uint8)


def deepened(page: Pixels) -> Pixels:
    """Return a faint page on white paper, its ink as black as good print has it, place by place."""
    height, width = page.shape
    few = (max(1, width // CELL), max(1, height // CELL))
    cells = np.asarray(cv2.resize(page, few, interpolation=cv2.INTER_AREA), dtype=np.uint8)
    reach = max(5, round(PAPER * max(few))) | 1
    paper = cv2.morphologyEx(cells, cv2.MORPH_CLOSE, np.ones((reach, reach), np.uint8))
    paper = cv2.resize(cv2.blur(paper, (reach // 2, reach // 2)), (width, height))
    flat = np.asarray(cv2.divide(page, paper, scale=255), dtype=np.uint8)
    grain = min(254.0, GRAIN * _grain(flat))
    dark = np.asarray(cv2.subtract(np.full(1, 255.0 - grain), flat), dtype=np.uint8)
    more = cv2.resize(_wanting(dark, few), (width, height), interpolation=cv2.INTER_LINEAR)
    return np.asarray(255 - cv2.multiply(dark, more, dtype=cv2.CV_8U), dtype=np.uint8)


def _wanting(dark: Pixels, few: tuple[int, int]) -> np.typing.NDArray[np.float32]:
    """Return, cell by cell, how many times as dark the ink there should be."""
    reach = max(3, round(INK * max(few))) | 1
    height, width = dark.shape
    quarter = (max(1, width // 4), max(1, height // 4))
    strokes = cv2.resize(cv2.blur(dark, (3, 3)), quarter, interpolation=cv2.INTER_AREA)
    darkest = cv2.dilate(strokes, np.ones((5, 5), np.uint8))
    cells = cv2.resize(darkest, few, interpolation=cv2.INTER_AREA)
    around = cv2.blur(cv2.dilate(cells, np.ones((reach, reach), np.uint8)), (reach, reach))
    more = np.clip(BLACK / np.maximum(around.astype(np.float32), 1), 1, MOST)
    return np.asarray(more, dtype=np.float32)


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
        "deepened": deepened,
        "sharpened": sharpened,
        "softened": softened,
    }
)
"""In the order in which they are tried; of equals, the first, which does least, is taken."""
