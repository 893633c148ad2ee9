from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from digitize.image.lines import Lines, lying_on_lines, stand_in_rows, words_of_rows
from digitize.image.pictures import Pictures
from digitize.image.row import Row
from digitize.image.separators import Separators
from digitize.model.geometry import Box
from digitize.model.page import Line, Role
from digitize.stage import Sheet

Found = Callable[[Sheet], list[Line]]


def _same(expected: list[Box], lines: list[Line], slack: int = 8) -> bool:
    """Whether every printed line was found once, nothing cut and nothing merged."""
    found = [line.box for line in lines]
    met = [
        sum(box.contains(other, slack) and other.contains(box, slack) for other in found)
        for box in expected
    ]
    return [1] * len(expected) == met and len(found) == len(expected)


def test_columns_with_a_rule_are_kept_apart(press: Any, lines_of: Found) -> None:
    """No line runs across a printed rule, however near the columns stand."""
    printed = press.column(100, 100, 330, 30) + press.column(452, 100, 330, 30)
    press.rule(440, 80, 442, 800)
    assert _same(printed, lines_of(Lines()(Separators()(press.sheet))))


def test_columns_without_a_rule_are_kept_apart(press: Any, lines_of: Found) -> None:
    """A white gutter of a glyph's width is enough when it runs past many lines."""
    printed = press.column(100, 100, 330, 30) + press.column(446, 100, 330, 30)
    assert _same(printed, lines_of(Lines()(press.sheet)))


def test_all_sizes_are_found_on_one_page(press: Any, lines_of: Found) -> None:
    """Nameplate, headline, body and tiny type each come out as whole lines, sized apart."""
    press.text(60, 150, "The Harbour Times", 100)
    press.text(60, 250, "Storm Breaks the Sea Wall", 50)
    press.column(60, 330, 780, 20)
    press.column(60, 900, 780, 5, size=13)
    lines = sorted(lines_of(Lines()(press.sheet)), key=lambda line: line.box.y0)
    assert 27 == len(lines)
    sizes = [line.size for line in lines]
    assert sizes[0] > 1.6 * sizes[1] > 1.6 * 1.6 * max(sizes[2:22])
    assert min(sizes[2:22]) > max(sizes[22:])
    assert 20 == pytest.approx(float(np.median(sizes[2:22])), rel=0.15)


def test_a_flourish_takes_no_small_lines_into_its_line(press: Any, lines_of: Found) -> None:
    """What hangs from a letter of the nameplate lies beside the notices under it, not over them."""
    title = press.text(60, 150, "The Harbour Tides", 90)
    press.rule(title.x0 + 20, 100, title.x0 + 34, 215)
    for x in (200, 500):
        press.text(x, 180, "Price one penny", 16)
        press.text(x, 205, "on every day", 16)
    press.column(60, 330, 780, 20)
    lines = sorted(lines_of(Lines()(press.sheet)), key=lambda line: -line.size)
    assert 25 == len(lines)
    assert lines[0].box.y1 <= min(line.box.y0 for line in lines[1:])
    assert lines[0].box.contains(title, 5)


def test_a_letterspaced_headline_is_one_line(press: Any, lines_of: Found) -> None:
    """Letters set wide apart still make one line."""
    printed = press.text(60, 150, "E L E C T I O N   N E W S", 50)
    press.column(60, 260, 780, 20)
    lines = sorted(lines_of(Lines()(press.sheet)), key=lambda line: line.box.y0)
    assert 21 == len(lines)
    assert printed.contains(lines[0].box, 4)
    assert lines[0].box.width >= 0.98 * printed.width


def test_two_stacked_headline_lines_are_not_cut_at_their_word_spaces(
    press: Any, lines_of: Found
) -> None:
    """Word spaces that stand under each other in display type are no gutter."""
    press.text(60, 130, "MANY  PEOPLE", 60)
    press.text(60, 210, "MANY  VOICES", 60)
    press.column(60, 300, 780, 20)
    assert 22 == len(lines_of(Lines()(press.sheet)))


