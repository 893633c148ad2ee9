from __future__ import annotations

from tests.metadata import build


def test_evidence_says_where_and_how_surely() -> None:
    """The record of a price names its line, its print and the rule, with a confidence."""
    issue = build.read(["THE DAILY LANTERN", "Friday, June 3, 1892", "Price 6d."]).issue
    price = next(each for each in issue.evidence if each.field == "price")
    assert ("0.025 GBP", "6d.", ("p0001.l0003",), "price of a copy") == (
        price.value, price.printed, price.lines, price.rule
    )  # fmt: skip
    assert all(0 < each.conf <= 1 for each in issue.evidence)


def test_an_undecided_date_keeps_its_readings() -> None:
    """Evidence of an ambiguous date names every reading, and the record has none."""
    issue = build.read(["THE DAILY LANTERN", "3/4/1921"]).issue
    date = next(each for each in issue.evidence if each.field == "date")
    assert ("1921-04-03 or 1921-03-04", None) == (date.value, issue.date)
