"""Cut lines that run over a gutter and join the pieces of lines that were broken."""

from __future__ import annotations

import itertools
import statistics
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from typing import ClassVar

from digitize.grammar.scripts import is_han_text
from digitize.layout.grouping.cells import table_rows
from digitize.layout.grouping.grid import LARGE, Grid
from digitize.layout.grouping.pieces import merge, numbered, piece
from digitize.layout.grouping.upright import upright
from digitize.layout.page.between import one_size
from digitize.layout.page.letters import Ink, rises, sized
from digitize.layout.page.rules import Rules, rules_of, turned
from digitize.layout.page.scale import all_lines, of_role, scale_of, size_of, turn, view
from digitize.model.geometry import Box, union
from digitize.model.page import Line, Page, Role, Word
from digitize.model.reading import printed
from digitize.stage import Fact, Sheet

_LEAST_GAP = 0.45  # body sizes; narrower gaps are word spaces
_WIDER = 1.5  # a gutter is wider than the line's own word spaces by this factor
_MISDRAWN = 1.0  # sizes by which an engine may draw a word's box too long
_ALWAYS = 0.15  # sizes; pieces this near are one line wherever they stand
_WORD_SPACE = 1.3  # sizes; pieces this near are one line where no gutter runs
_WIDEST_SPACE = 6.0  # sizes; so far apart only where the rows around run over the gap
_WHOLE = 2  # rows around that run over the gap as well, from edge to edge of the column
_LOOSE = 0.5  # of these; so many rows may begin behind the gap: they are torn too
_LEVEL = 0.7  # of the lower piece; pieces of one line share this much height
_DECK = 1.2  # body sizes; decks run over gutters too, with all their word spaces alike
_OTHER = 1.1  # the same where the file gives all sizes
_APART = 0.8  # of its own size; headlines side by side stand no nearer
_HAN_GAP = 0.5  # of its size; no more parts two characters of Chinese text
_HAN_SPACE = 1.4  # of its size; the space between two parts of a Chinese headline is a character
_HAN_APART = 1.6  # of its size; only letters set apart stand so far from each other
_FAR_APART = 1.0  # the same where only rows further away tell of a gutter
_DISPLAY_WINDOW = 4.0  # times its own size; so much further from a headline its columns may begin
_FAR = 8.0  # body sizes; so much further away rows may tell that a wide gap is a gutter
_OTHER_SIZE = 2.0  # times as large; no line mixes such sizes
_DRAWN = Ink(plain=1.0, hanging=1.3)  # heights of capitals, of words without and with a "y"
_OVER = 0.02  # of the lines; where more were cut, others are looked at again
_BESIDE = 3  # words on either side of a gap by which the type there is measured
_NEAR_RULE = 0.25  # body sizes; where a rule stands or goes on, gaps may be this narrow
_LIKE, _LIKE_LOW = 1.35, 1.8  # type sizes that may belong to one line; of letters that do not rise
_ALWAYS_CAPTION = 0.6  # sizes; words of a caption, however its picture stands over gutters
_CAPTION = 3.0  # sizes; a caption stands so near to its picture
_UNEVEN = 1.75  # times the word spaces of a headline; pieces of it stand no further apart
_LOOSER = 1.5  # the same where a gutter is sure: so much wider is more than a word space
_LOOSE_HEAD = 2.5  # times the same; so wide a gap is a gutter where the rows have one
_TORN = 3.0  # times the same; no headline is set with such a space in it
_LIKE_DISPLAY, _FOOT = 1.25, 0.25  # the same in display type, whose pieces end on one level


