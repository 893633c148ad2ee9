"""Turn a page that lies on its side or upside down, once a few of its lines prove that it does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar, NamedTuple

import numpy as np

from digitize.grammar.scripts import is_han
from digitize.model.geometry import quarter
from digitize.ocr.crops import black_on_white
from digitize.ocr.engine import Reading
from digitize.ocr.glyphs import cells, pitch
from digitize.ocr.ink import mask
from digitize.ocr.rapidocr import RapidOcr
from digitize.ocr.samples import Rough, Sample, lean, level_lines, look, samples
from digitize.stage import Fact, Pixels, Sheet

ASCENDS, SURELY, LINES = 0.03, 4.0, 15
"""Latin print whose ascenders outweigh its descenders by this share of its ink, so many standard
errors from nothing, in so many lines, stands upright: it is 0.03 to 0.05 on pages of 1817 to 2020,
on pages upside down or on their side -0.06 to 0.02, on Chinese ones 0.01 at most."""

ASKED, FIRST = 6, 3
"""Lines that are read when the ink does not tell, and how many of them at first."""

READS, ENOUGH, FEWER = 0.8, 24, 12
"""Mean confidence, and characters read with it, that prove that a page stands; fewer may prove
that it does not. Right, 0.88 to 1.00 and 30 to 190 characters; upside down 0.2 to 0.75 and 10 to
30 (measured on 13 real pages and 16 drawn ones, heavily damaged)."""

LEAST = 0.65
"""The same where twice as much is read: faint print of 1910 is read with 0.72."""

MORE = 3.0
"""A page is turned only if so many times more is read than as it lies."""

RIVAL = 0.4
"""Of what was read before the turn: Han on its right side gives 0.0 to 0.15."""


class Proof(NamedTuple):
    """What was read in one direction."""

    worth: float = 0.0  # the letters' confidences, added up
    letters: int = 0
    han: int = 0  # of the letters

    def plus(self, other: Proof) -> Proof:
        """Return what was read in both."""
        worth, letters = self.worth + other.worth, self.letters + other.letters
        return Proof(worth, letters, self.han + other.han)

    @property
    def conf(self) -> float:
        """The letters' mean confidence, 0 without any."""
        return self.worth / max(1, self.letters)

    @property
    def sure(self) -> bool:
        """Whether so much was read so well that it must be print the right way up."""
        well, faintly = self.conf >= READS, self.conf >= LEAST
        return self.letters >= ENOUGH and (well or (faintly and self.letters >= 2 * ENOUGH))

    @property
    def mostly_han(self) -> bool:
        """Whether most of it is Han, which an engine may read lying down."""
        return 2 * self.han > self.letters


@dataclass(frozen=True, slots=True)
class Orient:
    """Turn the page by quarter turns until its print stands upright, if it does not.

    Ascenders tell at a glance that Latin print stands upright. Where they do not, a few lines
    are read as they lie, and only when that fails, in the other three directions: level lines,
    and columns character by character, which Chinese print alone can be read by. A page is never
    turned without that proof.
    """

    name: ClassVar[str] = "orient"
    needs: ClassVar[frozenset[Fact]] = frozenset({"pixels"})
    gives: ClassVar[frozenset[Fact]] = frozenset()

    def __call__(self, sheet: Sheet, /) -> Sheet:
        """Return the sheet, turned if need be; its scan says by how much."""
        if sheet.pixels is None or not sheet.pixels.size:
            return sheet
        rough = look(sheet.pixels)
        if not rough.glyph:
            return replace(sheet, note="no print to tell by")
        if stands(rough):
            return replace(sheet, note="upright, by its ascenders")
        turns, why = judged(samples(sheet.pixels, rough, ASKED))
        return turned(sheet, sheet.pixels, turns, why) if turns else replace(sheet, note=why)


def stands(rough: Rough) -> bool:
    """Whether the ink alone shows that Latin print stands upright."""
    lines = level_lines(rough.ink, rough.glyph)
    share, surely = lean(rough.ink, lines)
    return len(lines) >= LINES and share >= ASCENDS and surely >= SURELY


