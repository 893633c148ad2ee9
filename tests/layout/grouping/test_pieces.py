from __future__ import annotations

from digitize.layout.grouping.pieces import piece
from digitize.model.geometry import Box
from digitize.model.page import Line, Word


def _line(size: float) -> Line:
    small = [
        Word(id=f"w{at}", text="words", box=Box(50 * at, 10, 50 * at + 40, 30)) for at in range(5)
    ]
    large = Word(id="w9", text="Springs", box=Box(300, 0, 440, 33))
    return Line(id="l1", box=Box(0, 0, 440, 33), words=(*small, large), size=size)


def test_large_type_beside_a_line_has_its_own_size() -> None:
    """A headline's row that was taken for the end of a line of text is measured by its words."""
    line = _line(24.0)
    assert 38 < piece(line, line.words[5:], first=False).size < 42
    assert piece(line, line.words[:5], first=True).size == 24.0


def test_text_beside_large_type_has_its_own_size() -> None:
    """Where the larger type was measured, the smaller one is smaller by its words."""
    line = _line(40.0)
    assert piece(line, line.words[5:], first=False).size == 40.0
    assert 23 < piece(line, line.words[:5], first=True).size < 25
