from __future__ import annotations

from digitize.model.geometry import Box
from digitize.model.page import Role
from tests.layout.press import Press, of_role, prose


def heads(text: str, under: str = "The", *, bold: bool = True) -> list[str]:
    """Return the headlines of a column of text with a line of body type between two rules."""
    press = Press(exact=True)
    y = press.body(prose(8), 40, 40) + 30
    press.rule(Box(40, y - 12, 340, y - 10))
    press.put(text, Box(40, y, 340, y + 20), bold=bold)
    press.body(prose(8, first=under), 40, y + 26)
    return of_role(press.page(), Role.HEADLINE)


def test_a_line_whose_sentence_goes_on_under_it_heads_nothing() -> None:
    """Text that starts in lower case under a line in bold capitals is the rest of its sentence."""
    assert ["A RESPECTABLE YOUNG PERSON"] == heads("A RESPECTABLE YOUNG PERSON")
    assert [] == heads("A RESPECTABLE YOUNG PERSON", "wishes")


def test_several_sentences_are_no_heading() -> None:
    """Names make a notice look like Title Case; a second sentence in it tells what it is."""
    assert [] == heads("Apply Hobb, Grimsdyke. Letters Rees, Bell.", bold=False)


def test_the_mark_of_an_item_sets_its_head_apart() -> None:
    """In Chinese papers a line that opens with a circle heads what stands beside it."""
    press = Press(width=600, height=900)
    x = 560
    for text in ["●粵省通信"] + ["據滬上來函云該處大雨連宵低田盡被淹沒紳商"] * 6 + ["●路股問題"]:
        press.put(text, Box(x, 40, x + 20, 40 + 22 * len(text)), upright=True)
        x -= 30
    for _ in range(6):
        press.put("商務總會昨開會議決辦法數條眾皆贊成遂散", Box(x, 40, x + 20, 458), upright=True)
        x -= 30
    assert ["●粵省通信", "●路股問題"] == of_role(press.page(), Role.HEADLINE)
