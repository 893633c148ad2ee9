from __future__ import annotations

import pytest

from digitize.grammar.ordinals import ordinal, summed


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Vingt-troisième", 23), ("SEIZIEME", 16), ("Vingt et unième", 21), ("Première", 1),
        ("quatre-vingt-onzième", 91), ("Cinquième", 5), ("Neuvième", 9), ("soixante-dixième", 70),
        ("Paris Dix-huitième", 18), ("FIFTY-FIRST", 51), ("Twentieth", 20), ("Ninth", 9),
        ("one hundred and third", 103), ("Zweiundvierzigster", 42), ("hundertfünfter", 105),
        ("elephant", None), ("hundred", None), ("", None),
    ],
)  # fmt: skip
def test_ordinals_in_words(text: str, number: int | None) -> None:
    """Ordinals of English, French and German are read; words before them are passed over."""
    assert number == ordinal(text)


def test_sums_in_words() -> None:
    """Sums that a copy cost are read in words of several languages."""
    assert (5, 25, 10, 5, None) == tuple(
        map(summed, ("CINQ", "vingt-cinq", "Zehn", "vijf", "times"))
    )
