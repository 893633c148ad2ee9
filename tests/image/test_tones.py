from __future__ import annotations

from typing import Any

from digitize.image.ink import ink_of
from digitize.image.tones import regularity


def test_print_sways_from_line_to_line_and_a_photograph_does_not(press: Any) -> None:
    """The measure that keeps smeared text from being taken for a picture tells them apart."""
    press.column(80, 80, 740, 16)
    press.halftone(250, 600, 650, 1000)
    ink = ink_of(press.pixels)
    assert regularity(ink.mask[70:430, 80:820], ink.glyph) > 0.3
    assert regularity(ink.mask[600:1000, 250:650], ink.glyph) < 0.2
