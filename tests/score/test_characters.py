from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from digitize.score.characters import cer, cer_unspaced, normal, wer


@given(st.text())
def test_a_text_read_as_it_stands_has_no_errors(text: str) -> None:
    """Truth against itself scores nought in every measure."""
    same = [(text, text)]
    assert (0.0, 0.0, 0.0) == (cer(same), cer_unspaced(same), wer(same))


def test_cer_counts_each_character_read_wrongly() -> None:
    """One letter in ten misread is a tenth."""
    assert 0.1 == cer([("newspapers", "newspapars")])


def test_a_story_loses_at_most_its_length() -> None:
    """One story replaced by another of any length is lost, and costs the others nothing."""
    assert 0.5 == cer([("tide", "wholly another story"), ("boat", "boat")])


def test_composed_and_decomposed_letters_are_the_same() -> None:
    """The accent of é may be a character of its own."""
    assert 0.0 == cer([("caf\u00e9", "cafe\u0301")])


def test_line_breaks_count_as_spaces() -> None:
    """How lines fall is no matter of characters."""
    assert "one two" == normal(" one\n\n two ")


def test_spaces_between_han_do_not_count_without_spaces() -> None:
    """A space between each two Han characters is four errors or none, as one asks."""
    told = [("海港時報社", "海 港 時 報 社")]
    assert (0.8, 0.0) == (cer(told), cer_unspaced(told))


def test_wer_counts_words() -> None:
    """A word lost and a word misread are two of four."""
    assert 0.5 == wer([("the tide was out", "the tlde out")])


def test_where_nothing_stood_there_is_no_error_to_make() -> None:
    """The rates are of what stood there; what was invented is told by another figure."""
    assert (0.0, 0.0) == (cer([("", "x")]), wer([]))
