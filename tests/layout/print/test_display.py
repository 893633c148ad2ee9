from __future__ import annotations

from digitize.model.geometry import Box
from digitize.model.page import Role
from tests.layout.press import Press, of_role, prose, roles, stories


def test_the_display_line_says_whose_an_advertisement_is() -> None:
    """In a frame of mixed type the largest line is the headline; all of it is one story."""
    press = Press()
    press.body(prose(20), 40, 40)
    press.frame(Box(400, 40, 800, 360))
    press.put("Blue Anchor", Box(450, 70, 750, 130), 60)
    press.put("SALE OF FINE TEAS", Box(480, 160, 720, 190), 30)
    press.put("From $35.99 a piece, all week", Box(430, 220, 770, 240), 20)
    press.put("Telephone 605 6334", Box(500, 280, 700, 305), 25)
    page = press.page()
    assert ["Blue Anchor"] == of_role(page, Role.HEADLINE)
    assert 3 == len(of_role(page, Role.ADVERT))
    assert ["Blue Anchor", "SALE OF", "From $35.99", "Telephone 605"] in stories(page)


def test_news_between_rules_with_sums_of_money_is_no_advertisement() -> None:
    """Running text in a frame stays news, whatever sums it names."""
    press = Press(width=1600)
    press.frame(Box(20, 20, 420, 620))
    press.head(["水務局擬增撥十億元"], 40, 40, width=340, size=44)
    rows = ["電車公司昨日公布開支五千二百元，", "委員批評預算九千三百元實在太貴，"] * 9
    for at, text in enumerate(rows):
        press.put(text, Box(40, 110 + 26 * at, 380, 130 + 26 * at))
    press.body(prose(60), 500, 40)
    found = roles(press.page())
    assert Role.ADVERT not in found.values()


def test_a_headline_with_its_deck_over_text_is_no_advertisement() -> None:
    """Kicker, headline and deck mix sizes and name money, but text stands right under them."""
    press = Press(exact=True)
    press.put("WEATHER", Box(40, 40, 130, 60), 20, bold=True)
    press.put("Typhoon signal hoisted as storm", Box(40, 76, 640, 126), 50, bold=True)
    press.put("nears Grey Island this evening", Box(40, 136, 620, 186), 50, bold=True)
    press.put("Taxpayers ask who pays $213,601", Box(40, 200, 500, 228), 28)
    press.body(prose(14, last="by"), 40, 240)
    press.body(prose(14, first="night"), 380, 240)
    assert Role.ADVERT not in roles(press.page()).values()


def test_centred_lines_under_a_name_are_no_running_text() -> None:
    """Without a frame, between dashes, short lines in the middle advertise for whoever pays."""
    press = Press()
    y = press.body(prose(12), 40, 40) + 20
    press.dash(40, y)
    y = press.head(["Kirkbride Brothers"], 40, y + 16, size=30)
    rows = ["Direct from Mossdale.", "From $4.44.", "Olive Oldroyd will call", "at Mossdale in May"]
    y = press.head([*rows, "154 Tannery Row,", "Telephone 614"], 40, y + 12, size=21) + 20
    press.dash(40, y)
    y = press.head(["Forged deed is traced"], 40, y + 16, size=25)
    press.body(prose(12), 40, y + 10)
    press.body(prose(40), 380, 40)
    found = roles(press.page())
    assert any(role == Role.ADVERT and "Telephone 614" in text for text, role in found.items())
    assert Role.HEADLINE == found["Forged deed is traced"]


def test_the_head_of_a_boxed_story_is_no_advertisement() -> None:
    """A rule under the byline makes a frame of headline and byline: text stands right under it."""
    press = Press(exact=True)
    press.frame(Box(20, 20, 420, 800))
    press.head(["Wool brings £162", "at the fair"], 40, 40, width=360, size=44)
    press.put("By Hugh Mackinder", Box(140, 160, 300, 180), bold=True)
    press.rule(Box(20, 186, 420, 188))
    press.body(prose(20), 40, 196, 360)
    press.body(prose(40), 500, 40)
    assert [] == of_role(press.page(), Role.ADVERT)


