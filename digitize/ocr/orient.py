"""Turn a page that lies on its side or upside down, once a few of its lines prove that it does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

import numpy as np

from digitize.model.geometry import quarter
from digitize.ocr.proof import READS, Proof, proof
from digitize.ocr.samples import Sample, glanced, lean, samples
from digitize.stage import Fact, Pixels, Rough, Sheet

LINES, LEAST, ASCENDS = 15, 0.015, 0.12
"""Latin print stands upright if in so many lines its ascenders outweigh its descenders by so much
of the ink, and by so much times the standard errors: 0.02 to 0.05 and 0.14 to 0.9 on pages of 1817
to 2020; on pages upside down or on their side, and on Chinese ones, 0.02 and 0.05 at most."""

ASKED, FIRST = 6, 3
"""Lines that are read when the ink does not tell, and how many of them at first."""

FEWER = 12
"""Letters that, surely read, prove that a page does not stand as it lies."""

MORE = 3.0
"""A page is turned only if so many times more is read than as it lies."""

RIVAL = 0.4
"""Of what was read before the turn: Han on its right side gives 0.0 to 0.15."""


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
        pixels = sheet.pixels
        if pixels is None or not pixels.size:
            return sheet
        sheet, rough = glanced(sheet, pixels)
        if not rough.glyph:
            return replace(sheet, note="no print to tell by")
        if stands(rough):
            return replace(sheet, note="upright, by its ascenders")
        turns, why = judged(samples(pixels, rough, ASKED))
        return turned(sheet, pixels, turns, why) if turns else replace(sheet, note=why)


def stands(rough: Rough) -> bool:
    """Whether the ink alone shows that Latin print stands upright."""
    share, surely = lean(rough.ink, rough.level)
    return len(rough.level) >= LINES and share >= LEAST and share * surely >= ASCENDS


def judged(lines: Sequence[Sample]) -> tuple[int, str]:
    """Return by how many quarter turns clockwise the page is to be turned, and why."""
    tried = {0: proof(lines[:FIRST], 0)}
    if tried[0].sure and not tried[0].mostly_han:
        return 0, f"upright: {tried[0]}"
    tried[1] = proof(lines[:FIRST], 1)
    if tried[0].sure and not _rivals(tried[1], tried[0]):
        return 0, f"upright: {tried[0]}"
    tried |= {turns: proof(lines[:FIRST], turns) for turns in (2, 3)}
    best = max(tried, key=lambda turns: (tried[turns].worth, -turns))
    after = (best + 1) % 4
    if tried[best].mostly_han and _rivals(tried[after], tried[best]):
        best = after
    now, shown = (tried[turns].plus(proof(lines[FIRST:], turns)) for turns in (0, best))
    if best and _proven(shown, now):
        return best, f"{shown}, as it lay {now}"
    return 0, f"left: {now} as it lies, at best {shown}"


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


def turned(sheet: Sheet, pixels: Pixels, turns: int, why: str) -> Sheet:
    """Return the sheet, `pixels` turned clockwise by so many quarter turns, with the way back."""
    height, width = pixels.shape[:2]
    scan = sheet.page.scan
    broad, high = (scan.height, scan.width) if turns % 2 else (scan.width, scan.height)
    degrees = (scan.turned + 90 * turns) % 360
    return replace(
        sheet.showing(np.ascontiguousarray(np.rot90(pixels, -turns))),
        page=replace(sheet.page, scan=replace(scan, width=broad, height=high, turned=degrees)),
        frame=sheet.frame.after(quarter(turns, width, height)),
        note=f"turned by {90 * turns}°: {why}",
    )
