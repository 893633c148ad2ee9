"""Rows of glyphs: glyphs that stand side by side are joined, those that touch two rows are cut."""

from __future__ import annotations

import cv2
import numpy as np

from digitize.image.glyphs import (
    REACH,
    Glyphs,
    chains,
    find_glyphs,
    is_core,
    local_height,
    right_neighbours,
)
from digitize.image.ink import Mask, Numbers
from digitize.image.row import Row
from digitize.image.touching import share_out
from digitize.model.geometry import Box

TOUCHING = 1.9  # of the local glyph height: glyphs of two rows touch, or it is a "(" or "j"
SAME_ROW = 0.55  # of the lower band's height that the bands of two pieces of one row share
CRUMB = 2  # glyphs: so short a row may be a piece of the row it lies in
RISERS = 12  # percent of glyphs whose tops are capitals or risers in any line
SPECK = 0.13  # of the capitals' height: a full stop is larger, dirt is smaller
DASH = 0.3  # of the capitals' height: what stands further off must be as large as a hyphen
NEAR = 0.4  # of the capitals' height beyond a row's end that a stop or quote may stand
LANE = 64  # mask pixels: rows are looked up by the stripes they lie in


def find_rows(mask: Mask, blocked: Mask, size: float) -> list[Row]:
    """Return the rows of glyphs in `mask`; no row crosses a pixel of `blocked`.

    `size` is the page's glyph height in mask pixels. Rows come in no particular order.
    """
    glyphs, labels = find_glyphs(mask)
    core = is_core(glyphs, size)
    right, _ = _look(glyphs, labels, core, blocked)
    height = local_height(glyphs, right)
    touching = core & (glyphs.height > TOUCHING * height) & (glyphs.height > 1.6 * size)
    plain = core & ~touching
    right, gap = _look(glyphs, labels, plain, blocked)
    rows = join_rows(_assemble(glyphs, plain, right, gap), blocked, size)
    rows, alone = share_out(rows, glyphs, touching, labels)
    rows += [_row(glyphs.pick(np.array([index]))) for index in alone]
    rows = join_rows(rows, blocked, size)
    return _gather(rows, glyphs.pick(~core), blocked)


def _look(
    glyphs: Glyphs, labels: Numbers, which: Numbers, blocked: Mask
) -> tuple[Numbers, Numbers]:
    numbers = np.concatenate(([0], np.where(which, np.arange(1, len(glyphs) + 1), 0)))
    image = numbers.astype(np.int32)[labels]
    image[blocked > 0] = -1
    right, gap = right_neighbours(glyphs, image)
    return np.where(which, right, -1), gap


def _assemble(glyphs: Glyphs, plain: Numbers, right: Numbers, gap: Numbers) -> list[Row]:
    height = local_height(glyphs, right)
    first = np.flatnonzero(right >= 0)
    second = right[first]
    local = np.maximum(height[first], height[second])
    alike = local <= 2.0 * np.minimum(height[first], height[second])
    near = alike & (gap[first] <= REACH * local)
    chain = chains(len(glyphs), first[near], second[near])
    members = np.flatnonzero(plain)
    members = members[np.argsort(chain[members], kind="stable")]
    cuts = np.flatnonzero(np.diff(chain[members])) + 1
    return [_row(glyphs.pick(part)) for part in np.split(members, cuts) if len(part)]


def _row(some: Glyphs) -> Row:
    box = Box(int(some.x0.min()), int(some.y0.min()), int(some.x1.max()), int(some.y1.max()))
    base = float(np.median(some.y1))
    top = min(float(np.percentile(some.y0, RISERS)), base - 1)
    return Row(box, top, base, float(np.median(some.height)), len(some), int(some.area.sum()))


def join_rows(rows: list[Row], blocked: Mask, size: float) -> list[Row]:
    """Join pieces that follow each other on one line, near enough and with nothing between.

    `size` is the page's glyph height: crumbs of faded type are taken to be as large.
    """
    done: dict[int, Row] = {}
    lanes: dict[int, set[int]] = {}
    for number, piece in enumerate(sorted(rows, key=lambda row: row.box.x0)):
        near = {n for lane in _lanes(piece) for n in lanes.get(lane, ())}
        partner = _partner(piece, {n: done[n] for n in near}, blocked, size)
        row = piece
        if partner is not None:
            row = _merged(done.pop(partner), piece)
            for there in lanes.values():
                there.discard(partner)
        done[number] = row
        for lane in _lanes(row):
            lanes.setdefault(lane, set()).add(number)
    return list(done.values())


