"""Lines of print for the tests of this room, drawn with the face that comes with Pillow."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

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
