"""Cut headings, decks and jump lines out of runs of lines that stand one under the other."""

from __future__ import annotations

import itertools
import statistics
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from digitize.grammar.bylines import is_byline, opens_with_dateline
from digitize.grammar.jumps import find_catchword, find_jump
from digitize.grammar.sentences import left_open, opens_item
from digitize.layout.flat.forms import opens_letter
from digitize.layout.page.scale import Scale
from digitize.model.geometry import Box
from digitize.model.page import Line
from digitize.model.reading import printed

_SET_IN = 1.2  # sizes; a heading between lines is set in by this on both sides
_CENTRED = 0.6  # sizes by which the two margins of a centred line may differ, or
_MIDDLE = 0.12  # of the column's width
_ROWS = 4  # a heading of body type is no longer
_WHITE_GIVEN, _WHITE_SEEN = 0.2, 0.3  # body sizes of white, beyond the usual; ink varies
_STEPS = 4  # steps from line to line that show the usual one
_HEAD_ROWS = 4  # rows at the head of a run among which a byline may stand
_SHORT = 0.7  # of the line over it; a headline's last line may be so short
_LEADING = 1.6  # sizes from line to line; within one heading they stand no further apart
_LARGER = 1.13  # times the size of the run; ink of body type varies less
_OTHER_SIZE = 1.025  # font sizes further apart are two, where the file gives them
_STACK_ROWS = 5  # steps in a block of headline and deck
_STEP = 1.1  # times the other steps; so wide is the one from headline to deck
_OTHER_TYPE = 1.04  # sizes; with such a step they are two
_OTHER_INK = 1.08  # the same where only ink is seen, in type smaller than
_DISPLAY = 1.4  # body sizes
_ONE_SIZE = 1.25  # sizes of large type that may be one, and steps from row to row
_ITEM_HEAD = 0.7  # of the column; a longer line that opens an item is its text
_JUMP_SHORT = 4.0  # sizes; a line "from page 1" over a column ends so far from its edge
_JUMP_SET_IN = 2.0  # sizes; a jump line under a column does not begin at its edge


@dataclass(frozen=True, slots=True)
class Item:
    """A line as text running to the right."""

    line: Line
    box: Box
    size: float
    frame: int  # which frame it lies in, -1 when none


@dataclass(frozen=True, slots=True)
class _Run:
    """A run of lines with its column's edges and the white to expect between its lines."""

    items: Sequence[Item]
    left: int
    right: int
    size: float  # of most of its type
    body: float  # of the page's body type
    step: float  # from one line to the next
    extra: float  # beyond the usual step, that says something

    def margins(self, item: Item) -> tuple[int, int]:
        return item.box.x0 - self.left, self.right - item.box.x1

    def centred(self, item: Item) -> bool:
        before, after = self.margins(item)
        loose = max(_CENTRED * item.size, _MIDDLE * (self.right - self.left))
        return abs(before - after) <= loose

    def set_in(self, item: Item) -> bool:
        return self.centred(item) and min(self.margins(item)) >= _SET_IN * item.size

    def wide(self, at: int) -> bool:
        """Whether more white than usual stands over the line at this place."""
        if not 0 < at < len(self.items):
            return True
        return _step(self.items[at - 1], self.items[at]) >= self.step + self.extra


def parted(items: Sequence[Item], scale: Scale) -> Iterator[list[Item]]:
    """Yield the parts of a run of lines: text, and what stands in it as a heading."""
    run = _run(items, scale)
    marks = [False] * len(items)
    at = len(items) if _is_display(run) or _is_headline(run) else 0
    while at < len(items):
        length = _heading(run, at)
        marks[at : at + length] = [True] * length
        at += max(1, length)
    cuts = {at for at in range(1, len(items)) if marks[at] != marks[at - 1]}
    cuts |= {at for at in range(1, len(items)) if marks[at] and marks[at - 1] and _far(run, at)}
    cuts |= set(_stack(run)) | set(_other_type(run, scale)) | set(_jump(run)) | set(_bylines(run))
    cuts |= set(_items(run)) | set(_letter(run))
    start = 0
    for end in (*sorted(cuts), len(items)):
        yield list(items[start:end])
        start = end


def _far(run: _Run, at: int) -> bool:
    """Whether two lines of headings stand too far apart for one heading."""
    upper, lower = run.items[at - 1], run.items[at]
    return _step(upper, lower) > _LEADING * max(upper.size, lower.size)


