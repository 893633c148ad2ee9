from __future__ import annotations

from digitize.model.geometry import Box
from digitize.model.page import Role
from tests.layout.press import SIZE, Press, of_role, prose


def test_a_box_under_the_papers_name_is_no_advertisement() -> None:
    """Who makes the paper and on what terms stand in one box on a leader page, rules between."""
    press = Press(exact=True)
    press.put("Page 6", Box(40, 10, 100, 10 + SIZE))
    press.put("Monday, March 17, 1941", Box(800, 10, 1040, 10 + SIZE))
    press.frame(Box(40, 50, 340, 220))
    for y in (130, 175):
        press.rule(Box(60, y, 320, y + 2))
    rows = (
        ("The Harbour Times", 60, 36.0),
        ("Published every evening by the Sun Press", 104, 16.0),
        ("OSCAR BELL, Editor. Ida Bruun, Manager.", 148, 16.0),
        ("By mail $9 a year. Entered as second-class matter.", 194, 16.0),
    )
    for text, y, size in rows:
        press.put(text, Box(60, y, 320, y + round(size)), size)
    y = press.head(["Cyclists face ten passes"], 40, 240, size=28)
    press.body(prose(20), 40, y + 8)
    for x in (380, 720):
        y = press.head(["Old bell sold"], x, 50, size=28)
        press.body(prose(26), x, y + 8)
    page = press.page()
    told = " ".join(of_role(page, Role.MASTHEAD))
    assert all(words in told for words in ("Sun Press", "OSCAR BELL", "By mail"))
    assert [] == of_role(page, Role.ADVERT)


def test_news_in_a_box_under_a_title_is_no_staff_box() -> None:
    """One item that tells of a publisher makes none."""
    press = Press(exact=True)
    press.put("Page 6", Box(40, 10, 100, 10 + SIZE))
    press.put("Monday, March 17, 1941", Box(800, 10, 1040, 10 + SIZE))
    press.frame(Box(40, 50, 340, 640))
    press.put("The Harbour Times", Box(60, 64, 320, 100), 36)
    y = 120
    for first in (
        "GROWERS",
        "LOOMS",
        "Published every evening by the Sun Press",
        "HANLON",
        "TENANTS",
    ):
        y = press.body(prose(2, first=first), 60, y, 260) + 40
    for x in (380, 720):
        top = press.head(["Old bell sold"], x, 50, size=28)
        press.body(prose(26), x, top + 8)
    told = " ".join(of_role(press.page(), Role.MASTHEAD))
    assert "GROWERS" not in told
