from __future__ import annotations

from typing import Any

from digitize.image.pictures import Pictures
from digitize.image.separators import Separators
from digitize.model.page import Role


def test_a_photograph_is_one_picture(press: Any, boxes_of: Any) -> None:
    """A halftone between columns is found whole, and the text around it is not."""
    press.column(80, 80, 740, 10)
    photo = press.halftone(250, 400, 650, 800)
    press.column(80, 900, 740, 10)
    found = boxes_of(Pictures()(press.sheet), Role.PICTURE)
    assert 1 == len(found)
    assert found[0].intersection(photo) >= 0.9 * photo.area
    assert found[0].area <= 1.4 * photo.area


def test_display_type_is_no_picture(press: Any, boxes_of: Any) -> None:
    """A nameplate and bold headlines stay text."""
    press.text(60, 200, "The Harbour", 150)
    press.text(60, 320, "FIRE IN THE OLD MILL", 70)
    press.column(80, 420, 740, 20)
    assert [] == boxes_of(Pictures()(press.sheet), Role.PICTURE)


def test_a_black_bar_with_letters_may_stay_text(press: Any, boxes_of: Any) -> None:
    """A heading in white on a black bar is not swallowed."""
    press.column(80, 80, 740, 10)
    press.rule(200, 400, 600, 440)
    press.text(230, 432, "CLASSIFIED ADS", 30, ink=245)
    press.column(80, 520, 740, 10)
    assert [] == boxes_of(Pictures()(press.sheet), Role.PICTURE)


def test_rules_inside_a_picture_go_with_it(press: Any, boxes_of: Any) -> None:
    """A line drawn in a picture is no rule of the page."""
    press.column(80, 80, 740, 10)
    press.halftone(250, 400, 650, 800)
    press.rule(80, 860, 820, 863)
    press.rule(260, 600, 640, 603)
    press.column(80, 920, 740, 8)
    after = Pictures()(Separators()(press.sheet))
    rules = boxes_of(after, Role.SEPARATOR)
    assert [860] == [box.y0 for box in rules if box.width > 300]
    assert 1 == len(boxes_of(after, Role.PICTURE))
