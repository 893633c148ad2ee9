"""The head of a front page."""

from __future__ import annotations

import pytest

from digitize.model.geometry import Box
from digitize.model.page import FURNITURE, Role
from tests.layout.press import SIZE, Press, of_role, prose

LEFTS = (40, 380, 720, 1060)


def _front(*, strip: str, size: float) -> Press:
    """Return a front page with a line between two rules, far under the name of the paper."""
    press = Press(exact=True)
    press.put("No. 267. SUNDAY, SEPTEMBER 25, 1881.", Box(40, 30, 460, 50))
    press.put("The Harbour Times", Box(300, 70, 1100, 170), 100, bold=True)
    press.put("With which is incorporated", Box(500, 240, 900, 260))
    press.put("The Packet", Box(500, 290, 900, 340), 40)
    press.rule(Box(40, 390, 1360, 392))
    press.put(strip, Box(120, 400, 1280, 400 + round(size)), size, bold=True)
    press.rule(Box(40, 408 + round(size), 1360, 410 + round(size)))
    for left in LEFTS:
        press.body(prose(40), left, 430 + round(size))
    return press


def test_a_strip_of_small_type_between_two_rules_belongs_to_the_head() -> None:
    """How often the paper appears, and where its office is, heads no story."""
    page = _front(strip="Daily, Sundays excepted. Office: Rope Walk, No. 2", size=26).page()
    role = next(one.role for one in page.regions if one.lines and one.box.y0 == 400)
    assert role in FURNITURE


def test_large_type_between_two_rules_under_the_head_is_a_banner() -> None:
    """A headline over all columns may stand there as well."""
    page = _front(strip="Harbour board to deepen the channel", size=50).page()
    assert ["Harbour board to deepen the channel"] == of_role(page, Role.HEADLINE)


def test_the_halves_of_a_name_may_stand_far_apart_with_nothing_between() -> None:
    """Old OCR does not tell that an emblem stands there."""
    press = Press(exact=True)
    press.put("No. 55. Saturday, July 10, 1784", Box(40, 30, 460, 50))
    press.put("Harbour", Box(40, 80, 380, 160), 80)
    press.put("Gazette", Box(1020, 80, 1360, 160), 80)
    for left in LEFTS:
        press.body(prose(40), left, 300)
    assert ["Harbour", "Gazette"] == of_role(press.page(), Role.NAMEPLATE)


def test_what_stands_around_a_picture_of_the_name_is_its_masthead() -> None:
    """The letters of an illustrated name are no text; a row of facts under it tells what it is."""
    press = Press()
    press.put("734", Box(990, 8, 1020, 24), 16)  # a catalogue's stamp
    press.put("This live paper reaches the people", Box(60, 30, 500, 60), 30)
    press.picture(Box(60, 80, 1340, 280))
    press.put("Circulating on all islands and foreign parts", Box(400, 300, 1000, 320))
    press.put("Vol. XLVI. No. 1853", Box(40, 340, 300, 360))
    press.put("PRICE TWOPENCE", Box(1160, 340, 1360, 360))
    for left in LEFTS:
        press.body(prose(40), left, 390)
    page = press.page()
    heads = [one.role for one in page.regions if one.lines and one.box.y0 < 380]
    assert 5 == len(heads)
    assert set(heads) <= FURNITURE


def front(press: Press, head: str, text: str) -> None:
    """Set the top of a front page, a box beside its name with a line over some text."""
    press.put("The Harbour Times", Box(60, 40, 700, 130), 90)
    press.frame(Box(800, 30, 1320, 140))
    press.put(head, Box(900, 40, 900 + 12 * len(head), 70), 30, bold=True)
    words = text.split()
    for at, row in enumerate((" ".join(words[:7]), " ".join(words[7:]))):
        press.put(row, Box(820, 80 + 26 * at, 820 + 9 * len(row), 80 + 26 * at + SIZE))
    press.rule(Box(60, 150, 1320, 153))
    press.put("Tuesday, 14 October 1930", Box(60, 158, 300, 158 + SIZE))
    press.put("No. 4,811", Box(1220, 158, 1320, 158 + SIZE))
    press.rule(Box(60, 186, 1320, 189))
    for x in (60, 400, 740):
        y = press.head(["Cyclists face ten passes"], x, 210, size=28)
        press.body(prose(20), x, y + 8)


@pytest.mark.parametrize(
    ("head", "ears"), [("Ferry Sinks in the Night", 0), ("The Weather", 2)], ids=["news", "ear"]
)
def test_a_box_beside_the_name_with_a_headline_is_a_story(head: str, ears: int) -> None:
    """Sentences under a headline are no ear; those under a word or two are."""
    press = Press(exact=True)
    front(press, head, "All on board were saved by the crew of the Star who saw the lights.")
    found = of_role(press.page(), Role.EAR)
    assert ears == len(found)