@dataclass(frozen=True, slots=True)
class Columns:
    """Cut lines at gutters and rules; join pieces that share a baseline."""

    name: ClassVar[str] = "columns"
    needs: ClassVar[frozenset[Fact]] = frozenset({"lines"})
    gives: ClassVar[frozenset[Fact]] = frozenset()

    def __call__(self, sheet: Sheet, /) -> Sheet:
        """Return the sheet with lines that each lie in one column."""
        page = sheet.page
        lines = upright(sized(all_lines(page), exact=page.scan.kind == "born-digital"))
        if not lines or page.scan.kind == "text":
            return sheet
        scale, rules = scale_of(_with_lines(page, lines)), rules_of(page)
        bare = not any(line.size > 0 for line in all_lines(page))  # nobody has measured them
        cut: list[Line] = []
        joined: list[Line] = []
        for vertical in (False, True):
            part = [line for line in lines if line.vertical == vertical]
            seen = turned(rules, page.scan.width) if vertical else rules
            pictures = () if vertical else tuple(one.box for one in of_role(page, Role.PICTURE))
            grid = Grid(part, page.scan.width, scale, seen, pictures)
            pieces, after = _all_cut(part, grid)
            if bare and len(pieces) > len(part):
                pieces = sized([replace(one, size=0.0) for one in pieces])
                after = grid.of(pieces)
            cut.extend(pieces)
            whole = _joined(pieces, after)
            joined.extend(whole if vertical else _in_rows(whole, scale.size, rules))
        done = one_size(numbered(joined, lines), rules, scale.size)
        note = f"{len(cut) - len(lines)} cut, {len(cut) - len(joined)} joined"
        return replace(sheet, page=_with_lines(page, done), note=note)


def _all_cut(lines: Sequence[Line], grid: Grid) -> tuple[list[Line], Grid]:
    """Return the pieces of lines, and the grid of them.

    Where many lines have run over the gutters, those that are cut tell of the others.
    """
    before, pieces = 0, list(lines)
    while len(pieces) > (1 + _OVER) * before:
        before = len(pieces)
        pieces = [part for line in pieces for part in _cut(line, grid)]
        grid = grid.of(pieces)
    return pieces, grid


def _cut(line: Line, grid: Grid) -> Iterator[Line]:
    words = sorted(line.words, key=lambda word: grid.word_box(line, word).x0)
    boxes = [grid.word_box(line, word) for word in words]
    whole = turn(line.box, grid.width) if line.vertical else line.box
    if len(words) < 2 or not _placed(whole, boxes, grid.scale.size):
        yield line
        return
    gaps = [right.x0 - left.x1 for left, right in itertools.pairwise(boxes)]
    usual = _usual_space(line, gaps)
    start = 0
    for at, gap in enumerate(gaps, start=1):
        parted = gap > 0 and _is_gutter(line, boxes, at, usual, grid)
        parted = parted or (gap >= grid.scale.size and _other_type(words[at - 1], words[at], line))
        parted = parted or _parts_han(line, words, boxes, at)
        parted = parted or _parts_headlines(line, boxes, at, grid)
        parted = parted or grid.captioned(boxes[at - 1], boxes[at])
        if parted and not _runs_over(boxes[at - 1], boxes[at], usual, grid):
            yield piece(line, words[start:at], first=start == 0)
            start = at
    if start == 0 and (start := _over_lane(line, boxes, grid)):
        yield piece(line, words[:start], first=True)
    yield line if start == 0 else piece(line, words[start:], first=False)


def _runs_over(left: Box, right: Box, usual: float, grid: Grid) -> bool:
    """Whether two words are of what stands over several columns: a caption, or a quote."""
    gap = Box(left.x1, min(left.y0, right.y0), right.x0, max(left.y1, right.y1))
    captions = gap.width <= _WIDER * usual and _captions(union((left, right)), gap.center.x, grid)
    return captions or grid.interrupted(gap)


def _usual_space(line: Line, gaps: Sequence[int]) -> float:
    """Return the space between the words of a line; Han is set without any."""
    usual = max(1.0, statistics.median_low(gaps)) if len(gaps) >= 3 else 1.0
    return min(usual, _HAN_GAP * size_of(line)) if is_han_text(printed(line)) else usual


