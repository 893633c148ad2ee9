"""PDF pages as pixels: the embedded scan taken as it is, else the page rendered."""

from __future__ import annotations

import math
from typing import Any, cast

import cv2
import numpy as np
import pypdfium2 as pdfium

from digitize.load.images.pixels import plain
from digitize.load.pdf.glance import Glance, bounds
from digitize.stage import Pixels

DPI = 300.0  # what recognition was trained on; more costs time and gives nothing
PIXELS = 50_000_000  # of one rendered page; a broadsheet at 300 dpi has 31 million
ROUNDING = 0.999  # both sides are rounded up to whole pixels
COARSEST = 60.0  # dpi: an image this coarse is a texture, not a scan
_THUMB = 128  # pixels a side, to compare the embedded scan with the page as displayed
_ALIKE = 12.0  # mean grey levels of difference; an inverted or turned page has 50 and more
_EDGE = 0.02  # of the page's side: a scan that ends here still covers the page


def rendered(page: pdfium.PdfPage, dpi: float) -> tuple[Pixels, float]:
    """Return the page drawn at `dpi`, or at less where that would pass 50 million pixels.

    The second value is the dpi used. Raises pdfium.PdfiumError when it cannot be drawn.
    """
    width, height = page.get_size()
    area = max(width * height, 1e-6)
    scale = min(dpi / 72, ROUNDING * math.sqrt(PIXELS / area))
    scale = max(scale, 1 / max(min(width, height), 1e-3))
    return _pixels(page.render(scale=scale)), round(scale * 72, 2)


def embedded(page: pdfium.PdfPage, seen: Glance) -> tuple[Pixels, float] | None:
    """Return the page's only image in its own pixels and its dpi on the page.

    None when it is turned against the text space, does not cover the page, or does not look
    like the page as displayed: then something else (a mask, a clip, a stamp) matters.
    """
    image = seen.lone
    if image is None or not _upright(image) or not _covers(image, page):
        return None
    try:
        pixels = np.rot90(_pixels(image.get_bitmap(render=False)), -seen.turn)
    except pdfium.PdfiumError:
        return None
    across, down = pixels.shape[1] / seen.width * 72, pixels.shape[0] / seen.height * 72
    square = abs(across - down) <= _EDGE * max(across, down)
    if min(across, down) < COARSEST or not square or not _alike(pixels, page):
        return None
    return np.ascontiguousarray(pixels), round(across, 2)


def _pixels(bitmap: Any) -> Pixels:
    """Return pdfium's bitmap as grey or RGB, its order of bytes undone."""
    array = bitmap.to_numpy()
    if bitmap.mode.startswith("BGR"):
        order = cv2.COLOR_BGR2RGB if array.shape[2] == 3 else cv2.COLOR_BGRA2RGB
        return plain(cv2.cvtColor(array, order))
    return cast("Pixels", np.array(array[..., 0] if array.ndim == 3 else array))


def _upright(image: Any) -> bool:
    a, b, c, d = image.get_matrix().get()[:4]
    return image.container is None and a > 0 and d > 0 and abs(b) + abs(c) < _EDGE * (a + d)


def _covers(image: Any, page: pdfium.PdfPage) -> bool:
    here, frame = bounds(image), page.get_bbox()
    slack = _EDGE * max(frame[2] - frame[0], frame[3] - frame[1])
    return all(abs(edge - limit) <= slack for edge, limit in zip(here, frame, strict=True))


def _alike(pixels: Pixels, page: pdfium.PdfPage) -> bool:
    width, height = page.get_size()
    shown = _thumb(_pixels(page.render(scale=2 * _THUMB / max(width, height))))
    return float(np.abs(_thumb(pixels) - shown).mean()) <= _ALIKE


def _thumb(pixels: Pixels) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    grey = pixels if pixels.ndim == 2 else cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY)
    small = cv2.resize(grey, (_THUMB, _THUMB), interpolation=cv2.INTER_AREA)
    return small.astype(np.float32)
