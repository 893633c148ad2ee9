from __future__ import annotations

import pytest

from digitize.layout.page.board import board_of
from digitize.layout.print.quotes import quotes, shared
from digitize.model.geometry import Box, union
from digitize.model.page import Page, Region, Role, Scan
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


@pytest.mark.parametrize("end", ["”", "."])
def test_somebodys_words_in_a_column_are_a_pull_quote(end: str) -> None:
    """Speech in larger type between text and text heads nothing, its last mark read or lost."""
    press = Press(exact=True)
    press.head(["Harbour works put off again"], 40, 40, width=2 * WIDTH + 40, size=46)
    y = press.body(prose(8), 40, 120)
    y = press.head(["What comes next"], 40, y + 10, size=22, fill=0.5)
    y = press.head(["“We waited seven years", f"and nobody asked us{end}"], 40, y + 20, size=32)
    press.body(prose(8, first="then"), 40, y + 16)
    press.body(prose(22), 380, 120)
    page = press.page()
    assert [f"“We waited seven years and nobody asked us{end}"] == of_role(page, Role.PULL_QUOTE)
    assert ["Harbour works put off again"] == of_role(page, Role.HEADLINE)


def test_speech_between_rules_at_the_head_of_a_column_is_a_pull_quote() -> None:
    """It begins level with the text of the column before, under one headline."""
    press = Press(exact=True)
    press.head(["Harbour works put off again"], 40, 40, width=2 * WIDTH + 40, size=46)
    press.body(prose(20, last="by"), 40, 120)
    press.rule(Box(380, 122, 680, 126))
    y = press.head(["“We waited seven years", "and nobody asked us”"], 380, 140, size=32)
    press.rule(Box(380, y + 12, 680, y + 14))
    press.body(prose(14, first="then"), 380, y + 30)
    page = press.page()
    assert ["“We waited seven years and nobody asked us”"] == of_role(page, Role.PULL_QUOTE)
    assert 1 == len(stories(page))


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


def test_speech_that_text_runs_around_is_a_pull_quote() -> None:
    """What stands within the box of a text, in larger type and quotation marks, heads nothing."""
    rows = [
        line(at, Box(40, 100 + 24 * at, 180 if 5 <= at < 10 else 340, 120 + 24 * at), text, 20)
        for at, text in enumerate(prose(20))
    ]
    said = [
        line(30 + at, Box(200, 230 + 36 * at, 330, 262 + 36 * at), text, 32)
        for at, text in enumerate(["“We have waited", "twelve long years”"])
    ]
    regions = tuple(
        Region(id=name, box=union(one.box for one in lines), lines=tuple(lines))
        for name, lines in (("r1", rows), ("r2", said))
    )
    scan = Scan(path="page", width=400, height=700, kind="born-digital")
    board = board_of(Page(id="p1", number=1, scan=scan, regions=regions))
    found = quotes(board, board.looks)
    assert {"r2": Role.PULL_QUOTE} == {name: verdict.role for name, verdict in found.items()}


def test_a_sentence_between_rules_astride_a_gutter_is_a_pull_quote() -> None:
    """Both columns make room for it: their texts reach into its place."""
    columns = [
        line(
            100 * side + at,
            Box(x0 + (80 if side and 5 <= at < 10 else 0), 100 + 24 * at, x1, 120 + 24 * at),
            text,
            20,
        )
        for side, (x0, wide) in enumerate(((40, 340), (380, 680)))
        for at, text in enumerate(prose(20))
        for x1 in [260 if not side and 5 <= at < 10 else wide]
    ]
    said = [
        line(300 + at, Box(280, 235 + 36 * at, 440, 262 + 36 * at), text, 32)
        for at, text in enumerate(["Nobody on the quay knew", "of the money for them."])
    ]
    regions = [
        Region(id=name, box=union(one.box for one in lines), lines=tuple(lines))
        for name, lines in (("r1", columns[:20]), ("r2", columns[20:]), ("r3", said))
    ]
    rules = [
        Region(id=f"rule{y}", box=Box(275, y, 445, y + 3), role=Role.SEPARATOR) for y in (226, 312)
    ]
    scan = Scan(path="page", width=720, height=700, kind="born-digital")
    board = board_of(Page(id="p1", number=1, scan=scan, regions=(*regions, *rules)))
    found = quotes(board, board.looks)
    assert {"r3": Role.PULL_QUOTE} == {name: verdict.role for name, verdict in found.items()}


def test_speech_between_rules_under_the_last_row_of_a_paragraph_is_a_pull_quote() -> None:
    """At the head of a column one row of text may be all that stands over a quote."""
    press = Press(exact=True)
    press.head(["Harbour works put off again"], 40, 40, width=2 * WIDTH + 40, size=46)
    press.body(prose(22, last="of"), 40, 160)
    press.put("dearer now.", Box(380, 160, 480, 180))
    press.rule(Box(380, 190, 680, 194))
    press.head(["“We have waited", "twelve years”"], 380, 200, size=32)
    press.rule(Box(380, 284, 680, 286))
    press.body(prose(14, first="Nobody"), 380, 300)
    assert ["“We have waited twelve years”"] == of_role(press.page(), Role.PULL_QUOTE)


def test_a_headline_whose_words_begin_its_text_is_no_quote() -> None:
    """A quote stands in its story, not over the sentence that it is taken from."""
    press = Press(exact=True)
    press.body(prose(20, first="Other"), 400, 40)
    y = press.head(["The council voted last", "night that works"], 40, 40, size=40)
    press.body(prose(20), 40, y + 12)
    assert [] == of_role(press.page(), Role.PULL_QUOTE)
