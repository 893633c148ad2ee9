from __future__ import annotations

import pytest

from digitize.model.geometry import Box
from digitize.model.page import Role
from tests.layout.press import PITCH, WIDTH, Press, of_role, prose, stories

BOTH = pytest.mark.parametrize("exact", [True, False], ids=["born-digital", "scan"])


def stream(*, exact: bool) -> Press:
    """Return two columns of small items, each headed in a little larger type under a dash."""
    press = Press(exact=exact)
    for column in (0, 1):
        x, y = 40 + 340 * column, 40
        for item in range(3):
            press.dash(x, y)
            rows = [f"Harbour news {column}{item}", "told today"]
            y = press.head(rows, x, y + 20, size=24.5) + 8
            y = press.body(prose(9, first=f"Quay{column}{item}"), x, y) + 30
    return press


@BOTH
def test_small_heads_in_a_stream_of_items_are_headlines(*, exact: bool) -> None:
    """Type hardly larger than the text heads an item where a dash, white and its place say so."""
    found = of_role(stream(exact=exact).page(), Role.HEADLINE)
    assert [f"Harbour news {at} told today" for at in ("00", "01", "02", "10", "11", "12")] == found


@BOTH
def test_a_last_word_on_a_line_of_its_own_is_of_the_headline(*, exact: bool) -> None:
    """A centred headline stays whole though its last line is one short word."""
    press = Press(exact=exact)
    y = press.body(prose(8), 40, 40) + 24
    press.dash(40, y - 8)
    y = press.head(
        ["Old houses of Beacon Lane", "sold for a song, twice in", "May"], 40, y, size=25
    )
    press.body(prose(8), 40, y + 10)
    whole = "Old houses of Beacon Lane sold for a song, twice in May"
    assert [whole] == of_role(press.page(), Role.HEADLINE)


@BOTH
def test_a_small_heading_over_a_column_of_a_story_is_a_subheading(*, exact: bool) -> None:
    """At the head of a column under a wide headline a short line does not start a story."""
    press = Press(exact=exact)
    press.head(["Exporters see a quiet March"], 40, 40, width=2 * WIDTH + 40, size=48)
    press.body(prose(14, last="and"), 40, 120)
    y = press.head(["What comes next"], 380, 120, size=22, fill=0.5)
    press.body(prose(12, first="Nobody"), 380, y + 8)
    page = press.page()
    assert ["Exporters see a quiet March"] == of_role(page, Role.HEADLINE)
    assert ["What comes next"] == of_role(page, Role.SUBHEADING)


def test_a_deck_stands_apart_from_text_of_nearly_its_size() -> None:
    """Where the file gives the sizes, a line of other type with white under it is a deck."""
    press = Press(exact=True)
    y = press.head(["Tolls will rise"], 40, 40, size=40) + 12
    press.put("Traders ask who will pay", Box(70, y, 310, y + 19), 19.2)
    press.body(prose(12), 40, y + 19 + 14)
    assert ["Traders ask who will pay"] == of_role(press.page(), Role.DECK)


def test_the_end_of_a_column_under_a_subheading_is_no_deck() -> None:
    """Two rows of text that close a column stay text, though a headline follows under them."""
    press = Press(exact=True)
    press.head(["Exporters see a quiet March"], 40, 40, width=2 * WIDTH + 40, size=48)
    y = press.body(prose(14), 40, 120) + 8
    y = press.head(["Slow progress"], 40, y, size=22, fill=0.4) + 6
    y = press.body(prose(2, first="Asked", last="what"), 40, y)
    press.body(prose(18, first="could"), 380, 120)
    press.head(["Swim record falls"], 40, y + 30, size=34)
    press.body(prose(9), 40, y + 90)
    page = press.page()
    assert ["Slow progress"] == of_role(page, Role.SUBHEADING)
    assert [] == of_role(page, Role.DECK)


def test_a_sentence_in_the_middle_of_text_is_no_heading() -> None:
    """The short last line of a paragraph is text, wherever it happens to end."""
    press = Press()
    y = 40
    for _ in range(4):
        y = press.body(prose(6), 40, y)
    assert {Role.BODY} == {region.role for region in press.page().regions if region.lines}


def test_a_catchword_with_a_page_under_a_column_is_a_jump_line() -> None:
    """The words "RAILWAY, Page 2" under text that breaks off send the reader there."""
    press = Press(exact=True)
    press.head(["Cable railway marks 21 years"], 40, 40, size=40)
    y = press.body(prose(12, last="was"), 40, 100)
    press.put("RAILWAY, Page 2", Box(200, y, 200 + 140, y + 18), 18)
    assert ["RAILWAY, Page 2"] == of_role(press.page(), Role.JUMP_LINE)
    assert y == 100 + 12 * PITCH


