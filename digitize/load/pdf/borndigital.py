"""A born-digital PDF page: its own characters as words, its rules and pictures as regions."""

from __future__ import annotations

import logging
import math
import re
import statistics
import struct
import unicodedata
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pdfplumber
from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

from digitize.grammar.radicals import unified
from digitize.load.pdf.glance import Glance, spot
from digitize.load.pdf.legible import illegible, is_broken
from digitize.load.pdf.strokes import dotted, is_framed
from digitize.load.pdf.typeset import Glyph, Run, deduplicate, fragments, words
from digitize.model.geometry import NOWHERE, Box, Point, union
from digitize.model.page import Line, Region, Role, Word

DPI = 200.0  # of born-digital pages: boxes are points · 200 / 72
SCALE = DPI / 72

_THIN = 3.0  # points: a filled rectangle no thicker is a rule
_LONG = 12.0  # points: shorter strokes are dashes, ticks and letters
_DARKEST = 0.5  # of white; darker grounds are no tints
_BLACK, _LIKE_BODY, _ROW = 20.0, 1.3, 8
"""Points that a dark ground is high at least, times the page's usual size of type, and letters of
such type: with so many on it, in a lighter colour, it is a box."""
_TINTED = 40.0  # points; a ground so high holds text, a lower one is a bar or a row
_FRAME = 0.97  # of the page: a rectangle of this size is the paper's own colour
_PICTURE = 12.0  # points a side: smaller images are ornaments
_LIGATURES = re.compile("[\ufb00-\ufb06]")
_WHOLLY = 0.8  # of the glyphs of a line in bold; what only begins with a name in bold is text
_BOLD = re.compile(r"bold|black|heavy|demi|-bd|fett|bx\d", re.IGNORECASE)
_SMALLEST = 1.0  # points: smaller type is a trick, not print

logging.getLogger("pdfminer").setLevel(logging.CRITICAL)  # what matters is told by the page

PDFMINER_RAISES = (
    PdfminerException,
    MalformedPDFException,
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
    ArithmeticError,
    AssertionError,
    RecursionError,
    NotImplementedError,
    OSError,
    struct.error,
    zlib.error,
)
"""What pdfminer raises on damaged files; it reads objects without checks of their types."""


class UnreadableText(Exception):  # noqa: N818 - says what it is
    """The text layer cannot be trusted; the page must be looked at instead."""


@dataclass(frozen=True, slots=True)
class Content:
    """What a page holds, boxes in pixels at 200 dpi."""

    regions: tuple[Region, ...]
    width: int
    height: int


def content(path: Path, index: int, seen: Glance, page_id: str) -> Content:
    """Return lines, rules and pictures of page `index`.

    Lines stand in one provisional region "<page>.r000". Raises UnreadableText, with the reason,
    when the text layer is garbage or cannot be read.
    """
    try:
        with pdfplumber.open(path, pages=[index + 1]) as document:
            if not document.pages:
                raise UnreadableText("the page cannot be found by its number")
            view = _View(document.pages[0])
            return _content(view, seen, page_id)
    except PDFMINER_RAISES as error:
        raise UnreadableText(f"its objects cannot be read ({type(error).__name__})") from error


def _content(view: _View, seen: Glance, page_id: str) -> Content:
    if abs(view.width - seen.width) > 1 or abs(view.height - seen.height) > 1:
        raise UnreadableText("its size is not certain")
    chars = [char for char in view.page.chars if not _hides(char, view, seen)]
    reason = illegible((char["text"], str(char["fontname"])) for char in chars)
    if reason:
        raise UnreadableText(reason)
    glyphs = deduplicate(glyph for char in chars if (glyph := view.glyph(char)) is not None)
    if 2 * sum(not glyph.text.isspace() for glyph in glyphs) < seen.visible:
        raise UnreadableText("most of its characters cannot be read")
    rules = list(view.rules())
    upright = [(rule[0], rule[1], rule[3]) for rule in rules if _is_upright(rule)]
    runs = fragments(glyphs, upright)
    lines = tuple(
        _line(run, f"{page_id}.l{number:04d}") for number, run in enumerate(runs, start=1)
    )
    return Content(
        regions=(
            *_text(lines, page_id),
            *_blanks(rules, Role.SEPARATOR, f"{page_id}.rule"),
            *_blanks(list(view.pictures()), Role.PICTURE, f"{page_id}.pic"),
        ),
        width=max(1, round(seen.width * SCALE)),
        height=max(1, round(seen.height * SCALE)),
    )


