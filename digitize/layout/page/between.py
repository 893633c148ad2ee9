"""Rows of large type between two rules, as of a pull quote: they are of one size."""

from __future__ import annotations

import statistics
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from digitize.layout.page.rules import Rules, open_boxes
from digitize.layout.page.scale import size_of
from digitize.model.page import Line

_LARGER = 1.13  # body sizes; ink of body type varies less
_EVEN = 1.35  # times the least step from row to row; in one block of type steps vary no more
_LIKE = 1.6  # times the least size; the ink of a row without capitals measures so much less


def one_size(lines: Sequence[Line], rules: Rules, body: float) -> list[Line]:
    """Return lines with one size of type for all that evenly leaded rows between two rules are.

    `body` is the page's body size; the ink of a row without capitals is lower than its type.
    """
    sizes = {
        line.id: statistics.median(map(size_of, rows))
        for rows in quoted(lines, rules, body)
        for line in rows
    }
    return [replace(line, size=sizes[line.id]) if line.id in sizes else line for line in lines]


def quoted(lines: Sequence[Line], rules: Rules, body: float) -> Iterator[list[Line]]:
    """Yield the evenly leaded rows of larger type than the body's that stand between two rules."""
    middles = [(line, line.box.center) for line in lines]
    for box in open_boxes(rules, body):
        rows = [line for line, middle in middles if box.has(middle)]
        if any(line.vertical for line in rows):
            continue
        rows.sort(key=lambda line: line.box.center.y)
        steps = [low.box.center.y - high.box.center.y for high, low in pairwise(rows)]
        sizes = [size_of(line) for line in rows]
        large = bool(steps) and min(sizes) >= _LARGER * body
        if large and max(steps) <= _EVEN * min(steps) and max(sizes) <= _LIKE * min(sizes):
            yield rows
