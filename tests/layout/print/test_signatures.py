from __future__ import annotations

from digitize.model.geometry import Box
from digitize.model.page import Role
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
