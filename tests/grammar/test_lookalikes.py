from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digitize.grammar.lookalikes import Vocabulary, alike, likes, misread

_WORDS = Vocabulary(["price", "cents", "edition"])


@pytest.mark.parametrize(
    ("seen", "meant"),
    [
        ("FRICE", "PRICE"), ("Pr1ce", "Price"), ("eents", "cents"), ("ed1tiou", "edition"),
        ("price", "price"), ("prize", ""), ("cent", ""), ("xyzzy", ""),
    ],
)  # fmt: skip
def test_one_known_word_is_meant(seen: str, meant: str) -> None:
    """A word but for letters that look alike is read as it, in its own case; else none is."""
    assert meant == _WORDS.meant(seen)


@given(st.characters(), st.characters())
def test_looks_go_both_ways(one: str, two: str) -> None:
    """What one letter is read as is read as it in turn, and every letter is like itself."""
    assert alike(one, two) == alike(two, one)
    assert alike(one, one)


@given(st.text(max_size=12))
def test_a_word_is_not_misread_for_itself(word: str) -> None:
    """The same letters have none taken for others."""
    assert 0 == misread(word, word)


def test_likes_keep_the_case() -> None:
    """A capital is read as a capital."""
    assert all(char.isupper() for char in likes("O"))
    assert "c" in likes("e")
