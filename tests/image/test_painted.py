from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from digitize.image.painted import painted, scaled, window
from digitize.model.geometry import Box, Point
from digitize.model.page import Page, Region, Role, Scan
from digitize.stage import Ink


@given(
    st.integers(0, 500), st.integers(0, 500), st.integers(1, 90), st.sampled_from([0.5, 1.0, 2.0])
)
def test_a_box_there_and_back_still_holds_itself(x: int, y: int, size: int, step: float) -> None:
    """Rounding goes outwards, so that no ink is lost on the way."""
    box = Box(x, y, x + size, y + size)
    rows, columns = window(box, step)
    back = scaled(Box(columns.start, rows.start, columns.stop, rows.stop), step)
    assert back.contains(box)
    assert box.contains(back, slack=2)


def test_an_outline_is_painted_before_a_box() -> None:
    """Of a region with an outline only the outline counts; other roles are left out."""
    blank = np.zeros((50, 50), np.uint8)
    ink = Ink(blank, blank, 2.0, 8.0, np.zeros((1, 5), np.int32))
    corner = (Point(0, 0), Point(90, 0), Point(0, 90))
    page = Page(
        id="p0001",
        number=1,
        scan=Scan(path="x", width=100, height=100),
        regions=(
            Region(id="a", box=Box(0, 0, 90, 90), role=Role.PICTURE, outline=corner),
            Region(id="b", box=Box(0, 0, 100, 100), role=Role.SEPARATOR),
        ),
    )
    mask = painted(page, Role.PICTURE, ink)
    assert (255, 0) == (mask[5, 5], mask[40, 40])
