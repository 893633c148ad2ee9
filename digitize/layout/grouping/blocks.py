"""Which lines of a printed page stand together, by boxes, type and rules."""

from __future__ import annotations

import bisect
from collections.abc import Iterator, Sequence

from digitize.grammar.scripts import is_han_text
from digitize.layout.grouping.cells import is_row, one_table
from digitize.layout.grouping.parting import Item, is_last_word, parted
from digitize.layout.page.between import quoted
from digitize.layout.page.rules import Rules, frames, turned
from digitize.layout.page.scale import Scale, size_of, view
from digitize.model.geometry import Box, union
from digitize.model.page import Line
from digitize.model.reading import printed

_MORE_WHITE = 0.6  # sizes of white, beyond the usual, that end a region
_GIVEN_SIZES = 1.12  # font sizes a region may mix when the file gives them
_PLAIN = (0.85, 1.18)  # body sizes; scripts and figures of one text may differ so much
_SEEN_SIZES = 1.4  # the same where size is only the height of ink: x-heights and capitals differ
_BODY = (0.65, 1.45)  # ink heights, in body sizes, that may all be body text
_LARGE = 1.4  # body sizes; the ink of larger type is measured more truly, and that of Han:
_DISPLAY_SIZES = 1.25  # sizes of such type that may be one, and
_HEADING = 1.13  # body sizes; lines in so large type head something
_LAST_WORD = 1.6  # the same where a headline's last line is a word or two, perhaps all x-height
_SHARED = 0.5  # width that lines of one region share, of the narrower
_INDENT = 2.2  # sizes; a line that opens a paragraph is set in by no more
_AT_EDGE = 3.0  # sizes; an indented line may begin as much right of a short line's end


def blocks(lines: Sequence[Line], width: int, scale: Scale, rules: Rules) -> list[tuple[Line, ...]]:
    """Return groups of lines, each in the order it is read, by place on the page."""
    groups: list[tuple[Line, ...]] = []
    for vertical in (False, True):
        seen = turned(rules, width) if vertical else rules
        boxed = frames(seen, scale.size, scale.area)
        items = [
            Item(line, view(line, width), size_of(line), _frame(view(line, width), boxed))
            for line in lines
            if line.vertical == vertical
        ]
        whole = [] if vertical else list(quoted(lines, rules, scale.size))
        for group in _linked(items, scale, seen):
            parts = [group] if [item.line for item in group] in whole else parted(group, scale)
            groups += [tuple(item.line for item in part) for part in parts]
    return sorted(groups, key=lambda group: (group[0].box.y0, group[0].box.x0, group[0].id))


def _frame(box: Box, boxed: Sequence[Box]) -> int:
    for number, frame in enumerate(boxed):
        if frame.has(box.center):
            return number
    return -1


def _linked(items: Sequence[Item], scale: Scale, rules: Rules) -> Iterator[list[Item]]:
    """Yield runs of lines, each the only one next below the other."""
    order = sorted(range(len(items)), key=lambda at: (items[at].box.y0, items[at].box.x0))
    tops = [items[at].box.y0 for at in order]
    below = {
        at: _unruled(at, _next_below(at, items, order, tops), items, scale, rules) for at in order
    }
    above: dict[int, list[int]] = {}
    for at, found in below.items():
        for other in found:
            above.setdefault(other, []).append(at)
    _prune(items, below, above)
    _mend(items, order, tops, below, above)
    follows: dict[int, int] = {}
    over: dict[int, Box] = {}
    for at, found in below.items():
        if len(found) != 1 or len(above[found[0]]) != 1:
            continue
        lane = union((items[at].box, over.get(at, items[at].box)))
        if _together(items[at], items[found[0]], lane, scale, rules):
            follows[at] = found[0]
            over[found[0]] = items[at].box
    starts = set(order) - set(follows.values())
    for at in order:
        if at in starts:
            run = [at]
            while run[-1] in follows:
                run.append(follows[run[-1]])
            yield [items[index] for index in run]


def _next_below(
    at: int, items: Sequence[Item], order: Sequence[int], tops: Sequence[int]
) -> list[int]:
    """Return the lines that stand directly under this one: no other line is between.

    `order` ranks the items by their upper edges, which are `tops`.
    """
    upper = items[at]
    found: list[int] = []
    floor = float("inf")
    middle = upper.box.center.y
    start = bisect.bisect_left(tops, middle - upper.size)
    for other in order[start:]:
        lower = items[other]
        if lower.box.y0 > min(floor, upper.box.y1 + 3 * upper.size):
            break
        shared = upper.box.overlap_x(lower.box)
        if other == at or shared <= 0.1 * min(upper.box.width, lower.box.width):
            continue
        if lower.box.center.y <= middle + 0.4 * min(upper.size, lower.size):
            continue
        found.append(other)
        floor = min(floor, lower.box.center.y)
    return found


