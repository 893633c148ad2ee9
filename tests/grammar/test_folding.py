from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digitize.grammar.folding import folded


@pytest.mark.parametrize(
    ("text", "searched"),
    [
        ("Congreſs", "congress"),
        ("CAFÉ “Zürich”—Œuvre", 'cafe "zurich"-oeuvre'),
        ("１９２１年　上海", "1921年 上海"),
        ("\uf90a", "金"),
        ("Straße", "strasse"),
        ("ﬁnal  two\nlines", "final two lines"),
        ("が", "が"),
    ],
)
def test_what_looks_the_same_is_found_the_same(text: str, searched: str) -> None:
    """Case, width, accents, ligatures, quotes and blanks do not keep a word from being found."""
    assert searched == folded(text)


@given(st.text(max_size=40))
def test_folding_twice_is_folding_once(text: str) -> None:
    """What is folded stays as it is."""
    assert folded(folded(text)) == folded(text)
