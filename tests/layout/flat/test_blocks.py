from __future__ import annotations

import pytest

from digitize.model.page import Role
from tests.layout.shapes import body, of_role, roles

WRAPPED = """
The city council voted on Monday night
to build a new library on the site of
the old mill, ending a debate that has
divided the town for nearly two years.
Opponents said that it cost too much,
and that they would ask for a vote in
the autumn; they had already gathered
four hundred signatures.
"""
HEADED = """
THE ASHFORD COURIER
Tuesday, May 3, 2011
Council backs new library in Ashford
after long debate
By Dana Whitlow
The city council voted on Monday night
to build a new library on the site of
the old mill, ending a debate that has
divided the town for two years.
Heavy rain closes two bridges
Two bridges on the river were closed in
the morning after the rain had washed a
part of the bank away, as the police say
and as anybody can see.
"""


def spaced(text: str) -> str:
    """Return a text with a blank row after every row."""
    return "\n\n".join(text.strip().split("\n"))


@pytest.mark.parametrize("text", [HEADED, spaced(HEADED)], ids=["solid", "spaced"])
def test_headlines_are_found_without_blank_rows(text: str) -> None:
    """Where blank rows part nothing, or everything, a short unfinished row heads full ones."""
    assert of_role(text, Role.HEADLINE) == [
        "Council backs new library in Ashford after long debate",
        "Heavy rain closes two bridges",
    ]
    assert len(body(text)) == 2


def test_white_after_every_row_parts_nothing() -> None:
    """A wrapped text with a blank row after each row has the blocks of the text without them."""
    assert roles(spaced(WRAPPED)) == roles(WRAPPED)


def test_rows_that_are_paragraphs_stand_alone() -> None:
    """In a text that is neither wrapped nor spaced each row is a block of its own."""
    text = """
Gemeinderat lehnt Tunnel ab
Entscheid fällt nach langer Debatte
Der Gemeinderat hat am Montag den Bau eines Tunnels unter der Altstadt abgelehnt. Die Kosten seien zu hoch.
Die Befürworter wollen nun Unterschriften sammeln.
Sie haben dafür drei Monate Zeit, wie der Präsident ihrer Vereinigung am Abend vor der Presse erklärte.
Das letzte Wort hat das Volk.
"""  # noqa: E501
    assert of_role(text, Role.HEADLINE) == ["Gemeinderat lehnt Tunnel ab"]
    assert of_role(text, Role.DECK) == ["Entscheid fällt nach langer Debatte"]
    assert len(body(text)) == 4


def test_wrapped_han_is_text() -> None:
    """Two or three wrapped rows of Chinese are a paragraph, no headline and deck."""
    text = """
立法會通過新預算案

本報記者陳大文

【本報訊】立法會昨日三讀通過新年度預算
案，財政司表示，政府將撥出二億元改善
公共房屋，並於明年

三月開始動工興建第一期工程。
"""
    assert of_role(text, Role.HEADLINE, Role.DECK) == ["立法會通過新預算案"]
    assert len(of_role(text, Role.BODY)) == 2


def test_a_number_that_ends_a_heading_is_no_folio() -> None:
    """A bare number on the second row of a heading belongs to it."""
    text = f"Rain closes two bridges on the Route\n9\nBy Tom Okafor\n{WRAPPED}"
    assert of_role(text, Role.HEADLINE) == ["Rain closes two bridges on the Route 9"]


def test_a_dateline_that_runs_on_is_no_block() -> None:
    """A row of place and day that ends in a dash is the first row of its paragraph."""
    text = """
L'ATTENTAT DE SAINT-PÉTERSBOURG

Saint-Pétersbourg, 13 mars. —
L'empereur a été assassiné cette
après-midi, au moment où il revenait
d'une revue militaire à la caserne.
"""
    assert [role for role, _ in roles(text)] == [Role.HEADLINE, Role.BODY]


def test_a_line_on_the_places_served_is_no_part_of_the_headline() -> None:
    """A masthead line right above a headline, in text without blank rows, stands apart."""
    text = HEADED.replace("Tuesday, May 3, 2011", "Covering Adams, Boone and Clay counties")
    assert of_role(text, Role.HEADLINE) == of_role(HEADED, Role.HEADLINE)


def test_a_sentence_that_speaks_of_an_edition_is_no_masthead() -> None:
    """Years, editions and numbers inside running text stay in it, at the foot of it, too."""
    text = """
The city council voted on Monday night
to put the plan on show, for it is not
in the 2015 edition but is in the 2018
and 2021 editions of the guide that it
has printed for the voters in the last
ten years, as is told there in Chapter
20.
"""
    assert [Role.BODY] == [role for role, _ in roles(text)]


def test_a_first_row_of_han_that_lost_its_indent_is_no_headline() -> None:
    """It is two characters shorter than the rows below it, and goes on in them."""
    text = """
約一千九百名工人上周在水務局門前靜
坐，其後遞交請願信。水務局的發言人指出，
如果帳目屬實，工程可謂物有所值，但市民的
耐性不能不理，商人亦擔心客人會流失，樓上
住客則拍手稱好。
"""
    assert [Role.BODY] == [role for role, _ in roles(text)]


def test_a_first_row_that_lost_its_indent_is_no_headline() -> None:
    """A row is no heading where the next word would not have fitted beside a lost indent."""
    text = f"""{WRAPPED}
My uncle worked on the old Quay
Street when there was no such pier, and
he said so to the whole of the council
on Tuesday.
"""
    assert of_role(text, Role.HEADLINE) == []
    assert len(body(text)) == 2


def test_a_long_row_of_text_that_is_not_wrapped_is_a_paragraph() -> None:
    """Rows of any length that end their sentences are paragraphs, with or without blank rows."""
    rows = [
        "The harbour board has agreed to deepen the northern channel before the winter, he said.",
        "Residents recall the flood of 1909.",
        "The transport office says that the new ferry pier will be ready early next year, at last.",
    ]
    text = "HARBOUR TO BE DEEPENED\n\n" + "\n".join(rows) + "\n"
    assert rows == of_role(text, Role.BODY)


def test_japanese_is_text() -> None:
    """Kana make sentences as small words of English do."""
    body = "港湾局は昨日、計画の草案を公表した。来月から工事をはじめるという。"
    assert [body] == of_role(
        f"朝日新聞\n昭和二十六年三月十日\n\n港湾局が計画を発表\n\n{body}\n", Role.BODY
    )
