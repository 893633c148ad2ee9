"""Treat a bad scan, if a few of its lines show that something is gained by it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar, NamedTuple

import cv2
import numpy as np

from digitize.ocr.clarity import clarity
from digitize.ocr.ink import grey
from digitize.ocr.proof import ENOUGH, Proof, proof
from digitize.ocr.samples import Rough, look, samples
from digitize.ocr.treatments import TREATMENTS, bleached
from digitize.stage import Fact, Pixels, Sheet

LINES, READ = 6, 3
"""Lines that are looked at, and how many of them are read."""

GAIN = 0.1
"""By so much a page must be better for a treatment, in shares of a page all plainly read; what
clean pages seem to gain by one is 0.03 at most."""

WELL = 0.95
"""A page as good as this is not treated a second time."""

PLAIN = 0.5
"""What lines are worth that can be read, but hardly found: specks hide their letters."""

KEPT = 215
"""Of 255: what is so bright after bleaching is gone."""


class Trial(NamedTuple):
    """How a page does after some treatment."""

    how: str
    pixels: Pixels
    worth: float  # 0..1: 1 is a page whose lines are all found and surely read
    shown: Proof


@dataclass(frozen=True, slots=True)
class Treat:
    """Treat a bad scan by what measurably helps its print to be found and read, or by nothing.

    A page of which a few lines are read surely, and show their letters plainly, is passed on. Those
    of any other are read after each treatment too, and after two; the best is kept if it gains
    enough.
    """

    name: ClassVar[str] = "treat"
    needs: ClassVar[frozenset[Fact]] = frozenset({"pixels"})
    gives: ClassVar[frozenset[Fact]] = frozenset()

    def __call__(self, sheet: Sheet, /) -> Sheet:
        """Return the sheet, treated if that gains anything, with what was tried in its note."""
        if sheet.pixels is None or not sheet.pixels.size:
            return sheet
        page = grey(sheet.pixels)
        rough = look(page)
        raw = _trial("as it is", page, rough)
        if raw.worth >= WELL and not _shows_through(page, rough):
            return replace(sheet, note=f"nothing tried: {raw.shown}")
        if raw.worth >= WELL:
            note = "bleached: pale lines that do not read show through from the other side"
            return replace(sheet, pixels=bleached(page), ink=None, note=note)
        best = _best(raw)
        if best.worth < raw.worth + GAIN or not best.shown.sure:
            tried = ", ".join(TREATMENTS)
            return replace(sheet, note=f"left as it is: {raw.shown}; {tried} gain nothing")
        gain = f"{raw.worth:.2f} to {best.worth:.2f}"
        note = f"{best.how}: worth {gain}; {best.shown}, before {raw.shown}"
        return replace(sheet, pixels=best.pixels, ink=None, note=note)


def _best(raw: Trial) -> Trial:
    """Return the best of the page as it is, after one treatment, and after two."""
    best = _better(raw, "")
    if best is raw or best.worth >= WELL:
        return best
    return _better(best, f"{best.how}, ")


def _better(before: Trial, prefix: str) -> Trial:
    best = before
    for name, treatment in TREATMENTS.items():
        page = treatment(before.pixels)
        trial = _trial(f"{prefix}{name}", page, look(page))
        if trial.worth > best.worth + GAIN / 4:
            best = trial
    return best


def _trial(how: str, page: Pixels, rough: Rough) -> Trial:
    lines = samples(page, rough, LINES)
    ways = [[line for line in lines if line.upright is upright] for upright in (False, True)]
    proofs = [proof(way[:READ]) for way in ways]
    shown, way = max(zip(proofs, ways, strict=True), key=lambda pair: pair[0].worth)
    plain = clarity(way, max(page.shape)).plain
    worth = shown.conf * min(1.0, shown.letters / ENOUGH) * (1.0 if plain else PLAIN)
    return Trial(how, page, worth, shown)


def _shows_through(page: Pixels, rough: Rough) -> bool:
    """Whether there are lines far paler than those around them, of which nothing can be read."""
    pale = paler(rough)
    lines = samples(page, pale, LINES)
    return len(lines) == LINES and not proof(lines).sure


def paler(rough: Rough) -> Rough:
    """Return what would be gone if the page were bleached."""
    count, labels = cv2.connectedComponents(rough.ink)
    kept = np.zeros(count, bool)
    kept[np.unique(labels[bleached(rough.image) < KEPT])] = True
    return rough._replace(ink=np.where(kept[labels], 0, rough.ink).astype(np.uint8))
