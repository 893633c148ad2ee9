"""The invisible text of a searchable page: every word at its place, in the order it is read.

The font's one glyph has a size and no ink. Each character gets a number of its own in
the order of its first use, which the font's ToUnicode map turns back into text; so every
character of Unicode can be searched and copied, and columns of vertical print run downwards.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files

from pikepdf import Array, Dictionary, Name, Pdf, String

from digitize.grammar.scripts import spaced
from digitize.model.geometry import Box
from digitize.model.page import Line, Page

FONT = Name("/DigitizeGlyphless")
ACROSS, DOWN = "/F0", "/F1"
_WIDE = 0.5  # em: the advance of a character that runs across, as the font says
_DEPTH = 0.2  # em: how far below its baseline the font reaches
_GAP = 0.16  # of the type's height: poppler takes 0.15 and less for the gap between letters
_UNMAPPED = frozenset("\x00\ufeff\ufffe")  # PDF/A-2, 6.2.11.7.2: no text may stand for these
_PER_BLOCK = 100  # entries, PDF 32000-1, 9.10.3


class Characters:
    """Which number each character has in the font."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}

    def coded(self, text: str) -> str:
        """Return text as hex digits, four for each character."""
        return "".join(
            f"{self._numbers.setdefault(char, len(self._numbers) + 1):04X}" for char in text
        )

    @property
    def space(self) -> str:
        """Return a space as an operand."""
        return f"<{self.coded(' ')}>"

    def fonts(self, pdf: Pdf) -> Dictionary:
        """Return the two fonts of all pages: one that runs across, one that runs down."""
        made = (files("digitize.formats") / "embedded/glyphless.ttf").read_bytes()
        descriptor = pdf.make_indirect(
            Dictionary(
                Type=Name.FontDescriptor,
                FontName=FONT,
                Flags=4,
                FontBBox=Array([0, -200, 1000, 800]),
                ItalicAngle=0,
                Ascent=800,
                Descent=-200,
                CapHeight=800,
                StemV=80,
                FontFile2=pdf.make_stream(made),
            )
        )
        unicode = pdf.make_stream(self._unicode())
        fonts = Dictionary()
        for name, encoding, glyph, wide in (
            (ACROSS, Name("/Identity-H"), b"\0\1", 500),
            (DOWN, Name("/Identity-V"), b"\0\2", 1000),
        ):
            inner = Dictionary(
                Type=Name.Font,
                Subtype=Name.CIDFontType2,
                BaseFont=FONT,
                CIDSystemInfo=Dictionary(
                    Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0
                ),
                FontDescriptor=descriptor,
                DW=wide,
                DW2=Array([800, -1000]),
                CIDToGIDMap=pdf.make_stream(b"\0\0" + glyph * len(self._numbers)),
            )
            fonts[name] = pdf.make_indirect(
                Dictionary(
                    Type=Name.Font,
                    Subtype=Name.Type0,
                    BaseFont=FONT,
                    Encoding=encoding,
                    DescendantFonts=Array([pdf.make_indirect(inner)]),
                    ToUnicode=unicode,
                )
            )
        return fonts

    def _unicode(self) -> bytes:
        rows = [
            f"<{number:04X}> <{char.encode('utf-16-be').hex().upper()}>"
            for char, number in self._numbers.items()
        ]
        blocks = [rows[start : start + _PER_BLOCK] for start in range(0, len(rows), _PER_BLOCK)]
        text = [
            "/CIDInit /ProcSet findresource begin",
            "12 dict begin",
            "begincmap",
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
            "/CMapName /Adobe-Identity-UCS def",
            "/CMapType 2 def",
            "1 begincodespacerange",
            "<0000> <FFFF>",
            "endcodespacerange",
            *itertools.chain.from_iterable(
                [f"{len(block)} beginbfchar", *block, "endbfchar"] for block in blocks
            ),
            "endcmap",
            "CMapName currentdict /CMap defineresource pop",
            "end",
            "end",
        ]
        return "\n".join(text).encode("ascii")


@dataclass(frozen=True, slots=True)
class _Paper:
    """How page pixels become points, from the bottom left."""

    scale: float
    height: int

    def x(self, x: float) -> float:
        return x * self.scale

    def y(self, y: float) -> float:
        return (self.height - y) * self.scale


