from __future__ import annotations

from datetime import date, timedelta

from digitize.metadata.numbers import counted, strays
from digitize.metadata.series import Held
from digitize.model.issue import Issue


def _run(numbers: list[int], *, first: str = "1900-01-01") -> list[Held]:
    begun = date.fromisoformat(first)
    return [
        _held(str(place), (begun + timedelta(days=place)).isoformat(), number)
        for place, number in enumerate(numbers)
    ]


def _held(name: str, day: str, number: int) -> Held:
    return Held(name=name, issue=Issue(date=day, number=str(number)), pages=1)


def test_a_number_misread_stands_beside_its_neighbours() -> None:
    """One that is out of the row is told, with those to either side."""
    assert {"4": "number 805 stands beside 4 and 6"} == {
        name: one.told for name, one in strays(_run([1, 2, 3, 4, 805, 6, 7, 8])).items()
    }


def test_a_year_misread_is_found_by_its_number() -> None:
    """The issue kept under another year fills the hole that it left."""
    run = [one for one in _run(list(range(1, 31))) if one.number != 12]
    strayed = _held("x", "1890-01-12", 12)
    found = strays([strayed, *run])
    assert {"x": ("1900-01-11", "1900-01-13")} == {name: one.belongs for name, one in found.items()}


def test_a_count_that_begins_anew_is_followed() -> None:
    """Numbers that start from one with each volume are all in their rows."""
    assert {} == strays(_run([*range(1, 20), *range(1, 20)]))


def test_numbers_without_order_say_nothing() -> None:
    """Where numbers do not follow each other, none is out of place."""
    run = _run([5, 90, 3, 41, 8, 77, 2])
    assert (False, {}) == (counted(run), strays(run))
