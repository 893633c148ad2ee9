"""The fold of a spread: where a scan that shows two pages side by side is to be read as two."""

from __future__ import annotations

from typing import NamedTuple

import cv2
import numpy as np

from digitize.image.ink import Mask, Numbers, grey
from digitize.image.morphology import grown
from digitize.model.geometry import Box
from digitize.stage import Ink, Pixels

WIDE = (1.1, 2.2)  # times as wide as high: the print of two pages; that of one is 0.9 at most
LETTERS = 400  # that a spread has at least
EDGES = (2.0, 98.0)  # percent of the letters: the print's sides, strays left out
MIDDLE = 0.03  # of the print's width by which the fold lies off its middle
WHITE = 8.0  # glyph heights: the inner margins of two pages; a gutter of columns has four at most
CLEAR = 0.004  # of a column of pixels that specks may ink
PAPER = 150  # of 255: darker is print, no shade of paper
BANDS, SEEN = 10, 6  # bands from head to foot, and in how many of them a crease is seen
SHADE = 3.0  # grey levels by which a crease is darker than the paper beside it
SHARP = 5.0  # standard deviations of columns of pixels
OVER = 0.1  # of each column of pixels there is inked: print runs over a crease, not over a rule
AROUND = 4.0  # glyph heights of paper that a crease is compared with
MARGIN = (0.08, 0.5)  # of the print's height, and glyph heights off it: where no rule is printed
CRACK = 6.0  # grey levels: a crease in the bare margin
CELLS = 400  # of the width of a coarse image, in which the shadow of a bound volume is looked for
SHADOW = 0.12  # of the paper's light that it takes
BREADTH = (0.012, 0.1)  # of the print's width that it covers: more than any rule


