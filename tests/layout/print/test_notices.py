from __future__ import annotations

from digitize.model.geometry import Box
from digitize.model.page import Role
from tests.layout.press import PITCH, Press, of_role, prose, stories

NAMES = ("Cook", "Clerk", "Groom", "Nurse", "Maid", "Smith")


def column(press: Press, x: int, y: int, rows: int = 3) -> int:
    """Set small notices in a column, a rule under each; return where the next would stand."""
    for name in NAMES:
        y = press.body(prose(rows, first=f"WANTED, a {name}", last="$5."), x, y) + 20
        press.rule(Box(x, y - 10, x + 300, y - 8))
    return y


def test_each_head_in_a_column_of_notices_keeps_its_own() -> None:
    """A word in the middle of the column heads the notices under it, up to the next such word."""
    press = Press(exact=True)
    for at, head in enumerate(("SITUATIONS.", "TO LET.")):
        y = 40 + 760 * at
        press.put(head, Box(130, y, 250, y + 20))
        column(press, 40, y + 30)
    assert ["SITUATIONS.", "TO LET."] == of_role(press.page(), Role.HEADLINE)
    assert [7, 7] == [len(story) for story in stories(press.page())]


def test_small_news_under_heads_of_its_own_is_no_list() -> None:
    """Where each text between two rules has a heading in bold, they are stories."""
    press = Press(exact=True)
    y = 40
    for name in NAMES:
        y = press.head([f"{name} Found at Sea"], 40, y, size=20) + 4
        y = press.body(prose(4, first=name), 40, y) + 20
        press.rule(Box(40, y - 10, 340, y - 8))
    assert len(NAMES) == len(of_role(press.page(), Role.HEADLINE))


def test_a_list_ends_where_another_head_stands_under_it() -> None:
    """The next column goes on with the list that ends the column before it, with no other."""
    press = Press(exact=True)
    press.put("SALES.", Box(130, 40, 250, 60))
    y = column(press, 40, 70)
    press.put("WANTED.", Box(130, y, 250, y + 20))
    press.body(prose(3, first="Boy", last="$2."), 40, y + 30)
    press.rule(Box(40, y + 30 + 3 * PITCH + 4, 340, y + 30 + 3 * PITCH + 6))
    column(press, 380, 40)
    assert [7, 8] == sorted(len(story) for story in stories(press.page()))
