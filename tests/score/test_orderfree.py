from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from digitize.score.orderfree import OrderFree, order_free

LINES = (
    "The Harbour Board has approved a plan for the breakwater.",
    "Rain flooded two streets in Sandgate early on Monday.",
    "Exporters of porcelain expect a quiet month.",
    "古蹟信託會昨晚公布計劃草案顯示開支較去年上升百分之三十八",
)


@given(st.permutations(LINES))
def test_order_does_not_matter(lines: list[str]) -> None:
    """All lines read rightly in any order are read rightly."""
    found = order_free("\n".join(LINES), "\n".join(lines))
    assert (1.0, 0) == (found.accuracy, found.invented)


def test_lines_of_two_columns_read_across_still_count() -> None:
    """A reading that jumps between columns at every line has read the characters all the same."""
    rng = random.Random(3)  # noqa: S311 - no secrets
    left, right = (["".join(rng.choices("abcdefghij ", k=30)) for _ in range(12)] for _ in "ab")
    across = "\n".join(f"{one} {other}" for one, other in zip(left, right, strict=True))
    assert order_free(" ".join(left + right), across).accuracy > 0.9


def test_lost_text_is_an_error_and_invented_text_is_told() -> None:
    """A line not read costs its characters; text that matches nothing is counted apart."""
    found = order_free("\n".join(LINES[:2]), LINES[0] + "\nzzzzzzzzzz")
    assert OrderFree(length=93, errors=45, invented=10) == found


def test_wrong_characters_are_counted_one_by_one() -> None:
    """Two letters misread in a line are two errors."""
    assert 2 == order_free(LINES[0], LINES[0].replace("Harbour", "Harhowr")).errors


def test_nothing_to_read_is_read() -> None:
    """An empty page is read whole."""
    assert 1.0 == order_free("", "").accuracy
