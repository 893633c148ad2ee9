"""A printed page while its stories are put together: regions, what headlines span, rules."""

from __future__ import annotations

import statistics
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from digitize.layout.flat.stories import comes_from
from digitize.layout.page.board import beside, is_dash
from digitize.layout.page.rules import (
    Rules,
    closed_frames,
    frames,
    holds,
    is_astride,
    is_closed,
    rules_of,
    turned,
    without_bars,
)
from digitize.layout.page.scale import all_lines, mostly_vertical, of_role, scale_of, size_of, turn
from digitize.layout.page.spans import Sight, spans
from digitize.model.geometry import Box, union
from digitize.model.page import FURNITURE, WORDLESS, Page, Region, Role

_DASH = 1.5  # body sizes; a shorter stroke is a hyphen or a stain
_SEEN = frozenset({Role.BODY, Role.DECK, Role.JUMP_LINE, Role.SUBHEADING})
"""Roles of what headlines stand over, and what they end before where it stands beside them."""

PAID = frozenset({Role.ADVERT, Role.NOTICE})
_PICTURE_NEAR = 3.0  # body sizes between a picture and its caption
_MIDDLE = 0.5  # body sizes by which the middles of centred lines may differ
_PIECES = 0.6  # of a line of type; pieces of one headline stand no further apart
_LIKE = 0.72  # times the size of the larger; a line of small letters measures less
_AROUND = 2.0  # body sizes between a quote and the rules over and under it
_HEADED = 3.0  # body sizes from a headline to a line "from page 1" under it
_BOXED = 1.5  # body sizes from the heading of a box to the rule under it
_DISPLAY_NEAR = 4.0  # body sizes between the display line and the text of an advertisement


class Claim(NamedTuple):
    """A story that a region may belong to."""

    score: float
    story: str
    why: str


