from __future__ import annotations

from digitize.layout.grouping.grid import Grid
from digitize.layout.page.rules import Rules
from digitize.layout.page.scale import Scale
from digitize.model.geometry import Box
from digitize.model.page import Line, Word
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


def test_a_gutter_is_sure_where_no_row_runs_over_it() -> None:
    """One row of text under a headline's gap is enough to doubt it; rows over it say nothing."""
    assert grid([*whole(0, 4), *columns(4, 13)]).sure(GAP, reach=64.0)
    assert not grid([*columns(0, 11), *whole(11, 12)]).sure(GAP, reach=64.0)


def test_what_stands_between_two_rules_stands_apart_from_what_is_beside() -> None:
    """The ends of the rules over and under a quote part its lines from the text that flows past."""
    rules = Rules((Box(100, 0, 300, 2), Box(100, 200, 300, 202)), ())
    made = Grid(columns(0, 9), 700, SCALE, rules)
    quote, text = Box(110, 100, 290, 120), Box(320, 100, 620, 116)
    assert made.inset(quote, text)
    assert not made.inset(quote, Box(294, 100, 620, 116))


def loose(first: int, last: int, gap: int) -> list[Line]:
    """Return justified rows in two pieces, their spaces 18 wide, and `gap` between the pieces."""
    return [
        Line(
            id=f"l{2 * at + side}",
            box=Box(x, 20 * at, x + 118, 20 * at + 16),
            words=tuple(
                Word(
                    id=f"w{n}",
                    box=Box(x + 68 * n, 20 * at, x + 68 * n + 50, 20 * at + 16),
                    text="sold",
                )
                for n in range(2)
            ),
        )
        for at in range(first, last)
        for side, x in enumerate((0, 118 + gap))
    ]


def test_spaces_of_loose_rows_make_no_gutter() -> None:
    """A gap as wide as all spaces of its rows parts words; a gutter is wider or narrower."""
    assert grid(loose(0, 4, 18)).justified(Box(118, 20, 136, 36))
    assert not grid(loose(0, 4, 28)).justified(Box(118, 20, 146, 36))
