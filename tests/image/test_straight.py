from __future__ import annotations

from typing import Any

import numpy as np

from digitize.image.ink import ink_of
from digitize.image.separators import Separators
from digitize.image.straight import find_scratches, straight_runs
from digitize.model.page import Role


def _upright_scratches(press: Any) -> Any:
    ink = ink_of(press.pixels)
    across = np.ascontiguousarray(ink.mask.T)
    level, upright = straight_runs(ink.mask, ink.glyph), straight_runs(across, ink.glyph)
    return find_scratches(across, upright, level.T, ink.glyph).T


def test_a_scratch_through_the_print_is_taken_out_of_the_ink(press: Any, boxes_of: Any) -> None:
    """What crosses letters is no rule; the letters that it crosses stay."""
    press.column(100, 100, 600, 40)
    clean = ink_of(press.pixels).mask
    press.rule(333, 60, 334, 1100)
    sheet = Separators()(press.sheet)
    assert sheet.ink is not None
    assert [] == boxes_of(sheet, Role.SEPARATOR)
    assert (sheet.ink.mask[:, 325:343] != clean[:, 325:343]).mean() < 0.03


def test_a_rule_between_columns_is_no_scratch(press: Any) -> None:
    """Print stands beside it, on both sides, and never runs through."""
    press.column(100, 100, 330, 40)
    press.column(446, 100, 330, 40)
    press.rule(437, 60, 438, 1100)
    assert not _upright_scratches(press).any()


def test_the_rules_of_a_table_are_no_scratches(press: Any) -> None:
    """A rule that crosses others is a rule."""
    press.column(100, 100, 600, 10)
    for y in range(500, 1000, 40):
        press.rule(100, y, 700, y + 2)
    press.rule(400, 480, 401, 1000)
    assert not _upright_scratches(press).any()
