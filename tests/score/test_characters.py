from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from digitize.score.characters import cer, cer_unspaced, normal, wer


@given(st.text())
def test_a_text_read_as_it_stands_has_no_errors(text: str) -> None:
    """Truth against itself scores nought in every measure."""
    assert (0.0, 0.0, 0.0) == (cer(text, text), cer_unspaced(text, text), wer(text, text))


def test_cer_counts_each_character_read_wrongly() -> None:
    """One letter in ten misread is a tenth."""
    assert 0.1 == cer("newspapers", "newspapars")


def test_cer_passes_one_when_more_is_invented_than_there_was() -> None:
    """Invented text is not capped."""
    assert 2.0 == cer("ab", "abcdef")


def test_composed_and_decomposed_letters_are_the_same() -> None:
    """The accent of é may be a character of its own."""
    assert 0.0 == cer("caf\u00e9", "cafe\u0301")


def test_line_breaks_count_as_spaces() -> None:
    """How lines fall is no matter of characters."""
    assert "one two" == normal(" one\n\n two ")


def test_spaces_between_han_do_not_count_without_spaces() -> None:
    """A space between each two Han characters is four errors or none, as one asks."""
    truth, reading = "海港時報社", "海 港 時 報 社"
    assert (0.8, 0.0) == (cer(truth, reading), cer_unspaced(truth, reading))


def test_wer_counts_words() -> None:
    """A word lost and a word misread are two of four."""
    assert 0.5 == wer("the tide was out", "the tlde out")


def test_reading_something_where_nothing_stands_is_all_wrong() -> None:
    """An empty truth allows only an empty reading."""
    assert (1.0, 0.0) == (cer("", "x"), cer("", ""))
