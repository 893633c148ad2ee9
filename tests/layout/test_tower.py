from __future__ import annotations

from digitize.model.geometry import Box
from digitize.model.page import Role
from tests.layout.press import Press, of_role, stories

TIER = "海港局日前通過籌備多年的海底隧道計劃，會議歷時四小時"
WIDTH = 1600


def vertical() -> Press:
    """Return a vertical page: a tower with the title, and two stories of two tiers each."""
    press = Press(exact=True, width=WIDTH, height=2000)
    press.put("燈籠灣公報", Box(1480, 30, 1580, 530), 100, bold=True, upright=True)
    press.put("二〇〇二年十二月二十七日星期五", Box(1430, 40, 1450, 420), 20, upright=True)
    press.put("第18075期", Box(1400, 40, 1420, 240), 20, upright=True)
    press.rule(Box(20, 560, 1580, 562))
    for story, top in enumerate((600, 1280)):
        head = ("電車延線惹爭議", "古蹟展覽明年動工")[story]
        press.put(head, Box(1520, top, 1570, top + 400), 50, bold=True, upright=True)
        for tier in (0, 1):
            y = top + 310 * tier
            for column in range(40):
                x = 1470 - 30 * column
                press.put(TIER[column % 9 :][:14], Box(x, y, x + 20, y + 280), upright=True)
        press.rule(Box(20, top + 630, 1580, top + 632))
    return press


def test_the_title_in_the_corner_of_a_vertical_page_is_its_nameplate() -> None:
    """Title, date and number stand in a tower and belong to no story."""
    page = vertical().page()
    assert ["燈籠灣公報"] == of_role(page, Role.NAMEPLATE)
    furniture = {region.role for region in page.regions if region.lines and not region.story}
    assert furniture <= {Role.NAMEPLATE, Role.DATE_LINE, Role.MASTHEAD}
    assert 2 <= len(furniture)


def test_a_vertical_headline_owns_the_tiers_to_its_left() -> None:
    """Each story has its headline and both of its tiers, read from the right."""
    found = stories(vertical().page())
    assert ["電車延線惹爭議", "古蹟展覽明年動工"] == [story[0] for story in found]
    assert [3, 3] == [len(story) for story in found]
