"""Runs of whole numbers are listed as a loop would list them."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from digitize.image.ranges import ranges

RUNS = st.lists(st.tuples(st.integers(0, 50), st.integers(0, 5)), max_size=8)


@given(RUNS)
def test_every_run_is_listed_from_its_start_on_with_its_place(runs: list[tuple[int, int]]) -> None:
    """The numbers of all runs come one after the other, each with the place of its run."""
    start, count = (np.array(one, int) for one in zip(*runs, strict=True)) if runs else ([], [])
    expected = [(a + n, at) for at, (a, many) in enumerate(runs) for n in range(many)]
    number, of = ranges(np.array(start, int), np.array(count, int))
    assert expected == list(zip(number.tolist(), of.tolist(), strict=True))
