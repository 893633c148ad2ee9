from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from digitize.grammar.radicals import unified


def test_radicals_become_the_characters_they_look_like() -> None:
    """Kangxi radicals and those of the supplement give plain ideographs."""
    assert unified("⼆〇⼀⼋年⼗⽉，⻑者與市⺠") == "二〇一八年十月，長者與市民"


@given(st.text(st.characters(exclude_categories=["Cs"], max_codepoint=0x2E7F)))
def test_other_text_stays_as_it_is(text: str) -> None:
    """No character outside the radicals is touched."""
    assert text == unified(text)
