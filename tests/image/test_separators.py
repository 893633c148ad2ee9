from __future__ import annotations

from typing import Any

import pytest

from digitize.image.separators import Separators
from digitize.model.geometry import Box
from digitize.model.page import Role


def _near(expected: Box, found: Box, slack: int = 6) -> bool:
    return expected.contains(found, slack) and found.contains(expected, slack)


def test_a_column_rule_is_found(press: Any, boxes_of: Any) -> None:
    """The thin rule between two columns is one upright rule, and no letter is taken for one."""
    press.column(100, 100, 330, 40)
    press.column(470, 100, 330, 40)
    rule = press.rule(449, 80, 451, 1020)
    found = boxes_of(Separators()(press.sheet), Role.SEPARATOR)
    assert 1 == len(found)
    assert _near(rule, found[0])


def test_a_frame_gives_its_four_sides(press: Any, boxes_of: Any) -> None:
    """The frame of an advert is four rules."""
    press.column(100, 100, 700, 12)
    press.pen.rectangle((200, 500, 700, 900), outline=10, width=4)
    press.text(260, 700, "Fine Hats and Coats", 40)
    found = boxes_of(Separators()(press.sheet), Role.SEPARATOR)
    assert 4 == len(found)
    assert 2 == sum(box.height > box.width for box in found)


def test_a_low_box_is_closed(press: Any, boxes_of: Any) -> None:
    """The sides of a box are rules however low it is; a stem that meets no rule is none."""
    press.column(100, 100, 700, 12)
    press.pen.rectangle((200, 500, 700, 572), outline=10, width=2)
    press.text(260, 550, "Rooms to let", 30)
    press.rule(200, 700, 202, 772)
    found = boxes_of(Separators()(press.sheet), Role.SEPARATOR)
    assert [False, False, True, True] == sorted(box.width > box.height for box in found)


def test_a_broken_rule_is_one(press: Any, boxes_of: Any) -> None:
    """A rule that is worn through in places is put together again."""
    press.column(100, 100, 700, 12)
    for x in range(100, 800, 100):
        press.rule(x, 420, x + 85, 423)
    found = boxes_of(Separators()(press.sheet), Role.SEPARATOR)
    assert 1 == len(found)
    assert _near(Box(100, 420, 785, 423), found[0])


def test_a_leaning_rule_has_an_outline_that_leans(press: Any) -> None:
    """The outline follows the rule, so that it covers little else."""
    press.column(100, 100, 700, 12)
    press.pen.line((100, 500, 800, 508), fill=10, width=3)
    region = Separators()(press.sheet).page.regions[0]
    left = [y for x, y in region.outline if x < 150]
    right = [y for x, y in region.outline if x > 750]
    assert max(left) < min(right)


def test_display_letters_are_no_rules(press: Any, boxes_of: Any) -> None:
    """The stems of a large headline are not taken for rules."""
    press.text(60, 200, "ILLINOIS HILL", 110)
    press.column(100, 400, 700, 12)
    assert [] == boxes_of(Separators()(press.sheet), Role.SEPARATOR)


def test_rules_are_numbered_from_the_top(press: Any) -> None:
    """Ids count down the page."""
    press.column(100, 200, 700, 12)
    press.rule(100, 600, 800, 604)
    press.rule(100, 100, 800, 104)
    regions = Separators()(press.sheet).page.regions
    assert ["p0001.rule001", "p0001.rule002"] == [region.id for region in regions]
    assert regions[0].box.y0 < regions[1].box.y0


@pytest.mark.parametrize(("gap", "rules"), [(8, 0), (0, 1)])
def test_a_blurred_line_of_small_type_is_no_rule(
    gap: int, rules: int, press: Any, boxes_of: Any
) -> None:
    """Three words that have become bars are a thick rule only if nothing parts them."""
    press.column(100, 100, 700, 12)
    for at in range(3):
        press.rule(100 + 90 * at, 420, 190 + 90 * at - gap, 426)
    assert rules == len(boxes_of(Separators()(press.sheet), Role.SEPARATOR))
