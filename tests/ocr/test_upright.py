from __future__ import annotations

import pytest

from digitize.model.geometry import Box
from digitize.model.page import Line
from digitize.ocr.engine import Piece
from digitize.ocr.upright import doubtful, voted

LINE = Line(id="p0001.l0001", box=Box(0, 0, 20, 200), vertical=True)


def down(*parts: tuple[str, int, int, float]) -> list[Piece]:
    """Return pieces of a column: text, top, bottom, confidence."""
    return [Piece(text, Box(0, top, 20, bottom), conf) for text, top, bottom, conf in parts]


def text(pieces: list[Piece]) -> str:
    """Return what they say."""
    return "".join(piece.text for piece in pieces)


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (down(("香", 0, 20, 0.99), ("港", 21, 41, 0.98)), False),
        (down(("香", 0, 20, 0.99), ("港", 21, 41, 0.5)), True),
        (down(("香", 0, 20, 0.99), ("港", 21, 52, 0.98)), True),
        (down(("香", 0, 20, 0.99), ("港", 40, 60, 0.98)), True),
        (down(("二", 0, 12, 0.99), ("港", 32, 52, 0.98)), False),
        (down(("1939", 0, 44, 0.99)), False),
        (down(("香", 0, 20, 0.99), ("，", 21, 31, 0.5)), False),
        (down(("，", 21, 31, 0.99)), True),
        ([], True),
    ],
)
def test_a_column_is_in_doubt(found: list[Piece], expected: bool) -> None:
    """When one reads nothing, a faint character, one as high as two, or white in place of one."""
    assert expected is doubtful(LINE, found)


def test_the_surer_reading_stands_where_two_differ() -> None:
    """A comma that the first passed over comes from the second, the figures from the first."""
    first = down(("香", 0, 34, 0.99), ("港", 42, 62, 0.6), ("1939", 64, 104, 0.98))
    second = down(
        ("香", 0, 20, 0.97), ("，", 25, 34, 0.9), ("澳", 42, 62, 0.8), ("け", 64, 84, 0.4),
        ("に", 84, 104, 0.3),
    )  # fmt: skip
    assert "香，澳1939" == text(voted(LINE, first, second))


def test_what_one_reading_has_alone_must_be_sure() -> None:
    """A blot that only one of them took for a character is left out."""
    first = down(("香", 0, 20, 0.99))
    assert "香" == text(voted(LINE, first, down(("一", 40, 44, 0.5))))
    assert "香一" == text(voted(LINE, first, down(("一", 40, 44, 0.9))))
    assert "香" == text(voted(LINE, first, []))


def test_a_mark_seen_twice_stands_once() -> None:
    """Where the two readings place one comma apart, it is not doubled."""
    first = down(("香", 0, 20, 0.99), ("，", 22, 26, 0.95), ("港", 42, 62, 0.99))
    second = down(("吞", 0, 20, 0.5), ("，", 34, 38, 0.95), ("港", 42, 62, 0.99))
    assert "香，港" == text(voted(LINE, first, second))
    narrow = down(("吞", 0, 20, 0.5), (",", 34, 38, 0.95), ("港", 42, 62, 0.99))
    assert "香，港" == text(voted(LINE, first, narrow))


def test_a_mark_stands_as_it_was_seen_on_its_side() -> None:
    """Cut out, a blurred comma looks like a point, or like nothing; a faint one gives way."""
    first = down(("香", 0, 20, 0.99), ("，", 22, 30, 0.5), ("港", 42, 62, 0.99))
    for point in ([(".", 22, 30, 0.99)], [("、", 22, 30, 0.8)], []):
        second = down(("香", 0, 20, 0.99), *point, ("港", 42, 62, 0.99))
        assert "香，港" == text(voted(LINE, first, second))
    faint = [first[0], *down(("，", 22, 30, 0.2)), first[2]]
    surer = down(("香", 0, 20, 0.99), ("、", 22, 30, 0.8), ("港", 42, 62, 0.99))
    assert "香、港" == text(voted(LINE, faint, surer))
    assert "香港" == text(voted(LINE, faint, []))


def test_a_column_may_hold_nothing_that_is_sure() -> None:
    """Where neither reading is sure of anything, nothing stands."""
    assert [] == voted(LINE, [], [])
    assert [] == voted(LINE, down(("香", 0, 20, 0.4)), [])
