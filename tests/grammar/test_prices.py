from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digitize.grammar.prices import find_prices

_ROWS = [
    tuple(row.split("\t"))
    for row in Path(__file__).with_name("prices.tsv").read_text("utf-8").splitlines()
    if row and not row.startswith("#")
]


@pytest.mark.parametrize(
    ("text", "amount", "code", "printed"), _ROWS, ids=[row[0] for row in _ROWS]
)
def test_a_printed_price_is_read(text: str, amount: str, code: str, printed: str) -> None:
    """Every form gives its amount in the main unit, and a currency only if the print names it."""
    expected = [] if amount == "-" else [(float(amount), None if code == "-" else code, printed)]
    assert expected == [(one.amount, one.currency, one.printed) for one in find_prices(text)]


def test_the_table_is_large() -> None:
    """The table holds at least 40 printed forms."""
    assert len(_ROWS) >= 40


def test_several_prices_are_found_in_order() -> None:
    """A line may print the price in two moneys."""
    found = find_prices("HK$10 / US$1.30 / RMB 8")
    assert [("HKD", 10.0), ("USD", 1.3), ("CNY", 8.0)] == [
        (one.currency, one.amount) for one in found
    ]


@given(st.text(alphabet="HK$ 10.5,£€¥cents6d元角港幣五", max_size=30))
def test_places_are_places_in_the_text(text: str) -> None:
    """What is given as printed stands where it says, and prices do not overlap."""
    found = find_prices(text)
    assert [text[one.start : one.end] for one in found] == [one.printed for one in found]
    assert all(one.end <= two.start for one, two in pairwise(found))
