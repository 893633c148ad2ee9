from __future__ import annotations

import numpy as np
import pytest

from digitize.image.crumbs import gather
from digitize.image.glyphs import Glyphs
from digitize.image.joining import GUTTER, RULE
from digitize.image.row import Row
from digitize.model.geometry import Box


@pytest.mark.parametrize(("middle", "end"), [(22, 446), (17, 429)])
def test_a_stop_goes_to_the_column_it_ends_not_to_a_headline_beside_it(
    middle: float, end: int
) -> None:
    """A mark in the cell after a Chinese column is in its box, dirt after other print is not."""
    columns = [Row(Box(173, y, 429, y + 23), y, y + 23, middle, 10, 2500) for y in (340, 405, 471)]
    headline = Row(Box(482, 441, 729, 489), 441, 489, 48, 5, 5239)
    stop = Glyphs(*(np.array([value]) for value in (439, 479, 446, 486, 34)))
    rows, _ = gather([*columns, headline], stop, np.zeros((600, 800), np.uint8))
    assert end == next(row.box.x1 for row in rows if row.box.y0 == 471)


@pytest.mark.parametrize(("bar", "end"), [(GUTTER, 446), (RULE, 429)])
def test_a_comma_in_what_looks_like_a_gutter_ends_its_line(bar: int, end: int) -> None:
    """White over and under the comma in a line's last cell bars nothing; a rule does."""
    line = Row(Box(173, 471, 429, 494), 471, 494, 22, 10, 2500)
    comma = Glyphs(*(np.array([value]) for value in (440, 481, 446, 488, 30)))
    blocked = np.zeros((600, 800), np.uint8)
    blocked[450:520, 436:460] = bar
    rows, _ = gather([line], comma, blocked)
    assert [end] == [row.box.x1 for row in rows]


@pytest.mark.parametrize(("count", "end"), [(8, 954), (12, 921)])
def test_the_comma_of_a_loose_line_stands_as_far_off_as_its_characters(
    count: int, end: int
) -> None:
    """Of eight characters set apart the comma may stand further off than of twelve close ones."""
    line = Row(Box(711, 100, 921, 118), 100, 118, 18, count, 2500)
    comma = Glyphs(*(np.array([value]) for value in (945, 106, 954, 114, 30)))
    rows, _ = gather([line], comma, np.zeros((300, 1200), np.uint8))
    assert [end] == [row.box.x1 for row in rows]


def test_a_row_that_the_edge_of_the_page_cuts_is_no_fault() -> None:
    """Where a page is cut through a line, its letters are taken to stand below the edge."""
    cut = Row(Box(100, 570, 400, 600), 580, 640, 20, 12, 2500)
    dot = Glyphs(*(np.array([value]) for value in (404, 580, 420, 596, 200)))
    rows, _ = gather([cut], dot, np.zeros((600, 800), np.uint8))
    assert [Box(100, 570, 420, 600)] == [row.box for row in rows]


def test_a_short_column_beside_a_headline_takes_no_line_of_it() -> None:
    """Where the next line of a headline would stand, half a smaller character makes none."""
    headline = [Row(Box(786, y, 1080, y + 33), y, y + 33, 30, 7, 4000) for y in (1476, 1521)]
    short = Row(Box(786, 1595, 809, 1613), 1595, 1613, 18, 1, 250)
    stop = Glyphs(*(np.array([value]) for value in (820, 1599, 826, 1605, 20)))
    rows, _ = gather([*headline, short], stop, np.zeros((1700, 1200), np.uint8))
    assert Box(786, 1595, 826, 1613) in [row.box for row in rows]


def test_a_short_column_that_lies_across_the_next_line_of_a_headline_is_whole() -> None:
    """Two characters and a stop are a column, though part of them lies where a line might be."""
    headline = [Row(Box(746, y, 1019, y + 33), y, y + 33, 30, 7, 4000) for y in (1498, 1543)]
    short = Row(Box(747, 1614, 794, 1635), 1614, 1635, 21, 2, 500)
    parts = [(787, 1614, 793, 1617, 12), (805, 1621, 811, 1627, 20)]
    marks = Glyphs(*(np.array(values) for values in zip(*parts, strict=True)))
    rows, _ = gather([*headline, short], marks, np.zeros((1700, 1200), np.uint8))
    assert Box(747, 1614, 811, 1635) in [row.box for row in rows]
