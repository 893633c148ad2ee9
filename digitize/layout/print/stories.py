"""Stories on a printed page: who stands under which headline, and which columns go on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from digitize.layout.flat.stories import comes_from
from digitize.layout.page.board import beside, over_picture
from digitize.layout.page.desk import PAID, Claim, Desk, desk_of, is_rest
from digitize.layout.page.directions import parts
from digitize.layout.page.rules import holds
from digitize.layout.print.banners import banners
from digitize.layout.print.classified import classified
from digitize.layout.print.overhead import TEXT, spans_over
from digitize.layout.print.quotes import shared
from digitize.layout.print.sequels import LATE, Sequel, sequels
from digitize.model.geometry import Box
from digitize.model.page import Join, Page, Region, Role
from digitize.model.reading import read

_PICTURES = frozenset({Role.CAPTION, Role.CREDIT})
_HEADS = frozenset({Role.HEADLINE, Role.DECK, Role.BYLINE})
_SAID = 0.85  # share of a pull quote's words that its story says in the same order
_OWNED = 0.5  # of a picture's width that its headline must span
_LEAD_IN = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ '’,-]{2,40}[.!?]?\s?[—–]+ ?(?=\S)")
"""How a caption begins that tells a picture's own story: "BACK HOME.—The scene …"."""
_KICKED = 5.0  # body sizes between a kicker and its headline
_AT_PICTURE = 4.0  # body sizes between a caption and what it belongs to


def print_stories(page: Page) -> tuple[dict[str, str], tuple[Join, ...]]:
    """Return the story of each region ("a01" …) and the joins inside stories.

    Print that runs level and print that runs down are told apart: no story is set in both.
    """
    stories: dict[str, str] = {}
    joins: list[Join] = []
    for part in parts(page):
        found, why = _stories(part, len(set(stories.values())))
        stories |= found
        joins += why
    return stories, tuple(joins)


def _stories(page: Page, before: int) -> tuple[dict[str, str], list[Join]]:
    """Return the stories of print that runs one way; `before` stories have a name already."""
    desk = desk_of(page)
    desk.count = before
    claims: dict[str, Claim] = {}
    level = banners(desk)
    follows = sequels(desk, page) | level
    lists = list(classified(desk))
    heads = {head.id for head, _ in lists}
    for region in desk.regions:
        if region.id in heads:
            _take(desk, claims, region, desk.new())
        elif region.role in LATE or (comes_from(region) and region.id in level):
            continue
        elif (claim := _own(desk, region, follows)) is not None:
            _take(desk, claims, region, claim)
    names = {region.id: region for region in desk.regions}
    for name in names:
        _follow(desk, claims, name, names, follows)
    for region in desk.regions:
        if region.id not in claims:
            _take(desk, claims, region, _late(desk, region))
    for head, notice in lists:
        _take(desk, claims, notice, desk.claim(head, 0.8, "is one of the notices under one head"))
    return desk.stories, list(_joins(desk, claims))


def _take(desk: Desk, claims: dict[str, Claim], region: Region, claim: Claim) -> None:
    claims[region.id] = claim
    desk.stories[region.id] = claim.story


def _own(desk: Desk, region: Region, follows: Mapping[str, Sequel]) -> Claim | None:
    """Return the claim on what begins a story or is paid for; None for what goes on with one."""
    if region.role in PAID or desk.displays(region):
        return _with_advert(desk, region)
    if comes_from(region):
        return _under_headline(desk, region) or _with_stack(desk, region)
    if region.role == Role.HEADLINE or (region.role == Role.KICKER and region.id not in follows):
        return _with_stack(desk, region)
    return desk.new() if region.id not in follows else None


def _follow(
    desk: Desk,
    claims: dict[str, Claim],
    start: str,
    names: Mapping[str, Region],
    follows: Mapping[str, Sequel],
) -> None:
    """Give a region, and before it all that it goes on with, the story of what they follow."""
    chain = [start]
    while chain[-1] not in claims and chain[-1] in follows:
        chain.append(follows[chain[-1]].first)
    for name in reversed(chain[:-1]):
        sequel = follows[name]
        claim = Claim(sequel.score, desk.stories[sequel.first], sequel.why)
        _take(desk, claims, names[name], claim)


