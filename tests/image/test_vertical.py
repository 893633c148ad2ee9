from __future__ import annotations

from typing import Any

import numpy as np

from digitize.image.glyphs import find_glyphs
from digitize.image.ink import ink_of
from digitize.image.vertical import find_vertical


def test_latin_print_has_no_vertical_ink(press: Any) -> None:
    """Nothing on a page of two English columns runs downwards."""
    press.column(100, 100, 330, 40)
    press.column(470, 100, 330, 40)
    ink = ink_of(press.pixels)
    assert not find_vertical(*find_glyphs(ink.mask), ink.glyph).any()


def test_directions_are_told_apart_on_one_page(press: Any) -> None:
    """Columns of characters run downwards while the rows below them stay level."""
    for column in range(12):
        for row in range(14):
            press.character(100 + 45 * column, 100 + 31 * row, 30, seed=40 * column + row)
    for row in range(8):
        for column in range(20):
            press.character(100 + 31 * column, 700 + 45 * row, 30, seed=900 + 40 * column + row)
    ink = ink_of(press.pixels)
    glyphs, labels = find_glyphs(ink.mask)
    found = np.concatenate(([False], find_vertical(glyphs, labels, ink.glyph)))[labels]
    assert found[100:450][ink.mask[100:450] > 0].mean() > 0.95
    assert found[750:][ink.mask[750:] > 0].mean() < 0.05
