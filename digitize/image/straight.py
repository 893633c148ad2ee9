"""Straight runs of ink: rules, and scratches of film or creases of paper that cross the print."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from digitize.image.ink import Mask, Numbers, boxes_of
from digitize.image.morphology import closed, grown, opened

PIECE = 3.5  # glyph heights: a straight run of ink this long is no part of body type
HAIR = 0.12  # glyph heights that a rule may lean or fray within one piece
LONG = 12.0  # glyph heights: shorter scratches are left
THIN = 0.2  # glyph heights: what is thicker is no scratch
WHOLE = 0.95  # of its length that is inked; the feet of letters in a row fill less
STRETCH = 3.0  # glyph heights over which a scratch runs straight
TOUCHED = 0.03  # of its length, on either side, where letters touch a scratch; they touch no rule
THROUGH = 3  # letters go on from one side to the other


class Straight(NamedTuple):
    """The ink of a page, or of the page turned over its diagonal, and the long level runs of it."""

    mask: Mask
    runs: Mask
    labels: Numbers
    stats: Numbers


def leeway(size: float) -> int:
    """Return by how many pixels a run may lean to either side; `size` is the glyph height."""
    return max(1, round(HAIR * size))


def straight_runs(mask: Mask, size: float) -> Straight:
    """Return the long level runs of ink, and what is joined to them within a pixel or two."""
    lean, gap = leeway(size) * 2 + 1, max(2, round(size / 3))
    runs = opened(grown(closed(mask, gap, 1), 1, lean), PIECE * size, 1)
    runs &= grown(mask, gap, 1)
    return Straight(mask, runs, *boxes_of(runs))


def find_scratches(own: Straight, other: Straight, size: float) -> Mask | None:
    """Return the pixels of level scratches, less those where a letter goes through; or None.

    `other` are the runs of the turned page: what touches a run there is a rule that it meets, no
    letter.
    """
    found: list[tuple[Numbers, Numbers]] = []
    for x, y, stroke in _strokes(own, size):
        view = slice(y, y + stroke.shape[0]), slice(x, x + stroke.shape[1])
        path, half = _path((stroke > 0) & (own.mask[view] > 0), STRETCH * size)
        path += y
        columns = np.arange(x, x + stroke.shape[1])
        reach = half + leeway(size)
        sides = _free(own, other, path - reach, columns), _free(own, other, path + reach, columns)
        whole = np.any([_inked(own.mask, path + away, columns) for away in (-1, 0, 1)], axis=0)
        through = sides[0] & sides[1]
        letters = np.count_nonzero(np.diff(through.astype(np.int8), prepend=0) == 1)
        touched = min(sides[0].mean(), sides[1].mean())
        if touched >= TOUCHED and letters >= THROUGH and whole.mean() >= WHOLE:
            for away in range(-half, half + 1):
                rows = np.clip(path + away, 0, len(own.mask) - 1)
                found.append((rows[~through], columns[~through]))
    if not found:
        return None
    scratches = np.zeros_like(own.mask)
    for at in found:
        scratches[at] = own.mask[at]
    return scratches


def _strokes(straight: Straight, size: float) -> Iterator[tuple[int, int, Mask]]:
    """Yield where long thin runs lie, and each by itself, cut out of broader ink they run into."""
    most = max(3.0, THIN * size)
    stats = straight.stats
    long = stats[:, 2] >= LONG * size
    long[0] = False
    for number in np.flatnonzero(long).tolist():
        x, y, width, height, area = stats[number].tolist()
        view = straight.labels[y : y + height, x : x + width]
        own = np.where(view == number, np.uint8(255), np.uint8(0))
        if area <= most * width:
            yield x, y, own
        elif own.shape[0] > most + 2:
            thin = own & ~opened(own, 1, most + 2)
            inner, parts = boxes_of(thin)
            for part, (left, top, wide, high, ink) in enumerate(parts.tolist()):
                if part and wide >= LONG * size and ink <= most * wide:
                    piece = inner[top : top + high, left : left + wide] == part
                    yield x + left, y + top, np.where(piece, np.uint8(255), np.uint8(0))


def _path(own: Numbers, stretch: float) -> tuple[Numbers, int]:
    """Return the middle row of a stroke in each column, and half of its thickness."""
    height, width = own.shape
    some = np.flatnonzero(own.any(axis=0))
    top = own.argmax(axis=0)[some]
    bottom = height - 1 - own[::-1].argmax(axis=0)[some]
    parts = max(1, round(len(some) / stretch))
    each = len(some) // parts
    middle = ((top + bottom) / 2)[: parts * each].reshape(parts, each)
    at = some[: parts * each].reshape(parts, each).mean(axis=1)
    level = np.median(middle, axis=1)
    path = np.rint(np.interp(np.arange(width), at, level)).astype(int)
    return path, int(np.median(bottom - top) / 2) + 1


def _free(own: Straight, other: Straight, rows: Numbers, columns: Numbers) -> Numbers:
    """Return where there is ink that belongs to no run, neither level nor upright."""
    ink = _inked(own.mask, rows, columns) & ~_inked(own.runs, rows, columns)
    return ink & ~_inked(other.runs.T, rows, columns)


def _inked(mask: Mask, rows: Numbers, columns: Numbers) -> Numbers:
    return np.asarray(mask[np.clip(rows, 0, len(mask) - 1), columns] > 0)
