from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw

from digitize.load.images.tones import is_negative, positive
from digitize.stage import Pixels


def page(paper: int, ink: int) -> Pixels:
    """Return a page of small strokes, about a sixth of it ink."""
    image = Image.new("L", (600, 800), paper)
    draw = ImageDraw.Draw(image)
    for y in range(20, 780, 16):
        for x in range(20, 580, 10):
            draw.rectangle((x, y, x + 3, y + 7), fill=ink)
    return np.array(image)


@pytest.mark.parametrize(
    ("paper", "ink", "expected"), [(240, 20, False), (80, 15, False), (10, 235, True)]
)
def test_a_negative_is_told_from_a_dark_page(paper: int, ink: int, *, expected: bool):
    """Light print on dark is a negative; dark print on dark paper is only a dark page."""
    assert expected == is_negative(page(paper, ink))


def test_a_black_frame_makes_no_negative():
    """A page that fills a quarter of a black film frame is not turned over."""
    frame = np.zeros((1600, 1200), dtype=np.uint8)
    frame[200:1000, 300:900] = page(240, 20)
    assert not is_negative(frame)


def test_a_negative_is_turned_over_and_told():
    """The negative's paper becomes light, and the page says that it was turned over."""
    turned, warnings = positive(page(10, 235))
    assert 245 == int(np.median(turned))
    assert ("negative: tones turned over",) == warnings


def test_an_empty_page_is_left_alone():
    """A blank page, even a black one, has no print to judge by."""
    black = np.zeros((300, 300), dtype=np.uint8)
    same, warnings = positive(black)
    assert same is black
    assert () == warnings


@pytest.mark.parametrize("size", [(1, 9_000), (9_000, 1), (2, 100_000)])
def test_a_page_as_thin_as_a_thread_is_no_negative(size: tuple[int, int]):
    """Reduced to be looked at, a page of one pixel's width keeps that pixel."""
    assert not is_negative(np.zeros(size, dtype=np.uint8))
