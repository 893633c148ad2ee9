"""Stories on a printed page: who stands under which headline, and which columns go on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from digitize.grammar.sentences import ends_sentence, starts_inside
from digitize.layout.board import beside
from digitize.layout.flat_stories import comes_from
from digitize.layout.rules import Rules, frames, holds, rules_of
from digitize.layout.scale import scale_of
from digitize.model.geometry import Box
from digitize.model.page import FURNITURE, WORDLESS, Join, Page, Region, Role
from digitize.model.reading import printed

_TOPS = frozenset({Role.HEADLINE, Role.KICKER})
_TEXT = frozenset({Role.BODY, Role.SUBHEADING, Role.PULL_QUOTE, Role.TABLE, Role.JUMP_LINE})
_OWNED = 0.5  # of a region's width that its headline must span
_MIDDLE = 0.2  # of a column; a narrow headline stands so near its middle or its left edge
_ENOUGH = 0.5  # score from which a region goes on with a story; under it, it starts one
_KICKED = 5.0  # body sizes between a kicker and its headline
_WHITE = 2.5  # body sizes of white that make text under text doubtful


class _Claim(NamedTuple):
    """A story that a region may belong to."""

    score: float
    story: str
    why: str


@dataclass
class _Desk:
    """The page while its stories are put together."""

    rules: Rules
    frames: tuple[Box, ...]
    size: float
    regions: Sequence[Region]
    stories: dict[str, str] = field(default_factory=dict)
    count: int = 0

    def new(self) -> _Claim:
        """Return a claim to a story not yet used."""
        self.count += 1
        return _Claim(1.0, f"a{self.count:02d}", "")

    def placed(self) -> list[Region]:
        """Return the regions that have a story, in reading order."""
        return [region for region in self.regions if region.id in self.stories]

    def parted(self, upper: Box, lower: Box) -> bool:
        """Return whether an article rule lies between: over most of the lower box, no dash."""
        return any(
            upper.y1 - self.size <= rule.center.y <= lower.y0 + 2
            and rule.overlap_x(lower) >= 0.8 * lower.width
            for rule in self.rules.across
        )


def print_stories(page: Page) -> tuple[dict[str, str], tuple[Join, ...]]:
    """Return the story of each region ("a01" …) and the joins inside stories."""
    rules, scale = rules_of(page), scale_of(page)
    regions = [
        region
        for region in page.regions
        if region.role not in FURNITURE | WORDLESS and region.lines
    ]
    desk = _Desk(rules, frames(rules, scale.size, scale.area), scale.size, regions)
    last: dict[str, Region] = {}
    joins: list[Join] = []
    for region in regions:
        claim = _place(desk, region)
        desk.stories[region.id] = claim.story
        if claim.story in last:
            score = round(min(1.0, claim.score), 2)
            first = last[claim.story].id
            joins.append(Join(first=first, second=region.id, reason=claim.why, score=score))
        last[claim.story] = region
    return desk.stories, tuple(joins)


def _place(desk: _Desk, region: Region) -> _Claim:
    """Return the claim that wins a region."""
    if region.role in (Role.ADVERT, Role.NOTICE):
        return _with_advert(desk, region)
    if region.role in _TOPS or comes_from(region):
        return _with_kicker(desk, region)
    claims = [claim for claim in (_over(desk, region), _left(desk, region)) if claim]
    best = max(claims, key=lambda claim: claim.score, default=None)
    return best if best is not None and best.score >= _ENOUGH else desk.new()


def _with_kicker(desk: _Desk, region: Region) -> _Claim:
    """Start a story, or go on with the one that a kicker started right above."""
    over = [item for item in desk.placed() if item.role == Role.KICKER or comes_from(item)]
    near = [item for item in over if item.box.y0 < region.box.y0 and beside(item.box, region.box)]
    kicker = max(near, key=lambda item: item.box.y1, default=None)
    if kicker is None or region.box.y0 - kicker.box.y1 > _KICKED * desk.size:
        return desk.new()
    story = desk.stories[kicker.id]
    taken = any(
        desk.stories[item.id] == story and item.role in (Role.HEADLINE, Role.BODY)
        for item in desk.placed()
    )
    return desk.new() if taken else _Claim(0.9, story, "the headline stands under its kicker")


def _with_advert(desk: _Desk, region: Region) -> _Claim:
    """Join an advertisement's region to the one before when they share frame or column."""
    mine = _frame(desk, region.box)
    for other in reversed(desk.placed()):
        if other.role != region.role:
            continue
        if mine is not None and _frame(desk, other.box) == mine:
            return _Claim(0.9, desk.stories[other.id], "both stand in one frame")
        near = region.box.y0 - other.box.y1 <= 4 * desk.size and beside(other.box, region.box)
        if mine is None and near and not desk.parted(other.box, region.box):
            return _Claim(0.7, desk.stories[other.id], "stands right under it, no rule between")
    return desk.new()


