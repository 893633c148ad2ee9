from __future__ import annotations

from dataclasses import replace

from digitize.score.articles import Ratio
from digitize.score.continuation import continuations
from digitize.score.truth import Printed, Story, Truth, Turn

FIRST = "Plans for the breakwater, put aside in 1931, were taken up again by the board."
SECOND = "Divers found three wrecks in the channel, one of them loaded with porcelain."
OTHER = "Gusts of eighty knots were measured before the instrument failed on Monday."
HARBOUR = Story(headline="Harbour Board backs plan", paragraphs=(FIRST, SECOND), pages=(1, 2))
RAIN = Story(headline="Rain floods two streets", paragraphs=(OTHER,), pages=(2,))


def line(page: int, item: str, text: str) -> Printed:
    """Return a line of body text."""
    return Printed(page=page, item=item, role="body", text=text)


TRUTH = Truth(
    articles=(HARBOUR, RAIN),
    lines=(line(1, "a1", FIRST), line(2, "a1", SECOND), line(2, "a2", OTHER)),
)


def said(*stories: Story) -> Truth:
    """Return a reading of these stories."""
    return Truth(articles=stories)


def test_a_story_followed_to_its_page_is_right() -> None:
    """The turn that the lines of the truth show is the one that was told."""
    turned = replace(HARBOUR, turns=(Turn(before=FIRST, after=SECOND),))
    assert Ratio(right=1, said=1, true=1) == continuations(TRUTH, said(turned, RAIN))


def test_a_story_left_in_two_is_missed() -> None:
    """Both halves told as stories of their own: nothing said, one true."""
    halves = (replace(HARBOUR, paragraphs=(FIRST,)), Story(paragraphs=(SECOND,)))
    assert Ratio(right=0, said=0, true=1) == continuations(TRUTH, said(*halves, RAIN))


def test_a_story_joined_to_another_is_wrong() -> None:
    """A turn that leads into somebody else's story is said and not right."""
    welded = replace(HARBOUR, turns=(Turn(before=FIRST, after=OTHER),))
    assert Ratio(right=0, said=1, true=1) == continuations(TRUTH, said(welded))


def test_a_turn_said_twice_is_right_once() -> None:
    """No story has more right turns than it has turns."""
    turn = Turn(before=FIRST, after=SECOND)
    again = replace(HARBOUR, turns=(turn, turn))
    assert Ratio(right=1, said=2, true=1) == continuations(TRUTH, said(again))


def test_a_turn_to_another_place_of_the_story_is_wrong() -> None:
    """A story taken up far from where it broke off is not followed."""
    long = replace(
        HARBOUR,
        paragraphs=(FIRST, SECOND, *(f"{n} {OTHER}" for n in range(9)), "End of it all came late."),
    )
    true = Truth(articles=(long,), lines=TRUTH.lines[:2])
    lost = replace(long, turns=(Turn(before=FIRST, after="End of it all came late."),))
    assert Ratio(right=0, said=1, true=1) == continuations(true, said(lost))


def test_a_truth_may_tell_its_turns() -> None:
    """Where a truth has no lines, the turns it tells are those that count."""
    turned = replace(HARBOUR, turns=(Turn(before=FIRST, after=SECOND),))
    assert 1 == continuations(said(turned, RAIN), said(turned)).right