class _Print(NamedTuple):
    """Where the print stands, in mask pixels."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def middle(self) -> slice:
        """The columns of pixels in which a fold may lie."""
        center, reach = (self.left + self.right) / 2, MIDDLE * (self.right - self.left)
        return slice(round(center - reach), round(center + reach) + 1)


def find_fold(ink: Ink, rules: Mask, pixels: Pixels) -> Box | None:
    """Return where the fold of a spread runs, in mask pixels; None on a single page.

    `rules` are the upright straight runs of ink, `pixels` the page. The print must be as wide as
    that of two pages, and its middle show a broad white margin, the shadow of a bound volume, or
    a crease that goes on beyond the print.
    """
    size = ink.glyph
    print_ = _print(ink)
    if print_ is None:
        return None
    column = _white(ink.mask, print_, size) or _shadow(pixels, ink, print_)
    column = column or _crease(ink, rules, print_)
    if column is None:
        return None
    half = max(1, round(size / 8))
    return Box(column - half, 0, column + half + 1, ink.mask.shape[0])


def _print(ink: Ink) -> _Print | None:
    """Return where the print stands, if there is as much of it as on two pages."""
    x, y, width, height, _ = ink.blobs[1:].T
    size = ink.glyph
    letter = (height >= 0.5 * size) & (height <= 3 * size)
    letter &= (width >= 0.2 * size) & (width <= 6 * size)
    if np.count_nonzero(letter) < LETTERS:
        return None
    left, right = np.percentile((x + width / 2)[letter], EDGES)
    top, bottom = np.percentile((y + height / 2)[letter], EDGES)
    found = _Print(int(left), int(top), int(right), int(bottom))
    wide = (right - left) / max(1.0, bottom - top)
    return found if WIDE[0] <= wide <= WIDE[1] else None


def _white(mask: Mask, print_: _Print, size: float) -> int | None:
    """Return the middle of the broadest white band around the middle, if it is broad enough."""
    reach = round(WHITE * size)
    view = slice(max(0, print_.middle.start - reach), print_.middle.stop + reach)
    share = (mask[print_.top : print_.bottom, view] > 0).mean(axis=0)
    edges = np.flatnonzero(np.diff(np.concatenate(([0], share <= CLEAR, [0]))))
    best = max(edges.reshape(-1, 2).tolist(), key=lambda run: run[1] - run[0], default=None)
    if best is None or best[1] - best[0] < WHITE * size:
        return None
    column = view.start + (best[0] + best[1]) // 2
    return column if print_.middle.start <= column < print_.middle.stop else None


def _shadow(pixels: Pixels, ink: Ink, print_: _Print) -> int | None:
    """Return where the paper is darkest in the middle, if it is nowhere so dark but there."""
    height, width = pixels.shape[:2]
    scale = max(1.0, width / CELLS)
    few = (max(1, round(width / scale)), max(1, round(height / scale)))
    small = grey(np.asarray(cv2.resize(pixels, few, interpolation=cv2.INTER_AREA), np.uint8))
    cell = scale / ink.step
    rows = slice(int(print_.top / cell), int(print_.bottom / cell))
    bright = np.percentile(small[rows], 85, axis=0).astype(np.float32)
    light = cv2.blur(bright.reshape(1, -1), (3, 1)).ravel()
    left, right = int(print_.left / cell), int(print_.right / cell)
    inner = light[left:right]
    paper = float(np.median(inner)) if inner.size else 0.0
    dark = np.flatnonzero(inner <= (1 - SHADOW) * paper)
    least, most = BREADTH[0] * len(inner), BREADTH[1] * len(inner)
    if dark.size < max(1.0, least) or dark[-1] - dark[0] > most:  # its core may have been cropped
        return None
    column = round((left + (dark[0] + dark[-1] + 1) / 2) * cell)
    return column if print_.middle.start <= column < print_.middle.stop else None


def _crease(ink: Ink, rules: Mask, print_: _Print) -> int | None:
    """Return where the paper is creased from head to foot and in its margins."""
    shades = _shades(ink, rules, print_)
    usual = np.median(shades, axis=0)
    away = 1.48 * float(np.median(np.abs(usual - np.median(usual)))) + 0.3
    column = print_.middle.start + int(np.argmin(usual[print_.middle]))
    seen = np.count_nonzero(shades[:, column] <= -SHADE)
    beside = slice(column - round(ink.glyph / 2), column + round(ink.glyph / 2) + 1)
    printed = (ink.mask[print_.top : print_.bottom, beside] > 0).mean(axis=0).min()
    if usual[column] > -SHARP * away or seen < SEEN or printed < OVER:
        return None
    return column if _cracked(ink, print_, column) else None


def _shades(ink: Ink, rules: Mask, print_: _Print) -> Numbers:
    """Return, for bands of the page, how much brighter each column is than those beside it."""
    flat = ink.flat[print_.top : print_.bottom]
    bare = (flat > PAPER) & (grown(rules, 5, 1)[print_.top : print_.bottom] == 0)
    wide = 2 * round(AROUND * ink.glyph / 2) + 1
    shades = []
    for band, clear in zip(np.array_split(flat, BANDS), np.array_split(bare, BANDS), strict=True):
        count = clear.sum(axis=0)
        mean = np.where(clear, band, 0).sum(axis=0) / np.maximum(1, count)
        known = count >= len(band) / 4
        mean = np.where(known, mean, np.median(mean[known]) if known.any() else 255.0)
        row = mean.astype(np.float32).reshape(1, -1)
        shades.append(cv2.blur(row - cv2.blur(row, (wide, 1)), (3, 1)).ravel())
    return np.stack(shades)


def _cracked(ink: Ink, print_: _Print, column: int) -> bool:
    """Whether the bare margin over or under the print is darker at a column than beside it."""
    deep, off = round(MARGIN[0] * (print_.bottom - print_.top)), round(MARGIN[1] * ink.glyph)
    reach, wide = max(2, round(ink.glyph / 2)), round(AROUND * ink.glyph)
    for first, last in (
        (max(0, print_.top - deep), print_.top - off),
        (print_.bottom + off, min(len(ink.flat), print_.bottom + deep)),
    ):
        view = slice(max(0, first), max(0, last)), slice(column - wide, column + wide + 1)
        beside = ink.mask[view].copy()
        beside[:, wide - reach : wide + reach + 1] = 0
        bare = ink.flat[view][~beside.any(axis=1)]
        if len(bare) < ink.glyph:
            continue
        light = bare.mean(axis=0)
        near = float(light[wide - reach : wide + reach + 1].min())
        if near <= float(np.median(light)) - CRACK:
            return True
    return False
