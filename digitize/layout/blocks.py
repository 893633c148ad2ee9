"""Which lines of a printed page stand together, by boxes, type and rules."""

from __future__ import annotations

import bisect
import statistics
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from digitize.layout.rules import Rules, frames, turned
from digitize.layout.scale import Scale, size_of, view
from digitize.model.geometry import Box
from digitize.model.page import Line
from digitize.model.reading import printed

_MORE_WHITE = 0.6  # sizes of white, beyond the usual, that end a region
_GIVEN_SIZES = 1.12  # font sizes a region may mix when the file gives them
_PLAIN = (0.85, 1.18)  # body sizes; scripts and figures of one text may differ so much
_SEEN_SIZES = 1.4  # the same where size is only the height of ink: x-heights and capitals differ
_BODY = (0.65, 1.45)  # ink heights, in body sizes, that may all be body text
_SHARED = 0.5  # width that lines of one region share, of the narrower
_SET_IN = 1.2  # sizes; a heading between lines is set in by this on both sides


@dataclass(frozen=True, slots=True)
class _Item:
    """A line as text running to the right."""

    line: Line
    box: Box
    size: float
    frame: int  # which frame it lies in, -1 when none


def blocks(lines: Sequence[Line], width: int, scale: Scale, rules: Rules) -> list[tuple[Line, ...]]:
    """Return groups of lines, each in the order it is read, by place on the page."""
    groups: list[tuple[Line, ...]] = []
    for vertical in (False, True):
        seen = turned(rules, width) if vertical else rules
        boxed = frames(seen, scale.size, scale.area)
        items = [
            _Item(line, view(line, width), size_of(line), _frame(view(line, width), boxed))
            for line in lines
            if line.vertical == vertical
        ]
        for group in _linked(items, scale, seen):
            groups += [tuple(item.line for item in part) for part in _parted(group, scale)]
    return sorted(groups, key=lambda group: (group[0].box.y0, group[0].box.x0, group[0].id))


def _frame(box: Box, boxed: Sequence[Box]) -> int:
    for number, frame in enumerate(boxed):
        if frame.x0 <= box.center.x <= frame.x1 and frame.y0 <= box.center.y <= frame.y1:
            return number
    return -1


def _linked(items: Sequence[_Item], scale: Scale, rules: Rules) -> Iterator[list[_Item]]:
    """Yield runs of lines, each the only one next below the other."""
    order = sorted(range(len(items)), key=lambda at: (items[at].box.y0, items[at].box.x0))
    tops = [items[at].box.y0 for at in order]
    below = {at: _next_below(at, items, order, tops) for at in order}
    above: dict[int, list[int]] = {}
    for at, found in below.items():
        for other in found:
            above.setdefault(other, []).append(at)
    follows: dict[int, int] = {}
    for at, found in below.items():
        if (
            len(found) == 1
            and len(above[found[0]]) == 1
            and _together(items[at], items[found[0]], scale, rules)
        ):
            follows[at] = found[0]
    starts = set(order) - set(follows.values())
    for at in order:
        if at in starts:
            run = [at]
            while run[-1] in follows:
                run.append(follows[run[-1]])
            yield [items[index] for index in run]


def _next_below(
    at: int, items: Sequence[_Item], order: Sequence[int], tops: Sequence[int]
) -> list[int]:
    """Return the lines that stand directly under this one: no other line is between.

    `order` ranks the items by their upper edges, which are `tops`.
    """
    upper = items[at]
    found: list[int] = []
    floor = float("inf")
    start = bisect.bisect_left(tops, upper.box.center.y - upper.size)
    for other in order[start:]:
        lower = items[other]
        if lower.box.y0 > min(floor, upper.box.y1 + 3 * upper.size):
            break
        shared = upper.box.overlap_x(lower.box)
        deep = lower.box.center.y > upper.box.center.y + 0.4 * min(upper.size, lower.size)
        if other == at or not deep or shared <= 0.1 * min(upper.box.width, lower.box.width):
            continue
        found.append(other)
        floor = min(floor, lower.box.center.y)
    return found


def _together(upper: _Item, lower: _Item, scale: Scale, rules: Rules) -> bool:
    small, large = sorted((upper.size, lower.size))
    white = lower.box.y0 - upper.box.y1
    if upper.frame != lower.frame or white > scale.white_of(large) + _MORE_WHITE * small:
        return False
    narrow = min(upper.box.width, lower.box.width)
    if upper.box.overlap_x(lower.box) < _SHARED * narrow or rules.part_rows(upper.box, lower.box):
        return False
    plain = scale.exact and not upper.line.bold and not lower.line.bold
    if plain and _PLAIN[0] * scale.size <= small and large <= _PLAIN[1] * scale.size:
        return True
    if scale.exact:
        return large <= _GIVEN_SIZES * small and upper.line.bold == lower.line.bold
    low, high = (_BODY[0] * scale.size, _BODY[1] * scale.size)
    return large <= _SEEN_SIZES * small or (low <= small and large <= high)


def _parted(group: Sequence[_Item], scale: Scale) -> Iterator[list[_Item]]:
    """Cut headings that stand between body lines out of a run of lines."""
    if len(group) < 3:
        yield list(group)
        return
    left = statistics.median_low([item.box.x0 for item in group])
    right = statistics.median_high([item.box.x1 for item in group])
    held: list[_Item] = []
    was = _heads(group[0], left, right, scale)
    for item in group:
        now = _heads(item, left, right, scale)
        if held and now != was:
            yield held
            held = []
        held.append(item)
        was = now
    yield held


def _heads(item: _Item, left: int, right: int, scale: Scale) -> bool:
    """Whether a line is centred in its column and set as a heading: capitals or Title Case."""
    before, after = item.box.x0 - left, right - item.box.x1
    if min(before, after) < _SET_IN * scale.size or abs(before - after) > 0.25 * (right - left):
        return False
    words = [word for word in printed(item.line).split() if word[0].isalpha()]
    longer = [word for word in words if len(word) > 3]
    return bool(words) and all(word[0].isupper() for word in longer or words)
