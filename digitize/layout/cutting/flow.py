"""The order in which a page's regions are read: frames by themselves, text past its pictures."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from digitize.grammar.bylines import is_byline
from digitize.grammar.jumps import Direction, find_jump
from digitize.grammar.sentences import ends_sentence, starts_inside
from digitize.layout.cutting.cuts import Paper, Unit
from digitize.layout.cutting.cutter import cut
from digitize.layout.cutting.modules import breuel, by_modules
from digitize.layout.evidence.captions import under_picture
from digitize.layout.evidence.seams import tie_of
from digitize.layout.page.directions import zones
from digitize.layout.page.rules import (
    Rules,
    closed_frames,
    holds,
    rules_of,
    turned,
    without_bars,
    without_quoted,
)
from digitize.layout.page.scale import (
    Bodies,
    Scale,
    all_lines,
    bodies_of,
    mostly_vertical,
    scale_of,
    size_of,
    snug,
    turn,
    view,
)
from digitize.layout.page.spans import Sight, spans
from digitize.model.geometry import Box, union
from digitize.model.page import Line, Page, Region
from digitize.model.reading import printed

_HEADING = 1.35  # body sizes; type this large heads something
_LONGEST_HEADING = 5  # lines
_SMALL_ROWS, _SMALL = 2, 1.15  # rows of type so large, or set in on both sides by
_SET_IN = 1.2  # sizes, are a small heading to the text
_ENOUGH = 5  # lines from elsewhere; of so many one may stick out of its column
_ROWS, _CELLS = 3, 3  # rows and cells in a row that make a table
_ROW, _CELL = 0.6, 3.5  # body sizes by which the cells of a row begin apart, and how high one is
_CROSSED = 0.12  # of a box; so much of it lies in a frame only if it runs over its side
_QUOTED = 2.0  # body sizes from a pull quote to the rules around it: no white that parts rows
_ASTRIDE = 2.0  # times its height from a jump line to the columns that it closes or heads
_KICKER_ROWS = 2
_KICKER_GAP = 1.2  # body sizes between a kicker and its headline


def flow(page: Page, regions: Sequence[Region], aside: Collection[str] = ()) -> list[Region]:
    """Return `regions` of `page` in reading order; a vertical page is read from the right.

    Text flows past the regions of `aside` as past pictures.
    """
    if not regions:
        return []
    wholes = list(_parts(page, regions, aside))
    inner = {whole.id: ranked for whole, ranked in wholes}
    within = {one.id for ranked in inner.values() for one in ranked}
    outer = [one for one in regions if one.id not in within] + [whole for whole, _ in wholes]
    ranked = [outer[at] for at in _ordered(page, outer, aside)]
    return [one for region in ranked for one in inner.get(region.id, [region])]


def _parts(
    page: Page, regions: Sequence[Region], aside: Collection[str]
) -> Iterator[tuple[Region, list[Region]]]:
    """Yield what runs the other way than the page, as one region and as all of them in order."""
    names = {region.id for region in regions}
    for zone in zones(page):
        own = [region for region in zone if region.id in names]
        if len(own) > 1:
            ranked = [own[at] for at in _ordered(replace(page, regions=tuple(own)), own, aside)]
            lines = tuple(line for region in ranked for line in region.lines)
            yield replace(ranked[0], box=union(one.box for one in own), lines=lines), ranked


def _ordered(page: Page, regions: Sequence[Region], aside: Collection[str]) -> list[int]:
    """Return the places of `regions` in reading order."""
    width, scale, rules = page.scan.width, scale_of(page), rules_of(page)
    bodies = bodies_of(page, scale)
    vertical = mostly_vertical(all_lines(page))
    boxes = [turn(box, width) if vertical else box for box in map(_core, regions)]
    seen = turned(rules, width) if vertical else rules
    pictures = [box for box, region in zip(boxes, regions, strict=True) if not region.lines]
    floating = _floating(regions, boxes, aside, scale)
    heads = [
        at
        for at, region in enumerate(regions)
        if at not in floating and _heads(region.lines, boxes[at], boxes, bodies)
    ]
    names = [box for box, region in zip(boxes, regions, strict=True) if _is_byline(region.lines)]
    seen = without_bars(seen, names, [boxes[at] for at in heads], scale.size)
    quoted = [box for box, region in zip(boxes, regions, strict=True) if region.id in aside]
    texts = [box for at, box in enumerate(boxes) if at not in floating and at not in heads]
    sight = Sight([boxes[at] for at in heads], texts, pictures, seen, scale.size)
    wide = dict(zip(heads, spans(sight), strict=True))
    units = [
        Unit(wide.get(at, box), (at,), heading=at in wide, size=size_of(regions[at].lines[0]))
        for at, box in enumerate(boxes)
        if at not in floating
    ]
    rows = {at: len(region.lines) for at, region in enumerate(regions)}
    units = _with_kickers(units, rows, scale.size)
    ties = {
        at: tie_of(
            region.lines,
            [view(line, width) for line in region.lines],
            boxes[at],
            heading=at in wide or _may_head(region.lines, boxes[at], texts, bodies),
        )
        for at, region in enumerate(regions)
        if at not in floating
    }
    ruled = round(_QUOTED * scale.size)
    filled = (*pictures, *(box._replace(y0=box.y0 - ruled, y1=box.y1 + ruled) for box in quoted))
    parting = without_quoted(seen, quoted, scale.size)
    paper = Paper(parting, scale.size, filled, ties, scale.white)
    ranked = _with_frames(units, closed_frames(parting, scale.size, scale.area), paper)
    return _with_floating(
        ranked, sorted(floating, key=lambda at: (boxes[at].y0, boxes[at].x0)), boxes
    )


def _floating(
    regions: Sequence[Region], boxes: Sequence[Box], aside: Collection[str], scale: Scale
) -> set[int]:
    """Return what text flows past: pictures, captions, quotes, a jump line across a gutter."""
    pictures = [box for box, region in zip(boxes, regions, strict=True) if not region.lines]
    return {
        at
        for at, (box, region) in enumerate(zip(boxes, regions, strict=True))
        if not region.lines
        or region.id in aside
        or _jumps_astride(region.lines, box, boxes) == "to"
        or (_captions(region.lines, box, pictures, scale.size) and not _runs_on(box, boxes, scale))
    }


def _heads(lines: Sequence[Line], box: Box, boxes: Sequence[Box], bodies: Bodies) -> bool:
    """Whether lines stand over columns of their own: a heading, or a line "from page 1" astride."""
    return _is_heading(lines, bodies) or _jumps_astride(lines, box, boxes) == "from"


def _core(region: Region) -> Box:
    """Return a region's box by the lines in it, without what sticks out of them."""
    boxes = [snug(line) for line in region.lines]
    whole = union(boxes) if boxes else region.box
    if len(boxes) < _ENOUGH or all(map(_is_snug, region.lines, boxes)):
        return whole
    out = len(boxes) // _ENOUGH
    left = sorted(box.x0 for box in boxes)[out]
    right = sorted(box.x1 for box in boxes)[-1 - out]
    return Box(left, whole.y0, right, whole.y1)


