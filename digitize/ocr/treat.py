"""Treat a bad scan, if a few of its lines show that something is gained by it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median
from typing import ClassVar, NamedTuple

from digitize.ocr.clarity import clarity
from digitize.ocr.ink import grey
from digitize.ocr.proof import ENOUGH, Proof, proof
from digitize.ocr.samples import Sample, look, samples
from digitize.ocr.treatments import TREATMENTS
from digitize.stage import Fact, Pixels, Sheet

LINES, READ = 6, 3
"""Lines that are looked at, and how many of them are read."""

GAIN = 0.1
"""By so much a page must be better for a treatment, in shares of a page all plainly read; what
clean pages seem to gain by one is 0.03 at most."""

STEP = 0.02
"""A treatment that does more than another must be better by this."""

WELL = 0.9
"""A page as good as this is not treated a second time."""

PLAIN = 0.5
"""What lines are worth that can be read, but hardly found: specks hide their letters."""

SWARM = 20.0
"""Specks for each letter that make a page worth half as much when treatments are compared."""

EXCERPT = (3000, 2200)
"""Pixels, across and down: a part of a page in which treatments are tried."""


class Trial(NamedTuple):
    """How a page does after some treatment."""

    how: tuple[str, ...]
    pixels: Pixels
    worth: float  # 0..1: 1 is a page whose lines are all found and surely read
    shown: Proof
    specks: float  # for each letter

    @property
    def rank(self) -> float:
        """Its worth, less what the specks that are left in its lines may yet cost."""
        return self.worth * (1 - min(self.specks, SWARM) / SWARM / 2)


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
        longer = max(page.shape)
        lines = samples(page, look(page), LINES)
        raw = _trial((), page, lines, longer)
        if raw.worth >= WELL:
            return replace(sheet, note=f"nothing tried: {raw.shown}")
        part = _excerpt(page, lines if raw.worth else [])
        raw = _trial((), part, samples(part, look(part, longer), LINES), longer)
        best = _best(raw, longer)
        if best.worth < raw.worth + GAIN or not best.shown.sure:
            tried = ", ".join(TREATMENTS)
            return replace(sheet, note=f"left as it is: {raw.shown}; {tried} gain nothing")
        for name in best.how:
            page = TREATMENTS[name](page, longer)
        gain = f"worth {raw.worth:.2f} to {best.worth:.2f}"
        note = f"{', '.join(best.how)}: {gain}; {best.shown}, before {raw.shown}"
        return replace(sheet, pixels=page, ink=None, note=note)


def _excerpt(page: Pixels, lines: Sequence[Sample]) -> Pixels:
    """Return the part of a large page in which treatments are tried: in the midst of its lines."""
    height, width = page.shape
    at = [median(values) for values in zip(*(line.spot for line in lines), strict=True)]
    x, y = at or (width / 2, height / 2)
    left = round(min(max(0, x - EXCERPT[0] / 2), max(0, width - EXCERPT[0])))
    top = round(min(max(0, y - EXCERPT[1] / 2), max(0, height - EXCERPT[1])))
    return page[top : top + EXCERPT[1], left : left + EXCERPT[0]]


def _best(raw: Trial, longer: int) -> Trial:
    """Return the best of the part as it is, after one treatment, and after two."""
    best = _better(raw, longer)
    return best if best is raw or best.worth >= WELL else _better(best, longer)


def _better(before: Trial, longer: int) -> Trial:
    best = before
    for name, treatment in TREATMENTS.items():
        part = treatment(before.pixels, longer)
        trial = _trial((*before.how, name), part, samples(part, look(part, longer), LINES), longer)
        if trial.rank > best.rank + STEP:
            best = trial
    return best


def _trial(how: tuple[str, ...], page: Pixels, lines: Sequence[Sample], longer: int) -> Trial:
    ways = [[line for line in lines if line.upright is upright] for upright in (False, True)]
    proofs = [proof(way[:READ]) for way in ways]
    shown, way = max(zip(proofs, ways, strict=True), key=lambda pair: pair[0].worth)
    seen = clarity(way, longer)
    worth = shown.conf * min(1.0, shown.letters / ENOUGH) * (1.0 if seen.plain else PLAIN)
    return Trial(how, page, worth, shown, seen.specks)
