"""Pieces of lines: what a cut leaves of a line, and what pieces that belong together become."""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Sequence
from dataclasses import replace

from digitize.model.geometry import Box, union
from digitize.model.page import Line, Word

_SMALLER = 0.9  # times the height of the line or of its largest words; lower type is another
_LARGER = 1.35  # times the height of most words; letters that hang make less of a difference
_INK = 0.95  # of the size of its type; no word's ink is higher


def piece(line: Line, words: Sequence[Word], *, first: bool) -> Line:
    """Return the part of a line with these words; the first keeps the name of the line."""
    box = union(word.box for word in words)
    if line.vertical and box.width >= _SMALLER * line.box.width:
        box = Box(line.box.x0, box.y0, line.box.x1, box.y1)
    elif not line.vertical and box.height >= _SMALLER * line.box.height:
        box = Box(box.x0, line.box.y0, box.x1, line.box.y1)
    baseline = tuple(point for point in line.baseline if box.x0 <= point.x <= box.x1)
    name, size = line.id if first else "", _size_of(line, words)
    return replace(line, id=name, box=box, words=tuple(words), baseline=baseline, size=size)


def _size_of(line: Line, words: Sequence[Word]) -> float:
    """Return the size of a piece's type: the line may be measured by other type beside it."""

    def high(word: Word) -> int:
        return word.box.width if line.vertical else word.box.height

    own, most = statistics.median(map(high, words)), max(1, *map(high, line.words))
    if line.size < _INK * most:  # measured by the smaller type, of which most words are
        share = own / max(1.0, statistics.median_low(map(high, line.words)))
        return line.size * share if share > _LARGER else line.size
    return line.size * own / most if own < _SMALLER * most else line.size


def merge(left: Line, right: Line) -> Line:
    """Return two pieces as one line, its words in the order they are read."""
    key = (lambda word: word.box.y0) if left.vertical else (lambda word: word.box.x0)
    return replace(
        left,
        id=min(filter(None, (left.id, right.id)), default=""),
        box=union((left.box, right.box)),
        words=tuple(sorted(left.words + right.words, key=key)),
        size=max(left.size, right.size),
        bold=left.bold and right.bold,
        baseline=left.baseline + right.baseline,
    )


def numbered(lines: Iterable[Line], before: Sequence[Line]) -> list[Line]:
    """Give new pieces the numbers after the last one of the page."""
    owner = before[0].id.rpartition(".")[0]
    numbers = [
        int(line.id.rpartition(".l")[2]) for line in before if line.id.rpartition(".l")[2].isdigit()
    ]
    last = max(numbers, default=len(before))
    done: list[Line] = []
    for line in lines:
        if not line.id:
            last += 1
        done.append(line if line.id else replace(line, id=f"{owner}.l{last:04d}"))
    return done
