"""A printed page laid out for judging: each region with its type, place, words and neighbours."""

from __future__ import annotations

import statistics
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from digitize.grammar.sentences import ends_sentence
from digitize.layout.evidence.says import Says, says
from digitize.layout.page.rules import (
    Rules,
    closed_frames,
    frames,
    holds,
    is_astride,
    rules_of,
    turned,
)
from digitize.layout.page.scale import (
    Bodies,
    Scale,
    all_lines,
    bodies_of,
    mostly_vertical,
    of_role,
    scale_of,
    size_of,
    text_regions,
    turn,
)
from digitize.model.geometry import Box, union
from digitize.model.page import Page, Region, Role
from digitize.model.reading import printed

_COLUMN = 0.5  # of the narrower width; regions that share this stand in one column
_TEXT_ROWS = 3  # rows of running text
_DASH = 1.5  # body sizes; a shorter stroke is a hyphen or a stain
_FULL = 0.85  # of the column; lines this long run from edge to edge
_OVERLINE = 1.5  # body sizes from a heading to the picture that it stands over
_SHORT_LINES, _IN_MIDDLE = 0.25, 0.8  # of the lines, and of those short: set one under the other


@dataclass(frozen=True, slots=True)
class Look:
    """One region and how it looks; `ratio` is its type in body sizes."""

    region: Region
    box: Box
    said: Says
    ratio: float
    rows: int
    bold: bool
    full: float  # share of lines that run from edge to edge of the region, or end a sentence
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
    left_out: frozenset[str]  # ids of regions that are noise

    def below(self, upper: Look, others: Sequence[Look]) -> Look | None:
        """Return the nearest of `others` under `upper` in its column."""
        middle = upper.box.center.y
        under = [
            look
            for look in others
            if look.box.y0 >= middle and look.id != upper.id and beside(look.box, upper.box)
        ]
        return min(under, key=lambda look: (look.box.y0, look.box.x0), default=None)

    def above(self, lower: Look, others: Sequence[Look]) -> Look | None:
        """Return the nearest of `others` over `lower` in its column."""
        middle = lower.box.center.y
        over = [
            look
            for look in others
            if look.box.y1 <= middle and look.id != lower.id and beside(look.box, lower.box)
        ]
        return max(over, key=lambda look: (look.box.y1, -look.box.x0), default=None)

    def past_insets(self, look: Look) -> tuple[list[Look], list[Box]]:
        """Return what stands in no closed box over a look, and those boxes: text goes past."""
        over = [
            frame
            for frame in closed_frames(self.rules, self.scale.size, self.scale.area)
            if frame.y1 <= look.box.y0 and beside(frame, look.box)
        ]
        kept = [one for one in self.looks if not any(holds(frame, one.box) for frame in over)]
        return kept, over

    def dashed(self, upper: Box, lower: Box) -> bool:
        """Return whether any rule lies between, a short dash in the middle of the column too."""
        foot = max(upper.center.y, upper.y1 - self.scale.size)
        return any(
            foot < rule.center.y < lower.center.y
            and rule.overlap_x(lower) >= min(_DASH * self.scale.size, 0.8 * lower.width)
            and not is_astride(rule, lower, self.scale.size)
            for rule in self.rules.across
        )

    def parted(self, upper: Box, lower: Box) -> bool:
        """Return whether an article rule lies between: over most of the lower box's width."""
        return any(
            upper.center.y < rule.center.y < lower.center.y
            and rule.overlap_x(lower) >= 0.8 * lower.width
            and not is_dash(rule, lower, self.texts)
            for rule in self.rules.across
        )

    @property
    def texts(self) -> Iterator[Box]:
        """The boxes of running text."""
        return (look.box for look in self.looks if look.rows >= _TEXT_ROWS)


def is_dash(rule: Box, lower: Box, texts: Iterable[Box]) -> bool:
    """Return whether a rule over a box is short beside the nearest of `texts` under it.

    A dash between two decks may be as long as the deck; it parts no columns.
    """
    under = [text for text in texts if text.y0 >= lower.y0 and text.overlap_x(lower) > 0]
    column = min(under, key=lambda text: text.y0, default=lower)
    return rule.width < _COLUMN * column.width


def beside(one: Box, two: Box) -> bool:
    """Return whether two boxes stand in one column."""
    return one.overlap_x(two) >= _COLUMN * min(one.x1 - one.x0, two.x1 - two.x0)


def over_picture(box: Box, pictures: Iterable[Box], size: float) -> bool:
    """Return whether a box stands right over one of `pictures`, as the line over it does."""
    return any(
        -size <= one.y0 - box.y1 <= _OVERLINE * size and one.overlap_x(box) >= _FULL * box.width
        for one in pictures
    )


def composed(look: Look, size: float) -> bool:
    """Return whether lines of several lengths share one middle, as no text does."""
    boxes = [line.box for line in look.region.lines if not line.vertical]
    longest = max((box.width for box in boxes), default=0)
    short = [box for box in boxes if box.width <= _FULL * longest]
    middle = sum(abs(box.center.x - look.box.center.x) <= 0.5 * size for box in short)
    return len(short) >= max(1, _SHORT_LINES * len(boxes)) and middle >= _IN_MIDDLE * len(short)


def board_of(page: Page, noise: Collection[str] = (), *, flowing: bool = False) -> Board:
    """Lay a page out, without the regions of `noise`.

    `flowing` lays a page of vertical print on its side, so that its text runs to the right and
    its tiers are columns: what is said of "over" and "under" then holds for it too.
    """
    scale, rules, width = scale_of(page), rules_of(page), page.scan.width
    turns = flowing and mostly_vertical(all_lines(page))
    if turns:
        rules = turned(rules, width)

    def place(box: Box) -> Box:
        return turn(box, width) if turns else box

    boxed, bodies = frames(rules, scale.size, scale.area), bodies_of(page, scale)
    looks = tuple(
        _look(region, place(region.box), bodies, boxed)
        for region in text_regions(page)
        if region.lines and region.id not in noise
    )
    return Board(
        page=page,
        looks=looks,
        scale=scale,
        rules=rules,
        frames=boxed,
        pictures=tuple(place(region.box) for region in of_role(page, Role.PICTURE)),
        content=union(look.box for look in looks if look.said.weight > 2),
        left_out=frozenset(noise),
    )


def _look(region: Region, box: Box, bodies: Bodies, boxed: Sequence[Box]) -> Look:
    lines = region.lines
    said = says(lines)
    extent = [line.box.height if line.vertical else line.box.width for line in lines]
    widest = max(extent)
    inside = (at for at, frame in enumerate(boxed) if holds(frame, box))
    return Look(
        region=region,
        box=box,
        said=said,
        ratio=statistics.median_high(map(size_of, lines)) / bodies.under(said.text),
        rows=len(lines),
        bold=all(line.bold for line in lines),
        full=sum(
            length >= _FULL * widest or (at > 0 and ends_sentence(printed(line)))
            for at, (length, line) in enumerate(zip(extent, lines, strict=True))
        )
        / len(lines),
        frame=next(inside, -1),
    )
