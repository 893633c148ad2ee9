from __future__ import annotations

from scripts.bench_layout import goal, mean, ratios, show, verdicts

ROWS = [
    {"case": "spiral-1/none", "family": "spiral", "damage": "none", "contiguity": 0.94, "s": 2.0},
    {"case": "decks-1/none", "family": "decks", "damage": "none", "contiguity": 0.94, "s": 4.0},
]


def test_pinwheels_have_a_goal_of_their_own() -> None:
    """The same contiguity meets the goal of a pinwheel and misses that of other pages."""
    assert [True, False] == [goal("contiguity", name).met(0.94) for name in ("spiral", "decks")]


def test_what_misses_its_goal_is_marked() -> None:
    """A figure below its goal bears a mark in the table, and the page is named in the verdict."""
    marked = [row.count("*") for row in show(ROWS).splitlines()]
    assert [0, 0, 1] == marked
    assert "MISSED decks-1/none 0.940" in verdicts(ROWS)
    assert "met    spiral-1/none 0.940" in verdicts(ROWS)


def test_a_mean_is_over_those_that_tell() -> None:
    """A figure that a row does not have does not count as nothing."""
    rows = [*ROWS, {"case": "x", "family": "x", "damage": "none", "s": 0.0}]
    assert {"case": "all", "contiguity": 0.94, "s": 2.0} == mean("all", rows)


def test_ratios_are_of_faults() -> None:
    """Half the peer's wrong turns is 0.50×, whoever read more pages."""
    own = {"free": 0.99, "successors": 0.9, "contiguity": 0.8}
    peer = {"peer": "pdftotext", "free": 0.99, "successors": 0.8, "contiguity": 0.0, "against": own}
    told = ratios([peer])
    assert "1.00× of its errors, 0.50× of its wrong turns, 0.20× of its torn stories" in told
