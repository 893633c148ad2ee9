from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digitize.metadata.leafing import leafing, sequence
from digitize.metadata.series import Held
from digitize.model.issue import Issue


def _labels(*labels: str) -> list[tuple[str, str]]:
    return [(f"p{place:04d}", label) for place, label in enumerate(labels, 1) if label]


@pytest.mark.parametrize(
    ("labels", "amiss"),
    [
        (("1", "2", "3", "4"), []),
        (("", "2", "", "4"), []),
        (("A1", "A2", "B1", "B2"), []),
        (("1", "2", "5", "6"), ["2 pages are missing between p0002 (folio 2) and p0003 (folio 5)"]),
        (("1", "2", "8", "4", "5"), ["p0003 has the folio 8"]),
        (("1", "2", "2", "3"), ["p0002 and p0003 have the folio 2"]),
        (("", "3"), []),
        (("", "3", "2", "4"), ["p0002 has the folio 3", "p0003 has the folio 2"]),
    ],
)
def test_folios_count_the_pages(labels: tuple[str, ...], amiss: list[str]) -> None:
    """What the folios skip, double or jump out of is told; a page without one counts along."""
    assert amiss == [detail for _, detail in sequence(_labels(*labels))]


@given(st.integers(1, 40), st.integers(1, 12))
def test_pages_in_order_say_nothing(first: int, count: int) -> None:
    """A run of folios that grow by one is in order, wherever it begins."""
    assert [] == list(sequence(_labels(*map(str, range(first, first + count)))))


def test_pages_announced_and_pages_unread() -> None:
    """Fewer pages than the masthead announces, and pages that failed, are told."""
    held = Held(name="x", issue=Issue(pages="12"), pages=10, failed=1)
    assert [
        ("unread page", "1 of 10 could not be read"),
        ("missing page", "12 pages are announced, 10 are there"),
    ] == list(leafing(held))
