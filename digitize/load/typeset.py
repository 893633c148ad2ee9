"""From the characters of a born-digital page to words and line fragments, by baseline and gap."""

from __future__ import annotations

import itertools
import math
import statistics
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from digitize.grammar.scripts import is_cjk

DOWN = 90  # degrees that a run reads clockwise from level: a column of vertical print

SAME_BASELINE = 0.25  # of the type size: rounding and uneven columns stay apart
COLUMN_GAP = 2.0  # em: wider than any space of justified type
GUTTER_GAP = 0.45  # em: enough when the lines above and below have the same gap
STEP = 1.8  # times: type this much larger or smaller is another line (drop caps, headlines)
OVERLAP = 0.5  # em that a character may reach back over the one before it
WORD_GAP = 0.22  # em: a space is 0.25 em or more, kerning below 0.1
SPACED_GAP = 0.3  # em: where spaces are printed as characters, gaps alone seldom part words
CJK_GAP = 0.6  # em: full-width characters carry white of their own
TRACKED = 1.6  # times the line's usual letter gap: what parts words of letter-spaced type
TWIN = 0.1  # of the size: a character printed twice this near is one, made bold
FARTHEST = 3.0  # points: shadows of large type lie no farther
CHAIN = 3  # characters set one below the other make a column
NEAR = 4.0  # sizes above and below, where a gutter must go on
FLUSH = 0.35  # of the size: lines that begin or end within are set to one edge
WITNESSES = 2  # neighbouring lines that must show the same gap


