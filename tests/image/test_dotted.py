from __future__ import annotations

from typing import Any

import pytest

from digitize.image.separators import Separators
from digitize.model.geometry import Box
from digitize.model.page import Role


def _dots(press: Any, box: Box, step: int = 6) -> None:
    for y in range(box.y0, box.y1, step):
        for x in range(box.x0, box.x1, step):
            press.rule(x, y, x + 3, y + 3)


@pytest.mark.parametrize("rule", [Box(447, 80, 448, 1000), Box(100, 1060, 800, 1061)])
def test_a_dotted_rule_is_found(press: Any, boxes_of: Any, rule: Box) -> None:
    """Dots in a line are one rule, upright or level."""
    press.column(100, 100, 330, 40)
    press.column(470, 100, 330, 40)
    _dots(press, rule)
    (found,) = boxes_of(Separators()(press.sheet), Role.SEPARATOR)
    assert found.contains(rule, 8)
    assert rule.contains(found, 8)


def test_a_leader_is_no_rule(press: Any, boxes_of: Any) -> None:
    """Dots that lead from a word to a figure are part of their line."""
    press.column(100, 100, 700, 12)
    press.text(100, 500, "Tides", 20)
    press.text(700, 500, "12", 20)
    _dots(press, Box(165, 497, 690, 498))
    assert [] == boxes_of(Separators()(press.sheet), Role.SEPARATOR)


def test_dots_far_from_even_are_no_rule(press: Any, boxes_of: Any) -> None:
    """Dirt that happens to lie in a line is not as even as print."""
    press.column(100, 100, 700, 12)
    for n in range(60):
        x = 100 + 9 * n + (5 * n * n) % 13
        press.rule(x, 700, x + 3, 703)
    assert [] == boxes_of(Separators()(press.sheet), Role.SEPARATOR)


def test_a_screen_of_dots_is_no_rule(press: Any, boxes_of: Any) -> None:
    """The dots of a halftone stand in rows right under each other, none of which is a rule."""
    press.column(100, 100, 330, 40)
    for y in range(400, 520, 6):
        _dots(press, Box(470, y, 800, y + 1), 8)
    assert [] == boxes_of(Separators()(press.sheet), Role.SEPARATOR)
