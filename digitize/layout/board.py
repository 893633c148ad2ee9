"""A printed page laid out for judging: each region with its type, place, words and neighbours."""

from __future__ import annotations

import statistics
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from digitize.layout.rules import Rules, frames, holds, rules_of
from digitize.layout.says import Says, says
from digitize.layout.scale import Scale, scale_of, size_of, text_regions
from digitize.model.geometry import Box, union
from digitize.model.page import Page, Region, Role

_COLUMN = 0.5  # of the narrower width; regions that share this stand in one column
_FULL = 0.85  # of the column; lines this long run from edge to edge


@dataclass(frozen=True, slots=True)
class Look:
    """One region and how it looks; `ratio` is its type in body sizes."""

    region: Region
    box: Box
    said: Says
    ratio: float
    rows: int
    bold: bool
    full: float  # share of lines that run from edge to edge of the region
    frame: int  # which frame it lies in, -1 when none

    @property
    def id(self) -> str:
        """The region's id."""
        return self.region.id


@dataclass(frozen=True, slots=True)
class Board:
    """A page's looks in reading order, and what stands between them."""

    page: Page
    looks: tuple[Look, ...]
    scale: Scale
    rules: Rules
    frames: tuple[Box, ...]
    pictures: tuple[Box, ...]
    content: Box  # around all print

    def below(self, upper: Look, others: Sequence[Look]) -> Look | None:
        """Return the nearest of `others` under `upper` in its column."""
        under = [
            look
            for look in others
            if look.id != upper.id
            and look.box.y0 >= upper.box.center.y
            and beside(look.box, upper.box)
        ]
        return min(under, key=lambda look: (look.box.y0, look.box.x0), default=None)

    def above(self, lower: Look, others: Sequence[Look]) -> Look | None:
        """Return the nearest of `others` over `lower` in its column."""
        over = [
            look
            for look in others
            if look.id != lower.id
            and look.box.y1 <= lower.box.center.y
            and beside(look.box, lower.box)
        ]
        return max(over, key=lambda look: (look.box.y1, -look.box.x0), default=None)

    def parted(self, upper: Box, lower: Box) -> bool:
        """Return whether an article rule lies between: over most of the lower box's width."""
        return any(
            upper.center.y < rule.center.y < lower.center.y
            and rule.overlap_x(lower) >= 0.8 * lower.width
            for rule in self.rules.across
        )


def beside(one: Box, two: Box) -> bool:
    """Return whether two boxes stand in one column."""
    return one.overlap_x(two) >= _COLUMN * min(one.width, two.width)


def board_of(page: Page, noise: Collection[str] = ()) -> Board:
    """Lay a page out, without the regions of `noise`."""
    scale, rules = scale_of(page), rules_of(page)
    boxed = frames(rules, scale.size, scale.area)
    looks = tuple(
        _look(region, scale, boxed)
        for region in text_regions(page)
        if region.lines and region.id not in noise
    )
    return Board(
        page=page,
        looks=looks,
        scale=scale,
        rules=rules,
        frames=boxed,
        pictures=tuple(region.box for region in page.regions if region.role == Role.PICTURE),
        content=union(look.box for look in looks if look.said.weight > 2),
    )


def _look(region: Region, scale: Scale, boxed: Sequence[Box]) -> Look:
    lines = region.lines
    extent = [line.box.height if line.vertical else line.box.width for line in lines]
    widest = max(extent)
    inside = (at for at, frame in enumerate(boxed) if holds(frame, region.box))
    return Look(
        region=region,
        box=region.box,
        said=says(lines),
        ratio=statistics.median(map(size_of, lines)) / scale.size,
        rows=len(lines),
        bold=all(line.bold for line in lines),
        full=sum(length >= _FULL * widest for length in extent) / len(lines),
        frame=next(inside, -1),
    )
