from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digitize.score.order import contiguity, successor_accuracy

STORIES = ("abcd", "efg", "h")


@given(st.permutations(STORIES))
def test_stories_may_come_in_any_order(stories: list[str]) -> None:
    """The order of stories on a page is nobody's business."""
    order = "".join(stories)
    assert (1.0, 1.0) == (successor_accuracy(STORIES, order), contiguity(STORIES, order))


@pytest.mark.parametrize(
    ("order", "successors", "runs"),
    [
        ("aebfcgdh", 0.0, 0.0),  # line by line across two columns
        ("abefgcdh", 4 / 5, 1 / 2),  # a story put into the middle of another
        ("bacdefgh", 3 / 5, 1.0),  # two lines swapped
    ],
)
def test_order_within_stories_is_judged(order: str, successors: float, runs: float) -> None:
    """Steps that the prediction does not take, and stories that it breaks, lower the score."""
    assert (successors, runs) == (successor_accuracy(STORIES, order), contiguity(STORIES, order))


def test_what_was_not_found_is_left_out() -> None:
    """A line that was lost breaks no order: its neighbours follow each other."""
    assert (1.0, 1.0) == (successor_accuracy(["abc"], "ac"), contiguity(["abc"], "ac"))


def test_foreign_items_are_left_out() -> None:
    """What is in no story does not stand between two items."""
    assert 1.0 == successor_accuracy(["ab"], "axb")


def test_nothing_to_order_is_in_order() -> None:
    """Without two items in a story nothing can be wrong."""
    assert (1.0, 1.0) == (successor_accuracy(["a", "b"], "ba"), contiguity([], ""))


def test_where_nothing_was_found_nothing_is_in_order() -> None:
    """An unreadable page earns no marks for its order."""
    assert (0.0, 0.0) == (successor_accuracy(STORIES, "xyz"), contiguity(STORIES, ""))
