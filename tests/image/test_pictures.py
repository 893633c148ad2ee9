from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from PIL import Image

from digitize.image.lines import Lines
from digitize.image.pictures import Pictures
from digitize.image.separators import Separators
from digitize.model.geometry import Box
from digitize.model.page import Role


def test_a_photograph_is_one_picture(press: Any, boxes_of: Any) -> None:
    """A halftone between columns is found whole, and the text around it is not."""
    press.column(80, 80, 740, 10)
    photo = press.halftone(250, 400, 650, 800)
    press.column(80, 900, 740, 10)
    found = boxes_of(Pictures()(press.sheet), Role.PICTURE)
    assert 1 == len(found)
    assert found[0].intersection(photo) >= 0.9 * photo.area
    assert found[0].area <= 1.4 * photo.area


def test_pictures_in_a_row_are_parted_by_narrow_white(press: Any, boxes_of: Any) -> None:
    """Two photographs with a little white between them are two, each as wide as it is."""
    press.column(80, 80, 740, 10)
    photos = [press.halftone(80, 400, 440, 800), press.halftone(452, 400, 820, 800)]
    press.column(80, 900, 740, 10)
    found = sorted(boxes_of(Pictures()(press.sheet), Role.PICTURE))
    assert 2 == len(found)
    for photo, box in zip(photos, found, strict=True):
        assert box.intersection(photo) >= 0.9 * photo.area
        assert abs(box.x0 - photo.x0) + abs(box.x1 - photo.x1) <= 16


def test_display_type_is_no_picture(press: Any, boxes_of: Any) -> None:
    """A nameplate and bold headlines stay text."""
    press.text(60, 200, "The Harbour", 150)
    press.text(60, 320, "FIRE IN THE OLD MILL", 70)
    press.column(80, 420, 740, 20)
    assert [] == boxes_of(Pictures()(press.sheet), Role.PICTURE)


def test_a_black_bar_with_letters_may_stay_text(press: Any, boxes_of: Any) -> None:
    """A heading in white on a black bar is not swallowed."""
    press.column(80, 80, 740, 10)
    press.rule(200, 400, 600, 440)
    press.text(230, 432, "CLASSIFIED ADS", 30, ink=245)
    press.column(80, 520, 740, 10)
    assert [] == boxes_of(Pictures()(press.sheet), Role.PICTURE)


def test_rules_inside_a_picture_go_with_it(press: Any, boxes_of: Any) -> None:
    """A line drawn in a picture is no rule of the page."""
    press.column(80, 80, 740, 10)
    press.halftone(250, 400, 650, 800)
    press.rule(80, 860, 820, 863)
    press.rule(260, 600, 640, 603)
    press.column(80, 920, 740, 8)
    after = Pictures()(Separators()(press.sheet))
    rules = boxes_of(after, Role.SEPARATOR)
    assert [860] == [box.y0 for box in rules if box.width > 300]
    assert 1 == len(boxes_of(after, Role.PICTURE))


def test_the_sky_of_a_photograph_is_part_of_it(press: Any, boxes_of: Any) -> None:
    """A pale area without paper that adjoins a tone belongs to the picture, up to its corners."""
    press.column(80, 80, 740, 8)
    sky = np.linspace(205, 185, 300)[:, None] + np.zeros((300, 500))
    sky[150:] = 90
    press.image.paste(Image.fromarray(sky.astype(np.uint8)), (200, 340))
    press.column(80, 720, 740, 12)
    found = boxes_of(Pictures()(press.sheet), Role.PICTURE)
    assert 1 == len(found)
    assert found[0].intersection(Box(200, 340, 700, 640)) >= 0.9 * 500 * 300


def test_print_beside_a_cut_out_picture_stays(press: Any, boxes_of: Any, lines_of: Any) -> None:
    """The corner of a picture's box that holds print is not taken for the picture."""
    press.halftone(100, 100, 700, 400)
    press.halftone(100, 400, 350, 700)
    press.column(400, 450, 300, 11)
    press.column(100, 760, 600, 10)
    lines = lines_of(Lines()(Pictures()(press.sheet)))
    assert 21 == len(lines)


def test_a_compressed_bold_letter_is_no_picture(press: Any, boxes_of: Any) -> None:
    """A letter whose strokes fill most of its box is still told from a black area."""
    press.column(80, 80, 740, 10)
    for x in (200, 224, 248):
        press.rule(x, 400, x + 18, 520)
    press.rule(200, 400, 266, 424)
    press.column(80, 600, 740, 10)
    assert [] == boxes_of(Pictures()(press.sheet), Role.PICTURE)


def test_a_caption_right_under_a_picture_is_no_part_of_it(
    press: Any, boxes_of: Any, lines_of: Any
) -> None:
    """A line of small print that all but touches the foot of a photograph is found as text."""
    press.column(80, 80, 740, 8)
    photo = press.halftone(100, 300, 700, 640)
    caption = press.text(100, 664, "Wagons drawn up in Cattle Market on Friday", 18)
    press.column(80, 760, 740, 14)
    after = Lines()(Pictures()(press.sheet))
    (picture,) = boxes_of(after, Role.PICTURE)
    assert picture.y1 <= photo.y1 + 8
    assert any(
        line.box.overlap_x(caption) > 0.95 * caption.width
        for line in lines_of(after)
        if caption.y0 - 4 <= line.box.y0 and line.box.y1 <= caption.y1 + 4
    )


@pytest.mark.parametrize("white", [1, 2, 4])
def test_a_caption_without_white_above_it_is_no_part_of_the_picture(
    press: Any, boxes_of: Any, lines_of: Any, white: int
) -> None:
    """A picture ends at the straight edge of its tone, not at the foot of the line below."""
    press.column(80, 80, 740, 8)
    photo = press.rule(100, 300, 700, 640)
    press.image.paste(150, photo)
    caption = press.text(100, 652 + white, "Tenants wait outside Marlow Cross", 18)
    press.column(80, 760, 740, 14)
    after = Lines()(Pictures()(press.sheet))
    (picture,) = boxes_of(after, Role.PICTURE)
    assert picture.y1 <= photo.y1 + 2
    assert any(caption.contains(line.box, 4) for line in lines_of(after))