def test_what_is_set_like_the_headlines_of_the_page_is_one_over_a_larger_deck() -> None:
    """Old papers set headlines in small bold type and their decks larger and light."""
    press = Press()
    y = 40
    for title in (
        "Storm Unroofs Barns Today.",
        "Jury Is Out Nine Hours.",
        "Dam Still Holds There.",
    ):
        y = press.head([title], 40, y, size=23) + 10
        y = press.body(prose(9, first="Men"), 40, y) + 30
        press.dash(40, y - 14)
    y = press.head(["Mail Robber Taken Here."], 40, y, size=23) + 8
    y = press.head(["Watchman tells a strange", "tale of the night"], 40, y, size=30) + 10
    press.body(prose(9, first="Late"), 40, y)
    page = press.page()
    assert "Mail Robber Taken Here." in of_role(page, Role.HEADLINE)
    assert ["Watchman tells a strange tale of the night"] == of_role(page, Role.DECK)


def test_a_name_set_like_the_bylines_of_a_page_is_one() -> None:
    """A bare name under a headline, on two rows, is told by the page's other bylines."""
    press = Press(exact=True)
    y = press.head(["Rain floods the market"], 40, 40, size=36) + 8
    press.put("By Rufus Oldroyd", Box(40, y, 240, y + 25), 25, bold=True)
    press.body(prose(12), 40, y + 40)
    y = press.head(["Seven are rescued"], 380, 40, size=36) + 8
    press.put("Wu Ping-nam in Stillwater", Box(380, y, 670, y + 25), 25, bold=True)
    press.put("Junction", Box(380, y + 30, 480, y + 55), 25, bold=True)
    press.body(prose(12), 380, y + 72)
    found = of_role(press.page(), Role.BYLINE)
    assert ["By Rufus Oldroyd", "Wu Ping-nam in Stillwater Junction"] == found


def test_a_name_under_a_letter_heads_nothing() -> None:
    """A short line at the right edge under a text is the signature of whoever wrote it."""
    press = Press(exact=True)
    y = press.body(prose(10, last="yours."), 40, 40)
    press.put("HAROLD PYM, PORT AMERY.", Box(130, y, 340, y + 20), bold=True)
    y = press.head(["The old customs house"], 40, y + 50, size=30)
    press.body(prose(10), 40, y + 10)
    page = press.page()
    assert ["The old customs house"] == of_role(page, Role.HEADLINE)
    assert [] == of_role(page, Role.KICKER)


def test_a_headline_in_a_bar_keeps_its_deck() -> None:
    """The edges of a black bar are rules that part nothing from the type between them."""
    press = Press(exact=True)
    press.rule(Box(40, 40, 680, 42))
    press.put("No Rain for 11 Days", Box(60, 52, 560, 112), 60, bold=True)
    press.rule(Box(40, 120, 680, 122))
    press.put("Blame laid on the roads", Box(40, 136, 360, 166), 30)
    press.body(prose(14, last="and"), 40, 190)
    press.body(prose(14, first="then"), 380, 190)
    page = press.page()
    assert ["No Rain for 11 Days"] == of_role(page, Role.HEADLINE)
    assert ["Blame laid on the roads"] == of_role(page, Role.DECK)


def test_a_headline_on_the_edge_of_a_bar_keeps_its_deck() -> None:
    """Where only the foot of a black bar is found, its rule still parts nothing."""
    press = Press(exact=True)
    press.put("No Rain for 11 Days", Box(60, 52, 560, 112), 60, bold=True)
    press.rule(Box(40, 120, 680, 122))
    press.put("Blame laid on the roads", Box(40, 136, 360, 166), 30)
    press.body(prose(14, last="and"), 40, 190)
    press.body(prose(14, first="then"), 380, 190)
    page = press.page()
    assert ["No Rain for 11 Days"] == of_role(page, Role.HEADLINE)
    assert ["Blame laid on the roads"] == of_role(page, Role.DECK)
    assert 1 == len(stories(page))


def test_a_dash_as_long_as_a_short_deck_parts_nothing() -> None:
    """Dashes between decks are short beside the columns, though not beside each deck."""
    press = Press(exact=True)
    press.put("No Rain for 11 Days", Box(60, 52, 660, 112), 60, bold=True)
    press.put("Witness tells a strange tale", Box(160, 136, 560, 164), 28)
    press.rule(Box(290, 176, 430, 178))
    press.put("Engineers sent", Box(275, 190, 445, 218), 28)
    press.body(prose(14, last="and"), 40, 240)
    press.body(prose(14, first="then"), 380, 240)
    page = press.page()
    assert ["Witness tells a strange tale", "Engineers sent"] == of_role(page, Role.DECK)
    assert 1 == len(stories(page))


