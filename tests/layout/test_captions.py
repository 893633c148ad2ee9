from __future__ import annotations

import pytest

from digitize.layout.captions import under_picture
from digitize.model.geometry import Box

PICTURE = Box(0, 0, 900, 400)


@pytest.mark.parametrize(("gap", "captions"), [(4, True), (40, False)])
def test_a_short_line_at_the_edge_of_a_picture_captions_it_where_it_touches(
    gap: int, captions: bool
) -> None:
    """Flush left under a picture stands its caption, or further down the text of a column."""
    line = Box(2, 400 + gap, 402, 420 + gap)
    assert captions == under_picture(line, 1, 1.0, PICTURE, 20.0)
