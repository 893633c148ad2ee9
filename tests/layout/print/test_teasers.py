from __future__ import annotations

from digitize.model.geometry import Box
from digitize.model.page import Role
from tests.layout.press import Press, of_role, prose


def teaser(press: Press, x: int, head: str, where: str) -> None:
    """Set a heading and, right under it, where its story stands."""
    press.put(head, Box(x, 60, x + 180, 90), 30, bold=True)
    press.put(where, Box(x, 96, x + 150, 114), 18)


def test_headings_over_nothing_but_a_page_are_teasers() -> None:
    """A row of headings, each over the page of its story, starts no story here."""
    press = Press(exact=True)
    teaser(press, 40, "Win a caravan", "See page 19")
    teaser(press, 400, "Diets that work", "Your life, pages 22-23")
    teaser(press, 760, "Cup draw", "Sport, back page")
    y = press.head(["Cyclists face ten passes"], 40, 200, size=40)
    press.body(prose(20), 40, y + 8)
    page = press.page()
    assert 6 == len(of_role(page, Role.PROMO))
    assert ["Cyclists face ten passes"] == of_role(page, Role.HEADLINE)


def test_a_story_of_one_line_that_names_a_page_is_no_teaser() -> None:
    """One heading over a line with a page alone is a short story that goes on there."""
    press = Press(exact=True)
    teaser(press, 40, "Harbour works", "Continued on page 19")
    y = press.head(["Cyclists face ten passes"], 40, 200, size=40)
    press.body(prose(20), 40, y + 8)
    assert [] == of_role(press.page(), Role.PROMO)


def test_headings_over_where_they_come_from_are_no_teasers() -> None:
    """Two stories side by side that go on here from other pages start here, and stay."""
    press = Press(exact=True)
    teaser(press, 40, "Win a caravan", "Continued from page 1")
    teaser(press, 400, "Diets that work", "Continued from page 1")
    assert [] == of_role(press.page(), Role.PROMO)
