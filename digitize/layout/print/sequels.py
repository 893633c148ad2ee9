"""Which text goes on with which: all that lacks a headline looks for its beginning at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from digitize.grammar.jumps import find_jump
from digitize.grammar.sentences import starts_inside
from digitize.layout.evidence.seams import Tie, starts_over, tie_of
from digitize.layout.flat.stories import comes_from
from digitize.layout.page.board import beside
from digitize.layout.page.desk import PAID, Desk
from digitize.layout.page.scale import view
from digitize.layout.print.overhead import LEVEL, STACKED, TEXT, is_wide, right_over, tops_of
from digitize.model.page import Page, Region, Role
from digitize.model.reading import printed, read

LATE = frozenset({Role.CAPTION, Role.CREDIT, Role.PULL_QUOTE})
"""What stands in a story wherever there was room."""

_ENOUGH = 0.5  # score from which a region goes on with a story; under it, it starts one
_DOUBTFUL = 0.85  # score of a headline over text that starts inside a sentence
_WHITE = 2.5  # body sizes of white that make text under text doubtful
_SEAM = 1.5  # body sizes of white that run on between the columns of two stories
_SEAM_TIERS = 1.25  # the same between tiers of upright text
_PARAGRAPH = 1.0  # body sizes of white; so much may part two paragraphs of one column
_NEXT, _OVERTAKEN = 0.75, 0.4  # text right under text, and where other stories are read between
_WIDER = 1.5  # times a column; text so wide stands over several, which all go on with it
_SIGNED = 0.3  # body sizes by which a name under a text is set in at least
_STACK_ROWS = 4  # rows of a deck
_LEAST, _MOST = 0.0, 0.97


class Sequel(NamedTuple):
    """A region that goes on with another, how sure that is, and why."""

    score: float
    second: str
    first: str
    why: str
    way: str  # "headed" by it, "under" it, or "across" from it: text goes on in one way only,
    # though a jump line has "closed" its column


@dataclass(frozen=True, slots=True)
class _Scene:
    """What is read on a page beside advertisements, in order, and how each text begins and ends."""

    desk: Desk
    items: Sequence[Region]
    ties: Mapping[str, Tie]
    islands: Mapping[str, int]  # which box, closed by rules, each stands in; -1 for none

    def peers(self, region: Region) -> list[Region]:
        """Return what stands in the same box as a region, or like it in none."""
        own = self.islands[region.id]
        return [one for one in self.items if one is not region and self.islands[one.id] == own]


def sequels(desk: Desk, page: Page) -> dict[str, Sequel]:
    """Return for each region that heads nothing what it goes on with, where it does.

    All candidates of the page compete: the surest is taken first, no text goes on twice.
    """
    scene = _scene(desk, page)
    followers = [
        one
        for one in scene.items
        if one.role not in (Role.HEADLINE, Role.KICKER) or _signs(scene, one)
    ]
    found = [one for region in followers for one in _candidates(scene, region)]
    taken: dict[str, Sequel] = {}
    spent: dict[str, str] = {}
    for one in sorted(found, key=lambda one: -one.score):
        ways = {one.way, spent.get(one.first, one.way)}
        gone = one.way != "closed" and (len(ways) > 1 or ways == {"spent"})
        if one.score < _ENOUGH or one.second in taken or gone:
            continue
        if one.second in _chain(taken, one.first):
            continue
        taken[one.second] = one
        if one.way not in ("headed", "closed"):
            spent[one.first] = "spent" if one.way == "across" else one.way
    return taken


def _signs(scene: _Scene, region: Region) -> bool:
    """Whether a line over a headline is the name under the text before, at its right edge."""
    desk, text = scene.desk, right_over(scene.desk, region, scene.peers(region))
    last = region.lines[-1]
    if region.role != Role.KICKER or last.vertical or text is None or text.role != Role.BODY:
        return False
    box, upper = last.box, desk.box(text)
    flush = abs(upper.x1 - box.x1) <= desk.size and box.x0 - upper.x0 >= _SIGNED * desk.size
    return flush and desk.box(region).y0 - upper.y1 <= desk.size


def _chain(taken: Mapping[str, Sequel], name: str) -> Iterator[str]:
    yield name
    while name in taken:
        name = taken[name].first
        yield name


def _scene(desk: Desk, page: Page) -> _Scene:
    items = [one for one in desk.regions if one.role not in PAID | LATE and not desk.displays(one)]
    width = page.scan.width
    ties = {
        one.id: tie_of(
            one.lines,
            [view(line, width) for line in one.lines],
            desk.box(one),
            heading=one.role not in TEXT,
        )
        for one in items
    }
    islands = {one.id: desk.island(desk.box(one)) for one in items}
    return _Scene(desk, items, ties, islands)


def _candidates(scene: _Scene, region: Region) -> Iterator[Sequel]:
    peers = scene.peers(region)
    over = right_over(scene.desk, region, peers)
    if over is not None:
        headed = over.role not in TEXT
        yield _headed(scene, over, region) if headed else _under(scene, over, region)
    yield from _before(scene, region, peers)
    if region.role == Role.TABLE:
        yield from _cell(scene, region)
    if region.role in TEXT and _is_top(scene, region, over):
        yield from _left(scene, region, peers, over)


def _cell(scene: _Scene, region: Region) -> Iterator[Sequel]:
    """Yield the cell of a table that is read right before a cell and stands near it."""
    before, desk = _read_before(scene, region), scene.desk
    if before is not None and before.role == Role.TABLE:
        one, two = desk.box(before), desk.box(region)
        near = max(-one.overlap_x(two), -one.overlap_y(two)) <= STACKED * desk.size
        if near or scene.islands[region.id] >= 0:
            yield Sequel(0.95, region.id, before.id, "both stand in one table", "headed")


def _is_top(scene: _Scene, region: Region, over: Region | None) -> bool:
    """Whether a text begins its column, as far as what stands over it cannot go on with it."""
    if over is None or over.role not in TEXT or _is_seam(scene, over, region):
        return True
    return scene.ties[over.id].end * scene.ties[region.id].start < 0


def _headed(scene: _Scene, head: Region, region: Region) -> Sequel:
    """Score what stands under a heading: sure, but for first words from inside a sentence.

    Where the heading says that its text comes from another page, they are to be expected.
    """
    inside = region.role == Role.BODY and starts_inside(printed(region.lines[0]))
    score = _DOUBTFUL if inside and not _says_whence(scene, head) else 1.0
    why = f"{region.role} stands under {head.role}"
    return Sequel(score, region.id, head.id, why, "headed")


def _says_whence(scene: _Scene, head: Region) -> bool:
    """Whether a line "From page 1" stands by a heading, in its column."""
    box, near = scene.desk.box(head), STACKED * scene.desk.size
    lines = (scene.desk.box(one) for one in scene.items if comes_from(one))
    return any(beside(line, box) and -line.overlap_y(box) <= near for line in lines)


def _under(scene: _Scene, upper: Region, lower: Region) -> Sequel:
    """Score text under text in one column."""
    desk, one, two = scene.desk, scene.ties[upper.id], scene.ties[lower.id]
    why = "it stands right under it"
    alone = one.box.width <= _WIDER * two.box.width
    if _closes(upper):
        return Sequel(_LEAST, lower.id, upper.id, why, "under")
    if _closes(lower):
        return Sequel(0.9, lower.id, upper.id, why, "closed")
    if _is_seam(scene, upper, lower):
        return Sequel(_LEAST, lower.id, upper.id, why, "under")
    if lower.role != Role.BODY or upper.role != Role.BODY or not alone:
        return Sequel(0.9, lower.id, upper.id, why, "under")
    following = _follows(scene, upper, lower)
    white = two.box.y0 - one.box.y1
    score = _NEXT if following or white <= _PARAGRAPH * desk.size else _OVERTAKEN
    wide = white > _WHITE * desk.size
    score -= 0.15 * (wide and not desk.past(one.box, two.box))
    if one.end > 0:
        score += 0.25 + 0.3 * (two.start > 0) - 0.2 * (two.start < 0)
        why += ", where the text breaks off"
    elif one.end < 0 and two.start > 0:
        score -= 0.4
        why += ", though it starts inside a sentence"
    elif one.end < 0 and desk.dashed(one.box, two.box) and not _in_stack(scene, upper):
        score -= 0.4
        why += ", though a dash comes between"
    elif two.start > 0:
        score += 0.2
        why += ", inside a sentence"
    return Sequel(score, lower.id, upper.id, why, "under")


def _is_seam(scene: _Scene, upper: Region, lower: Region) -> bool:
    """Whether white in a column lies level with that over a headline beside it: stories end there.

    Two stories, one over the other, then share both columns.
    """
    desk, one, two = scene.desk, scene.desk.box(upper), scene.desk.box(lower)
    white = _SEAM_TIERS if lower.lines[0].vertical else _SEAM
    if upper.role != Role.BODY or two.y0 - one.y1 < white * desk.size:
        return False
    near = LEVEL * desk.size
    heads = [
        item
        for item in scene.items
        if item.role == Role.HEADLINE
        and desk.box(item).center.x < two.x0
        and abs(desk.box(item).y0 - two.y0) <= near
    ]
    return any(
        abs(desk.box(text).y1 - one.y1) <= near
        for text in scene.items
        if text.role == Role.BODY and desk.box(text).center.x < two.x0
        for head in heads
        if beside(desk.box(text), desk.box(head)) and desk.box(text).y1 <= desk.box(head).y0
    )


def _in_stack(scene: _Scene, region: Region) -> bool:
    """Whether a few lines, set in the middle, stand right under a headline or such lines."""
    desk, box = scene.desk, scene.desk.box(region)
    upper = right_over(desk, region, scene.items)
    if upper is None or len(region.lines) > _STACK_ROWS or not desk.is_composed(region):
        return False
    near = box.y0 - desk.box(upper).y1 <= STACKED * desk.size
    return near and (upper.role not in TEXT or _in_stack(scene, upper))


def _follows(scene: _Scene, upper: Region, lower: Region) -> bool:
    """Whether nothing of another column is read between two regions, the second after the first."""
    own = scene.islands[lower.id]
    names = [one.id for one in scene.items if scene.islands[one.id] == own]
    first, second = names.index(upper.id), names.index(lower.id)
    boxes = scene.desk.boxes
    return first < second and all(
        beside(boxes[name], boxes[lower.id]) or beside(boxes[name], boxes[upper.id])
        for name in names[first + 1 : second]
    )


def _closes(region: Region) -> bool:
    """Whether a jump line says that the text over it goes on elsewhere."""
    jump = find_jump(read(region.lines)) if region.role == Role.JUMP_LINE else None
    return jump is not None and jump.direction == "to"


def _read_before(scene: _Scene, region: Region) -> Region | None:
    own = scene.islands[region.id]
    items = [one for one in scene.items if scene.islands[one.id] == own]
    at = next(place for place, one in enumerate(items) if one is region)
    return items[at - 1] if at else None


def _before(scene: _Scene, region: Region, peers: Sequence[Region]) -> Iterator[Sequel]:
    """Yield what is read right before a region, in another column."""
    desk, box = scene.desk, scene.desk.box(region)
    before = _read_before(scene, region)
    if before is None or (beside(desk.box(before), box) and desk.box(before).y1 <= box.y0):
        return
    bare = not any(
        desk.box(other).center.y < box.y0
        and beside(desk.box(other), box)
        and not desk.parted(desk.box(other), box)
        for other in peers
    )
    if before.role not in TEXT:
        why = f"the {before.role} at the foot of the column before has no text yet"
        if bare:
            yield Sequel(0.9, region.id, before.id, why, "headed")
    elif region.role in TEXT:
        signs = {"it is read next": 0.3, "nothing stands over it in its own column": 0.2 * bare}
        yield _run_over(scene, before, region, signs)


def _left(
    scene: _Scene, region: Region, peers: Sequence[Region], over: Region | None
) -> Iterator[Sequel]:
    """Yield the texts of the column to the left that break off, or begin on the same level.

    They need not be read right before: where two stories share two columns, one over the other,
    the lower one goes on under the upper one's end; and a story may go on beside another.
    """
    desk, box = scene.desk, scene.desk.box(region)
    left = [
        item
        for item in peers
        if item.role in TEXT
        and desk.box(item).x1 <= box.x0 + desk.size
        and desk.box(item).y1 > box.y0
    ]
    edge = max((desk.box(item).x1 for item in left), default=0)
    for item in left:
        if desk.box(item).x1 < edge - 3 * desk.size or not _is_foot(scene, item, region, peers):
            continue
        tops, wide = tops_of(desk, item, peers), is_wide(desk, item, peers)
        if wide and box.y1 <= tops[0]:
            continue  # no story goes on over its own headline, which would stand over that
        level = any(abs(top - box.y0) <= LEVEL * desk.size for top in tops)
        if scene.ties[item.id].end > 0 or level:
            beside_head = abs(tops[0] - box.y0) <= LEVEL * desk.size and wide
            signs = {
                "it ends level with it, over another story": 0.3 * _ends_with(scene, item, region),
                "it stands in the next column": 0.2,
                "it begins on a level with it": 0.2 * level,
                "nothing stands over it": 0.1 * (level and over is None),
                "it stands beside a headline of several columns": 0.2 * beside_head,
            }
            yield _run_over(scene, item, region, signs)


def _ends_with(scene: _Scene, item: Region, region: Region) -> bool:
    """Whether the column under a text is parted on the level where the one beside it ends.

    That says nothing where a headline waits for its text at the foot of the column before.
    """
    desk, box = scene.desk, scene.desk.box(region)
    if abs(desk.box(item).y1 - box.y1) > LEVEL * desk.size:
        return False
    before = _read_before(scene, region)
    return (before is not None and before.role in TEXT) and any(
        desk.box(one).y0 >= box.y1 and beside(desk.box(one), box) and _is_seam(scene, region, one)
        for one in scene.items
    )


def _is_foot(scene: _Scene, text: Region, after: Region, peers: Sequence[Region]) -> bool:
    """Whether a text ends its column: nothing stands under it that may be its rest.

    A jump line may stand under the first of the columns that it closes.
    """
    desk, box, end = scene.desk, scene.desk.box(text), scene.ties[text.id].end
    under = [
        one for one in peers if desk.box(one).y0 >= box.center.y and beside(desk.box(one), box)
    ]
    lower = min(under, key=lambda one: desk.box(one).y0, default=None)
    if lower is None or lower.role not in TEXT or desk.parted(box, desk.box(lower)):
        return True
    if _closes(lower):
        return scene.ties[after.id].start > 0
    return end * scene.ties[lower.id].start < 0


def _run_over(scene: _Scene, before: Region, region: Region, signs: Mapping[str, float]) -> Sequel:
    """Score text that may go on from the end of another column, with what else speaks for it."""
    one, two = scene.ties[before.id], scene.ties[region.id]
    if _closes(before):
        return Sequel(_LEAST, region.id, before.id, "", "across")
    told = {
        **signs,
        "the text before breaks off": 0.3 * (one.end > 0),
        "it starts inside a sentence": 0.35 * (two.start > 0),
        "it does not open a paragraph": 0.1 * (not region.lines[0].opens),
    }
    against = 0.4 * (one.end < 0 < two.start) + 0.2 * (two.start < 0 < one.end)
    against += 0.4 * (starts_over(one, two) and not region.lines[0].vertical)  # no row of tiers
    why = "; ".join(why for why, weight in told.items() if weight)
    score = min(_MOST, sum(told.values()) - against)
    return Sequel(score, region.id, before.id, why, "across")
