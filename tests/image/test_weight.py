from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from PIL import ImageFont

from digitize.image.lines import Lines
from digitize.image.weight import Weight


def _heavy(press: Any, x: int, y: int, text: str, size: int) -> None:
    """Print a line in a heavier face: the same letters with wider strokes."""
    font = ImageFont.load_default(size)
    press.pen.text((x, y), text, fill=20, font=font, anchor="ls", stroke_width=1, stroke_fill=20)


@pytest.mark.parametrize("size", [20, 36])
def test_a_line_with_wider_strokes_is_bold(press: Any, lines_of: Any, size: int) -> None:
    """Among lines of one size the heavier is marked, and no other, in fine type and in large."""
    press.column(60, 100, 760, 6, size)
    _heavy(press, 60, 100 + 8 * size, "Harbour works to begin", size)
    press.column(60, 100 + 10 * size, 760, 6, size)
    found = lines_of(Weight()(Lines()(press.sheet)))
    bold = [line.box.y0 for line in found if line.bold]
    assert 1 == len(bold)
    assert abs(bold[0] - (100 + 7 * size)) < size


def test_a_line_that_only_begins_in_bold_is_text(press: Any, lines_of: Any) -> None:
    """The name at the head of a notice is set in bold, its line is no heading."""
    press.column(60, 100, 760, 6, 20)
    _heavy(press, 60, 300, "THE POLYTECHNIC IN TOWN", 20)
    press.text(370, 300, "on the courthouse, daily at ten", 20)
    press.column(60, 340, 760, 6, 20)
    assert not any(line.bold for line in lines_of(Weight()(Lines()(press.sheet))))


def test_larger_type_is_not_bold_for_being_large(press: Any, lines_of: Any) -> None:
    """Strokes grow with the size of the type; a headline half as large again stays plain."""
    press.column(60, 100, 760, 8, 20)
    press.text(60, 330, "Harbour works to begin today", 29)
    press.column(60, 380, 760, 8, 20)
    assert not any(line.bold for line in lines_of(Weight()(Lines()(press.sheet))))


def test_a_page_without_print_goes_through(on_bench: Any) -> None:
    """A blank page has no lines to weigh."""
    sheet = on_bench(np.full((400, 300), 255, np.uint8))
    assert Weight()(sheet).page.regions == sheet.page.regions
