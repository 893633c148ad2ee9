"""What the setting of the lines says of a break: a full or a short last line, an indent."""

from __future__ import annotations

import re
import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from digitize.clean.streams import Spot
from digitize.grammar.scripts import is_cjk
from digitize.model.geometry import NOWHERE
from digitize.model.page import Line
from digitize.model.reading import printed

_INDENT = 1.6
"""An indent is wider than this many characters: 0.8 em, an em being about two."""

_DEEP = 8.0
"""More than this many characters in is no indent: the line is centred or set apart."""

_SLACK = 2.0
"""Characters by which a line may miss the measure before it counts as short: the edge of a
recognised line is that uncertain."""

_UNIT = re.compile(
    "[「『（《〈【]*(?:[\u2e80-\u9fff]|[0-9A-Za-z.,]+(?=[\u2e80-\u9fff]))[，。、；：！？」』）》〉】…]*"
)
"""What a line of Han cannot break: a character or a figure, and the marks that cling to it."""

_NEAR_EDGE = 0.9  # quantile of the line ends that is taken for the right edge; some overhang it


@dataclass(frozen=True, slots=True)
class Setting:
    """What print says of one break; None where it says nothing."""

    full: bool | None  # the line before it leaves no room for the word after it
    indented: bool | None  # the line after it is set in; False: flush where others are set in
    alone: bool = False  # the line after it leaves room for what follows it: it is no prose
    begun: bool = False  # the line before it is set in, as those that open paragraphs are


class Measure:
    """The edges of the columns of one run of lines, learnt from lines that certainly run on."""

    def __init__(self, spots: Sequence[Spot], opens: Sequence[bool]) -> None:
        """`opens[i]` says whether the i-th line opens a paragraph."""
        self._spots = spots
        self._opens = opens
        self._pitches: dict[str, float] = {}
        learnt = [
            (before.region.id, *_extent(before.line), _extent(after.line)[0])
            for before, after, opened in zip(spots, spots[1:], opens[1:], strict=False)
            if not opened and _placed(before, after)
        ]
        ends = _by_region((region, end) for region, _, end, _ in learnt)
        starts = _by_region((region, start) for region, _, _, start in learnt)
        self._edges = {region: _quantile(found) for region, found in ends.items()}
        self._lefts = {region: statistics.median(found) for region, found in starts.items()}
        self._width = _quantile([end - start for _, start, end, _ in learnt]) if learnt else None
        self._set_in = any(
            self._inset(after.line, after.region.id)
            for before, after, opened in zip(spots, spots[1:], opens[1:], strict=False)
            if opened and before.region.id == after.region.id
        )

    def at(self, index: int) -> Setting:
        """Return what print says of the break before the line at `index`."""
        before, after = self._spots[index - 1], self._spots[index]
        inset = self._inset(after.line, after.region.id)
        flush = False if inset is False and self._set_in else None
        return Setting(
            full=self._full(before, after.line),
            indented=True if inset else flush,
            alone=self._alone(index),
            begun=self._set_in and bool(self._inset(before.line, before.region.id)),
        )

    def ragged(self, start: int, end: int) -> bool:
        """Return whether lines from `start` up to `end` were mostly ended on purpose, as verse."""
        inner = range(start, end - 1)
        return bool(inner) and 2 * sum(map(self._alone, inner)) >= len(inner)

    def _alone(self, index: int) -> bool:
        """Return whether the line at `index` was ended on purpose though its text goes on."""
        if index + 1 >= len(self._spots) or self._opens[index + 1]:
            return False
        line, following = self._spots[index], self._spots[index + 1]
        same = line.region.id == following.region.id
        return same and self._full(line, following.line) is False

    def _full(self, before: Spot, after: Line) -> bool | None:
        """Return True when the next word would not have fitted, False when it clearly would."""
        edge = self._edge(before)
        if edge is None or NOWHERE in (before.line.box, after.box):
            return None
        size = self._pitch(before.line)
        room = (edge - _extent(before.line)[1]) / size
        need = _first_word(after)
        if room < max(need, _SLACK):
            return True
        return False if room >= need + _SLACK else None

    def _edge(self, spot: Spot) -> float | None:
        edge = self._edges.get(self._column(spot.line, spot.region.id))
        if edge is None and self._width is not None:
            return min(_extent(line)[0] for line in spot.region.lines) + self._width
        return edge

    def _inset(self, line: Line, region: str) -> bool | None:
        left = self._lefts.get(self._column(line, region))
        if left is None or line.box == NOWHERE:
            return None
        return _INDENT <= (_extent(line)[0] - left) / self._pitch(line) <= _DEEP

    def _pitch(self, line: Line) -> float:
        """Return the width of one character of the line, half of a Han character; never 0."""
        if line.id not in self._pitches:
            start, end = _extent(line)
            self._pitches[line.id] = max(end - start, 1) / max(cells(printed(line)), 1)
        return self._pitches[line.id]

    def _column(self, line: Line, region: str) -> str:
        """Return the region whose edges are those of `line`; that of few lines borrows some."""
        if region in self._lefts or line.box == NOWHERE:
            return region
        start, size = _extent(line)[0], self._pitch(line)
        near = {
            other: (start - left) / size
            for other, left in self._lefts.items()
            if -_SLACK <= (start - left) / size <= _DEEP
        }
        return min(near, key=lambda other: (abs(near[other]), other), default=region)


def _placed(before: Spot, after: Spot) -> bool:
    """Return whether two lines stand in one region and their places are known."""
    return before.region.id == after.region.id and NOWHERE not in (before.line.box, after.line.box)


def _by_region(pairs: Iterable[tuple[str, int]]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for region, value in pairs:
        found.setdefault(region, []).append(value)
    return found


def _quantile(values: Sequence[int]) -> float:
    ranked = sorted(values)
    return ranked[int(_NEAR_EDGE * (len(ranked) - 1))]


def _extent(line: Line) -> tuple[int, int]:
    """Return where the line starts and ends along its reading direction."""
    box = line.box
    return (box.y0, box.y1) if line.vertical else (box.x0, box.x1)


def _first_word(line: Line) -> float:
    """Return the room the line's first word would have needed, in characters.

    Before Han no space stands, and with it go the marks that begin no line.
    """
    word = next((word.text for word in line.words if word.text), "")
    unit = _UNIT.match(word)
    return float(cells(unit.group())) if unit else 1.0 + cells(word)


def cells(text: str) -> int:
    """Return how many columns `text` takes; a Han character takes two."""
    return len(text) if text.isascii() else sum(2 if is_cjk(char) else 1 for char in text)
