from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digitize.load.naming import ID_BYTES, ID_CHARS, natural, slug


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("China Daily 2021_03_10", "China-Daily-2021-03-10"),
        ("晶報 一九三九", "晶報-一九三九"),
        ("cafe\u0301", "café"),
        ("../..", "untitled"),
    ],
)
def test_slugs_keep_letters_of_any_script(name: str, expected: str):
    """Letters and digits stay, in NFC; all else is one hyphen."""
    assert expected == slug(name)


@given(st.text())
def test_every_slug_is_a_safe_name(name: str):
    """Whatever the name, its slug is short, not empty, in NFC and holds no separator."""
    made = slug(name)
    assert 0 < len(made) <= ID_CHARS
    assert len(made.encode()) <= ID_BYTES
    assert not set(made) & set("/\\.:\0 \n")
    assert slug(made) == made


@given(st.lists(st.text(max_size=8), unique=True))
def test_natural_order_does_not_lean_on_the_order_given(names: list[str]):
    """Any names have one natural order, whatever order they come in."""
    backwards = names[::-1]
    assert sorted(names, key=natural) == sorted(backwards, key=natural)


def test_natural_order_sees_through_unicode_forms():
    """A name composed and one decomposed stand side by side."""
    names = ["é10", unicodedata.normalize("NFD", "é2"), "é1"]
    assert ["é1", unicodedata.normalize("NFD", "é2"), "é10"] == sorted(names, key=natural)
