from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digitize.metadata.spelling import spelled


@pytest.mark.parametrize(
    ("seen", "meant"),
    [
        ("FRICE ONE CFNT", "PRICE ONE CENT"), ("67. Jahrgarg", "67. Jahrgang"),
        ("Le nnméro : 10 eentimes", "Le numéro : 10 centimes"),
        ("PRIDAY, MAY 7, 1915", "FRIDAY, MAY 7, 1915"), ("Firal Edition", "Final Edition"),
        ("THE SUN", "THE SUN"), ("Fire in the mill", "Fire in the mill"), ("", ""),
    ],
)  # fmt: skip
def test_set_words_are_read_through_damage(seen: str, meant: str) -> None:
    """Only the set words of mastheads, and only where letters look alike."""
    assert meant == spelled(seen)


@given(st.text(max_size=60))
def test_places_stay(text: str) -> None:
    """Whatever is read, every character keeps its place."""
    assert len(text) == len(spelled(text))
