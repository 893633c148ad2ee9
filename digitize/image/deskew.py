"""Turn a page upright: find its skew from how sharply lines and columns stand out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import ClassVar

import cv2
import numpy as np

from digitize.image.ink import Mask, Numbers, binarise, boxes_of, chosen, flatten, grey, sized
from digitize.image.morphology import turned_over
from digitize.model.geometry import Frame
from digitize.stage import Fact, Pixels, Sheet

SIDE = 1600  # pixels: the longer side of the reduced image in which skew is measured
BANDS, STRIPS = 6, 8  # bands of about a column, each of so many strips that slide as wholes
COARSE, FINE = 0.25, 0.05  # degrees between the angles that are tried
SUB = 2  # parts of a pixel by which strips slide
ENOUGH = 0.15  # degrees: a smaller skew is left, for turning blurs
PEAK = 0.7  # of the height of the peak; its middle is taken above that, for its tip is rough
ROUNDS = 2  # times the page is turned and measured again: what is left errs less
PRINT = 1 / 30  # of the longer side: larger blobs are no words of body type
LEAST = 1.02  # times the mean of all angles: a page without lines has no sharper angle


@dataclass(frozen=True, slots=True)
class Deskew:
    """Turn the page upright when it is skewed by more than 0.15°.

    `max_angle` in degrees is the largest skew looked for. The image grows so that no corner is
    lost, and the way back is put into `Sheet.frame`. Strips slide to find the angle roughly
    (Postl 1986), band by band, for lines of neighbouring columns seldom stand level; rows and
    columns of print alike, so that vertical print is measured too.
    """

    name: ClassVar[str] = "deskew"
    needs: ClassVar[frozenset[Fact]] = frozenset({"pixels"})
    gives: ClassVar[frozenset[Fact]] = frozenset()
    max_angle: float = 5.0

    def __call__(self, sheet: Sheet, /) -> Sheet:
        """Return the sheet, turned if need be, with the angle in its note."""
        if sheet.pixels is None or not sheet.pixels.size:
            return sheet
        angle = find_skew(sheet.pixels, self.max_angle)
        if abs(angle) <= ENOUGH:
            return replace(sheet, note=f"skew {angle:.2f}°, left")
        pixels, frame = turned(sheet.pixels, angle)
        whole = sheet.frame.after(frame)
        return replace(sheet.showing(pixels), frame=whole, note=f"turned by {-angle:.2f}°")


def find_skew(pixels: Pixels, most: float) -> float:
    """Return the skew in degrees, within ±`most`; positive: lines fall towards the right."""
    small = sized(grey(pixels), max(1.0, max(pixels.shape[:2]) / SIDE))
    ink = _print_only(binarise(flatten(small)))
    angles = np.arange(-most, most + COARSE / 2, COARSE)
    sharp = _sharpness(ink, angles)
    if sharp.max() < LEAST * max(float(sharp.mean()), 1e-9):
        return 0.0
    angle = float(angles[np.argmax(sharp)])
    for _ in range(ROUNDS):
        level = _level(ink, angle) if angle else ink
        near = np.arange(-COARSE, COARSE + FINE / 2, FINE)
        sharp = _sharpness(level, near)
        top = np.maximum(sharp - PEAK * sharp.max() - (1 - PEAK) * sharp.min(), 0)
        angle += float(np.average(near, weights=top)) if top.any() else 0.0
    return max(-most, min(most, angle))


def _sharpness(ink: Mask, angles: Numbers) -> Numbers:
    """Return for each angle how much rows, and columns, differ from the next when it is undone."""
    return _across(ink, angles) + _across(turned_over(ink), -angles)


def _across(ink: Mask, angles: Numbers) -> Numbers:
    rows, middles = _strips(ink)
    shifts = np.rint(np.tan(np.radians(angles))[:, None] * middles).astype(int)
    most = int(np.abs(shifts).max())
    length = rows.shape[1]
    wide = np.pad(rows, ((0, 0), (most, most)))
    scores = np.zeros(len(angles))
    for index, starts in enumerate((shifts + most).tolist()):
        slid = [row[at : at + length] for row, at in zip(wide, starts, strict=True)]
        bands = np.stack([sum(slid[at : at + STRIPS]) for at in range(0, len(slid), STRIPS)])
        change = bands[:, SUB:] - bands[:, :-SUB]
        scores[index] = float(np.vdot(change, change))
    return scores


def _strips(ink: Mask) -> tuple[Numbers, Numbers]:
    """Return the ink in the rows of each strip, and where the strips' middles are."""
    height, width = ink.shape
    edges = np.linspace(0, width, min(BANDS * STRIPS, width) + 1).astype(int)
    rows = np.stack(
        [
            cv2.reduce(ink[:, a:b], 1, cv2.REDUCE_SUM, dtype=cv2.CV_32F).ravel()
            for a, b in pairwise(edges.tolist())
        ]
    )
    finer = cv2.resize(rows, (height * SUB, len(rows)), interpolation=cv2.INTER_LINEAR)
    return finer, SUB * ((edges[:-1] + edges[1:]) / 2 - width / 2)


def _print_only(ink: Mask) -> Mask:
    """Leave out rules and pictures: few, but so long and dark that they would outvote print."""
    labels, stats = boxes_of(ink)
    small = np.maximum(stats[:, 2], stats[:, 3]) <= PRINT * max(ink.shape)
    small[0] = False
    return chosen(labels, small)


def _level(ink: Mask, angle: float) -> Mask:
    """Return ink turned back by `angle` degrees."""
    turn, size = _turn(ink, angle)
    return np.asarray(cv2.warpAffine(ink, turn, size, flags=cv2.INTER_LINEAR), np.uint8)


def _turn(pixels: Pixels, angle: float) -> tuple[Numbers, tuple[int, int]]:
    """Return the map that turns a page back by `angle` degrees, and how large it grows."""
    height, width = pixels.shape[:2]
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0)
    sine, cosine = abs(turn[0, 1]), abs(turn[0, 0])
    size = (round(height * sine + width * cosine), round(height * cosine + width * sine))
    turn[:, 2] += (size[0] - width) / 2, (size[1] - height) / 2
    return turn, size


def turned(pixels: Pixels, angle: float) -> tuple[Pixels, Frame]:
    """Return the page turned back by `angle` degrees, and the frame from there to `pixels`."""
    turn, size = _turn(pixels, angle)
    paper = np.percentile(pixels[::8, ::8].reshape(-1, *pixels.shape[2:]), 80, axis=0)
    fill = tuple(float(value) for value in np.atleast_1d(paper))
    image = cv2.warpAffine(pixels, turn, size, flags=cv2.INTER_CUBIC, borderValue=fill)
    back = cv2.invertAffineTransform(turn)
    (a, c, e), (b, d, f) = back.tolist()
    return np.asarray(image, dtype=np.uint8), Frame(a, b, c, d, e, f)
