from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from digitize.model.geometry import Box
from digitize.ocr.glyphs import cells, point, turned
from digitize.ocr.ink import Mask


def column(count: int, step: int = 24, size: int = 20, slant: float = 0.0, wide: int = 30) -> Mask:
    """Return a column of hollow squares, each with a bar, at an even pitch."""
    ink = np.zeros((count * step, wide), bool)
    for number in range(count):
        y, x = number * step, round(2 + slant * number)
        ink[y : y + size, x : x + size] = True
        ink[y + 3 : y + size - 3, x + 3 : x + size - 3] = False
        ink[y + size // 2, x : x + size] = True
    return ink


def test_an_even_column_is_cut_into_its_characters() -> None:
    """Every cut falls into the white between two characters."""
    ink = column(9)
    found = cells(ink)
    assert 9 == len(found)
    assert not any(ink[cell.y0].any() and ink[cell.y0 - 1].any() for cell in found[1:])


def test_cells_follow_a_slanting_column() -> None:
    """The last cell lies as far to the right as the column has slid, and holds its character."""
    ink = column(12, slant=0.8, wide=34)
    last = cells(ink)[-1]
    assert last.x0 <= 11
    assert last.x1 >= 31


def test_an_end_that_fills_a_part_of_its_cell_is_a_cell() -> None:
    """A column that begins with a bracket and ends in 一 has both as characters."""
    ink = np.zeros((8 + 9 * 27 + 14, 25), bool)
    ink[:8, 12:] = True
    ink[2:8, 12:22] = False
    for y in range(8, 8 + 9 * 27, 27):
        ink[y + 1 : y + 25] = True
        ink[y + 4 : y + 22 : 2, 3:22] = False
    ink[-3:] = True
    assert 11 == len(cells(ink))


@given(arrays(bool, st.tuples(st.integers(1, 60), st.integers(1, 20))))
def test_cells_take_up_the_whole_column(ink: Mask) -> None:
    """Whatever the ink, the cells follow each other from the top to the bottom without gaps."""
    found = cells(ink)
    assert (0, ink.shape[0]) == (found[0].y0, found[-1].y1)
    assert [cell.y1 for cell in found[:-1]] == [cell.y0 for cell in found[1:]]
    assert all(cell.area for cell in found)


def test_a_bracket_lies_in_a_column_and_a_stroke_does_not() -> None:
    """︵ is turned back; 一 stays as it is, and so does an empty cell."""
    bow, stroke = np.zeros((20, 20), bool), np.zeros((20, 20), bool)
    for x in range(2, 18):
        y = 6 + (x - 10) ** 2 // 12
        bow[y : y + 2, x] = True
    stroke[9:12, 2:18] = True
    assert turned(bow)
    assert not turned(stroke)
    assert not turned(np.zeros((20, 20), bool))


def test_a_small_mark_is_told_from_a_character() -> None:
    """、 has a box; a full character has none, nor has an empty cell."""
    ink = np.zeros((24, 24), bool)
    assert point(ink) is None
    ink[4:9, 14:19] = True
    assert Box(14, 4, 19, 9) == point(ink)
    ink[2:22, 3:5] = True
    assert point(ink) is None


def test_strokes_alike_do_not_halve_the_pitch() -> None:
    """Characters of two like halves are still one character each."""
    ink = np.zeros((12 * 28, 26), bool)
    for y in range(0, 12 * 28, 28):
        for part in (y, y + 13):
            ink[part : part + 10, 1:25] = True
            ink[part + 3 : part + 7, 5:21] = False
    assert 12 == len(cells(ink))


def test_corners_and_dashes_lie_too() -> None:
    """﹁ and ﹂ are turned back, as is a dash that stands; a comma and 口 stay."""
    corner, dash, comma, mouth = (np.zeros((26, 26), bool) for _ in range(4))
    corner[14:16, 8:22] = True
    corner[14:25, 20:22] = True
    dash[1:25, 12:14] = True
    comma[11:15, 12:16] = True
    comma[15:18, 14:16] = True
    mouth[8:20, 8:20] = True
    mouth[10:18, 10:18] = False
    assert turned(corner)
    assert turned(corner[::-1, ::-1])
    assert turned(dash)
    assert not turned(comma)
    assert not turned(mouth)