def _is_snug(line: Line, box: Box) -> bool:
    return line.box == box


def _with_kickers(units: Sequence[Unit], rows: Mapping[int, int], size: float) -> list[Unit]:
    """Join each headline with the line of small type right over it, so that no cut parts them."""
    taken: dict[int, Unit] = {}
    for head in units:
        if not head.heading:
            continue
        over = [unit for unit in units if not unit.heading and _is_kicker(unit, head, rows, size)]
        above = [unit for unit in units if unit is not head and unit.box.y1 <= head.box.y0]
        for unit in over[:1]:
            beside = [other for other in above if other.box.overlap_x(unit.box) > 0]
            crowded = any(0 <= unit.box.y0 - other.box.y1 < 0.8 * size for other in beside)
            if not crowded:
                taken[unit.members[0]] = head
    kickers = {at: unit.box for unit in units for at in unit.members if at in taken}
    joined: list[Unit] = []
    for unit in units:
        own = [at for at, head in taken.items() if head is unit]
        if unit.members[0] in taken:
            continue
        box = union([unit.box, *(kickers[at] for at in own)])
        joined.append(replace(unit, box=box, members=(*own, *unit.members)))
    return joined


def _is_kicker(unit: Unit, head: Unit, rows: Mapping[int, int], size: float) -> bool:
    """Whether a unit is one or two short lines right over a headline, at its edge or middle."""
    gap = head.box.y0 - unit.box.y1
    short = rows[unit.members[0]] <= _KICKER_ROWS and unit.box.width <= 0.6 * head.box.width
    edge = abs(unit.box.x0 - head.box.x0) <= size
    middle = abs(unit.box.center.x - head.box.center.x) <= size
    return short and -0.3 * size <= gap <= _KICKER_GAP * size and (edge or middle)


def _captions(lines: Sequence[Line], box: Box, pictures: Sequence[Box], size: float) -> bool:
    ratio = size_of(lines[0]) / size
    return any(under_picture(box, len(lines), ratio, picture, size) for picture in pictures)


def _runs_on(box: Box, boxes: Sequence[Box], scale: Scale) -> bool:
    """Whether text of the same column goes on right under it: then it is no caption."""
    near = 0.5 * scale.size
    return any(
        abs(other.x0 - box.x0) <= near
        and abs(other.x1 - box.x1) <= near
        and -near <= other.y0 - box.y1 <= max(0.0, scale.white) + near
        for other in boxes
        if other is not box
    )


