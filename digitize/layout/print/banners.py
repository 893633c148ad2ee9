"""Level headings over upright text: what begins right under one is its story."""

from __future__ import annotations

from itertools import pairwise

from digitize.layout.flat.stories import comes_from
from digitize.layout.page.desk import Desk
from digitize.layout.print.overhead import TEXT, UNDER_HEADS
from digitize.layout.print.sequels import Sequel
from digitize.model.geometry import Box
from digitize.model.page import Region, Role

_NEAR = 3.0  # body sizes between such a heading and the columns under it
_STACK_NEAR = 2.0  # body sizes between the parts of a heading
_OWNED = 0.5  # of the narrower width that they share


def banners(desk: Desk) -> dict[str, Sequel]:
    """Return for the text that begins under a level heading, and for its decks, what is over them.

    On a page that is laid on its side such a heading stands beside its text, not over it.
    """
    found: dict[str, Sequel] = {}
    for head in desk.regions:
        if head.role != Role.HEADLINE or head.lines[0].vertical:
            continue
        stack = _stack(desk, head)
        text = next((one for one in desk.regions if _stands_under(desk, stack[-1], one)), None)
        if text is not None:
            for upper, lower in pairwise((*stack, text)):
                why = "it begins under the level headline"
                found[lower.id] = Sequel(1.0, lower.id, upper.id, why, "headed")
            for line in desk.regions:
                if comes_from(line) and _brings(desk, head, line, text):
                    why = "it stands between the level headline and its text"
                    found[line.id] = Sequel(1.0, line.id, head.id, why, "headed")
    return found


def _brings(desk: Desk, head: Region, line: Region, text: Region) -> bool:
    """Whether a level line "from page 1" stands over a text, under its headline or beside that."""
    box = line.box
    level = not line.lines[0].vertical and head.box.y0 <= box.center.y <= text.box.y0
    near = text.box.y0 - box.y1 <= _NEAR * desk.size
    return (
        level and near and text.box.x0 - desk.size <= box.x0 and box.x1 <= text.box.x1 + desk.size
    )


def _stack(desk: Desk, head: Region) -> list[Region]:
    """Return a level headline with the level decks and names that stand right under it."""
    stack = [head]
    for one in sorted(desk.regions, key=lambda one: one.box.y0):
        if _in_stack(desk, stack[-1], one):
            stack.append(one)
    return stack


def _in_stack(desk: Desk, upper: Region, lower: Region) -> bool:
    """Whether a level deck or name stands right under a level heading."""
    if lower.role not in UNDER_HEADS or lower.lines[0].vertical:
        return False
    near = 0 <= lower.box.y0 - upper.box.y1 <= _STACK_NEAR * desk.size
    return near and upper.box.overlap_x(lower.box) >= _OWNED * lower.box.width


def _stands_under(desk: Desk, head: Region, text: Region) -> bool:
    if text.role not in TEXT or not text.lines[0].vertical:
        return False
    upper, lower = head.box, text.box
    shared = upper.overlap_x(lower) >= _OWNED * min(upper.width, lower.width)
    near = -desk.size <= lower.y0 - _foot(desk, upper, lower) <= _NEAR * desk.size
    return shared and near and not desk.rules.part_columns(desk.box(head), desk.box(text))


def _foot(desk: Desk, upper: Box, lower: Box) -> int:
    """Return where a heading ends, or the caption of the picture alone between it and a text."""
    between = [
        one
        for one in desk.regions
        if upper.y1 <= one.box.y0 and one.box.y1 <= lower.y0 and one.box.overlap_x(lower) > 0
    ]
    alone = all(one.role == Role.CAPTION for one in between)
    return max((one.box.y1 for one in between), default=upper.y1) if alone else upper.y1