def _lanes(row: Row) -> range:
    return range(int(row.top) // LANE, int(row.base) // LANE + 1)


def _partner(row: Row, others: dict[int, Row], blocked: Mask, size: float) -> int | None:
    """Return which of `others` the row continues: the nearest that fits."""
    near = sorted((row.box.x0 - other.box.x1, n) for n, other in others.items())
    for _, n in near:
        if _continues(others[n], row, size) and not _barred(others[n], row, blocked):
            return n
    return None


def _continues(left: Row, right: Row, size: float) -> bool:
    low, high = sorted((left.rise, right.rise))
    shared = min(left.base, right.base) - max(left.top, right.top)
    gap = right.box.x0 - left.box.x1
    reach = REACH * max(left.middle, right.middle, 0.8 * size)
    return shared >= SAME_ROW * low and high <= 2.2 * low and -2 * high <= gap <= reach


def _barred(left: Row, right: Row, blocked: Mask) -> bool:
    x0, x1 = sorted((left.box.x1, right.box.x0))
    y0 = int(max(left.top, right.top))
    y1 = int(min(left.base, right.base)) + 1
    between = blocked[y0:y1, x0:x1]
    return between.size > 0 and bool(between.any(axis=1).mean() > 0.3)


def _merged(a: Row, b: Row) -> Row:
    count = a.count + b.count

    def mean(left: float, right: float) -> float:
        return (left * a.count + right * b.count) / count

    box = Box(
        min(a.box.x0, b.box.x0),
        min(a.box.y0, b.box.y0),
        max(a.box.x1, b.box.x1),
        max(a.box.y1, b.box.y1),
    )
    top, base = mean(a.top, b.top), mean(a.base, b.base)
    return Row(box, top, base, mean(a.middle, b.middle), count, a.area + b.area)


def _gather(rows: list[Row], small: Glyphs, blocked: Mask) -> list[Row]:
    """Add dots, accents, commas and hyphens to the rows they belong to."""
    whole = sorted((row for row in rows if row.count > CRUMB), key=lambda row: row.rise)
    crumbs = sorted((row for row in rows if row.count <= CRUMB), key=lambda row: -row.rise)
    ground = _ground(whole, blocked)
    loose = [row for row in crumbs if not _taken(whole, ground, row.box)]
    whole += loose
    pieces = [small.box(index) for index in range(len(small))]
    for _ in range(2):  # a quotation mark may stand beyond a full stop
        ground = _ground(whole, blocked)
        pieces = [piece for piece in pieces if not _taken(whole, ground, piece)]
    return whole


def _taken(rows: list[Row], ground: Numbers, piece: Box) -> bool:
    """Let the row a piece of ink lies in grow by it, if it is small enough to be part of it."""
    number = int(ground[piece.center.y, piece.center.x])
    if not number:
        return False
    row = rows[number - 1]
    if piece.height > 1.2 * row.rise or piece.width > 1.6 * row.rise:
        return False
    away = max(0, -row.box.overlap_x(piece)) / row.rise
    if max(piece.width, piece.height) < (SPECK if away < NEAR else DASH) * row.rise:
        return False
    rows[number - 1] = row.grown(piece)
    return True


def _ground(rows: list[Row], blocked: Mask) -> Numbers:
    """Return which row each pixel belongs to or lies beside: its number from 1, or 0."""
    ground = np.zeros(blocked.shape, np.int32)
    for reach in (0.45, 0.0):
        for number, row in enumerate(rows, start=1):
            up, side = int(reach * row.rise), int(2 * reach * row.rise)
            corner = (max(0, row.box.x0 - side), max(0, int(row.top) - up))
            cv2.rectangle(ground, corner, (row.box.x1 + side, int(row.base) + up), number, -1)
    ground[blocked > 0] = 0
    return ground