def test_a_headline_in_a_frame_of_news_displays_no_advertisement() -> None:
    """An advertisement may stand in a corner of ruled news; the headline there heads the news."""
    press = Press(exact=True, width=1800, height=1700)
    press.frame(Box(20, 20, 760, 1000))
    press.head(["Storm Breaks the Sea Wall"], 40, 50, width=700, size=44)
    press.body(prose(33), 40, 120)
    press.body(prose(20, first="and"), 430, 120)
    press.frame(Box(420, 680, 740, 960))
    press.put("Blue Anchor", Box(450, 700, 710, 750), 50, bold=True)
    press.put("SALE OF FINE TEAS", Box(480, 790, 680, 820), 30)
    press.put("From $35.99 a piece, all week", Box(440, 850, 720, 870), 20)
    press.put("Telephone 605 6334", Box(500, 900, 660, 925), 25)
    press.body(prose(60), 900, 40)
    press.body(prose(60), 1240, 40)
    page = press.page()
    own = next(story for story in stories(page) if "Storm Breaks" in story)
    assert "SALE OF" not in own
    assert any(text.startswith("The ") for text in own)


def test_a_line_no_larger_than_most_displays_nothing() -> None:
    """In ink one type measures more or less: no line in the middle is whose an advert is."""
    press = Press()
    press.body(prose(20), 40, 40)
    press.frame(Box(400, 40, 800, 400))
    sizes = {"Zoller's Rooms": 17.4, "Direct from Stillwater, $17.87": 21, "Wu will call at": 21}
    sizes |= {"99 Depot Street": 23.5, "Telephone 954 2233": 21, "Country orders filled": 21}
    for row, (text, size) in enumerate(sizes.items()):
        y = 70 + 54 * row
        press.put(text, Box(480, y, 720, y + 22), size)
    page = press.page()
    assert [] == of_role(page, Role.HEADLINE)
    assert Role.ADVERT in roles(page).values()


def test_the_title_of_a_ruled_table_is_no_advertisement() -> None:
    """What stands in a frame right over rows of cells heads them."""
    press = Press(exact=True)
    press.frame(Box(40, 40, 340, 240))
    press.put("CARGOES DECLARED", Box(80, 50, 300, 76), 26, bold=True)
    press.rule(Box(40, 84, 340, 86))
    for row, club in enumerate(("Corinna", "Fatshan", "Haitan", "Thales", "Zafiro")):
        press.put(club, Box(46, 94 + 26 * row, 120, 112 + 26 * row), 18)
        press.put(f"{60 - row}", Box(300, 94 + 26 * row, 330, 112 + 26 * row), 18)
    press.body(prose(24), 380, 60)
    page = press.page()
    assert [] == of_role(page, Role.ADVERT)
    assert ["CARGOES DECLARED"] == of_role(page, Role.HEADLINE)


def test_a_few_long_rows_under_a_banner_are_no_advertisement() -> None:
    """The first rows of a report, set over the whole page, name sums as prices are named."""
    press = Press(width=2000, exact=True)
    for x in (40, 400, 760):
        y = press.body(prose(12), x, 40) + 30
    press.rule(Box(40, y, 1840, y + 3))
    y = press.head(["River over its banks"], 40, y + 30, width=1800, size=80)
    row = "The tolls for July came to HK$9.8 billion, against $670 million for the month before. "
    for at in range(3):
        press.put(row, Box(40, y + 20 + 26 * at, 840, y + 40 + 26 * at))
    press.head(["Copper at $752"], 40, y + 140, size=64)
    press.body(prose(20), 40, y + 420)
    assert Role.ADVERT not in roles(press.page()).values()


def test_a_headline_over_a_picture_and_its_text_is_no_advertisement() -> None:
    """Kicker, headline and a deck that names a sum head the text under the picture."""
    press = Press(exact=True)
    for x in (40, 380, 720):
        y = press.body(prose(12), x, 40) + 30
    press.rule(Box(40, y, 1020, y + 3))
    press.put("THE RAILWAY", Box(40, y + 20, 180, y + 40), 20, bold=True)
    y = press.head(["Branch line to Wheatland", "voted"], 40, y + 60, width=900, size=90)
    press.put("Damage put at $966,165, sale at $17.50", Box(40, y + 16, 640, y + 50), 34)
    press.picture(Box(40, y + 70, 1020, y + 470))
    for x in (40, 380, 720):
        press.body(prose(12), x, y + 520)
    assert Role.ADVERT not in roles(press.page()).values()
