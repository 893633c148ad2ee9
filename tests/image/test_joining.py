from __future__ import annotations

import numpy as np
import pytest

from digitize.image.joining import GUTTER, RULE, join_rows, middle_of
from digitize.image.row import Row, merged
from digitize.model.geometry import Box


def row(x0: int, x1: int, base: int, rise: int = 14, count: int = 8) -> Row:
    """Return a row of print that stands at `base`."""
    return Row(Box(x0, base - rise, x1, base), base - rise, base, 10.0, count, 500)


def blocked(value: int = 0) -> np.ndarray[tuple[int, int], np.dtype[np.uint8]]:
    """Return what bars the way: a strip between the columns 200 and 210."""
    mask = np.zeros((400, 600), np.uint8)
    mask[:, 200:210] = value
    return mask


def test_a_rule_is_never_crossed_and_a_gutter_only_on_proof() -> None:
    """With several lines running across, what looked like a gutter is a word space."""
    pieces = [row(100, 196, 200), row(212, 300, 200)]
    across = [row(100, 300, base) for base in (150, 175, 225, 250)]
    assert 6 == len(join_rows(pieces + across, blocked(RULE), 10))
    assert 5 == len(join_rows(pieces + across, blocked(GUTTER), 10))
    assert 2 == len(join_rows(pieces, blocked(GUTTER), 10))


def test_a_headline_does_not_run_across_the_gutter_below_it() -> None:
    """Two headlines side by side stay two where columns part below their gap."""
    pieces = [row(100, 180, 100, rise=40), row(230, 300, 100, rise=40)]
    mask = np.zeros((400, 600), np.uint8)
    mask[110:, 200:210] = GUTTER
    assert 2 == len(join_rows(pieces, mask, 10))


def test_a_word_without_risers_does_not_lower_its_line() -> None:
    """The higher piece tells how high a line is, the longer one where it stands."""
    whole = merged(row(100, 200, 100), row(210, 240, 100, rise=9, count=4))
    assert (14, 100) == (whole.rise, whole.base)
    assert 100 == merged(row(100, 200, 100), row(210, 240, 104, count=4)).base


def test_a_justified_line_is_whole_where_lines_of_its_column_bound_it() -> None:
    """Spaces that stand under each other are no gutter between whole lines above and below."""
    spaced = [row(*ends, base) for base in (150, 175, 200) for ends in ((100, 196), (214, 300))]
    whole = [row(100, 300, base) for base in (100, 125, 225, 250)]
    assert 7 == len(join_rows(spaced + whole, blocked(GUTTER), 10))
    columns = [row(*ends, 150 + 25 * n) for n in range(12) for ends in ((100, 196), (214, 300))]
    assert 24 + 2 == len(join_rows(columns + whole[:2], blocked(GUTTER), 10))


def test_a_head_beside_a_much_larger_one_stays_apart() -> None:
    """Two heads of unlike size that do not stand level are two lines, however near they are."""
    heads = [row(100, 196, 130, rise=30), row(220, 400, 150, rise=62)]
    assert 2 == len(join_rows(heads, blocked(), 40))


@pytest.mark.parametrize("top", [-30, 8, 30])
def test_a_row_cut_by_the_edge_is_looked_at_within_the_page(top: int) -> None:
    """Letters are taken to stand beyond the edge that cuts them; the mask ends there."""
    blocked = np.zeros((20, 40), np.uint8)
    assert 40 == len(middle_of(Row(Box(0, 0, 20, 20), top, top + 10, 8.0, 4, 50), blocked))


def test_a_headline_beside_a_column_is_no_part_of_its_line() -> None:
    """Type half as large again stands further from the end of a full line than its words do."""
    text = Row(Box(100, 91, 200, 100), 91, 100, 9.0, 20, 500)
    word = row(212, 300, 100, rise=20, count=6)
    assert 2 == len(join_rows([text, word], blocked(), 10))
    assert 1 == len(join_rows([text, row(212, 300, 100, rise=10, count=6)], blocked(), 10))


def test_pieces_that_lie_on_one_band_are_one_however_far_they_overlap() -> None:
    """Parts of large characters link past each other to two chains over the same place."""
    chains = [row(100, 400, 200, rise=40), row(300, 560, 200, rise=40)]
    assert 1 == len(join_rows(chains, blocked(), 10))