def _hides(char: dict[str, Any], view: _View, seen: Glance) -> bool:
    if not seen.hidden:
        return False
    x, y = view.origin(char)
    return any(
        spot(char["text"], x + dx, y + dy) in seen.hidden
        for dx in (-0.1, 0.1)
        for dy in (-0.1, 0.1)
    )


Corners = tuple[float, float, float, float]


class _View:
    """A pdfplumber page in points from the top left of the page as displayed.

    pdfplumber counts from the media box of the turned page; the crop box, which is what is
    displayed, has to be turned with it.
    """

    def __init__(self, page: Any) -> None:
        self.page = page
        media, crop = _box(page.page_obj.mediabox), _box(page.page_obj.cropbox)
        crop = (
            max(media[0], crop[0]),
            max(media[1], crop[1]),
            min(media[2], crop[2]),
            min(media[3], crop[3]),
        )
        if crop[2] <= crop[0] or crop[3] <= crop[1]:
            crop = media
        margins = (crop[0] - media[0], media[3] - crop[3], media[2] - crop[2], crop[1] - media[1])
        turn = round(page.rotation / 90) % 4
        left, top = margins[-turn % 4], margins[(1 - turn) % 4]
        self.left = page.mediabox[0] + left
        self.top = page.mediabox[1] + top
        self.tall = page.height
        self.dx, self.dy = left, top
        wide, high = crop[2] - crop[0], crop[3] - crop[1]
        self.width, self.height = (high, wide) if turn % 2 else (wide, high)

    def corners(self, item: dict[str, Any]) -> Corners:
        """Return left, top, right, bottom of a pdfplumber object."""
        return (
            float(item["x0"]) - self.left,
            float(item["top"]) - self.top,
            float(item["x1"]) - self.left,
            float(item["bottom"]) - self.top,
        )

    def origin(self, char: dict[str, Any]) -> tuple[float, float]:
        """Return where the character's pen stood; y is its baseline."""
        x, y = char["matrix"][4:6]
        return x - self.dx, self.tall - y - self.dy

    def glyph(self, char: dict[str, Any]) -> Glyph | None:
        """Return a character as a glyph; None when it is off the page, tiny or no letter."""
        x0, top, x1, bottom = self.corners(char)
        a, b, across, up = char["matrix"][:4]
        turned = round(-math.degrees(math.atan2(b, a)))
        if across and up and not turned:  # the box of slanted type holds its lean
            x1 = max(x0, x1 - abs(across / up) * (bottom - top))
        size = x1 - x0 if 45 < abs(turned) < 135 else float(char["size"])
        text = _LIGATURES.sub(lambda match: unicodedata.normalize("NFKC", match[0]), char["text"])
        text = unified(text)
        off = x1 <= 0 or bottom <= 0 or x0 >= self.width or top >= self.height
        if off or not text or size < _SMALLEST or not math.isfinite(x0 + top + x1 + bottom):
            return None
        if is_broken(text) and not text.isspace():
            text = "\ufffd"
        baseline = self.origin(char)[1]
        if not turned and not top - size <= baseline <= bottom + size:
            baseline = bottom
        bold = bool(_BOLD.search(str(char["fontname"])))
        return Glyph(text, x0, top, x1, bottom, baseline, size, bold, turned)

    def rules(self) -> Iterator[Corners]:
        """Yield long thin strokes: lines, thin rectangles, the four sides of frames, dashes."""
        marks: list[Corners] = []
        for item in (*self.page.lines, *self.page.rects, *self.page.curves):
            corners = self.corners(item)
            x0, top, x1, bottom = corners
            wide, high = x1 - x0, bottom - top
            if not self._within(corners):
                continue
            if max(wide, high) < _LONG:
                if min(wide, high) <= _THIN:
                    marks.append(corners)
            elif min(wide, high) <= _THIN:
                yield corners
            elif self._encloses(item) and not self._whole(corners):
                yield from ((x0, top, x1, top), (x0, bottom, x1, bottom))
                yield from ((x0, top, x0, bottom), (x1, top, x1, bottom))
        yield from dotted(marks)

    def _is_frame(self, item: Mapping[str, Any]) -> bool:
        """Whether a shape is a rectangle, be it with round corners."""
        if item["object_type"] == "rect":
            return True
        edges = (float(item[key]) for key in ("x0", "top", "x1", "bottom"))
        x0, top, x1, bottom = edges
        return item["object_type"] == "curve" and is_framed(item["pts"], (x0, top, x1, bottom))

    def _encloses(self, item: Mapping[str, Any]) -> bool:
        """Whether a rectangle has four sides that part what it holds: drawn, or of a tint."""
        if not self._is_frame(item):
            return False
        light = _light(item.get("non_stroking_color")) if item.get("fill") else 1.0
        tinted = _DARKEST <= light < 1 and item["height"] >= _TINTED
        return bool(item.get("stroke") or tinted or self._is_black(item, light))

    def _is_black(self, item: Mapping[str, Any], light: float) -> bool:
        """Whether a dark rectangle holds a row of body type in a lighter colour: no headline's."""
        if light >= _DARKEST or item["height"] < _BLACK:
            return False
        body = statistics.median(char["size"] for char in self.page.chars) if self.page.chars else 0
        inside = [
            char
            for char in self.page.chars
            if item["x0"] <= (char["x0"] + char["x1"]) / 2 <= item["x1"]
            and item["top"] <= (char["top"] + char["bottom"]) / 2 <= item["bottom"]
            and char["size"] <= _LIKE_BODY * body
            and _light(char.get("non_stroking_color")) >= _DARKEST
        ]
        return len(inside) >= _ROW

    def pictures(self) -> Iterator[Corners]:
        """Yield the boxes of images, but for ornaments and backgrounds."""
        for item in self.page.images:
            corners = self.corners(item)
            x0, top, x1, bottom = corners
            large = min(x1 - x0, bottom - top) >= _PICTURE
            if large and self._within(corners) and not self._whole(corners):
                yield corners

    def _within(self, corners: Corners) -> bool:
        x0, top, x1, bottom = corners
        on_page = x1 > 0 and bottom > 0 and x0 < self.width and top < self.height
        return on_page and math.isfinite(x0 + top + x1 + bottom)

    def _whole(self, corners: Corners) -> bool:
        x0, top, x1, bottom = corners
        return x1 - x0 >= _FRAME * self.width and bottom - top >= _FRAME * self.height


