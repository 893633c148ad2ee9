from __future__ import annotations

import pytest

from digitize.model.geometry import Box
from digitize.ocr.engine import Piece
from digitize.ocr.vote import voted


def row(text: str, conf: float) -> list[Piece]:
    """Return the words of a line, ten pixels a character."""
    found, x = [], 0
    for word in text.split(" "):
        found.append(Piece(word, Box(x, 0, x + 10 * len(word), 20), conf))
        x += 10 * len(word) + 10
    return found


def text(pieces: list[Piece]) -> str:
    """Return what they say."""
    return " ".join(piece.text for piece in pieces)


@pytest.mark.parametrize(
    ("first", "second", "conf", "expected"),
    [
        ("daß fie fich", "daß ſie ſich", 0.8, "daß sie sich"),
        ("daß fie fich", "daß ſie ſich", 0.6, "daß fie fich"),
        ("daß fie fich", "daß ſie ſich", 0.3, "daß fie fich"),
        ("Zürih", "Zürich", 0.8, "Zürich"),
        ("Zürih", "Zürich", 0.55, "Zürih"),
        ("Zürich", "Zürich. |", 0.9, "Zürich"),
        ("nach Genf", "na< Genf", 0.9, "nach Genf"),
        ("in derStadt", "in der Stadt", 0.9, "in derStadt"),
    ],
)
def test_the_second_stands_where_it_is_sure(
    first: str, second: str, conf: float, expected: str
) -> None:
    """It mends letters, if hardly less sure, and adds missed ones; marks it alone sees are dirt."""
    assert expected == text(voted(row(first, 0.9), row(second, conf)))


def test_a_line_that_one_could_not_read_is_the_others() -> None:
    """Nothing is lost by voting."""
    assert row("Zürich", 0.6) == voted([], row("Zürich", 0.6))
    assert "Zürich" == text(voted(row("Zürich", 0.9), []))


def test_words_keep_their_places() -> None:
    """Boxes are those of the letters that stand, in the order of the line."""
    boxes = [piece.box for piece in voted(row("daß fie", 0.9), row("daß ſie", 0.8))]
    assert [Box(0, 0, 30, 20), Box(40, 0, 70, 20)] == boxes