def test_a_heading_over_several_columns_is_no_subheading() -> None:
    """Where a story goes on, its small headline spans its columns; one of them may open lower."""
    press = Press(exact=True)
    press.head(["Cashier: two banks at odds over the missing funds"], 40, 40, 640, 26, fill=1.0)
    y = press.body(prose(6, first="clerks", last="it."), 40, 90) + 14
    y = press.head(["The price of it"], 40, y, size=22, fill=0.5) + 10
    press.body(prose(10, last="by"), 40, y)
    y = press.head(["The other side"], 380, 90, size=22, fill=0.5) + 10
    press.body(prose(16), 380, y)
    page = press.page()
    assert ["Cashier: two banks at odds over the missing funds"] == of_role(page, Role.HEADLINE)
    assert ["The price of it", "The other side"] == of_role(page, Role.SUBHEADING)


@BOTH
def test_a_label_over_a_run_of_items_is_no_headline(*, exact: bool) -> None:
    """Capitals over a dash, and over a heading set like the page's others, name a section."""
    press = stream(exact=exact)
    press.head(["NEWS IN BRIEF"], 720, 40, size=30)
    for item in range(2):
        y = 90 + 300 * item
        press.dash(720, y)
        y = press.head([f"Market news of {item}7", "come late"], 720, y + 20, size=24.5) + 8
        press.body(prose(8, first=f"Pier{item}"), 720, y)
    page = press.page()
    assert ["NEWS IN BRIEF"] == of_role(page, Role.SECTION_LABEL)
    assert "Market news of 07 come late" in of_role(page, Role.HEADLINE)


def test_a_level_deck_over_upright_text_heads_nothing() -> None:
    """Over print that runs down, too, the smaller of two level headings is the deck."""
    press = Press(exact=True)
    press.put("校長籲社會捐助", Box(500, 40, 920, 100), 60, bold=True)
    press.put("有關方面拒絕評論", Box(600, 116, 820, 144), 28)
    for column in range(40):
        x = 1300 - 30 * column
        press.put("灣仔的學生昨日返校發現走廊", Box(x, 180, x + 20, 440), upright=True)
    page = press.page()
    assert ["校長籲社會捐助"] == of_role(page, Role.HEADLINE)
    assert ["有關方面拒絕評論"] == of_role(page, Role.DECK)


def test_a_point_after_a_deck_is_no_sentence_where_headlines_have_one() -> None:
    """Old papers set a point after every heading, so it does not tell text from decks."""
    press = Press(exact=True)
    y = 40
    for title in ("STORM UNROOFS BARNS.", "JURY OUT NINE HOURS.", "DAM STILL HOLDS."):
        y = press.head([title], 40, y, size=32) + 12
        y = press.head(["Watchman tells of the", "night he spent there."], 40, y, size=22) + 8
        y = press.body(prose(9, first="Men"), 40, y) + 30
    assert 3 == len(of_role(press.page(), Role.DECK))


def test_sentences_between_dashes_in_type_of_their_own_are_decks() -> None:
    """A point after a centred deck makes it no text where dashes part it from both sides."""
    press = Press(exact=True)
    y = press.head(["SALT FINDS", "LOST SCRIPT"], 40, 40, size=34)
    for rows in (
        ["The boilers were repaired again", "at last."],
        ["Men to march on May 28, they say."],
    ):
        press.dash(40, y + 10)
        y += 24
        for row in rows:
            half = 140 * len(row) // 33
            press.put(row, Box(190 - half, y, 190 + half, y + 23), 23)
            y += 28
    press.dash(40, y + 10)
    press.body(prose(14), 40, y + 24)
    page = press.page()
    assert ["SALT FINDS LOST SCRIPT"] == of_role(page, Role.HEADLINE)
    decks = ["The boilers were repaired again at last.", "Men to march on May 28, they say."]
    assert decks == of_role(page, Role.DECK)


def test_text_over_a_rule_is_no_deck_of_the_heading_over_it() -> None:
    """Rows under a subheading at a column's foot stay text though a label follows the rule."""
    press = Press(exact=True)
    press.head(["Exporters see a quiet March"], 40, 40, width=2 * WIDTH + 40, size=48)
    y = press.body(prose(14), 40, 120) + 8
    press.put("Slow progress", Box(40, y, 180, y + 24), 24, bold=True)
    y = press.body(prose(3, first="Asked", last="what"), 40, y + 36)
    press.rule(Box(40, y + 20, 340, y + 23))
    press.put("ARTS AND LETTERS", Box(40, y + 32, 220, y + 54), 22, bold=True)
    press.body(prose(20, first="could"), 380, 120)
    press.head(["Swim record falls"], 40, y + 62, size=50)
    press.body(prose(9), 40, y + 130)
    page = press.page()
    assert ["Slow progress"] == of_role(page, Role.SUBHEADING)
    assert [] == of_role(page, Role.DECK)


def test_display_type_is_no_dateline() -> None:
    """Place and day in a headline's type are a headline."""
    press = Press(exact=True)
    press.head(["Rents Frozen, June 30"], 40, 160, size=44)
    press.body(prose(20), 40, 230)
    press.body(prose(30), 380, 30)
    assert ["Rents Frozen, June 30"] == of_role(press.page(), Role.HEADLINE)