def _joins(desk: Desk, claims: Mapping[str, Claim]) -> Iterator[Join]:
    last: dict[str, Region] = {}
    for region in desk.regions:
        claim = claims[region.id]
        if claim.story in last:
            score = round(min(1.0, claim.score), 2)
            why = claim.why or "it stands with the rest of its story"
            first = last[claim.story].id
            yield Join(first=first, second=region.id, reason=why, score=score)
        last[claim.story] = region


def _late(desk: Desk, region: Region) -> Claim:
    """Return the claim on what stands in a story wherever there was room."""
    if region.role == Role.PULL_QUOTE:
        told = _interrupted(desk, region) or _with_quote(desk, region)
        claims = [told] if told else _captioned(desk, region, desk.box(region))
        return max(claims, key=lambda claim: claim.score, default=desk.new())
    return _with_picture(desk, region)


def _with_stack(desk: Desk, region: Region) -> Claim:
    """Start a story, or go on with what was begun right above: a kicker, half a headline."""
    box = desk.box(region)
    over = [
        item
        for item in desk.regions
        if desk.box(item).y0 < box.y0 and beside(desk.box(item), box) and item.role not in PAID
    ]
    upper = max(over, key=lambda item: desk.box(item).y1, default=None)
    if upper is None or upper.id not in desk.stories or region.role == Role.KICKER:
        return desk.new()
    gap = box.y0 - desk.box(upper).y1
    if upper.role == Role.HEADLINE and region.role == Role.HEADLINE:
        whole = is_rest(upper, region, desk.boxes) and not desk.parted(desk.box(upper), box)
        return desk.claim(upper, 0.85, "one headline, in two pieces") if whole else desk.new()
    announced = upper.role == Role.KICKER or comes_from(upper)
    announced &= upper.lines[0].vertical == region.lines[0].vertical
    if announced and gap <= _KICKED * desk.size:
        return desk.claim(upper, 0.9, "the headline stands under its kicker")
    return desk.new()


def _under_headline(desk: Desk, region: Region) -> Claim | None:
    """Return the claim of the headline that stands right over a line "From page 1"."""
    box = desk.box(region)
    over = [
        item
        for item in desk.placed()
        if item.role in _HEADS
        and desk.box(item).y1 <= box.center.y
        and spans_over(desk, item, region)
    ]
    upper = max(over, key=lambda item: desk.box(item).y1, default=None)
    near = upper is not None and box.y0 - desk.box(upper).y1 <= _KICKED * desk.size
    if upper is None or not near or desk.parted(desk.box(upper), box):
        return None
    return desk.claim(upper, 0.95, "the line that says whence stands under its headline")


def _with_advert(desk: Desk, region: Region) -> Claim:
    """Join an advertisement's region to the one before when they share frame or column."""
    box = desk.box(region)
    mine = _frame(desk, box)
    for other in reversed(desk.placed()):
        if other.role not in PAID and not desk.displays(other):
            continue
        if region.role in PAID and other.role in PAID and other.role != region.role:
            continue
        if mine is not None and _frame(desk, desk.box(other)) == mine:
            return desk.claim(other, 0.9, "both stand in one frame")
        upper = desk.box(other)
        near = -desk.size <= box.y0 - upper.y1 <= 4 * desk.size and beside(upper, box)
        opens = region.role == Role.HEADLINE and _is_headed(desk, other)
        if mine is None and near and not opens and not desk.parted(upper, box):
            return desk.claim(other, 0.7, "stands right under it, no rule between")
    return desk.new()


def _is_headed(desk: Desk, region: Region) -> bool:
    """Whether the advertisement that ends with a region has its display line already."""
    story = desk.stories[region.id]
    own = [one for one in desk.placed() if desk.stories[one.id] == story]
    return region.role != Role.HEADLINE and any(one.role == Role.HEADLINE for one in own)


def _frame(desk: Desk, box: Box) -> Box | None:
    """Return the outermost frame around a box that is one of advertisements."""
    around = [frame for frame in desk.frames if desk.bought[frame] and holds(frame, box)]
    return around[-1] if around else None


