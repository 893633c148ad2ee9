from __future__ import annotations

import pytest
from wordfreq import get_frequency_dict

from digitize.errors import MissingToolError
from digitize.grammar import wordlists


@pytest.mark.parametrize(("lang", "size"), [("en", "small"), ("fi", "best"), ("de", "best")])
def test_the_lists_say_what_their_own_library_says(lang: str, size: str) -> None:
    """Every word has the share that wordfreq gives it, from the large list where there is one."""
    assert get_frequency_dict(lang, size) == wordlists.shares(lang, size)


def test_a_language_without_a_list_knows_no_words() -> None:
    """Nothing is looked for in the list of a neighbour."""
    assert {} == wordlists.shares("la", "best") == wordlists.shares("", "small")
    assert "la" not in wordlists.languages()
    assert {"en", "zh", "de"} <= wordlists.languages()


def test_traditional_characters_have_simplified_forms() -> None:
    """The lists of Chinese are asked by these."""
    assert "国会" == "國會".translate(wordlists.simplified())


def test_without_the_wheel_it_is_said_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """A missing package is no missing language."""
    monkeypatch.setattr(wordlists, "find_spec", lambda _: None)
    wordlists._folder.cache_clear()
    try:
        with pytest.raises(MissingToolError, match="word lists"):
            wordlists._folder()
    finally:
        wordlists._folder.cache_clear()
