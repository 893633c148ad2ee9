from __future__ import annotations

from digitize.model.geometry import Box
from tests.layout.press import Press, prose, stories


def test_notices_under_one_head_are_one_item() -> None:
    """Small texts in one column, each parted from the next by a rule, belong to their head."""
    press = Press(exact=True)
    y = press.head(["SITUATIONS VACANT."], 40, 40, size=28) + 8
    for name in ("Cook", "Clerk", "Groom", "Nurse"):
        y = press.body(prose(3, first=name), 40, y) + 20
        press.rule(Box(40, y - 10, 340, y - 8))
    press.body(prose(20), 380, 40)
    notices = next(story for story in stories(press.page()) if "SITUATIONS VACANT." in story)
    assert 5 == len(notices)


def test_a_list_of_notices_goes_on_in_the_next_column() -> None:
    """Notices at the head of a column, without a head there, belong to the list beside them."""
    press = Press(exact=True)
    press.body(prose(12), 40, 40)
    y = press.head(["TO LET."], 40, 440, size=28) + 8
    for name in ("House", "Cottage", "Stable"):
        y = press.body(prose(3, first=name), 40, y) + 20
        press.rule(Box(40, y - 10, 340, y - 8))
    y = 440
    for name in ("Rooms", "Shop"):
        y = press.body(prose(3, first=name), 380, y) + 20
        press.rule(Box(380, y - 10, 680, y - 8))
    notices = next(story for story in stories(press.page()) if "TO LET." in story)
    assert 6 == len(notices)


def test_paragraphs_under_a_short_headline_are_no_list() -> None:
    """Where no rules part them, texts under each other go on with their story."""
    press = Press(exact=True)
    y = press.head(["Smelter Drawn"], 40, 40, size=28) + 8
    for name in ("Tides", "Before", "Later", "Now"):
        y = press.body(prose(3, first=name), 40, y) + 14
    press.body(prose(12, first="and", last="by"), 380, 40)
    press.body(prose(12, first="many"), 720, 40)
    assert 1 == len([story for story in stories(press.page()) if "Smelter Drawn" in story])
    assert 2 >= len(stories(press.page()))


def test_a_framed_head_heads_nothing_outside_its_frame() -> None:
    """A text that goes on under an advertisement in its column is none of its notices."""
    press = Press(exact=True)
    y = press.head(["Fever hospital closed"], 40, 40, size=32) + 8
    y = press.body(prose(8, first="Rain", last="and the road to"), 40, y)
    press.frame(Box(40, y + 10, 340, y + 180))
    foot = press.head(["OTTER INKS"], 50, y + 26, size=36) + 16
    for size, text in ((20, "hot water on every floor"), (26, "ALL SALES FINAL")):
        press.put(text, Box(50, foot, 330, foot + size), size)
        foot += size + 24
    press.body(prose(8, first="Blackwater", last="was opened."), 40, y + 200)
    press.body(prose(30, first="Many"), 380, 40)
    own = next(story for story in stories(press.page()) if "Fever hospital" in story)
    assert any("Blackwater" in text for text in own)
