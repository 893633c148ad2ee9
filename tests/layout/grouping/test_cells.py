from __future__ import annotations

import pytest

from digitize.model.geometry import Box
from digitize.model.page import Role
from digitize.model.reading import printed
from tests.layout.press import PITCH, Press, of_role, prose, stories

CLUBS = ("Rovers", "Town", "Cutlers", "Athletic")


def table(press: Press, title: str, x: int, y: int, *, ruled: bool = False) -> None:
    """Set a rule, a title and four rows of three cells."""
    press.rule(Box(x, y, x + 300, y + 4))
    press.put(title, Box(x, y + 12, x + 160, y + 38), 26, bold=True)
    for row, club in enumerate(CLUBS):
        top = y + 50 + PITCH * row
        press.put(club, Box(x, top, x + 90, top + 18), 18)
        press.put(f"{20 + row}", Box(x + 180, top, x + 200, top + 18), 18)
        press.put(f"{60 - row}", Box(x + 270, top, x + 290, top + 18), 18)
        if ruled:
            press.rule(Box(x, top + 21, x + 300, top + 22))


@pytest.mark.parametrize("ruled", [False, True])
def test_a_table_is_read_row_by_row(ruled: bool) -> None:
    """Cells that stand level, row under row, are one table; hairlines part nothing in it."""
    press = Press(exact=True)
    table(press, "STANDINGS", 40, 40, ruled=ruled)
    press.body(prose(20), 400, 40)
    page = press.page()
    rows = "Rovers 20 60 Town 21 59 Cutlers 22 58 Athletic 23 57"
    assert [rows] == of_role(page, Role.TABLE)
    assert ["STANDINGS", "Rovers 20"] == stories(page)[0][:2]


def test_tables_side_by_side_have_each_a_rule() -> None:
    """What stands level under two rules stands in two tables."""
    press = Press(exact=True)
    table(press, "STANDINGS", 40, 40)
    table(press, "RESULTS", 360, 40)
    press.body(prose(20), 40, 300)
    assert 2 == len(of_role(press.page(), Role.TABLE))


def test_narrow_columns_of_han_with_figures_are_no_table() -> None:
    """Lines that are full of text are no cells, however narrow the columns."""
    press = Press(exact=True)
    for column in range(3):
        for row in range(12):
            box = Box(40 + 260 * column, 40 + 30 * row, 280 + 260 * column, 60 + 30 * row)
            press.put("商會議決撥款35元修", box)
    page = press.page()
    assert 36 == sum(len(region.lines) for region in page.regions)
    assert [] == of_role(page, Role.TABLE)


def test_words_with_wide_spaces_are_no_row() -> None:
    """Justified lines that a rule parts are two texts, though their words stand far apart."""
    press = Press(exact=True)
    y = press.body(prose(6), 40, 40) + 10
    press.rule(Box(40, y, 340, y + 2))
    press.body(prose(6, first="Other"), 40, y + 12)
    texts = [printed(region.lines[0]) for region in press.page().regions if region.lines]
    assert 2 == len(texts)


def test_text_that_runs_around_a_quote_is_no_table() -> None:
    """Large type stands between the pieces: they are lines of two columns."""
    press = Press(exact=True)
    left, right = (
        ("of 36 acres", "entered 94 in", "hundred lost"),
        ("never met", "weather 5", "he said 7"),
    )
    for at, (one, two) in enumerate(zip(left, right, strict=True)):
        y = 300 + 26 * at
        press.put(one, Box(40, y, 180, y + 20))
        press.put(two, Box(520, y, 660, y + 20))
        press.put("By law 25 days", Box(240, y - 3, 460, y + 23), 30)
    press.body(prose(9), 40, 40)
    press.body(prose(9), 380, 40)
    assert [] == of_role(press.page(), Role.TABLE)
    assert set(left) | set(right) <= {
        printed(one) for region in press.page().regions for one in region.lines
    }


