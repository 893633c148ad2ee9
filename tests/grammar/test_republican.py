from __future__ import annotations

import pytest

from digitize.grammar.republican import republican_dates


@pytest.mark.parametrize(
    ("printed", "day"),
    [
        ("9 Thermidor an II", "1794-07-27"), ("18 Brumaire, an VIII", "1799-11-09"),
        ("1er Vendémiaire, l’an 1", "1792-09-22"), ("11 nivôse an XIV", "1806-01-01"),
        ("10 Gerrninal, an 7", None), ("10 Germinal, an 20", None), ("31 Floréal an 7", None),
    ],
)  # fmt: skip
def test_days_of_the_republic(printed: str, day: str | None) -> None:
    """Days that the histories give; a month of thirty days has no thirty-first."""
    assert ([day] if day else []) == [found.candidates[0] for found in republican_dates(printed)]
