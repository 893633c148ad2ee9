"""Where print runs from top to bottom: told by which way neighbouring characters melt together."""

from __future__ import annotations

import cv2
import numpy as np

from digitize.image.glyphs import Glyphs, chains, right_neighbours, runs_of
from digitize.image.ink import Mask, Numbers, below, boxes_of, chosen, spread
from digitize.image.morphology import closed

CLASSES = (1.0, 2.2, 4.8, 10.0)  # glyph heights: type of these sizes is looked at, each by itself
PART, SPECK = 0.55, 0.3  # of such a size: smaller parts are of smaller type; specks, if of body's
COARSE, FINE, LARGE = 6.0, 9.0, 16.0
"""Pixels that a glyph is high where a glance tells whether any print runs downwards, and where
body and display type is looked at."""
INKED = 80  # of 255: a pixel so much inked is ink in the smaller image
GAPS = (0.12, 0.18, 0.25, 0.35, 0.42, 0.48)
"""Sizes between characters that melt together, try by try."""
GLANCE = 0.28  # the same at a glance; of `COARSE` as of `FINE` pixels none is half a pixel off
STROKE = (0.5, 2.2)  # sizes: how broad a row of characters is
SQUARE = 0.7  # the same of one that runs downwards at least: its characters are full, no dots
LONG = 2.2  # times as long as broad: characters have melted into a row
SLIM, TALL, GREAT = 0.2, 1.5, 6.0
"""Of its height, and sizes: what is slimmer and as tall, or greater, is no letter."""
SEVERAL, WORD, FULL = 3, 4.0, 0.75
"""Parts of ink in such a row, for a single one may be a stem; times as long as high that it is, if
it is a blurred word and no characters of three columns that touch; and of its box that a bar fills.
"""
MOST = 10.0  # times as long as broad: longer rows prove no more
BLOCK = 0.65  # glyph heights between the lines of one block
MOSTLY, LEAST = 0.75, 6.0  # of its votes the others go with; and so many square glyph heights
SURE = 20.0  # times as long as broad in all tries: less must agree with what stands around
AROUND, HEED = 7.0, 2.0  # glyph heights; how much more the print in them tells than its mean
DISPLAY = 2.0  # glyph heights: larger type heeds its own kind
CLOSE, ALIKE = 0.6, 1.6  # heights between letters of a close row; times as high as the next
SHARE = 0.06  # of a page's ink; less is chance. Measured: 0.01 at most in Latin, 0.3 in Chinese

Spots = tuple[Numbers, Numbers]
"""Rows and columns of pixels."""


def find_vertical(glyphs: Glyphs, labels: Numbers, size: float) -> Numbers:
    """Return which glyphs belong to vertical print; none on a page without any.

    `labels` is the glyphs' label image, `size` the page's glyph height in mask pixels. The
    characters of one line stand nearer to each other than to those of the next: as gaps are
    filled, they melt into rows first, and the way these lie is the way print runs there. What
    melts into none goes with the nearest that did.
    """
    least = np.minimum(glyphs.height, glyphs.width)
    most = np.maximum(glyphs.height, glyphs.width)
    votes = np.zeros(len(glyphs))
    for factor in CLASSES:
        type_, body = factor * size, factor == CLASSES[0]
        of = (most >= (SPECK if body else PART) * type_) & (most <= GREAT * type_)
        word = (glyphs.width >= WORD * least) & (glyphs.area <= FULL * least * most)
        word &= (least >= PART * type_) & (least <= STROKE[1] * type_)
        of &= (least >= SLIM * most) | (most <= TALL * type_) | (word & body)
        some, painted = glyphs.pick(of), _painted(labels, of)
        if body and not _runs_down(some, painted, size):
            return np.zeros(len(glyphs), bool)
        if of.any():
            tells = _votes(some, painted, type_, FINE if body else LARGE)
            votes[of] = np.where(tells != 0, tells, votes[of])
        if body:
            votes = _whole_blocks(votes, glyphs, labels, size)
    told = _settled(votes, glyphs, labels.shape, size)
    large = most >= DISPLAY * size
    told[large] = _settled(votes[large], glyphs.pick(large), labels.shape, DISPLAY * size)
    return _agreed(told < 0, glyphs, labels)


def _runs_down(glyphs: Glyphs, mask: Mask, size: float) -> bool:
    """Whether at a glance enough ink runs downwards to be no chance."""
    inked, at, scale = _reduced(mask, glyphs, size, COARSE)
    told, stats, _ = _rows(
        closed(inked, GLANCE * size * scale, GLANCE * size * scale), at, size * scale
    )
    area = stats[:, 4]
    return float(area[told < 0].sum()) > SHARE * float(area[told != 0].sum())


def _whole_blocks(votes: Numbers, glyphs: Glyphs, labels: Numbers, size: float) -> Numbers:
    """Return the votes, those of a block of print all alike where most of them are."""
    mask, at, scale = _reduced(_painted(labels, votes != 0), glyphs, size, FINE)
    reach = BLOCK * size * scale
    filled = closed(mask, reach, reach)
    blocks, stats = boxes_of(filled)
    block = blocks[at]
    for_all = np.bincount(block, weights=votes * glyphs.area, minlength=len(stats))
    any_way = np.bincount(block, weights=np.abs(votes) * glyphs.area, minlength=len(stats))
    clear = np.abs(for_all) >= (2 * MOSTLY - 1) * any_way
    clear &= stats[:, 4] >= LEAST * (size * scale) ** 2
    clear[0] = False
    return np.where(clear[block], MOST * len(GAPS) * np.sign(for_all)[block], votes)


