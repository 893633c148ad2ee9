from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from digitize.image.deskew import Deskew, find_skew, turned
from digitize.model.geometry import IDENTITY, Box


@pytest.fixture
def upright(press: Any) -> Any:
    """Return a page of two columns under a headline."""
    press.text(150, 120, "A Headline Stands Here", 54)
    press.column(100, 220, 330, 36)
    press.column(470, 220, 330, 36)
    return press


@pytest.mark.parametrize("angle", [-4.0, -1.3, 0.7, 2.5])
def test_skew_is_found_to_a_twentieth_of_a_degree(upright: Any, angle: float) -> None:
    """A page turned on purpose is measured exactly."""
    skewed, _ = turned(upright.pixels, -angle)
    assert angle == pytest.approx(find_skew(skewed, 5.0), abs=0.05)


def test_a_turned_page_knows_its_way_home(upright: Any, on_bench: Any) -> None:
    """What is found on the upright page maps back to where it lay in the scan."""
    skewed, _ = turned(upright.pixels, -2.0)
    after = Deskew()(on_bench(skewed))
    assert after.pixels is not None
    ink = np.argwhere(after.pixels[:, : after.pixels.shape[1] // 2] < 80)
    y, x = (int(value) for value in ink[0])
    box = after.frame.box(Box(x - 2, y - 2, x + 3, y + 3))
    assert skewed[box.y0 : box.y1, box.x0 : box.x1].min() < 80
    assert after.note.startswith("turned by")


def test_a_small_skew_is_left(upright: Any) -> None:
    """An upright page is not resampled."""
    after = Deskew()(upright.sheet)
    assert IDENTITY == after.frame
    assert after.pixels is not None
    assert np.array_equal(upright.pixels, after.pixels)


def test_no_skew_beyond_the_limit_is_claimed(upright: Any) -> None:
    """The largest angle is a limit, not a guess."""
    skewed, _ = turned(upright.pixels, -3.0)
    assert abs(find_skew(skewed, 1.0)) <= 1.0


def test_a_blank_page_has_no_skew() -> None:
    """Without print there is nothing to measure."""
    assert 0.0 == find_skew(np.full((600, 400), 255, np.uint8), 5.0)
