from __future__ import annotations

from digitize.layout.page.rules import (
    Rules,
    frames,
    is_astride,
    is_closed,
    open_boxes,
    without_quoted,
)
from digitize.model.geometry import Box

SIZE, AREA = 20.0, 2000 * 2000


def box_of(left: int, top: int, right: int, bottom: int) -> Rules:
    """Return the four rules of a frame."""
    return Rules(
        (Box(left, top, right, top + 2), Box(left, bottom - 2, right, bottom)),
        (Box(left, top, left + 2, bottom), Box(right - 2, top, right, bottom)),
    )


def test_four_rules_make_a_frame() -> None:
    """Rules that meet at four corners close a box."""
    (found,) = frames(box_of(100, 100, 500, 400), SIZE, AREA)
    assert found.contains(Box(110, 110, 480, 380))


def test_a_side_that_ends_short_of_the_corner_closes_nothing() -> None:
    """A column rule under a headline does not make a frame with the rule over the headline."""
    rules = box_of(100, 100, 500, 1100)
    left, right = rules.upright
    short = Rules(rules.across, (left, Box(right.x0, 220, right.x1, right.y1)))
    assert () == frames(short, SIZE, AREA)


def test_the_rows_of_a_ruled_table_are_no_frames() -> None:
    """Rules from side to side inside a closed box part it in rows: the box alone is a frame."""
    box = box_of(100, 100, 500, 400)
    rows = tuple(Box(104, y, 496, y + 2) for y in range(160, 400, 60))
    (found,) = frames(Rules((*box.across, *rows), box.upright), SIZE, AREA)
    assert found.contains(Box(110, 110, 480, 380))


def test_a_box_is_closed_where_its_sides_end_at_the_corners() -> None:
    """The rules of columns run on over and under what they stand beside."""
    box = box_of(100, 100, 500, 400)
    assert is_closed(Box(100, 100, 500, 400), box, SIZE)
    longer = Rules(box.across, tuple(Box(one.x0, 100, one.x1, 900) for one in box.upright))
    assert not is_closed(Box(100, 100, 500, 400), longer, SIZE)


def test_a_column_between_rules_that_run_on_is_no_closed_box() -> None:
    """A rule over several columns, and one under them, do not box the column between two others."""
    box = box_of(100, 100, 500, 400)
    longer = Rules(tuple(Box(0, one.y0, 900, one.y1) for one in box.across), box.upright)
    assert not is_closed(Box(100, 100, 500, 400), longer, SIZE)


def test_a_rule_that_is_broken_over_a_column_runs_on_all_the_same() -> None:
    """Its longer piece begins over the column; the other comes from the column before."""
    box = box_of(100, 100, 500, 400)
    over = Box(0, 100, 480, 102), Box(485, 100, 900, 102)
    under = Box(0, 398, 180, 400), Box(190, 398, 900, 400)
    assert not is_closed(Box(100, 100, 500, 400), Rules((*over, *under), box.upright), SIZE)


def test_two_level_rules_alike_hold_what_stands_between() -> None:
    """Rules over and under a quote begin and end alike; other rules hold nothing."""
    quote = Rules((Box(100, 100, 300, 102), Box(100, 200, 300, 202)), ())
    other = Rules((Box(100, 100, 300, 102), Box(0, 200, 300, 202)), ())
    assert (Box(100, 100, 300, 202),) == open_boxes(quote, SIZE)
    assert () == open_boxes(other, SIZE)


def test_a_rule_stands_over_or_under_what_it_runs_along() -> None:
    """Near and long enough, a rule belongs to a box; one over and one under enclose it."""
    over, under = Box(100, 90, 300, 92), Box(100, 130, 220, 132)
    rules, box = Rules((over, under), ()), Box(110, 100, 290, 120)
    assert (over,) == rules.over(box, 10, 0.9)
    assert (under,) == rules.under(box, 10, 0.5)
    assert () == rules.under(box, 10, 0.9)
    assert () == rules.over(box, 5, 0.9)
    assert rules.enclose(box, 10, 0.5)
    assert not rules.enclose(box, 10, 0.9)


def test_hairlines_that_stand_close_are_rows_as_well() -> None:
    """Rules as long as each other, little more than a line apart, part a table and no frames."""
    box = box_of(100, 100, 500, 400)
    rows = tuple(Box(118, y, 482, y + 3) for y in (200, 228, 256, 284, 312, 340, 368, 386))
    found = frames(Rules((*box.across, *rows), box.upright), SIZE, AREA)
    assert all(one.height > 250 for one in found)


def test_a_stray_stroke_over_a_frame_lifts_no_side_of_it() -> None:
    """A side lies where the longest of its rules does, not at a scratch through the row above."""
    box = box_of(100, 100, 500, 500)
    left, right = box.upright
    upright = (left, Box(right.x0, 125, right.x1, right.y1), Box(600, 0, 602, 900))
    scratched = (Box(300, 60, 420, 62), *box.across)
    found = frames(Rules(box.across, upright), SIZE, AREA)
    assert found == frames(Rules(scratched, upright), SIZE, AREA)


def test_rules_finer_than_the_sides_part_no_box() -> None:
    """Where hairlines are found here and there, what they part is a table, whatever its rows."""
    across = (Box(100, 100, 500, 106), Box(100, 594, 500, 600))
    upright = (Box(100, 100, 106, 600), Box(494, 100, 500, 600))
    fine = tuple(Box(104, y, 496, y + 2) for y in (250, 400, 450))
    thick = tuple(Box(104, y, 496, y + 6) for y in (250, 400, 450))
    (found,) = frames(Rules((*across, *fine), upright), SIZE, AREA)
    assert found.contains(Box(120, 120, 480, 580))
    assert len(frames(Rules((*across, *thick), upright), SIZE, AREA)) >= 3


def test_a_rule_over_two_halves_of_columns_is_astride() -> None:
    """What runs out over one side of a column and ends within it parts nothing of the column."""
    column = Box(100, 0, 400, 900)
    assert is_astride(Box(280, 500, 620, 503), column, SIZE)
    assert not is_astride(Box(200, 500, 300, 503), column, SIZE)  # a dash in its middle
    assert not is_astride(Box(100, 500, 720, 503), column, SIZE)  # over two columns
    assert not is_astride(Box(110, 500, 440, 503), column, SIZE)  # over most of it


def test_a_rule_beside_the_side_of_a_frame_leaves_it_closed() -> None:
    """A column rule that runs on right beside a box is none of its sides."""
    box = box_of(100, 100, 500, 400)
    both = Rules(box.across, (*box.upright, Box(509, 40, 511, 900)))
    (found,) = frames(both, SIZE, AREA)
    assert is_closed(found, both, SIZE)


def test_the_rules_of_a_quote_are_the_two_alike_around_it() -> None:
    """A pair right over and under a quote is left out; the rule over its whole story stays."""
    story = Box(100, 60, 900, 62)
    quote = Rules((story, Box(100, 100, 300, 102), Box(100, 200, 300, 202)), ())
    assert (story,) == without_quoted(quote, [Box(120, 115, 280, 185)], SIZE).across
    assert quote == without_quoted(quote, [Box(120, 300, 280, 370)], SIZE)
