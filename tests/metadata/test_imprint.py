from __future__ import annotations

import pytest

from digitize.metadata.imprint import editions, first, place_of, urls
from digitize.model.page import Role
from tests.metadata.build import lines


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("ST. LOUIS, SUNDAY, DEC. 17, 1905", "St. Louis"),
        ("NO. 3. SOUTH BEND, INDIANA, FRIDAY, JANUARY 12, 1923", "South Bend, Indiana"),
        ("HONG KONG Wednesday March 10 2021", "Hong Kong"), ("香港 2021年3月10日", "香港"),
        ("SAN FRANCISCO CAL., FRIDAY, MAY 2, 1902", "San Francisco, Cal."),
        ("San Francisco,Cal., Friday, May 2, 1902", "San Francisco, Cal."),
        ("Son Francisco, Cal., Friday, May 2, 1902", "San Francisco, Cal."),
        ("Zürich, Montag", "Zürich"), ("March 10, 2021 | Singapore", "Singapore"),
        ("Printed daily. LOWELL, MONDAY, MARCH 8, 2021", "Lowell"),
        ("PRICE TWO CENTS, MONDAY, MARCH 8, 2021", None),
        ("THE DAILY STAR, MONDAY, MARCH 8, 2021", None),
    ],
)  # fmt: skip
def test_the_place_stands_before_the_date(text: str, place: str | None) -> None:
    """A place is known, or stands with its comma before the day; a name or price is none."""
    found = place_of(lines(text), ["l0"], frozenset())
    assert place == (found.value if found else None)


def test_the_imprint_names_the_place() -> None:
    """The imprint tells where, when the date line does not."""
    found = place_of(lines("Published weekly at Lowell, Mass."), [], frozenset())
    assert "Lowell, Mass." == (found.value if found else None)


def test_editions_of_two_scripts_are_one_edition() -> None:
    """A place alone is the edition when the other script says it is; else it is none."""
    pair = [said.value for said in editions(lines("香港版", "HONG KONG"), (), "Han")]
    assert (["香港版", "Hong Kong"], ()) == (pair, editions(lines("HONG KONG"), (), "Latn"))


def test_a_fact_in_the_head_goes_before_one_in_an_ear() -> None:
    """What an ear says counts only when the head is silent."""
    head = (*lines("No. 7", role=Role.EAR), *lines("No. 12"))
    found = first("number", head)
    assert "12" == (found.value if found else None)


def test_addresses_are_given_once() -> None:
    """An address printed twice is one address, as printed first."""
    assert ["WWW.A.COM", "b.org"] == [
        said.value for said in urls(lines("WWW.A.COM", "b.org www.a.com"))
    ]


def test_a_place_that_may_be_misread_is_not_sure() -> None:
    """A rare word one letter off a common one, or initials of no state, may be another place."""
    for text, sure in (
        ("MANILA, PHILIPPINES, SUNDAY, MARCH 17, 1912", True),
        ("MANILA PHILIPPINES, SUNDAY, MARCH 17, 1912", False),
        ("MAHILA, PHILIPPINES, SUNDAY, MARCH 17, 1912", False),
        ("NEW YORK, N. Y., SUNDAY, MARCH 17, 1912", True),
        ("NEW YORK, H. Y., SUNDAY, MARCH 17, 1912", False),
    ):
        said = place_of(lines(text), ["l0"], frozenset())
        assert said is not None
        assert sure == (said.conf >= 0.5), text


def test_an_address_with_print_clinging_to_it_is_not_sure() -> None:
    """What stands before it without a space was a part of it: "www.529|news.example"."""
    (torn,), (whole,) = urls(lines("www.529|news.example")), urls(lines("網址：news.example"))
    assert torn.conf < 0.5 <= whole.conf
