from __future__ import annotations

import pytest

from digitize.load.pdf.legible import illegible

ENGLISH = (
    "China and Russia have agreed to join hands in building and running a robotic scientific "
    "outpost on the moon or in lunar orbit, according to the national administration. "
) * 2
CHINESE = "本報香港訊昨日下午立法會通過了新的條例各界人士對此表示歡迎中國日報今日報道"


def chars(text: str, font: str = "A") -> list[tuple[str, str]]:
    return [(char, font) for char in text]


@pytest.mark.parametrize("text", [ENGLISH, CHINESE, "", "   ", "7", "Mr BBC NHS", "10.3.2021"])
def test_good_print_is_trusted(text: str):
    """English, Chinese, next to nothing and abbreviations are taken as they are."""
    assert "" == illegible(chars(text))


@pytest.mark.parametrize("bad", ["(cid:17)", "\ufffd", "\ue012", "\x02"])
def test_characters_without_a_value_are_found_out(bad: str):
    """A third of glyph codes, replacement marks, private or control characters is garbage."""
    good = chars(ENGLISH[:100])
    assert "" == illegible([*good, *[(bad, "A")] * 20])
    assert illegible([*good, *[(bad, "A")] * 60])


def test_one_bad_font_is_enough():
    """A font that maps to nothing spoils the page though most of it is in good fonts."""
    bad = [("\ufffd", "Broken")] * 60
    assert "Broken" in illegible([*chars(ENGLISH * 2), *bad])


def test_bullets_in_a_symbol_font_are_no_garbage():
    """A dozen private-use bullets do not make the page unreadable."""
    assert "" == illegible([*chars(ENGLISH), *[("\uf0b7", "Symbol")] * 12])


def test_shifted_letters_are_found_out():
    """Glyph codes read as letters, each shifted by 29, have too few vowels."""
    shifted = "".join(chr(ord(char) - 29) if char.isalpha() else char for char in ENGLISH * 2)
    assert "vowels" in illegible(chars(shifted))


def test_bytes_of_another_script_are_found_out():
    """Chinese bytes read as Latin letters are accents in a row."""
    garbled = (CHINESE * 5).encode("gb18030").decode("latin-1")
    assert illegible(chars(garbled))


def test_han_of_no_charset_is_found_out():
    """Characters that no East Asian national set holds are codes, not print."""
    strange = "".join(chr(0x3400 + 7 * step) for step in range(60))
    assert "national character set" in illegible(chars(strange))
