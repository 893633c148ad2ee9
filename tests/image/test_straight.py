from __future__ import annotations

from typing import Any

import numpy as np

from digitize.image.ink import ink_of
from digitize.image.morphology import turned_over
from digitize.image.separators import Separators
from digitize.image.straight import find_scratches, straight_runs
from digitize.model.page import Role


def _upright_scratches(press: Any) -> Any:
    ink = ink_of(press.pixels)
    level = straight_runs(ink.mask, ink.glyph)
    upright = straight_runs(turned_over(ink.mask), ink.glyph)
    return find_scratches(upright, level, ink.glyph, upright=True)


def test_a_scratch_through_the_print_is_taken_out_of_the_ink(press: Any, boxes_of: Any) -> None:
    """What crosses letters is no rule; the letters that it crosses stay."""
    press.column(100, 100, 600, 40)
    clean = ink_of(press.pixels).mask
    press.rule(333, 60, 334, 1100)
    sheet = Separators()(press.sheet)
    assert sheet.ink is not None
    assert [] == boxes_of(sheet, Role.SEPARATOR)
    assert (sheet.ink.mask[:, 325:343] != clean[:, 325:343]).mean() < 0.03


def test_a_scratch_in_pieces_is_one(press: Any) -> None:
    """What is left of a faint scratch is too short in each of its pieces to tell it from a stem."""
    press.column(100, 100, 600, 40)
    for n, y in enumerate(range(60, 1000, 120)):
        press.rule(333 + n // 4, y, 334 + n // 4, y + 75)
    found = _upright_scratches(press)
    assert found is not None
    taken = np.flatnonzero(found.any(axis=0))
    assert set(range(60, 1000, 120)) == {60 + int(at - 60) // 120 * 120 for at in taken}


def test_a_rule_between_columns_is_no_scratch(press: Any) -> None:
    """Print stands beside it, on both sides, and never runs through."""
    press.column(100, 100, 330, 40)
    press.column(446, 100, 330, 40)
    press.rule(437, 60, 438, 1100)
    assert _upright_scratches(press) is None


def test_the_rules_of_a_table_are_no_scratches(press: Any) -> None:
    """A rule that crosses others is a rule."""
    press.column(100, 100, 600, 10)
    for y in range(500, 1000, 40):
        press.rule(100, y, 700, y + 2)
    press.rule(400, 480, 401, 1000)
    assert _upright_scratches(press) is None
