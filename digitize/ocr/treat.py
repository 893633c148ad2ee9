"""Treat a bad scan, if a few of its lines show that something is gained by it."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from statistics import median
from typing import ClassVar, NamedTuple

from digitize.ocr.engine import cores
from digitize.ocr.ink import grey
from digitize.ocr.proof import ENOUGH, Proof, proof
from digitize.ocr.samples import Sample, Table, glanced, hidden, look, samples, seen
from digitize.ocr.treatments import TREATMENTS, Treatment
from digitize.stage import Fact, Pixels, Rough, Sheet

LINES, READ = 6, 3
"""Lines that are looked at, and how many of them are read, at first."""

GAIN = 0.25
"""So much better a page must be found and read, in shares of what stands there. Noise and scratches
that hide lines gain 0.41 to 0.51 by the right treatment; pages that are read better as they lie
seem to gain up to 0.15."""

STEP = 0.02
"""A treatment that does more than another must be better by this."""

WELL = 0.87
"""Mean confidence of a page that is not treated, or not a second time: of one whose lines are found
and so read, hardly more than a quarter can be gained."""

HIDDEN = 0.5
"""What a line is worth that can be read, but is not seen as a line."""

EXCERPT = (3000, 2200)
"""Pixels, across and down: a part of a page in which treatments are tried."""


@dataclass(frozen=True, slots=True)
class Looked:
    """A page, or a part of it, and some of the lines that are found on it."""

    page: Pixels
    lines: list[Sample]
    rough: Rough
    tables: tuple[Table, Table]

    def hides(self, line: Sample) -> bool:
        """Whether a line that is found on another image of the page is not found on this."""
        return hidden(line, self.tables, self.rough.scale)

    def read(self, lines: Sequence[Sample]) -> tuple[Proof, float]:
        """Return how lines are read here, and how many of their letters are found and right."""
        found, unseen = (
            proof([line.on(self.page) for line in lines if self.hides(line) is hides])
            for hides in (False, True)
        )
        return found.plus(unseen), found.right + HIDDEN * unseen.right


class Trial(NamedTuple):
    """What the same lines show before and after some treatment."""

    before: Proof
    after: Proof
    gain: float  # in shares of what stands there; what is hard to find counts less
    treated: Looked


@dataclass(frozen=True, slots=True)
class Treat:
    """Treat a bad scan by what measurably helps its print to be found and read, or by nothing.

    A page of which a few lines are read surely is passed on. Of any other, treatments are tried on
    a part, one and then another: the same lines are read before and after, those that are found
    before and those that are found after. What gains most must then prove it on lines from all
    over the page.
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
        sheet, rough = glanced(sheet, page)
        lines = samples(page, rough, LINES)
        for number in (READ, LINES):
            first = max((proof(way) for way in _ways(lines, number)), key=lambda one: one.worth)
            if _well(first):
                return replace(sheet, note=f"nothing tried: {first}")
        how = _chosen(_excerpt(page, lines), longer)
        if not how:
            tried = ", ".join(TREATMENTS)
            return replace(sheet, note=f"left as it is: {tried} gain nothing")
        treated = page
        for name in how:
            treated = TREATMENTS[name](treated, longer)
        whole = _looked(page, LINES, longer)
        proven = _trial(whole, whole.read(whole.lines), _looked(treated, LINES, longer))
        shown = f"{proven.after}, before {proven.before}"
        if proven.gain < GAIN or not proven.after.sure:
            note = f"left as it is: {', '.join(how)} would gain {proven.gain:.2f}; {shown}"
            return replace(sheet, note=note)
        note = f"{', '.join(how)}: gains {proven.gain:.2f}; {shown}"
        return replace(sheet.showing(treated), note=note)


def _excerpt(page: Pixels, lines: Sequence[Sample]) -> Pixels:
    """Return the part of a large page in which treatments are tried: in the midst of its lines."""
    height, width = page.shape
    at = [median(values) for values in zip(*(line.box.center for line in lines), strict=True)]
    x, y = at or (width / 2, height / 2)
    left = round(min(max(0, x - EXCERPT[0] / 2), max(0, width - EXCERPT[0])))
    top = round(min(max(0, y - EXCERPT[1] / 2), max(0, height - EXCERPT[1])))
    return page[top : top + EXCERPT[1], left : left + EXCERPT[0]]


def _chosen(part: Pixels, longer: int) -> tuple[str, ...]:
    """Return the treatment that gains most, or the two, or none."""
    how: tuple[str, ...] = ()
    before = _looked(part, READ, longer)
    for _ in range(2):
        name, trial = _best(before, longer)
        if trial.gain <= STEP:
            break
        how, before = (*how, name), trial.treated
        if _well(trial.after):
            break
    return how


def _best(before: Looked, longer: int) -> tuple[str, Trial]:
    """Return the treatment that gains most, and its trial; all cores are at work."""
    own = before.read(before.lines)

    def tried(treatment: Treatment) -> Trial:
        return _trial(before, own, _looked(treatment(before.page, longer), READ, longer))

    with ThreadPoolExecutor(cores()) as pool:
        trials = [*zip(TREATMENTS, pool.map(tried, TREATMENTS.values()), strict=True)]
    best, *others = trials
    for one in others:
        if one[1].gain > best[1].gain + STEP:
            best = one
    return best


def _looked(page: Pixels, number: int, longer: int) -> Looked:
    rough = look(page, longer)
    lines = samples(page, rough, LINES)
    return Looked(page, [line for way in _ways(lines, number) for line in way], rough, seen(rough))


def _trial(before: Looked, own: tuple[Proof, float], after: Looked) -> Trial:
    """Return what lines show before and after: `own`, as they are read before, and new ones."""
    new = [line for line in after.lines if before.hides(line)]
    more, worth_more = before.read(new)
    was, now = own[0].plus(more), after.read([*before.lines, *new])
    letters = max(ENOUGH, was.letters, now[0].letters)
    return Trial(was, now[0], (now[1] - own[1] - worth_more) / letters, after)


def _ways(lines: Sequence[Sample], number: int) -> list[list[Sample]]:
    """Return some of the level lines, and some of those on end."""
    return [[line for line in lines if line.upright is way][:number] for way in (False, True)]


def _well(shown: Proof) -> bool:
    """Whether a page needs no treatment."""
    return shown.conf * min(1.0, shown.letters / ENOUGH) >= WELL
