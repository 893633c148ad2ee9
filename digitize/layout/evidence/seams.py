"""How well one run of text goes on in another: what breaks off, what starts inside a sentence."""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from digitize.grammar.scripts import is_han_text
from digitize.grammar.sentences import ends_sentence, left_open, starts_inside
from digitize.layout.page.scale import size_of
from digitize.model.geometry import Box
from digitize.model.page import Line
from digitize.model.reading import printed

_HYPHENS = "-¬⸗=­‐"  # "=" is how engines see the hyphen of blackletter
_ENOUGH = 3  # lines; fewer show neither edge of their column
_INDENT = 0.7  # sizes; a line set in by so much opens a paragraph
_SHORT = 1.5  # sizes; a line that ends so far before its column's edge ends a paragraph
_FLUSH = 0.3  # sizes; two lines that end on one edge, however short, end no paragraph
_RAGGED = 0.5  # sizes before the edge that lines inside sentences end, in ragged print
_BROKEN, _OPEN, _ENDED = 1.0, 0.7, -1.0
_INSIDE, _OPENS = 1.0, -1.0
_UNDER = 0.3  # of the narrower width; what shares so much stands under a heading
_AFTER_END = 0.3  # what a paragraph or a heading after an end is worth: many orders give it
_FOOT = -0.2  # what a heading at the foot of a column is worth before the head of the next
_UNSURE = 0.2  # what text that starts with a capital is worth after text that breaks off


class Tie(NamedTuple):
    """The two ends of a region: above 0 it starts inside or breaks off, below 0 it does not."""

    start: float
    end: float
    heading: bool
    box: Box
    closed: bool = False  # its last line ends a paragraph, short of the edge
    flush: bool = False  # its first line is not set in as those of its paragraphs are


def tie_of(lines: Sequence[Line], boxes: Sequence[Box], box: Box, *, heading: bool) -> Tie:
    """Return the ends of a region, whose lines have `boxes` as text that runs to the right."""
    if not lines or heading:
        return Tie(0.0, 0.0, heading, box)
    closed = ends_sentence(printed(lines[-1])) and _is_short(lines, boxes)
    flush = _is_flush(lines, boxes)
    return Tie(_start(lines, boxes), _end(lines, boxes), heading, box, closed, flush)


def _start(lines: Sequence[Line], boxes: Sequence[Box]) -> float:
    if starts_inside(printed(lines[0])):
        return _INSIDE
    if len(lines) >= _ENOUGH:
        left = statistics.median_low(box.x0 for box in boxes[1:])
        if boxes[0].x0 - left >= _INDENT * size_of(lines[0]):
            return _OPENS
    return 0.0


def _end(lines: Sequence[Line], boxes: Sequence[Box]) -> float:
    text = printed(lines[-1]).rstrip()
    if text and text[-1] in _HYPHENS:
        return _BROKEN
    if ends_sentence(text):
        return _ENDED
    if len(lines) >= _ENOUGH:
        size = size_of(lines[-1])
        level = abs(boxes[-1].x1 - boxes[-2].x1) <= _FLUSH * size  # beside what text runs around
        if boxes[-1].x1 <= _short_of(lines[:-1], boxes[:-1], size) and not level:
            return 0.0 if left_open(text) else _ENDED
        return _OPEN if text and not is_han_text(text) else 0.5 * _OPEN
    return _OPEN if left_open(text) else 0.0


def starts_over(one: Tie, two: Tie) -> bool:
    """Whether a text ends a paragraph, and another, set with indents, begins without one."""
    return one.closed and two.flush


def _is_short(lines: Sequence[Line], boxes: Sequence[Box]) -> bool:
    size = size_of(lines[-1])
    return len(lines) >= _ENOUGH and boxes[-1].x1 <= _short_of(lines[:-1], boxes[:-1], size)


def _is_flush(lines: Sequence[Line], boxes: Sequence[Box]) -> bool:
    """Whether a text begins at the edge from which its paragraphs are set in."""
    if len(lines) < _ENOUGH:
        return False
    left, size = statistics.median_low(box.x0 for box in boxes[1:]), size_of(lines[0])
    indents = (
        box.x0 - left >= _INDENT * size and ends_sentence(printed(over))
        for over, box in zip(lines, boxes[1:], strict=False)
    )
    return abs(boxes[0].x0 - left) <= _FLUSH * size and any(indents)


def _short_of(lines: Sequence[Line], boxes: Sequence[Box], size: float) -> float:
    """Return where a line must end at most to end a paragraph: in ragged print, far before."""
    right = statistics.median_high(box.x1 for box in boxes)
    inner = sorted(
        box.x1 for line, box in zip(lines, boxes, strict=True) if not ends_sentence(printed(line))
    )
    if inner and inner[-1 - len(inner) // 10] - statistics.median(inner) > _RAGGED * size:
        return (min(box.x0 for box in boxes) + right) / 2
    return right - _SHORT * size


def seam(one: Tie, two: Tie) -> float:
    """Return -1..1: how likely the second region is read right after the first."""
    if one.heading:
        return _after_heading(one.box, two)
    if two.heading:
        return -max(one.end, -_AFTER_END)
    if one.end > 0:
        return _after_break(one, two)
    if one.end < 0:
        return _ENDED if two.start > 0 else _AFTER_END * (two.start < 0)
    return 0.0


def _after_heading(head: Box, two: Tie) -> float:
    if two.start > 0:
        return _ENDED
    if two.box.y1 <= head.y0:
        return _FOOT
    under = head.overlap_x(two.box) >= _UNDER * min(head.width, two.box.width)
    return _AFTER_END if under else _ENDED


def _after_break(one: Tie, two: Tie) -> float:
    if two.start > 0:
        return one.end
    return -one.end if two.start < 0 else _UNSURE


def told(order: Iterable[int], ties: Mapping[int, Tie]) -> float:
    """Return what all seams of an order say together; regions without a tie say nothing."""
    return sum(
        seam(ties[one], ties[two]) for one, two in pairwise(order) if one in ties and two in ties
    )
