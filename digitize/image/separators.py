"""Find the printed rules: thin black lines, broken, dotted, double or thick, and frames' sides."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import ClassVar

import cv2
import numpy as np

from digitize.image.dotted import find_dotted
from digitize.image.fold import find_fold
from digitize.image.ink import Mask, Numbers, boxes_of, inked
from digitize.image.morphology import grown, turned_over
from digitize.image.painted import scaled
from digitize.image.pieces import Piece, cut
from digitize.image.straight import PIECE, Straight, find_scratches, leeway, straight_runs
from digitize.image.tints import bare_sides, find_tints, sides_of
from digitize.image.together import together
from digitize.model.geometry import Box, Point
from digitize.model.page import FOLD, Region, Role
from digitize.stage import Fact, Ink, Sheet

DASH = 0.6  # glyph heights: the least piece of a worn rule, if it stands alone
WORN = 0.3  # glyph heights: such pieces are thinner than this
LONG = 7.0  # glyph heights: the least length of a rule, its pieces joined
LONG_UPRIGHT = 12.0  # glyph heights; stems of letters may touch from line to line
SIDE, CORNER = 3.0, 0.7
"""Glyph heights: the least length of the side of a box that level rules close, and how near they
end to its corners."""
LONG_WORN = 14.0  # glyph heights: the least length of a rule of which only dashes are left
HEAVY = 0.4  # glyph heights: a rule that thick could be a smeared word, were it not so long
LONG_HEAVY = 18.0  # glyph heights
SURE_HEAVY, WORN_HEAVY = 36.0, 0.9
"""Glyph heights; shorter ones must be inked throughout, others in so much of their length: a
blurred line of small type has white between its words."""
WORD, WHOLE = 0.22, 0.98
"""Glyph heights: shorter ones as thick, with white within, are smeared words; and how much of its
length a rule is inked."""
BROAD = 0.28  # glyph heights: a thicker rule is the longer, or it would be a word
SLENDER = 12.0  # times as long as thick; the stem of a display letter is at most 7 times
THICK = 2.2  # glyph heights; what is thicker is a bar or a picture
ASTRAY = 0.35  # glyph heights by which the pieces of one rule may miss each other
GAP = 3.0  # glyph heights between two pieces of a broken rule
COVERED = 0.4  # of a rule's length that is inked at least
CLEAR = 0.12  # of the clearest row along either side that is inked at most; text has 0.25
BESIDE = 0.45  # glyph heights within which that row lies
TURN = [1, 0, 3, 2, 4]  # the columns of the stats, of the page turned over its diagonal
FILLED = 3.0  # glyph heights: the least height of a black box that is a frame
BEND = 6.0  # glyph heights after which the outline looks anew where the rule runs

_Rule = tuple[Box, tuple[Point, ...]]  # with its outline, of which a straight edge has none


@dataclass(frozen=True, slots=True)
class Separators:
    """Find printed rules; each gives a SEPARATOR region "p0001.rule001" with a thin box.

    `Region.outline` follows a rule that leans or bends: down one side and up the other. Rules
    are numbered from the top of the page. A frame or a tinted box gives one rule for each side.
    The fold of a spread gives a region "p0001.fold" over the full height, its reason is "fold".
    Scratches that run through the print are no rules and are taken out of the ink.
    """

    name: ClassVar[str] = "separators"
    needs: ClassVar[frozenset[Fact]] = frozenset({"pixels"})
    gives: ClassVar[frozenset[Fact]] = frozenset({"separators"})

    def __call__(self, sheet: Sheet, /) -> Sheet:
        """Return the sheet with its rules added to the page's regions."""
        pixels = sheet.pixels
        if pixels is None:
            return sheet
        sheet, ink = inked(sheet)
        if not ink.glyph:
            return replace(sheet, note="0 rules found")
        size = ink.glyph * ink.step
        (ink, level, upright), tints = together(
            partial(_unscratched, ink), partial(find_tints, pixels, size)
        )
        rules = _rules(ink, level, upright)
        edges = bare_sides(tints, size, [box for box, _ in rules]) + _filled(ink)
        found = _regions([*rules, *((edge, ()) for edge in edges)], sheet.page.id)
        fold = find_fold(ink, turned_over(upright.runs), pixels)
        if fold is not None:
            name, place = f"{sheet.page.id}.fold", scaled(fold, ink.step)
            found += (Region(id=name, box=place, role=Role.SEPARATOR, reason=FOLD),)
        page = replace(sheet.page, regions=(*sheet.page.regions, *found))
        return replace(sheet, page=page, ink=ink, note=f"{len(found)} rules found")


