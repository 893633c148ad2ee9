from __future__ import annotations

import numpy as np
import pytest

from digitize.ocr.level import levelled
from digitize.stage import Pixels


def line(slope: float, neighbours: bool = True) -> Pixels:
    """Return a crop of stripes 10 high that fall by `slope`, with feet of the line above."""
    crop = np.full((60, 600), 255, np.uint8)
    for x in range(5, 595, 8):
        y = round(25 + slope * (x - 300))
        crop[y : y + 10, x : x + 4] = 0
        if neighbours:
            crop[max(0, y - 24) : max(0, y - 16), x : x + 3] = 0
    return crop


@pytest.mark.parametrize("slope", [-0.02, 0.0, 0.015])
def test_a_line_is_set_level_and_cut_out(slope: float) -> None:
    """Its rows are full again, and of the line above nothing is left."""
    made = levelled(line(slope))
    rows = np.flatnonzero((made < 128).sum(axis=1) > 100)
    assert 600 == made.shape[1]
    assert 24 <= made.shape[0] <= 30
    assert 9 <= np.ptp(rows) + 1 <= 12
    assert not (made[:2] < 128).any()


def test_blank_paper_stays_blank() -> None:
    """A crop without ink is given back."""
    blank = np.full((30, 200), 250, np.uint8)
    assert (blank == levelled(blank)).all()
