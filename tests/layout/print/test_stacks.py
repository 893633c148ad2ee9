from __future__ import annotations

from digitize.model.geometry import Box
from digitize.model.page import Role
from tests.layout.press import WIDTH, Press, of_role, prose, stories


def banner() -> Press:
    """Return a page with a banner over three columns; the last has decks and no headline."""
    press = Press(exact=True)
    press.head(["HARBOUR WORKS BEGIN IN SPITE OF THE ICE"], 40, 40, width=3 * WIDTH + 80, size=60)
    for column, head in enumerate((["Cyclists face", "ten passes"], ["Old bell", "is sold"])):
        x = 40 + column * (WIDTH + 40)
        y = press.head(head, x, 140, size=40)
        press.body(prose(20, first=f"Item{column}"), x, y + 10)
    x = 40 + 2 * (WIDTH + 40)
    y = press.head(["Crowds wait all night", "at the gate"], x, 140, size=26)
    press.body(prose(20, first="Works"), x, y + 10)
    return press


def test_a_banner_heads_the_column_without_a_headline() -> None:
    """Of three stories under a banner it is that of the one which has only decks."""
    page = banner().page()
    assert {
        "HARBOUR WORKS BEGIN IN SPITE OF THE ICE",
        "Cyclists face ten passes",
        "Old bell is sold",
    } == set(of_role(page, Role.HEADLINE))
    own = next(story for story in stories(page) if "HARBOUR WORKS" in story)
    assert ["HARBOUR WORKS", "Crowds wait", "Works council"] == own


def test_the_rest_of_a_headline_may_begin_small() -> None:
    """A second line in lower case, measured smaller, goes on with the headline."""
    press = Press()
    press.head(["Typhoon signal hoisted"], 40, 40, size=40)
    press.head(["as storm nears"], 40, 92, size=33, fill=0.6)
    press.body(prose(20), 40, 140)
    assert "Typhoon signal hoisted as storm nears" == " ".join(of_role(press.page(), Role.HEADLINE))


def test_a_deck_alone_on_its_level_goes_with_the_wide_headline_over_it() -> None:
    """Headings that top columns further down are no row with it from which a banner chooses."""
    press = Press()
    press.put("Opera company plays to full house", Box(40, 40, 960, 120), 80)
    press.put("Six Parties at Odds Over Coal", Box(40, 136, 400, 166), 30)
    press.body(prose(20), 40, 200)
    for column in (1, 2):
        press.put("What the Books Show", Box(340 * column + 40, 200, 340 * column + 300, 228), 28)
        press.body(prose(19, first=f"Item{column}"), 340 * column + 40, 240)
    page = press.page()
    assert ["Six Parties at Odds Over Coal"] == of_role(page, Role.DECK)


def test_headings_that_reach_out_of_each_other_are_no_stack() -> None:
    """A heading at a column's foot does not go on in the wide headline of the row under it."""
    press = Press(exact=True)
    for x in (40, 380, 720):
        press.body(prose(10, first=f"Item{x}"), x, 40)
    press.put("Remember the old house", Box(380, 320, 660, 352), 32, bold=True)
    press.put("Cotton Spinners See Thin", Box(40, 374, 560, 416), 42)
    for x in (40, 380, 720):
        press.body(prose(10, first=f"Text{x}"), x, 440)
    assert {"Remember the old house", "Cotton Spinners See Thin"} == set(
        of_role(press.page(), Role.HEADLINE)
    )


def test_the_deck_under_a_bar_goes_on_with_the_headline_in_it() -> None:
    """A headline in the middle of a bar heads what stands under the bar, at its edge too."""
    press = Press(width=1200)
    for x in (40, 400, 760):
        y = press.body(prose(12), x, 40) + 30
    press.rule(Box(40, y, 1100, y + 3))
    press.head(["Opera company plays to all"], 380, y + 30, width=500, size=80)
    press.rule(Box(40, y + 140, 1100, y + 143))
    press.head(["Crowds Wait All Night"], 40, y + 160, width=300, size=30)
    for x in (40, 400, 760):
        press.body(prose(12), x, y + 210)
    assert ["Crowds Wait All Night"] == of_role(press.page(), Role.DECK)
