"""Columns that stand side by side in flat text, as `pdftotext -layout` and its like leave them."""

from __future__ import annotations

import statistics
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from digitize.model.geometry import union
from digitize.model.page import Line, Word

_GUTTER = 2  # cells of white that part two columns; words stand one cell apart
_SHIFT = 6  # cells by which a row may miss the gutter, pushed by the row beside it
_MOST = 24  # gutters of a page that are looked at, the likeliest
_LEAST = 4  # rows with print on both sides that show a gutter
_NARROW = 16  # cells; a column of text is wider, a column of a table is not

Row = tuple[Word, ...]


def unfold(lines: Sequence[Line]) -> list[Line]:
    """Return the rows in reading order; rows across a gutter are cut, left part first.

    The left part keeps the id of its row; other parts take the numbers after the last one.
    """
    found = [(line, line.words) for line in lines]
    used: set[str] = set()
    number = len(lines)
    rows: list[Line] = []
    for line, words in _unfolded(found):
        name = line.id
        if name in used:
            number += 1
            name = f"{line.id.rpartition('.l')[0]}.l{number:04d}"
        used.add(name)
        whole = len(words) == len(line.words)
        box = line.box if whole else union(word.box for word in words)
        rows.append(line if whole else replace(line, id=name, words=words, box=box))
    return rows


_Part = tuple[Line, Row]


def _unfolded(rows: Sequence[_Part]) -> Iterator[_Part]:
    """Yield the parts of `rows`, each column of a run of rows from its top to its foot.

    The gutter that cuts most rows on end is cut first: further down columns may be others.
    """
    runs = [(run, gutter) for gutter in _gutters(rows)[:_MOST] for run in _runs(rows, gutter)]
    for (_, start, end), gutter in sorted(runs, key=lambda one: -one[0][0]):
        left, right = _halves(rows[start:end], gutter)
        if _columns(left, right):
            yield from _unfolded(rows[:start])
            yield from _unfolded(left)
            yield from _unfolded(right)
            yield from _unfolded(rows[end:])
            return
    yield from rows


def _gutters(rows: Sequence[_Part]) -> list[int]:
    """Return where white runs down through many rows and print through few, the best first."""
    white: Counter[int] = Counter()
    printed: Counter[int] = Counter()
    for _, words in rows:
        printed.update(range(words[0].box.x0, words[-1].box.x1))
        for before, after in pairwise(words):
            if after.box.x0 - before.box.x1 >= _GUTTER:
                white.update(range(before.box.x1, after.box.x0))
    printed -= white
    deep = [x for x, count in white.items() if count >= _LEAST]
    peaks = (x for x in deep if white[x - 1] < white[x] >= white[x + 1])
    return sorted(peaks, key=lambda x: (printed[x] - white[x], x))


def _runs(rows: Sequence[_Part], gutter: int) -> Iterator[tuple[int, int, int]]:
    """Yield the runs of rows that have nothing at `gutter`, from the first one cut by it.

    Each comes with how many rows it cuts, its start and its end.
    """
    start = 0
    for at in range(len(rows) + 1):
        if at == len(rows) or not _clear(rows[at][1], gutter):
            cut = [to for to in range(start, at) if _cut(rows[to][1], gutter)]
            if len(cut) >= _LEAST:
                yield len(cut), cut[0], _end(rows, cut[-1], at, gutter)
            start = at + 1


def _end(rows: Sequence[_Part], last: int, stop: int, gutter: int) -> int:
    """Return where a run ends: single columns go on under it as long as no row is missing."""
    end = last + 1
    while end < stop and rows[end][0].box.y0 == rows[end - 1][0].box.y1:
        end += 1
    return end if end == stop or not _clear(rows[end][1], gutter) else max(last + 1, end)


def _clear(words: Row, gutter: int) -> bool:
    """Whether a row has no print at `gutter` and enough white around it."""
    return _parting(words, gutter) is not None


def _cut(words: Row, gutter: int) -> bool:
    """Whether a row has print on both sides of `gutter`, and enough white just there."""
    return 0 < (_parting(words, gutter, 0) or 0) < len(words)


def _parting(words: Row, gutter: int, shift: int = _SHIFT) -> int | None:
    """Return the first word of a row behind `gutter`; None where print runs over it.

    Where the left column has too long a row, the right one begins some cells late.
    """
    if words[-1].box.x1 <= gutter:
        return len(words)
    if words[0].box.x0 >= gutter:
        return 0
    wide = [
        (max(0, before.box.x1 - gutter, gutter + 1 - after.box.x0), at)
        for at, (before, after) in enumerate(pairwise(words), start=1)
        if after.box.x0 - before.box.x1 >= _GUTTER
    ]
    missed, at = min(wide, default=(shift + 1, 0))
    if missed <= shift:
        return at
    return len(words) if words[-1].box.x1 <= gutter + shift else None


def _halves(rows: Sequence[_Part], gutter: int) -> tuple[list[_Part], list[_Part]]:
    left: list[_Part] = []
    right: list[_Part] = []
    for line, words in rows:
        at = _parting(words, gutter)
        near, far = (words, ()) if at is None else (words[:at], words[at:])
        left += [(line, near)] if near else []
        right += [(line, far)] if far else []
    return left, right


def _columns(left: Sequence[_Part], right: Sequence[_Part]) -> bool:
    """Whether both halves hold text; the cells of a table are narrower."""
    if min(len(left), len(right)) < _LEAST:
        return False
    widths = (
        statistics.median(words[-1].box.x1 - words[0].box.x0 for _, words in half)
        for half in (left, right)
    )
    return all(width >= _NARROW for width in widths)
