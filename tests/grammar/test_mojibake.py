from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digitize.grammar.mojibake import unmixed

TEXTS = ["“lunar”", "café", "£10", "新聞紙", "Ça—là", "naïve", "€5", "l’été", "München"]


@pytest.mark.parametrize("text", TEXTS)
def test_what_was_mixed_up_once_comes_back(text: str) -> None:
    """UTF-8 read as Windows-1252, as Latin-1 where that has no letter, is read as it was."""
    mixed = "".join(
        bytes([byte]).decode("cp1252") if byte not in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else chr(byte)
        for byte in text.encode()
    )
    assert mixed != text
    assert text == unmixed(mixed)


def test_a_closing_quote_may_have_lost_its_last_byte() -> None:
    """Windows-1252 has no character for it, so some programs left it out."""
    assert "“will be paid”, he said" == unmixed("â€œwill be paidâ€, he said")


@pytest.mark.parametrize(
    "text", ["SÃO PAULO", "Ærø", "à côté", "£10", "“so”", "—", "Ã©Ã", "Zürich", "Ruß¬", "«LIBERTÉ»"]
)
def test_what_was_meant_stays(text: str) -> None:
    """Accents, quotes and pounds that somebody wrote are no mix-up."""
    assert text == unmixed(text)


@given(st.text())
def test_doing_it_twice_adds_no_strange_character(text: str) -> None:
    """Nothing unprintable comes out that did not go in."""
    assert {char for char in unmixed(text) if not char.isprintable()} <= set(text)