def test_lines_that_touch_are_split(press: Any, lines_of: Found) -> None:
    """Where a stroke runs from one line into the next, each line keeps its own box."""
    printed = press.column(100, 100, 600, 20)
    for line in range(0, 19, 4):
        x = 180 + 20 * line
        press.pen.line((x, printed[line].y0 + 4, x, printed[line + 1].y1 - 4), fill=20, width=2)
    lines = lines_of(Lines()(press.sheet))
    assert 20 == len(lines)
    assert max(line.box.height for line in lines) <= 28


def test_a_drop_capital_does_not_wreck_the_lines_beside_it(press: Any, lines_of: Found) -> None:
    """The lines beside a large initial stay lines of their own height."""
    press.text(100, 146, "T", 66)
    press.column(150, 115, 550, 2)
    press.column(100, 161, 600, 18)
    lines = [line for line in lines_of(Lines()(press.sheet)) if line.box.width > 400]
    assert 20 == len(lines)
    assert max(line.box.height for line in lines) < 40


def test_a_picture_is_not_read(press: Any, lines_of: Found) -> None:
    """No line is found within a photograph."""
    printed = press.column(80, 80, 740, 10)
    photo = press.halftone(250, 400, 650, 800)
    printed += press.column(80, 900, 740, 10)
    after = Lines()(Pictures()(press.sheet))
    inside = [line for line in lines_of(after) if photo.contains(line.box)]
    assert [] == inside
    assert _same(printed, lines_of(after))


def test_vertical_print_is_found_as_columns(press: Any, lines_of: Found) -> None:
    """Characters set in columns give vertical lines, one for each column."""
    for column in range(12):
        for row in range(22):
            press.character(200 + 45 * column, 200 + 31 * row, 30, seed=40 * column + row)
    lines = lines_of(Lines()(press.sheet))
    assert [True] * 12 == [line.vertical for line in lines]
    assert min(line.box.height for line in lines) > 640
    assert max(line.box.width for line in lines) < 40


def test_columns_set_closely_are_kept_apart(press: Any, lines_of: Found) -> None:
    """A slit of white, narrower than the gap between parts of a character, parts two columns."""
    lefts = [100 + 45 * column for column in range(12)] + [645 + 32 * column for column in range(4)]
    for column, left in enumerate(lefts):
        for row in range(22):
            press.character(left, 200 + 31 * row, 30, seed=40 * column + row)
    lines = lines_of(Lines()(press.sheet))
    assert [True] * 16 == [line.vertical for line in lines]
    assert max(line.box.width for line in lines) < 40


def test_the_parts_of_a_display_character_are_one_line(press: Any, lines_of: Found) -> None:
    """Over a page of columns a large level 晶, of three parts, and its neighbour are one line."""
    for column in range(12):
        for row in range(22):
            press.character(200 + 45 * column, 400 + 31 * row, 30, seed=40 * column + row)
    for left, top in ((180, 60), (110, 196), (246, 196)):
        press.pen.rectangle((left, top, left + 124, top + 124), outline=20, width=30)
    press.pen.rectangle((450, 60, 720, 320), outline=20, width=50)
    level = [line for line in lines_of(Lines()(press.sheet)) if not line.vertical]
    assert 1 == len(level)
    assert level[0].box.contains(Box(115, 65, 715, 315))


def test_level_print_in_characters_stays_level(press: Any, lines_of: Found) -> None:
    """The same characters set in rows give level lines."""
    for row in range(16):
        for column in range(20):
            press.character(100 + 31 * column, 200 + 45 * row, 30, seed=40 * column + row)
    lines = lines_of(Lines()(press.sheet))
    assert [False] * 16 == [line.vertical for line in lines]


def test_wide_spaces_of_a_justified_line_do_not_cut_it(press: Any, lines_of: Found) -> None:
    """Where the lines above and below run across, a space of four ems is still a space."""
    printed = press.column(100, 100, 300, 6)
    press.text(100, 100 + 6 * 23, "one", 20)
    press.text(215, 100 + 6 * 23, "by", 20)
    end = press.text(322, 100 + 6 * 23, "people", 20)
    printed.append(Box(100, end.y0, end.x1, end.y1))
    printed += press.column(100, 100 + 7 * 23, 300, 6)
    assert _same(printed, lines_of(Lines()(press.sheet)), slack=12)


