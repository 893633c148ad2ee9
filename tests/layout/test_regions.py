from __future__ import annotations

from digitize.layout.page.scale import text_regions
from digitize.layout.regions import Regions
from digitize.model.geometry import Box
from digitize.model.page import Region, Role
from digitize.model.reading import read
from digitize.stage import Sheet
from tests.layout.draw import flat, line, loose


def texts(sheet: Sheet) -> list[str]:
    """Return the text of each region."""
    return [read(region.lines) for region in text_regions(Regions()(sheet).page)]


def page(*parts: tuple[Box, str, float], rules: tuple[Box, ...] = ()) -> Sheet:
    """Return a page of single lines and rules."""
    lines = [line(at, box, text, size) for at, (box, text, size) in enumerate(parts, 1)]
    marks = [
        Region(id=f"p0001.rule{at:03d}", box=box, role=Role.SEPARATOR)
        for at, box in enumerate(rules, 1)
    ]
    return loose(lines, *marks, width=800, height=600)


def body(count: int, x: int, y: int) -> list[tuple[Box, str, float]]:
    """Return lines of body type, one under the other."""
    return [
        (Box(x, y + 20 * row, x + 300, y + 20 * row + 16), "some words of text", 16.0)
        for row in range(count)
    ]


def test_two_columns_are_two_regions() -> None:
    """Lines side by side never share a region."""
    assert len(texts(page(*body(5, 0, 0), *body(5, 330, 0)))) == 2


def test_a_headline_stands_apart_from_its_text() -> None:
    """A change of type begins a region."""
    head = (Box(0, 0, 300, 40), "Flood in the north", 48.0)
    assert len(texts(page(head, *body(4, 0, 50)))) == 2


def test_a_line_from_another_page_stands_apart_from_the_text_under_it() -> None:
    """It is set like the text, and ends short."""
    line_ = (Box(0, 0, 110, 16), "● From page 1", 16.0)
    assert ["● From page 1"] == texts(page(line_, *body(5, 0, 20)))[:1]


def test_a_letter_stands_apart_from_the_headline_over_it() -> None:
    """It begins with whom it is written to, however near the headline and like it in size."""
    head = (Box(0, 0, 200, 16), "Fontes Charges Fraud", 16.0)
    greeting = (Box(0, 20, 220, 36), "To the Editor of the Globe:", 16.0)
    assert ["Fontes Charges Fraud"] == texts(page(head, greeting, *body(5, 0, 40)))[:1]


def test_a_rule_parts_text() -> None:
    """A printed rule between two lines ends a region."""
    rule = Box(0, 38, 300, 39)
    assert len(texts(page(*body(4, 0, 0), rules=(rule,)))) == 2


def test_white_parts_text() -> None:
    """A gap clearly wider than between the other lines ends a region."""
    assert len(texts(page(*body(4, 0, 0), *body(4, 0, 110)))) == 2


def test_blank_rows_part_flat_text() -> None:
    """Blocks of flat text end at blank rows."""
    assert texts(flat("one\ntwo\n\nthree")) == ["one two", "three"]


def test_long_rows_are_regions_of_their_own() -> None:
    """A row that holds a whole paragraph is a block, with or without blank rows around it."""
    paragraph = "The council met on Tuesday and decided nothing at all. " * 3
    assert len(texts(flat(f"{paragraph}\n{paragraph}"))) == 2


def test_headings_and_facts_without_blank_rows_are_parted() -> None:
    """Name, date, headlines and text that stand row under row come apart."""
    text = """
THE EVENING STAR.
WASHINGTON, D. C., MONDAY, AUGUST 25, 1862.
THE WAR.
LATEST FROM GEN. POPE'S ARMY.
We have intelligence from the front this morning to the effect that
the enemy made several attempts on Saturday to cross the river and
were on each occasion handsomely repulsed.
"""
    rows = text.strip().split("\n")
    assert [*rows[:4], " ".join(rows[4:])] == texts(flat(text))


def test_every_line_is_in_one_region() -> None:
    """Specks too are kept, in regions of their own."""
    sheet = page(*body(4, 0, 0), (Box(700, 500, 704, 504), "'", 4.0))
    done = Regions()(sheet).page
    ids = sorted(item.id for region in done.regions for item in region.lines)
    assert ids == [f"p0001.l{at:04d}" for at in range(1, 6)]
