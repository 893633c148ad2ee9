"""Gather the regions of a page into stories: headlines with what they own, and wraps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from digitize.grammar.jumps import find_jump
from digitize.layout.flat.stories import flat_stories
from digitize.layout.print.stories import print_stories
from digitize.model.page import Region, Role
from digitize.model.reading import read
from digitize.stage import Fact, Sheet


@dataclass(frozen=True, slots=True)
class Stories:
    """Give every region that is no furniture a story of this page, and say what joins them."""

    name: ClassVar[str] = "stories"
    needs: ClassVar[frozenset[Fact]] = frozenset({"order", "roles"})
    gives: ClassVar[frozenset[Fact]] = frozenset({"stories"})

    def __call__(self, sheet: Sheet, /) -> Sheet:
        """Return the sheet with `Region.story` and `Page.joins`."""
        page = sheet.page
        flat = page.scan.kind == "text"
        stories, joins = flat_stories(page.regions) if flat else print_stories(page)
        regions = [replace(region, story=stories.get(region.id, "")) for region in page.regions]
        regions = regions if flat else _gathered(regions)
        note = f"{len(set(stories.values()))} stories"
        return replace(sheet, page=replace(page, regions=tuple(regions), joins=joins), note=note)


def _gathered(regions: Sequence[Region]) -> list[Region]:
    """Bring the regions of each story together, where its first one stands."""
    stories: dict[str, list[Region]] = {}
    for region in regions:
        stories.setdefault(region.story or region.id, []).append(region)
    return [region for story in stories.values() for region in sorted(story, key=_closes)]


def _closes(region: Region) -> bool:
    """Whether a region says where its story goes on: it is read last, wherever it stands."""
    jump = find_jump(read(region.lines)) if region.role is Role.JUMP_LINE else None
    return jump is not None and jump.direction == "to"
