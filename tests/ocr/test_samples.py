from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from digitize.ocr.samples import hidden, lean, level_lines, look, samples, seen
from digitize.stage import Pixels

Column = Callable[..., Pixels]


def test_a_blank_page_has_no_lines() -> None:
    """Where nothing is printed, nothing is offered for reading."""
    page = np.full((600, 400), 255, np.uint8)
    assert [] == samples(page, look(page), 6)


def test_lines_are_found_one_by_one(column: Column) -> None:
    """Every line of a column is a line by itself, as long as it is printed."""
    rough = look(column(lines=12))
    assert 12 == len(level_lines(rough.ink, rough.glyph))


def test_lines_that_blur_joins_are_found(column: Column, blurred: Callable[..., Pixels]) -> None:
    """Where letters of one line run into those of the next, the lines are told by their rows."""
    page = blurred(column(lines=12), 3)
    found = samples(page, look(page), 6)
    assert [False] * 6 == [line.upright for line in found]


def test_a_page_on_its_side_has_lines_on_end(column: Column) -> None:
    """The lines of a page that lies are found, and said to stand on end."""
    page = np.ascontiguousarray(np.rot90(column(lines=12)))
    found = samples(page, look(page), 6)
    assert [True] * 6 == [line.upright for line in found]


@pytest.mark.parametrize(("turns", "sign"), [(0, 1), (2, -1)])
def test_ascenders_tell_which_way_print_stands(column: Column, turns: int, sign: int) -> None:
    """More ink rises over small letters than hangs below them; upside down it is less."""
    rough = look(np.ascontiguousarray(np.rot90(column(lines=20), turns)))
    share, surely = lean(rough.ink, level_lines(rough.ink, rough.glyph))
    assert (True, True) == (share * sign > 0.02, surely * sign > 5)


def test_a_sample_lies_where_it_says(column: Column) -> None:
    """The print of a sample is the print of the page at its place."""
    page = column(lines=12)
    one = samples(page, look(page), 6)[0]
    assert (one.pixels == page[one.box.y0 : one.box.y1, one.box.x0 : one.box.x1]).all()


def test_faint_lines_are_found(column: Column) -> None:
    """Where all ink is faint, a little less than white is ink."""
    rough = look(column(lines=12, ink=205, paper=228))
    assert 12 == len(level_lines(rough.ink, rough.glyph))


def test_a_line_is_hidden_where_none_is_found(column: Column) -> None:
    """A line is found on its own page, and hidden on one that shows nothing there."""
    page = column(lines=12)
    rough, blank = look(page), look(np.full_like(page, 255))
    one = samples(page, rough, 6)[0]
    assert [False, True] == [hidden(one, seen(sight), sight.scale) for sight in (rough, blank)]


def test_stems_that_lost_their_hairlines_are_lines_all_the_same() -> None:
    """Faces of fine hairlines leave rows of stems, each a letter slimmer than any."""
    page = np.full((600, 900), 255, np.uint8)
    for y in range(60, 540, 40):
        for x in range(60, 840, 9):
            page[y : y + 9, x : x + 3] = 0
    rough = look(page)
    assert 12 == len(level_lines(rough.ink, rough.glyph))
