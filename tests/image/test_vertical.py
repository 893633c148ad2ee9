from __future__ import annotations

from typing import Any

import numpy as np

from digitize.image.glyphs import find_glyphs
from digitize.image.ink import ink_of
from digitize.image.vertical import COARSE, find_vertical


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


def test_a_narrow_level_column_among_vertical_ones_stays_level(press: Any) -> None:
    """Each block runs its own way, though a column of level print is but eight characters wide."""
    for column in range(16):
        for row in range(24):
            press.character(330 + 34 * column, 60 + 27 * row, 25, seed=50 * column + row)
    for row in range(19):
        for column in range(8):
            press.character(70 + 27 * column, 60 + 34 * row, 25, seed=2000 + 10 * row + column)
    ink = ink_of(press.pixels)
    glyphs, labels = find_glyphs(ink.mask)
    found = np.concatenate(([False], find_vertical(glyphs, labels, ink.glyph)))[labels]
    assert found[:, 325:][ink.mask[:, 325:] > 0].mean() > 0.98
    assert found[:, :300][ink.mask[:, :300] > 0].mean() < 0.02


def test_a_level_headline_over_vertical_print_stays_level(press: Any) -> None:
    """Display characters in a row are level, whatever the body under them does."""
    for column in range(22):
        for row in range(24):
            press.character(80 + 34 * column, 300 + 27 * row, 25, seed=50 * column + row)
    for column in range(6):
        press.character(80 + 105 * column, 120, 100, seed=3000 + column)
    ink = ink_of(press.pixels)
    glyphs, labels = find_glyphs(ink.mask)
    found = np.concatenate(([False], find_vertical(glyphs, labels, ink.glyph)))[labels]
    assert not found[:250].any()
    assert found[290:][ink.mask[290:] > 0].mean() > 0.98


def test_a_little_more_or_less_size_turns_no_page(press: Any) -> None:
    """Columns run downwards, by whatever fraction of a pixel the page's glyphs are measured."""
    for column in range(8):
        for row in range(14):
            press.character(100 + 52 * column, 100 + 34 * row, 30, seed=40 * column + row)
    ink = ink_of(press.pixels)
    glyphs, labels = find_glyphs(ink.mask)
    near = (ink.glyph * np.linspace(0.8, 1.1, 3000)).tolist()
    odd = [size for size in near if size * (COARSE / size) < COARSE]
    shares = [find_vertical(glyphs, labels, size).mean() for size in (*odd[:2], ink.glyph)]
    assert len(shares) == 3
    assert min(shares) > 0.95


def test_a_word_that_blur_has_melted_is_level_over_vertical_print(press: Any) -> None:
    """One piece of ink four times as long as high is no part of the columns under it."""
    for column in range(13):
        for row in range(24):
            press.character(100 + 34 * column, 215 + 27 * row, 25, seed=50 * column + row)
    for row in range(9):
        press.character(570, 215 + 66 * row, 60, seed=7000 + row)
    for at in range(6):
        press.character(100 + 16 * at, 155, 20, seed=3000 + at)
    press.rule(100, 164, 196, 166)
    ink = ink_of(press.pixels)
    glyphs, labels = find_glyphs(ink.mask)
    found = np.concatenate(([False], find_vertical(glyphs, labels, ink.glyph)))[labels]
    assert not found[:210].any()
    assert found[215:][ink.mask[215:] > 0].mean() > 0.98