def test_a_dash_at_the_end_of_a_justified_line_is_in_its_box(press: Any, lines_of: Found) -> None:
    """The town and the dash after it are one line, however far they are driven apart."""
    press.column(100, 100, 300, 4)
    press.text(100, 100 + 4 * 23, "HALIFAX", 20)
    press.rule(270, 85 + 4 * 23 + 8, 290, 85 + 4 * 23 + 10)
    press.column(100, 100 + 5 * 23, 300, 6)
    fifth = sorted(lines_of(Lines()(press.sheet)), key=lambda line: line.box.y0)[4]
    assert fifth.box.x1 >= 289


def test_short_columns_side_by_side_are_not_merged(press: Any, lines_of: Found) -> None:
    """Three lines make no gutter, but the lines part at one place, and so it is none of words."""
    printed = press.column(100, 100, 300, 3) + press.column(428, 100, 300, 3)
    press.column(100, 300, 628, 12)
    found = [line for line in lines_of(Lines()(press.sheet)) if line.box.y0 < 200]
    assert _same(printed, found)


def test_a_caption_beside_a_full_column_stays_apart(press: Any, lines_of: Found) -> None:
    """A lone line beside the edge of a column does not run into it."""
    printed = press.column(100, 100, 300, 12)
    printed.append(press.text(430, 100 + 5 * 23, "Harbour at dawn", 20))
    assert _same(printed, lines_of(Lines()(press.sheet)))


def test_the_parts_of_a_character_are_one_line(press: Any, lines_of: Found) -> None:
    """Strokes that do not touch, one above the other, belong to the row they stand in."""
    for row in range(12):
        for column in range(16):
            x, y = 100 + 31 * column, 200 + 45 * row
            if (column + row) % 4:
                press.character(x, y, 30, seed=16 * row + column)
            else:
                for level in (0, 10, 20):
                    press.pen.rectangle((x + 2, y + level, x + 24, y + level + 5), fill=20)
    lines = lines_of(Lines()(press.sheet))
    assert 12 == len(lines)
    assert min(line.box.width for line in lines) > 480


def test_a_line_of_one_flat_character_is_found(press: Any, lines_of: Found) -> None:
    """A paragraph that ends in 一。 keeps its last line."""
    for row in range(8):
        for column in range(16):
            press.character(100 + 31 * column, 100 + 45 * row, 30, seed=16 * row + column)
    press.rule(102, 100 + 45 * 8 + 13, 128, 100 + 45 * 8 + 16)
    press.pen.ellipse((134, 480, 142, 488), outline=20, width=2)
    lines = lines_of(Lines()(press.sheet))
    assert 9 == len(lines)
    assert lines[-1].box.contains(Box(102, 473, 140, 487), slack=3)


def test_a_small_kicker_over_a_headline_is_its_own_line(press: Any, lines_of: Found) -> None:
    """Two small characters right over a headline of large ones are no part of it."""
    for column in range(6):
        press.character(100 + 105 * column, 140, 100, seed=column)
    for column in range(2):
        press.character(100 + 26 * column, 104, 24, seed=20 + column)
    for row in range(12):
        for column in range(24):
            press.character(100 + 27 * column, 300 + 36 * row, 25, seed=100 + 30 * row + column)
    head = [line for line in lines_of(Lines()(press.sheet)) if line.box.y0 < 250]
    assert [2, 7] == sorted(round(line.box.width / line.box.height) for line in head)


def test_dirt_at_the_edge_of_the_page_is_not_read(press: Any, lines_of: Found) -> None:
    """Blots that touch the edge of the image, and lone upright strokes, are no lines."""
    press.column(100, 100, 600, 10)
    press.rule(0, 300, 14, 322)
    press.rule(850, 500, 854, 530)
    assert 10 == len(lines_of(Lines()(press.sheet)))


