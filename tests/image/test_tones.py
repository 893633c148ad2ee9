from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
from PIL import Image

from digitize.image.ink import ink_of
from digitize.image.tones import find_tones, regularity


def test_print_sways_from_line_to_line_and_a_photograph_does_not(press: Any) -> None:
    """The measure that keeps smeared text from being taken for a picture tells them apart."""
    press.column(80, 80, 740, 16)
    press.halftone(250, 600, 650, 1000)
    ink = ink_of(press.pixels)
    assert regularity(ink.mask[70:430, 80:820], ink.glyph) > 0.3
    assert regularity(ink.mask[600:1000, 250:650], ink.glyph) < 0.2


def test_the_white_between_coarse_dots_is_no_paper(press: Any) -> None:
    """A photograph on bitonal film is a tone, though each of its dots stands apart."""
    dot = np.full((13, 13), 255, np.uint8)
    dot[:9, :9] = 60
    press.image.paste(Image.fromarray(np.tile(dot, (40, 50))), (100, 300))
    ink = replace(ink_of(press.pixels), glyph=31.0, step=1.0)
    tones = find_tones(ink, np.zeros_like(ink.mask))
    found = np.argwhere(tones.areas) * tones.factor
    assert np.abs(np.concatenate([found.min(0), found.max(0)]) - [300, 100, 820, 750]).max() < 31
