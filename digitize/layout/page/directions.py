"""Pages on which level and upright print stand side by side: which region runs which way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from digitize.layout.page.rules import closed_frames, holds, rules_of
from digitize.layout.page.scale import all_lines, mostly_vertical, scale_of, text_regions
from digitize.model.geometry import Box
from digitize.model.page import WORDLESS, Page, Region

_BODY = 3  # lines of running text
_ENOUGH = 12  # lines of text that run the other way; fewer are headings and notes
_OTHER = 6.0  # times as far; a heading sooner goes with text that runs like it
_NEAR = 3.0  # body sizes of white inside a part


def minority(page: Page) -> frozenset[str]:
    """Return the ids of the regions that run the other way than most print of the page."""
    regions = [region for region in text_regions(page) if region.lines]
    upright = mostly_vertical(all_lines(page))
    bodies = [region for region in regions if len(region.lines) >= _BODY]
    other = [region for region in bodies if _runs_down(region) != upright]
    if sum(len(region.lines) for region in other) < _ENOUGH or len(other) == len(bodies):
        return frozenset()
    names = {region.id for region in other}
    small = [region for region in regions if region not in bodies]
    near = {one.id: min(bodies, key=lambda body: _distance(one, body)).id for one in small}
    names |= {name for name, body in near.items() if body in names}
    for box in _boxes(page):
        inside = [region for region in regions if holds(box, region.box)]
        lines = [line for region in inside for line in region.lines]
        ids = {region.id for region in inside}
        names = names - ids if mostly_vertical(lines) == upright else names | ids
    return frozenset(names)


def _boxes(page: Page) -> list[Box]:
    """Return the boxes that rules close, the smallest last: what stands in one stays together."""
    rules, scale = rules_of(page), scale_of(page)
    return [*reversed(closed_frames(rules, scale.size, scale.area))]


def _runs_down(region: Region) -> bool:
    return mostly_vertical(region.lines)


def _distance(one: Region, body: Region) -> float:
    gap = 1 + max(0, -one.box.overlap_x(body.box)) + max(0, -one.box.overlap_y(body.box))
    return gap if _runs_down(one) == _runs_down(body) else _OTHER * gap


def parts(page: Page) -> Iterator[Page]:
    """Yield the page with the regions that run one way, and where it is mixed, with the others."""
    other = minority(page)
    for inside in (False, True) if other else (False,):
        kept = (one for one in page.regions if one.role in WORDLESS or (one.id in other) == inside)
        yield replace(page, regions=tuple(kept))


def zones(page: Page) -> list[list[Region]]:
    """Return the groups of regions that run the other way, each standing together."""
    other, rules, near = minority(page), rules_of(page), _NEAR * scale_of(page).size
    left = [region for region in page.regions if region.id in other]
    found: list[list[Region]] = []
    while left:
        zone = [left.pop(0)]
        for one in zone:
            joined = [two for two in left if _together(one.box, two.box, rules.across, near)]
            zone += joined
            left = [two for two in left if two not in joined]
        found.append(zone)
    return found


def _together(one: Box, two: Box, across: Sequence[Box], near: float) -> bool:
    """Whether two boxes stand near each other and no level rule between them."""
    upper, lower = sorted((one, two), key=lambda box: box.y0)
    if max(-one.overlap_x(two), -one.overlap_y(two)) > near:
        return False
    return not any(
        upper.y1 <= rule.center.y <= lower.y0 and rule.overlap_x(lower) > 0 for rule in across
    )
