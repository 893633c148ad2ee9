"""Classified notices: small texts under one head, each parted from the next by a rule."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from digitize.layout.page.board import beside
from digitize.layout.page.desk import PAID, Desk
from digitize.layout.page.rules import holds
from digitize.layout.print.notices import HEAD_WORDS, ROWS
from digitize.model.geometry import Box
from digitize.model.page import Region, Role
from digitize.model.reading import read

_TEXTS = frozenset({Role.BODY, Role.NOTICE, Role.ADVERT})
_HEADS = frozenset({Role.HEADLINE, Role.SUBHEADING})
_LEAST = 3  # notices; fewer are no list
_SHOWN = 2  # notices, a rule between them, that show how a list goes on in the next column
_EDGE = 1.0  # body sizes by which notices of one column may begin apart
_NEAR = 1.5  # body sizes to the rest of a notice, or to one from which a rule has worn off
_GUTTER = 3.0  # body sizes from a column of notices to the next
_ALIKE = 0.8  # of the wider; notices of two columns are as wide


def classified(desk: Desk) -> Iterator[tuple[Region, Region]]:
    """Yield each notice of a list with the head of that list."""
    for head in desk.regions:
        if _is_head(desk, head):
            notices = _notices(desk, head)
            if len(notices) >= _LEAST and _is_ruled(desk, notices):
                yield from ((head, notice) for notice in notices)


def _is_ruled(desk: Desk, notices: Sequence[Region]) -> bool:
    """Whether rules part most notices from the next in their column: paragraphs have none."""
    pairs = [
        (desk.box(one), desk.box(two))
        for one, two in pairwise(notices)
        if beside(desk.box(one), desk.box(two))
    ]
    return 2 * sum(desk.parted(*pair) for pair in pairs) >= len(pairs)


def _is_head(desk: Desk, region: Region) -> bool:
    """Whether a region is a word or two that heads a list: by its role, or in the middle."""
    short = len(region.lines) == 1 and len(read(region.lines).split()) <= HEAD_WORDS
    return short and (region.role in _HEADS or (region.role in PAID and _is_middle(desk, region)))


def _is_middle(desk: Desk, region: Region) -> bool:
    """Whether a line stands in the middle over a wider text right under it."""
    box, at = desk.box(region), desk.regions.index(region)
    under = desk.box(desk.regions[at + 1]) if at + 1 < len(desk.regions) else box
    set_in = min(box.x0 - under.x0, under.x1 - box.x1) >= _EDGE * desk.size
    return set_in and abs(box.center.x - under.center.x) <= _EDGE * desk.size


def _notices(desk: Desk, head: Region) -> list[Region]:
    """Return the small texts that follow a head, a rule between any two of one column."""
    found = _run(desk, head)
    shown = len(found) >= _SHOWN or _in_list(desk, head)
    while found and shown and (top := _next_column(desk, found[-1])) is not None:
        found += [top, *_run(desk, top)]
    return found


def _in_list(desk: Desk, head: Region) -> bool:
    """Whether another list ends right over a head."""
    over = _over(desk, head)
    return over is not None and _is_small(over)


def _run(desk: Desk, first: Region) -> list[Region]:
    """Return the notices that follow what comes first in their column."""
    found: list[Region] = []
    frame = desk.island(desk.box(first))
    for one in desk.regions[desk.regions.index(first) + 1 :]:
        if not _is_small(one) or _is_head(desk, one):
            break
        out = frame >= 0 and not holds(desk.frames[frame], desk.box(one))
        if out and not _is_ruled(desk, found):
            break  # what is framed without a list heads nothing outside of its frame
        if not _follows(desk, found[-1] if found else first, one):
            break
        found.append(one)
    return found


def _is_small(region: Region) -> bool:
    return region.role in _TEXTS and len(region.lines) <= ROWS


def _follows(desk: Desk, upper: Region, lower: Region) -> bool:
    """Whether a notice stands under its head, or under another of which it may be the rest."""
    one, two = desk.box(upper), desk.box(lower)
    edge = abs(one.x0 - two.x0) <= _EDGE * desk.size
    near = two.y0 - one.y1 <= _NEAR * desk.size or desk.parted(one, two)
    return beside(one, two) and one.y0 < two.y0 and (_is_head(desk, upper) or (edge and near))


def _next_column(desk: Desk, last: Region) -> Region | None:
    """Return the first notice of the next column, where no head stands over it, or under these."""
    box = desk.box(last)
    under = [one for one in desk.regions if desk.box(one).y0 >= box.y1]
    under = [one for one in under if beside(desk.box(one), box)]
    if any(one.role in _HEADS or _is_head(desk, one) for one in under):
        return None
    found = [
        one
        for one in desk.regions
        if _is_small(one) and _goes_on(box, desk.box(one), desk.size) and not _headed(desk, one)
    ]
    return min(found, key=lambda one: desk.box(one).y0, default=None)


def _goes_on(one: Box, two: Box, size: float) -> bool:
    alike = min(one.width, two.width) >= _ALIKE * max(one.width, two.width)
    return alike and two.y0 < one.y0 and 0 <= two.x0 - one.x1 <= _GUTTER * size


def _headed(desk: Desk, region: Region) -> bool:
    nearest = _over(desk, region)
    return nearest is not None and (nearest.role in _HEADS or _is_small(nearest))


def _over(desk: Desk, region: Region) -> Region | None:
    """Return what stands right over a region in its column."""
    box = desk.box(region)
    over = [
        one
        for one in desk.regions
        if desk.box(one).center.y < box.y0 and beside(desk.box(one), box)
    ]
    return max(over, key=lambda one: desk.box(one).y1, default=None)
