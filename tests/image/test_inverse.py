from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from digitize.image.ink import ink_of
from digitize.image.inverse import turned_white
from digitize.image.lines import Lines
from digitize.image.pictures import Pictures
from digitize.image.separators import Separators
from digitize.model.geometry import Box
from digitize.model.page import Role


def _white_text(press: Any, x: int, y: int, text: str, size: int) -> Box:
    return press.text(x, y, text, size, ink=250)  # type: ignore[no-any-return]


@pytest.mark.parametrize("height", [90, 150])
def test_a_black_head_is_read_row_by_row(press: Any, lines_of: Any, height: int) -> None:
    """Every row of white letters in a black box is one line, and none reaches out of it."""
    press.column(60, 420, 780, 18)
    box = press.rule(60, 100, 840, 100 + 2 * height)
    printed = [
        _white_text(press, 90, 100 + round(height * (0.75 + row)), text, round(height * 0.6))
        for row, text in enumerate(("Smelter Fires", "Drawn"))
    ]
    inside = [line for line in lines_of(Lines()(press.sheet)) if line.box.y0 < box.y1]
    assert 2 == len(inside)
    for line, true in zip(inside, printed, strict=True):
        assert abs(line.box.x0 - true.x0) < 12
        assert abs(line.box.x1 - true.x1) < 12
        assert line.box.overlap_y(true) > 0.6 * line.box.height


def test_a_black_advert_is_no_picture(press: Any, boxes_of: Any, lines_of: Any) -> None:
    """An advert in white on black is found as lines, however large it is, not as a picture."""
    press.column(60, 100, 380, 44)
    box = press.rule(480, 80, 850, 900)
    for row in range(12):
        text = ("Country orders filled", "Telephone 354", "Established 1889. From $8")[row % 3]
        _white_text(press, 510 + 7 * row, 160 + 60 * row, text, 22)
    after = Lines()(Pictures()(press.sheet))
    assert [] == boxes_of(after, Role.PICTURE)
    assert 12 == sum(box.contains(line.box) for line in lines_of(after))


def test_a_black_box_has_four_sides(press: Any, boxes_of: Any) -> None:
    """Each side of a box in white on black is a separator; those of a mere bar are none."""
    press.column(60, 100, 380, 44)
    box = press.rule(480, 80, 850, 400)
    press.rule(480, 600, 850, 632)
    for row, text in enumerate(("Country orders", "Telephone 354", "From $8")):
        _white_text(press, 510, 150 + 90 * row, text, 30)
    _white_text(press, 500, 624, "Shipping News", 22)
    found = [one for one in boxes_of(Separators()(press.sheet), Role.SEPARATOR) if one.x0 > 440]
    assert sorted(one.width > one.height for one in found) == [False, False, True, True]
    assert all(Box(*box).contains(one, 8) for one in found)


def test_a_headline_in_white_has_no_frame(press: Any, boxes_of: Any) -> None:
    """Large letters alone in a black box head what stands under it, however high the box is."""
    press.column(60, 420, 780, 18)
    press.rule(60, 100, 840, 400)
    for row, text in enumerate(("Smelter Fires", "Drawn")):
        _white_text(press, 90, 200 + 150 * row, text, 90)
    assert [] == boxes_of(Separators()(press.sheet), Role.SEPARATOR)


def test_a_photograph_is_not_turned(press: Any) -> None:
    """A halftone has no rows of white letters: its ink stays as it is."""
    press.column(60, 100, 780, 10)
    photo = press.halftone(100, 400, 700, 900)
    ink = ink_of(press.pixels)
    part = ink.mask[photo.y0 : photo.y1, photo.x0 : photo.x1]
    assert (part[:, :100] > 0).mean() > 0.4


def test_the_white_cells_of_a_black_table_are_no_letters() -> None:
    """White squares in rows, as of a crossword, fill their boxes: they are left white."""
    mask = np.zeros((400, 400), np.uint8)
    mask[50:350, 50:350] = 255
    for row in range(6):
        for column in range(6):
            mask[70 + 45 * row : 100 + 45 * row, 70 + 45 * column : 100 + 45 * column] = 0
    same, _, black = turned_white(mask, np.full_like(mask, 255), 20.0)
    assert same is mask
    assert () == black


def test_a_leaning_black_head_is_turned(press: Any, lines_of: Any) -> None:
    """A head whose sides lean by half a degree, as on a bent page, is still a black box."""
    press.column(60, 420, 780, 18)
    press.pen.polygon([(60, 100), (840, 107), (840, 207), (60, 200)], fill=10)
    _white_text(press, 90, 180, "Copper Touches", 70)
    inside = [line for line in lines_of(Lines()(press.sheet)) if line.box.y0 < 210]
    assert 1 == len(inside)
    assert inside[0].box.height < 80
