from __future__ import annotations

import pytest

from digitize.load.text.plausible import latin, wide


def test_letters_of_no_language_speak_against_an_encoding():
    """French read as Central European has letters that no language there has together."""
    data = "très été à Genève où".encode("cp1252")
    assert 1.0 == latin(data.decode("cp1252"), "cp1252")
    assert 0.9 > latin(data.decode("cp1250"), "cp1250")


def test_capitals_inside_words_speak_against_an_encoding():
    """An accent that becomes a capital inside a word tells that the encoding is wrong."""
    data = "été".encode("mac_roman")
    assert latin(data.decode("cp1252"), "cp1252") < latin(data.decode("mac_roman"), "mac_roman")


@pytest.mark.parametrize("wrong", ["gb18030", "cp932", "euc_jp"])
def test_rare_characters_speak_against_a_wide_encoding(wrong: str):
    """Big5 read as another wide encoding falls on rare characters and broken bytes."""
    data = "本報香港訊昨日下午立法會通過".encode("big5")
    assert 1.0 == wide(data.decode("big5hkscs"), "big5hkscs")
    assert 0.8 > wide(data.decode(wrong, "replace"), wrong)


def test_lone_wide_characters_among_latin_are_none():
    """An accented letter that swallows its neighbour is not Chinese."""
    data = "Bürger für Zürich".encode("cp1252")
    assert 0.5 > wide(data.decode("gb18030", "replace"), "gb18030")
