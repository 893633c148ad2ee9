from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from digitize.score.scores import Scores, score, score_text
from digitize.score.truth import Truth, read_truth


@pytest.fixture(scope="module")
def truth() -> Truth:
    return read_truth(Path(__file__).parents[2] / "samples" / "front-page.truth.json")


def _figures(scores: Scores) -> tuple[float, ...]:
    ratios = (scores.pairs, scores.exact, scores.headlines, scores.furniture)
    return (scores.cer, scores.text.accuracy, scores.text.successors, *(one.f1 for one in ratios))


def test_the_truth_scores_full_marks(truth: Truth) -> None:
    """Truth held against itself has no error and every ratio is one."""
    found = score(truth, truth)
    assert (0.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0) == pytest.approx(_figures(found))
    assert {"correct"} == set(found.masthead.values())


def test_the_order_of_stories_changes_nothing(truth: Truth) -> None:
    """A page may be told from any corner."""
    turned = replace(truth, articles=truth.articles[::-1])
    assert _figures(score(truth, truth)) == pytest.approx(_figures(score(truth, turned)))


def test_a_story_lost_is_all_its_characters(truth: Truth) -> None:
    """What is not found counts as lost, and nothing else does."""
    lengths = [len("\n".join(story.pieces)) for story in truth.articles]
    found = score(truth, replace(truth, articles=truth.articles[:-1])).cer
    assert lengths[-1] / sum(lengths) == pytest.approx(found, abs=0.01)


def test_an_empty_prediction_scores_nothing(truth: Truth) -> None:
    """Nothing read: all characters lost, no headline, no pair."""
    found = score(truth, Truth())
    assert (1.0, 0.0) == (found.cer, found.text.accuracy)
    assert (0.0, 0.0) == (found.pairs.recall, found.headlines.recall)


def test_columns_read_across_lose_order_but_not_characters(truth: Truth) -> None:
    """Order and reading are told apart."""
    text = truth.articles[0].paragraphs
    lines = [paragraph[start : start + 60] for paragraph in text for start in range(0, 600, 60)]
    half = len(lines) // 2
    across = [line for pair in zip(lines, lines[half:], strict=False) for line in pair]
    one = replace(truth, articles=truth.articles[:1], furniture=())
    found = score_text(one, "\n".join((truth.articles[0].headline, *across)))
    assert found.successors < 0.6
    assert found.accuracy > 0.8
