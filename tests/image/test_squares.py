from __future__ import annotations

from digitize.image.row import Row
from digitize.image.squares import with_squares
from digitize.model.geometry import Box

HOST = Row(Box(400, 100, 1200, 230), 100.0, 230.0, 125.0, 6, 40_000)


def _part(x0: int, y0: int, x1: int, y1: int, count: int = 2) -> Row:
    return Row(Box(x0, y0, x1, y1), float(y0), float(y1), float(y1 - y0), count, 2_000)


PARTS = [_part(255, 100, 380, 144), _part(260, 148, 372, 180, 1), _part(257, 184, 380, 229, 3)]


def test_a_character_in_parts_joins_the_row_of_large_ones() -> None:
    """Short rows that fill a square beside a large row, and as high, are a character of it."""
    (whole,) = with_squares([HOST, *PARTS], 20.0)
    assert whole.box == Box(255, 100, 1200, 230)
    assert whole.rise == HOST.rise


def test_a_second_character_follows_the_first() -> None:
    """The row goes on from the character that has joined it."""
    more = [_part(110, 100, 235, 160), _part(112, 165, 236, 228)]
    (whole,) = with_squares([*more, *PARTS, HOST], 20.0)
    assert whole.box == Box(110, 100, 1200, 230)


def test_lines_beside_a_headline_stay_lines() -> None:
    """Rows longer than a square, or of many letters, are text beside the large row."""
    long = [_part(100, 100, 380, 144), _part(100, 150, 380, 180)]
    many = [_part(255, 100, 380, 144, 9), _part(255, 150, 380, 190, 8)]
    assert len(with_squares([HOST, *long], 20.0)) == 3
    assert len(with_squares([HOST, *many], 20.0)) == 3


def test_one_low_row_beside_a_headline_is_no_character() -> None:
    """A character that is one row needs no help; a dash or a short word is none."""
    assert len(with_squares([HOST, PARTS[1]], 20.0)) == 2


def test_parts_of_body_type_are_left() -> None:
    """Characters of the text are put together from their glyphs, not from rows."""
    assert len(with_squares([HOST, *PARTS], 60.0)) == 4


def test_words_of_text_beside_a_headline_are_no_parts() -> None:
    """Short words that end beside a headline fill a square too, with letters too narrow for it."""
    words = [
        _part(300, 100, 380, 130, 4),
        _part(330, 140, 380, 170, 3),
        _part(310, 180, 380, 210, 4),
    ]
    assert len(with_squares([HOST, *words], 20.0)) == 4
