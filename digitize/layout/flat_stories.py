"""Stories in flat text: a headline starts one, whatever follows belongs to it."""

from __future__ import annotations

from collections.abc import Sequence

from digitize.model.page import FURNITURE, WORDLESS, Join, Region, Role

_ALONE = frozenset({Role.ADVERT, Role.NOTICE})
_HEADS = frozenset({Role.KICKER, Role.HEADLINE})


def flat_stories(regions: Sequence[Region]) -> tuple[dict[str, str], tuple[Join, ...]]:
    """Return the story of each region ("a01" …) and the joins inside stories."""
    stories: dict[str, str] = {}
    joins: list[Join] = []
    last: dict[str, Region] = {}
    main, count, before = "", 0, None
    for region in regions:
        if region.role in FURNITURE or region.role in WORDLESS:
            continue
        if region.role in _ALONE:
            new = before is None or before.role != region.role or _opens_item(region)
            count += new
            story = f"a{count:02d}" if new or before is None else stories[before.id]
        else:
            kicked = (
                before is not None and before.role == Role.KICKER and region.role == Role.HEADLINE
            )
            if not main or (region.role in _HEADS and not kicked):
                count += 1
                main = f"a{count:02d}"
            story = main
        if story in last:
            reason, score = _why(last[story], region)
            joins.append(Join(first=last[story].id, second=region.id, reason=reason, score=score))
        stories[region.id] = story
        last[story] = region
        before = region
    return stories, tuple(joins)


def _opens_item(region: Region) -> bool:
    """Whether an advertisement or notice begins here; a heading of one line does not go on."""
    return len(region.lines) <= 2 and region.reason.startswith("heads")


def _why(first: Region, second: Region) -> tuple[str, float]:
    if first.role in (Role.HEADLINE, Role.DECK, Role.KICKER):
        return f"{second.role} follows {first.role}", 0.95
    return "next block before another headline", 0.8
