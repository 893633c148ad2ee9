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

ASKED = 6
"""Lines that are read when the ink does not tell."""

READS, ENOUGH = 0.85, 24
"""Mean confidence, and characters read with it, that prove a direction. Right, 0.90 to 1.00;
upside down 0.20 to 0.71 (measured on 13 real pages and 16 drawn ones, heavily damaged)."""

FEWER, MARGIN = 12, 0.2
"""A page is turned only if no fewer characters than this are read, with a confidence so much
higher than as it lies."""


class Proof(NamedTuple):
    """What was read in one direction."""

    letters: int
    conf: float  # mean over the letters, 0.0 without any

    @property
    def worth(self) -> float:
        """Letters that were surely read."""
        return self.letters * self.conf


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
        return turned(sheet, turns, why) if turns else replace(sheet, note=why)


def stands(rough: Rough) -> bool:
    """Whether the ink alone shows that Latin print stands upright."""
    lines = level_lines(rough.ink, rough.glyph)
    share, surely = lean(rough.ink, lines)
    return len(lines) >= LINES and share >= ASCENDS and surely >= SURELY


def judged(lines: Sequence[Sample]) -> tuple[int, str]:
    """Return by how many quarter turns clockwise the page is to be turned, and why."""
    shown = Proof(0, 0.0)
    for number in range(2, len(lines) + 2, 2):
        shown = proof(lines[:number], 0)
        if shown.letters >= ENOUGH and shown.conf >= READS:
            return 0, f"upright: {_said(shown)}"
        if number == 2 and shown.conf < READS / 2:
            break
    tried = {turns: proof(lines, turns) for turns in range(4)}
    best = max(tried, key=lambda turns: (tried[turns].worth, -turns))
    if best == 0 or not _proven(tried[best], tried[0]):
        return 0, f"left: {_said(tried[0])} as it lies, at best {_said(tried[best])}"
    return best, f"{_said(tried[best])}, as it lay {_said(tried[0])}"


def _proven(best: Proof, now: Proof) -> bool:
    sure = best.letters >= FEWER and best.conf >= min(READS, now.conf + MARGIN)
    return sure and best.conf >= now.conf + MARGIN and best.worth >= 2 * now.worth


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
    readings = RapidOcr().read(crops, ("en", "zh"))
    found = [
        conf
        for reading, column in zip(readings, columns, strict=True)
        for conf in _confidences(reading, only_han=column)
    ]
    return Proof(len(found), float(np.mean(found)) if found else 0.0)


def _confidences(reading: Reading, *, only_han: bool) -> list[float]:
    return [
        piece.conf or 0.0
        for piece in reading.pieces
        for char in piece.text
        if (is_han(char) if only_han else char.isalnum())
    ]


def _side_by_side(column: Pixels) -> Pixels:
    """Return the characters of a column in a row, as they stand; none is turned."""
    ink = mask(column)
    boxes = cells(ink, pitch(ink))
    tiles = [column[box.y0 : box.y1, box.x0 : box.x1] for box in boxes]
    high = max(tile.shape[0] for tile in tiles)
    paper = int(np.percentile(column, 90))
    return np.hstack(
        [
            np.pad(tile, ((0, high - tile.shape[0]), (0, 0)), constant_values=paper)
            for tile in tiles
        ]
    )


def turned(sheet: Sheet, turns: int, why: str) -> Sheet:
    """Return the sheet turned clockwise by so many quarter turns, with the way back."""
    assert sheet.pixels is not None
    height, width = sheet.pixels.shape[:2]
    scan = sheet.page.scan
    measures = (scan.height, scan.width) if turns % 2 else (scan.width, scan.height)
    stood = replace(
        scan, width=measures[0], height=measures[1], turned=(scan.turned + 90 * turns) % 360
    )
    return replace(
        sheet,
        page=replace(sheet.page, scan=stood),
        pixels=np.ascontiguousarray(np.rot90(sheet.pixels, -turns)),
        ink=None,
        frame=sheet.frame.after(quarter(turns, width, height)),
        note=f"turned by {90 * turns}°: {why}",
    )
