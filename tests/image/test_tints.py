from __future__ import annotations

from typing import Any

import cv2
import numpy as np
import pytest

from digitize.image.separators import Separators
from digitize.image.tints import find_tints
from digitize.model.geometry import Box
from digitize.model.page import Role
from digitize.stage import Pixels

BOX = Box(470, 300, 820, 700)


def _tinted(press: Any, box: Box, grey: int) -> Pixels:
    """Print two columns, a box of the second on a ground of `grey`."""
    press.column(100, 100, 330, 40)
    press.column(500, 340, 290, 14)
    pixels = press.pixels
    part = pixels[box.y0 : box.y1, box.x0 : box.x1]
    np.minimum(part, grey, out=part)
    return np.asarray(pixels, dtype=np.uint8)


@pytest.mark.parametrize("grey", [190, 228, 245])
def test_a_tinted_box_is_found(press: Any, grey: int) -> None:
    """A ground a little darker than the paper, with print on it, is a box to the nearest pixels."""
    (found,) = find_tints(_tinted(press, BOX, grey), 14.0)
    assert found.contains(BOX, 8)
    assert BOX.contains(found, 8)


def test_a_tinted_box_has_four_sides(press: Any, boxes_of: Any, on_bench: Any) -> None:
    """Each side of a tinted box is a separator, as those of a printed frame are."""
    found = boxes_of(Separators()(on_bench(_tinted(press, BOX, 225))), Role.SEPARATOR)
    assert sorted(box.width > box.height for box in found) == [False, False, True, True]


def test_a_printed_frame_is_no_second_one(press: Any, boxes_of: Any, on_bench: Any) -> None:
    """Where rules are printed along a tint's sides they alone are its sides."""
    x0, y0, x1, y1 = BOX
    for side in ((x0, y0, x1, y0 + 3), (x0, y1 - 3, x1, y1), (x0, y0, x0 + 3, y1)):
        press.rule(*side)
    press.rule(x1 - 3, y0, x1, y1)
    found = boxes_of(Separators()(on_bench(_tinted(press, BOX, 225))), Role.SEPARATOR)
    assert len(found) == 4


def test_light_that_falls_off_is_no_tint(press: Any) -> None:
    """A page that is darker at one side has no box there: no edge parts it from the paper."""
    press.column(100, 100, 330, 40)
    press.column(470, 100, 330, 40)
    light = np.linspace(1.0, 0.7, press.pixels.shape[1])[None, :]
    assert find_tints(np.asarray(press.pixels * light, dtype=np.uint8), 14.0) == []


def test_a_photograph_is_no_tint(press: Any) -> None:
    """A picture's tones are not even."""
    press.column(100, 100, 330, 40)
    picture = press.halftone(470, 300, 820, 700)
    pixels = cv2.blur(press.pixels, (9, 9))
    assert find_tints(np.asarray(pixels, dtype=np.uint8), 14.0) == []
    assert picture == BOX


def test_an_empty_ground_is_no_tint(press: Any) -> None:
    """A ground without print on it is a picture or a stain."""
    press.column(100, 100, 330, 40)
    pixels = press.pixels.copy()
    pixels[300:700, 470:820] = 225
    assert find_tints(pixels, 14.0) == []
