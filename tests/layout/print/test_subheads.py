from __future__ import annotations

from digitize.model.geometry import Box
from digitize.model.page import Role
from tests.layout.press import PITCH, WIDTH, Press, of_role, prose


def column(press: Press, x: int, *heads: str, gap: int = 14) -> None:
    """Set a column of text under each of `heads`, headed in bold a little larger."""
    y = 160
    for number, head in enumerate(heads):
        y = press.head([head], x, y + gap, size=23, fill=0.5) + 6
        y = press.body(prose(7, first=f"Item{number}"), x, y)


def test_headings_of_one_face_are_judged_together() -> None:
    """Three subheadings inside text make a fourth one, at the head of a column."""
    press = Press(exact=True)
    press.head(["Harbour works put off again"], 40, 40, width=2 * WIDTH + 40, size=46)
    y = press.body(prose(6), 40, 160)
    for head in ("A night of toil", "What it costs", "The old quay"):
        y = press.head([head], 40, y + 10, size=23, fill=0.5) + 6
        y = press.body(prose(6, first="Nobody"), 40, y)
    top = press.head(["Who is to pay"], 380, 160, size=23, fill=0.5)
    press.body(prose(12, first="Everybody"), 380, top + 6)
    page = press.page()
    assert {"A night of toil", "What it costs", "The old quay", "Who is to pay"} == set(
        of_role(page, Role.SUBHEADING)
    )


def test_a_heading_under_text_that_breaks_off_begins_a_story() -> None:
    """Text that ends its column in mid-sentence goes on elsewhere, not under the next heading."""
    press = Press(exact=True)
    y = press.body(prose(10, last="and the"), 40, 60)
    y = press.head(["Cyclists face ten passes"], 40, y + 20, size=24) + 6
    press.body(prose(10, first="Riders"), 40, y)
    assert ["Cyclists face ten passes"] == of_role(press.page(), Role.HEADLINE)


def test_a_heading_over_a_report_begins_a_story() -> None:
    """Text that opens with the place of a report has a headline of its own over it."""
    press = Press(exact=True)
    y = press.body(prose(10), 40, 60)
    y = press.head(["Cyclists face ten passes"], 40, y + 12, size=24) + 6
    press.body(["LEEDS, May 2. — Riders of every", *prose(9)], 40, y + PITCH // 4)
    assert ["Cyclists face ten passes"] == of_role(press.page(), Role.HEADLINE)


def test_a_heading_over_a_letter_is_no_subheading() -> None:
    """What stands over a greeting begins a letter of its own."""
    press = Press(exact=True)
    y = press.body(prose(10, last="yours."), 40, 60)
    y = press.head(["In praise of nurses"], 40, y + 10, size=24) + 6
    press.body(["Sir,—The night was long and nobody", *prose(9)], 40, y)
    assert ["In praise of nurses"] == of_role(press.page(), Role.HEADLINE)


def test_headings_set_like_the_first_of_their_column_head_items() -> None:
    """Where nothing larger stands over them, small headings of one face are headlines all."""
    press = Press(exact=True)
    column(press, 40, "Tram leaves rails", "Fish dearer", "Choir wins prize")
    press.body(prose(44), 380, 60)
    heads = {"Tram leaves rails", "Fish dearer", "Choir wins prize"}
    page = press.page()
    assert heads <= set(of_role(page, Role.HEADLINE))
    assert [] == of_role(page, Role.SUBHEADING)


def test_items_under_a_label_are_stories() -> None:
    """A few words in capitals over such a column name it, and its first heading is no deck."""
    press = Press(exact=True)
    press.put("NEWS IN BRIEF", Box(40, 110, 240, 146), 36, bold=True)
    column(press, 40, "Tram leaves rails", "Fish dearer", "Choir wins prize", "Snow on moors")
    press.head(["Harbour works put off again"], 380, 60, size=46)
    press.body(prose(30), 380, 200)
    page = press.page()
    assert ["NEWS IN BRIEF"] == of_role(page, Role.SECTION_LABEL)
    assert "Tram leaves rails" in of_role(page, Role.HEADLINE)


def test_the_end_of_a_paragraph_alone_over_a_heading_is_text() -> None:
    """One line that starts inside a sentence and ends it goes before a subheading as text does."""
    press = Press(exact=True)
    press.head(["Harbour works put off again"], 40, 40, width=2 * WIDTH + 40, size=46)
    press.body(prose(22), 40, 160)
    y = press.body(prose(6, last="and the"), 380, 160)
    press.rule(Box(380, y + 20, 680, y + 22))
    press.rule(Box(380, y + 120, 680, y + 122))
    y = press.body(["board had its way."], 380, y + 150)
    y = press.head(["A night of toil"], 380, y + 10, size=23, fill=0.5) + 6
    press.body(prose(7, first="Nobody"), 380, y)
    assert ["A night of toil"] == of_role(press.page(), Role.SUBHEADING)


def test_a_heading_under_a_box_stands_in_the_text_over_the_box() -> None:
    """Text goes on past a closed box, and so does its subheading right under it."""
    press = Press(exact=True)
    press.head(["Harbour works put off again"], 40, 40, width=2 * WIDTH + 40, size=46)
    press.body(prose(24), 40, 160)
    y = press.body(prose(6), 380, 160)
    press.frame(Box(380, y + 10, 680, y + 150))
    for at in range(3):
        press.put(f"Mossdale {at} 23.4 10.7", Box(400, y + 30 + 30 * at, 640, y + 48 + 30 * at))
    y = press.head(["A night of toil"], 380, y + 165, size=23, fill=0.5) + 6
    press.body(prose(9, first="Nobody"), 380, y)
    assert ["A night of toil"] == of_role(press.page(), Role.SUBHEADING)
