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


def test_the_place_of_an_imprint_ends_where_it_tells_how_often() -> None:
    """In capitals, too, the frequency and the publisher are no part of the name of the town."""
    found = statement("PRINTED AND PUBLISHED AT KATOOMBA EVERY FRIDAY MORNING.")
    assert {"place": "KATOOMBA", "frequency": "EVERY FRIDAY"} == found
    assert "ALBANY" == statement("PUBLISHED AT ALBANY DAILY BY JOHN SMITH")["place"]


def statement(text: str) -> dict[str, str]:
    """Return what the named phrases find in a line."""
    hits = [(kind, form.search(text)) for kind, form in statements.NAMED]
    return {kind: hit["name"] for kind, hit in hits if hit}
