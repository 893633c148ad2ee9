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
HAN_COLUMN_GAP = 1.25  # em: Han is set without spaces, at most with an empty square
GUTTER_GAP = 0.45  # em: enough when the lines above and below have the same gap
STEP = 1.8  # times: type this much larger or smaller is another line (drop caps, headlines)
INITIAL_GAP = 1.0  # em of the line between an initial and its word
DIAGONAL = 0.2  # of sine and cosine: so near to 45 degrees a box does not tell its contents
OVERLAP = 0.6  # em that a character may reach back over the one before it; Han marks reach 0.5
LOWERED = 0.8  # the same in a column, where marks are moved down in their cells
REACH = 0.2  # of a character's height: what the next one in a column stands lower, at least
SMALL = 0.9  # of the type beside it: what indices and exponents are set in, at most
HELD = 0.6  # of their height that stands within the line
WORD_GAP = 0.22  # em: a space is 0.25 em or more, kerning below 0.1
SPACED_GAP = 0.3  # em: where spaces are printed as characters, gaps alone seldom part words
PHANTOM = 0.15  # em that a character reaches back over a space that is none
CJK_GAP = 0.6  # em: full-width characters carry white of their own
TRACKED = 1.6  # times the line's usual letter gap: what parts words of letter-spaced type
TWIN = 0.1  # of the size: a character printed twice this near is one, made bold
FARTHEST = 3.0  # points: shadows of large type lie no farther
MARKS = frozenset("，。、；：！？")  # of Chinese: no word begins with one, wherever it is moved
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
    found = _initialled(_merged(level, rules)) + rest
    whole = [run for run in found if any(not glyph.text.isspace() for glyph in run)]
    return sorted(whole, key=lambda run: (run[0].baseline, run[0].x0))


def words(run: Run) -> list[Run]:
    """Cut a fragment at printed spaces and at gaps; spaces belong to no word."""
    found: list[list[Glyph]] = [[]]
    usual = _usual_gap(run)
    spaced = any(glyph.text.isspace() for glyph in run)
    for glyph in _shown(run):
        if glyph.text.isspace():
            found.append([])
            continue
        if found[-1] and _parts(found[-1][-1], glyph, usual, spaced=spaced):
            found.append([])
        found[-1].append(glyph)
    return [tuple(word) for word in found if word]


def _shown(run: Run) -> Iterator[Glyph]:
    """Yield a fragment without the spaces that the next character is printed over.

    Browsers write the place where a word might have been broken as such a space.
    """
    for glyph, after in itertools.zip_longest(run, run[1:]):
        covered = glyph.text.isspace() and after is not None and not after.text.isspace()
        if not (covered and _gap(glyph, after) < -PHANTOM * glyph.size):
            yield glyph


def _parts(before: Glyph, after: Glyph, usual: float, *, spaced: bool) -> bool:
    size = min(before.size, after.size)
    if after.text[0] in MARKS:
        return False
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
    return _reach(after, before.turned)[0] - _reach(before, before.turned)[1]


def _reach(glyph: Glyph, turned: int) -> tuple[float, float, float]:
    """Return where a glyph begins and ends in a direction, and where its middle lies across it."""
    if not turned:
        return glyph.x0, glyph.x1, (glyph.top + glyph.bottom) / 2
    cosine, sine = math.cos(math.radians(turned)), math.sin(math.radians(turned))
    x, y = (glyph.x0 + glyph.x1) / 2, (glyph.top + glyph.bottom) / 2
    along, across = x * cosine + y * sine, y * cosine - x * sine
    half = _slanted(glyph.x1 - glyph.x0, glyph.bottom - glyph.top, abs(cosine), abs(sine)) / 2
    return along - half, along + half, across


def _slanted(wide: float, high: float, cosine: float, sine: float) -> float:
    """Return how wide a turned character is by itself, from the size of the box around it."""
    if abs(cosine - sine) < DIAGONAL:
        return min(wide, high) / 2
    return (wide * cosine - high * sine) / (cosine**2 - sine**2)


def _stacked(glyphs: Sequence[Glyph]) -> Iterator[Glyph]:
    """Yield the glyphs, those set one below the other in the stream marked as turned down.

    What is too short to prove itself follows the column before it, unless it goes on level.
    """
    chains: list[Run] = [*_chained(_squared(glyphs)), ()]
    before: Run = ()
    for chain, after in itertools.pairwise(chains):
        tail = bool(before) and not chain[0].turned and _is_end(before[-1], chain, after)
        column = len(chain) >= CHAIN or tail
        found = tuple(replace(glyph, turned=DOWN) if column else glyph for glyph in chain)
        before = found if column else ()
        yield from found


def _squared(glyphs: Sequence[Glyph]) -> Iterator[Glyph]:
    """Yield the glyphs, figures that share one square of a column as one glyph turned down."""
    runs: list[Run] = [tuple(run) for _, run in itertools.groupby(glyphs, _is_figure)]
    for before, run, after in zip([(), *runs], runs, [*runs[1:], ()], strict=False):
        square = _square(run)
        above = square and before and _below(before[-1], square)
        under = square and after and _below(square, after[0])
        if square and (above or under):
            yield square
        else:
            yield from run


