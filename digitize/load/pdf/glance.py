"""What a PDF page is made of, at a glance: text that shows, text that hides, images, outlines."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from itertools import islice
from typing import Any

import numpy as np
import pypdfium2 as pdfium
from pypdfium2 import raw

Corner = tuple[float, float, float, float]

OBJECTS = 200_000  # looked at: a full newspaper page has 20 000, a bomb has no end
COVERING = 0.8  # an image over this share of the page makes it a scan, or a full-page picture
_GRID = 64  # cells a side, to add up images that overlap or lie in strips
_UNSEEN = frozenset({raw.FPDF_TEXTRENDERMODE_INVISIBLE, raw.FPDF_TEXTRENDERMODE_CLIP})


@dataclass(frozen=True, slots=True)
class Glance:
    """The facts by which a page is taken for a scan or for type."""

    width: float  # points, as displayed
    height: float
    turn: int  # quarter turns clockwise that the viewer makes
    visible: int  # characters of text that show, spaces aside
    hidden: frozenset[tuple[str, int, int]]  # text that does not: character and origin, see `spot`
    images: tuple[tuple[int, int], ...]  # width and height in pixels
    cover: float  # share of the page that images cover, 0..1
    outlines: int  # drawn paths; letters may be among them
    lone: Any  # the image when there is exactly one, for `raster.embedded`


def spot(char: str, x: float, y: float) -> tuple[str, int, int]:
    """Return the key of a character at (x, y), points from the page's displayed top left."""
    return char, round(x), round(y)


def glance(page: pdfium.PdfPage) -> Glance:
    """Look at a page; raises pdfium.PdfiumError when it cannot be taken apart."""
    objects = list(islice(page.get_objects(), OBJECTS))
    images = [item for item in objects if item.type == raw.FPDF_PAGEOBJ_IMAGE]
    frame = page.get_bbox()
    order = {_address(item.raw): place for place, item in enumerate(objects)}
    lids = [
        place
        for place, item in enumerate(objects)
        if item.type == raw.FPDF_PAGEOBJ_IMAGE and _cover([bounds(item)], frame) >= COVERING
    ]
    visible, hidden = _text(page, order, max(lids, default=-1))
    width, height = page.get_size()
    return Glance(
        width=width,
        height=height,
        turn=page.get_rotation() // 90,
        visible=visible,
        hidden=hidden,
        images=tuple(map(_size, images)),
        cover=_cover([bounds(item) for item in images], frame),
        outlines=sum(item.type == raw.FPDF_PAGEOBJ_PATH for item in objects),
        lone=images[0] if len(images) == 1 else None,
    )


def _size(image: pdfium.PdfImage) -> tuple[int, int]:
    try:
        width, height = image.get_px_size()
    except pdfium.PdfiumError:
        return 0, 0  # damaged: it will not be drawn either
    return int(width), int(height)


def bounds(item: pdfium.PdfObject) -> Corner:
    """Return left, bottom, right, top of an object in page space, forms around it undone."""
    left, bottom, right, top = item.get_bounds()
    corners = [(x, y) for x in (left, right) for y in (bottom, top)]
    around = item.container
    while around is not None:
        matrix = around.get_matrix()
        corners = [matrix.on_point(x, y) for x, y in corners]
        around = around.container
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return min(xs), min(ys), max(xs), max(ys)


def displayed(x: float, y: float, frame: Corner, turn: int) -> tuple[float, float]:
    """Map a point of page space to points from the top left of the page as displayed."""
    left, bottom, right, top = frame
    return (
        (x - left, top - y),
        (y - bottom, x - left),
        (right - x, y - bottom),
        (top - y, right - x),
    )[turn % 4]


def _cover(boxes: list[Corner], frame: Corner) -> float:
    left, bottom, right, top = frame
    wide, high = right - left, top - bottom
    if not (wide > 0 and high > 0):
        return 0.0
    grid = np.zeros((_GRID, _GRID), dtype=bool)
    for x0, y0, x1, y1 in boxes:
        if not np.all(np.isfinite((x0, y0, x1, y1))):
            continue
        columns = [_cell((x - left) / wide) for x in (x0, x1)]
        rows = [_cell((y - bottom) / high) for y in (y0, y1)]
        grid[rows[0] : rows[1], columns[0] : columns[1]] = True
    return float(grid.mean())


def _cell(share: float) -> int:
    return round(min(1.0, max(0.0, share)) * _GRID)


def _address(handle: Any) -> int:
    return ctypes.cast(handle, ctypes.c_void_p).value or 0


def _text(
    page: pdfium.PdfPage, order: dict[int, int], lid: int
) -> tuple[int, frozenset[tuple[str, int, int]]]:
    """Count what shows and list what hides: invisible, transparent, or under an image."""
    frame, turn = page.get_bbox(), page.get_rotation() // 90
    text = page.get_textpage()
    seen: dict[int, bool] = {}
    visible, hidden = 0, set()
    for index in range(text.count_chars()):
        char = chr(raw.FPDFText_GetUnicode(text, index))
        handle = raw.FPDFText_GetTextObject(text, index)
        if char.isspace() or not handle:
            continue
        key = _address(handle)
        if key not in seen:
            seen[key] = _shows(handle) and order.get(key, lid + 1) > lid
        if seen[key]:
            visible += 1
        else:
            x, y = ctypes.c_double(), ctypes.c_double()
            raw.FPDFText_GetCharOrigin(text, index, x, y)
            hidden.add(spot(char, *displayed(x.value, y.value, frame, turn)))
    return visible, frozenset(hidden)


def _shows(handle: Any) -> bool:
    if raw.FPDFTextObj_GetTextRenderMode(handle) in _UNSEEN:
        return False
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    known = raw.FPDFPageObj_GetFillColor(handle, red, green, blue, alpha)
    return not known or alpha.value > 0
