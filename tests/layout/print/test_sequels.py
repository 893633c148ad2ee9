from __future__ import annotations

from dataclasses import replace

from digitize.layout.page.desk import desk_of
from digitize.layout.print.sequels import sequels
from digitize.model.geometry import Box
from tests.layout.press import PITCH, WIDTH, Press, prose, stories


def wrapped() -> Press:
    """Return a page on which the upper of two stories goes on in a third column, without a head."""
    press = Press()
    press.head(["Bank clerk before court"], 40, 40, width=2 * WIDTH + 40, size=48)
    press.body(prose(8, first="Speeches", last="by"), 40, 120)
    press.body(prose(8, first="many", last="with"), 380, 120)
    y = 120 + 8 * PITCH + 30
    press.rule(Box(40, y - 16, 680, y - 13))
    press.head(["Wheat rates fall again"], 40, y, width=2 * WIDTH + 40, size=48)
    press.body(prose(9, first="Farmers", last="and"), 40, y + 80)
    press.body(prose(9, first="others"), 380, y + 80)
    press.body(prose(16, first="loud"), 720, 40)
    return press


def test_a_column_without_headline_goes_on_with_the_text_that_breaks_off() -> None:
    """It begins inside a sentence, so it is not the rest of the story that ends beside it."""
    assert [
        ["Bank clerk", "Speeches council", "many council", "loud council"],
        ["Wheat rates", "Farmers council", "others council"],
    ] == stories(wrapped().page())


def test_no_text_goes_on_in_two_columns() -> None:
    """Every end has one sequel elsewhere on the page."""
    page = wrapped().page()
    across = [one.first for one in sequels(desk_of(page), page).values() if one.way == "across"]
    assert sorted(set(across)) == sorted(across)


def test_text_goes_on_under_a_quote_between_rules() -> None:
    """A quote is an inset: its rules part nothing, and the next column is read after all of it."""
    press = Press()
    press.head(["Harbour works put off again"], 40, 40, width=2 * WIDTH + 40, size=48)
    y = press.body(prose(8), 40, 120) + 24
    press.rule(Box(40, y, 340, y + 2))
    quote = ["Nobody at the quay knew", "that any money was left", "for them in the chest."]
    y = press.head(quote, 40, y + 20, size=30)
    press.rule(Box(40, y + 20, 340, y + 22))
    press.body(prose(8, first="Works", last="by"), 40, y + 44)
    press.body(prose(20, first="many"), 380, 120)
    (story,) = stories(press.page())
    texts = [words for words in story if not words.startswith("Nobody")]
    assert ["Harbour works", "The council", "Works council", "many council"] == texts


def test_a_rule_right_under_a_headline_without_other_text_underlines_it() -> None:
    """The foot of a black box, or a rule of the headline's own, does not take its text away."""
    press = Press()
    press.head(["Bank clerk before court"], 40, 40, width=2 * WIDTH + 40, size=48)
    press.rule(Box(40, 100, 680, 102))
    press.body(prose(8, first="Speeches", last="by"), 40, 130)
    press.body(prose(8, first="many"), 380, 130)
    assert [["Bank clerk", "Speeches council", "many council"]] == stories(press.page())


def test_a_column_level_with_a_wide_headline_is_the_rest_of_its_story() -> None:
    """It begins beside that headline, though the story under it is read right before."""
    press = Press()
    press.head(["Bank clerk before court"], 40, 40, width=2 * WIDTH + 40, size=48)
    press.body(prose(8, first="Speeches", last="by"), 40, 120)
    press.body(prose(8, first="many"), 380, 120)
    y = 120 + 8 * PITCH + 30
    press.rule(Box(40, y - 16, 680, y - 13))
    press.head(["Wheat rates fall again"], 40, y, width=2 * WIDTH + 40, size=48)
    press.body(prose(9, first="Farmers", last="and"), 40, y + 80)
    press.body(prose(9, first="others"), 380, y + 80)
    press.body(prose(16, first="During"), 720, 40)
    assert [
        ["Bank clerk", "Speeches council", "many council", "During council"],
        ["Wheat rates", "Farmers council", "others council"],
    ] == stories(press.page())


def test_a_jump_line_under_the_first_column_closes_the_last() -> None:
    """The text goes on beside a jump line that stands under its first column; it is read last."""
    press = Press(exact=True)
    press.head(["Ferry runs aground by night"], 40, 40, width=2 * WIDTH + 40, size=48)
    y = press.body(prose(10, last="of the"), 40, 120)
    press.body(prose(10, first="captain", last="of an"), 380, 120)
    press.put("Continued on page 2", Box(40, y + 4, 220, y + 24))
    press.head(["Wheat rates fall again"], 760, 40, size=30)
    press.body(prose(30), 760, 120)
    assert [
        "Ferry runs",
        "The council",
        "captain council",
        "Continued on",
    ] in stories(press.page())