def _filled(ink: Ink) -> list[Box]:
    """Return the sides of the black boxes with print in white that are no mere bars behind it."""
    low = FILLED * ink.glyph
    boxes = [box for box in ink.black if min(box.width, box.height) >= low]
    return [side for box in boxes for side in sides_of(scaled(box, ink.step))]


def _unscratched(ink: Ink) -> tuple[Ink, Straight, Straight]:
    """Return the ink less scratches that run through the print, and its level and upright runs."""
    size = ink.glyph
    level, upright = together(
        partial(straight_runs, ink.mask, size), partial(straight_runs, turned_over(ink.mask), size)
    )
    across = find_scratches(level, upright, size, upright=False)
    down = find_scratches(upright, level, size, upright=True)
    scratches = [
        one for one in (across, None if down is None else turned_over(down)) if one is not None
    ]
    if not scratches:
        return ink, level, upright
    every = np.bitwise_or.reduce(scratches)
    mask = ink.mask & ~every
    ink = replace(ink, mask=mask, blobs=boxes_of(mask)[1])
    around = ~grown(every, 3, 3)
    clear = level.runs & around, upright.runs & turned_over(around)
    return (
        ink,
        Straight(mask, clear[0], *boxes_of(clear[0])),
        Straight(turned_over(mask), clear[1], *boxes_of(clear[1])),
    )


def _rules(ink: Ink, level: Straight, upright: Straight) -> list[_Rule]:
    """Return the box and the outline of each printed rule."""
    size, blobs = ink.glyph, ink.blobs[1:]
    across = [_region(rule, ink.step, False) for rule in find_rules(level, blobs, size, False)]
    near, flat = CORNER * size * ink.step, [box for box, _ in across]
    down = []
    for rule in find_rules(upright, blobs[:, TURN], size, True):
        found = _region(rule, ink.step, True)
        if _is_rule(rule, size, LONG_UPRIGHT) or _closes(found[0], flat, near):
            down.append(found)
    return [*down, *across]


def _closes(side: Box, across: Sequence[Box], near: float) -> bool:
    """Whether an upright stroke ends at both its ends where a level rule does, as a box's side."""
    return all(
        any(
            abs(rule.center.y - end) <= near
            and min(abs(rule.x0 - side.x0), abs(rule.x1 - side.x1)) <= near
            for rule in across
        )
        for end in (side.y0, side.y1)
    )


def _regions(rules: Iterable[_Rule], page: str) -> tuple[Region, ...]:
    placed = sorted(rules, key=lambda rule: (rule[0].y0, rule[0].x0))
    return tuple(
        Region(id=f"{page}.rule{number:03d}", box=box, role=Role.SEPARATOR, outline=outline)
        for number, (box, outline) in enumerate(placed, start=1)
    )


def find_rules(straight: Straight, blobs: Numbers, size: float, upright: bool) -> list[list[Piece]]:
    """Return the level rules of a page, each as its pieces from left to right.

    `blobs` are the boxes of all that touches, `size` is the page's glyph height in mask pixels.
    The rules of a turned page are `upright`; the short ones may be sides of a box.
    """
    dots = find_dotted(blobs, straight.mask, size, BEND * size, upright)
    pieces = [*_runs(straight, size), *_dashes(blobs, size), *dots]
    pieces = [piece for piece in pieces if _clear(straight.mask, piece, size)]
    long = SIDE if upright else LONG
    return [rule for rule in _joined(pieces, size) if _is_rule(rule, size, long)]


