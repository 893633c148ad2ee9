"""Classified notices: small texts under one head, each parted from the next by a rule."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from digitize.layout.board import beside
from digitize.layout.desk import Desk
from digitize.model.page import Region, Role
from digitize.model.reading import read

_TEXTS = frozenset({Role.BODY, Role.NOTICE, Role.ADVERT})
_HEADS = frozenset({Role.HEADLINE, Role.SUBHEADING})
_WORDS = 3  # of a head: "SITUATIONS VACANT."
_ROWS = 8  # of a notice
_LEAST = 3  # notices; fewer are no list
_ALIKE = 0.9  # of the wider; notices of one list are as wide


def classified(desk: Desk) -> Iterator[tuple[Region, Region]]:
    """Yield each notice of a list with the head of that list."""
    for head in desk.regions:
        short = len(head.lines) == 1 and len(read(head.lines).split()) <= _WORDS
        if head.role in _HEADS and short and not desk.displays(head):
            notices = _notices(desk, head)
            if len(notices) >= _LEAST:
                yield from ((head, notice) for notice in notices)


def _notices(desk: Desk, head: Region) -> Sequence[Region]:
    """Return the small texts that follow a head in its column, a rule between any two."""
    found: list[Region] = []
    box = desk.box(head)
    under = [one for one in desk.regions if desk.box(one).y0 >= desk.box(head).center.y]
    for one in sorted(under, key=lambda one: desk.box(one).y0):
        if one is head or not beside(box, desk.box(one)):
            continue
        small = one.role in _TEXTS and len(one.lines) <= _ROWS
        if not small or (found and not _follows(desk, found[-1], one)):
            break
        found.append(one)
        box = desk.box(one)
    return found


def _follows(desk: Desk, upper: Region, lower: Region) -> bool:
    """Whether a notice as wide as the one over it stands under it, a rule between them."""
    one, two = desk.box(upper), desk.box(lower)
    alike = min(one.width, two.width) >= _ALIKE * max(one.width, two.width)
    return alike and beside(one, two) and desk.parted(one, two)