def _over_lane(line: Line, boxes: Sequence[Box], grid: Grid) -> int:
    """Return where a line runs over a gutter that its word boxes do not show, 0 if nowhere.

    Engines that tell words by time steps draw them longer than they are. So the rows over and
    under decide: many end and many begin at one place, and hardly one runs over it. But what runs
    over it with a picture, right under that, is the picture's caption.
    """
    size, box = grid.scale.size, view(line, grid.width)
    told = grid.scale.exact or line.bold or size_of(line) >= _DECK * size
    if size_of(line) > LARGE * size or (told and _evenly_set(boxes, size_of(line))):
        return 0
    for place in grid.lanes(box):
        edges = [(left.x1 + right.x0) / 2 for left, right in itertools.pairwise(boxes)]
        nearest = min(range(len(edges)), key=lambda at: abs(edges[at] - place))
        near = abs(edges[nearest] - place) <= _MISDRAWN * size
        gap = Box(boxes[nearest].x1, box.y0, boxes[nearest + 1].x0, box.y1)
        if (
            near
            and not grid.between_rules(gap)
            and not _captions(box, place, grid)
            and not grid.interrupted(gap)
        ):
            return nearest + 1
    return 0


def _captions(line: Box, place: float, grid: Grid) -> bool:
    """Whether a line stands right under a picture that runs over a place as well."""
    size = grid.scale.size
    return any(
        0 <= line.center.y - picture.y1 <= _CAPTION * size
        and picture.x0 + size < place < picture.x1 - size
        for picture in grid.pictures
    )


def _evenly_set(words: Sequence[Box], size: float) -> bool:
    """Whether nothing but word spaces, all alike, parts some words: no gutter hides there."""
    gaps = [right.x0 - left.x1 for left, right in itertools.pairwise(words)]
    usual = statistics.median_low(gaps)
    alike = all(usual <= _WIDER * gap + 1 and gap <= _WIDER * usual + 1 for gap in gaps)
    return alike and usual >= _ALWAYS * size


def _placed(box: Box, words: Sequence[Box], size: float) -> bool:
    """Whether word boxes are real: each has width, none lies outside of its line."""
    slack = min(box.height, 1.5 * size)
    return all(
        word.area > 0 and box.x0 - slack <= word.x0 and word.x1 <= box.x1 + slack for word in words
    )


def _size_at(line: Line, boxes: Sequence[Box], at: int) -> float:
    """Return the size of the smaller type beside a gap; a line's highest box has the line's."""
    high = [box.height for box in boxes]
    sides = high[max(0, at - _BESIDE) : at], high[at : at + _BESIDE]
    return size_of(line) * min(map(max, sides)) / max(high)


def _is_gutter(line: Line, boxes: Sequence[Box], at: int, usual: float, grid: Grid) -> bool:
    left, right = boxes[at - 1], boxes[at]
    gap, size = right.x0 - left.x1, grid.scale.size
    if grid.rules.part_columns(left, right) or grid.inset(left, right):
        return True
    ruled = gap >= _NEAR_RULE * size and grid.long.part_columns(left, right)
    if size_of(line) <= LARGE * size and not ruled and gap < _LEAST_GAP * size:
        return False
    box, own = view(line, grid.width), _size_at(line, boxes, at)
    between = Box(left.x1, box.y0, right.x0, box.y1)
    if own > LARGE * size:
        apart = gap >= _APART * own and gap >= _WIDER * usual
        wide = gap >= _FAR_APART * own and gap >= 2 * usual
        reach = _DISPLAY_WINDOW * own
        if gap < _HAN_SPACE * own and is_han_text(printed(line)):
            apart = apart and not grid.spaced(box, right, reach=reach)
        return apart and grid.gutter(between, wide=wide, reach=reach)
    wide = gap >= _WIDER * usual + 1  # boxes are whole pixels: one more or less says nothing
    deck = own >= (_OTHER if grid.scale.exact else _DECK) * size and not wide
    if deck or (gap <= size and grid.between_rules(between)):
        return False
    if ruled:
        over = own >= _DECK * size and _evenly_set(boxes, own)  # a heading stops the rule itself
        return not over and grid.witnesses(between).starts >= 2
    far = gap >= max(size, 2 * usual)
    return gap >= _LEAST_GAP * size and (
        grid.gutter(between, wide=wide)
        or (grid.aligned(between) and not _evenly_set(boxes, own))
        or (far and grid.gutter(between, wide=wide, reach=_FAR * size))
        or (far and grid.opens(between))
    )


