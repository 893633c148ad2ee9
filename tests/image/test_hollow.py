"""Ink that holds print: frames and black areas, told from letters."""

from __future__ import annotations

import numpy as np

from digitize.image.glyphs import find_glyphs
from digitize.image.hollow import holds_print
from digitize.model.geometry import Box

SIZE = 20.0  # glyph height


def _held(frame: Box, thick: int, letters: list[tuple[int, int]]) -> list[Box]:
    """Return which blobs of a page with a frame and letters of body type hold print."""
    mask = np.zeros((600, 600), np.uint8)
    mask[frame.y0 : frame.y1, frame.x0 : frame.x1] = 255
    inner = slice(frame.y0 + thick, frame.y1 - thick), slice(frame.x0 + thick, frame.x1 - thick)
    mask[inner] = 0
    for x, y in letters:
        mask[y : y + 20, x : x + 18] = 255
    glyphs, _ = find_glyphs(mask)
    return [glyphs.box(int(at)) for at in np.flatnonzero(holds_print(glyphs, SIZE))]


ROWS = [(x, y) for x in (150, 200, 250, 300) for y in (150, 250, 350)]


def test_a_thick_frame_around_print_is_no_letter() -> None:
    """A frame holds the letters that are spread over it, and they hold nothing."""
    frame = Box(100, 100, 400, 450)
    assert [frame] == _held(frame, 20, ROWS)


def test_a_frame_around_nothing_may_be_a_letter() -> None:
    """A large 口 with print beside it is a character."""
    assert [] == _held(Box(100, 100, 400, 450), 40, [(x + 300, y) for x, y in ROWS if x > 150])


def test_print_under_a_flourish_is_not_held() -> None:
    """A row of small letters along one edge of a large one does not make it a frame."""
    assert [] == _held(Box(100, 100, 400, 450), 20, [(x, 400) for x in (150, 200, 250, 300)])


def test_few_marks_within_a_character_are_part_of_it() -> None:
    """What a character such as 圖 encloses is no print that it holds."""
    assert [] == _held(Box(100, 100, 400, 450), 20, [(150, 150), (250, 250), (300, 380)])
