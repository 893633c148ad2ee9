"""A METS over its pages: the articles, roles and the issue record that it gives them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from digitize.load.oldocr.bound import bound
from digitize.load.oldocr.mets import Area, Item, Mets
from digitize.load.oldocr.record import Record, Story
from digitize.model.document import Document
from digitize.model.geometry import Box
from digitize.model.page import Page, Region, Role


def packaged(name: str, records: Sequence[Record], mets: Mets) -> Document:
    """Return the document of the pages as the METS puts them together.

    Where it names no article, those that the pages themselves name stay.
    """
    places = _Places(records, mets)
    stories = tuple(_story(item, places) for item in mets.items)
    roles = dict(places.roles(mets))
    goes_on = {
        region
        for item in mets.items
        for area in item.areas
        if area.goes_on
        for region in places.regions(area)[:1]
    }
    held = [
        replace(
            record,
            page=record.page if record.ours else _with(record.page, roles, goes_on),
            stories=() if mets.items else record.stories,
        )
        for record in records
    ]
    if held and mets.items:
        held[0] = replace(held[0], stories=tuple(story for story in stories if story.parts))
    document = bound(name, held, mets.issue)
    warnings = document.warnings
    if places.lost:
        warnings += (f"blocks that the METS names and no page has: {len(places.lost)}",)
    return replace(document, warnings=warnings)


class _Places:
    """Finds the regions that an area means."""

    def __init__(self, records: Sequence[Record], mets: Mets) -> None:
        self.of_file = {
            file: record
            for record, files in zip(records, mets.pages, strict=False)
            for file in files
        }
        self.lost: set[tuple[str, str]] = set()

    def regions(self, area: Area) -> tuple[str, ...]:
        """Return the ids of the regions of an area; nothing when they are not there."""
        record = self.of_file.get(area.file)
        if record is None:
            return ()
        if area.begin:
            found = record.names.get(area.begin, ())
            if not found and not record.page.error:
                self.lost.add((area.file, area.begin))
            return found
        box = Box(*area.box)
        return tuple(
            region.id
            for region in record.page.regions
            if region.box.center.x in range(box.x0, box.x1)
            and region.box.center.y in range(box.y0, box.y1)
        )

    def roles(self, mets: Mets) -> Iterable[tuple[str, Role]]:
        """Yield the roles that the METS gives."""
        for area in mets.head:
            role = Role.NAMEPLATE if area.role is Role.HEADLINE else Role.MASTHEAD
            yield from ((region, role) for region in self.regions(area))
        for item in mets.items:
            for area in item.areas:
                role = area.role or (Role.ADVERT if item.kind == "advertisement" else Role.BODY)
                yield from ((region, role) for region in self.regions(area))


def _story(item: Item, places: _Places) -> Story:
    parts = dict.fromkeys(region for area in item.areas for region in places.regions(area))
    return Story(item.id, item.kind, tuple(enumerate(parts)))


def _with(page: Page, roles: dict[str, Role], goes_on: set[str]) -> Page:
    """Return the page with roles where it has none of its own, and paragraphs that run on."""

    def change(region: Region) -> Region:
        role = roles.get(region.id, region.role) if region.role is Role.BODY else region.role
        lines = region.lines
        if region.id in goes_on and lines:
            lines = (replace(lines[0], opens=False), *lines[1:])
        return replace(region, role=role, lines=lines)

    return replace(page, regions=tuple(map(change, page.regions)))
