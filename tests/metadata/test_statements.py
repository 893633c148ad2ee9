from __future__ import annotations

import pytest

from digitize.metadata import statements


@pytest.mark.parametrize(
    ("text", "promo"),
    [
        ("See news updates on www.a.com", True), ("SPECIAL COVERAGE, PAGES 3-6", True),
        ("INSIDE: the weather", True), ("SPORT B4", True), ("詳見A3版", True),
        ("Siehe Seite 3", True),
        ("12 PAGES", False), ("THE DAILY NEWS", False), ("香港版", False), ("Page Four", False),
    ],
)  # fmt: skip
def test_pointers_are_known(text: str, *, promo: bool) -> None:
    """What sends the reader to another page or to the web is a promo; a page count is not."""
    assert promo is bool(statements.PROMO.search(text))


def test_phrases_of_the_past_are_known() -> None:
    """Founding years in several languages are found, a date line is not."""
    past = ["Founded 1881", "SINCE 1881", "Gegründet 1780", "創刊於1925年", "1881, March 3"]
    assert [True, True, True, True, False] == [
        bool(statements.FOUNDED.search(text)) for text in past
    ]
