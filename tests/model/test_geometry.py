from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from digitize.model.geometry import IDENTITY, NOWHERE, Box, Frame, union

SMALL = st.floats(-3, 3)
FRAMES = st.builds(Frame, SMALL, SMALL, SMALL, SMALL, SMALL, SMALL)


def test_a_box_knows_its_measures() -> None:
    """Width, height, area and centre follow from the four edges."""
    box = Box(10, 20, 40, 30)
    assert (30, 10, 300, (25, 25)) == (box.width, box.height, box.area, box.center)


def test_overlap_is_negative_across_a_gap() -> None:
    """Boxes side by side overlap by minus the gap between them."""
    assert -5 == Box(0, 0, 10, 10).overlap_x(Box(15, 0, 20, 10))


def test_union_leaves_out_what_is_nowhere() -> None:
    """A box that is nowhere does not pull the union to the corner."""
    assert Box(5, 5, 9, 9) == union([NOWHERE, Box(5, 5, 7, 7), Box(6, 6, 9, 9)])


def test_the_identity_changes_no_box() -> None:
    """A page that was not turned keeps its boxes to the pixel."""
    assert Box(1, 2, 3, 4) == IDENTITY.box(Box(1, 2, 3, 4))


def test_a_quarter_turn_maps_a_box_exactly() -> None:
    """Turning by 90 degrees needs no rounding."""
    turned = Frame(0, 1, -1, 0, 100, 0)
    assert Box(70, 10, 90, 40) == turned.box(Box(10, 10, 40, 30))


@given(FRAMES, FRAMES, st.floats(-9, 9), st.floats(-9, 9))
def test_after_is_one_frame_and_then_the_other(
    outer: Frame, inner: Frame, x: float, y: float
) -> None:
    """`outer.after(inner)` maps a spot as `inner` first and `outer` then would."""
    one = outer.after(inner).spot(x, y)
    two = outer.spot(*inner.spot(x, y))
    assert all(abs(a - b) < 1e-6 for a, b in zip(one, two, strict=True))