def _with_floating(ranked: list[int], floating: Sequence[int], boxes: Sequence[Box]) -> list[int]:
    """Put pictures and captions after what stands nearest over them: text flows past them."""
    for at in floating:
        box = boxes[at]
        over = [
            place
            for place, other in enumerate(ranked)
            if boxes[other].center.y < box.center.y and boxes[other].overlap_x(box) > 0
        ]
        place = max(over, key=lambda item: (boxes[ranked[item]].y1, -item)) + 1 if over else 0
        ranked.insert(place, at)
    return ranked


def _with_frames(units: Sequence[Unit], boxed: Sequence[Box], paper: Paper) -> list[int]:
    """Order what lies in each frame by itself, the innermost first, then the page."""
    left = list(units)
    for frame in boxed:
        inside = [unit for unit in left if holds(frame, unit.box)]
        if not inside or any(_crosses(unit.box, frame) for unit in left if unit not in inside):
            continue
        inner = _in_rows(inside, paper.size) or _hybrid(inside, _within(paper, frame))
        members = _members(inner)
        box = union([frame, *(unit.box for unit in inside)])
        left = [unit for unit in left if unit not in inside] + [Unit(box, members, framed=True)]
    return list(_members(_hybrid(left, paper)))


def _in_rows(units: Sequence[Unit], size: float) -> list[Unit]:
    """Return the cells of a table row by row, after what heads it; nothing where there is none."""
    rows: list[list[Unit]] = []
    for unit in sorted(units, key=lambda unit: unit.box.y0):
        if not rows or unit.box.y0 > rows[-1][0].box.y0 + _ROW * size:
            rows.append([])
        rows[-1].append(unit)
    full = [row for row in rows if len(row) >= _CELLS]
    low = all(unit.box.height <= _CELL * size for row in full for unit in row)
    if len(full) < _ROWS or not low or 2 * sum(map(len, full)) < len(units):
        return []
    return [unit for row in rows for unit in sorted(row, key=lambda unit: unit.box.x0)]


def _crosses(box: Box, frame: Box) -> bool:
    """Whether print runs over a frame's side: what looked like a frame are rules of columns."""
    return frame.intersection(box) >= _CROSSED * max(1, min(box.area, frame.area))


def _members(units: Sequence[Unit]) -> tuple[int, ...]:
    return tuple(member for unit in units for member in unit.members)


def _within(paper: Paper, frame: Box) -> Paper:
    rules = Rules(
        tuple(rule for rule in paper.rules.across if frame.contains(rule, 2)),
        tuple(rule for rule in paper.rules.upright if frame.contains(rule, 2)),
    )
    return paper._replace(rules=rules)


def _hybrid(units: Sequence[Unit], paper: Paper) -> list[Unit]:
    def leaf(rest: Sequence[Unit]) -> list[Unit]:
        return by_modules(rest, paper) if len(rest) > 2 else breuel(rest)

    return cut(units, paper, leaf)


def _may_head(lines: Sequence[Line], box: Box, texts: Sequence[Box], bodies: Bodies) -> bool:
    """Whether a line or two look like a small heading: somewhat larger type, or set in."""
    text = " ".join(map(printed, lines))
    if not lines or len(lines) > _SMALL_ROWS or starts_inside(text) or ends_sentence(text):
        return False
    size = size_of(lines[0])
    under = [other for other in texts if other.y0 >= box.center.y and other.overlap_x(box) > 0]
    column = min(under, key=lambda other: other.y0, default=box)
    set_in = min(box.x0 - column.x0, column.x1 - box.x1) >= _SET_IN * size
    return set_in or size >= _SMALL * bodies.under(text)


def _jumps_astride(lines: Sequence[Line], box: Box, boxes: Sequence[Box]) -> Direction | None:
    """Return whether a jump line across a gutter brings the text under it, or sends that over it.

    It stands for all the columns there.
    """
    jump = find_jump(printed(lines[0])) if len(lines) == 1 else None
    if jump is None or not jump.fills(printed(lines[0])):
        return None
    reach = _ASTRIDE * box.height
    near = [
        other
        for other in boxes
        if other.overlap_x(box) > 0
        and 0 <= (other.y0 - box.y1 if jump.direction == "from" else box.y0 - other.y1) <= reach
    ]
    parted = any(one.x1 <= two.x0 for one in near for two in near)
    return jump.direction if parted else None


def _is_byline(lines: Sequence[Line]) -> bool:
    return 0 < len(lines) <= _SMALL_ROWS and is_byline(" ".join(map(printed, lines)))


def _is_heading(lines: Sequence[Line], bodies: Bodies) -> bool:
    if not lines or len(lines) > _LONGEST_HEADING:
        return False
    text = "".join(map(printed, lines))
    size = sorted(size_of(line) for line in lines)[len(lines) // 2]
    large = size >= _HEADING * bodies.under(text)
    return large and (any(map(str.isalpha, text)) or not any(line.words for line in lines))
