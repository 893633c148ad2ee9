from __future__ import annotations

import math
from dataclasses import replace

import pytest

from digitize.model.geometry import Box
from digitize.score.textlines import LineScores, line_scores
from digitize.score.truth import Leaf, Printed, Truth

LEAF = Leaf(file="page-1", width=1000, height=1400)
LEFT = Printed(page=1, item="a1", role="body", text="Divers found", box=Box(100, 200, 400, 230))
BELOW = Printed(page=1, item="a1", role="body", text="three wrecks", box=Box(100, 232, 400, 262))
RIGHT = Printed(page=1, item="a2", role="body", text="Rain floods", box=Box(430, 200, 730, 230))
TRUTH = Truth(lines=(LEFT, BELOW, RIGHT), pages=(LEAF,))


def reading(*boxes: Box, leaf: Leaf = LEAF) -> Truth:
    """Return a reading that found lines in these boxes."""
    lines = tuple(Printed(page=1, item="", role="body", text="x", box=box) for box in boxes)
    return Truth(lines=lines, pages=(leaf,))


def test_the_lines_of_truth_are_right() -> None:
    """Every line of the truth held against itself is found, whole and alone."""
    assert LineScores(true=3, found=3, cut=0, merged=0) == line_scores(TRUTH, TRUTH)


def test_a_line_in_two_pieces_is_cut() -> None:
    """Two boxes side by side over one line cover it, and cut it."""
    pieces = (Box(100, 200, 250, 230), Box(260, 200, 400, 230))
    said = reading(*pieces, BELOW.box, RIGHT.box)
    assert LineScores(true=3, found=3, cut=1, merged=0) == line_scores(TRUTH, said)


def test_a_line_across_a_gutter_is_run_together() -> None:
    """One box over two columns merges both lines."""
    said = reading(Box(100, 200, 730, 230), BELOW.box)
    assert LineScores(true=3, found=3, cut=0, merged=2) == line_scores(TRUTH, said)


def test_two_rows_in_one_box_are_run_together() -> None:
    """A box as high as two rows merges them, whatever column they are of."""
    said = reading(Box(100, 200, 400, 262), RIGHT.box)
    assert LineScores(true=3, found=3, cut=0, merged=2) == line_scores(TRUTH, said)


def test_half_a_line_is_not_found() -> None:
    """What covers half a line does not find it."""
    said = reading(Box(100, 200, 250, 230), BELOW.box, RIGHT.box)
    assert LineScores(true=3, found=2, cut=0, merged=0) == line_scores(TRUTH, said)


def test_the_middles_of_characters_count_where_they_are_known() -> None:
    """The empty end of a line's box may be missed, its characters may not."""
    edges = tuple(100 + 10 * n for n in range(1, 13))  # print ends at 220
    true = Truth(lines=(replace(LEFT, edges=edges),), pages=(LEAF,))
    short, shorter = reading(Box(100, 200, 250, 230)), reading(Box(100, 200, 180, 230))
    found = [line_scores(true, one) for one in (short, shorter)]
    assert [1, 0] == [one.found for one in found if one]


def test_facts_on_one_row_of_furniture_may_be_one_line() -> None:
    """A strip of date and price read as one line, or as two, is right either way."""
    date, price = (replace(line, item="", role="masthead") for line in (LEFT, RIGHT))
    true = Truth(lines=(date, price), pages=(LEAF,))
    whole = line_scores(true, reading(Box(100, 200, 730, 230)))
    torn = line_scores(true, reading(Box(100, 200, 200, 230), Box(220, 200, 400, 230), RIGHT.box))
    assert [(0, 0), (0, 0)] == [(one.cut, one.merged) for one in (whole, torn) if one]


def test_pages_of_another_size_are_compared() -> None:
    """Boxes of a reading at half the resolution are brought to the truth's."""
    half = reading(
        *(Box(*(side // 2 for side in line.box)) for line in TRUTH.lines),
        leaf=replace(LEAF, width=500, height=700),
    )
    assert LineScores(true=3, found=3, cut=0, merged=0) == line_scores(TRUTH, half)


@pytest.mark.parametrize("degrees", [-2.0, 1.5])
def test_lines_of_a_skewed_page_keep_apart(degrees: float) -> None:
    """Boxes around crooked lines overlap their neighbours, and still do not count as them."""
    turn = math.radians(degrees)

    def turned(box: Box) -> Box:
        spots = [
            (
                500 + (x - 500) * math.cos(turn) - (y - 700) * math.sin(turn),
                700 + (x - 500) * math.sin(turn) + (y - 700) * math.cos(turn),
            )
            for x in (box.x0, box.x1)
            for y in (box.y0, box.y1)
        ]
        xs, ys = [round(x) for x, _ in spots], [round(y) for _, y in spots]
        return Box(min(xs), min(ys), max(xs), max(ys))

    rows = tuple(
        Printed(page=1, item="a1", role="body", text="Rain", box=Box(50, y, 950, y + 28))
        for y in range(100, 400, 30)
    )
    crooked = Truth(
        lines=tuple(replace(row, box=turned(row.box)) for row in rows),
        pages=(replace(LEAF, skew=degrees),),
    )
    assert LineScores(true=10, found=10, cut=0, merged=0) == line_scores(crooked, crooked)


def test_without_boxes_nothing_is_said() -> None:
    """Flat text has no lines to judge, and pages counted otherwise cannot be compared."""
    assert line_scores(Truth(), TRUTH) is None
    assert line_scores(TRUTH, replace(TRUTH, pages=(LEAF, LEAF))) is None
