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


def test_a_smaller_heading_before_a_headline_is_its_kicker() -> None:
    """Two headings of one length, side by side, are told apart by how broad their columns are."""
    press = Press(exact=False, width=WIDTH, height=1400)
    press.put("與中國領袖保持接觸", Box(1530, 40, 1562, 380), 32, upright=True)
    press.put("寇爾在渝小住", Box(1470, 40, 1520, 380), 50, upright=True)
    for column in range(40):
        x = 1420 - 30 * column
        press.put(TIER[column % 9 :][:14], Box(x, 40, x + 20, 320), upright=True)
    page = press.page()
    assert ["與中國領袖保持接觸"] == of_role(page, Role.KICKER)
    assert ["寇爾在渝小住"] == of_role(page, Role.HEADLINE)


def test_a_short_headline_between_the_rules_of_a_tier_is_no_label() -> None:
    """Rules stand over and under every column of a tier; they make no label of its headline."""
    press = Press(exact=True, width=WIDTH, height=1400)
    for tier, head in enumerate(("整理物價", "採取攻勢", "國府命令")):
        top = 40 + 360 * tier
        press.rule(Box(20, top - 10, 1580, top - 8))
        press.put(head, Box(1520, top + 20, 1560, top + 280), 40, bold=True, upright=True)
        for column in range(40):
            x = 1470 - 30 * column
            press.put(TIER[column % 9 :][:14], Box(x, top, x + 20, top + 280), upright=True)
        press.rule(Box(20, top + 310, 1580, top + 312))
    page = press.page()
    assert [] == of_role(page, Role.SECTION_LABEL)
    assert ["整理物價", "採取攻勢", "國府命令"] == of_role(page, Role.HEADLINE)


def test_sums_of_money_make_no_advertisement_of_a_framed_tier() -> None:
    """Rules close the tiers of a vertical page, and short news in one may name sums of money."""
    press = Press(exact=True, width=WIDTH, height=1000)
    press.frame(Box(1240, 20, 1580, 420))
    rows = ["電車公司昨日公布開支五千二百元", "委員批評預算太高實在無人能付也"]
    for column in range(9):
        x = 1530 - 30 * column
        press.put(rows[column > 0], Box(x, 40, x + 20, 400), upright=True)
    for column in range(45):
        x = 1520 - 30 * column
        press.put(TIER[column % 9 :][:14], Box(x, 440, x + 20, 800), upright=True)
    assert [] == of_role(press.page(), Role.ADVERT)
