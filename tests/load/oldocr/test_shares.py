from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from digitize.load.oldocr.shares import placed, rows
from digitize.model.geometry import NOWHERE, Box

WORDS = st.lists(st.text("abc", min_size=1, max_size=5), min_size=1, max_size=6)


@given(WORDS, st.booleans())
def test_words_share_their_line_without_overlap(words: list[str], vertical: bool) -> None:
    """Whatever the words, each has a part of the line, in order, the whole line long."""
    box = Box(10, 10, 510, 510)
    found = list(placed(words, box, vertical=vertical))
    assert words == [word for word, _ in found]
    starts = [(where.y0, where.y1) if vertical else (where.x0, where.x1) for _, where in found]
    assert (10, 510) == (starts[0][0], starts[-1][1])
    assert sorted(at for pair in starts for at in pair) == [at for pair in starts for at in pair]


def test_what_has_no_place_gives_none() -> None:
    """Parts of nowhere are nowhere."""
    assert [("a", NOWHERE)] == list(placed(["a"], NOWHERE, vertical=False))
    assert [("a", NOWHERE)] == list(rows("a\n\n", NOWHERE))


def test_lines_share_the_height_of_their_region() -> None:
    """Two lines take half of it each; empty ones take none."""
    assert [("a", Box(0, 0, 9, 5)), ("b", Box(0, 5, 9, 10))] == list(
        rows("a\n\nb", Box(0, 0, 9, 10))
    )
