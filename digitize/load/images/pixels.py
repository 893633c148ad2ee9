"""Any image Pillow can decode, brought to eight bits: grey, or RGB where there is colour."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import cast

import numpy as np
from PIL import Image, ImageCms

from digitize.stage import Pixels

WHITE = 255
STRIP = 512  # rows converted at a time, so that a large scan is never held three times over
_ALPHA = frozenset({"LA", "La", "PA", "RGBA", "RGBa"})
_GREY = frozenset({"1", "L", "LA", "La"})
_DEEP = ("I", "F")  # the first letter of modes deeper than eight bits
_SOLID = {"La": "LA", "RGBa": "RGBA", "PA": "RGBA"}

Convert = Callable[[Image.Image], Image.Image]


def pixels(image: Image.Image, *, white_is_zero: bool = False) -> Pixels:
    """Return a decoded image as grey (height, width) or RGB (height, width, 3), dtype uint8.

    Grey stays grey, and RGB whose three values agree throughout becomes grey. What is
    transparent becomes white paper. `white_is_zero` turns deep greys over, which Pillow does
    for eight bits and fewer only.
    """
    if image.mode.startswith(_DEEP):
        return _deep(image, white_is_zero=white_is_zero)
    if image.mode in _ALPHA or "transparency" in image.info:
        return _striped(image, _on_paper, grey=image.mode in _GREY)
    if image.mode in _GREY:
        return _striped(image, _as_grey, grey=True)
    return _striped(image, _lab_to_rgb() if image.mode == "LAB" else _as_rgb, grey=False)


def plain(array: Pixels) -> Pixels:
    """Return RGB as grey when every pixel has three equal values: the colour model lied."""
    for strip in (array[top : top + STRIP] for top in range(0, len(array), STRIP)):
        if not np.array_equal(strip[..., 0], strip[..., 1]):
            return array
        if not np.array_equal(strip[..., 1], strip[..., 2]):
            return array
    return np.ascontiguousarray(array[..., 0])


def _strips(image: Image.Image) -> Iterator[tuple[slice, Image.Image]]:
    for top in range(0, image.height, STRIP):
        bottom = min(top + STRIP, image.height)
        strip = image.crop((0, top, image.width, bottom))
        strip.info = image.info
        yield slice(top, bottom), strip


def _striped(image: Image.Image, convert: Convert, *, grey: bool) -> Pixels:
    shape = (image.height, image.width) if grey else (image.height, image.width, 3)
    array = cast("Pixels", np.empty(shape, dtype=np.uint8))
    for rows, strip in _strips(image):
        array[rows] = np.asarray(convert(strip))
    return array if grey else plain(array)


def _as_grey(image: Image.Image) -> Image.Image:
    return image.convert("L")


def _as_rgb(image: Image.Image) -> Image.Image:
    return image if image.mode == "RGB" else image.convert("RGB")


def _on_paper(image: Image.Image) -> Image.Image:
    grey = image.mode in _GREY
    solid = image.convert(_SOLID.get(image.mode, image.mode)).convert("LA" if grey else "RGBA")
    paper = Image.new("L" if grey else "RGB", solid.size, WHITE if grey else (WHITE,) * 3)
    paper.paste(solid.convert(paper.mode), mask=solid.getchannel("A"))
    return paper


def _lab_to_rgb() -> Convert:
    lab, rgb = ImageCms.createProfile("LAB"), ImageCms.createProfile("sRGB")
    transform = ImageCms.buildTransform(lab, rgb, "LAB", "RGB")

    def convert(image: Image.Image) -> Image.Image:
        return transform.apply(image)

    return convert


def _deep(image: Image.Image, *, white_is_zero: bool) -> Pixels:
    """Scale by the depth in use: 9 to 16 bits, whatever the file declares.

    Scanners store 12 bits in 16; the largest value tells which. Floats are taken as 0..1 or,
    when larger values occur, by the largest.
    """
    floats = image.mode.startswith("F")
    peak = max((_peak(strip) for _, strip in _strips(image)), default=0.0)
    if floats:
        top = 1.0 if peak <= 1 else max(peak, float(WHITE))
    else:
        top = float(2 ** max(8, int(peak).bit_length()) - 1)
    array = cast("Pixels", np.empty((image.height, image.width), dtype=np.uint8))
    for rows, strip in _strips(image):
        values = np.nan_to_num(np.asarray(strip, dtype=np.float32), posinf=0, neginf=0)
        array[rows] = np.rint(np.maximum(values, 0) * (WHITE / top))
    return WHITE - array if white_is_zero else array


def _peak(strip: Image.Image) -> float:
    values = np.nan_to_num(np.asarray(strip, dtype=np.float32), posinf=0, neginf=0)
    return float(values.max(initial=0))