def _square(run: Run) -> Glyph | None:
    """Return two to four figures on one line as a glyph of their whole width."""
    first, last = run[0], run[-1]
    side = last.x1 - first.x0
    if not (_is_figure(first) and 2 <= len(run) <= 4 and side > 0 and _on_line(first, last)):
        return None
    text = "".join(glyph.text for glyph in run)
    return replace(first, text=text, x1=last.x1, size=max(side, first.size), turned=DOWN)


def _is_figure(glyph: Glyph) -> bool:
    return not glyph.turned and glyph.text.isascii() and glyph.text.isalnum()


def _is_end(last: Glyph, chain: Run, after: Run) -> bool:
    """Return whether a short chain is what is left of a text whose last column ended at `last`."""
    level = bool(after) and _on_line(chain[-1], after[0])
    return not level and is_cjk(chain[0].text[0]) and _same_type(last, chain[0])


def _chained(glyphs: Iterable[Glyph]) -> Iterator[Run]:
    held: list[Glyph] = []
    for glyph in glyphs:
        if held and not _below(held[-1], glyph):
            yield tuple(held)
            held = []
        held.append(glyph)
    if held:
        yield tuple(held)


def _below(upper: Glyph, lower: Glyph) -> bool:
    """Return whether one glyph stands right below another; Latin on its side stands there too."""
    if not (_goes_down(upper) and _goes_down(lower)):
        return False
    size = min(upper.size, lower.size)
    step, white = lower.top - upper.top, lower.top - upper.bottom
    least = REACH * min(size, upper.bottom - upper.top)
    aside = abs((upper.x0 + upper.x1) - (lower.x0 + lower.x1)) / 2
    return aside < SAME_BASELINE * size and step > least and white < (STEP - 1) * size


def _goes_down(glyph: Glyph) -> bool:
    return glyph.turned == DOWN or (not glyph.turned and is_cjk(glyph.text[-1]))


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
        aside = abs(_reach(before, before.turned)[2] - _reach(after, before.turned)[2])
        near = -LOWERED * before.size <= _gap(before, after) <= before.size
        return near and aside <= SAME_BASELINE * before.size
    beside = _on_line(before, after) or _hangs(before, after)
    return beside and _gap(before, after) <= GUTTER_GAP * before.size


def _hangs(one: Glyph, other: Glyph) -> bool:
    """Return whether one of two neighbours is set small, above or below the baseline."""
    small, large = sorted((one, other), key=lambda glyph: glyph.size)
    shared = min(small.bottom, large.bottom) - max(small.top, large.top)
    close = abs(_gap(one, other)) <= WORD_GAP * large.size
    return (
        close and small.size <= SMALL * large.size and shared >= HELD * (small.bottom - small.top)
    )


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
        if right is None or _parted(pieces[left], pieces[right], rows, rules):
            continue
        rival = before.get(right)
        if rival is not None and pieces[rival][-1].x1 >= pieces[left][-1].x1:
            continue
        if rival is not None:
            del after[rival]
        after[left], before[right] = right, left
    return [_chain(index, after, pieces) for index in heads if index not in before]


def _initialled(runs: list[Run]) -> list[Run]:
    """Put each initial, dropped or raised, before the first line beside it, at that line's height.

    So the word it begins is whole, and the lines under it stay apart.
    """
    found = list(runs)
    for run in [run for run in runs if len(run) <= 2 and run[-1].text.isupper()]:
        if len(run) == 2 and run[0].text.isalnum():
            continue
        beside = [index for index, other in enumerate(found) if _begins(run[-1], other[0])]
        if beside:
            first = min(beside, key=lambda index: found[index][0].baseline)
            line = found[first][0]
            whole = (replace(line, text=sign.text, x0=sign.x0, x1=sign.x1) for sign in run)
            found[first] = (*whole, *found[first])
            found.remove(run)
    return found


def _begins(capital: Glyph, first: Glyph) -> bool:
    """Return whether a line stands right of a capital that is much larger, and goes on its word."""
    small = first.size
    near = -OVERLAP * small <= first.x0 - capital.x1 <= INITIAL_GAP * small
    row = capital.top <= first.baseline - 0.5 * small and first.baseline <= capital.baseline + small
    return near and row and first.text.isalpha() and capital.size > STEP * small


def _chain(index: int, after: dict[int, int], pieces: list[Run]) -> Run:
    run = pieces[index]
    while index in after:
        index = after[index]
        run += pieces[index]
    return run


def _parted(one: Run, other: Run, rows: _Rows, rules: Sequence[Rule]) -> bool:
    left, right = one[-1], other[0]
    gap, size = _gap(left, right), min(left.size, right.size)
    han = is_cjk(left.text[-1]) and is_cjk(right.text[0]) and min(len(one), len(other)) >= CHAIN
    if gap > (HAN_COLUMN_GAP if han else COLUMN_GAP) * size or not _same_type(left, right):
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

        Lines around must end where it begins or begin where it ends, and few run over all of it.
        """
        ends = begins = through = 0
        for index in self.near(left.baseline, NEAR * size):
            first, last = self.pieces[index][0], self.pieces[index][-1]
            apart = abs(first.baseline - left.baseline) > SAME_BASELINE * size
            if apart and _same_type(first, left):
                ends += abs(last.x1 - left.x1) <= FLUSH * size
                begins += abs(first.x0 - right.x0) <= FLUSH * size
                through += first.x0 < left.x1 and right.x0 < last.x1
        flush = max(ends, begins)
        return flush >= WITNESSES and flush > 2 * through
