"""How far a headline reaches: beyond its lettering, over all columns that it stands over."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from digitize.layout.page.rules import Rules
from digitize.model.geometry import Box

_SHRINK = 0.2  # body sizes off every height: boxes of neighbours touch by noise
_COLUMN = 0.5  # of the narrower width; boxes that share this stand in one column
_STACK = 6.0  # body sizes under a headline in which large type is still its deck
_RULED = 0.8  # of a text's width; a rule so long parts it from what stands over it
_NOTHING = (-1e9, 1e9)  # how far one sees where nothing stands
_LOOSE = 1.0  # body sizes by which columns and headlines may miss each other's edges


class Sight(NamedTuple):
    """What stands on a page, as far as headlines must see it."""

    heads: Sequence[Box]
    texts: Sequence[Box]  # text that heads nothing
    pictures: Sequence[Box]
    rules: Rules
    size: float  # of the body type


def spans(sight: Sight) -> list[Box]:
    """Return each headline's box, made as wide as the columns under it that are its own.

    A headline ends where its words do; the white beside it belongs to it as far as nothing is
    printed there, no rule comes between, and the text under it has no headline of its own. After
    eynollah's idea to draw headings out to the edges of their columns.
    """
    return [_span(head, sight) for head in sight.heads]


def _span(head: Box, sight: Sight) -> Box:
    below = [text for text in sight.texts if _under(head, text, sight)]
    left, right = _limits(head, [*sight.heads, *sight.texts, *sight.pictures], sight)
    near = _LOOSE * sight.size
    wide = _drawn_out(head, below, left, right)
    head_left, head_right = _limits(head, sight.heads, sight)
    alone = head_left < _NOTHING[0] / 2
    centred = alone and abs(wide.center.x - head.center.x) <= near
    flush = any(abs(text.x0 - head.x0) <= near and text.overlap_x(head) > 0 for text in below)
    if flush and not centred:
        return _drawn_out(head, below, head.x0 - near, right)
    middle = 2 * head.center.x  # centred: what it leaves to a neighbour it leaves on both sides
    if head_left >= left and not alone:
        left = max(left, middle - wide.x1 - near)
    if head_right <= right and head_right < _NOTHING[1] / 2:
        right = min(right, middle - wide.x0 + near)
    return _drawn_out(head, below, left, right)


def _drawn_out(head: Box, below: Sequence[Box], left: float, right: float) -> Box:
    """Return a headline's box over all columns under it that lie within limits."""
    own = [text for text in below if left <= text.center.x <= right]
    mine = [text for text in own if text.overlap_x(head) > 0]
    foot = max((text.y1 for text in mine), default=head.y1)
    beside = [text for text in own if text.y0 < foot and text not in mine]
    edges = [text for text in (*mine, *beside) if left <= text.x0 and text.x1 <= right]
    return Box(
        min([head.x0, *(text.x0 for text in edges)]),
        head.y0,
        max([head.x1, *(text.x1 for text in edges)]),
        head.y1,
    )


def _limits(head: Box, others: Sequence[Box], sight: Sight) -> tuple[float, float]:
    """Return how far to the left and right a headline sees none of `others`, and no rule."""
    shrink, loose = _SHRINK * sight.size, _LOOSE * sight.size
    top, foot = head.y0 + shrink, head.y1 - shrink
    walls = [
        box
        for box in (*others, *sight.rules.upright)
        if box is not head and box.y0 < foot and box.y1 > top
    ]
    left = max((box.x1 for box in walls if box.center.x < head.x0), default=_NOTHING[0])
    right = min((box.x0 for box in walls if box.center.x > head.x1), default=_NOTHING[1])
    return left - loose, right + loose


def _under(head: Box, text: Box, sight: Sight) -> bool:
    """Whether text stands below a headline with neither rule nor another headline between."""
    if text.y0 < head.center.y:
        return False
    ruled = any(
        head.y1 <= (rule.y0 + rule.y1) // 2 <= text.y0
        and rule.overlap_x(text) >= _RULED * text.width
        for rule in sight.rules.across
    )
    return not ruled and not any(
        head.y1 + _STACK * sight.size < box.y0 < text.y0
        and box.overlap_x(text) >= _COLUMN * min(box.width, text.width)
        for box in sight.heads
    )
