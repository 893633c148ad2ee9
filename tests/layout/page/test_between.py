from __future__ import annotations

from digitize.layout.page.between import one_size
from digitize.layout.page.rules import Rules
from digitize.model.geometry import Box
from digitize.model.page import Line, Word

RULES = Rules((Box(100, 95, 400, 97), Box(100, 255, 400, 257)), ())


def _rows(*sizes: float, step: int = 50) -> list[Line]:
    return [
        Line(
            id=f"l{at}",
            box=Box(120, 105 + step * at, 380, 135 + step * at),
            words=(Word(id=f"w{at}", text="words"),),
            size=size,
        )
        for at, size in enumerate(sizes)
    ]


def test_rows_of_a_quote_are_of_one_size() -> None:
    """Large rows, evenly leaded between two rules, are of one size, whatever their ink measures."""
    assert [line.size for line in one_size(_rows(38.0, 29.0, 36.0), RULES, 20.0)] == [36.0] * 3


def test_rows_of_other_leading_keep_their_sizes() -> None:
    """A deck stands further from its headline than its rows do from each other."""
    rows = [*_rows(38.0, 36.0, step=30), _rows(28.0)[0]]
    rows[2] = Line(id="l2", box=Box(120, 225, 380, 250), size=28.0)
    assert [line.size for line in one_size(rows, RULES, 20.0)] == [38.0, 36.0, 28.0]


def test_level_rows_over_upright_text_keep_their_sizes() -> None:
    """In a box of upright text they are its headline and a deck, and no quote."""
    rows = _rows(40.0, 36.0)
    text = Line(id="l9", box=Box(200, 210, 220, 250), size=20.0, vertical=True)
    assert [line.size for line in one_size([*rows, text], RULES, 20.0)] == [40.0, 36.0, 20.0]


def test_body_type_between_rules_keeps_its_size() -> None:
    """Text and tables between rules are measured line by line."""
    assert [line.size for line in one_size(_rows(21.0, 19.0, 20.0), RULES, 20.0)] == [21, 19, 20]


def test_rows_elsewhere_keep_their_sizes() -> None:
    """Without rules over and under them nothing says that rows are of one size."""
    assert [line.size for line in one_size(_rows(38.0, 29.0), Rules((), ()), 20.0)] == [38.0, 29.0]
