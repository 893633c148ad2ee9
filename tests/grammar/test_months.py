from __future__ import annotations

import pytest

from digitize.grammar.months import month, weekday


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("March", 3), ("MARHC", 3), ("Dec.", 12), ("Ju1y", 7), ("0ctober", 10), ("märz", 3),
        ("Marz", 3),
        ("août", 8), ("Heumonat", 7), ("setembro", 9), ("grudnia", 12), ("мая", 5),
        ("Marchioness", None),
        ("Dezbr", 12), ("Novbr.", 11), ("Jan'y", 1), ("NOVEIVIBER", 11), ("Dezbx", None),
        ("today", None), ("the", None), ("", None),
    ],
)  # fmt: skip
def test_months_are_known_in_many_languages(word: str, number: int | None) -> None:
    """A month is known by name, short name or a little damage; another word is none."""
    assert number == month(word)


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("WEDNSDAY", "Wednesday"), ("Sonnabend", "Saturday"), ("mercredi", "Wednesday"),
        ("Sat", "Saturday"),
        ("Thurs.", "Thursday"), ("quarta-feira", "Wednesday"), ("Tursday", None), ("day", None),
    ],
)  # fmt: skip
def test_weekdays_are_known_in_many_languages(word: str, name: str | None) -> None:
    """A weekday is given in English; a word as near to two weekdays is none."""
    assert name == weekday(word)
