from __future__ import annotations

from digitize.layout.order import Order
from digitize.layout.paragraphs import Paragraphs
from digitize.layout.regions import Regions
from digitize.layout.roles import Roles
from digitize.model.geometry import Box
from digitize.stage import Sheet
from tests.layout.draw import flat, line, loose

INDENT = 16


def opens(sheet: Sheet) -> list[bool]:
    """Return which lines open a paragraph, in reading order."""
    done = Paragraphs()(Roles()(Order()(Regions()(sheet))))
    return [item.opens for region in done.page.regions for item in region.lines]


def column(*rows: tuple[int, int, str]) -> Sheet:
    """Return a column of lines given by left edge, right edge and text, 20 pixels apart."""
    lines = [
        line(at, Box(x0, 20 * at, x1, 20 * at + 16), text, 16.0)
        for at, (x0, x1, text) in enumerate(rows, 1)
    ]
    return loose(lines, width=400, height=400)


def test_indented_lines_open_paragraphs() -> None:
    """An indent of an em opens a paragraph; the first line of a region always does."""
    full, inset = (0, 300, "and so the story goes on"), (INDENT, 300, "The next day the mayor said")
    assert opens(column(inset, full, full, inset, full, full)) == [
        True, False, False, True, False, False,
    ]  # fmt: skip


def test_a_column_that_leans_has_no_indents() -> None:
    """Left edges that drift from line to line open nothing."""
    rows = [(at, 300 + at, "and so the story goes on") for at in range(18)]
    assert opens(column(*rows)) == [True] + [False] * 17


def test_outdented_lines_open_paragraphs() -> None:
    """With a hanging indent the line that stands out opens the item."""
    out, hung = (0, 300, "BAKER wanted at once by"), (INDENT, 300, "the firm of Smith and Sons")
    assert opens(column(out, hung, hung, out, hung, hung)) == [
        True, False, False, True, False, False,
    ]  # fmt: skip


def test_a_short_line_with_a_stop_ends_a_paragraph() -> None:
    """Without any indent, a short last line with a stop lets the next one open."""
    full, last = (0, 300, "and so the story goes on"), (0, 120, "to its end.")
    assert opens(column(full, last, full, full)) == [True, False, True, False]


def test_a_word_that_had_no_room_opens_no_paragraph() -> None:
    """After a line with a stop a flush line goes on where its first word would not have fitted."""
    full, last = (0, 300, "and so the story goes on"), (0, 235, "as the mayor told it.")
    assert opens(column(full, last, (0, 300, "Notwithstanding storms"), full))[2] is False
    assert opens(column(full, last, (0, 300, "A storm came in the end"), full))[2] is True


def test_an_indented_first_line_is_no_hanging_item() -> None:
    """Of three lines, the one between two that are set in goes on with the first."""
    full, inset = (0, 300, "and so the story goes on"), (INDENT, 300, "The next day the mayor said")
    assert opens(column(inset, full, inset))[1] is False


def test_a_column_may_run_on_from_the_one_before() -> None:
    """A column that starts without indent, where others have it, opens no paragraph."""
    rows = []
    for x, first in ((0, INDENT), (330, 0)):
        for at in range(6):
            inset = first if at == 0 else INDENT * (at == 3)
            rows.append((Box(x + inset, 20 * at, x + 300, 20 * at + 16), "and so it goes on then"))
    lines = [line(at, box, text, 16.0) for at, (box, text) in enumerate(rows, 1)]
    found = opens(loose(lines, width=700, height=200))
    assert [found[0], found[6]] == [True, False]


def test_blocks_of_flat_text_open() -> None:
    """Each block of flat text opens; wrapped rows inside do not, unless indented."""
    text = """
  Garrison Day was celebrated by the
Colored people of St. Louis by several
meetings, at which speeches were made.
  The memorial services began at 11
a. m., at the Central Baptist church.

The end of it came on the next day at
noon, as the speakers went home again.
"""
    assert opens(flat(text)) == [True, False, False, True, False, True, False]


def test_a_short_indented_line_after_a_stop_is_not_centred() -> None:
    """White on its right, as wide as its indent, does not make a first line a centred one."""
    sheet = column(
        (0, 300, "The harbour board has agreed to deepen the"),
        (0, 290, "northern channel before the winter storms."),
        (INDENT, 270, "Since the spring, however, the old trees"),
        (0, 300, "felled in the typhoon are to be replaced by"),
        (0, 300, "saplings that the city has bought abroad and"),
        (0, 296, "will plant along the road in the summer."),
    )
    assert [True, False, True, False, False, False] == opens(sheet)


def test_items_of_a_list_in_flat_text_open_paragraphs() -> None:
    """Each bullet begins an item, though no blank row parts them."""
    text = (
        "HARBOUR TO BE DEEPENED\n\nThe harbour board has agreed to deepen the northern channel "
        "before the winter storms come.\n\n"
        "• a tram to the pier for the whole of the summer, at last\n"
        "• two new buses for the town and for the villages around it\n"
        "• the new loans of May, which are to pay for all of these\n"
    )
    assert [True, True, True] == opens(flat(text))[-3:]


def test_verse_and_lists_keep_their_lines() -> None:
    """On a scan, too, each line of a stanza begins anew, and each item of a list."""
    verse = [
        "The night was dark, the wind was high,",
        "No star was seen in all the sky,",
        "The ship came in, her sails were torn,",
        "Her men looked weary and forlorn.",
    ]
    assert opens(column(*((0, 290, text) for text in verse))) == [True] * 4
    items = ["1. John Smith, of Rope Walk.", "2. William Alder, of the High", "Street."]
    assert opens(column(*((0, 300, text) for text in items))) == [True, True, False]
