"""Rows of tables: short pieces of print that stand side by side, row under row."""

from __future__ import annotations

import bisect
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from digitize.grammar.scripts import is_han_text
from digitize.layout.page.rules import Rules, merged, without_cells
from digitize.layout.page.scale import size_of
from digitize.model.geometry import Box, union
from digitize.model.page import Line
from digitize.model.reading import printed

_WORDS, _WIDE = 4, 12.0  # words of a cell, or Han, and its width in body sizes
_LARGE = 1.3  # body sizes; cells are set in no larger type
_LEVEL = 0.4  # body sizes by which the middles of a row's cells may differ
_STEP = 2.2  # body sizes from one row to the next
_ALIGNED = 0.6  # body sizes by which the edges or the middles of a column's cells may differ
_ROWS, _CELLS = 3, 2  # rows of a table, and cells of each
_FIGURES = 0.3  # of a table's cells are figures: notices set side by side only name some
_COLUMN, _LONG = 0.8, 5  # of the rows have a figure where a column is figures; rows that show it
_STRAYS, _APART = 0.2, 3.0  # of the rows reach further out than a table, and body sizes from it
_TIGHT = 0.97  # of the step to the next row; the lines of one cell stand so near
_RIGHT_OVER = 0.8  # body sizes; text that goes on with the line over it stands so near
_GAP = 1.0  # body sizes of white between two cells of a row
_NEAR = 0.5  # body sizes by which a rule may run beyond the cells under it

Row = list[Line]


def table_rows(lines: Sequence[Line], size: float, rules: Rules) -> list[Row]:
    """Return the rows of the tables among level lines: the cells of each, from the left.

    A first cell of several lines is left out: those are read one under the other.
    """
    short = [line for line in lines if _may_be_cell(line, size)]
    if len(short) < _ROWS * _CELLS:
        return []
    text = [line for line in lines if size_of(line) <= _LARGE * size]
    long = [line.box for line in text if not _may_be_cell(line, size)]
    ranked = sorted(long)
    cells = [line for line in short if not _ends_text(line.box, ranked, size)]
    seen = without_cells(Rules(merged(rules.across, _NEAR * size, flat=True), rules.upright), size)
    large = [line.box for line in lines if size_of(line) > _LARGE * size]
    level = _rows(cells, long, size, seen)
    rows = [row for row in level if len(row) >= _CELLS and not _runs_around(row, large)]
    alone = [row[0] for row in level if len(row) == 1]
    rests = {id(row): _rest(row, alone, rows, size) for row in rows}
    tables = [run for run in _runs(rows, rests, size) if _is_table(run)]
    return [
        _without_strays(row[1:] if rests[id(row)] else row, run, size)
        for run in tables
        for row in run
    ]


def cells_of(line: Line, size: float) -> int:
    """Return how many pieces a level line has that stand apart, as the cells of a row do."""
    if line.vertical:
        return 0
    words = sorted(line.words, key=lambda word: word.box.x0)
    gap = _GAP * max(size, size_of(line))
    return 1 + sum(two.box.x0 - one.box.x1 >= gap for one, two in pairwise(words))


def is_row(line: Line, size: float) -> bool:
    """Whether a line is a row of a table: cells, figures among them."""
    return any(map(str.isdigit, printed(line))) and cells_of(line, size) >= _CELLS


def one_table(upper: Line, lower: Line, size: float) -> bool:
    """Whether two lines are rows of one table; the row that names the columns has no figures."""
    cells = min(cells_of(upper, size), cells_of(lower, size))
    return cells >= _CELLS and (is_row(upper, size) or is_row(lower, size))


def _may_be_cell(line: Line, size: float) -> bool:
    text = printed(line)
    small = size_of(line) <= _LARGE * size and line.box.width <= _WIDE * size
    return small and len(text if is_han_text(text) else text.split()) <= _WORDS


