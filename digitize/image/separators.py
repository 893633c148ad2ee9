"""Find the printed rules: thin black lines, broken, double or thick, and the sides of frames."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

import numpy as np

from digitize.image.fold import FOLD, find_fold
from digitize.image.ink import Mask, Numbers, boxes_of, inked
from digitize.image.morphology import grown
from digitize.image.painted import scaled
from digitize.image.straight import PIECE, find_scratches, leeway, straight_runs
from digitize.model.geometry import Box, Point
from digitize.model.page import Region, Role
from digitize.stage import Fact, Ink, Sheet

DASH = 0.6  # glyph heights: the least piece of a worn rule, if it stands alone
WORN = 0.3  # glyph heights: such pieces are thinner than this
LONG = 7.0  # glyph heights: the least length of a rule, its pieces joined
LONG_UPRIGHT = 12.0  # glyph heights; stems of letters may touch from line to line
LONG_WORN = 14.0  # glyph heights: the least length of a rule of which only dashes are left
HEAVY = 0.4  # glyph heights: a rule that thick could be a smeared word, were it not so long
LONG_HEAVY = 18.0  # glyph heights
SLENDER = 12.0  # times as long as thick; the stem of a display letter is at most 7 times
THICK = 2.2  # glyph heights; what is thicker is a bar or a picture
ASTRAY = 0.35  # glyph heights by which the pieces of one rule may miss each other
GAP = 3.0  # glyph heights between two pieces of a broken rule
COVERED = 0.4  # of a rule's length that is inked at least
CLEAR = 0.12  # of the clearest row along either side that is inked at most; text has 0.25
BESIDE = 0.45  # glyph heights within which that row lies
EVEN = 0.18  # of its thickness (and half a pixel) by which the thickness of a rule varies
FULL = 0.8  # of its length that one pixel row of a straight rule is inked
WHOLE = 1.2  # strokes that a rule has where it is cut across, on the average; letters have 1.8
BEND = 6.0  # glyph heights after which the outline looks anew where the rule runs


@dataclass(frozen=True, slots=True)
class _Piece:
    """A straight run along a rule: `a` to `b` along it, `c` to `d` across it."""

    a: int
    b: int
    c: int
    d: int
    thick: float

    @property
    def middle(self) -> float:
        return (self.c + self.d) / 2


@dataclass(frozen=True, slots=True)
class Separators:
    """Find printed rules; each gives a SEPARATOR region "p0001.rule001" with a thin box.

    `Region.outline` follows a rule that leans or bends: down one side and up the other. Rules
    are numbered from the top of the page. A frame gives one rule for each side.
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
        ink, runs = _unscratched(ink)
        found = _regions(ink, runs, sheet.page.id)
        fold = find_fold(ink, np.ascontiguousarray(runs[1].T), pixels)
        if fold is not None:
            name, place = f"{sheet.page.id}.fold", scaled(fold, ink.step)
            found += (Region(id=name, box=place, role=Role.SEPARATOR, reason=FOLD),)
        page = replace(sheet.page, regions=(*sheet.page.regions, *found))
        return replace(sheet, page=page, ink=ink, note=f"{len(found)} rules found")


def _unscratched(ink: Ink) -> tuple[Ink, tuple[Mask, Mask]]:
    """Return the ink less scratches that run through the print, and its level and upright runs."""
    across = np.ascontiguousarray(ink.mask.T)
    level, upright = straight_runs(ink.mask, ink.glyph), straight_runs(across, ink.glyph)
    scratches = find_scratches(ink.mask, level, upright.T, ink.glyph)
    scratches |= find_scratches(across, upright, level.T, ink.glyph).T
    if not scratches.any():
        return ink, (level, upright)
    mask = ink.mask & ~scratches
    ink = replace(ink, mask=mask, blobs=boxes_of(mask)[1])
    around = ~grown(scratches, 3, 3)
    return ink, (level & around, np.ascontiguousarray(upright & around.T))


def _regions(ink: Ink, runs: tuple[Mask, Mask], page: str) -> tuple[Region, ...]:
    size, blobs = ink.glyph, ink.blobs[1:]
    across = np.ascontiguousarray(ink.mask.T), blobs[:, [1, 0, 3, 2, 4]]
    upright = [_region(rule, ink.step, True) for rule in find_rules(*across, runs[1], size, True)]
    level = [
        _region(rule, ink.step, False) for rule in find_rules(ink.mask, blobs, runs[0], size, False)
    ]
    placed = sorted(upright + level, key=lambda found: (found[0].y0, found[0].x0))
    return tuple(
        Region(id=f"{page}.rule{number:03d}", box=box, role=Role.SEPARATOR, outline=outline)
        for number, (box, outline) in enumerate(placed, start=1)
    )


def find_rules(
    mask: Mask, blobs: Numbers, runs: Mask, size: float, turned: bool
) -> list[list[_Piece]]:
    """Return the level rules of `mask`, each as its pieces from left to right.

    `blobs` are the boxes of all that touches in `mask`, `runs` its straight runs, `size` the
    page's glyph height in mask pixels. Of a page that is `turned`, the rules are upright.
    """
    pieces = [*_runs(mask, runs, size), *_dashes(blobs, size)]
    pieces = [piece for piece in pieces if _clear(mask, piece, size)]
    long = LONG_UPRIGHT if turned else LONG
    return [rule for rule in _joined(pieces, size) if _is_rule(rule, size, long)]


