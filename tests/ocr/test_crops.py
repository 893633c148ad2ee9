from __future__ import annotations

from collections.abc import Callable

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from digitize.model.geometry import NOWHERE, Box
from digitize.model.page import Line
from digitize.ocr.crops import Crop, black_on_white, cut
from digitize.stage import Pixels

Draw = Callable[..., Pixels]

PAGE = np.full((300, 400), 240, np.uint8)
PAGE[100:120, 50:250:3] = 30
PAGE[10:290, 300:302] = 30


def crop(box: Box, vertical: bool = False) -> Crop:
    """Return the crop of a line of the page."""
    made = cut(PAGE, Line(id="p0001.l0001", box=box, vertical=vertical))
    assert made is not None
    return made


def test_a_line_is_cut_with_paper_around_it() -> None:
    """Two fifths of its height left and right, a seventh above and below."""
    made = crop(Box(50, 100, 250, 120))
    assert (26, 216) == made.pixels.shape
    assert Box(50, 100, 250, 120) == made.home(Box(8, 3, 208, 23))


def test_at_the_edge_there_is_less_paper() -> None:
    """A crop never reaches over the image."""
    made = crop(Box(0, 0, 400, 20))
    assert (23, 400) == made.pixels.shape


def test_a_line_outside_the_image_has_no_crop() -> None:
    """Nothing is read where there are no pixels."""
    assert cut(PAGE, Line(id="p0001.l0001", box=Box(500, 0, 600, 20))) is None
    assert cut(PAGE, Line(id="p0001.l0001", box=NOWHERE)) is None


BOXES = st.tuples(
    st.integers(0, 380), st.integers(0, 280), st.integers(1, 300), st.integers(1, 250)
).map(lambda four: Box(four[0], four[1], four[0] + four[2], four[1] + four[3]))


@given(BOXES, st.booleans(), st.integers(0, 200), st.integers(0, 60))
def test_what_lies_in_a_crop_comes_home_into_the_image(
    box: Box, vertical: bool, x: int, width: int
) -> None:
    """Any box in any crop, turned or cut up, comes home into the image or nowhere."""
    made = crop(box, vertical)
    height = made.pixels.shape[0]
    back = made.home(Box(x, 0, x + width + 1, height))
    assert Box(0, 0, 400, 300).contains(back)
    if x < made.patches[0].spot.x1 and x + width >= made.patches[0].spot.x0:
        assert back.area


def test_a_column_is_laid_down_as_a_row() -> None:
    """Characters that stand below each other stand side by side, and come home one by one."""
    page = np.full((200, 60), 255, np.uint8)
    for top in range(10, 170, 24):
        page[top : top + 20, 20:40] = 0
        page[top + 4 : top + 16, 24:36] = 255
    made = cut(page, Line(id="p0001.l0001", box=Box(20, 10, 40, 174), vertical=True))
    assert made is not None
    assert 7 == len(made.patches)
    assert made.pixels.shape[1] >= 5 * made.pixels.shape[0]
    second = made.home(made.patches[1].spot)
    assert Box(20, 32, 40, 56).contains(second, slack=3)


def test_white_on_black_is_turned_over(draw: Draw) -> None:
    """A dark crop is inverted, in grey and in colour; a light one is the same as before."""
    light = draw("MONDAY")
    dark = np.asarray(255 - light, dtype=np.uint8)
    assert (light == black_on_white(dark)).all()
    assert (light == black_on_white(light)).all()
    rgb = np.repeat(dark[:, :, None], 3, axis=2)
    assert (255 - rgb == black_on_white(rgb)).all()