def judged(lines: Sequence[Sample]) -> tuple[int, str]:
    """Return by how many quarter turns clockwise the page is to be turned, and why."""
    tried = {0: proof(lines[:FIRST], 0)}
    if tried[0].sure and not tried[0].mostly_han:
        return 0, f"upright: {_said(tried[0])}"
    tried[1] = proof(lines[:FIRST], 1)
    if tried[0].sure and not _rivals(tried[1], tried[0]):
        return 0, f"upright: {_said(tried[0])}"
    tried |= {turns: proof(lines[:FIRST], turns) for turns in (2, 3)}
    best = max(tried, key=lambda turns: (tried[turns].worth, -turns))
    after = (best + 1) % 4
    if tried[best].mostly_han and _rivals(tried[after], tried[best]):
        best = after
    now, shown = (tried[turns].plus(proof(lines[FIRST:], turns)) for turns in (0, best))
    if best and _proven(shown, now):
        return best, f"{_said(shown)}, as it lay {_said(now)}"
    return 0, f"left: {_said(now)} as it lies, at best {_said(shown)}"


def _rivals(after: Proof, before: Proof) -> bool:
    """Whether print is read as well after one more quarter turn: then it lay on its left side.

    Engines are taught to read columns so, and read them nearly as well as when they stand; of
    Han that stands they read next to nothing once it lies on its right side.
    """
    return after.worth >= RIVAL * before.worth


def _proven(best: Proof, now: Proof) -> bool:
    """Whether the page must be turned: far more is read, or surely what lay on its left side."""
    few = best.letters >= FEWER and best.conf >= READS
    if not (best.sure or few):
        return False
    return best.worth >= MORE * now.worth or (best.sure and best.mostly_han and now.mostly_han)


def _said(shown: Proof) -> str:
    return f"{shown.letters} letters read at {shown.conf:.2f}"


def proof(lines: Sequence[Sample], turns: int) -> Proof:
    """Return how well the lines are read after so many quarter turns clockwise.

    What stands on end after that is read as a column, in which only Han counts.
    """
    columns = [sample.upright != bool(turns % 2) for sample in lines]
    looks = [np.ascontiguousarray(np.rot90(sample.pixels, -turns)) for sample in lines]
    crops = [
        black_on_white(_side_by_side(look) if column else look)
        for look, column in zip(looks, columns, strict=True)
    ]
    shown = Proof()
    for reading, column in zip(RapidOcr().read(crops, ("en", "zh")), columns, strict=True):
        shown = shown.plus(_read(reading, only_han=column))
    return shown


def _read(reading: Reading, *, only_han: bool) -> Proof:
    letters = [
        (piece.conf or 0.0, is_han(char))
        for piece in reading.pieces
        for char in piece.text
        if (is_han(char) if only_han else char.isalnum())
    ]
    return Proof(sum(conf for conf, _ in letters), len(letters), sum(han for _, han in letters))


def _side_by_side(column: Pixels) -> Pixels:
    """Return the characters of a column in a row, as they stand; none is turned."""
    ink = mask(column)
    boxes = cells(ink, pitch(ink))
    tiles = [column[box.y0 : box.y1, box.x0 : box.x1] for box in boxes]
    high = max(tile.shape[0] for tile in tiles)
    paper = int(np.percentile(column, 90))
    return np.hstack(
        [np.pad(tile, ((0, high - tile.shape[0]), (0, 0)), constant_values=paper) for tile in tiles]
    )


def turned(sheet: Sheet, pixels: Pixels, turns: int, why: str) -> Sheet:
    """Return the sheet, `pixels` turned clockwise by so many quarter turns, with the way back."""
    height, width = pixels.shape[:2]
    scan = sheet.page.scan
    broad, high = (scan.height, scan.width) if turns % 2 else (scan.width, scan.height)
    degrees = (scan.turned + 90 * turns) % 360
    return replace(
        sheet,
        page=replace(sheet.page, scan=replace(scan, width=broad, height=high, turned=degrees)),
        pixels=np.ascontiguousarray(np.rot90(pixels, -turns)),
        ink=None,
        frame=sheet.frame.after(quarter(turns, width, height)),
        note=f"turned by {90 * turns}°: {why}",
    )