def _ends_text(box: Box, ranked: Sequence[Box], size: float) -> bool:
    """Whether a short line is the last of a paragraph: a long one stands right over it.

    The long ones are `ranked` from the left.
    """
    first = bisect.bisect_left(ranked, box.x0 - 2 * size, key=lambda one: one.x0)
    last = bisect.bisect_right(ranked, box.x0 + 2 * size, key=lambda one: one.x0)
    foot, middle = box.y0 - _RIGHT_OVER * size, box.center.y
    return any(y1 >= foot and (y0 + y1) // 2 < middle for _, y0, _, y1 in ranked[first:last])


def _runs_around(row: Row, large: Sequence[Box]) -> bool:
    """Whether large type stands between the pieces of a row: text that runs around a quote."""
    whole = union(cell.box for cell in row)
    return any(whole.x0 < box.center.x < whole.x1 and box.overlap_y(whole) > 0 for box in large)


def _rule_over(box: Box, long: Sequence[Box], rules: Sequence[Box]) -> Box | None:
    """Return the rule over a cell, or over those over it; None where text comes between."""

    def lowest(boxes: Sequence[Box]) -> Box | None:
        near = (one for one in boxes if one.x0 < box.x1 and box.x0 < one.x1)
        over = [one for one in near if one.center.y < box.y0]
        return max(over, key=lambda one: one.y1, default=None)

    rule, text = lowest(rules), lowest(long)
    return None if rule is None or (text is not None and text.y0 > rule.y1) else rule


def _rows(cells: Sequence[Line], long: Sequence[Box], size: float, rules: Rules) -> list[Row]:
    """Return the cells that stand level with nothing between that parts tables, from the left."""
    ranked = sorted(cells, key=lambda line: line.box.center.y)
    levels = [line.box.center.y for line in ranked]
    over = [_rule_over(line.box, long, rules.across) for line in ranked]
    rows: dict[int, list[int]] = {}
    for at in sorted(range(len(ranked)), key=lambda at: ranked[at].box.x0):
        first = bisect.bisect_left(levels, levels[at] - _LEVEL * size)
        last = bisect.bisect_right(levels, levels[at] + _LEVEL * size)
        ends = [other for other in range(first, last) if other in rows]
        before = max(ends, key=lambda other: ranked[other].box.x1, default=None)
        row = [at]
        if (
            before is not None
            and _one_row(ranked[before].box, ranked[at].box, long)
            and not rules.part_columns(ranked[before].box, ranked[at].box)
            and not _parted(over[before], over[at], size)
        ):
            row = [*rows.pop(before), at]
        rows[at] = row
    return [[ranked[at] for at in row] for row in rows.values()]


def _one_row(left: Box, right: Box, long: Sequence[Box]) -> bool:
    """Whether no text stands between two boxes that stand level."""
    level = (left.center.y + right.center.y) / 2
    return left.x1 <= right.x0 and not any(
        box.y0 < level < box.y1 and left.x1 <= box.center.x <= right.x0 for box in long
    )


def _parted(one: Box | None, two: Box | None, size: float) -> bool:
    """Whether each of two cells has a rule of its own over it: they stand in two tables."""
    return (
        one is not None and two is not None and one.x1 <= two.x0 + _NEAR * size and one is not two
    )


def _rest(row: Row, alone: Sequence[Line], rows: Sequence[Row], size: float) -> list[Line]:
    """Return the lines under the first cell of a row that go on with it, nearer than rows stand."""
    found = [row[0]]
    for line in sorted(alone, key=lambda line: line.box.center.y):
        step = line.box.center.y - found[-1].box.center.y
        near = 0 < step <= (1 + _RIGHT_OVER) * size
        if near and abs(line.box.x0 - row[0].box.x0) <= _ALIGNED * size:
            under = (other[0].box.center.y - line.box.center.y for other in rows)
            if step <= _TIGHT * min((gap for gap in under if gap > 0), default=step / _TIGHT):
                found.append(line)
    return found[1:]


def _runs(
    rows: Sequence[Row], rests: Mapping[int, Sequence[Line]], size: float
) -> Iterator[list[Row]]:
    """Yield rows that stand one under the other, their cells aligned."""
    left = sorted(rows, key=lambda row: row[0].box.center.y)
    while left:
        run = [left.pop(0)]
        for row in list(left):
            over = [run[-1][0], *rests[id(run[-1])]][-1]
            step = row[0].box.center.y - over.box.center.y
            if 0 < step <= _STEP * size and _aligned(run[-1], row, size):
                run.append(row)
                left.remove(row)
        yield run


def _aligned(upper: Row, lower: Row, size: float) -> bool:
    """Whether two cells at least of a row stand in one column each with cells over them."""
    near = _ALIGNED * size
    count = sum(
        any(
            min(abs(one.x0 - two.x0), abs(one.x1 - two.x1), abs(one.center.x - two.center.x))
            <= near
            for one in (line.box for line in upper)
        )
        for two in (line.box for line in lower)
    )
    return count >= _CELLS


def _without_strays(row: Row, run: Sequence[Row], size: float) -> Row:
    """Return a row without what only stands level with it, far left or right of its table."""
    nth = max(1, int(_STRAYS * len(run)))
    left = sorted(min(cell.box.x0 for cell in other) for other in run)[nth] - _APART * size
    right = sorted(max(cell.box.x1 for cell in other) for other in run)[-nth - 1] + _APART * size
    return [cell for cell in row if left <= cell.box.x1 and cell.box.x0 <= right]


def _is_table(run: Sequence[Row]) -> bool:
    """Whether figures stand in enough of the cells, or in a column of rows with many cells."""
    rows = [[_is_figure(printed(cell)) for cell in row] for row in run]
    share = sum(map(sum, rows)) / sum(map(len, rows))
    column = len(run) >= _LONG and sum(map(any, rows)) >= _COLUMN * len(run)
    return len(run) >= _ROWS and (share >= _FIGURES or column)


def _is_figure(text: str) -> bool:
    """Whether most of a cell is figures: "£1,250", no "Telephone 151"."""
    figures = sum(map(str.isdigit, text))
    return figures > 0 and 2 * figures >= sum(map(str.isalnum, text))