def layer(page: Page, scale: float, characters: Characters) -> bytes:
    """Return the operators that write a page's text as it is read, unseen.

    `scale` is points per pixel. Words that are not read on their own (the second half of a
    broken word) are left out: their letters stand with the word they belong to.
    """
    paper = _Paper(scale, page.scan.height)
    rows: list[str] = []
    for region in page.regions:
        for line in region.lines:
            rows += _line(line, paper, characters)
            if line.vertical or line is region.lines[-1]:
                rows.append(_pause(line.box, paper, characters))
    return "\n".join(["BT", "3 Tr", *rows, "ET"]).encode("ascii") if rows else b""


def plain(text: str) -> str:
    """Return text without what no PDF/A may say: noncharacters, NUL and halves of characters."""
    return "".join(
        char for char in text if char not in _UNMAPPED and not "\ud800" <= char <= "\udfff"
    )


def _line(line: Line, paper: _Paper, characters: Characters) -> Iterator[str]:
    texts = [(plain(word.reading), word.box) for word in line.words]
    texts = [(text, box) for text, box in texts if text]
    followers = [*texts[1:], ("", line.box)]
    for (text, box), (after, beside) in zip(texts, followers, strict=False):
        apart = spaced(text, after)
        coded = f"<{characters.coded(text + ' ' * apart)}> Tj"
        if line.vertical:
            yield f"{_down(line.box, box, len(text), paper)} {coded} 0 Tc"
        else:
            end = beside.x0 if apart else 2 * box.x1
            yield f"{_across(line, box, end, len(text), paper)} {coded}"


def _across(line: Line, box: Box, end: int, count: int, paper: _Paper) -> str:
    """Return the operators that put `count` characters into `box`, along a line that may slope.

    Where the next word begins at `end`, enough is left free for readers that tell words by gaps.
    """
    slope = _slope(line)
    height = max(1.0, line.box.height - abs(slope) * line.box.width)
    size = height * paper.scale
    start = line.box.y1 if slope <= 0 else line.box.y0 + height
    foot = start + slope * (box.x0 - line.box.x0)
    free = end - box.x0 - _GAP * height
    wide = max(1.0, box.width / 2, min(box.width, free)) * paper.scale
    stretch = 100 * wide / (_WIDE * size * count)
    turn = math.atan(-slope)
    cos, sin = math.cos(turn), math.sin(turn)
    x, y = paper.x(box.x0) - sin * _DEPTH * size, paper.y(foot) + cos * _DEPTH * size
    matrix = " ".join(map(_number, (cos, sin, -sin, cos, x, y)))
    return f"{ACROSS} {_number(size)} Tf {_number(stretch)} Tz {matrix} Tm"


def _slope(line: Line) -> float:
    """Return how many pixels a line falls with each pixel to the right."""
    if len(line.baseline) < 2:
        return 0.0
    first, last = line.baseline[0], line.baseline[-1]
    run = last.x - first.x
    return (last.y - first.y) / run if run > 0 else 0.0


def _down(column: Box, box: Box, count: int, paper: _Paper) -> str:
    """Return the operators that put `count` characters one under the other into `box`."""
    size = max(1, column.width) * paper.scale
    pitch = max(1, box.height) * paper.scale / count
    x, y = paper.x((column.x0 + column.x1) / 2), paper.y(box.y0)
    font = f"{DOWN} {_number(size)} Tf 100 Tz {_number(size - pitch)} Tc"
    return f"{font} 1 0 0 1 {_number(x)} {_number(y)} Tm"


def _pause(box: Box, paper: _Paper, characters: Characters) -> str:
    """Return the operators that put a space under a line.

    pdfium sorts what follows at one height from left to right; a space at another height keeps
    columns of vertical print, and lines side by side, in the order in which they are read.
    """
    size = max(1, min(box.width, box.height)) * paper.scale
    x, y = paper.x(box.x0), paper.y(box.y1) - size
    return f"{ACROSS} {_number(size)} Tf 1 0 0 1 {_number(x)} {_number(y)} Tm {characters.space} Tj"


def _number(value: float) -> str:
    return f"{value:.4f}".rstrip("0").rstrip(".")