@dataclass
class Desk:
    """The page's regions with a story to come, as text that runs to the right."""

    regions: Sequence[Region]
    boxes: Mapping[str, Box]
    wide: Mapping[str, Box]  # headlines, as far as they reach
    pictures: tuple[Box, ...]
    rules: Rules
    frames: tuple[Box, ...]
    bought: Mapping[Box, bool]  # which of them are those of advertisements
    size: float
    shown: frozenset[str]  # headlines that are an advertisement's display
    insets: tuple[Box, ...]  # quotes and boxes that text flows past
    stories: dict[str, str] = field(default_factory=dict)
    count: int = 0

    def new(self) -> Claim:
        """Return a claim to a story not yet used."""
        self.count += 1
        return Claim(1.0, f"a{self.count:02d}", "")

    def claim(self, other: Region, score: float, why: str) -> Claim:
        """Return a claim to the story of a region that has one."""
        return Claim(score, self.stories[other.id], why)

    def placed(self) -> list[Region]:
        """Return the regions that have a story, in reading order."""
        return [region for region in self.regions if region.id in self.stories]

    def box(self, region: Region) -> Box:
        """Return a region's box as if its print ran to the right."""
        return self.boxes[region.id]

    def span(self, region: Region) -> Box:
        """Return a region's box, a headline's drawn out over the columns under it."""
        return self.wide.get(region.id, self.boxes[region.id])

    def is_composed(self, region: Region) -> bool:
        """Return whether all lines of a region share one middle, as no text does."""
        return not region.lines[0].vertical and all(
            abs(line.box.center.x - region.box.center.x) <= _MIDDLE * self.size
            for line in region.lines
        )

    def island(self, box: Box) -> int:
        """Return which box that rules close holds this one, the innermost; -1 for none."""
        closed = [
            (at, frame)
            for at, frame in enumerate(self.frames)
            if is_closed(frame, self.rules, self.size)
        ]
        around = (at for at, frame in closed if holds(frame, box))
        over = (at for at, frame in closed if self._heads(box, frame))
        return next(around, next(over, -1))

    def _heads(self, box: Box, frame: Box) -> bool:
        """Whether a line stands right over a rule across a box, within the box's sides."""
        near = _BOXED * self.size
        inside = frame.x0 <= box.x0 and box.x1 <= frame.x1 and 0 <= frame.y0 - box.y1 <= near
        return inside and all(
            any(
                abs(rule.center.x - side) <= self.size
                and rule.y0 <= box.y0
                and rule.y1 >= frame.y1 - near
                for rule in self.rules.upright
            )
            for side in (frame.x0, frame.x1)
        )

    def displays(self, region: Region) -> bool:
        """Return whether a headline is the display line of an advertisement."""
        return region.id in self.shown

    def parted(self, upper: Box, lower: Box) -> bool:
        """Return whether an article rule lies between: over most of the lower box, no dash."""
        return any(
            upper.y1 - self.size <= rule.center.y <= lower.y0 + 2
            and rule.overlap_x(lower) >= 0.8 * lower.width
            and not is_dash(rule, lower, self.texts)
            for rule in self._own_rules(upper, lower)
        )

    @property
    def texts(self) -> Iterator[Box]:
        """The boxes of running text."""
        return (self.box(one) for one in self.regions if one.role == Role.BODY)

    def dashed(self, upper: Box, lower: Box) -> bool:
        """Return whether any rule lies between, a short dash in the middle of the column too."""
        return any(
            upper.y1 - 2 <= rule.center.y <= lower.y0 + 2
            and rule.overlap_x(lower) >= _DASH * self.size
            and not is_astride(rule, lower, self.size)
            for rule in self._own_rules(upper, lower)
        )

    def past(self, upper: Box, lower: Box) -> list[Box]:
        """Return the insets between two boxes of one column, which text flows past."""
        return [
            box
            for box in self.insets
            if upper.center.y < box.center.y < lower.center.y and beside(box, lower)
        ]

    def _own_rules(self, upper: Box, lower: Box) -> list[Box]:
        """Return the level rules but those over and under an inset: they part nothing."""
        past, near = self.past(upper, lower), _AROUND * self.size
        return [
            rule
            for rule in self.rules.across
            if not any(box.y0 - near <= rule.center.y <= box.y1 + near for box in past)
        ]

    def with_picture(self, box: Box) -> Box:
        """Return a caption's box with that of its picture, over or beside it, or else under it."""
        near = [
            picture
            for picture in self.pictures
            if max(0, -picture.overlap_y(box)) + max(0, -picture.overlap_x(box))
            <= _PICTURE_NEAR * self.size
        ]
        best = max(
            near,
            key=lambda one: (one.center.y < box.center.y, one.overlap_x(box), -one.y0),
            default=None,
        )
        return box if best is None else union((box, best))


def desk_of(page: Page) -> Desk:
    """Lay a page out whose regions have roles; vertical print is laid on its side."""
    scale, rules, width = scale_of(page), rules_of(page), page.scan.width
    turns = mostly_vertical(all_lines(page))
    rules = turned(rules, width) if turns else rules

    def place(box: Box) -> Box:
        return turn(box, width) if turns else box

    regions = [
        region
        for region in page.regions
        if region.role not in FURNITURE | WORDLESS and region.lines
    ]
    boxes = {region.id: place(region.box) for region in regions}
    rules = without_bars(
        rules,
        [boxes[region.id] for region in regions if region.role == Role.BYLINE],
        [boxes[region.id] for region in regions if region.role in (Role.HEADLINE, Role.DECK)],
        scale.size,
    )
    boxed = frames(rules, scale.size, scale.area)
    pictures = tuple(place(region.box) for region in of_role(page, Role.PICTURE))
    heads = [region for region in regions if region.role == Role.HEADLINE]
    bought = {frame: _is_bought(frame, regions, boxes) for frame in boxed}
    shown = frozenset(
        head.id for head in heads if _is_display(boxes[head.id], regions, boxes, bought, scale.size)
    )
    heads = [head for head in heads if head.id not in shown]
    seen = [one for one in regions if one.role in _SEEN]
    heads += [one for one in seen if _heads_rest(one, (heads, seen), boxes, scale.size)]
    texts = [boxes[one.id] for one in seen if one not in heads]
    wholes = _wholes(heads, boxes)
    sight = Sight(list(dict.fromkeys(wholes)), texts, pictures, rules, scale.size)
    reach = dict(zip(sight.heads, spans(sight), strict=True))
    wide = {
        head.id: Box(reach[whole].x0, boxes[head.id].y0, reach[whole].x1, boxes[head.id].y1)
        for head, whole in zip(heads, wholes, strict=True)
    }
    quoted = [boxes[region.id] for region in regions if region.role == Role.PULL_QUOTE]
    insets = (*quoted, *closed_frames(rules, scale.size, scale.area))
    return Desk(regions, boxes, wide, pictures, rules, boxed, bought, scale.size, shown, insets)


