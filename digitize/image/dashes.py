"""Find the dashes that stand between stories: short rules in the middle of a column."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

import numpy as np

from digitize.image.ink import Mask, inked
from digitize.image.morphology import grown
from digitize.image.painted import painted, scaled, window
from digitize.model.geometry import Box
from digitize.model.page import Page, Region, Role
from digitize.stage import Fact, Ink, Sheet

SHORT = 1.6  # glyph heights: the least length of a dash; hyphens are shorter
THIN = 0.45  # glyph heights: thicker strokes are bars and letters
SLENDER = 4.0  # times as long as thick
WHITE = 0.6  # glyph heights of paper over and under a dash
ALONE = 2.0  # glyph heights of paper at its left and right
CLEAN = 0.02  # of the paper around that specks may ink


@dataclass(frozen=True, slots=True)
class Dashes:
    """Find short rules with paper all around; each gives a SEPARATOR region "p0001.dash001".

    They stand between two stories of a column, or between a headline and its deck, and are
    shorter than what `separators` takes for a rule; hyphens and dashes in a line have letters
    beside them.
    """

    name: ClassVar[str] = "dashes"
    needs: ClassVar[frozenset[Fact]] = frozenset({"pixels", "lines"})
    gives: ClassVar[frozenset[Fact]] = frozenset()

    def __call__(self, sheet: Sheet, /) -> Sheet:
        """Return the sheet with its dashes added to the page's regions."""
        if sheet.pixels is None:
            return sheet
        sheet, ink = inked(sheet)
        boxes = find_dashes(ink, sheet.page) if ink.glyph else []
        found = tuple(
            Region(id=f"{sheet.page.id}.dash{number:03d}", box=box, role=Role.SEPARATOR)
            for number, box in enumerate(boxes, start=1)
        )
        page = replace(sheet.page, regions=(*sheet.page.regions, *found))
        return replace(sheet, page=page, note=f"{len(found)} dashes found")


def find_dashes(ink: Ink, page: Page) -> list[Box]:
    """Return the boxes of the dashes of a page, from the top."""
    rules = grown(painted(page, Role.SEPARATOR, ink) | painted(page, Role.PICTURE, ink), 3, 3)
    free = ink.mask & ~rules
    for region in page.regions:
        for line in region.lines:
            if any(char.isalnum() for word in line.words for char in word.text):
                rules[window(line.box, ink.step)] = 255
    x, y, wide, high, _ = ink.blobs[1:].T
    thin = (high <= max(2.0, THIN * ink.glyph)) & (wide >= SLENDER * high)
    thin &= (wide >= SHORT * ink.glyph) & (rules[y + high // 2, x + wide // 2] == 0)
    boxes = [Box(a, b, a + c, b + d) for a, b, c, d, _ in ink.blobs[1:][thin].tolist()]
    fit = [box for box in boxes if _is_alone(box, free, ink.glyph)]
    return sorted((scaled(box, ink.step) for box in fit), key=lambda box: (box.y0, box.x0))


def _is_alone(box: Box, free: Mask, size: float) -> bool:
    """Whether nothing but paper is around a stroke."""
    white, alone = round(WHITE * size), round(ALONE * size)
    around = free[max(0, box.y0 - white) : box.y1 + white, max(0, box.x0 - alone) : box.x1 + alone]
    own = free[box.y0 : box.y1, box.x0 : box.x1]
    rest = int(np.count_nonzero(around)) - int(np.count_nonzero(own))
    return rest <= CLEAN * (around.size - own.size)
