from __future__ import annotations

from digitize.score.furniture import furniture
from digitize.score.truth import Furniture, Story, Truth

PLATE = Furniture(role="nameplate", text="The Harbour Times", page=1)
DATE = Furniture(role="date-line", text="Thursday, 16 October 1980", page=1)
STORY = Story(headline="Lighthouse to shine again", paragraphs=("Divers found three wrecks.",))
TRUTH = Truth(articles=(STORY,), furniture=(PLATE, DATE))


def test_furniture_kept_as_such_is_right() -> None:
    """The truth itself has all furniture and nothing else as furniture."""
    found = furniture(TRUTH, TRUTH)
    assert (1.0, 1.0) == (found.precision, found.recall)


def test_furniture_lost_to_a_story_lowers_recall() -> None:
    """A date line read as part of a story is furniture not known."""
    said = Truth(articles=(STORY, Story(paragraphs=(DATE.text,))), furniture=(PLATE,))
    found = furniture(TRUTH, said)
    assert (1.0, 15 / 37) == (found.precision, found.recall)


def test_a_headline_taken_for_furniture_lowers_precision() -> None:
    """Text of a story among the furniture is counted as wronged."""
    wronged = Furniture(role="ear", text=STORY.headline)
    found = furniture(TRUTH, Truth(furniture=(PLATE, DATE, wronged)))
    assert (37 / 59, 1.0) == (found.precision, found.recall)


def test_specks_read_as_letters_are_neither_right_nor_wrong() -> None:
    """Noise that the truth does not know costs nothing."""
    specks = Furniture(role="noise", text="~;. l|")
    assert 1.0 == furniture(TRUTH, Truth(furniture=(PLATE, DATE, specks))).precision