def test_columns_keep_their_first_characters(press: Any, lines_of: Found) -> None:
    """No level line is made of the heads of vertical columns below a headline."""
    for column in range(14):
        for row in range(24):
            press.character(150 + 45 * column, 200 + 31 * row, 30, seed=40 * column + row)
    for column in range(6):
        press.character(200 + 80 * column, 60, 70, seed=column)
    vertical = [line for line in lines_of(Lines()(press.sheet)) if line.vertical]
    assert 14 == sum(line.box.height > 700 for line in vertical)


def test_lines_lie_in_one_provisional_region(press: Any) -> None:
    """All lines are in p0001.r000; rules and pictures keep their places behind it."""
    press.column(100, 100, 330, 30)
    press.rule(440, 80, 442, 800)
    regions = Lines()(Separators()(press.sheet)).page.regions
    assert ["p0001.r000", "p0001.rule001"] == [region.id for region in regions]
    ids = [line.id for line in regions[0].lines]
    assert [f"p0001.l{number:04d}" for number in range(1, 31)] == ids
    assert Role.BODY is regions[0].role


def test_a_page_without_pixels_passes_unchanged(press: Any) -> None:
    """Born-digital and flat pages have their lines already."""
    sheet = Sheet(page=press.sheet.page)
    assert sheet is Lines()(sheet)


@pytest.mark.shared
def test_body_columns_of_a_real_page_are_kept_apart(
    shared: Path, on_bench: Any, lines_of: Found
) -> None:
    """On a page of 1905 the six body columns give their own lines, few of them cut or merged."""
    pixels = np.asarray(Image.open(shared / "pages" / "american-eagle" / "page.jpg"))
    lines = lines_of(Lines()(Pictures()(Separators()(on_bench(pixels)))))
    body = [line for line in lines if 10 <= line.size <= 18 and line.box.width >= 200]
    whole = [line for line in body if line.box.width <= 330]
    assert len(whole) >= 200
    assert len(whole) >= 0.97 * len(body)


def _found(box: Box, count: int) -> tuple[Box, Row, bool]:
    return box, Row(box, box.y0, box.y1, box.height, count, box.area // 4), False


def test_a_blot_over_several_lines_is_none() -> None:
    """Letters that melted together across three lines go; an initial beside them stays."""
    lines = [_found(Box(100, top, 500, top + 20), 30) for top in (100, 130, 160)]
    blot = _found(Box(300, 95, 350, 185), 1)
    initial = _found(Box(40, 98, 96, 182), 1)
    assert [False] * 3 + [True, False] == lying_on_lines([*lines, blot, initial])


def test_single_characters_set_apart_in_a_row_are_no_columns() -> None:
    """Two that stand level, of one size, with nothing under them, stand in a row."""

    def column(box: Box) -> Row:
        turned = Box(box.y0, box.x0, box.y1, box.x1)
        return Row(turned, box.x0, box.x1, box.width, 1, box.area // 3)

    heading = [Box(100, 50, 140, 90), Box(180, 51, 221, 90)]
    body = [Box(100, 160, 122, 500), Box(190, 160, 212, 500)]
    assert heading == stand_in_rows([], [*map(column, heading + body)])
    longer = [*map(column, heading), column(Box(100, 100, 140, 500))]
    assert [] == stand_in_rows([], longer)


def test_words_over_words_are_no_column_if_rows_go_on_beside_them() -> None:
    """Four rows begin where the words end; characters as large as those rows are a column."""

    def column(x0: int, x1: int) -> Row:
        return Row(Box(1504, x0, 1597, x1), x0, x1, 40, 5, 2000)

    rows = [
        Row(Box(x, y, 674, y + 14), y, y + 13, 9, 20, 2000)
        for x, y in ((546, 1504), (539, 1525), (547, 1544), (544, 1563))
    ]
    words, characters = column(496, 543), column(520, 534)
    assert [Box(496, 1504, 543, 1597)] == words_of_rows(rows, [words, characters])
    assert [] == words_of_rows(rows[:1], [words])