def _other_type(left: Word, right: Word, line: Line) -> bool:
    """Whether two words are of such sizes as no line mixes: text beside a headline."""
    lettered = all(any(map(str.isalnum, word.text)) for word in (left, right))
    low, high = sorted(
        word.box.width if line.vertical else word.box.height / _DRAWN.extent(word.text)
        for word in (left, right)
    )
    return lettered and high >= _OTHER_SIZE * low


def _parts_han(line: Line, words: Sequence[Word], boxes: Sequence[Box], at: int) -> bool:
    """Whether so much white stands between two solid parts as no Chinese line is set with."""
    solid = all(len(word.text) > 1 and is_han_text(word.text) for word in words[at - 1 : at + 1])
    gap = boxes[at].x0 - boxes[at - 1].x1
    return solid and not line.vertical and gap >= _HAN_APART * _size_at(line, boxes, at)


def _parts_headlines(line: Line, boxes: Sequence[Box], at: int, grid: Grid) -> bool:
    """Whether display type breaks where all rows do: at a wider gap, or at other type."""
    size, gap = size_of(line), boxes[at].x0 - boxes[at - 1].x1
    if size <= LARGE * grid.scale.size:
        return False
    near = itertools.pairwise(boxes[max(0, at - 2) : at + 2])
    beside = [two.x0 - one.x1 for one, two in near if two is not boxes[at]]
    if not beside:
        return False
    parts = boxes[:at], boxes[at:]
    box = view(line, grid.width)
    between = Box(boxes[at - 1].x1, box.y0, boxes[at].x0, box.y1)
    reach = _DISPLAY_WINDOW * size
    if gap > 0 and grid.heads_apart(union(parts[0]), union(parts[1]), between, reach=reach):
        return True
    low, high = sorted(statistics.median(box.height for box in part) for part in parts)
    usual = min(beside) if high > _LIKE_DISPLAY * low else max(beside)
    if gap < max(1.0, _LOOSER * usual):
        return False
    torn = gap >= max(size, _TORN * max(beside)) and not grid.witnesses(between, over=False).against
    loose = gap >= max(_LEAST_GAP * size, _LOOSE_HEAD * max(beside))
    loose = loose and grid.gutter(between, wide=True, reach=reach)
    return torn or loose or grid.sure(between, reach=reach)


