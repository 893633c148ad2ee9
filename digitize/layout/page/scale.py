"""The page's own measures: type size, white between lines, and a view in which text runs right."""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from digitize.grammar.scripts import is_han_text
from digitize.model.geometry import Box
from digitize.model.page import WORDLESS, Line, Page, Region, Role
from digitize.model.reading import printed

_SLOPPY = 1.35  # sizes; a line's box that is higher is drawn around more than the line
_TALL = 1.5  # sizes; what is so high is no plain word
_ENOUGH = 0.1  # of a page's print; a script with less has no body type of its own


@dataclass(frozen=True, slots=True)
class Scale:
    """What body text measures on this page, in the unit of its boxes."""

    size: float  # height of the body type
    white: float  # white between two lines of body text; may be negative when boxes overlap
    area: int  # of the page
    exact: bool  # type sizes come from the file, not from ink

    def white_of(self, size: float) -> float:
        """Return the white to expect between two lines of type of `size`."""
        return self.white * size / self.size


def size_of(line: Line) -> float:
    """Return the height of a line's type: as given, or by its box."""
    return line.size if line.size > 0 else float(_high(line, line.box)) or 1.0


def measured(line: Line) -> Line:
    """Return a line with the size of its type, by its words, where it has come without."""
    words = [box for _, box in _lettered(line)] if line.size <= 0 else []
    if len(words) < 2:
        return line
    size = median_weighted((_high(line, box), _long(line, box)) for box in words)
    return replace(line, size=float(size))


def _high(line: Line, box: Box) -> int:
    return box.width if line.vertical else box.height


def _long(line: Line, box: Box) -> int:
    return box.height if line.vertical else box.width


def _lettered(line: Line) -> list[tuple[str, Box]]:
    return [
        (word.text, word.box)
        for word in line.words
        if word.box.area > 0 and any(map(str.isalnum, word.text))
    ]


def snug(line: Line) -> Box:
    """Return a line's box without what sticks out of it.

    Lines from elsewhere may be drawn around stains and letters of the next row. The words that
    are as high as most say where they run.
    """
    if line.size <= 0 or _high(line, line.box) <= _SLOPPY * line.size:
        return line.box
    size, words = line.size, _lettered(line)
    if len(words) < 2:
        return line.box
    if line.vertical:
        whole = _snug([(text, turn(box, 0)) for text, box in words], size)
        return Box(-whole.y1, whole.x0, -whole.y0, whole.x1)
    return _snug(words, size)


def _snug(words: Sequence[tuple[str, Box]], size: float) -> Box:
    plain = [(text, box) for text, box in words if box.height <= _TALL * size] or list(words)
    pitch = statistics.median(box.width / len(text) for text, box in plain)
    ends = [
        box.x1 if box.height <= _TALL * size else min(box.x1, box.x0 + round(pitch * len(text)))
        for text, box in words
    ]
    return Box(
        min(box.x0 for _, box in words),
        statistics.median_low(box.y0 for _, box in plain),
        max(ends),
        statistics.median_high(box.y1 for _, box in plain),
    )


def turn(box: Box, width: int) -> Box:
    """Lay vertical print on its side, so that it runs to the right and then downwards."""
    return Box(box.y0, width - box.x1, box.y1, width - box.x0)


def view(line: Line, width: int) -> Box:
    """Return a line's box as if it ran to the right, without what sticks out of it."""
    return turn(snug(line), width) if line.vertical else snug(line)


def all_lines(page: Page) -> tuple[Line, ...]:
    """Return every line of the page, as its regions hold them."""
    return tuple(line for region in page.regions for line in region.lines)


def of_role(page: Page, role: Role) -> tuple[Region, ...]:
    """Return the page's regions of one role."""
    return tuple(region for region in page.regions if region.role == role)


def text_regions(page: Page) -> tuple[Region, ...]:
    """Return the regions that carry text."""
    return tuple(region for region in page.regions if region.role not in WORDLESS)


def mostly_vertical(lines: Sequence[Line]) -> bool:
    """Return whether more than half of the print runs from top to bottom."""
    upright = sum(line.box.height for line in lines if line.vertical)
    across = sum(line.box.width for line in lines if not line.vertical)
    return upright > across


def median_weighted(pairs: Iterable[tuple[float, float]]) -> float:
    """Return the value at half of the weight of (value, weight) pairs; 1.0 when there are none."""
    ranked = sorted(pairs)
    half = sum(weight for _, weight in ranked) / 2
    run = 0.0
    for value, weight in ranked:
        run += weight
        if run >= half:
            return value
    return 1.0


def scale_of(page: Page) -> Scale:
    """Measure the page: body size is the median over print length, white the median of gaps."""
    lines = all_lines(page)
    area = page.scan.width * page.scan.height
    if page.scan.kind == "text":
        return Scale(1.0, 0.0, area, exact=True)
    width = page.scan.width
    size, white = _usual(tuple((size_of(line), view(line, width)) for line in lines))
    return Scale(size, white, area, exact=page.scan.kind == "born-digital")


@lru_cache(maxsize=16)
def _usual(rows: tuple[tuple[float, Box], ...]) -> tuple[float, float]:
    """Return the body size of rows of print and the white between them.

    It is remembered, since every stage asks it of one page.
    """
    size = max(1.0, median_weighted((size, float(max(1, box.width))) for size, box in rows))
    return size, _white(rows, size)


@dataclass(frozen=True, slots=True)
class Bodies:
    """The size of body type of each script: ink of Han fills its square, Latin ink does not."""

    han: float
    other: float

    def under(self, text: str) -> float:
        """Return the body size that type of this text is measured by."""
        return self.han if is_han_text(text) else self.other


def bodies_of(page: Page, scale: Scale) -> Bodies:
    """Measure the body type of Han and of all other print; the page's own where one is rare."""
    width = page.scan.width
    found: dict[bool, list[tuple[float, float]]] = {True: [], False: []}
    for line in all_lines(page):
        found[is_han_text(printed(line))].append(
            (size_of(line), float(max(1, view(line, width).width)))
        )
    total = sum(weight for pairs in found.values() for _, weight in pairs)

    def size(han: bool) -> float:
        enough = sum(weight for _, weight in found[han]) >= _ENOUGH * total > 0
        return median_weighted(found[han]) if enough else scale.size

    return Bodies(han=size(True), other=size(False))


def _white(rows: Sequence[tuple[float, Box]], size: float) -> float:
    """Return the median gap from a body line to the nearest line below it."""
    boxes = [box for high, box in rows if 0.7 <= high / size <= 1.4]
    boxes.sort(key=lambda box: box.y0)
    gaps: list[float] = []
    for at, upper in enumerate(boxes):
        for lower in boxes[at + 1 : at + 200]:
            if lower.y0 - upper.y1 > 1.5 * size:
                break
            near = lower.y0 > upper.y0 + 0.5 * size
            if near and upper.overlap_x(lower) > 0.5 * min(upper.width, lower.width):
                gaps.append(float(lower.y0 - upper.y1))
                break
    return statistics.median(gaps) if gaps else 0.2 * size
