"""Whether the text lines of a page were found: none missed, none cut, none run together.

Lines are compared by their boxes, in the pixels of the truth's page image. A line of truth is
taken by a line of the prediction that covers the core of its height. Wide gaps inside a row of
furniture, of a table or of an advert part facts, not words: there either reading is right.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from digitize.model.geometry import Box
from digitize.model.page import FURNITURE
from digitize.score.truth import Leaf, Printed, Truth

CORE = 0.2
"""Half the share of a line's height that must be covered: so neighbours do not count as it."""
LOST = 0.1
"""Share of its characters, or of its length, that a found line may lack."""
EM = 0.9
"""Line heights it may lack all the same, where only its box is known: a full stop and bearings."""
PIECE = 0.6
"""Line heights from which a piece counts as a piece, and an overlap as one."""
LOOSE = frozenset({*map(str, FURNITURE), "table"})
"""Roles whose rows may be cut at wide gaps, or run together with others on the same row."""


@dataclass(frozen=True, slots=True)
class LineScores:
    """How many lines of truth were found, cut and run together."""

    true: int
    found: int
    cut: int
    merged: int

    @property
    def recall(self) -> float:
        """Share of the lines that were found; 1 when there are none."""
        return self.found / self.true if self.true else 1.0

    @property
    def faulty(self) -> float:
        """Share of the lines that were cut, or run together with others."""
        return (self.cut + self.merged) / self.true if self.true else 0.0


@dataclass(frozen=True, slots=True)
class _Bar:
    """A line as an interval along its run and one across it."""

    start: float
    end: float
    top: float
    bottom: float
    line: Printed

    @property
    def height(self) -> float:
        return max(1.0, self.bottom - self.top)

    def along(self, other: _Bar) -> float:
        return min(self.end, other.end) - max(self.start, other.start)

    def across(self, other: _Bar) -> float:
        return min(self.bottom, other.bottom) - max(self.top, other.top)

    def core(self) -> _Bar:
        middle, half = (self.top + self.bottom) / 2, CORE * self.height
        return replace(self, top=middle - half, bottom=middle + half)


def line_scores(truth: Truth, predicted: Truth) -> LineScores | None:
    """Return the scores; None when either has no boxes, or they count pages otherwise."""
    boxed = [line for line in truth.lines if line.box.area and line.text]
    if not boxed or not predicted.lines or len(truth.pages) != len(predicted.pages):
        return None
    totals = [0, 0, 0, 0]
    for number, (leaf, page) in enumerate(zip(truth.pages, predicted.pages, strict=True), 1):
        scale = leaf.width / page.width if page.width else 1.0
        said = [line for line in predicted.lines if line.page == number]
        for upright in (False, True):
            true = [one for one in boxed if one.page == number and one.vertical is upright]
            bars = _bars(true, leaf, 1.0, upright=upright)
            counts = _page(bars, _bars(said, leaf, scale, upright=upright))
            totals = [one + more for one, more in zip(totals, counts, strict=True)]
    return LineScores(*totals)


def _bars(lines: Iterable[Printed], leaf: Leaf, scale: float, *, upright: bool) -> list[_Bar]:
    return [_bar(line, leaf, scale, upright=upright) for line in lines]


def _bar(line: Printed, leaf: Leaf, scale: float, *, upright: bool) -> _Bar:
    """Return a line turned level; the box around a crooked line is taller than the line."""
    x0, y0, x1, y1 = _level(line.box, leaf, scale)
    return _Bar(y0, y1, x0, x1, line) if upright else _Bar(x0, x1, y0, y1, line)


