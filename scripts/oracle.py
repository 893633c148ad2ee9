"""A reader that reads no pixels: each found line gets the true characters that lie in it.

So layout is measured alone and quickly: lines, columns, order, roles and stories are found from
the pixels as ever, but what stands in a line is known. A line that was cut or run together gets
what stands in its box, no more.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from digitize.grammar.scripts import is_cjk
from digitize.model.geometry import NOWHERE, Box, Frame, union
from digitize.model.page import Line, Page, Word
from digitize.ocr.engine import Piece
from digitize.ocr.read import settled
from digitize.ocr.words import as_printed, tags, whole
from digitize.score.truth import Printed
from digitize.stage import Sheet

_ROW = 48  # pixels: the height of a strip in which lines are looked for
_SLACK = 0.2  # line heights around a line in which an engine still sees a letter


@dataclass(frozen=True)
class Glyph:
    """One true character, where it stands in the working image."""

    char: str
    box: Box
    line: int  # of the truth
    place: int  # in that line


def read(sheet: Sheet, truth: Iterable[Printed], scale: float) -> Sheet:
    """Return the sheet with the true characters in its lines; `scale` is scan over truth."""
    inverse = inverted(sheet.frame)
    found: dict[str, list[Glyph]] = defaultdict(list)
    near = _Near(line for region in sheet.page.regions for line in region.lines)
    for index, printed in enumerate(truth):
        for glyph in glyphs(printed, index, scale, inverse):
            home = near.holding(glyph.box)
            if home:
                found[home.id].append(glyph)

    def told(line: Line) -> Line:
        return settled(line, "oracle", _words(line, found.get(line.id, [])))

    regions = tuple(
        replace(region, lines=tuple(map(told, region.lines))) for region in sheet.page.regions
    )
    page: Page = replace(sheet.page, regions=regions)
    return replace(sheet, page=page, note="read from the truth")


def inverted(frame: Frame) -> Frame:
    """Return the frame that undoes `frame`."""
    a, b, c, d, e, f = frame
    area = a * d - b * c
    return Frame(
        d / area, -b / area, -c / area, a / area, (c * f - d * e) / area, (b * e - a * f) / area
    )


def glyphs(line: Printed, index: int, scale: float, inverse: Frame) -> Iterator[Glyph]:
    """Yield the characters of a line that are no spaces, with their boxes."""
    start = line.box.y0 if line.vertical else line.box.x0
    edges = line.edges or even(line)
    for place, (char, edge) in enumerate(zip(line.text, edges, strict=False)):
        x0, y0, x1, y1 = line.box
        box = (x0, start, x1, edge) if line.vertical else (start, y0, edge, y1)
        start = edge
        if char.strip():
            scaled = Box(*(round(side * scale) for side in box))
            yield Glyph(char, inverse.box(scaled), index, place)


def even(line: Printed) -> tuple[int, ...]:
    """Return edges as if all characters were of one width, Han of two."""
    start, length = line.box.x0, line.box.width
    if line.vertical:
        start, length = line.box.y0, line.box.height
    widths = [2 if is_cjk(char) else 1 for char in line.text]
    total, at, edges = sum(widths), 0, []
    for width in widths:
        at += width
        edges.append(start + round(length * at / total))
    return tuple(edges)


class _Near:
    """Finds the line in whose box a character stands."""

    def __init__(self, lines: Iterable[Line]) -> None:
        self.rows: dict[int, list[Line]] = defaultdict(list)
        for line in lines:
            around = _around(line)
            for row in range(around.y0 // _ROW, around.y1 // _ROW + 1):
                self.rows[row].append(line)

    def holding(self, box: Box) -> Line | None:
        """Return the line around the middle of `box` whose own middle is nearest."""
        x, y = box.center
        around = [line for line in self.rows[y // _ROW] if _around(line).contains(Box(x, y, x, y))]
        if not around:
            return None
        return min(around, key=lambda line: _off(line, x, y))


def _around(line: Line) -> Box:
    """Return a line's box, longer at both ends."""
    x0, y0, x1, y1 = line.box
    if line.vertical:
        slack = round(_SLACK * (x1 - x0))
        return Box(x0, y0 - slack, x1, y1 + slack)
    slack = round(_SLACK * (y1 - y0))
    return Box(x0 - slack, y0, x1 + slack, y1)


def _off(line: Line, x: int, y: int) -> tuple[bool, int]:
    """Return whether a point lies outside a line, and how far from its middle."""
    middle = line.box.center
    outside = not line.box.contains(Box(x, y, x, y))
    return outside, abs(middle.x - x) if line.vertical else abs(middle.y - y)


def _words(line: Line, glyphs: list[Glyph]) -> tuple[Word, ...]:
    """Return the characters of a line as words."""
    glyphs.sort(key=lambda glyph: (glyph.line, glyph.place))
    pieces: list[Piece] = []
    for before, glyph in pairwise([None, *glyphs]):
        box = _inside(glyph.box, line.box) if glyph else NOWHERE
        if before and glyph and _follows(before, glyph):
            held = pieces.pop()
            pieces.append(Piece(held.text + glyph.char, union((held.box, box)), 0.97))
        elif glyph:
            pieces.append(Piece(glyph.char, box, 0.97))
    height = line.box.width if line.vertical else line.box.height
    joined = pieces if line.vertical else whole(pieces, height)
    langs = tags([piece.text for piece in joined], ("en", "zh-Hant"))
    return tuple(
        Word(
            id=f"{line.id}.w{number:02d}",
            box=piece.box,
            text=as_printed(piece.text),
            conf=piece.conf,
            lang=lang,
        )
        for number, (piece, lang) in enumerate(zip(joined, langs, strict=True), 1)
    )


def _follows(one: Glyph, other: Glyph) -> bool:
    return one.line == other.line and other.place == one.place + 1


def _inside(box: Box, line: Box) -> Box:
    x0, x1 = (max(line.x0, min(line.x1, side)) for side in (box.x0, box.x1))
    y0, y1 = (max(line.y0, min(line.y1, side)) for side in (box.y0, box.y1))
    return Box(x0, y0, max(x0 + 1, x1), max(y0 + 1, y1))
