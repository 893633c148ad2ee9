"""Lists of small notices under each other, a rule between any two: a page of classified columns."""

from __future__ import annotations

import statistics
from collections.abc import Iterator, Sequence
from itertools import pairwise

from digitize.layout.evidence.adverts import sells
from digitize.layout.evidence.verdict import Verdict
from digitize.layout.page.board import Board, Look
from digitize.layout.print.setapart import set_apart
from digitize.model.geometry import Box, union
from digitize.model.page import Role

ROWS = 14  # of a notice
_TYPE = 1.2  # body sizes; larger type heads something
_LEAST = 4  # notices; fewer are no list
_PLAIN = 0.7  # of the notices begin as text does; of news in brief each has a heading
_EDGE = 1.0  # body sizes by which notices begin apart
_ALIKE = 0.7  # of the column's width that the lines of a notice fill
_FAR = 4.0  # body sizes of white that end a list
HEAD_WORDS = 3  # of a list's head: "SITUATIONS VACANT."
_SET_IN = 1.0  # body sizes that it is set in by
_SELLS = 0.2  # how much notices sell, one with another, that are paid for
_LISTED = "is one of a list of small texts between rules"


def notices(board: Board, looks: Sequence[Look]) -> dict[str, Verdict]:
    """Return verdicts on the regions of `looks` in such lists, and on what heads them."""
    found: dict[str, Verdict] = {}
    for column in _columns(board, looks):
        items = list(_items(board, column))
        if len(items) < _LEAST:
            continue
        whole = union(look.box for look in column)
        heads = [one[0] for one in items if _is_head(board, one[0], whole)]
        if not _is_list(board, items, whole, len(items) - len(heads)):
            continue
        paid = statistics.mean(sells(" ".join(look.said.text for look in one)) for one in items)
        text = Verdict(Role.NOTICE if paid >= _SELLS else Role.BODY, 0.7, _LISTED)
        found |= {look.id: text for look in column}
        found |= {
            look.id: Verdict(Role.HEADLINE, 0.7, "heads a list of small texts between rules")
            for look in heads
            if look is not column[-1]
        }
    return found


def _columns(board: Board, looks: Sequence[Look]) -> Iterator[list[Look]]:
    """Yield runs of small regions under each other in one column."""
    left = [look for look in looks if _is_small(look)]
    left.sort(key=lambda look: (look.box.y0, look.box.x0))
    while left:
        run = [left.pop(0)]
        while (below := board.below(run[-1], board.looks)) in left and _goes_on(board, run, below):
            left.remove(below)
            run.append(below)
        yield run


def _is_small(look: Look) -> bool:
    return look.rows <= ROWS and look.ratio < _TYPE and not look.region.lines[0].vertical


def _goes_on(board: Board, run: Sequence[Look], below: Look | None) -> bool:
    if below is None:
        return False
    size, widest = board.scale.size, max((look.box for look in run), key=lambda box: box.width)
    inside = widest.x0 - _EDGE * size <= below.box.x0 and below.box.x1 <= widest.x1 + _EDGE * size
    wider = len(run) == 1 and below.box.x0 <= widest.x0 and widest.x1 <= below.box.x1
    near = below.box.y0 - run[-1].box.y1 <= _FAR * size
    return (inside or wider) and near


def _items(board: Board, column: Sequence[Look]) -> Iterator[list[Look]]:
    """Yield the notices of a column: what stands between two rules, and what heads a list apart."""
    item = [column[0]]
    for upper, lower in pairwise(column):
        if board.parted(upper.box, lower.box):
            yield item
            item = []
        item.append(lower)
    yield item


def _is_list(board: Board, items: Sequence[Sequence[Look]], whole: Box, headless: int) -> bool:
    """Whether most notices begin at the column's edge as text does, and fill its width.

    `whole` is the column, `headless` how many of its `items` do not begin with the head of a list.
    """
    edge = statistics.median(one[0].box.x0 for one in items)
    plain = [
        one
        for one in items
        if abs(one[0].box.x0 - edge) <= _EDGE * board.scale.size
        and one[0].box.width >= _ALIKE * whole.width
        and not set_apart(board, one[0])
    ]
    return len(plain) >= max(_LEAST, _PLAIN * headless)


def _is_head(board: Board, look: Look, column: Box) -> bool:
    """Whether a region is a word or two set apart or in the middle: "LOST AND FOUND."."""
    if look.rows > 1 or not 0 < look.said.words <= HEAD_WORDS:
        return False
    near = _SET_IN * board.scale.size
    margins = look.box.x0 - column.x0, column.x1 - look.box.x1
    middle = min(margins) >= near and abs(margins[0] - margins[1]) <= near
    return middle or set_apart(board, look)