def test_notices_side_by_side_are_no_table() -> None:
    """Centred lines that name a figure stand level and aligned, yet each notice is one text."""
    press = Press(exact=True)
    notices = (
        ("28,713 samples", "48 Depot Street", "Telephone 151"),
        ("Patterns", "118 Cattle Row", "Telephone 968"),
    )
    for column, notice in enumerate(notices):
        for row, text in enumerate(notice):
            wide, middle, y = 9 * len(text), 200 + 340 * column, 300 + 30 * row
            press.put(text, Box(middle - wide // 2, y, middle + wide // 2, y + 20))
    press.body(prose(9), 40, 40)
    press.body(prose(9), 380, 40)
    assert [] == of_role(press.page(), Role.TABLE)


def wrapped(step: int, *, ruled: bool = False) -> list[str]:
    """Return the texts of a table with a line under the first cell of its last row but one."""
    press = Press(exact=True)
    table(press, "STANDINGS", 40, 40, ruled=ruled)
    y = 90 + 4 * PITCH
    for name, rest in (("Upper", "Dunmow"), ("Kettle", "")):
        press.put(name, Box(40, y, 110, y + 18), 18)
        press.put("31.6", Box(220, y, 240, y + 18), 18)
        press.put("40.8", Box(310, y, 330, y + 18), 18)
        if rest:
            press.put(rest, Box(40, y + step, 120, y + step + 18), 18)
            y += step + PITCH
    press.body(prose(20), 400, 40)
    page = press.page()
    return [printed(line) for region in page.regions for line in region.lines]


@pytest.mark.parametrize("ruled", [False, True])
def test_a_cell_of_two_lines_is_not_joined_with_the_rest_of_its_row(ruled: bool) -> None:
    """What stands right under the first cell, nearer than the next row, goes on with it."""
    texts = wrapped(PITCH - 4, ruled=ruled)
    assert {"Upper", "Dunmow", "31.6 40.8", "Kettle 31.6 40.8"} <= set(texts)
    assert texts.index("Upper") + 1 == texts.index("Dunmow")


def test_a_heading_inside_a_table_is_no_rest_of_a_cell() -> None:
    """What stands no nearer to the row over it than rows do is a line of its own."""
    assert {"Upper 31.6 40.8", "Dunmow"} <= set(wrapped(PITCH + 6))


def test_what_stands_level_with_a_table_is_no_cell_of_it() -> None:
    """A name far left of all its rows, level with one of them, stays a line of its own."""
    press = Press(exact=True)
    table(press, "STANDINGS", 800, 40)
    press.put("By Hugh Salt", Box(40, 90 + PITCH, 160, 110 + PITCH), 20)
    press.body(prose(10), 40, 90 + 3 * PITCH)
    page = press.page()
    assert 1 == len(of_role(page, Role.TABLE))
    assert "Salt" not in of_role(page, Role.TABLE)[0]


def test_rules_between_the_cells_of_every_row_part_no_row() -> None:
    """A grid of hairlines is read row by row too."""
    press = Press(exact=True)
    table(press, "STANDINGS", 40, 40, ruled=True)
    press.rule(Box(40, 87, 340, 88))
    for x in (40, 180, 300):
        press.rule(Box(x, 87, x + 1, 88 + 4 * PITCH))
    press.body(prose(20), 400, 40)
    assert 1 == len(of_role(press.page(), Role.TABLE))


def test_one_column_of_figures_makes_a_table() -> None:
    """Rows of words are a table where each has its figure."""
    press = Press(exact=True)
    press.body(prose(20), 700, 40)
    for row, ship in enumerate(["Corinna", "Fatshan", "Haitan", "Thales", "Zafiro", "Sarpedon"]):
        cells = (ship, "Amoy", f"{300 + row}", "Wire nails")
        for x, cell in zip((40, 180, 300, 420), cells, strict=True):
            press.put(cell, Box(x, 60 + PITCH * row, x + 10 * len(cell), 80 + PITCH * row))
    assert ["Corinna Amoy 300 Wire nails"] == [
        text[:27] for text in of_role(press.page(), Role.TABLE)
    ]
