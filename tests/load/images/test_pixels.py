from __future__ import annotations

import numpy as np
import pytest
from PIL import Image

from digitize.load.images.pixels import STRIP, pixels

GREY = Image.linear_gradient("L")  # 256 x 256, black at the top, white at the foot


@pytest.mark.parametrize("mode", ["L", "LA", "RGB", "RGBA", "P", "CMYK", "YCbCr", "I", "F"])
def test_grey_stays_grey_in_every_mode(mode: str):
    """A grey picture, however stored, comes out grey, its tones within two levels."""
    array = pixels(GREY.convert("RGB").convert(mode) if mode == "YCbCr" else GREY.convert(mode))
    assert (256, 256) == array.shape
    assert np.uint8 == array.dtype
    assert 2 >= int(np.abs(array.astype(int) - np.asarray(GREY).astype(int)).max())


def test_colour_stays_colour():
    """One coloured pixel keeps the page in colour."""
    image = GREY.convert("RGB")
    image.putpixel((255, 255), (255, 0, 0))
    array = pixels(image)
    assert (256, 256, 3) == array.shape
    assert [255, 0, 0] == array[255, 255].tolist()


def test_what_is_transparent_is_paper():
    """Black ink behind full transparency is white paper, opaque ink is ink."""
    image = Image.new("RGBA", (2, 1), (0, 0, 0, 0))
    image.putpixel((1, 0), (0, 0, 0, 255))
    assert [[255, 0]] == pixels(image).tolist()


def test_bilevel_is_black_and_white():
    """One bit per pixel becomes 0 and 255."""
    image = Image.new("1", (2, 1), 0)
    image.putpixel((1, 0), 1)
    assert [[0, 255]] == pixels(image).tolist()


@pytest.mark.parametrize("bits", [9, 10, 12, 16])
def test_deep_grey_is_scaled_by_the_bits_in_use(bits: int):
    """Twelve bits stored in sixteen come out from black to white, not black."""
    values = np.linspace(0, 2**bits - 1, 256).astype(np.uint16).reshape(1, -1)
    array = pixels(Image.fromarray(values))
    assert (0, 255) == (array[0, 0], array[0, -1])
    assert 1 >= int(np.abs(array[0].astype(int) - np.arange(256)).max())


def test_deep_white_is_zero_is_turned_over():
    """Sixteen-bit grey in which 0 is white comes out dark on light."""
    values = np.array([[0, 65535]], dtype=np.uint16)
    assert [[255, 0]] == pixels(Image.fromarray(values), white_is_zero=True).tolist()


def test_floats_are_scaled():
    """Floats from 0 to 1 fill the eight bits; what is no number is black."""
    values = np.array([[0.0, 0.5, 1.0, np.nan]], dtype=np.float32)
    assert [[0, 128, 255, 0]] == pixels(Image.fromarray(values)).tolist()


def test_lab_becomes_grey_or_colour():
    """CIE LAB paper white is white and mid-grey is grey."""
    image = Image.new("LAB", (1, 1), (255, 128, 128))
    assert 250 <= int(pixels(image).min())


def test_images_longer_than_a_strip_are_whole():
    """A page of more rows than are converted at a time has every row in its place."""
    tall = np.arange(STRIP * 2 + 7, dtype=np.int64) % 251
    image = Image.fromarray(np.repeat(tall[:, None], 3, axis=1).astype(np.uint8)).convert("RGB")
    assert tall.tolist() == pixels(image)[:, 0].tolist()
