from __future__ import annotations

from digitize.model.geometry import Box
from digitize.model.page import Role
from digitize.model.reading import read
from tests.layout.press import PITCH, Press, of_role, prose


def test_a_name_and_address_on_two_lines_sign_a_letter() -> None:
    """Only the last line of a name at the right edge must be set in: the first may be full."""
    press = Press(exact=True)
    y = press.body(prose(10, last="yours."), 40, 40)
    press.put("Captain Rolf Lind, 63 High Street,", Box(46, y, 340, y + 20), bold=True)
    press.put("Kestrel Bay", Box(240, y + PITCH, 340, y + PITCH + 20), bold=True)
    y = press.head(["The old customs house"], 40, y + 80, size=30)
    press.body(prose(10), 40, y + 10)
    page = press.page()
    assert ["The old customs house"] == of_role(page, Role.HEADLINE)


def test_a_full_name_signs_where_it_clings_to_the_text() -> None:
    """In bold right under a letter, with more white under it, it is no kicker of the next head."""
    press = Press(exact=True)
    y = press.body(prose(10, last="yours."), 40, 40)
    press.put("LADY WINIFRED ASKE, THE OLD MINT.", Box(44, y, 340, y + 20), bold=True)
    y = press.head(["The old customs house"], 40, y + 50, size=30)
    press.body(prose(10), 40, y + 10)
    assert [] == of_role(press.page(), Role.KICKER)


def test_a_name_over_a_place_ends_a_letter() -> None:
    """In bold at the left edge, over the next letter's headline, it heads nothing."""
    press = Press(exact=True)
    y = press.body(prose(10), 40, 40)
    press.put("Madge Tully", Box(40, y, 150, y + 20), bold=True)
    press.put("North Parade", Box(40, y + PITCH, 160, y + PITCH + 20))
    y = press.head(["Who pays for the pier?"], 40, y + 70, size=28)
    press.body(prose(10), 40, y + 8)
    page = press.page()
    assert ["Who pays for the pier?"] == of_role(page, Role.HEADLINE)
    assert [] == of_role(page, Role.SUBHEADING)


def test_a_name_at_the_head_of_a_column_signs_the_text_of_the_column_before() -> None:
    """At the right edge over a headline at the left edge it is no kicker."""
    press = Press(exact=True)
    y = press.head(["In praise of crofters"], 40, 40, size=30)
    press.body(prose(20), 40, y + 10)
    press.put("CHEUNG YUK-LING, SHAMBLES.", Box(450, 40, 680, 60), bold=True)
    press.put("Sensible and stillborn", Box(380, 84, 590, 114), 30, bold=True)
    press.body(prose(18), 380, 124)
    page = press.page()
    assert [] == of_role(page, Role.KICKER)
    story = next(region.story for region in page.regions if region.role == Role.HEADLINE)
    name = next(one for one in page.regions if one.lines and read(one.lines).startswith("CHEUNG"))
    assert story == name.story
