from __future__ import annotations

from digitize.model.geometry import Box
from digitize.model.page import Role
from tests.layout.press import PITCH, SIZE, WIDTH, Press, of_role, prose


def rows(press: Press, texts: list[str], x: int, y: int) -> int:
    """Set rows of full width."""
    for text in texts:
        press.put(text, Box(x, y, x + WIDTH, y + SIZE))
        y += PITCH
    return y


def test_rows_that_end_in_a_page_are_an_index() -> None:
    """With its title an index is furniture, dot leaders or not."""
    press = Press(exact=True)
    press.body(prose(30), 380, 60)
    y = press.head(["INSIDE"], 40, 60, size=22, fill=0.3) + 4
    y = rows(press, ["Weather .......... 2", "Markets .......... 7", "Births .......... 5"], 40, y)
    press.body(prose(20), 40, y + 60)
    found = of_role(press.page(), Role.INDEX)
    assert "INSIDE" in " ".join(found)
    assert "Births .......... 5" in " ".join(found)


def test_a_table_of_prices_is_no_index() -> None:
    """Rows that end in figures point nowhere when nothing says so."""
    press = Press(exact=True)
    press.body(prose(30), 380, 60)
    y = rows(press, ["Wheat .......... 62", "Barley .......... 41", "Oats .......... 35"], 40, 60)
    press.body(prose(20), 40, y + 60)
    assert [] == of_role(press.page(), Role.INDEX)


def test_an_index_may_stand_in_two_columns() -> None:
    """Names and pages that a gutter parts are one index under its title, read row by row."""
    press = Press(exact=True)
    press.body(prose(30), 40, 40)
    press.put("TODAY", Box(420, 40, 500, 66), 26, bold=True)
    for row, (name, label) in enumerate([("Almanac", "A6"), ("Freight", "A11"), ("Letters", "A7")]):
        press.put(name, Box(420, 80 + 26 * row, 510, 100 + 26 * row))
        press.put(label, Box(640, 80 + 26 * row, 680, 100 + 26 * row))
    assert "TODAY Almanac A6 Freight A11 Letters A7" == " ".join(of_role(press.page(), Role.INDEX))


def test_a_chinese_index_may_stand_in_two_columns() -> None:
    """Its pages are counted in Chinese: 第二版."""
    press = Press(exact=True)
    for x in (40, 380):
        for row in range(30):
            y = 40 + PITCH * row
            press.put("海港局日前通過籌備多年的海底隧道", Box(x, y, x + WIDTH, y + SIZE))
    press.frame(Box(720, 40, 1060, 240))
    press.put("今日導讀", Box(840, 50, 940, 76), 25, bold=True)
    for row, (name, at) in enumerate(
        (("食水再引熱議", "二"), ("誰接管停車場", "五"), ("去哪裏釣魚", "八"))
    ):
        y = 90 + PITCH * row
        press.put(name, Box(740, y, 740 + 20 * len(name), y + SIZE))
        press.put(f"第{at}版", Box(960, y, 1020, y + SIZE))
    found = " ".join(of_role(press.page(), Role.INDEX))
    assert all(word in found for word in ("今日導讀", "誰接管停車場", "第五版"))


def test_an_index_may_stand_in_one_row() -> None:
    """Entries that points part are an index, each with its page."""
    press = Press(exact=True)
    press.body(prose(20), 40, 60)
    text = "Arts C3 · Business B1 · Crossword D6 · Obituaries B7 · Sports C1"
    press.put(text, Box(40, 900, 700, 920))
    assert [text] == of_role(press.page(), Role.INDEX)
