"""How plainly a page shows its print to whoever looks for letters: told from a few of its lines."""

from __future__ import annotations

from statistics import median
from typing import NamedTuple

import cv2
import numpy as np

from digitize.ocr.samples import Sample
from digitize.stage import Pixels

SAUVOLA_K, SPREAD = 0.24, 128.0  # ink is darker than this share of spread makes it: see `image`
WINDOW, LEAST_WINDOW = 1 / 110, 15  # of the page's longer side: two or three lines of body type
LETTER = 0.25  # of a line's height that a letter is at least long
LETTERS = (0.8, 4.5)  # in a stretch as long as a line is high: 1.3 to 3 in Latin, 1.4 to 3 in Han
SPECKS = 7.0  # for each letter: 0 to 5 on scans that need no care, 8 to 20 on noisy ones


class Clarity(NamedTuple):
    """What a line shows, or the middle of what several show."""

    letters: float  # blobs as large as letters in a stretch as long as the line is high
    specks: float  # smaller blobs for each of them

    @property
    def plain(self) -> bool:
        """Whether letters stand out one by one, and little else does."""
        return LETTERS[0] <= self.letters <= LETTERS[1] and self.specks <= SPECKS


def clarity(lines: list[Sample], longer: int) -> Clarity:
    """Return how clear lines usually are; `longer` is the longer side of their page in pixels."""
    if not lines:
        return Clarity(0, 0)
    seen = [_of(np.ascontiguousarray(one.pixels.T if one.upright else one.pixels), longer)
            for one in lines]  # fmt: skip
    return Clarity(*(median(values) for values in zip(*seen, strict=True)))


def _of(line: Pixels, longer: int) -> Clarity:
    stats = cv2.connectedComponentsWithStats(_inked(line, longer), connectivity=8)[2][1:]
    large = int((np.maximum(stats[:, 2], stats[:, 3]) >= LETTER * line.shape[0]).sum())
    return Clarity(
        large * line.shape[0] / line.shape[1],
        (len(stats) - large) / max(1, large),
    )


def _inked(line: Pixels, longer: int) -> Pixels:
    window = max(LEAST_WINDOW, round(longer * WINDOW)) | 1
    mean = cv2.boxFilter(line, cv2.CV_32F, (window, window))
    spread = cv2.sqrBoxFilter(line, cv2.CV_32F, (window, window)) - mean * mean
    level = mean * (1 - SAUVOLA_K * (1 - cv2.sqrt(np.maximum(spread, 0)) / SPREAD))
    return np.asarray(line < level, dtype=np.uint8)
