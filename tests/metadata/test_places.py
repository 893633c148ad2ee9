from __future__ import annotations

import pytest

from digitize.metadata.places import country, currency, is_abbreviated, is_place


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("HONG KONG", "HK"), ("香港版", "HK"), ("Springfield, Ill.", "US"), ("St. Louis", ""),
        ("Washington, D. C.", "US"), ("Zürich", "CH"), ("美東版", "US"), ("London", "GB"),
        ("London and Paris", ""), ("The Times of India", "IN"), ("Parisian", ""), ("", ""),
    ],
)  # fmt: skip
def test_a_place_points_to_a_country(text: str, code: str) -> None:
    """One known place tells the country; an American city alone, or two countries, tell none."""
    assert code == country(text)


def test_a_place_is_a_place_and_nothing_more() -> None:
    """A city, or any town with a state, is a place; words around it make it none."""
    places = ("HONG KONG", "香港", "Springfield, Ill.", "Hong Kong Edition", "St. Louis")
    assert [True, True, True, False, False] == [is_place(text) for text in places]


def test_a_state_cut_short_keeps_its_point() -> None:
    """A state of a few letters is cut short, a whole one is not."""
    assert (True, False) == (is_abbreviated("A, Ill"), is_abbreviated("A, Illinois"))


@pytest.mark.parametrize(
    ("unit", "countries", "year", "code"),
    [
        ("$", ["HK"], 2021, "HKD"), ("$", [], 2021, None), ("$", ["CN", "HK"], 2021, "HKD"),
        ("yuan", ["TW"], 2021, "TWD"), ("mark", ["DE"], 1933, None), ("mark", ["DE"], 1970, "DEM"),
        ("mark", ["DE"], 2005, None),
        ("franc", ["CH"], 1922, "CHF"), ("coin", ["CN"], 1939, None), ("$", ["US"], None, "USD"),
    ],
)  # fmt: skip
def test_a_unit_becomes_a_currency_by_country_and_year(
    unit: str, countries: list[str], year: int | None, code: str | None
) -> None:
    """The first country with money of that name decides, in years it was money."""
    assert code == currency(unit, countries, year)
