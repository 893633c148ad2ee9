"""A small printing press: pages set in Pillow's own type, with rules, pictures and borders."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from digitize.model.geometry import Box
from digitize.model.page import Line, Page, Role, Scan
from digitize.stage import Pixels, Sheet

WORDS = (
    "the town council met on Monday night and heard a long report about roads bridges and water "
    "while many people stood outside in heavy rain waiting for news of their friends at sea "
).split()


class Press:
    """A white page to print on; every method returns what it printed, as boxes."""

    def __init__(self, width: int = 900, height: int = 1200) -> None:
        self.image = Image.new("L", (width, height), 255)
        self.pen = ImageDraw.Draw(self.image)

    def text(self, x: int, y: int, text: str, size: int, ink: int = 20) -> Box:
        """Print one line; `x`, `y` is the left end of its baseline."""
        font = ImageFont.load_default(size)
        self.pen.text((x, y), text, fill=ink, font=font, anchor="ls")
        return Box(*(round(value) for value in self.pen.textbbox((x, y), text, font, "ls")))

    def column(self, x: int, y: int, width: int, lines: int, size: int = 20) -> list[Box]:
        """Print a justified column of body type, the baseline of its first line at `y`."""
        font, boxes, at = ImageFont.load_default(size), [], x
        for line in range(lines):
            words: list[str] = []
            while font.getlength(" ".join([*words, WORDS[at % len(WORDS)]])) <= width:
                words.append(WORDS[at % len(WORDS)])
                at += 1
            spare = width - sum(font.getlength(word) for word in words)
            left = float(x)
            for word in words:
                box = self.text(round(left), y + round(line * size * 1.15), word, size)
                left += font.getlength(word) + spare / max(1, len(words) - 1)
            boxes.append(Box(x, box.y0, x + width, box.y1))
        return boxes

    def rule(self, x0: int, y0: int, x1: int, y1: int) -> Box:
        """Print a black rule."""
        self.pen.rectangle((x0, y0, x1 - 1, y1 - 1), fill=10)
        return Box(x0, y0, x1, y1)

    def halftone(self, x0: int, y0: int, x1: int, y1: int) -> Box:
        """Print a photograph in dots, from dark at its left to grey at its right."""
        across, down = np.meshgrid(np.arange(x1 - x0), np.arange(y1 - y0))
        dots = np.sin(across * 1.6) * np.sin(down * 1.6)
        shade = np.linspace(0.9, -0.3, x1 - x0)[None, :]
        tone = np.where(dots < shade, 30, 235).astype(np.uint8)
        self.image.paste(Image.fromarray(tone), (x0, y0))
        return Box(x0, y0, x1, y1)

    def character(self, x: int, y: int, size: int, seed: int) -> None:
        """Print something as square and as dense as a Chinese character."""
        random = np.random.default_rng(seed)
        stroke, end = max(2, size // 10), size * 0.9
        for at in random.choice(4, 3, replace=False):
            level = y + round(size * (0.08 + 0.24 * at))
            self.pen.rectangle((x, level, x + end, level + stroke), fill=20)
        for at in random.choice(3, 2, replace=False):
            side = x + round(size * (0.1 + 0.33 * at))
            self.pen.rectangle((side, y, side + stroke, y + end), fill=20)

    @property
    def pixels(self) -> Pixels:
        """The page as printed."""
        return np.array(self.image)

    @property
    def sheet(self) -> Sheet:
        """The page on the bench."""
        return bench(self.pixels)


def bench(pixels: Pixels) -> Sheet:
    """Put an image on the bench."""
    scan = Scan(path="page.png", width=pixels.shape[1], height=pixels.shape[0])
    return Sheet(page=Page(id="p0001", number=1, scan=scan), pixels=pixels)


@pytest.fixture
def press() -> Press:
    """Return a fresh page."""
    return Press()


@pytest.fixture
def on_bench() -> Callable[[Pixels], Sheet]:
    """Return what puts an image on the bench."""
    return bench


@pytest.fixture
def lines_of() -> Callable[[Sheet], list[Line]]:
    """Return what lists the text lines of a sheet."""

    def lines(sheet: Sheet) -> list[Line]:
        return [line for region in sheet.page.regions for line in region.lines]

    return lines


@pytest.fixture
def boxes_of() -> Callable[[Sheet, Role], list[Box]]:
    """Return what lists the boxes of a sheet's regions of one role."""

    def boxes(sheet: Sheet, role: Role) -> list[Box]:
        return [region.box for region in sheet.page.regions if region.role is role]

    return boxes
