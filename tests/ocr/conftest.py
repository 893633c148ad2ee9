"""Lines of print for the tests of this room, drawn with the face that comes with Pillow."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from digitize.stage import Pixels

MARGIN = 6


@pytest.fixture(scope="session")
def draw() -> Callable[..., Pixels]:
    """Return a function that draws a line of text, black on white, with 6 pixels of paper."""

    def drawn(text: str, size: int = 24) -> Pixels:
        font = ImageFont.load_default(size)
        x0, y0, x1, y1 = font.getbbox(text)
        area = (int(x1 - x0) + 2 * MARGIN, int(y1 - y0) + 2 * MARGIN)
        image = Image.new("L", area, 255)
        ImageDraw.Draw(image).text((MARGIN - x0, MARGIN - y0), text, font=font, fill=0)
        return np.asarray(image, dtype=np.uint8)

    return drawn


WORDS = (
    "the town council met on Monday night and heard a long report about roads bridges and water "
    "while many people stood outside in heavy rain waiting for news of their friends at sea "
).split()


@pytest.fixture(scope="session")
def column() -> Callable[..., Pixels]:
    """Return a function that prints a page with one column of body type, grey as on a scan."""

    def printed(lines: int = 20, size: int = 24, ink: int = 40, paper: int = 235) -> Pixels:
        font = ImageFont.load_default(size)
        image = Image.new("L", (700, 100 + round(1.4 * size * lines)), paper)
        pen, at = ImageDraw.Draw(image), 0
        for line in range(lines):
            words: list[str] = []
            while font.getlength(" ".join([*words, WORDS[at % len(WORDS)]])) <= 560:
                words.append(WORDS[at % len(WORDS)])
                at += 1
            pen.text((70, 50 + round(1.4 * size * line)), " ".join(words), fill=ink, font=font)
        return np.asarray(image, dtype=np.uint8)

    return printed


@pytest.fixture(scope="session")
def blurred() -> Callable[..., Pixels]:
    """Return a function that blurs a page, as a lens out of focus does."""

    def out_of_focus(page: Pixels, sigma: float) -> Pixels:
        image = Image.fromarray(page).filter(ImageFilter.GaussianBlur(sigma))
        return np.asarray(image, dtype=np.uint8)

    return out_of_focus
