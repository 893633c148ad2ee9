from __future__ import annotations

import pytest

from digitize.model.geometry import Box
from digitize.model.page import Page, Role
from tests.layout.press import PITCH, WIDTH, Press, of_role, prose


def _page(*, ruled: bool, reach: int) -> Page:
    """Return a page under a date, whose headline's box begins `reach` below the date's top."""
    press = Press()
    press.put("Tuesday, December 3, 1957", Box(100, 40, 420, 60))
    if ruled:
        press.rule(Box(90, 72, 1310, 75))
    press.put("Bridge Opens", Box(100, 40 + reach, 700, 160), size=70)
    for x in (100, 420, 740):
        press.body(prose(12), x, 160 + PITCH, WIDTH)
    return press.page()


@pytest.mark.parametrize(
    ("ruled", "reach", "expected"), [(False, 50, 1), (False, 14, 0), (True, 14, 1)]
)
def test_a_rule_parts_the_row_over_a_page_from_its_text(
    ruled: bool, reach: int, expected: int
) -> None:
    """White does it too; where a headline's box reaches into the row, only a rule does."""
    page = _page(ruled=ruled, reach=reach)
    assert expected == len(of_role(page, Role.FOLIO))


def test_a_small_headline_under_the_rule_is_not_of_the_row() -> None:
    """However near to the row over the page, what a long rule parts from it is text."""
    press = Press()
    press.put("Tuesday, December 3, 1957", Box(100, 40, 420, 60))
    press.rule(Box(90, 66, 1310, 69))
    press.put("Bridge row", Box(100, 78, 280, 112), size=34)
    for x in (100, 420, 740):
        press.body(prose(12), x, 120, WIDTH)
    assert ["Tuesday, December 3, 1957"] == of_role(press.page(), Role.FOLIO)


@pytest.mark.parametrize(("x", "expected"), [(1040, 1), (200, 0)])
def test_a_column_in_the_margin_touches_no_row_over_a_page(x: int, expected: int) -> None:
    """What runs down beside the row, and not under it, is no text that it stands in."""
    press = Press()
    press.put("中華民國八年三月六日 星期四", Box(100, 40, 420, 62))
    press.put("神州日報", Box(x, 30 if x > 420 else 64, x + 22, 200), upright=True)
    for x0 in (100, 420, 740):
        press.body(prose(12), x0, 100, WIDTH)
    assert expected == len(of_role(press.page(), Role.FOLIO))


def test_teasers_over_a_nameplate_are_no_folios() -> None:
    """A row that names several pages and what stands there leaves the page a first page."""
    press = Press(exact=True)
    for at, text in enumerate(("G2, page 6", "Travel, page 40", "G2, page 12")):
        press.put("The stubborn genius", Box(40 + 440 * at, 20, 340 + 440 * at, 48), 28, bold=True)
        press.put(text, Box(40 + 440 * at, 58, 180 + 440 * at, 76))
    press.put("The Orrin Post", Box(200, 90, 1160, 210), size=120, bold=True)
    press.put("Tuesday, October 18, 2005", Box(40, 240, 300, 260))
    press.put("No. 59,571", Box(900, 240, 1000, 260))
    press.head(["Clerk Admits Taking All"], 40, 300, size=48)
    for x in (40, 400, 760):
        press.body(prose(56), x, 380)
    page = press.page()
    assert ["The Orrin Post"] == of_role(page, Role.NAMEPLATE)
    assert [] == of_role(page, Role.FOLIO)
