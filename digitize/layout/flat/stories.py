"""Stories in flat text: a headline starts one, whatever follows belongs to it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from digitize.grammar.jumps import find_jump
from digitize.model.page import FURNITURE, WORDLESS, Join, Region, Role
from digitize.model.reading import read

_ALONE = frozenset({Role.ADVERT, Role.NOTICE})
_CATCHWORD = re.compile(
    r"^\W*(?:[A-ZÀ-Þ][A-ZÀ-Þ'’&.-]+\W+){0,4}[A-ZÀ-Þ'’&-]{4,}(?:\W|$)|"
    r"^\W*[^\W\d_][\w '’-]{2,24}\s*(?:[:：]|\.?\s?[—–])\s*\S|"
    r"^[^，。：:]{2,8}[：:]"
)
"""How classified advertisements begin: "FOR SALE", "WANTED: A cook", "Zu vermieten:", 招租：."""

_HEADS = frozenset({Role.KICKER, Role.HEADLINE, Role.DECK, Role.BYLINE, Role.DATELINE})


def flat_stories(regions: Sequence[Region]) -> tuple[dict[str, str], tuple[Join, ...]]:
    """Return the story of each region ("a01" …) and the joins inside stories."""
    stories: dict[str, str] = {}
    joins: list[Join] = []
    last: dict[str, Region] = {}
    main, before = "", None
    for region in regions:
        if region.role in FURNITURE or region.role in WORDLESS:
            continue
        new = f"a{len(last) + 1:02d}"
        if region.role in _ALONE:
            apart = before is None or before.role != region.role or _opens_item(before, region)
            story = new if apart or before is None else stories[before.id]
        else:
            main = new if not main or _starts(last[main], region) else main
            story = main
        if story in last:
            reason, score = _why(last[story], region)
            joins.append(Join(first=last[story].id, second=region.id, reason=reason, score=score))
        stories[region.id] = story
        last[story] = region
        before = region
    return stories, tuple(joins)


def _starts(last: Region, region: Region) -> bool:
    """Whether a region begins another story than the one that `last` belongs to."""
    announced = last.role == Role.KICKER or comes_from(last)
    if region.role in (Role.KICKER, Role.HEADLINE):
        return not announced
    return comes_from(region) and last.role not in _HEADS


def comes_from(region: Region) -> bool:
    """Return whether a jump line says that the story after it comes from another page."""
    jump = find_jump(read(region.lines)) if region.role == Role.JUMP_LINE else None
    return jump is not None and jump.direction == "from"


def _opens_item(before: Region, region: Region) -> bool:
    """Whether an advertisement or notice begins here: with a heading, or a catchword of its own."""
    heading = region.reason.startswith("heads")
    if before.reason.startswith("heads"):
        return False
    return heading or bool(_CATCHWORD.match(read(region.lines)))


def _why(first: Region, second: Region) -> tuple[str, float]:
    if first.role in (Role.HEADLINE, Role.DECK, Role.KICKER):
        return f"{second.role} follows {first.role}", 0.95
    return "next block before another headline", 0.8
