from __future__ import annotations

from digitize.score.articles import Ratio, exact, grouping, headlines, pairs
from digitize.score.truth import Furniture, Story, Truth

HARBOUR = Story(
    headline="Harbour Board backs plan for breakwater",
    paragraphs=(
        "Plans for the breakwater, put aside in 1931, were taken up again by the board.",
        "Divers found three wrecks in the channel, one of them loaded with porcelain.",
    ),
)
RAIN = Story(
    headline="Rain floods two streets",
    paragraphs=("Gusts of eighty knots were measured before the instrument failed on Monday.",),
)
FOLIO = Furniture(role="folio", text="The Harbour Times, Thursday, 16 October 1980", page=1)
TRUTH = Truth(articles=(HARBOUR, RAIN), furniture=(FOLIO,))


def test_the_truth_itself_is_right() -> None:
    """Truth held against itself has every pair, every story, every headline."""
    found = grouping(TRUTH, TRUTH)
    scores = (pairs(found).f1, exact(found).f1, headlines(TRUTH.articles, TRUTH.articles).f1)
    assert (1.0, 1.0, 1.0) == scores


def test_two_stories_welded_lose_precision_only() -> None:
    """All pairs that belong together are together, and some that do not."""
    welded = Story(headline=HARBOUR.headline, paragraphs=HARBOUR.paragraphs + RAIN.pieces)
    found = pairs(grouping(TRUTH, Truth(articles=(welded,), furniture=(FOLIO,))))
    assert found.recall == 1.0
    assert found.precision < 0.7


def test_a_story_torn_in_two_loses_recall_only() -> None:
    """No wrong pair is made, and some right ones are missing."""
    torn = (Story(paragraphs=HARBOUR.pieces[:2]), Story(paragraphs=HARBOUR.pieces[2:]), RAIN)
    found = pairs(grouping(TRUTH, Truth(articles=torn, furniture=(FOLIO,))))
    assert found.precision == 1.0
    assert found.recall < 0.7


def test_a_story_with_furniture_in_it_is_not_exact() -> None:
    """A folio swallowed by a story spoils that story and no other."""
    spoilt = Story(headline=RAIN.headline, paragraphs=(*RAIN.paragraphs, FOLIO.text))
    found = exact(grouping(TRUTH, Truth(articles=(HARBOUR, spoilt))))
    assert Ratio(right=1, said=2, true=2) == found


def test_a_misread_headline_still_counts() -> None:
    """One wrong letter does not unmake a headline; another text does."""
    said = [Story(headline="Rain flcods two streets"), Story(headline="Divers found three wrecks")]
    assert Ratio(right=1, said=2, true=2) == headlines(TRUTH.articles, said)


def test_each_headline_counts_once() -> None:
    """A headline said twice is right once."""
    assert Ratio(right=1, said=2, true=1) == headlines([RAIN], [RAIN, RAIN])


def test_nothing_said_is_all_precise() -> None:
    """Without a word said nothing is wrong, and nothing found."""
    nothing = Ratio(right=0, said=0, true=3)
    assert (1.0, 0.0, 0.0) == (nothing.precision, nothing.recall, nothing.f1)


def test_adverts_have_no_headline_that_counts() -> None:
    """Which of an advert's large lines is its headline is nobody's mistake."""
    advert = Story(headline="SALE OF BICYCLES", kind="advertisement")
    assert Ratio(right=1, said=1, true=1) == headlines([RAIN, advert], [RAIN, advert])
    assert Ratio(right=1, said=2, true=1) == headlines([RAIN], [RAIN, Story(headline="SALE")])