def _frame(desk: _Desk, box: Box) -> Box | None:
    """Return the outermost frame around a box."""
    around = [frame for frame in desk.frames if holds(frame, box)]
    return around[-1] if around else None


def _over(desk: _Desk, region: Region) -> _Claim | None:
    """Return the claim of what stands over a region: its headline, or text that goes on."""
    over = [
        other
        for other in desk.placed()
        if other.box.center.y < region.box.center.y
        and other.box.y0 < region.box.y0
        and other.role not in (Role.ADVERT, Role.NOTICE)
        and _spans(other, region)
    ]
    if not over:
        return None
    nearest = max(over, key=lambda other: (other.box.y1, -abs(other.box.x0 - region.box.x0)))
    if desk.parted(nearest.box, region.box):
        return None
    story = desk.stories[nearest.id]
    if nearest.role not in _TEXT:
        return _Claim(1.0, story, f"{region.role} stands under {nearest.role}")
    return _Claim(*_goes_on(desk, nearest, region, story))


def _spans(upper: Region, lower: Region) -> bool:
    """Whether the upper region covers the lower one's width, or stands in its column."""
    shared = upper.box.overlap_x(lower.box)
    if upper.role in _TEXT:
        return shared >= _OWNED * min(upper.box.width, lower.box.width)
    if shared >= _OWNED * lower.box.width:
        return True
    apart = abs(upper.box.center.x - lower.box.center.x)
    centred = apart <= _MIDDLE * lower.box.width
    flush = upper.box.x0 - lower.box.x0 <= _MIDDLE * lower.box.width
    return shared >= 0.8 * upper.box.width and (centred or flush)


def _goes_on(desk: _Desk, upper: Region, lower: Region, story: str) -> tuple[float, str, str]:
    """Score text under text in one column."""
    last, first = printed(upper.lines[-1]), printed(lower.lines[0])
    ended, inside = ends_sentence(last), starts_inside(first)
    score, why = 0.75, "it stands right under it"
    if lower.role != Role.BODY or upper.role != Role.BODY:
        return 0.9, story, why
    if lower.box.y0 - upper.box.y1 > _WHITE * desk.size:
        score -= 0.15
    if ended and inside:
        score -= 0.4
        why += ", though it starts inside a sentence"
    if not ended:
        score += 0.25
        why += ", where the text breaks off"
    return score, story, why


def _left(desk: _Desk, region: Region) -> _Claim | None:
    """Return the claim of the text that ends at the foot of the column to the left."""
    if region.role not in _TEXT:
        return None
    text = [other for other in desk.placed() if other.role in _TEXT]
    left = [other for other in text if other.box.x1 <= region.box.x0 + desk.size]
    near = max((other.box.x1 for other in left if other.box.y1 > region.box.y0), default=None)
    if near is None:
        return None
    column = [other for other in left if other.box.x1 >= near - 3 * desk.size]
    foot = _foot(column)
    last, first = printed(foot.lines[-1]), printed(region.lines[0])
    bare = not any(
        other.box.center.y < region.box.y0 and beside(other.box, region.box) for other in text
    )
    signs = {
        "it is the next column": 0.3,
        "nothing stands over it in its own": 0.2 * bare,
        "the text before breaks off": 0.3 * (not ends_sentence(last)),
        "it starts inside a sentence": 0.35 * starts_inside(first),
        "it does not open a paragraph": 0.1 * (not region.lines[0].opens),
    }
    told = "; ".join(why for why, weight in signs.items() if weight)
    return _Claim(sum(signs.values()), desk.stories[foot.id], told)


def _foot(column: Sequence[Region]) -> Region:
    """Return the lowest text of a column: the one whose end is read before the next column."""
    return max(column, key=lambda other: other.box.y1)
