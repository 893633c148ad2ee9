from __future__ import annotations

import pytest

from digitize.metadata.signs import by_address, by_date, by_headers, by_size, nearly


@pytest.mark.parametrize(
    ("domains", "weight"),
    [
        (("eveningcomet",), 3.0), (("theeveningcomet",), 3.0), (("eveningcornet",), 0.0),
        (("eveningcomel",), 2.0), (("eveningcometnews",), 1.5), (("tec",), 1.5), ((), 0.0),
    ],
)  # fmt: skip
def test_an_address_speaks_for_a_name(domains: tuple[str, ...], weight: float) -> None:
    """The same letters most, then nearly the same, then a part of them or the initials."""
    assert weight == by_address("The Evening Comet", domains)


def test_letters_that_look_alike_are_nearly_the_same() -> None:
    """One in six may be another of its look; none that looks different."""
    assert (True, False) == (nearly("denvcrstar", "denverstar"), nearly("denvxrstar", "denverstar"))


def test_other_pages_repeat_the_name() -> None:
    """A damaged folio speaks for it too; two letters alone say nothing."""
    assert (2.0, 0.0) == (
        by_headers("The Evening Comet", ("2theeveninqcomet",)), by_headers("The", ("thetimes",)),
    )  # fmt: skip


def test_the_larger_and_the_nearer_weigh_more() -> None:
    """Type is weighed against the head's largest, place by lines from the date."""
    assert by_size(100, 100, 10) > by_size(60, 100, 10) > by_size(20, 100, 10)
    assert [0.25, 0.5, 0.25, 0.0] == [by_date((place,), [3]) for place in (3, 2, 1, 0)]
