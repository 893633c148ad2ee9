from __future__ import annotations

from digitize.grammar.western import agreeing, iso, weekday_of


def test_only_days_that_were_become_iso() -> None:
    """A day that does not exist, or before the first newspaper, is none."""
    assert ("2020-02-29", "", "", "") == (
        iso(2020, 2, 29), iso(1900, 2, 29), iso(2021, 13, 1), iso(1599, 1, 1)
    )  # fmt: skip


def test_the_weekday_decides_where_it_can() -> None:
    """Candidates the weekday allows stay; when it allows none, all stay."""
    days = ["2021-10-03", "2021-03-10"]
    assert ("2021-03-10",) == agreeing(days, "Wednesday")
    assert tuple(days) == agreeing(days, "Friday")
    assert "Sunday" == weekday_of("2021-10-03")
