from __future__ import annotations

import pytest

from digitize.model.geometry import Box
from digitize.ocr.engine import Piece
from digitize.ocr.texture import texture

BLANK: list[Piece] = []


def line(text: str, conf: float) -> list[Piece]:
    """Return what was read of one line."""
    return [Piece(text, Box(0, 0, 10, 10), conf)]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ([line("b", 0.97), line("60", 0.8), BLANK, BLANK], True),
        ([line("0.0.0.", 0.7), BLANK], True),
        ([line("Page 4", 0.95), BLANK, BLANK, BLANK], False),
        ([line("香港", 0.95), BLANK], False),
        ([line("4", 0.99)], False),
        ([line("4", 0.99), line("b", 0.9), BLANK], False),
        ([BLANK, BLANK], False),
    ],
)
def test_a_page_shows_nothing_but_texture(lines: list[list[Piece]], expected: bool) -> None:
    """Where as many lines are blank as read, and none of those read has four sure letters."""
    assert expected is texture(lines)
