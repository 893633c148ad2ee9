from __future__ import annotations

from digitize.layout.print.quotes import shared
from digitize.model.geometry import Box
from digitize.model.page import Region, Role
from tests.layout.draw import line
from tests.layout.press import WIDTH, Press, of_role, prose, stories


def test_words_of_the_text_in_larger_type_are_a_pull_quote() -> None:
    """What a story says already, set larger within it, heads nothing and belongs to it."""
    press = Press(exact=True)
    press.head(["Harbour works put off again"], 40, 40, width=2 * WIDTH + 40, size=46)
    rows = prose(20)
    press.body(rows, 40, 160)
    quote = " ".join(rows[6:8]).split()
    y = press.body(prose(5, first="Nobody", last="and"), 380, 160)
    y = press.head([" ".join(quote[:5]), " ".join(quote[5:])], 380, y + 20, size=28)
    press.body(prose(6, first="more"), 380, y + 20)
    page = press.page()
    assert [" ".join(quote)] == of_role(page, Role.PULL_QUOTE)
    assert 1 == len(stories(page))


def test_a_headline_of_common_words_is_no_quote() -> None:
    """Larger type that says something new stays a headline."""
    press = Press(exact=True)
    y = press.head(["Cyclists face ten passes", "and a river"], 40, 60, size=28)
    press.body(prose(20), 40, y + 10)
    assert [] == of_role(press.page(), Role.PULL_QUOTE)


def test_a_misread_quote_is_still_of_its_story() -> None:
    """A letter or two may differ; other words are other words."""

    def region(text: str) -> Region:
        return Region(id="r1", lines=(line(1, Box(0, 0, 400, 20), text, 20),))

    story = region(
        "The clerk read from the register that every seat in the hall was taken by noon."
    )
    assert shared(region("every seat in the hall was taken by noon"), story) == 1.0
    assert shared(region("evcry seat in the hall was tahen by noon"), story) > 0.85
    assert shared(region("nobody spoke of the water rights again"), story) < 0.7


def test_a_sentence_that_interrupts_a_column_is_a_pull_quote() -> None:
    """A whole sentence in larger type between text and text heads nothing; a headline does."""
    press = Press(exact=True)
    press.head(["Harbour works put off again"], 40, 40, width=WIDTH, size=30)
    y = press.body(prose(9), 40, 90) + 20
    said = ["Nobody at the quay knew that", "any money was left for them."]
    y = press.head(said, 40, y, size=28) + 20
    y = press.body(prose(9, first="Works"), 40, y) + 30
    y = press.head(["Band takes first prize"], 40, y, size=30) + 16
    press.body(prose(9, first="Music"), 40, y)
    assert [" ".join(said)] == of_role(press.page(), Role.PULL_QUOTE)


def test_a_sentence_between_rules_at_the_foot_of_a_column_is_a_pull_quote() -> None:
    """With a rule over and under it, no text need follow."""
    press = Press()
    press.head(["Harbour works put off again"], 40, 40, width=WIDTH, size=30)
    y = press.body(prose(20), 40, 90) + 20
    press.rule(Box(40, y, 340, y + 3))
    said = ["Nobody at the quay knew that", "any money was left for them."]
    y = press.head(said, 40, y + 20, size=28)
    press.rule(Box(40, y + 14, 340, y + 16))
    assert [" ".join(said)] == of_role(press.page(), Role.PULL_QUOTE)


def test_somebodys_words_in_a_column_are_a_pull_quote() -> None:
    """Speech in larger type between text and text heads nothing, whatever stands by it."""
    press = Press(exact=True)
    press.head(["Harbour works put off again"], 40, 40, width=2 * WIDTH + 40, size=46)
    y = press.body(prose(8), 40, 120)
    y = press.head(["What comes next"], 40, y + 10, size=22, fill=0.5)
    y = press.head(["“We waited seven years", "and nobody asked us”"], 40, y + 20, size=32)
    press.body(prose(8, first="then"), 40, y + 16)
    press.body(prose(22), 380, 120)
    page = press.page()
    assert ["“We waited seven years and nobody asked us”"] == of_role(page, Role.PULL_QUOTE)
    assert ["Harbour works put off again"] == of_role(page, Role.HEADLINE)


def test_a_deck_between_decks_is_no_quote() -> None:
    """What stands over a quote is text: decks have their lines in the middle, as no text has."""
    press = Press(exact=True)
    y = press.head(["BEES DIE IN HIVES"], 40, 40, size=34) + 16
    decks = (
        (["Nearly fifty typists still missing", "at midnight."], 20),
        (["Lieutenant Brandt tells the canal", "company the truth."], 24),
    )
    for rows, size in decks:
        press.dash(40, y - 6)
        y = press.head(rows, 40, y, size=size) + 14
    press.body(prose(20), 40, y + 10)
    press.body(prose(30), 400, 40)
    assert [] == of_role(press.page(), Role.PULL_QUOTE)
