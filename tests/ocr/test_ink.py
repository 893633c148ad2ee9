from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from digitize.model.geometry import Box
from digitize.ocr.ink import Gap, Mask, around, grey, mask, widest_gap, x_height

COLUMNS = st.lists(st.booleans(), min_size=1, max_size=40)


def columns(pattern: str) -> Mask:
    """Return ink five rows high where the pattern has an x."""
    return np.array([[char == "x" for char in pattern]] * 5)


def test_the_widest_gap_between_two_letters_is_found() -> None:
    """Of two white runs, the wider one counts."""
    assert Gap(6, 10) == widest_gap(columns("xx..xx....xx"), 1, 11)


def test_letters_that_touch_have_no_gap() -> None:
    """Without white between them the gap is empty."""
    assert 0 == widest_gap(columns("xxxxxxxx"), 2, 6).width


@given(COLUMNS)
def test_a_gap_is_white_and_inside(pattern: list[bool]) -> None:
    """Whatever the ink, a gap lies between the given columns and holds no ink."""
    ink = np.array([pattern] * 5)
    gap = widest_gap(ink, 0, len(pattern))
    assert 0 <= gap.start <= gap.end <= len(pattern)
    assert not ink[:, gap.start : gap.end].any()


def test_the_box_of_a_word_is_the_box_of_its_ink() -> None:
    """White left, right, above and below is trimmed."""
    ink = np.zeros((10, 30), bool)
    ink[3:8, 12:20] = True
    assert Box(12, 3, 20, 8) == around(ink, 5, 28)


def test_where_there_is_no_ink_the_strip_is_the_box() -> None:
    """A word always gets a box that is not empty, even at the very edge."""
    assert Box(29, 0, 30, 10) == around(np.zeros((10, 30), bool), 30, 30)


def test_x_height_leaves_out_ascenders() -> None:
    """The band with most of the ink is measured, not the few strokes above it."""
    ink = np.zeros((30, 100), bool)
    ink[10:20] = True
    ink[2:10, 5:8] = True
    assert 10 == x_height(ink)


def test_dark_print_is_ink_in_grey_and_in_colour() -> None:
    """A dark square on light paper is the mask, whether grey or RGB."""
    pixels = np.full((20, 20), 220, np.uint8)
    pixels[5:10, 5:10] = 40
    rgb = np.repeat(pixels[:, :, None], 3, axis=2)
    assert (mask(pixels) == mask(rgb)).all()
    assert 25 == mask(pixels).sum()
    assert (20, 20) == grey(rgb).shape