def _reduced(mask: Mask, glyphs: Glyphs, size: float, fine: float) -> tuple[Mask, Spots, float]:
    """Return a mask in which type of `size` is `fine` pixels high, where glyphs are, the scale."""
    scale = min(1.0, fine / size)
    few = tuple(max(1, round(side * scale)) for side in mask.shape[::-1])
    small = cv2.resize(mask, few, interpolation=cv2.INTER_AREA)
    inked = ~below(small, INKED + 1)
    x, y = (glyphs.x0 + glyphs.x1) * scale / 2, (glyphs.y0 + glyphs.y1) * scale / 2
    at = np.minimum(y.astype(int), few[1] - 1), np.minimum(x.astype(int), few[0] - 1)
    return inked, at, scale


def _painted(labels: Numbers, which: Numbers) -> Mask:
    """Return the ink of the glyphs that `which` tells."""
    return chosen(labels, np.append(False, which))


def _votes(glyphs: Glyphs, mask: Mask, size: float, fine: float) -> Numbers:
    """Return how long the rows are into which each glyph melts: above 0 across, below 0 down."""
    inked, at, scale = _reduced(mask, glyphs, size, fine)
    field = np.zeros(inked.shape, np.float32)
    for gap in GAPS:
        melted = closed(inked, gap * size * scale, gap * size * scale)
        told, _, labels = _rows(melted, at, size * scale)
        field += spread(told, labels)
    edges = np.stack([glyphs.x0, glyphs.y0, glyphs.x1, glyphs.y1], axis=1) * scale
    x0, y0 = np.floor(edges[:, :2]).astype(int).T
    x1, y1 = np.minimum(np.ceil(edges[:, 2:]).astype(int), inked.shape[::-1]).T
    sums = [
        (table[y1, x1] - table[y0, x1] - table[y1, x0] + table[y0, x0]).astype(float)
        for table in (cv2.integral(np.where(inked > 0, field, 0)), cv2.integral(inked // 255))
    ]
    return np.asarray(sums[0] / np.maximum(sums[1], 1))


def _rows(melted: Mask, at: Spots, size: float) -> tuple[Numbers, Numbers, Numbers]:
    """Return how long each part of melted ink is if a level row, below 0 if an upright one.

    The stats and the label image of these parts come with it.
    """
    labels, stats = boxes_of(melted)
    width, height = stats[:, 2], stats[:, 3]
    broad, long = np.minimum(width, height), np.maximum(width, height)
    parts = np.bincount(labels[at], minlength=len(stats))
    least = np.where(height > width, SQUARE, STROKE[0]) * size
    row = (broad >= least) & (broad <= STROKE[1] * size) & (long >= LONG * broad)
    row &= (parts >= SEVERAL) | (width >= WORD * height)
    row[0] = False
    length = np.minimum(long / broad, MOST)
    told = np.where(row, np.where(width > height, length, -length), 0).astype(np.float32)
    return told, stats, labels


def _settled(votes: Numbers, glyphs: Glyphs, shape: tuple[int, ...], size: float) -> Numbers:
    """Return the votes of type of one class, what stands around heeded; or those of the nearest."""
    scale = min(1.0, FINE / size)
    few = max(1, round(shape[0] * scale)), max(1, round(shape[1] * scale))
    boxes = np.stack([glyphs.x0, glyphs.y0, glyphs.x1, glyphs.y1], axis=1) * scale
    owner = np.zeros(few, np.int32)
    some = np.flatnonzero(votes)
    for (x0, y0, x1, y1), number in zip(
        boxes[some].astype(int).tolist(), some.tolist(), strict=True
    ):
        owner[y0 : y1 + 1, x0 : x1 + 1] = number + 1
    x, y = (boxes[:, 0] + boxes[:, 2]) / 2, (boxes[:, 1] + boxes[:, 3]) / 2
    at = np.minimum(y.astype(int), few[0] - 1), np.minimum(x.astype(int), few[1] - 1)
    wide = round(AROUND * size * scale) | 1
    field = np.append(0, votes).astype(np.float32)[owner]
    around = HEED * cv2.blur(field, (wide, wide))[at]
    told = np.where(np.abs(votes) >= SURE, votes, votes + around)
    bare = np.where(owner == 0, 1, 0).astype(np.uint8)
    _, labels = cv2.distanceTransformWithLabels(
        bare, cv2.DIST_L2, cv2.DIST_MASK_5, labelType=cv2.DIST_LABEL_PIXEL
    )
    nearest = np.zeros(int(labels.max()) + 1, np.int32)
    nearest[labels[owner > 0]] = owner[owner > 0]
    return np.where(votes != 0, told, np.append(0, told)[nearest[labels[at]]])


def _agreed(chosen: Numbers, glyphs: Glyphs, labels: Numbers) -> Numbers:
    """Let the letters of a word, or of a close row, run the way in which most of them do."""
    runs = runs_of(labels)
    right, gap = right_neighbours(glyphs, runs, runs.pick(np.zeros(0, np.int64)))
    height = glyphs.height
    low, high = np.minimum(height, height[right]), np.maximum(height, height[right])
    first = np.flatnonzero((right >= 0) & (gap <= CLOSE * low) & (high <= ALIKE * low))
    chain = chains(len(glyphs), first, right[first])
    whole = np.bincount(chain, weights=glyphs.area, minlength=len(glyphs))
    downwards = np.bincount(chain, weights=glyphs.area * chosen, minlength=len(glyphs))
    return np.asarray((downwards > whole / 2)[chain])