def _level(box: Box, leaf: Leaf, scale: float) -> tuple[float, float, float, float]:
    x0, y0, x1, y1 = (edge * scale for edge in box)
    if not leaf.skew:
        return x0, y0, x1, y1
    turn = math.radians(leaf.skew)
    sine, cosine = abs(math.sin(turn)), math.cos(turn)
    wide, high = x1 - x0, y1 - y0
    grown = math.cos(2 * turn)
    width = max(wide / 3, (wide * cosine - high * sine) / grown)
    height = max(high / 3, (high * cosine - wide * sine) / grown)
    dx, dy = (x0 + x1) / 2 - leaf.width / 2, (y0 + y1) / 2 - leaf.height / 2
    x = dx * math.cos(turn) + dy * math.sin(turn)
    y = dy * math.cos(turn) - dx * math.sin(turn)
    return x - width / 2, y - height / 2, x + width / 2, y + height / 2


def _page(true: list[_Bar], said: list[_Bar]) -> tuple[int, int, int, int]:
    near = _Near(said)
    taken = [[one for one in near(bar) if _takes(one, bar)] for bar in true]
    found = sum(_covered(bar, mine) for bar, mine in zip(true, taken, strict=True))
    cut = sum(_pieces(bar, mine) > 1 for bar, mine in zip(true, taken, strict=True))
    owners: dict[int, list[int]] = defaultdict(list)
    for index, mine in enumerate(taken):
        for one in mine:
            owners[id(one)].append(index)
    merged: set[int] = set()
    for indices in owners.values():
        merged |= {
            index
            for index in indices
            if any(other != index and _apart(true[index], true[other]) for other in indices)
        }
    return len(true), found, cut, len(merged)


class _Near:
    """Finds the lines that lie about as high as one."""

    def __init__(self, bars: list[_Bar]) -> None:
        self.rows: dict[int, list[_Bar]] = defaultdict(list)
        for bar in bars:
            for row in self._over(bar):
                self.rows[row].append(bar)

    @staticmethod
    def _over(bar: _Bar) -> range:
        return range(int(bar.top) // 64, int(bar.bottom) // 64 + 1)

    def __call__(self, bar: _Bar) -> list[_Bar]:
        return list({id(one): one for row in self._over(bar) for one in self.rows[row]}.values())


def _takes(said: _Bar, true: _Bar) -> bool:
    """Whether a line of the prediction covers the core of a line, for a piece of its length."""
    core = true.core()
    least = min(PIECE * true.height, 0.5 * (true.end - true.start))
    return said.across(core) >= 0.7 * core.height and said.along(true) >= least


def _covered(true: _Bar, taken: list[_Bar]) -> bool:
    """Whether almost all of a line lies in the lines that take it."""
    if not taken:
        return False
    if true.line.edges:
        spots = list(_spots(true))
        lost = sum(not any(one.start <= at <= one.end for one in taken) for at in spots)
        return lost <= LOST * len(spots)
    length = true.end - true.start
    at, covered = true.start, 0.0
    for one in sorted(taken, key=lambda bar: bar.start):
        start, end = max(at, one.start), min(true.end, one.end)
        if end > start:
            covered += end - start
            at = end
    return length - covered <= max(LOST * length, EM * true.height)


def _spots(bar: _Bar) -> Iterator[float]:
    """Yield where along a line the middles of its letters and figures stand."""
    line = bar.line
    first, last = (line.box.y0, line.box.y1) if line.vertical else (line.box.x0, line.box.x1)
    stretch = (bar.end - bar.start) / max(1, last - first)
    before = first
    for char, edge in zip(line.text, line.edges, strict=False):
        if char.isalnum():
            yield bar.start + stretch * ((before + edge) / 2 - first)
        before = edge


def _pieces(true: _Bar, taken: list[_Bar]) -> int:
    """Return into how many pieces a line was cut; pieces that lie in others do not count."""
    if true.line.role in LOOSE:
        return 1
    least = PIECE * true.height
    pieces: list[_Bar] = []
    for one in sorted(taken, key=true.along, reverse=True):
        if true.along(one) >= least and all(one.along(other) < least for other in pieces):
            pieces.append(one)
    return len(pieces)


def _apart(one: _Bar, other: _Bar) -> bool:
    """Whether two lines of truth must not be one."""
    level = one.across(other) > 0.5 * min(one.height, other.height)
    both_loose = one.line.role in LOOSE and other.line.role in LOOSE
    return not (level and both_loose)
