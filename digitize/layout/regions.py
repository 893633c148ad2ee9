"""Gather lines into regions: one column, one type, no rule and no white gap inside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from digitize.layout.flat.blocks import flat_blocks
from digitize.layout.grouping.blocks import blocks
from digitize.layout.page.rules import rules_of
from digitize.layout.page.scale import all_lines, scale_of
from digitize.layout.page.specks import specks
from digitize.model.geometry import union
from digitize.model.page import WORDLESS, Line, Page, Region, Role
from digitize.stage import Fact, Sheet


@dataclass(frozen=True, slots=True)
class Regions:
    """Gather lines into regions."""

    name: ClassVar[str] = "regions"
    needs: ClassVar[frozenset[Fact]] = frozenset({"lines"})
    gives: ClassVar[frozenset[Fact]] = frozenset({"regions"})

    def __call__(self, sheet: Sheet, /) -> Sheet:
        """Return the sheet with its lines in regions "p0001.r001" …; rules and pictures stay."""
        page = sheet.page
        lines = all_lines(page)
        groups = flat_blocks(lines) if page.scan.kind == "text" else _printed(page, lines)
        found = tuple(_region(page, number, group) for number, group in enumerate(groups, start=1))
        kept = tuple(region for region in page.regions if region.role in WORDLESS)
        note = f"{len(found)} regions of {len(lines)} lines"
        return replace(sheet, page=replace(page, regions=found + kept), note=note)


def _printed(page: Page, lines: Sequence[Line]) -> list[tuple[Line, ...]]:
    """Group the text; specks stand apart, those in one picture together."""
    pictures = [region.box for region in page.regions if region.role == Role.PICTURE]
    noise = specks(lines, pictures)
    text = [line for line in lines if line.id not in noise]
    groups = blocks(text, page.scan.width, scale_of(page), rules_of(page))
    loose: dict[object, list[Line]] = {}
    for line in lines:
        if line.id in noise:
            home = next((box for box in pictures if box.intersection(line.box)), line.id)
            loose.setdefault(home, []).append(line)
    return groups + [tuple(group) for group in loose.values()]


def _region(page: Page, number: int, lines: Sequence[Line]) -> Region:
    box = union(line.box for line in lines)
    return Region(id=f"{page.id}.r{number:03d}", box=box, lines=tuple(lines))
