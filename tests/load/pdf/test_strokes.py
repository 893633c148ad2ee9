from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from digitize.load.pdf.strokes import Corners, dotted, is_framed


def dots(count: int, step: float, *, side: float = 1.0) -> list[Corners]:
    """Return square dots in a level row."""
    return [(step * at, 0.0, step * at + side, side) for at in range(count)]


def test_dots_make_a_rule_as_long_as_their_row() -> None:
    """Dots a dot apart are one rule from the first to the last."""
    assert [(0.0, 0.0, 39.0, 1.0)] == list(dotted(dots(20, 2.0)))


def test_few_dots_are_an_ornament() -> None:
    """Three dots, or a row shorter than a word, part nothing."""
    assert [] == list(dotted(dots(3, 2.0)))
    assert [] == list(dotted(dots(8, 2.0)))


def test_dots_of_other_sizes_are_no_row() -> None:
    """Every other dot larger: no row of marks that are alike and near."""
    mixed = [dot for at, dot in enumerate(dots(20, 2.5)) if at % 2]
    large = [dot for at, dot in enumerate(dots(20, 2.5, side=2.0)) if not at % 2]
    assert [] == [rule for rule in dotted([*mixed, *large]) if rule[2] - rule[0] > 60]


@given(st.lists(st.floats(0, 500), min_size=1, max_size=40))
def test_no_rule_reaches_beyond_its_marks(places: list[float]) -> None:
    """Whatever stands where, a rule lies within the box around all marks."""
    marks = [(x, 3.0, x + 4.0, 3.5) for x in places]
    for x0, top, x1, bottom in dotted(marks):
        assert min(places) <= x0 <= x1 <= max(places) + 4.0
        assert (3.0, 3.5) == (top, bottom)


def test_a_path_along_three_sides_is_no_frame() -> None:
    """A frame has four sides."""
    box = (0.0, 0.0, 100.0, 50.0)
    assert is_framed([(0, 0), (100, 0), (100, 50), (0, 50)], box)
    assert not is_framed([(0, 0), (100, 0), (0, 50)], box)