def _interrupted(desk: Desk, region: Region) -> Claim | None:
    """Return the claim of the story whose text stands right over and right under a pull quote."""
    box = desk.box(region)
    column = [one for one in desk.placed() if one.role not in LATE and beside(desk.box(one), box)]
    over = [one for one in column if desk.box(one).y1 <= box.center.y]
    under = [one for one in column if desk.box(one).y0 >= box.center.y]
    if not over or not under:
        return None
    upper = max(over, key=lambda one: desk.box(one).y1)
    lower = min(under, key=lambda one: desk.box(one).y0)
    if desk.stories[upper.id] != desk.stories[lower.id] or {upper.role, lower.role} - TEXT:
        return None
    return desk.claim(upper, 0.95, "it interrupts the text of the story")


def _with_quote(desk: Desk, region: Region) -> Claim | None:
    """Return the claim of the story in whose text the words of a pull quote stand."""
    texts = [item for item in desk.placed() if item.role == Role.BODY]
    told = max(texts, key=lambda item: shared(region, item), default=None)
    if told is None or shared(region, told) < _SAID:
        return None
    return desk.claim(told, 0.95, "its words stand in the story")


def _with_picture(desk: Desk, region: Region) -> Claim:
    """Return the claim on a caption or credit: of its picture's story, or of what is nearest."""
    box = desk.box(region)
    if region.role == Role.CREDIT:
        captions = [item for item in desk.placed() if item.role in _PICTURES]
        near = [item for item in captions if _distance(desk.box(item), box) <= 3 * desk.size]
        if near:
            caption = min(near, key=lambda item: _distance(desk.box(item), box))
            return desk.claim(caption, 0.95, "the credit stands with its caption")
    anchor = desk.with_picture(box)
    claims = [*_captioned(desk, region, anchor)]
    return max(claims, key=lambda claim: claim.score, default=desk.new())


def _captioned(desk: Desk, region: Region, anchor: Box) -> list[Claim]:
    """Return the claims on a picture with its caption: over it, under it, beside it."""
    claims: list[Claim] = []
    others = [item for item in desk.placed() if item.role not in _PICTURES | PAID]
    own = region.role == Role.CAPTION and bool(_LEAD_IN.match(read(region.lines)))
    over = [
        item
        for item in others
        if desk.box(item).center.y < anchor.center.y
        and desk.span(item).overlap_x(anchor) >= _OWNED * min(anchor.width, desk.span(item).width)
        and not desk.parted(desk.box(item), anchor)
        and not _is_taken(desk, item, anchor)
    ]
    upper = max(over, key=lambda item: desk.box(item).y1, default=None)
    if upper is not None and not (own and upper.role in TEXT):
        score = 0.7 if upper.role in TEXT else 0.9
        claims.append(desk.claim(upper, score, "its picture stands under it"))
    if own:
        return claims
    box = desk.box(region)
    under = [
        item
        for item in others
        if 0 <= desk.box(item).y0 - box.y1 <= _AT_PICTURE * desk.size
        and beside(desk.box(item), anchor)
        and not desk.parted(anchor, desk.box(item))
        and not over_picture(desk.box(item), desk.pictures, desk.size)
    ]
    if under:
        lower = min(under, key=lambda item: desk.box(item).y0)
        score = 0.75 if lower.role in TEXT else 0.6
        claims.append(desk.claim(lower, score, "its picture stands over it"))
    level = [item for item in others if desk.box(item).overlap_y(anchor) > 0]
    if level:
        next_to = min(level, key=lambda item: _distance(desk.box(item), anchor))
        claims.append(desk.claim(next_to, 0.4, "its picture stands beside it"))
    return claims


def _is_taken(desk: Desk, head: Region, picture: Box) -> bool:
    """Whether another caption stands between a heading, or text, and a picture under it."""
    foot = desk.box(head).y1 - desk.size
    captions = (desk.box(one) for one in desk.regions if one.role == Role.CAPTION)
    return any(
        foot <= one.y0 and one.y1 <= picture.y0 + desk.size and beside(one, picture)
        for one in captions
    )


def _distance(one: Box, two: Box) -> int:
    return max(0, -one.overlap_x(two)) + max(0, -one.overlap_y(two))
