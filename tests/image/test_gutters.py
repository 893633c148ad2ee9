from __future__ import annotations

from typing import Any

import numpy as np

from digitize.image.glyphs import find_glyphs, is_core
from digitize.image.gutters import find_gutters
from digitize.image.ink import ink_of


def _gutters(press: Any) -> Any:
    ink = ink_of(press.pixels)
    glyphs, _ = find_glyphs(ink.mask)
    return find_gutters(ink.mask, glyphs.pick(is_core(glyphs, ink.glyph)), ink.glyph)


def test_the_white_between_columns_is_a_gutter(press: Any) -> None:
    """It runs past all lines, a short one among them, and stands nowhere else."""
    press.column(100, 100, 330, 14)
    press.text(100, 100 + 14 * 23, "a short line", 20)
    press.column(100, 100 + 15 * 23, 330, 15)
    press.column(450, 100, 330, 30)
    found = _gutters(press)
    columns = np.flatnonzero(found.any(axis=0))
    assert 425 <= columns[0]
    assert columns[-1] <= 456
    assert (found[110:740, 438:442] > 0).mean() > 0.95


def test_dashes_of_a_worn_rule_do_not_hide_a_gutter(press: Any) -> None:
    """What is left of a rule between columns is no text."""
    press.column(100, 100, 330, 30)
    press.column(460, 100, 330, 30)
    for y in range(90, 760, 25):
        press.rule(444, y, 446, y + 10)
    assert (_gutters(press)[110:740, 438:442] > 0).mean() > 0.9


def test_word_spaces_are_no_gutters(press: Any) -> None:
    """One column of justified type has none."""
    press.column(100, 100, 600, 40)
    assert not _gutters(press).any()
