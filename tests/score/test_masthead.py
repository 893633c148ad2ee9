from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from digitize.model.issue import Issue, Parallel, Price
from digitize.score.masthead import FIELDS, Verdict, masthead, tally

TRUE = Issue(
    title="The Harbour Times",
    parallel_titles=(Parallel(text="海港時報", lang="zh-Hant"),),
    edition="OVERSEAS EDITION",
    parallel_editions=(Parallel(text="海外版", lang="zh-Hant"),),
    date="1980-10-16",
    price=Price(amount=6, currency="HKD", printed="HK$ 6"),
    volume="12",
    number="19271",
    place="Port Maren",
    urls=("www.harbourtimes.example",),
)


def test_every_field_of_the_truth_is_correct() -> None:
    """The truth held against itself is right in all fields."""
    assert dict.fromkeys(FIELDS, "correct") == masthead(TRUE, TRUE)


@pytest.mark.parametrize(
    ("said", "field", "verdict"),
    [
        (replace(TRUE, title="THE HARBOURTIMES"), "title", "correct"),
        (replace(TRUE, title="海港時報"), "title", "wrong"),
        (replace(TRUE, date=None), "date", "missing"),
        (replace(TRUE, parallel_titles=()), "parallel_titles", "missing"),
        (replace(TRUE, urls=("https://www.harbourtimes.example/",)), "urls", "correct"),
        (replace(TRUE, urls=(*TRUE.urls, "www.tide.example")), "urls", "wrong"),
        (
            replace(TRUE, price=Price(amount=6.0, currency=None, printed="6")),
            "price.currency",
            "missing",
        ),
        (replace(TRUE, price=Price(amount=8, currency="HKD", printed="")), "price.amount", "wrong"),
    ],
)
def test_fields_are_judged_one_by_one(said: Issue, field: str, verdict: Verdict) -> None:
    """Only case, space and the scheme of an address are forgiven."""
    assert verdict == masthead(TRUE, said)[field]


def test_what_was_not_printed_is_spurious() -> None:
    """A fact that the truth does not know is told as invented."""
    assert {"volume": "spurious"} == masthead(Issue(), Issue(volume="3"))


def test_verdicts_are_counted_over_issues() -> None:
    """The tally adds up what each issue got."""
    found = tally([masthead(TRUE, Issue()), masthead(Issue(), Issue(number="1"))])
    assert Counter({"missing": len(FIELDS), "spurious": 1}) == found
