from __future__ import annotations

from collections.abc import Callable

import cv2
import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from digitize.model.geometry import NOWHERE, Box
from digitize.model.page import Line
from digitize.ocr.crops import Crop, black_on_white, cut, side_by_side
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
    """Two fifths of its height left and right, a quarter above and below."""
    made = crop(Box(50, 100, 250, 120))
    assert (30, 216) == made.pixels.shape
    assert Box(50, 100, 250, 120) == made.home(Box(8, 5, 208, 25))


def test_at_the_edge_there_is_less_paper() -> None:
    """A crop never reaches over the image."""
    made = crop(Box(0, 0, 400, 20))
    assert (25, 400) == made.pixels.shape


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


def column() -> Pixels:
    """Return a page with a column of seven frames, the first of them full."""
    page = np.full((200, 60), 255, np.uint8)
    for top in range(10, 170, 24):
        page[top : top + 20, 20:40] = 0
        if top > 10:
            page[top + 4 : top + 16, 24:36] = 255
    return page


COLUMN = Line(id="p0001.l0001", box=Box(20, 10, 40, 174), vertical=True)


def test_a_column_is_laid_on_its_side() -> None:
    """What was above is left, and comes home from there."""
    made = cut(column(), COLUMN)
    assert made is not None
    height, width = made.pixels.shape
    assert width > 5 * height
    assert made.pixels[:, : width // 8].mean() < made.pixels[:, -width // 8 :].mean()
    assert Box(20, 10, 40, 30) == made.home(Box(8, 5, 28, 25))


def test_a_column_is_set_in_a_row() -> None:
    """Characters that stand below each other stand side by side, and come home one by one."""
    made = side_by_side(column(), COLUMN)
    assert 7 == len(made.patches)
    assert made.pixels.shape[1] >= 4 * made.pixels.shape[0]
    second = made.home(made.patches[1].spot)
    assert Box(20, 32, 40, 56).contains(second, slack=3)


def test_a_mark_comes_home_to_where_it_was() -> None:
    """A comma that was moved to the foot of its cell lies in the middle of the column."""
    page = column()
    page[58:78, 20:40] = 255
    page[66:70, 28:32] = 0
    made = side_by_side(page, COLUMN)
    assert Box(28, 66, 32, 70) in [patch.source for patch in made.patches]


def test_a_crisp_column_is_softened() -> None:
    """A drawn column is shown in 150 grey levels; one that a scanner blurred keeps its own."""
    made = cut(column(), COLUMN)
    assert made is not None
    assert 120 <= int(made.pixels.max()) - int(made.pixels.min()) <= 150
    scanned = np.asarray(cv2.GaussianBlur(column(), (0, 0), 1.2), dtype=np.uint8)
    kept = cut(scanned, COLUMN)
    assert kept is not None
    assert (np.rot90(scanned[2:182, 15:45]) == kept.pixels).all()


def test_white_on_black_is_turned_over(draw: Draw) -> None:
    """A dark crop is inverted, in grey and in colour; a light one is the same as before."""
    light = draw("MONDAY")
    dark = np.asarray(255 - light, dtype=np.uint8)
    assert (light == black_on_white(dark)).all()
    assert (light == black_on_white(light)).all()
    rgb = np.repeat(dark[:, :, None], 3, axis=2)
    assert (255 - rgb == black_on_white(rgb)).all()
