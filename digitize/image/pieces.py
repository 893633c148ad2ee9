"""Pieces of rules: straight runs of ink, cut into short ones where a rule may lean or bend."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from digitize.image.ink import Numbers
from digitize.image.straight import Straight

EVEN = 0.18  # of its thickness (and half a pixel) by which the thickness of a rule varies
FULL = 0.8  # of its length that one pixel row of a straight rule is inked
WHOLE = 1.2  # strokes that a rule has where it is cut across, on the average; letters have 1.8
DOUBLE = 2.2  # the same of a thick rule with a thin one close to it, as mastheads have
SOLID = 0.95  # of its length that one pixel row of such a rule is inked; no row of letters is


@dataclass(frozen=True, slots=True)
class Piece:
    """A straight run along a rule: `a` to `b` along it, `c` to `d` across it."""

    a: int
    b: int
    c: int
    d: int
    thick: float

    @property
    def middle(self) -> float:
        """Where it runs, across the rule."""
        return (self.c + self.d) / 2


class _Slices(NamedTuple):
    """Runs cut into slices: the run that each is of, and where it starts and stops along it."""

    run: Numbers
    start: Numbers
    stop: Numbers


class _Pixels(NamedTuple):
    """The pixels of ink in runs: the run, how far along and across it, whether a stroke begins."""

    run: Numbers
    along: Numbers
    across: Numbers
    begins: Numbers


def cut(straight: Straight, good: Numbers, bend: int) -> list[Piece]:
    """Return the runs whose numbers are `good`, cut to lengths of about `bend`, if even.

    All are measured at once, by their pixels: print has thousands of runs, and few are rules.
    """
    pixels = _pixels(straight, good)
    if not len(pixels.run):
        return []
    x, y, width, height, _ = straight.stats[good].T.astype(np.int64)
    count = np.maximum(1, width // bend)
    run = np.repeat(np.arange(len(good)), count)
    place = np.arange(len(run)) - _offsets(count)[run]
    start, stop = (-(-edge * width[run] // count[run]) for edge in (place, place + 1))
    slices = _Slices(run, start, stop)
    of = _offsets(count)[pixels.run] + pixels.along * count[pixels.run] // width[pixels.run]
    even, thick = _even(slices, pixels, of, width)
    first, last = _rows(pixels, of, height[run])
    table = np.stack([x[run] + start, x[run] + stop, y[run] + first, y[run] + last], axis=1)
    return [
        Piece(a, b, c, d, one)
        for (a, b, c, d), one in zip(table[even].tolist(), thick[even].tolist(), strict=True)
    ]


def _pixels(straight: Straight, good: Numbers) -> _Pixels:
    ink = straight.runs & straight.mask
    down, right = np.divmod(np.flatnonzero(ink > 0), ink.shape[1])
    known = np.full(len(straight.stats), -1)
    known[good] = np.arange(len(good))
    run = known[straight.labels[down, right]]
    down, right, run = (one[run >= 0] for one in (down, right, run))
    begins = (down == 0) | (ink[down - 1, right] == 0)
    left, top = straight.stats[good, :2].T
    return _Pixels(run, right - left[run], down - top[run], begins)


def _even(slices: _Slices, pixels: _Pixels, of: Numbers, width: Numbers) -> tuple[Numbers, Numbers]:
    """Return which slices are one stroke of even thickness, and how thick each is.

    Letters are thick and thin and have holes. `of` tells the slice that each pixel lies in.
    """
    columns = _offsets(width)
    ink = np.bincount(columns[pixels.run] + pixels.along, minlength=int(width.sum()))
    edges = columns[slices.run] + slices.start
    area, squares, covered = (
        np.add.reduceat(one, edges) for one in (ink, ink**2, (ink > 0).astype(np.int64))
    )
    mean = area / np.maximum(1, covered)
    sway = np.sqrt(np.maximum(0, squares / np.maximum(1, covered) - mean**2))
    strokes = np.bincount(of, weights=pixels.begins, minlength=len(edges))
    length = slices.stop - slices.start
    fullest = _fullest(pixels, of, len(edges))
    full = (covered >= 1.15 * FULL * length) | (fullest >= FULL * length)
    whole = strokes <= np.where(fullest >= SOLID * length, DOUBLE, WHOLE) * covered
    return full & (covered > 0) & (sway <= EVEN * mean + 0.5) & whole, mean


def _fullest(pixels: _Pixels, of: Numbers, count: int) -> Numbers:
    """Return how much the fullest pixel row of each slice is inked."""
    high = int(pixels.across.max()) + 1
    row, many = np.unique(of * high + pixels.across, return_counts=True)
    fullest = np.zeros(count, np.int64)
    np.maximum.at(fullest, row // high, many)
    return fullest


def _rows(pixels: _Pixels, of: Numbers, height: Numbers) -> tuple[Numbers, Numbers]:
    """Return the first row that is inked in each slice, and the one after the last."""
    first, last = height.copy(), np.zeros_like(height)
    np.minimum.at(first, of, pixels.across)
    np.maximum.at(last, of, pixels.across + 1)
    return first, last


def _offsets(counts: Numbers) -> Numbers:
    return np.asarray(np.cumsum(counts) - counts)
