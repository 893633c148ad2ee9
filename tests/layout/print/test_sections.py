from __future__ import annotations

from digitize.model.geometry import Box
from digitize.model.page import Role
from tests.layout.press import Press, of_role, prose


def test_a_name_alone_in_a_box_labels_a_section() -> None:
    """One line of capitals in a frame of its own is no advertisement."""
    press = Press(exact=True)
    press.frame(Box(40, 40, 340, 80))
    press.put("BY TELEGRAPH.", Box(110, 50, 270, 72), 22)
    y = press.head(["Cyclists face ten passes"], 40, 100, size=28)
    press.body(prose(20), 40, y + 8)
    press.body(prose(24), 380, 60)
    assert ["BY TELEGRAPH."] == of_role(press.page(), Role.SECTION_LABEL)


def test_a_label_in_two_rows_between_rules_stands_over_small_headings() -> None:
    """A narrow column breaks it; the heading under it ends with a point, as old ones do."""
    press = Press(exact=True)
    press.rule(Box(40, 40, 340, 46))
    press.put("IMPERIAL", Box(130, 56, 250, 80), 24)
    press.put("PARLIAMENT.", Box(110, 86, 270, 110), 24)
    press.rule(Box(40, 122, 340, 124))
    press.put("HOUSE OF LORDS.", Box(100, 134, 280, 154), 20)
    press.body(prose(20), 40, 164)
    press.body(prose(26), 380, 40)
    assert ["IMPERIAL PARLIAMENT."] == of_role(press.page(), Role.SECTION_LABEL)


def test_capitals_over_text_are_its_headline() -> None:
    """Between two rules, too, a line right over running text heads it."""
    press = Press(exact=True)
    press.rule(Box(40, 50, 340, 52))
    press.put("BY TELEGRAPH.", Box(90, 60, 290, 88), 28, bold=True)
    press.rule(Box(40, 96, 340, 98))
    press.body(prose(20), 40, 110)
    press.body(prose(24), 380, 60)
    assert [] == of_role(press.page(), Role.SECTION_LABEL)


def test_a_label_may_take_two_lines() -> None:
    """A name in a box stays a section label where a narrow column breaks it."""
    press = Press(exact=True)
    press.frame(Box(40, 40, 340, 110))
    press.put("SHIPPING AND", Box(110, 50, 270, 72), 22)
    press.put("FREIGHT.", Box(140, 78, 240, 100), 22)
    y = press.head(["Cyclists face ten passes"], 40, 130, size=28)
    press.body(prose(20), 40, y + 8)
    press.body(prose(24), 380, 60)
    assert ["SHIPPING AND FREIGHT."] == of_role(press.page(), Role.SECTION_LABEL)


def test_a_name_over_a_rule_names_the_page() -> None:
    """A few words at the top, a rule under them as wide as the page, head no story."""
    press = Press(exact=True)
    press.put("Letters to the Editor", Box(400, 40, 800, 90), 50)
    press.rule(Box(40, 104, 1020, 107))
    for x, head in ((40, "Old bell sold"), (380, "Ten passes faced"), (720, "Rain at last")):
        y = press.head([head], x, 130, size=28)
        press.body(prose(20), x, y + 8)
    assert ["Letters to the Editor"] == of_role(press.page(), Role.SECTION_LABEL)


def test_a_name_between_two_rules_over_columns_with_headlines_is_a_label() -> None:
    """It need not be in capitals, nor stand over the column in which the first headline does."""
    press = Press(exact=True)
    press.head(["Cyclists face ten passes"], 720, 50, size=28)
    press.body(prose(30), 720, 100)
    press.rule(Box(40, 50, 680, 56))
    press.put("Letters From Our Readers", Box(200, 66, 520, 94), 28, bold=True)
    press.rule(Box(40, 104, 680, 106))
    y = press.head(["A night of toil"], 40, 116, size=23, fill=0.5)
    press.body(prose(20), 40, y + 6)
    press.body(prose(22, first="more"), 380, 116)
    assert ["Letters From Our Readers"] == of_role(press.page(), Role.SECTION_LABEL)


def test_a_name_in_a_box_over_notices_heads_them() -> None:
    """What stands over small notices, and not over headlines, is their headline."""
    press = Press(exact=True)
    press.frame(Box(40, 40, 340, 80))
    press.put("SITUATIONS", Box(120, 50, 260, 72), 22, bold=True)
    for at in range(5):
        press.body(
            ["WANTED, a cook for the pier, with", "two rooms and the run of a", "garden."],
            40,
            96 + 100 * at,
        )
        press.rule(Box(40, 182 + 100 * at, 340, 183 + 100 * at))
    press.body(prose(24), 380, 60)
    assert ["SITUATIONS"] == of_role(press.page(), Role.HEADLINE)


def test_a_name_over_a_page_of_pictures_labels_it() -> None:
    """Pictures under a rule with captions are as good as headlines."""
    press = Press(exact=True)
    press.put("The Week in Pictures", Box(340, 40, 720, 90), 50)
    press.rule(Box(40, 100, 1000, 104))
    for at, words in enumerate(("Rowers wait for the word.", "Nobody was hurt at all.")):
        x = 40 + 490 * at
        press.picture(Box(x, 120, x + 470, 400))
        press.put(words, Box(x, 410, x + 470, 430))
        press.put("Crowds came from all parts.", Box(x, 436, x + 400, 456))
        press.picture(Box(x, 480, x + 470, 800))
        press.put("More of the same.", Box(x, 810, x + 300, 830))
    assert ["The Week in Pictures"] == of_role(press.page(), Role.SECTION_LABEL)