def test_a_column_with_nothing_over_it_goes_on_with_the_one_beside_it() -> None:
    """Both begin on one level; the text before has ended, but no headline stands over the rest."""
    press = Press()
    press.head(["Bank clerk before court"], 40, 40, width=WIDTH, size=48)
    press.rule(Box(700, 40, 702, 800))
    for x in (40, 380, 720):
        press.body(prose(12), x, 120)
    y = 120 + 12 * PITCH + 40
    press.head(["Wheat rates fall again"], 40, y, width=2 * WIDTH + 40, size=48)
    press.body(prose(9), 40, y + 80)
    foot = press.body(prose(9), 380, y + 80)
    press.put("Turn to Wheat, page 2", Box(460, foot + 8, 680, foot + 28), 20)
    page = press.page()
    _, _, second, third, *rest = page.regions
    late = replace(page, regions=(*page.regions[:3], *rest, third))
    assert sequels(desk_of(late), late)[third.id].first == second.id


def test_text_from_another_page_stays_under_its_own_headline() -> None:
    """It starts inside a sentence, as the text of the column before breaks off: both are whole."""
    press = Press()
    press.head(["Bank clerk before court"], 40, 40, width=WIDTH, size=40)
    foot = press.body(prose(12, last="by"), 40, 110)
    press.put("Please turn to page B4", Box(140, foot + 4, 340, foot + 24), 20)
    press.put("From page B1", Box(380, 40, 480, 60), 20)
    press.head(["Wheat rates: growers hold out"], 380, 70, width=WIDTH, size=30)
    press.body(prose(12, first="which"), 380, 110)
    page = press.page()
    text = next(one for one in page.regions if one.lines[0].words[0].text.startswith("which"))
    assert sequels(desk_of(page), page)[text.id].why == "body stands under headline"


def test_white_level_with_a_headline_beside_parts_two_stories() -> None:
    """Two stories, one over the other, that share two columns end and begin on one level."""
    press = Press()
    press.head(["Bank clerk before court"], 40, 40, width=2 * WIDTH + 40, size=48)
    press.body(prose(8, first="Speeches"), 40, 120)
    press.body(prose(8, first="Many"), 380, 120)
    y = 120 + 8 * PITCH + 36
    press.head(["Wheat rates fall"], 40, y, size=40)
    press.body(prose(9, first="Farmers", last="and"), 40, y + 60)
    press.body(prose(12, first="others"), 380, y)
    assert [
        ["Bank clerk", "Speeches council", "Many council"],
        ["Wheat rates", "Farmers council", "others council"],
    ] == stories(press.page())


def test_a_rule_under_a_jump_line_belongs_to_the_head() -> None:
    """The rest of a story stands under its catchword, the line from page 1 and a rule."""
    press = Press(exact=True)
    press.head(["Levee"], 40, 40, size=40)
    press.put("Continued from Page 1", Box(80, 96, 300, 112), 14)
    press.rule(Box(40, 120, 340, 121))
    press.body(prose(12, first="that"), 40, 132)
    press.head(["Wheat rates fall"], 380, 40, size=40)
    press.body(prose(12, first="Farmers"), 380, 100)
    assert [
        ["Levee", "Continued from", "that council"],
        ["Wheat rates", "Farmers council"],
    ] == stories(press.page())


def indented(press: Press, x: int, y: int, *, first: str) -> None:
    """Set a text that begins at the edge of its column, though its second paragraph is set in."""
    y = press.body(prose(5, first=first), x, y)
    rows = prose(5, first="Later")
    press.put(rows[0], Box(x + 24, y, x + WIDTH, y + 20))
    press.body(rows[1:], x, y + PITCH)


def test_text_that_starts_over_beside_a_headline_is_no_rest_of_its_story() -> None:
    """The story has ended its last paragraph, and the text beside it begins inside one."""
    press = Press()
    press.head(["Bank clerk before court"], 40, 40, width=2 * WIDTH + 40, size=48)
    press.body(prose(10, first="Speeches", last="by"), 40, 120)
    indented(press, 380, 120, first="many")
    indented(press, 720, 40, first="Rain")
    own = next(story for story in stories(press.page()) if "Bank clerk" in story)
    assert "Rain council" not in own


def test_no_story_goes_on_over_its_own_headline() -> None:
    """What stands higher than a headline of several columns is no rest of the text under it."""
    press = Press()
    press.head(["Bank clerk before court"], 40, 40, width=2 * WIDTH + 40, size=48)
    press.body(prose(8, first="Speeches", last="by"), 40, 120)
    indented(press, 380, 120, first="many")
    indented(press, 720, 40, first="Rain")
    y = 120 + 12 * PITCH
    press.rule(Box(40, y - 16, 1020, y - 13))
    press.head(["Wheat rates fall again"], 40, y, width=3 * WIDTH + 80, size=48)
    for at, (first, last) in enumerate((("Farmers", "and"), ("others", "with"), ("Mostly", "it."))):
        press.body(prose(9, first=first, last=last), 40 + 340 * at, y + 80)
    own = next(story for story in stories(press.page()) if "Wheat rates" in story)
    assert "Rain council" not in own
