from __future__ import annotations

from digitize.layout.page.rules import Rules
from digitize.layout.page.spans import Sight, spans
from digitize.model.geometry import Box

SIZE = 20.0
HEAD = Box(0, 0, 450, 50)
COLUMNS = [Box(340 * at, 80, 340 * at + 300, 600) for at in range(3)]
OPEN = Rules((), ())


def span(heads: list[Box], texts: list[Box], rules: Rules = OPEN) -> Box:
    """Return how far the first of `heads` reaches."""
    return spans(Sight(heads, texts, (), rules, SIZE))[0]


def test_a_headline_reaches_over_the_columns_beside_its_words() -> None:
    """White at its height and text without a headline of its own belong to it."""
    assert Box(0, 0, 980, 50) == span([HEAD], COLUMNS)


def test_a_headline_ends_where_the_next_one_begins() -> None:
    """The column under another headline is not its own."""
    assert Box(0, 0, 640, 50) == span([HEAD, Box(680, 0, 980, 50)], COLUMNS)


def test_a_headline_does_not_reach_over_a_printed_rule() -> None:
    """An upright rule at its height stops it."""
    assert Box(0, 0, 640, 50) == span([HEAD], COLUMNS, Rules((), (Box(660, 0, 662, 600),)))


def test_text_that_runs_past_a_headline_is_not_its_own() -> None:
    """A column that begins above the headline and goes on beside it stays outside."""
    past = Box(680, -300, 980, 600)
    assert Box(0, 0, 640, 50) == span([HEAD], [*COLUMNS[:2], past])


def test_a_headline_flush_with_its_column_leaves_what_is_left_of_it_to_its_neighbour() -> None:
    """The white between two headlines belongs to the left one where the right one is flush."""
    right = Box(680, 0, 900, 50)
    assert right.x0 == span([right, Box(0, 0, 200, 50)], COLUMNS).x0


def test_a_centred_headline_reaches_as_far_to_both_sides() -> None:
    """What stands further to one side belongs to the headline there."""
    columns = [Box(340 * at, 80, 340 * at + 300, 600) for at in range(4)]
    centred = Box(930, 0, 1070, 50)
    assert Box(680, 0, 1320, 50) == span([centred, Box(0, 0, 200, 50)], columns)
