from __future__ import annotations

from digitize.metadata.words import commonness, roughly


def test_common_words_are_common_in_their_language() -> None:
    """A word is common where it is spoken, and unknown in a language without a list."""
    assert commonness("harbour", "en") > 3 > commonness("hafen", "en")
    assert (0.0, 0.0) == (commonness("harbour", "tlh"), commonness("xqzzv", "en"))


def test_a_compound_is_as_common_as_its_rarest_part() -> None:
    """Hyphen and apostrophe part words that the list has only singly."""
    assert commonness("dispatch", "en") == commonness("news-dispatch", "en")


def test_the_small_list_knows_common_words_only() -> None:
    """The small list tells frequent words and passes over the rest."""
    assert roughly("zeitung", "de") > 3
    assert roughly("heraldry", "en") == 0.0 < commonness("heraldry", "en")
