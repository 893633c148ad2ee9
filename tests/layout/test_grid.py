from __future__ import annotations

from digitize.layout.grid import Grid
from digitize.layout.rules import Rules
from digitize.layout.scale import Scale
from digitize.model.geometry import Box
from digitize.model.page import Line
from tests.layout.draw import line

SCALE = Scale(size=16.0, white=4.0, area=700 * 400, exact=False)
GAP = Box(300, 80, 324, 96)
LEFT, RIGHT = "one hundred and fifty three or more", "seven eighths of a nautical mile off"


def grid(lines: list[Line]) -> Grid:
    """Return the grid of lines that run to the right."""
    return Grid(lines, 700, SCALE, Rules((), ()))


def columns(first: int, last: int) -> list[Line]:
    """Return rows of two columns with a gutter between 300 and 324."""
    rows = []
    for at in range(first, last):
        rows.append(line(2 * at, Box(0, 20 * at, 300, 20 * at + 16), LEFT))
        rows.append(line(2 * at + 1, Box(324, 20 * at, 624, 20 * at + 16), RIGHT))
    return rows


def whole(first: int, last: int) -> list[Line]:
    """Return rows that run over the gutter."""
    return [
        line(2 * at, Box(0, 20 * at, 624, 20 * at + 16), f"{LEFT} unbroken {RIGHT}")
        for at in range(first, last)
    ]


def test_rows_with_the_same_gap_make_a_gutter() -> None:
    """Rows that start beside a gap speak for it; rows that run over it speak against."""
    assert grid(columns(0, 9)).gutter(GAP, wide=False)
    assert not grid(whole(0, 9)).gutter(GAP, wide=False)


def test_a_gutter_that_ends_at_a_row_is_seen_from_one_side() -> None:
    """The last row of columns over text of another measure still stands at a gutter."""
    page = grid([*columns(0, 5), *whole(5, 12)])
    assert not page.gutter(GAP, wide=True)
    assert page.opens(GAP)


def test_a_row_over_a_gutter_is_told_by_its_neighbours() -> None:
    """Where many rows end and many begin, a lane runs, though this row has no gap there."""
    rows = [*columns(0, 4), *columns(5, 9)]
    (lane,) = grid(rows).lanes(Box(0, 80, 624, 96))
    assert 300 <= lane <= 324
    assert [] == list(grid(whole(0, 9)).lanes(Box(0, 80, 624, 96)))
