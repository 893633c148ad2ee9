from __future__ import annotations

from itertools import pairwise

from digitize.layout.flat.measure import measure
from digitize.layout.page.scale import all_lines
from tests.layout.draw import flat
from tests.layout.shapes import body

TEXT = """
The town needs a place in which the
children can read and where they may
sit in the winter, when the days are
short and the rooms at home are cold
and dark. So it was said.
Opponents asked for the money to go
to the schools, which are in need of
new roofs before the coming of snow.
"""


def test_a_row_with_room_for_the_next_word_was_ended() -> None:
    """The first word of the next row would have fitted after a last row, after no other."""
    rows = all_lines(flat(TEXT).page)
    column = measure(rows)
    pairs = pairwise(rows)
    assert [column.ended(row, below) for row, below in pairs] == [False] * 4 + [True, False, False]


def test_paragraphs_without_indent_part_at_an_ended_row() -> None:
    """Without indents and blank rows the white after a last row opens a paragraph."""
    assert [text.split()[0] for text in body(f"Council debate\n{TEXT}")] == ["The", "Opponents"]
