"""Level headings over upright text."""

from __future__ import annotations

from digitize.model.geometry import Box
from digitize.model.page import Role
from tests.layout.press import Press, of_role, stories

TIER = "海港局日前通過籌備多年的海底隧道計劃，會議歷時四小時"


def _two_tiers() -> Press:
    """Return a page with a story in two tiers under a headline at the right edge."""
    press = Press(exact=True, width=1600, height=900)
    press.put("古蹟展覽明年動工", Box(1520, 40, 1570, 420), 50, bold=True, upright=True)
    _tier(press, 1470, 40, 400)
    _tier(press, 1470, 460, 820)
    return press


def _tier(press: Press, right: int, top: int, foot: int, *, first: str = "") -> None:
    """Set a tier of 22 columns, the first character of each as given."""
    for column in range(22):
        x, text = right - 30 * column, first + TIER[column % 9 :]
        press.put(text[: (foot - top) // 20], Box(x, top, x + 20, foot), upright=True)


def test_a_level_headline_within_a_tier_begins_a_story() -> None:
    """What stands under it is its text, and no more of the story to its right."""
    press = Press(exact=True, width=1600, height=900)
    press.put("古蹟展覽明年動工", Box(1520, 40, 1570, 420), 50, bold=True, upright=True)
    for column in range(22):
        x = 1470 - 30 * column
        press.put(TIER[column % 9 :][:18], Box(x, 40, x + 20, 400), upright=True)
    press.put("電車工人昨已復工", Box(270, 40, 690, 90), 50, bold=True)
    for column in range(22):
        x = 780 - 30 * column
        press.put("工" + TIER[column % 9 :][:14], Box(x, 110, x + 20, 400), upright=True)
    for column in range(44):
        x = 1470 - 30 * column
        press.put(TIER[column % 9 :][:18], Box(x, 460, x + 20, 820), upright=True)
    page = press.page()
    assert "電車工人昨已復工" in of_role(page, Role.HEADLINE)
    own = next(story for story in stories(page) if "電車工人昨已復工" in story)
    assert any(text.startswith("工") for text in own)


def test_a_level_deck_goes_with_the_level_headline_over_it() -> None:
    """Not with the upright text that it stands beside."""
    press = _two_tiers()
    press.put("電車工人昨已復工", Box(270, 40, 690, 90), 50, bold=True)
    press.put("當局拒絕評論", Box(380, 106, 560, 136), 30, bold=True)
    _tier(press, 780, 150, 400, first="工")
    _tier(press, 780, 440, 800)
    own = next(story for story in stories(press.page()) if "電車工人昨已復工" in story)
    assert "當局拒絕評論" in own
    assert any(text.startswith("工") for text in own)


def test_a_line_that_says_whence_goes_with_the_level_headline_over_it() -> None:
    """It stands at the left end of the tier, under a headline in its middle."""
    press = _two_tiers()
    press.put("當局解釋經過", Box(350, 40, 590, 80), 40, bold=True)
    press.put("（上接第一頁）", Box(152, 94, 278, 112), 18, bold=True)
    _tier(press, 780, 124, 384, first="工")
    _tier(press, 780, 440, 800)
    own = next(story for story in stories(press.page()) if "當局解釋經過" in story)
    assert "（上接第一頁）" in own
    assert any(text.startswith("工") for text in own)


def test_a_picture_may_stand_between_a_level_headline_and_its_text() -> None:
    """With its caption it is all that does: the text under it begins the story."""
    press = _two_tiers()
    press.put("電車工人昨已復工", Box(270, 40, 690, 90), 50, bold=True)
    press.picture(Box(200, 110, 780, 400))
    press.put("圖為電車廠外景。", Box(200, 406, 360, 424), 18)
    _tier(press, 780, 440, 800, first="工")
    own = next(story for story in stories(press.page()) if "電車工人昨已復工" in story)
    assert any(text.startswith("工") for text in own)