def _box(raw: Sequence[float]) -> Corners:
    x0, y0, x1, y1 = (float(value) for value in raw)
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _is_upright(rule: Corners) -> bool:
    return rule[3] - rule[1] > rule[2] - rule[0]


def _pixels(corners: Corners) -> Box:
    x0, top, x1, bottom = (value * SCALE for value in corners)
    left, upper = max(0, math.floor(x0)), max(0, math.floor(top))
    return Box(left, upper, max(left + 1, math.ceil(x1)), max(upper + 1, math.ceil(bottom)))


def _around(run: Run) -> Box:
    return union(_pixels((glyph.x0, glyph.top, glyph.x1, glyph.bottom)) for glyph in run)


def _line(run: Run, line_id: str) -> Line:
    found = tuple(
        Word(
            id=f"{line_id}.w{number:02d}",
            box=_around(word),
            text="".join(glyph.text for glyph in word),
        )
        for number, word in enumerate(words(run), start=1)
    )
    solid = [glyph for glyph in run if not glyph.text.isspace()]
    sizes = sorted(glyph.size for glyph in solid)
    box = union(word.box for word in found)
    y = round(solid[0].baseline * SCALE)
    return Line(
        id=line_id,
        box=box,
        words=found,
        size=round(sizes[len(sizes) // 2] * SCALE, 2),
        bold=sum(glyph.bold for glyph in solid) >= _WHOLLY * len(solid),
        baseline=() if solid[0].turned else (Point(box.x0, y), Point(box.x1, y)),
        vertical=45 < abs(solid[0].turned) < 135,
    )


def _text(lines: tuple[Line, ...], page_id: str) -> tuple[Region, ...]:
    box = union(line.box for line in lines)
    return (Region(id=f"{page_id}.r000", box=box, lines=lines),) if lines else ()


def _blanks(found: list[Corners], role: Role, stem: str) -> tuple[Region, ...]:
    boxes = dict.fromkeys(map(_pixels, found))
    return tuple(
        Region(id=f"{stem}{number:03d}", box=box, role=role)
        for number, box in enumerate((box for box in boxes if box != NOWHERE), start=1)
    )


def _light(colour: Any) -> float:
    """Return how light a colour is, in grey, RGB or CMYK: 0 black, 1 the paper's own."""
    parts = colour if isinstance(colour, (tuple, list)) else (colour,)
    numbers = [float(part) for part in parts if isinstance(part, (int, float))]
    return 1 - sum(numbers) if len(numbers) == 4 else sum(numbers) / max(1, len(numbers))
