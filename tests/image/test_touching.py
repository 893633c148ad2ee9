"""Glyphs that touch two rows, shared out between them."""

from __future__ import annotations

import numpy as np
import pytest

from digitize.image.glyphs import find_glyphs
from digitize.image.joining import GUTTER, RULE
from digitize.image.row import Row
from digitize.image.touching import share_out
from digitize.model.geometry import Box


@pytest.mark.parametrize(("bar", "ends"), [(0, 150), (GUTTER, 150), (RULE, 100)])
def test_no_row_reaches_over_a_rule(bar: int, ends: int) -> None:
    """What touches two rows is cut between them, unless a rule stands before it."""
    mask = np.zeros((100, 200), np.uint8)
    mask[10:60, 120:150] = 255
    rows = [Row(Box(0, y, 100, y + 20), y, y + 20, 20.0, 5, 500) for y in (10, 40)]
    glyphs, labels = find_glyphs(mask)
    blocked = np.zeros_like(mask)
    blocked[:, 110] = bar
    shared, alone = share_out(rows, glyphs, np.array([True]), labels, blocked)
    assert [ends, ends] == [row.box.x1 for row in shared]
    assert ([0] if bar == RULE else []) == alone
