"""What is too grey, too dark or too fine to be text, and what looks like display letters."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from digitize.image.glyphs import chains
from digitize.image.ink import Mask, Numbers, below, boxes_of, chosen
from digitize.image.morphology import closed, grown, opened
from digitize.image.shrunk import shrunk
from digitize.stage import Ink, Pixels

COARSE = 4.5  # pixels, about, that a glyph is high where tones are looked for
TONE = 195  # of 255: between the lines of dense print the paper still is brighter
FAINT = 236  # of 255: what adjoins a tone and shows no whiter paper belongs to it, as a sky does
SEED = 20.0  # square glyph heights: the least tone that does not come from a broad stroke
BLUR = 0.45  # glyph heights over which tone is averaged: a halftone dot, less than any leading
WINDOW = 3.0  # glyph heights within which every text shows paper
DARK = 150  # of 255: the mean of the boldest print over such a window is brighter
DARK_WINDOW = 5.0  # glyph heights
LEAST_DARK = 150.0  # square glyph heights: smaller dark areas may be worn display letters
REGULAR = 0.29  # sway of the ink from line to line; print sways more
LARGE = 6.0  # glyph heights: the least width and height of a drawing of one piece
LETTER = 3.0  # glyph heights: the least height or width of a display letter
FINE = 0.05  # of its size: strokes of a drawing are finer, those of a letter broader
SHOWS = 0.3  # of the ground around a letter is paper; in a photograph less
ROUND = 9.0  # times width and height together: the outline of a letter is shorter
SOLID = 0.6  # of its box that a black area fills
LUMP = 0.28  # of its size: the stroke of a black area, which is 0.5 in a square; in an M 0.2
BAR = 2.2  # times as wide as high: a black bar may be a heading in white letters
LARGE_TYPE = 14.0  # glyph heights: larger characters are rare, photographs are not
SAME, ASTRAY, NEXT, SERIES = 1.3, 0.3, (0.8, 1.7), 3
"""Characters of one series: how much larger one is than another, how far out of line in sizes,
how many sizes on they follow, and how many there are at least."""
CROWD = 2000  # such blobs: no page has so many display letters, a texture has
BROAD = 5.0  # glyph heights: no stroke of a letter is so broad
HUGE = 25.0  # glyph heights: no letter is so high and wide


@dataclass(frozen=True, slots=True)
class Tones:
    """What is no print, in a smaller image: one of its pixels is `factor` pixels of the mask."""

    areas: Mask  # tone, black areas and drawings
    letters: Mask  # blobs that look like display letters
    flat: Pixels
    factor: int
    glyph: float


def find_tones(ink: Ink, rules: Mask) -> Tones:
    """Return where tone, black areas and drawings are; `rules` are left out of account.

    All of these are broad, so they are looked for in a smaller image.
    """
    rules = grown(rules, 3, 3)
    mask = ink.mask & ~rules
    drawn, letters = _blobs(mask, ink.flat, ink.glyph)
    factor = max(1, round(ink.glyph / COARSE))

    size = ink.glyph / factor
    flat = cv2.max(ink.flat, rules | grown(letters, 3, 3))
    inked = shrunk(mask, factor)
    smooth = _smooth(flat, ink.glyph, factor)[: inked.shape[0], : inked.shape[1]]
    even = _even(smooth, size)
    dark = _at_least(_dark(shrunk(np.asarray(flat, np.uint8), factor), size), LEAST_DARK * size**2)
    areas = (
        even | _no_print(dark, inked, size) | _no_print(_most(shrunk(drawn, factor)), inked, size)
    )
    return Tones(areas, _most(shrunk(letters, factor)), shrunk(ink.flat, factor), factor, size)


def _most(share: Pixels) -> Mask:
    """Return the pixels that are covered by half."""
    return np.asarray(cv2.threshold(share, 127, 255, cv2.THRESH_BINARY)[1], dtype=np.uint8)


def _smooth(flat: Numbers, size: float, factor: int) -> Pixels:
    """Return the mean tone around every so many pixels, over less than the space of two lines."""
    reach = max(1, round(BLUR * size))
    first = factor // 2
    return np.asarray(cv2.blur(flat, (reach, reach))[first::factor, first::factor], dtype=np.uint8)


def display_letters(ink: Ink, rules: Mask) -> Mask:
    """Return the blobs that look like large letters; `rules` are left out of account."""
    return _blobs(ink.mask & ~grown(rules, 3, 3), ink.flat, ink.glyph)[1]


def _no_print(areas: Mask, inked: Pixels, size: float) -> Mask:
    """Return those of `areas` that hold no print; `inked` is how much of each pixel is ink."""
    if not areas.any():
        return areas
    labels, stats = boxes_of(areas)
    keep = np.zeros(len(stats), bool)
    for number, (x, y, width, height, _) in enumerate(stats.tolist()):
        if number:
            view = inked[y : y + height, x : x + width]
            keep[number] = regularity(view, size) <= REGULAR
    return chosen(labels, keep)


def _at_least(areas: Mask, least: float) -> Mask:
    """Return those of `areas` that have `least` pixels."""
    labels, stats = boxes_of(areas)
    keep = stats[:, 4] >= least
    keep[0] = False
    return chosen(labels, keep)


def regularity(inked: Pixels, size: float) -> float:
    """Return how much the ink of rows, or of columns, sways from line to line around its mean.

    0 when all rows are alike; 0.3 to 0.9 in print, 0.05 to 0.3 in most photographs and
    drawings (measured on pages of 1784 to 1965). `size` is the glyph height in pixels.
    """
    reach, fine = max(3, round(3 * size)) | 1, max(1, round(size / 3))
    sways = []
    for axis in (1, 0):
        profile = inked.sum(axis=axis, dtype=np.float32).reshape(-1, 1) / 255
        mean = cv2.blur(profile, (1, reach), borderType=cv2.BORDER_REPLICATE)
        floor = np.maximum(mean, 0.3 * max(float(mean.mean()), 1e-3))
        sways.append(float(np.sqrt((((cv2.blur(profile, (1, fine)) - mean) / floor) ** 2).mean())))
    return max(sways)


def _even(smooth: Pixels, size: float) -> Mask:
    """Return where no paper shows, and the paler parts of pictures around it."""
    window = _odd(WINDOW * size)
    brightest = grown(smooth, window, window)
    covered = below(brightest, TONE)
    pale = below(brightest, FAINT)
    seeds = _at_least(covered, SEED * size**2)
    return grown(covered | _touching(pale, seeds), window, window)


def _touching(areas: Mask, seeds: Mask) -> Mask:
    """Return those of `areas` in which a seed lies."""
    count, labels = cv2.connectedComponents(areas)
    has = np.zeros(count, bool)
    has[np.unique(labels[seeds > 0])] = True
    has[0] = False
    return chosen(labels, has)


def _dark(flat: Pixels, size: float) -> Mask:
    """Return where far more is inked than in any print."""
    window = _odd(DARK_WINDOW * size)
    dark = below(cv2.blur(flat, (window, window)), DARK)
    wide = grown(opened(dark, window // 2, window // 2), window // 2, window // 2)
    grey = below(flat, FAINT)
    return wide & opened(
        closed(grey, size / 3, size / 3), WINDOW * size, WINDOW * size
    )  # no line beside it


def _odd(value: float) -> int:
    return max(3, round(value)) | 1


def _blobs(mask: Mask, flat: Pixels, size: float) -> tuple[Mask, Mask]:
    """Return the blobs that are drawings or black areas, and those that are display letters."""
    mask = closed(mask, 3, 3)  # or worn letters would seem to have fine strokes
    labels, stats = boxes_of(mask)
    edge = np.flatnonzero(mask > cv2.erode(mask, np.ones((3, 3), np.uint8)))
    outline = np.bincount(labels.ravel()[edge], minlength=len(stats)) + 1
    width, height, area = stats[:, 2], stats[:, 3], stats[:, 4]
    least, most = np.minimum(width, height), np.maximum(width, height)
    stroke = 2 * area / outline
    full = (area >= SOLID * width * height) & (most <= BAR * least) & (stroke >= LUMP * least)
    full |= (least > HUGE * size) | (stroke > BROAD * size)
    drawn = (least >= LARGE * size) & ((stroke <= FINE * least) | full)
    drawn &= area >= 0.08 * width * height
    letter = (most >= LETTER * size) & ~drawn & (stroke >= 1.5 * FINE * least)
    letter &= outline <= ROUND * (width + height)
    letter &= _paper(flat, stats) >= SHOWS * (width * height - area)
    letter |= _in_series(stats, ~drawn & (most >= LETTER * size) & (least <= LARGE_TYPE * size))
    drawn[0] = letter[0] = False
    return _drawn(labels, stats, drawn), _drawn(labels, stats, letter)


def _in_series(stats: Numbers, which: Numbers) -> Numbers:
    """Return which blobs are of one size and stand in a row or column: black characters."""
    x, y, width, height, _ = stats.T
    size = np.maximum(width, height)
    square = which & (np.minimum(width, height) >= size / BAR)
    some = np.flatnonzero(square)
    found = np.zeros(len(stats), bool)
    if len(some) > CROWD:
        return found
    across = (2 * x + width)[some] / 2
    down = (2 * y + height)[some] / 2
    one = size[some]
    pairs = np.triu(np.maximum.outer(one, one) <= SAME * np.minimum.outer(one, one), 1)
    aside, below = np.abs(np.subtract.outer(across, across)), np.abs(np.subtract.outer(down, down))
    low, high = np.minimum(aside, below), np.maximum(aside, below)
    pitch = np.minimum.outer(one, one)
    pairs &= (low <= ASTRAY * pitch) & (high >= NEXT[0] * pitch) & (high <= NEXT[1] * pitch)
    chain = chains(len(some), *np.nonzero(pairs))
    found[some] = np.bincount(chain, minlength=len(some))[chain] >= SERIES
    return found


def _drawn(labels: Numbers, stats: Numbers, which: Numbers) -> Mask:
    """Return a mask of the few blobs that `which` tells."""
    mask = np.zeros(labels.shape, np.uint8)
    for number in np.flatnonzero(which):
        x, y, width, height, _ = stats[number].tolist()
        view = slice(y, y + height), slice(x, x + width)
        mask[view][labels[view] == number] = 255
    return mask


def _paper(flat: Pixels, stats: Numbers) -> Numbers:
    """Return how many pixels of paper lie in each box of `stats`."""
    whole = cv2.integral(cv2.threshold(flat, FAINT, 1, cv2.THRESH_BINARY)[1])
    x0, y0 = stats[:, 0], stats[:, 1]
    x1, y1 = x0 + stats[:, 2], y0 + stats[:, 3]
    return np.asarray(whole[y1, x1] - whole[y0, x1] - whole[y1, x0] + whole[y0, x0])
