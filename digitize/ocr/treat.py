"""Treat a bad scan, if a few of its lines show that something is gained by it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar, NamedTuple

from digitize.ocr.clarity import Clarity, clarity
from digitize.ocr.ink import grey
from digitize.ocr.proof import Proof, proof
from digitize.ocr.samples import Sample, look, samples
from digitize.ocr.treatments import TREATMENTS
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


class Trial(NamedTuple):
    """How a page does after some treatment."""

    how: str
    pixels: Pixels
    worth: float  # 0..1: 1 is a page whose lines are all found and surely read
    shown: Proof


@dataclass(frozen=True, slots=True)
class Treat:
    """Treat a bad scan by what measurably helps its print to be found and read, or by nothing.

    A page whose letters stand out clearly is passed on at a glance. Of any other, a few lines are
    read as they are and after each treatment, and after two; the best is kept if it gains enough.
    """

    name: ClassVar[str] = "treat"
    needs: ClassVar[frozenset[Fact]] = frozenset({"pixels"})
    gives: ClassVar[frozenset[Fact]] = frozenset()

    def __call__(self, sheet: Sheet, /) -> Sheet:
        """Return the sheet, treated if that gains anything, with what was tried in its note."""
        if sheet.pixels is None or not sheet.pixels.size:
            return sheet
        page = grey(sheet.pixels)
        lines, seen = _seen(page)
        if len(lines) == LINES and seen.clear:
            return replace(sheet, note="clear: nothing tried")
        raw = _trial("as it is", page)
        if raw.worth >= WELL:
            return replace(sheet, note=f"nothing tried: {raw.shown}")
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
        trial = _trial(f"{prefix}{name}", treatment(before.pixels))
        if trial.worth > best.worth + GAIN / 4:
            best = trial
    return best


def _seen(page: Pixels) -> tuple[list[Sample], Clarity]:
    lines = samples(page, look(page), LINES)
    return lines, clarity(lines, max(page.shape))


def _trial(how: str, page: Pixels) -> Trial:
    lines, seen = _seen(page)
    shown = proof(lines[:READ])
    found = min(1.0, len(lines) / READ)
    worth = found * shown.conf * (1.0 if seen.plain else PLAIN)
    return Trial(how, page, worth if shown.letters else 0.0, shown)
