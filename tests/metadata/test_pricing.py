from __future__ import annotations

from dataclasses import replace

import pytest

from digitize.metadata.pricing import copy_price
from digitize.model.page import Role
from tests.metadata.build import lines


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("PRICE FIVE CENTS. PER YEAR $1.00", 0.05), ("$1.00 PER YEAR. PRICE FIVE CENTS", 0.05),
        ("$2 a year in advance; single copies 3 cents", 0.03), ("PER YEAR $1.00", None),
        ("3 cents a copy, 50 cents a month", 0.03), ("Abonnement: jährlich Fr. 12", None),
        ("33. Jahr   1,70 €", 1.7), ("Jahrgang 152   1,20 DM", 1.2),
        ("Anzeigen ausländischen Ursprungs 75 Rp.", None),
        ("HK $10", 10.0), ("全年港幣一百元 零售每份港幣十元", 10.0), ("", None),
    ],
)  # fmt: skip
def test_a_subscription_is_not_the_price_of_a_copy(text: str, amount: float | None) -> None:
    """What one copy costs is taken, what a year costs is not."""
    found = copy_price(lines(text), (), None)
    assert amount == (found.price.amount if found else None)


def test_of_two_moneys_that_of_the_country_is_taken() -> None:
    """Of equal prices the one in the paper's own money counts, else the first."""
    both = lines("US$1.30 / HK$10")
    assert ["HKD", "USD"] == [
        found.price.currency
        for found in (copy_price(both, ("HK",), 2021), copy_price(both, (), 2021))
        if found
    ]


def test_a_prize_is_not_a_price() -> None:
    """Money named in a promo does not count, nor in a section label that names no price."""
    label = Role.SECTION_LABEL
    assert copy_price(lines("Bargains at $5", role=label), (), None) is None
    assert copy_price(lines("PRICE 10 CENTS", role=label), (), None) is not None
    assert copy_price(lines("Win $500", role=Role.PROMO), (), None) is None


def test_terms_under_a_heading_are_no_price_of_a_copy() -> None:
    """What stands under "Insertionsgebühr:" is what advertisers paid; so is a table of terms."""
    under = replace(lines("Insertionsgebühr:", "15 Rappen.")[1], region="r0")
    assert None is copy_price((lines("Insertionsgebühr:")[0], under), ("CH",), 1862)
    assert None is copy_price(lines("ins Haus gebracht Fr. 2.60 6.80 12.50"), ("CH",), 1922)
