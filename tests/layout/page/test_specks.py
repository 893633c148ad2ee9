from __future__ import annotations

import pytest

from digitize.layout.page.specks import specks
from digitize.model.geometry import Box
from tests.layout.draw import line


@pytest.mark.parametrize(("y", "kept"), [(40, True), (400, False)])
def test_a_lone_number_in_the_first_row_is_no_speck(y: int, *, kept: bool) -> None:
    """Far from any text a digit is the page's number in the row over the page, else a stain."""
    head = line(1, Box(600, 40, 900, 60), "THE AMERY COURIER", 20)
    rows = [
        line(2 + at, Box(300, 100 + 26 * at, 600, 120 + 26 * at), "lorem ipsum dolor", 20)
        for at in range(20)
    ]
    digit = line(90, Box(40, y, 52, y + 20), "2", 20)
    assert kept is (digit.id not in specks([digit, head, *rows], []))


def test_a_sentence_may_end_over_an_indented_row() -> None:
    """The last figure of a paragraph, alone at the head of a column, is text."""
    rows = [
        line(1, Box(348, 100, 700, 124), "約三千人日前在天文台門外聚", 24),
        *(
            line(
                2 + at,
                Box(300, 130 + 30 * at, 700, 154 + 30 * at),
                "集其後冒雨離開司徒民達又透",
                24,
            )
            for at in range(9)
        ),
    ]
    rest = line(90, Box(300, 70, 348, 94), "29。", 24)
    assert {} == specks([rest, *rows], [])
