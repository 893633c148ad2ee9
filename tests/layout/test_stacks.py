from __future__ import annotations

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
