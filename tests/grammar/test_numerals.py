from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digitize.grammar.numerals import digits, fold, german_ordinal, han, number, roman, worded


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("一九三九", 1939), ("三千七百九十七", 3797), ("廿八", 28), ("卅一", 31), ("二十四", 24),
        ("十", 10), ("一百一十", 110), ("〇", 0), ("二〇二一", 2021), ("一萬六千五百", 16500),
        ("元", 1), ("abc", None), ("", None), ("兩", 2), ("一千零五", 1005),
    ],
)  # fmt: skip
def test_chinese_numbers_count_by_places_and_by_units(text: str, value: int | None) -> None:
    """Figures in a row are places; with units they are added up; other characters are none."""
    assert value == han(text)


@given(st.integers(min_value=1, max_value=3999))
def test_roman_numbers_come_back(value: int) -> None:
    """Any number written in the usual Roman form is read as itself."""
    signs = [(1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L")]
    signs += [(40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]
    text, rest = "", value
    for worth, sign in signs:
        text, rest = text + sign * (rest // worth), rest % worth
    assert value == roman(text)


@pytest.mark.parametrize("text", ["", "ABC", "IXI", "VOL"])
def test_what_is_no_roman_number_is_none(text: str) -> None:
    """Letters in another order are no number."""
    assert roman(text) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [("1 9 0 5", 1905), ("19O5", 1905), ("l7", 17), ("4,811", 4811), ("１２", 12), ("x", None)],
)
def test_damaged_digits_are_read(text: str, value: int | None) -> None:
    """Spaces, thousands marks, and the letters that stand for 1 and 0 are allowed, no others."""
    assert value == digits(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [("five", 5), ("Twenty-five", 25), ("TWENTY FIVE", 25), ("five five", None), ("cents", None)],
)
def test_numbers_in_words(text: str, value: int | None) -> None:
    """English words up to ninety-nine are numbers."""
    assert value == worded(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Zweiundvierzigster", 42), ("erster", 1), ("dritter", 3), ("siebenter", 7),
        ("zwanzigster", 20), ("hundertster", 100), ("hundertfünfter", 105),
        ("zweihundertdreiundzwanzigster", 223), ("letzter", None), ("und", None),
    ],
)  # fmt: skip
def test_german_ordinals(text: str, value: int | None) -> None:
    """Years of a German paper are counted in words."""
    assert value == german_ordinal(text)


@given(st.text(max_size=50))
def test_folding_keeps_every_place(text: str) -> None:
    """Full-width forms become ASCII one for one, so that no place in the text moves."""
    assert len(text) == len(fold(text))


def test_any_kind_of_number_is_read() -> None:
    """Arabic, Chinese and worded numbers all are numbers."""
    assert (12, 12, 12, None) == (number("12"), number("十二"), number("twelve"), number("dozen"))