def _prune(items: Sequence[Item], below: dict[int, list[int]], above: dict[int, list[int]]) -> None:
    """Drop links past a nearer line: a short last line sees past the narrow top of a heading."""
    for lower, found in above.items():
        tops = [items[at].box.y0 for at in found]
        far = [at for at in found if len(found) > 1 and items[at].box.y1 <= max(tops)]
        for at in far:
            found.remove(at)
            below[at].remove(lower)


def _mend(
    items: Sequence[Item],
    order: Sequence[int],
    tops: Sequence[int],
    below: dict[int, list[int]],
    above: dict[int, list[int]],
) -> None:
    """Link a short last line with the indented line under it: they share no width."""
    for at in order:
        over = above.get(at, [])
        if len(over) != 1 or len(below[over[0]]) != 1:
            continue
        start = bisect.bisect_left(tops, items[at].box.center.y)
        nearest = _passed(items, order[start:], at, items[over[0]].box, above)
        if nearest is None or nearest in below[at]:
            continue
        for other in below[at]:
            above[other].remove(at)
        below[at], above[nearest] = [nearest], [at]


def _passed(
    items: Sequence[Item],
    order: Sequence[int],
    at: int,
    column: Box,
    above: dict[int, list[int]],
) -> int | None:
    """Return the line right under a short one, in its column, that no line stands over."""
    short = items[at]
    for other in order:
        lower = items[other]
        if lower.box.y0 > short.box.y1 + short.size:
            break
        edge = 0 <= lower.box.x0 - short.box.x1 + 0.1 * short.size <= _AT_EDGE * short.size
        if not edge or above.get(other):
            continue
        deep = lower.box.center.y > short.box.center.y + 0.4 * short.size
        if deep and column.overlap_x(lower.box) >= _SHARED * min(lower.box.width, column.width):
            return other
    return None


def _together(upper: Item, lower: Item, lane: Box, scale: Scale, rules: Rules) -> bool:
    """Whether two lines stand in one region; `lane` is as wide as the line over the upper one."""
    small, large = sorted((upper.size, lower.size))
    white = lower.box.y0 - upper.box.y1
    if upper.frame != lower.frame or white > scale.white_of(large) + _MORE_WHITE * small:
        return False
    narrow = min(lane.width, lower.box.width)
    indented = 0 <= lower.box.x0 - lane.x0 <= _INDENT * small  # under the last word of a paragraph
    if lane.overlap_x(lower.box) < _SHARED * narrow and not indented:
        return False
    if _ruled_off(upper, lower, scale.size, rules):
        return False
    if one_table(upper.line, lower.line, scale.size):
        return True  # the row that names the columns is often bold
    return _given_type(upper, lower, scale) if scale.exact else _seen_type(upper, lower, scale)


def _unruled(
    at: int, found: Sequence[int], items: Sequence[Item], scale: Scale, rules: Rules
) -> list[int]:
    """Return which lines no rule parts from the one over them; the cells of a row go together."""
    near = [one for one in found if not _ruled_off(items[at], items[one], scale.size, rules)]
    rows = is_row(items[at].line, scale.size) and near
    return list(found) if rows else near


def _ruled_off(upper: Item, lower: Item, size: float, rules: Rules) -> bool:
    """Whether a rule parts two lines; those between the rows of a table part nothing."""
    return rules.part_rows(upper.box, lower.box) and not one_table(upper.line, lower.line, size)


def _given_type(upper: Item, lower: Item, scale: Scale) -> bool:
    """Whether two lines are of one type, by the sizes and weights that the file gives."""
    small, large = sorted((upper.size, lower.size))
    plain = not upper.line.bold and not lower.line.bold
    if plain and _PLAIN[0] * scale.size <= small and large <= _PLAIN[1] * scale.size:
        return True
    return large <= _GIVEN_SIZES * small and upper.line.bold == lower.line.bold


def _seen_type(upper: Item, lower: Item, scale: Scale) -> bool:
    """Whether two lines are of one type, by the heights of their ink."""
    small, large = sorted((upper.size, lower.size))
    if upper.size >= _HEADING * scale.size and is_last_word(upper, lower):
        return large <= _LAST_WORD * small
    han = is_han_text(printed(upper.line)) and is_han_text(printed(lower.line))
    if large >= _LARGE * scale.size or han:
        return large <= _DISPLAY_SIZES * small
    low, high = (_BODY[0] * scale.size, _BODY[1] * scale.size)
    return large <= _SEEN_SIZES * small or (low <= small and large <= high)