def _is_rule(rule: list[_Piece], size: float, long: float) -> bool:
    length = max(piece.b for piece in rule) - rule[0].a
    inked = sum(piece.b - piece.a for piece in rule)
    thick = float(np.average([p.thick for p in rule], weights=[p.b - p.a for p in rule]))
    if thick > HEAVY * size:
        return length >= max(SLENDER * thick, LONG_HEAVY * size) and inked >= 0.9 * length
    whole = any(piece.b - piece.a >= PIECE * size for piece in rule)
    least = long if whole else LONG_WORN
    return length >= max(SLENDER * thick, least * size) and inked >= COVERED * length


def _runs(mask: Mask, runs: Mask, size: float) -> list[_Piece]:
    """Return long straight runs of ink, those that lean cut into short ones."""
    labels, stats = boxes_of(runs)
    thick = stats[:, 4] / np.maximum(stats[:, 2], 1)
    good = (stats[:, 2] >= PIECE * size) & (thick <= THICK * size) & (stats[:, 2] >= 3 * thick)
    good &= (thick <= HEAVY * size + 2 * leeway(size) + 1) | (stats[:, 2] >= LONG_HEAVY * size / 2)
    good[0] = False
    return [
        piece
        for number in np.flatnonzero(good)
        for piece in _slices(labels, int(number), mask, stats[number].tolist(), round(BEND * size))
    ]


def _slices(labels: Numbers, number: int, mask: Mask, stat: list[int], bend: int) -> list[_Piece]:
    x, y, width, height, _ = stat
    edges = np.linspace(0, width, max(1, width // bend) + 1).astype(int)
    window = (slice(y, y + height), slice(x, x + width))
    own = (labels[window] == number) & (mask[window] > 0)
    pieces = []
    for start, stop in zip(edges[:-1].tolist(), edges[1:].tolist(), strict=True):
        part = own[:, start:stop]
        rows = np.flatnonzero(part.any(axis=1))
        if rows.size and _even(part):
            thick = float(part.sum() / np.count_nonzero(part.any(axis=0)))
            first, last = y + int(rows[0]), y + int(rows[-1]) + 1
            pieces.append(_Piece(x + start, x + stop, first, last, thick))
    return pieces


def _even(part: Numbers) -> bool:
    """Whether ink is one stroke of even thickness; letters are thick and thin and have holes."""
    inked = part.sum(axis=0)
    full = part.mean(axis=1).max() >= FULL or (inked > 0).mean() >= 1.15 * FULL
    inked = inked[inked > 0]
    strokes = np.count_nonzero(np.diff(part.astype(np.int8), axis=0, prepend=0) == 1)
    even = inked.std() <= EVEN * inked.mean() + 0.5
    return bool(full and even and strokes <= WHOLE * len(inked))


def _dashes(blobs: Numbers, size: float) -> list[_Piece]:
    """Return short thin blobs, of which a worn rule consists."""
    width, height = blobs[:, 2], blobs[:, 3]
    good = (width >= DASH * size) & (width < PIECE * size)
    good &= (height <= max(2.0, WORN * size)) & (width >= 3 * height)
    return [_piece(stat) for stat in blobs[good].tolist()]


def _piece(stat: list[int]) -> _Piece:
    x, y, width, height, area = stat
    return _Piece(x, x + width, y, y + height, area / width)


def _clear(mask: Mask, piece: _Piece, size: float) -> bool:
    """Whether there is paper right along both sides."""
    depth = max(2, round(BESIDE * size))
    above = mask[max(0, piece.c - depth) : piece.c, piece.a : piece.b]
    below = mask[piece.d : piece.d + depth, piece.a : piece.b]
    return all(
        strip.size == 0 or float((strip > 0).mean(axis=1).min()) <= CLEAR
        for strip in (above, below)
    )


def _joined(pieces: list[_Piece], size: float) -> list[list[_Piece]]:
    """Join pieces that follow each other on one line."""
    rules: list[list[_Piece]] = []
    lanes: dict[int, list[list[_Piece]]] = {}
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


def _follows(last: _Piece, piece: _Piece, size: float) -> bool:
    gap = piece.a - last.b
    return -size <= gap <= GAP * size and abs(piece.middle - last.middle) <= ASTRAY * size


def _region(rule: list[_Piece], step: float, upright: bool) -> tuple[Box, tuple[Point, ...]]:
    box = Box(rule[0].a, min(p.c for p in rule), max(p.b for p in rule), max(p.d for p in rule))
    near = [(p.a, p.c) for p in rule] + [(rule[-1].b, rule[-1].c)]
    far = [(p.a, p.d) for p in rule] + [(rule[-1].b, rule[-1].d)]
    ring = near + far[::-1]
    if upright:
        box = Box(box.y0, box.x0, box.y1, box.x1)
        ring = [(y, x) for x, y in ring]
    outline = tuple(Point(round(x * step), round(y * step)) for x, y in ring)
    return scaled(box, step), outline
