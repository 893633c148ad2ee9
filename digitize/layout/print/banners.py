"""Level headings over upright text: what begins right under one is its story."""

from __future__ import annotations

from digitize.layout.page.desk import Desk
from digitize.layout.print.sequels import TEXT, Sequel
from digitize.model.page import Region, Role

_NEAR = 3.0  # body sizes between such a heading and the columns under it
_OWNED = 0.5  # of the narrower width that they share


def banners(desk: Desk) -> dict[str, Sequel]:
    """Return for the text that begins under a level heading what it goes on with: the heading.

    On a page that is laid on its side such a heading stands beside its text, not over it.
    """
    found: dict[str, Sequel] = {}
    for head in desk.regions:
        if head.role == Role.HEADLINE and not head.lines[0].vertical:
            text = next((one for one in desk.regions if _stands_under(desk, head, one)), None)
            if text is not None:
                why = "it begins under the level headline"
                found[text.id] = Sequel(1.0, text.id, head.id, why, "headed")
    return found


def _stands_under(desk: Desk, head: Region, text: Region) -> bool:
    if text.role not in TEXT or not text.lines[0].vertical:
        return False
    upper, lower = head.box, text.box
    shared = upper.overlap_x(lower) >= _OWNED * min(upper.width, lower.width)
    near = -desk.size <= lower.y0 - upper.y1 <= _NEAR * desk.size
    return shared and near and not desk.rules.part_columns(desk.box(head), desk.box(text))
