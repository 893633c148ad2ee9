from __future__ import annotations

import random

from scripts.bench_masthead import damaged, dates, measure
from scripts.mastheads.heads import MANNERS, heads


def test_printed_dates_are_read() -> None:
    """Of more than 400 forms 99 in 100 give their day and weekday, and none another day."""
    counts, _ = dates(1)
    total = counts.total()
    assert total >= 400
    assert counts["exact"] >= 0.99 * total
    assert 0 == counts["wrong"]


def test_clean_heads_are_read() -> None:
    """One head of every manner: 99 fields in 100 exact, and nothing sure that is wrong."""
    counts, faults = measure(heads(1, 1))
    sure = counts.pop("confident and wrong", 0)
    assert 0 == sure, faults
    assert counts["correct"] >= 0.99 * counts.total(), faults


def test_degraded_heads_are_mostly_read() -> None:
    """Every thirtieth character damaged: nine fields in ten are still read as they were."""
    rng = random.Random(1)  # noqa: S311 - no secret
    counts, faults = measure([damaged(head, rng) for head in heads(1, 1)])
    del counts["confident and wrong"]
    assert counts["correct"] >= 0.9 * counts.total(), faults


def test_every_manner_has_its_heads() -> None:
    """The same seed draws the same heads, one of each manner."""
    made = heads(3, 1)
    assert sum(count for _, count in MANNERS.values()) == len(made)
    assert made == heads(3, 1)