def _is_rule(rule: list[Piece], size: float, long: float) -> bool:
    length = max(piece.b for piece in rule) - rule[0].a
    inked = sum(piece.b - piece.a for piece in rule)
    thick = sum(piece.thick * (piece.b - piece.a) for piece in rule) / inked
    if thick > HEAVY * size:
        least = WHOLE if length < SURE_HEAVY * size else WORN_HEAVY
        return length >= max(SLENDER * thick, LONG_HEAVY * size) and inked >= least * length
    if thick > WORD * size and inked < WHOLE * length and length < LONG_HEAVY * size:
        return False
    whole = any(piece.b - piece.a >= PIECE * size for piece in rule)
    least = max(long, LONG * (thick / (BROAD * size)) ** 2) if whole else LONG_WORN
    return length >= max(SLENDER * thick, least * size) and inked >= COVERED * length


def _runs(straight: Straight, size: float) -> list[Piece]:
    """Return long straight runs of ink, those that lean cut into short ones."""
    stats = straight.stats
    thick = stats[:, 4] / np.maximum(stats[:, 2], 1)
    good = (stats[:, 2] >= PIECE * size) & (thick <= THICK * size) & (stats[:, 2] >= 3 * thick)
    good &= (thick <= HEAVY * size + 2 * leeway(size) + 1) | (stats[:, 2] >= LONG_HEAVY * size / 2)
    good[0] = False
    return cut(straight, np.flatnonzero(good), round(BEND * size))


def _dashes(blobs: Numbers, size: float) -> list[Piece]:
    """Return short thin blobs, of which a worn rule consists."""
    width, height = blobs[:, 2], blobs[:, 3]
    good = (width >= DASH * size) & (width < PIECE * size)
    good &= (height <= max(2.0, WORN * size)) & (width >= 3 * height)
    return [_piece(stat) for stat in blobs[good].tolist()]


def _piece(stat: list[int]) -> Piece:
    x, y, width, height, area = stat
    return Piece(x, x + width, y, y + height, area / width)


def _clear(mask: Mask, piece: Piece, size: float) -> bool:
    """Whether there is paper right along both sides."""
    depth = max(2, round(BESIDE * size))
    above = mask[max(0, piece.c - depth) : piece.c, piece.a : piece.b]
    below = mask[piece.d : piece.d + depth, piece.a : piece.b]
    most = 255 * CLEAR * (piece.b - piece.a)
    return all(
        strip.size == 0 or cv2.reduce(strip, 1, cv2.REDUCE_SUM, dtype=cv2.CV_32S).min() <= most
        for strip in (above, below)
    )


def _joined(pieces: list[Piece], size: float) -> list[list[Piece]]:
    """Join pieces that follow each other on one line."""
    rules: list[list[Piece]] = []
    lanes: dict[int, list[list[Piece]]] = {}
    lane = max(1.0, size)
    for piece in sorted(pieces, key=lambda piece: piece.a):
        at = int(piece.middle / lane)
        near = [rule for n in (at - 1, at, at + 1) for rule in lanes.get(n, [])]
        fitting = [rule for rule in near if _follows(rule[-1], piece, size)]
        if fitting:
            rule = min(fitting, key=lambda rule: abs(rule[-1].middle - piece.middle))
            lanes[int(rule[-1].middle / lane)].remove(rule)
            rule.append(piece)
        else:
            rule = [piece]
            rules.append(rule)
        lanes.setdefault(at, []).append(rule)
    return rules


def _follows(last: Piece, piece: Piece, size: float) -> bool:
    gap = piece.a - last.b
    return -size <= gap <= GAP * size and abs(piece.middle - last.middle) <= ASTRAY * size


def _region(rule: list[Piece], step: float, upright: bool) -> _Rule:
    box = Box(rule[0].a, min(p.c for p in rule), max(p.b for p in rule), max(p.d for p in rule))
    near = [(p.a, p.c) for p in rule] + [(rule[-1].b, rule[-1].c)]
    far = [(p.a, p.d) for p in rule] + [(rule[-1].b, rule[-1].d)]
    ring = near + far[::-1]
    if upright:
        box = Box(box.y0, box.x0, box.y1, box.x1)
        ring = [(y, x) for x, y in ring]
    outline = tuple(Point(round(x * step), round(y * step)) for x, y in ring)
    return scaled(box, step), outline
