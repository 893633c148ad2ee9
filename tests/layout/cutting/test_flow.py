from __future__ import annotations

from digitize.model.geometry import Box
from digitize.model.page import Page
from tests.layout.press import PITCH, SIZE, WIDTH, Press, prose

COLUMNS = (60, 400, 740, 1080)  # where they begin
QUOTE = "“Nobody has asked us yet,” he said."


def firsts(page: Page) -> list[str]:
    """Return the first word of each region, in reading order."""
    return [region.lines[0].words[0].text for region in page.regions if region.lines]


def quoted(press: Press, top: int) -> None:
    """Set four columns from `top` on, a quote between two rules across the middle ones."""
    foot = top + 10 * PITCH
    for x, first in zip(COLUMNS, ("One", "Two", "Four", "Six"), strict=True):
        inner = x in COLUMNS[1:3]
        press.body(prose(10 if inner else 26, first=first), x, top)
    for y in (foot + 10, foot + 100):
        press.rule(Box(COLUMNS[1], y, COLUMNS[2] + WIDTH, y + 2))
    press.put(QUOTE, Box(470, foot + 32, 970, foot + 66), 34.0)
    for x, first in zip(COLUMNS[1:3], ("Three", "Five"), strict=True):
        press.body(prose(11, first=first), x, foot + 120)


def test_jump_lines_over_a_gutter_part_no_columns() -> None:
    """Lines that bring and send a story, in the middle over a gutter, stand for all its columns."""
    press = Press()
    press.put("Continued from Page 1", Box(620, 60, 820, 60 + SIZE))
    quoted(press, 110)
    foot = 120 + 26 * PITCH
    press.put("Continued on Page 3", Box(640, foot, 800, foot + SIZE))
    press.head(["Harbour Dues Raised"], COLUMNS[0], foot + 60, 1320, 44.0)
    for x, first in zip(COLUMNS, ("Seven", "Eight", "Nine", "Ten"), strict=True):
        press.body(prose(12, first=first), x, foot + 130)
    words = [word for word in firsts(press.page()) if word != "“Nobody"]
    assert ["Continued", "One", "Two", "Three", "Four", "Five", "Six", "Continued"] == words[:8]


def test_pull_quotes_on_one_level_part_no_columns() -> None:
    """They stand in two columns under a byline across the gutter, and fill the white there."""
    press = Press()
    press.head(["Dam Opened Before Rain"], COLUMNS[0], 40, 640, 44.0)
    press.put("Correspondence", Box(300, 110, 460, 110 + SIZE))
    top = 110 + 3 * PITCH
    for x, above, below in ((COLUMNS[0], "One", "Two"), (COLUMNS[1], "Three", "Four")):
        foot = press.body(prose(12, first=above), x, top)
        for y in (foot + 24, foot + 200):
            press.rule(Box(x, y, x + WIDTH, y + 2))
        for at, text in enumerate(("“Nobody has", "asked us yet,", "he said then.”")):
            y = foot + 56 + 40 * at
            press.put(text, Box(x + 30, y, x + 270, y + 34), 34.0)
        press.body(prose(12, first=below), x, foot + 226)
    words = [word for word in firsts(press.page()) if word != "“Nobody"]
    assert ["Dam", "Correspondence", "One", "Two", "Three", "Four"] == words