@dataclass(frozen=True, slots=True)
class Glyph:
    """One printed character: points from the page's displayed top left, y downwards."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    baseline: float
    size: float
    bold: bool = False
    turned: int = 0  # degrees clockwise from level; `DOWN` in a column of vertical print


Run = tuple[Glyph, ...]
Rule = tuple[float, float, float]
"""A vertical rule: x, top, bottom."""


def deduplicate(glyphs: Iterable[Glyph]) -> list[Glyph]:
    """Drop characters printed twice on nearly the same spot; what is left of them is bold."""
    kept: list[Glyph] = []
    cells: dict[tuple[str, int, int], list[int]] = defaultdict(list)
    for glyph in glyphs:
        reach = min(max(TWIN * glyph.size, 0.1), FARTHEST)
        column, row = round(glyph.x0), round(glyph.top)
        span = range(-math.ceil(reach), math.ceil(reach) + 1)
        near = (
            index
            for dx in span
            for dy in span
            for index in cells.get((glyph.text, column + dx, row + dy), ())
        )
        twin = next((index for index in near if _twins(kept[index], glyph, reach)), None)
        if twin is None:
            cells[glyph.text, column, row].append(len(kept))
            kept.append(glyph)
        elif not glyph.text.isspace():
            kept[twin] = replace(kept[twin], bold=True)
    return kept


def _twins(one: Glyph, two: Glyph, reach: float) -> bool:
    moved = max(abs(one.x0 - two.x0), abs(one.top - two.top), abs(one.size - two.size))
    return moved <= reach and one.turned == two.turned


def fragments(glyphs: Sequence[Glyph], rules: Sequence[Rule] = ()) -> list[Run]:
    """Return line fragments, top to bottom; `glyphs` stand in the order of the content stream.

    Characters on one baseline belong together unless a gap parts them: one wider than any
    space, or a narrower one that goes on above and below (a gutter) or holds a rule.
    """
    pieces = list(_streams(_stacked(glyphs)))
    level = [piece for piece in pieces if not piece[0].turned]
    rest = [piece for piece in pieces if piece[0].turned]
    found = _merged(level, rules) + rest
    whole = [run for run in found if any(not glyph.text.isspace() for glyph in run)]
    return sorted(whole, key=lambda run: (run[0].baseline, run[0].x0))


def words(run: Run) -> list[Run]:
    """Cut a fragment at printed spaces and at gaps; spaces belong to no word."""
    found: list[list[Glyph]] = [[]]
    usual = _usual_gap(run)
    spaced = any(glyph.text.isspace() for glyph in run)
    for glyph in run:
        if glyph.text.isspace():
            found.append([])
            continue
        if found[-1] and _parts(found[-1][-1], glyph, usual, spaced=spaced):
            found.append([])
        found[-1].append(glyph)
    return [tuple(word) for word in found if word]


def _parts(before: Glyph, after: Glyph, usual: float, *, spaced: bool) -> bool:
    size = min(before.size, after.size)
    if is_cjk(before.text[-1]) and is_cjk(after.text[0]):
        least = CJK_GAP
    else:
        least = SPACED_GAP if spaced else WORD_GAP
    return _gap(before, after) > max(least * size, TRACKED * usual + 0.1 * size)


def _usual_gap(run: Run) -> float:
    """Return the gap between neighbouring letters that half of the run stays below, >= 0."""
    pairs = itertools.pairwise(run)
    gaps = [_gap(a, b) for a, b in pairs if not (a.text.isspace() or b.text.isspace())]
    return max(0.0, statistics.median(gaps)) if len(gaps) >= CHAIN else 0.0


def _gap(before: Glyph, after: Glyph) -> float:
    """Return the white between two neighbours along their direction of reading."""
    if not before.turned:
        return after.x0 - before.x1
    across = max(after.x0 - before.x1, before.x0 - after.x1)
    along = max(after.top - before.bottom, before.top - after.bottom)
    return max(across, along)


def _stacked(glyphs: Sequence[Glyph]) -> Iterator[Glyph]:
    """Yield the glyphs, those set one below the other in the stream marked as turned down."""
    held: list[Glyph] = []
    for glyph in glyphs:
        if held and not _below(held[-1], glyph):
            yield from _marked(held)
            held = []
        held.append(glyph)
    yield from _marked(held)


def _below(upper: Glyph, lower: Glyph) -> bool:
    size = min(upper.size, lower.size)
    middle = abs((upper.x0 + upper.x1) - (lower.x0 + lower.x1)) / 2
    step = lower.baseline - upper.baseline
    cjk = is_cjk(upper.text[-1]) and is_cjk(lower.text[0])
    return cjk and middle < SAME_BASELINE * size and 0.8 * size < step < STEP * size


def _marked(held: list[Glyph]) -> Iterator[Glyph]:
    column = len(held) >= CHAIN
    yield from (replace(glyph, turned=DOWN) if column else glyph for glyph in held)


def _streams(glyphs: Iterable[Glyph]) -> Iterator[Run]:
    """Yield runs of neighbours that also follow each other in the content stream."""
    held: list[Glyph] = []
    for glyph in glyphs:
        if held and not _follows(held[-1], glyph):
            yield tuple(held)
            held = []
        held.append(glyph)
    if held:
        yield tuple(held)


def _follows(before: Glyph, after: Glyph) -> bool:
    if before.turned != after.turned or not _same_type(before, after):
        return False
    if before.turned:
        return _gap(before, after) <= before.size
    return _on_line(before, after) and _gap(before, after) <= GUTTER_GAP * before.size


def _same_type(one: Glyph, two: Glyph) -> bool:
    return max(one.size, two.size) <= STEP * min(one.size, two.size)


def _on_line(before: Glyph, after: Glyph) -> bool:
    size = min(before.size, after.size)
    close = abs(before.baseline - after.baseline) <= SAME_BASELINE * size
    return close and _gap(before, after) >= -OVERLAP * size


def _merged(pieces: list[Run], rules: Sequence[Rule]) -> list[Run]:
    """Join each piece with the nearest one right of it, where nothing parts them."""
    rows = _Rows(pieces)
    after: dict[int, int] = {}
    before: dict[int, int] = {}
    heads = sorted(range(len(pieces)), key=lambda index: pieces[index][0].x0)
    for left in heads:
        right = rows.next_to(left)
        if right is None or _parted(pieces[left][-1], pieces[right][0], rows, rules):
            continue
        rival = before.get(right)
        if rival is not None and pieces[rival][-1].x1 >= pieces[left][-1].x1:
            continue
        if rival is not None:
            del after[rival]
        after[left], before[right] = right, left
    return [_chain(index, after, pieces) for index in heads if index not in before]


def _chain(index: int, after: dict[int, int], pieces: list[Run]) -> Run:
    run = pieces[index]
    while index in after:
        index = after[index]
        run += pieces[index]
    return run


def _parted(left: Glyph, right: Glyph, rows: _Rows, rules: Sequence[Rule]) -> bool:
    gap, size = _gap(left, right), min(left.size, right.size)
    if gap > COLUMN_GAP * size or not _same_type(left, right):
        return True
    middle = left.baseline - 0.3 * size
    if any(left.x1 - 1 <= x <= right.x0 + 1 and top <= middle <= foot for x, top, foot in rules):
        return True
    return gap > GUTTER_GAP * size and rows.gutter(left, right, size)


class _Rows:
    """Pieces by their baselines, to find neighbours beside, above and below."""

    def __init__(self, pieces: list[Run]) -> None:
        self.pieces = pieces
        self.by_baseline: dict[int, list[int]] = defaultdict(list)
        for index, piece in enumerate(pieces):
            self.by_baseline[round(piece[0].baseline)].append(index)

    def near(self, baseline: float, reach: float) -> Iterator[int]:
        """Yield pieces whose baseline lies within `reach` points."""
        for row in range(math.floor(baseline - reach), math.ceil(baseline + reach) + 1):
            yield from self.by_baseline.get(row, ())

    def next_to(self, index: int) -> int | None:
        """Return the nearest piece to the right on the same baseline."""
        last = self.pieces[index][-1]
        beside = [
            other
            for other in self.near(last.baseline, SAME_BASELINE * last.size)
            if other != index
            and _on_line(last, self.pieces[other][0])
            and self.pieces[other][0].x0 > self.pieces[index][0].x0
        ]
        return min(beside, key=lambda other: self.pieces[other][0].x0, default=None)

    def gutter(self, left: Glyph, right: Glyph, size: float) -> bool:
        """Return whether the gap between two neighbours goes on above and below.

        Lines around must end where it begins or begin where it ends, and few run through it.
        """
        middle = (left.x1 + right.x0) / 2
        ends = begins = through = 0
        for index in self.near(left.baseline, NEAR * size):
            first, last = self.pieces[index][0], self.pieces[index][-1]
            apart = abs(first.baseline - left.baseline) > SAME_BASELINE * size
            if apart and _same_type(first, left):
                ends += abs(last.x1 - left.x1) <= FLUSH * size
                begins += abs(first.x0 - right.x0) <= FLUSH * size
                through += first.x0 < middle < last.x1
        flush = max(ends, begins)
        return flush >= WITNESSES and flush > 2 * through
