from __future__ import annotations

import pytest

from digitize.layout.flat.forms import (
    heads_weather,
    is_index,
    is_table,
    is_weather,
    opens_letter,
    points_inside,
    tells_terms,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("INSIDE: Sports B1 | Weather A8", True),
        ("Index: Business C1, Classified D3, Editorials A10", True),
        ("Ann Landers B7 Comics B6  Deaths A9", False),
        ("Heute: Sport S. 12 | Wetter S. 24", True),
        ("今日要目　文化 第六版　體育 第八版", True),
        ("Comics C4, Crossword C5, Deaths B2", True),
        ("Inside the palace 15 men waited", False),
        ("Heute um 15 Uhr", False),
        ("MONDAY, OCTOBER 2, 1989", False),
        ("Rovers 2, Albion 1, City 3", False),
    ],
)
def test_an_index_lists_pages(text: str, *, expected: bool) -> None:
    """An index names things and the pages they are on; results and dates do not."""
    assert expected == is_index(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cinq centimes le numéro", True),
        ("Le numéro : 5 centimes", True),
        ("$1.50 a Year.", True),
        ("定價每份港幣二角", True),
        ("Abonnement vierteljährlich 4 Mark.", True),
        ("Tickets cost 5 cents", False),
        ("The numbers are read once a year", False),
    ],
)
def test_terms_of_sale_need_money_and_a_copy(text: str, *, expected: bool) -> None:
    """A price is one of the paper where a word for copy or term stands by it."""
    assert expected == tells_terms(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("今日天氣：多雲，間中有陽光", True),
        ("Weather: fair and cold", True),
        ("Whether it rains", False),
        ("The weather is not to blame", False),
    ],
)
def test_weather_names_itself(text: str, *, expected: bool) -> None:
    """A line is weather by its first word and what it tells."""
    assert expected == heads_weather(text)


def test_weather_is_known_by_two_signs() -> None:
    """Two words of weather make an ear, one does not."""
    assert is_weather("Sunny, high 74. Details, B8")
    assert not is_weather("Snow falls on Broadway")


def test_letters_greet_their_editor() -> None:
    """The greeting is set off; a sentence about a sir is none."""
    assert opens_letter("Sir,—I was sorry to read")
    assert opens_letter("To the Editor of The Times")
    assert not opens_letter("Sir John rose at ten")


def test_rows_with_figures_at_the_end_are_a_table() -> None:
    """Three short rows that end in figures are a table, prose with a year is none."""
    assert is_table(["Rovers 2  Albion 1", "City 0  United 0", "Town 1  Rangers 1"])
    assert not is_table(
        ["He was born in the spring of", "the year 1821, and died before", "he had reached 30"]
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("SPORTS: Giants rally past Dodgers / D1", True),
        ("Lottery numbers ..... B2", True),
        ("Boeing orders 50 of its new A320", False),
        ("Talks / no end in sight", False),
    ],
)
def test_a_pointer_ends_in_a_page_set_apart(text: str, *, expected: bool) -> None:
    """A page after a stroke or dots sends the reader inside; a number in a sentence does not."""
    assert expected == points_inside(text)