def _joined(lines: Sequence[Line], grid: Grid) -> list[Line]:
    """Join each line with the pieces that go on to its right."""
    ranked = sorted(((view(line, grid.width), line) for line in lines), key=lambda one: one[0].x0)
    done: list[Line] = []
    boxes: list[Box] = []
    level: dict[int, list[int]] = {}  # by the bands of height that a line reaches into
    for box, line in ranked:
        bands = range(int(box.y0 // grid.scale.size), int(box.y1 // grid.scale.size) + 1)
        near = sorted({at for band in bands for at in level.get(band, ())}, reverse=True)
        place = next(
            (at for at in near if _one_line(done[at], boxes[at], line, box, grid)), len(done)
        )
        if place < len(done):
            done[place] = merge(done[place], line)
            boxes[place] = view(done[place], grid.width)
        else:
            done.append(line)
            boxes.append(box)
        for band in bands:
            level.setdefault(band, []).append(place)
    return sorted(done, key=lambda line: (line.id == "", line.id))


def _in_rows(lines: Sequence[Line], size: float, rules: Rules) -> list[Line]:
    """Join the cells of each row of a table: a table is read row by row."""
    rows = table_rows(lines, size, rules)
    cells = {id(cell) for row in rows for cell in row}
    return [line for line in lines if id(line) not in cells] + [reduce(merge, row) for row in rows]


def _one_line(left: Line, first: Box, right: Line, second: Box, grid: Grid) -> bool:
    if first.overlap_y(second) < _LEVEL * min(first.height, second.height):
        return False
    small, large = sorted((size_of(left), size_of(right)))
    gap = second.x0 - first.x1
    if not _like(left, right, grid) or gap > _WIDEST_SPACE * large or gap < -0.5 * large:
        return False
    apart = grid.rules.part_columns(first, second) or grid.inset(first, second)
    if apart or grid.captioned(first, second):
        return False
    if small > LARGE * grid.scale.size:
        return _one_headline(left, first, right, second, grid)
    middle, near = (first.x1 + second.x0) / 2, max(_MISDRAWN * grid.scale.size, gap / 2)
    whole = union((first, second))
    captions = gap <= _ALWAYS_CAPTION * large and _captions(whole, middle, grid)
    if not captions and any(abs(place - middle) <= near for place in grid.lanes(whole)):
        return False
    usual = _word_space((left, right), grid)
    return captions or gap <= _ALWAYS * large or _one_column(first, second, large, usual, grid)


def _like(left: Line, right: Line, grid: Grid) -> bool:
    """Whether two pieces may be set in one size: letters that do not rise measure less."""
    lesser, larger = sorted((left, right), key=size_of)
    most = _LIKE if grid.scale.exact or rises(lesser) else _LIKE_LOW
    return size_of(larger) <= most * size_of(lesser)


def _one_headline(left: Line, first: Box, right: Line, second: Box, grid: Grid) -> bool:
    """Whether two pieces of display type are one line: alike, level, a word space apart."""
    small, large = sorted((size_of(left), size_of(right)))
    gap = second.x0 - first.x1
    level = abs(first.y1 - second.y1) <= _FOOT * large and large <= _LIKE_DISPLAY * small
    han = is_han_text(printed(left) + printed(right))
    if gap <= _ALWAYS * small or not level or gap >= (_HAN_SPACE if han else _APART) * small:
        return gap <= _ALWAYS * small
    between = Box(first.x1, max(first.y0, second.y0), second.x0, min(first.y1, second.y1))
    reach = _DISPLAY_WINDOW * small
    if grid.heads_apart(first, second, between, reach=reach):
        return False
    if not han and (usual := _word_space((left, right), grid)):
        least = _UNEVEN if right.id else _LOOSER  # a piece without a name has been cut here
        sure = gap >= least * usual and grid.sure(between, reach=reach)
        return not sure and gap <= _UNEVEN * max(usual, _ALWAYS * small)
    if han and grid.spaced(first, second, reach=reach):
        return True
    return not grid.gutter(between, wide=True, reach=reach)


def _word_space(pieces: Iterable[Line], grid: Grid) -> float:
    """Return the space between the words of some pieces, 0 where each is a single word."""
    words = [[grid.word_box(line, word) for word in line.words] for line in pieces]
    gaps = [two.x0 - one.x1 for piece in words for one, two in itertools.pairwise(piece)]
    return max(1.0, statistics.median(gaps)) if gaps else 0.0


def _one_column(first: Box, second: Box, size: float, usual: float, grid: Grid) -> bool:
    """Whether no gutter runs between two pieces, by the rows over and under them.

    A few rows under a quote, or beside it, have no such rows near. Where the gap is wider than
    `usual`, the space between their words, rows further away tell.
    """
    between = Box(first.x1, max(first.y0, second.y0), second.x0, min(first.y1, second.y1))
    if grid.justified(between):
        return True
    if grid.gutter(between, wide=True) or grid.opens(between):
        return False
    wider = between.width >= max(grid.scale.size, _WIDER * usual)
    if wider and grid.gutter(between, wide=True, reach=_FAR * grid.scale.size):
        return False
    if second.x0 - first.x1 <= _WORD_SPACE * size:
        return True
    seen, whole = grid.witnesses(between), grid.spanning(first, second)
    crossed = seen.against >= 3 and seen.starts <= 1
    return crossed or (whole >= _WHOLE and seen.starts <= _LOOSE * whole)


def _with_lines(page: Page, lines: Sequence[Line]) -> Page:
    """Put the lines back: all into the page's first region that held any."""
    holders = [region for region in page.regions if region.lines]
    kept = [region for region in page.regions if not region.lines]
    box = union(line.box for line in lines)
    return replace(page, regions=(replace(holders[0], lines=tuple(lines), box=box), *kept))
