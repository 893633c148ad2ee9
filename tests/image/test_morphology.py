from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from digitize.image.morphology import closed, grown, opened, turned_over

SIDES = st.integers(1, 9)


@given(SIDES, SIDES)
def test_what_is_broad_stays_where_it_is(width: int, height: int) -> None:
    """Neither filling gaps nor taking off thin strokes shifts ink, whatever the box's sides are."""
    mask = np.zeros((60, 60), np.uint8)
    mask[20:40, 15:45] = 255
    assert (closed(mask, width, height) == mask).all()
    assert (opened(mask, width, height) == mask).all()


def test_a_gap_is_filled_by_a_larger_box_alone() -> None:
    """A gap as wide as the box stays open, and a stroke thinner than the box goes."""
    mask = np.zeros((20, 40), np.uint8)
    mask[8:12, 5:15] = mask[8:12, 19:30] = 255
    assert 0 == closed(mask, 4, 1)[10, 16]
    assert 255 == closed(mask, 6, 1)[10, 16]
    assert not opened(mask, 1, 5).any()
    assert opened(mask, 1, 4).any()


def test_a_page_is_turned_over_its_diagonal() -> None:
    """What was grown to the side is grown downwards."""
    mask = np.zeros((9, 15), np.uint8)
    mask[4, 7] = 255
    assert (turned_over(grown(mask, 5, 1)) == grown(turned_over(mask), 1, 5)).all()
