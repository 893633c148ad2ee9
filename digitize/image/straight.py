"""Straight runs of ink: rules, and scratches of film or creases of paper that cross the print."""

from __future__ import annotations

from collections.abc import Iterator

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


def leeway(size: float) -> int:
    """Return by how many pixels a run may lean to either side; `size` is the glyph height."""
    return max(1, round(HAIR * size))


def straight_runs(mask: Mask, size: float) -> Mask:
    """Return the long level runs of ink, and what is joined to them within a pixel or two."""
    lean, gap = leeway(size) * 2 + 1, max(2, round(size / 3))
    runs = opened(grown(closed(mask, gap, 1), 1, lean), PIECE * size, 1)
    return runs & grown(mask, gap, 1)


def find_scratches(mask: Mask, runs: Mask, others: Mask, size: float) -> Mask:
    """Return the pixels of level scratches, less those where a letter goes through.

    `runs` are the level runs of `mask`, `others` the upright ones: what touches a run there is
    a rule that it meets, no letter.
    """
    found = np.zeros_like(mask)
    free = mask & ~(runs | others)
    for x, y, own in _strokes(runs, size):
        view = slice(y, y + own.shape[0]), slice(x, x + own.shape[1])
        path, half = _path((own > 0) & (mask[view] > 0), STRETCH * size)
        path += y
        columns = np.arange(x, x + own.shape[1])
        reach = half + leeway(size)
        sides = _inked(free, path - reach, columns), _inked(free, path + reach, columns)
        whole = np.mean([_inked(mask, path + away, columns) for away in (-1, 0, 1)], axis=0) > 0
        through = sides[0] & sides[1]
        letters = np.count_nonzero(np.diff(through.astype(np.int8), prepend=0) == 1)
        touched = min(sides[0].mean(), sides[1].mean())
        if touched >= TOUCHED and letters >= THROUGH and whole.mean() >= WHOLE:
            for away in range(-half, half + 1):
                rows = np.clip(path + away, 0, len(mask) - 1)
                found[rows[~through], columns[~through]] = 255
    return found & mask


def _strokes(runs: Mask, size: float) -> Iterator[tuple[int, int, Mask]]:
    """Yield where long thin runs lie, and each by itself, cut out of broader ink they run into."""
    most = max(3.0, THIN * size)
    labels, stats = boxes_of(runs)
    long = stats[:, 2] >= LONG * size
    long[0] = False
    for number in np.flatnonzero(long).tolist():
        x, y, width, height, area = stats[number].tolist()
        own = np.where(labels[y : y + height, x : x + width] == number, 255, 0).astype(np.uint8)
        if area <= most * width:
            yield x, y, own
        elif own.shape[0] > most + 2:
            thin = own & ~opened(own, 1, most + 2)
            inner, parts = boxes_of(thin)
            for part, (left, top, wide, high, ink) in enumerate(parts.tolist()):
                if part and wide >= LONG * size and ink <= most * wide:
                    piece = inner[top : top + high, left : left + wide] == part
                    yield x + left, y + top, np.where(piece, 255, 0).astype(np.uint8)


def _path(own: Numbers, stretch: float) -> tuple[Numbers, int]:
    """Return the middle row of a stroke in each column, and half of its thickness."""
    height, width = own.shape
    some = np.flatnonzero(own.any(axis=0))
    top = own.argmax(axis=0)[some]
    bottom = height - 1 - own[::-1].argmax(axis=0)[some]
    middle = (top + bottom) / 2
    parts = np.array_split(np.arange(len(some)), max(1, round(width / stretch)))
    parts = [part for part in parts if len(part)]
    at = [float(some[part].mean()) for part in parts]
    level = [float(np.median(middle[part])) for part in parts]
    path = np.rint(np.interp(np.arange(width), at, level)).astype(int)
    return path, int(np.median(bottom - top) / 2) + 1


def _inked(mask: Mask, rows: Numbers, columns: Numbers) -> Numbers:
    return np.asarray(mask[np.clip(rows, 0, len(mask) - 1), columns] > 0)
