"""Straight runs of ink: rules, and scratches of film or creases of paper that cross the print."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import numpy as np

from digitize.image.ink import Mask, Numbers, boxes_of
from digitize.image.morphology import grown, opened, shrunken

PIECE = 3.5  # glyph heights: a straight run of ink this long is no part of body type
HAIR = 0.12  # glyph heights that a rule may lean or fray within one piece
SHORT, APART = 4.0, 15.0  # glyph heights: the pieces of a scratch, and how far apart they lie
LONG, WORN = 12.0, 30.0  # glyph heights: shorter scratches are left; such as are in pieces
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
    near = grown(mask, gap, 1)
    runs = near & opened(grown(shrunken(near, gap, 1), 1, lean), PIECE * size, 1)
    return Straight(mask, runs, *boxes_of(runs))


def find_scratches(own: Straight, other: Straight, size: float, upright: bool) -> Mask | None:
    """Return the pixels of level scratches, less those where a letter goes through; or None.

    `other` are the runs of the turned page: what touches a run there is a rule that it meets, no
    letter. In a turned page, where scratches are `upright` as film has them, they may be worn to
    pieces; level ones not, for such are the feet of letters.
    """
    scratches = np.zeros_like(own.mask)
    strokes = _strokes(own, size, SHORT if upright else LONG)
    for line in _in_line(strokes, size) if upright else ([stroke] for stroke in strokes):
        courses = [_course(own, other, stroke, size) for stroke in line]
        near, far, whole = (
            np.concatenate(parts) for parts in zip(*(course[3:] for course in courses), strict=True)
        )
        letters = np.count_nonzero(np.diff((near & far).astype(np.int8), prepend=0) == 1)
        touched = min(near.mean(), far.mean())
        if touched < TOUCHED or letters < THROUGH or whole.mean() < WHOLE:
            continue
        for course in courses:
            free = ~(course.near & course.far)
            for away in range(-course.half, course.half + 1):
                rows = np.clip(course.path + away, 0, len(own.mask) - 1)
                at = rows[free], course.columns[free]
                scratches[at] = own.mask[at]
    return scratches if scratches.any() else None


class _Stroke(NamedTuple):
    """A long thin run: where its box begins, and its ink."""

    x: int
    y: int
    ink: Mask

    @property
    def end(self) -> int:
        return self.x + int(self.ink.shape[1])


class _Course(NamedTuple):
    """Where a stroke runs, and where letters touch it on either side and its ink is whole."""

    columns: Numbers
    path: Numbers
    half: int
    near: Numbers
    far: Numbers
    whole: Numbers


def _in_line(strokes: Iterable[_Stroke], size: float) -> list[list[_Stroke]]:
    """Return the strokes that follow each other on one line, if they are long enough together."""
    lines: list[list[_Stroke]] = []
    for stroke in sorted(strokes, key=lambda stroke: stroke.x):
        for line in lines:
            last = line[-1]
            if last.end <= stroke.x <= last.end + APART * size and _level(last, stroke, size):
                line.append(stroke)
                break
        else:
            lines.append([stroke])
    return [line for line in lines if _is_long(line, size)]


def _level(last: _Stroke, stroke: _Stroke, size: float) -> bool:
    """Whether one stroke begins about as high as the other ends."""
    end, start = last.ink[:, -1].argmax() + last.y, stroke.ink[:, 0].argmax() + stroke.y
    return bool(abs(int(end) - int(start)) <= 2 * leeway(size) + 1)


def _is_long(line: list[_Stroke], size: float) -> bool:
    length = sum(stroke.end - stroke.x for stroke in line)
    return length >= LONG * size and (len(line) == 1 or line[-1].end - line[0].x >= WORN * size)


def _course(own: Straight, other: Straight, stroke: _Stroke, size: float) -> _Course:
    x, y, ink = stroke
    view = slice(y, y + ink.shape[0]), slice(x, stroke.end)
    path, half = _path((ink > 0) & (own.mask[view] > 0), STRETCH * size)
    path += y
    columns = np.arange(x, stroke.end)
    reach = half + leeway(size)
    near, far = (_free(own, other, path + away, columns) for away in (-reach, reach))
    whole = np.any([_inked(own.mask, path + away, columns) for away in (-1, 0, 1)], axis=0)
    return _Course(columns, path, half, near, far, np.asarray(whole))


def _strokes(straight: Straight, size: float, least: float) -> Iterator[_Stroke]:
    """Yield the long thin runs, each by itself, cut out of broader ink they run into."""
    most = max(3.0, THIN * size)
    stats = straight.stats
    long = stats[:, 2] >= least * size
    long[0] = False
    for number in np.flatnonzero(long).tolist():
        x, y, width, height, area = stats[number].tolist()
        view = straight.labels[y : y + height, x : x + width]
        own = np.where(view == number, np.uint8(255), np.uint8(0))
        if area <= most * width:
            yield _Stroke(x, y, own)
        elif width >= LONG * size and height > most + 2:
            thin = own & ~opened(own, 1, most + 2)
            inner, parts = boxes_of(thin)
            for part, (left, top, wide, high, ink) in enumerate(parts.tolist()):
                if part and wide >= LONG * size and ink <= most * wide:
                    piece = inner[top : top + high, left : left + wide] == part
                    inked = np.where(piece, np.uint8(255), np.uint8(0))
                    yield _Stroke(x + left, y + top, inked)


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
