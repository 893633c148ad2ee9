from __future__ import annotations

from typing import Any

import numpy as np

from digitize.image.glyphs import find_glyphs
from digitize.image.ink import ink_of
from digitize.image.rows import find_rows


def test_a_full_stop_and_a_quotation_mark_belong_to_their_row(press: Any) -> None:
    """Small marks at the end of a line are in its box."""
    press.column(100, 100, 600, 10)
    printed = press.text(100, 400, "and so it ended.\u201d", 20)
    ink = ink_of(press.pixels)
    rows = find_rows(*find_glyphs(ink.mask), np.zeros_like(ink.mask), ink.glyph)
    last = max(rows, key=lambda row: row.base)
    assert abs(printed.x1 - last.box.x1) <= 2


def test_nothing_is_linked_across_what_is_blocked(press: Any) -> None:
    """A blocked column cuts the row that runs through it."""
    printed = press.column(100, 100, 600, 1)[0]
    ink = ink_of(press.pixels)
    free = find_rows(*find_glyphs(ink.mask), np.zeros_like(ink.mask), ink.glyph)
    gap = int(np.argmax(~ink.mask[:, 300:600].any(axis=0))) + 300
    blocked = np.zeros_like(ink.mask)
    blocked[:, gap] = 255
    cut = find_rows(*find_glyphs(ink.mask), blocked, ink.glyph)
    assert (1, 2) == (len(free), len(cut))
    assert printed.width - 3 <= free[0].box.width


def test_a_row_knows_its_baseline_and_its_capitals(press: Any) -> None:
    """Descenders do not pull the baseline down."""
    press.column(100, 100, 600, 10)
    press.text(100, 400, "Happy people enjoy playing joyfully", 20)
    ink = ink_of(press.pixels)
    rows = find_rows(*find_glyphs(ink.mask), np.zeros_like(ink.mask), ink.glyph)
    last = max(rows, key=lambda row: row.base)
    assert abs(400 - last.base) <= 1
    assert abs(14 - last.rise) <= 2