def _heads_rest(
    region: Region,
    around: tuple[Sequence[Region], Sequence[Region]],
    boxes: Mapping[str, Box],
    size: float,
) -> bool:
    """Return whether a line heads the rest of a story from another page, as a headline does.

    One under a headline does not, nor one at the right edge of a column. `around` are the
    headlines, and what they stand over.
    """
    if not comes_from(region):
        return False
    heads, texts = around
    box = boxes[region.id]
    headed = any(
        beside(boxes[one.id], box) and 0 <= box.y0 - boxes[one.id].y1 <= _HEADED * size
        for one in heads
    )
    at_right = any(
        abs(boxes[one.id].x1 - box.x1) <= size and box.x0 - boxes[one.id].x0 > 2 * size
        for one in texts
        if boxes[one.id].y0 >= box.center.y and beside(boxes[one.id], box)
    )
    return not headed and not at_right


def _wholes(heads: Sequence[Region], boxes: Mapping[str, Box]) -> list[Box]:
    """Return for each headline the box of all pieces of headlines that stand right under it."""
    stacks: list[list[Region]] = []
    for head in sorted(heads, key=lambda one: boxes[one.id].y0):
        over = [stack for stack in stacks if is_rest(stack[-1], head, boxes)]
        if over:
            over[-1].append(head)
        else:
            stacks.append([head])
    wholes = {head.id: union(boxes[one.id] for one in stack) for stack in stacks for head in stack}
    return [wholes[head.id] for head in heads]


def is_rest(upper: Region, lower: Region, boxes: Mapping[str, Box]) -> bool:
    """Return whether a headline goes on in another: in like type, no further under than rows are.

    A banner is no piece of the headlines under it.
    """
    one, two = boxes[upper.id], boxes[lower.id]
    small, large = sorted(statistics.median(map(size_of, head.lines)) for head in (upper, lower))
    near = two.y0 - one.y1 <= _PIECES * one.height / len(upper.lines)
    return beside(one, two) and near and small >= _LIKE * large


def _is_bought(frame: Box, regions: Sequence[Region], boxes: Mapping[str, Box]) -> bool:
    """Return whether a frame is that of advertisements: news fills the page's other frames."""
    inside = [region for region in regions if holds(frame, boxes[region.id])]
    paid, news = (
        sum(boxes[region.id].area for region in inside if region.role in roles)
        for roles in (PAID, {Role.BODY})
    )
    return paid > news


def _is_display(
    head: Box,
    regions: Sequence[Region],
    boxes: Mapping[str, Box],
    boxed: Mapping[Box, bool],
    size: float,
) -> bool:
    """Whether a headline shares its frame, or its place in a column, with an advertisement."""
    paid = [boxes[region.id] for region in regions if region.role in PAID]
    rest = [boxes[region.id] for region in regions if boxes[region.id] != head]
    around = [
        bought
        for frame, bought in boxed.items()
        if holds(frame, head) and any(holds(frame, other) for other in rest)
    ]
    if around:
        return any(around)
    near_size = _DISPLAY_NEAR * size
    others = [boxes[item.id] for item in regions if item.role not in {*PAID, Role.HEADLINE}]
    near = [
        box
        for box in paid
        if beside(box, head) and head.y1 <= box.center.y and box.y0 - head.y1 <= near_size
    ]
    return any(
        not any(
            beside(other, head) and head.y1 <= other.center.y and other.y0 <= box.y0 + size
            for other in others
        )
        for box in near
    )
