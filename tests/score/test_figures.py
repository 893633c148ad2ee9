from __future__ import annotations

from digitize.model.geometry import Box
from digitize.score.figures import FIGURES, figures
from digitize.score.scores import score
from digitize.score.truth import Leaf, Printed, Story, Truth

LINES = ("Plans for the breakwater were taken", "up again. Divers found three wrecks", "at noon.")
STORY = Story(headline="Lighthouse to shine", paragraphs=(" ".join(LINES),))


def page(*texts: str) -> Truth:
    """Return a page whose order is known, a line to each text."""
    lines = tuple(
        Printed(page=1, item="", role="body", text=text, box=Box(10, 30 * n, 300, 30 * n + 25))
        for n, text in enumerate(texts, 1)
    )
    leaf = Leaf(file="page", width=400, height=600)
    return Truth(lines=lines, pages=(leaf,), flow="\n".join(texts))


def test_a_truth_held_against_itself_meets_every_goal_it_tells() -> None:
    """What there was nothing of is left out, the rest is perfect."""
    told = figures(score(Truth(articles=(STORY,)), Truth(articles=(STORY,))))
    assert {"furniture_recall", "jumps_recall", "lines_found"}.isdisjoint(told)
    assert "pairs" in told
    assert all(FIGURES[name].met(value) is not False for name, value in told.items())


def test_order_costs_only_what_is_out_of_place() -> None:
    """A page read in another order has all its characters, and not in their place."""
    told = figures(score(page(*LINES), page(*LINES[1:], LINES[0])))
    assert 1.0 == told["free"]
    assert told["share"] < 0.8
    assert "pairs" not in told


def test_a_page_in_order_has_its_whole_share() -> None:
    """Misread letters lower both accuracies and not the share of one in the other."""
    misread = tuple(text.replace("e", "c") for text in LINES)
    told = figures(score(page(*LINES), page(*misread)))
    assert told["ordered"] < 0.95
    assert told["share"] > 0.97


def test_a_falling_figure_is_met_from_below() -> None:
    """Faults must stay under their goal, shares over theirs; some figures have none."""
    assert [True, False, None] == [
        FIGURES["lines_faulty"].met(0.001),
        FIGURES["lines_found"].met(0.9),
        FIGURES["free"].met(0.1),
    ]
