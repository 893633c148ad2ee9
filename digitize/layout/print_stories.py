"""Stories on a printed page: who stands under which headline, and which columns go on."""

from __future__ import annotations

from digitize.grammar.sentences import ends_sentence, starts_inside
from digitize.layout.board import beside
from digitize.layout.desk import Claim, Desk, desk_of
from digitize.layout.flat_stories import comes_from
from digitize.layout.quotes import shared
from digitize.layout.rules import holds
from digitize.model.geometry import Box
from digitize.model.page import Join, Page, Region, Role
from digitize.model.reading import printed

_TEXT = frozenset({Role.BODY, Role.SUBHEADING, Role.PULL_QUOTE, Role.TABLE, Role.JUMP_LINE})
_PICTURES = frozenset({Role.CAPTION, Role.CREDIT})
_LATE = _PICTURES | {Role.PULL_QUOTE}  # what stands in a story, wherever there was room
_HEADS = frozenset({Role.HEADLINE, Role.DECK, Role.BYLINE})
_PAID = frozenset({Role.ADVERT, Role.NOTICE})
_SAID = 0.85  # share of a pull quote's words that its story says in the same order
_OWNED = 0.5  # of a region's width that its headline must span
_MIDDLE = 0.2  # of a column; a narrow headline stands so near its middle or its left edge
_ENOUGH = 0.5  # score from which a region goes on with a story; under it, it starts one
_DOUBTFUL = 0.85  # score of a headline over text that starts inside a sentence
_KICKED = 5.0  # body sizes between a kicker and its headline
_PIECES = 0.6  # of a line of type; pieces of one headline stand no further apart
_WHITE = 2.5  # body sizes of white that make text under text doubtful
_AT_PICTURE = 4.0  # body sizes between a caption and what it belongs to


def print_stories(page: Page) -> tuple[dict[str, str], tuple[Join, ...]]:
    """Return the story of each region ("a01" …) and the joins inside stories."""
    desk = desk_of(page)
    claims: dict[str, Claim] = {}
    for late in (False, True):
        for region in desk.regions:
            if (region.role in _LATE) == late:
                claims[region.id] = _place(desk, region)
                desk.stories[region.id] = claims[region.id].story
    last: dict[str, Region] = {}
    joins: list[Join] = []
    for region in desk.regions:
        claim = claims[region.id]
        if claim.story in last:
            score = round(min(1.0, claim.score), 2)
            why = claim.why or "it stands with the rest of its story"
            first = last[claim.story].id
            joins.append(Join(first=first, second=region.id, reason=why, score=score))
        last[claim.story] = region
    return desk.stories, tuple(joins)


def _place(desk: Desk, region: Region) -> Claim:
    """Return the claim that wins a region."""
    if region.role == Role.PULL_QUOTE and (quoted := _with_quote(desk, region)):
        return quoted
    if region.role in _PICTURES:
        return _with_picture(desk, region)
    if region.role in _PAID or desk.displays(region):
        return _with_advert(desk, region)
    if comes_from(region) and (headed := _under_headline(desk, region)):
        return headed
    if region.role in (Role.HEADLINE, Role.KICKER) or comes_from(region):
        return _with_stack(desk, region)
    sources = (_over, _before, _left)
    claims = [claim for source in sources if (claim := source(desk, region))]
    best = max(claims, key=lambda claim: claim.score, default=None)
    return best if best is not None and best.score >= _ENOUGH else desk.new()


def _with_stack(desk: Desk, region: Region) -> Claim:
    """Start a story, or go on with what was begun right above: a kicker, half a headline."""
    box = desk.box(region)
    over = [
        item
        for item in desk.placed()
        if desk.box(item).y0 < box.y0 and beside(desk.box(item), box) and item.role not in _PAID
    ]
    upper = max(over, key=lambda item: desk.box(item).y1, default=None)
    if upper is None or region.role == Role.KICKER:
        return desk.new()
    gap = box.y0 - desk.box(upper).y1
    if upper.role == Role.HEADLINE and region.role == Role.HEADLINE:
        row = desk.box(upper).height / max(1, len(upper.lines))
        whole = gap <= _PIECES * row and not desk.parted(desk.box(upper), box)
        return desk.claim(upper, 0.85, "one headline, in two pieces") if whole else desk.new()
    announced = upper.role == Role.KICKER or comes_from(upper)
    if announced and gap <= _KICKED * desk.size:
        return desk.claim(upper, 0.9, "the headline stands under its kicker")
    return desk.new()


