from __future__ import annotations

import pytest

from digitize.grammar.filed import days


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("star-1905-12-17", ["1905-12-17"]),
        ("1905_12_17_p01.jpg", ["1905-12-17"]),
        ("1905121702.tif", ["1905-12-17"]),
        ("1905-12-17_scan2011-03-01", ["1905-12-17", "2011-03-01"]),
        ("1905-13-17", []),
        ("11905121", []),
        ("19051217123", []),
        ("1905-12_17", []),
    ],
)
def test_a_name_holds_the_days_that_are_days(name: str, found: list[str]) -> None:
    """Figures make a day only where the calendar has one and nothing longer goes on."""
    assert found == list(days(name))
