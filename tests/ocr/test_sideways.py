from __future__ import annotations

import numpy as np

from digitize.model.geometry import Box
from digitize.ocr.ink import Mask
from digitize.ocr.sideways import between, lying

WIDTH = 24


def column(*heights: tuple[int, int, int]) -> Mask:
    """Return a column of blots: each left edge, right edge and height, two white rows between."""
    ink = np.zeros((sum(height + 2 for *_, height in heights), WIDTH), bool)
    y = 0
    for x0, x1, height in heights:
        ink[y : y + height, x0:x1] = True
        y += height + 2
    return ink


def test_figures_that_lie_in_a_column_are_found() -> None:
    """Four blots of one width, lower than a character, are a year on its side."""
    ink = column((0, 24, 22), (4, 21, 12), (4, 21, 11), (4, 21, 6), (4, 21, 12), (0, 24, 22))
    assert [Box(0, 24, WIDTH, 71)] == lying(ink, WIDTH)


def test_parts_of_characters_are_no_figures() -> None:
    """A lower part wider than the upper, thin strokes, and whole characters stay upright."""
    assert [] == lying(column((5, 19, 10), (2, 22, 11)), WIDTH)
    assert [] == lying(column((4, 20, 2), (3, 21, 2), (0, 24, 3)), WIDTH)
    assert [] == lying(column((1, 23, 22), (1, 23, 22)), WIDTH)


def test_what_lies_between_the_stretches_is_the_rest() -> None:
    """Stretches and rest make up the whole column."""
    rest = between([Box(0, 10, WIDTH, 30), Box(0, 50, WIDTH, 80)], (80, WIDTH))
    assert [Box(0, 0, WIDTH, 10), Box(0, 30, WIDTH, 50)] == rest