def _is_display(run: _Run) -> bool:
    """Whether the lines are centred, in one size: a heading as a whole, or an advertisement."""
    sizes = [item.size for item in run.items]
    mostly = 2 * sum(map(run.set_in, run.items)) >= len(run.items) - 1
    return mostly and all(map(run.centred, run.items)) and max(sizes) < _LARGER * min(sizes)


def _is_headline(run: _Run) -> bool:
    """Whether the lines are all large, evenly leaded and about of one size."""
    sizes = [item.size for item in run.items]
    steps = [_step(one, two) for one, two in itertools.pairwise(run.items)]
    large = min(sizes) >= _DISPLAY * run.body and max(sizes) <= _ONE_SIZE * min(sizes)
    return large and (not steps or max(steps) <= _ONE_SIZE * min(steps))


def _run(items: Sequence[Item], scale: Scale) -> _Run:
    lefts = sorted(item.box.x0 for item in items)
    rights = sorted(item.box.x1 for item in items)
    steps = [_step(one, two) for one, two in itertools.pairwise(items)]
    size = statistics.median(item.size for item in items)
    height = statistics.median(item.box.height for item in items)
    usual = statistics.median(steps) if len(steps) >= _STEPS else height + scale.white_of(size)
    return _Run(
        items=items,
        left=lefts[len(lefts) // 4],
        right=rights[-1 - len(rights) // 4],
        size=size,
        body=scale.size,
        step=usual,
        extra=(_WHITE_GIVEN if scale.exact else _WHITE_SEEN) * scale.size,
    )


def _step(upper: Item, lower: Item) -> float:
    """Return how far one line stands under another: by their baselines where both have one."""
    if upper.line.baseline and lower.line.baseline:
        return lower.line.baseline[0].y - upper.line.baseline[0].y
    return lower.box.y1 - upper.box.y1


def _heading(run: _Run, at: int) -> int:
    """Return how many lines from `at` on are one heading, 0 when none is."""
    if len(run.items) < 3:
        return 0
    for length in range(min(_ROWS, len(run.items) - at), 0, -1):
        part = run.items[at : at + length]
        if length < len(run.items) and _larger(run, at, length):
            return length
        if all(map(run.centred, part)) and _told(run, at, length):
            return length
    return 0


def _larger(run: _Run, at: int, length: int) -> bool:
    """Whether lines are all set in larger type than the run, with white over them."""
    if not run.wide(at) or _goes_on(run, at + length):
        return False
    part = run.items[at : at + length]
    rest = [*run.items[:at], *run.items[at + length :]]
    usual = statistics.median(item.size for item in rest)
    tail = length > 1 and is_last_word(part[-2], part[-1])
    sizes = [item.size for item in (part[:-1] if tail else part)]
    return min(sizes) >= _LARGER * usual and max(sizes) <= 1.4 * min(sizes)


def _goes_on(run: _Run, at: int) -> bool:
    """Whether the line at a place is the last word of the headline over it."""
    return not run.wide(at) and is_last_word(run.items[at - 1], run.items[at])


def is_last_word(upper: Item, lower: Item) -> bool:
    """Return whether a short line stands under a long one as the end of a headline does."""
    short = lower.box.width <= _SHORT * upper.box.width
    flush = abs(lower.box.x0 - upper.box.x0) <= 0.5 * upper.size
    middle = abs(lower.box.center.x - upper.box.center.x) <= 0.5 * upper.size
    return short and (flush or middle) and lower.size <= upper.size


def _told(run: _Run, at: int, length: int) -> bool:
    """Whether white or lettering tells centred lines from the text around them."""
    part = run.items[at : at + length]
    apart = run.wide(at) and run.wide(at + length) and 0 < at + length < len(run.items)
    inset = all(map(run.set_in, part)) or (
        run.wide(at) and (apart or run.set_in(part[-1]) or _reports(run, at + length))
    )
    if inset and not _rest(run, at):
        lettered = [item for item in part if any(map(str.isalpha, printed(item.line)))]
        if lettered and all(map(_capitals, lettered)):
            return True
    if not apart or not any(map(run.set_in, part)):
        return False
    text = printed(part[-1].line)
    return not left_open(text) and not text.endswith(".")


def _reports(run: _Run, at: int) -> bool:
    """Whether the line at a place begins a report, with the place it comes from."""
    return at < len(run.items) and opens_with_dateline(printed(run.items[at].line))


def _rest(run: _Run, at: int) -> bool:
    """Whether the line over a place is lettered as a heading is, and no white parts the two."""
    if run.wide(at):
        return False
    upper = run.items[at - 1]
    return run.centred(upper) and _capitals(upper)


def _capitals(item: Item) -> bool:
    """Whether a line is in capitals or Title Case."""
    words = [word for word in printed(item.line).split() if word[0].isalpha()]
    longer = [word for word in words if len(word) > 3]
    return bool(words) and all(word[0].isupper() for word in longer or words)


def _stack(run: _Run) -> Iterator[int]:
    """Yield where a deck begins in a short block of centred lines: the widest step, other type."""
    steps = [_step(one, two) for one, two in itertools.pairwise(run.items)]
    if not 2 <= len(steps) <= _STACK_ROWS or not all(map(run.centred, run.items)):
        return
    at = max(range(len(steps)), key=lambda place: steps[place]) + 1
    rest = [step for place, step in enumerate(steps, 1) if place != at]
    over = statistics.median(item.size for item in run.items[:at])
    under = statistics.median(item.size for item in run.items[at:])
    if steps[at - 1] >= _STEP * max(rest) and over >= _OTHER_TYPE * under:
        yield at


def _other_type(run: _Run, scale: Scale) -> Iterator[int]:
    """Yield where the size of the type changes for good: with white between, or as files tell."""
    if run.items[0].line.vertical:
        return
    other = _OTHER_SIZE if scale.exact else _OTHER_INK
    sizes = [item.size for item in run.items]
    for at in range(1, len(sizes)):
        small, large = sorted((statistics.median(sizes[:at]), statistics.median(sizes[at:])))
        low, high = sorted((sizes[at - 1], sizes[at]))
        display = not scale.exact and (
            small >= _DISPLAY * scale.size or is_last_word(run.items[at - 1], run.items[at])
        )
        told = run.wide(at) or (scale.exact and _two_types(sizes[:at], sizes[at:]))
        if large >= other * small and high >= other * low and told and not display:
            yield at


def _two_types(before: Sequence[float], after: Sequence[float]) -> bool:
    """Whether all lines before a place are smaller than all after it, or larger."""
    over = _OTHER_TYPE * max(before) <= min(after)
    return over or _OTHER_TYPE * max(after) <= min(before)


def _bylines(run: _Run) -> Iterator[int]:
    """Yield where lines that name the writer begin and end, at the head of a run."""
    named = [
        item.size < _DISPLAY * run.body
        and is_byline(printed(item.line))
        and not (at and _runs_into(run, at))
        for at, item in enumerate(run.items[:_HEAD_ROWS])
    ]
    for at in range(1, min(len(named) + 1, len(run.items))):
        before, after = named[at - 1], at < len(named) and named[at]
        if before != after:
            yield at


def _runs_into(run: _Run, at: int) -> bool:
    """Whether a line in lower case goes on with a full one: "paid | by the Postal Union."."""
    small = printed(run.items[at].line)[:1].islower()
    return small and run.margins(run.items[at - 1])[1] <= 0.5 * run.size


def _jump(run: _Run) -> Iterator[int]:
    """Yield where the last line sends the reader to another page, or the first comes from one."""
    last = len(run.items) - 1
    if last > 0 and _comes_from(run, run.items[0]):
        yield 1
    if last < 1 or run.margins(run.items[last])[0] < _JUMP_SET_IN * run.items[last].size:
        return
    text = printed(run.items[last].line)
    if find_jump(text) or find_catchword(text):
        yield last


def _comes_from(run: _Run, item: Item) -> bool:
    """Whether a line that ends short is "From page 1" and no more."""
    text = printed(item.line)
    jump = find_jump(text) if run.margins(item)[1] >= _JUMP_SHORT * item.size else None
    return jump is not None and jump.direction == "from" and jump.fills(text)


def _letter(run: _Run) -> Iterator[int]:
    """Yield where a letter begins under its headline: with whom it is written to."""
    for at, item in enumerate(run.items[1:_HEAD_ROWS], start=1):
        if opens_letter(printed(item.line)):
            yield at
            return


def _items(run: _Run) -> Iterator[int]:
    """Yield where items of news begin, by the mark before them, and where their heads end."""
    for at, item in enumerate(run.items):
        if opens_item(printed(item.line)):
            yield from (at,) if at else ()
            short = item.box.x1 - run.left <= _ITEM_HEAD * (run.right - run.left)
            yield from (at + 1,) if short and at + 1 < len(run.items) else ()
