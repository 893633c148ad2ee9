"""What stands over a text in its column: the headline that it may be under, or more text."""

from __future__ import annotations

from collections.abc import Sequence

from digitize.layout.flat.stories import comes_from
from digitize.layout.page.board import beside
from digitize.layout.page.desk import Desk
from digitize.layout.print.stacks import IN_BAR
from digitize.model.geometry import Box
from digitize.model.page import Region, Role

TEXT = frozenset({Role.BODY, Role.SUBHEADING, Role.PULL_QUOTE, Role.TABLE, Role.JUMP_LINE})
"""Roles of what a story's text is made of."""

UNDER_HEADS = frozenset({Role.DECK, Role.BYLINE, Role.DATELINE})
"""Roles of what stands between a headline and its text."""

_OWNED = 0.5  # of a region's width that its headline must span
_MIDDLE = 0.2  # of a column; a narrow headline stands so near its middle or its left edge
_WIDER = 1.5  # times a column; a headline so wide stands over several
_UNDERLINE = 1.5  # body sizes under a headline; a rule so near may be its own
STACKED = 3.0  # body sizes between the parts of a stack of headings
LEVEL = 2.0  # body sizes; columns of one story begin on one level


def right_over(desk: Desk, region: Region, peers: Sequence[Region]) -> Region | None:
    """Return what stands right over a region, its headline or text, no rule between."""
    box = desk.box(region)
    over = [
        other
        for other in peers
        if desk.box(other).center.y < box.center.y
        and desk.box(other).y0 < box.y0
        and spans_over(desk, other, region)
    ]
    nearest = max(
        over, key=lambda item: (desk.box(item).y1, -abs(desk.box(item).x0 - box.x0)), default=None
    )
    parted = nearest is not None and desk.parted(desk.box(nearest), box)
    return None if parted and not _underlined(desk, nearest, peers) else nearest


def _underlined(desk: Desk, head: Region | None, peers: Sequence[Region]) -> bool:
    """Whether a headline would head nothing if a rule right under it parted it from the text."""
    if head is None or _is_text(head):
        return False
    box, foot = desk.box(head), _foot(desk, head, peers)
    under = [one for one in peers if desk.box(one).y0 >= foot and spans_over(desk, head, one)]
    first = min((desk.box(one).y0 for one in under), default=0) + LEVEL * desk.size
    near = desk.rules.under(box, IN_BAR * box.height / len(head.lines), 1.0)
    near += desk.rules.under(box._replace(y1=foot), _UNDERLINE * desk.size, 0.0)
    return bool(near) and all(
        desk.parted(box, desk.box(one)) for one in under if desk.box(one).y0 <= first
    )


def _foot(desk: Desk, head: Region, peers: Sequence[Region]) -> int:
    """Return where a headline ends with the decks and the byline that stand right under it."""
    foot = desk.box(head).y1
    for one in sorted(peers, key=lambda one: desk.box(one).y0):
        box = desk.box(one)
        low = one.role in UNDER_HEADS and desk.span(head).overlap_x(box) > 0
        if low and foot < box.y1 and box.y0 <= foot + STACKED * desk.size:
            foot = box.y1
    return foot


def _is_text(region: Region) -> bool:
    """Whether a region is text, and no line "from page 1", which heads what it brings."""
    return region.role in TEXT and not comes_from(region)


def spans_over(desk: Desk, upper: Region, lower: Region) -> bool:
    """Return whether a region covers the width of one under it, or stands in its column."""
    box, span = desk.box(lower), desk.span(upper)
    shared = span.overlap_x(box)
    if _is_text(upper):
        return shared >= _OWNED * min(span.width, box.width)
    if shared >= _OWNED * box.width:
        return True
    own = desk.box(upper)
    centred = abs(own.center.x - box.center.x) <= _MIDDLE * box.width
    flush = own.x0 - box.x0 <= _MIDDLE * box.width
    return own.overlap_x(box) >= 0.8 * own.width and (centred or flush)


def is_wide(desk: Desk, text: Region, peers: Sequence[Region]) -> bool:
    """Whether the headline over a text stands over several columns."""
    return _head(desk, text, peers).width >= _WIDER * desk.box(text).width


def _head(desk: Desk, text: Region, peers: Sequence[Region]) -> Box:
    """Return the reach of the headline over a text, the text's own box where there is none."""
    box = desk.box(text)
    heads = [
        desk.span(one)
        for one in peers
        if one.role == Role.HEADLINE
        and desk.box(one).y1 <= box.center.y
        and spans_over(desk, one, text)
        and not desk.parted(desk.box(one), box)
    ]
    return max(heads, key=lambda one: one.y1, default=box)


def tops_of(desk: Desk, text: Region, peers: Sequence[Region]) -> list[int]:
    """Return where the headline over a text begins, and where the texts of its column do."""
    box, head = desk.box(text), _head(desk, text, peers)
    column = [
        desk.box(one).y0
        for one in peers
        if one.role in TEXT and beside(desk.box(one), box) and head.y1 <= desk.box(one).y0 < box.y0
    ]
    return [head.y0, *column, box.y0]