def _under_headline(desk: Desk, region: Region) -> Claim | None:
    """Return the claim of the headline that stands right over a line "From page 1"."""
    box = desk.box(region)
    over = [
        item
        for item in desk.placed()
        if item.role in _HEADS and desk.box(item).y0 < box.y0 and _spans(desk, item, region)
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
        if other.role not in _PAID and not desk.displays(other):
            continue
        if region.role in _PAID and other.role in _PAID and other.role != region.role:
            continue
        if mine is not None and _frame(desk, desk.box(other)) == mine:
            return desk.claim(other, 0.9, "both stand in one frame")
        upper = desk.box(other)
        near = -desk.size <= box.y0 - upper.y1 <= 4 * desk.size and beside(upper, box)
        opens = region.role == Role.HEADLINE and other.role != Role.HEADLINE
        if mine is None and near and not opens and not desk.parted(upper, box):
            return desk.claim(other, 0.7, "stands right under it, no rule between")
    return desk.new()


def _frame(desk: Desk, box: Box) -> Box | None:
    """Return the outermost frame around a box."""
    around = [frame for frame in desk.frames if holds(frame, box)]
    return around[-1] if around else None


def _over(desk: Desk, region: Region) -> Claim | None:
    """Return the claim of what stands over a region: its headline, or text that goes on."""
    box = desk.box(region)
    over = [
        other
        for other in desk.placed()
        if desk.box(other).center.y < box.center.y
        and desk.box(other).y0 < box.y0
        and other.role not in _PAID
        and not desk.displays(other)
        and _spans(desk, other, region)
    ]
    if not over:
        return None
    nearest = max(over, key=lambda item: (desk.box(item).y1, -abs(desk.box(item).x0 - box.x0)))
    if desk.parted(desk.box(nearest), box):
        return None
    if nearest.role not in _TEXT:
        return _headed(desk, nearest, region)
    return _goes_on(desk, nearest, region)


def _headed(desk: Desk, head: Region, region: Region) -> Claim:
    """Score what stands under a heading: sure, but for first words from inside a sentence."""
    why = f"{region.role} stands under {head.role}"
    story = desk.stories[head.id]
    begun = any(item.role in _TEXT and desk.stories[item.id] == story for item in desk.placed())
    inside = region.role == Role.BODY and starts_inside(printed(region.lines[0]))
    return desk.claim(head, _DOUBTFUL if inside and not begun else 1.0, why)


def _spans(desk: Desk, upper: Region, lower: Region) -> bool:
    """Whether the upper region covers the lower one's width, or stands in its column."""
    box, span = desk.box(lower), desk.span(upper)
    shared = span.overlap_x(box)
    if upper.role in _TEXT:
        return shared >= _OWNED * min(span.width, box.width)
    if shared >= _OWNED * box.width:
        return True
    own = desk.box(upper)
    centred = abs(own.center.x - box.center.x) <= _MIDDLE * box.width
    flush = own.x0 - box.x0 <= _MIDDLE * box.width
    return own.overlap_x(box) >= 0.8 * own.width and (centred or flush)


def _goes_on(desk: Desk, upper: Region, lower: Region) -> Claim:
    """Score text under text in one column."""
    ended, inside = ends_sentence(printed(upper.lines[-1])), starts_inside(printed(lower.lines[0]))
    score, why = 0.75, "it stands right under it"
    if lower.role != Role.BODY or upper.role != Role.BODY:
        return desk.claim(upper, 0.9, why)
    one, two = desk.box(upper), desk.box(lower)
    if two.y0 - one.y1 > _WHITE * desk.size:
        score -= 0.15
    if ended and inside:
        score -= 0.4
        why += ", though it starts inside a sentence"
    if ended and not inside and desk.dashed(one, two):
        score -= 0.4
        why += ", though a dash comes between"
    if not ended:
        score += 0.25
        why += ", where the text breaks off"
    return desk.claim(upper, score, why)


def _before(desk: Desk, region: Region) -> Claim | None:
    """Return the claim of what is read before this region, in another column."""
    if region.role not in _TEXT | {Role.DECK, Role.BYLINE, Role.DATELINE}:
        return None
    box = desk.box(region)
    placed = [other for other in desk.placed() if other.role not in _PAID | _PICTURES]
    placed = [other for other in placed if not desk.displays(other)]
    before = placed[-1] if placed else None
    if before is None or (beside(desk.box(before), box) and desk.box(before).y1 <= box.y0):
        return None
    bare = not any(
        desk.box(other).center.y < box.y0 and beside(desk.box(other), box) for other in placed
    )
    if before.role not in _TEXT:
        why = f"the {before.role} at the foot of the column before has no text yet"
        return desk.claim(before, 0.9, why) if bare else None
    return _run_over(desk, before, region, bare=bare) if region.role in _TEXT else None


def _run_over(desk: Desk, before: Region, region: Region, *, bare: bool) -> Claim:
    """Score text that may go on from the end of another column."""
    signs = {
        "it is read next": 0.3,
        "nothing stands over it in its own column": 0.2 * bare,
        "the text before breaks off": 0.3 * (not ends_sentence(printed(before.lines[-1]))),
        "it starts inside a sentence": 0.35 * starts_inside(printed(region.lines[0])),
        "it does not open a paragraph": 0.1 * (not region.lines[0].opens),
    }
    told = "; ".join(why for why, weight in signs.items() if weight)
    return desk.claim(before, min(0.95, sum(signs.values())), told)


def _left(desk: Desk, region: Region) -> Claim | None:
    """Return the claim of text that breaks off at the foot of the column to the left.

    It need not be read right before: where two stories share two columns, one over the other, the
    lower one goes on under the upper one's end.
    """
    box = desk.box(region)
    text = [item for item in desk.placed() if item.role in _TEXT]
    left = [item for item in text if desk.box(item).x1 <= box.x0 + desk.size]
    edge = max((desk.box(item).x1 for item in left if desk.box(item).y1 > box.y0), default=None)
    if region.role not in _TEXT or edge is None:
        return None
    column = [item for item in left if desk.box(item).x1 >= edge - 3 * desk.size]
    foot = max(column, key=lambda item: desk.box(item).y1)
    broken = not ends_sentence(printed(foot.lines[-1]))
    inside = starts_inside(printed(region.lines[0]))
    return _run_over(desk, foot, region, bare=False) if broken and inside else None


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
    others = [item for item in desk.placed() if item.role not in _PICTURES | _PAID]
    over = [
        item
        for item in others
        if desk.box(item).center.y < anchor.center.y
        and desk.span(item).overlap_x(anchor) >= _OWNED * min(anchor.width, desk.span(item).width)
        and not desk.parted(desk.box(item), anchor)
    ]
    if over:
        upper = max(over, key=lambda item: desk.box(item).y1)
        score = 0.7 if upper.role in _TEXT else 0.9
        claims.append(desk.claim(upper, score, "its picture stands under it"))
    box = desk.box(region)
    under = [
        item
        for item in others
        if 0 <= desk.box(item).y0 - box.y1 <= _AT_PICTURE * desk.size
        and beside(desk.box(item), anchor)
        and not desk.parted(anchor, desk.box(item))
    ]
    if under:
        lower = min(under, key=lambda item: desk.box(item).y0)
        score = 0.75 if lower.role in _TEXT else 0.6
        claims.append(desk.claim(lower, score, "its picture stands over it"))
    level = [item for item in others if desk.box(item).overlap_y(anchor) > 0]
    if level:
        next_to = min(level, key=lambda item: _distance(desk.box(item), anchor))
        claims.append(desk.claim(next_to, 0.4, "its picture stands beside it"))
    return claims


def _distance(one: Box, two: Box) -> int:
    return max(0, -one.overlap_x(two)) + max(0, -one.overlap_y(two))
