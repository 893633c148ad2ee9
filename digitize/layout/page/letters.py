"""How large type is by the ink of its letters: which of them reach up, and which hang.

A box drawn around "cannot" is lower than the one around "country", though both are of one size.
Where a page's boxes follow the ink, what the letters of a text are says how high its box is drawn,
and so the box says the size. Words are measured so where a line has come without its size, and
lines that have come with one where they have too few tall letters to be measured well. Han fills
its square, and the squares of a line tell where parts of characters were measured.
"""

from __future__ import annotations

import math
import statistics
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from typing import NamedTuple

from digitize.grammar.scripts import is_cjk
from digitize.layout.page.scale import measured, median_weighted
from digitize.model.geometry import Box
from digitize.model.page import Line
from digitize.model.reading import printed

_TALL = frozenset("bdfhkl" + "ßþ")  # letters as high as capitals
_DOTTED = frozenset("ij!?\"'“”‘’")  # marks that reach as high
_LEAST, _SHARE = 3, 0.22  # tall letters that a line needs to be measured well
_LOW = frozenset("gjpqyQ;()[]{}$")  # what reaches below the line as far as letters do
_HIGHER = frozenset("$()[]{}/|")  # what reaches over capitals as well as below the line
_CARE = 1.1  # times what the whole ink says; so much more a line with such marks may measure
_STEM, _X_HEIGHT = 0.9, 0.72  # times the height of capitals: "t", and letters without risers
_COMMA = 0.5  # of what hangs
_ENOUGH, _PLENTY = 12, 200  # boxes of each kind that show how they are drawn; no more are asked
_DRAWN = 1.12  # times as high; boxes with letters that hang, where boxes follow the ink
_DISPLAY = 1.25  # body sizes; in smaller type the measure of many lines is the better one
_STROKES = 0.8  # of the size that squares tell; so small a measure is that of parts of characters
_MOST = 1.5  # times its measure; letters without risers measure no less than that


class Ink(NamedTuple):
    """How high boxes are, in sizes of the type in them, without and with letters that hang."""

    plain: float
    hanging: float

    def extent(self, text: str) -> float:
        """Return how high the ink of a text is, in sizes of its type; Han fills its square."""
        up, down = _reach(text)
        return up * self.plain + down * (self.hanging - self.plain)


def is_tall(text: str) -> bool:
    """Return whether a line has letters enough that are as high as its capitals."""
    if any(map(is_cjk, text)):
        return True
    letters = sum(map(str.isalnum, text))
    return sum(map(_is_high, text)) >= max(_LEAST, _SHARE * letters)


def sized(lines: Sequence[Line], *, exact: bool = False) -> list[Line]:
    """Return lines with the size of their type; `exact` ones have it from their file."""
    given = [line for line in lines if line.size > 0]
    ink_given = None if exact else ink_of(given)
    ink_bare = ink_of([line for line in lines if line.size <= 0])
    square = None if exact else _square_of(given)
    body = median_weighted((line.size, float(line.box.width)) for line in given)
    return [
        _squared(_corrected(line, ink_given, body), square)
        if line.size > 0
        else _measured(line, ink_bare)
        for line in lines
    ]


def _square_of(lines: Sequence[Line]) -> float | None:
    """Return the size of Han type as a share of the square it fills; None where few lines tell."""
    shares = [line.size / side for line in lines if (side := _side(line))]
    return statistics.median(shares) if len(shares) >= _ENOUGH else None


def _squared(line: Line, square: float | None) -> Line:
    """Return a level line of Han, where parts of characters were measured, as large as it is."""
    side = _side(line)
    if square is None or not side or line.size >= _STROKES * square * side:
        return line
    return replace(line, size=square * side)


def _side(line: Line) -> float:
    """Return the side of the squares that a level line of Han fills, 0 where it is not one."""
    text = "".join(printed(line).split())
    if line.vertical or not text or not all(map(is_cjk, text)):
        return 0.0
    return min(float(line.box.height), line.box.width / len(text))


def ink_of(lines: Sequence[Line]) -> Ink | None:
    """Measure how boxes are drawn, all of lines or all of words; None if not around the ink."""
    found: dict[bool, list[float]] = {False: [], True: []}
    for line in lines:
        if line.vertical or (line.size > 0 and not is_tall(printed(line))):
            continue
        parts = [(_reach(text)[1] == 1, box.height) for text, box in _parts(line) if _plain(text)]
        unit = line.size or statistics.median([high for hangs, high in parts if hangs] or [0])
        for hangs, high in parts if unit > 0 else ():
            found[hangs].append(high / unit)
        if min(map(len, found.values())) >= _PLENTY:
            break
    if min(map(len, found.values())) < _ENOUGH:
        return None
    ink = Ink(statistics.median(found[False]), statistics.median(found[True]))
    return ink if ink.hanging >= _DRAWN * ink.plain else None


def _measured(line: Line, ink: Ink | None) -> Line:
    """Return a line that has come without the size of its type with that."""
    size = _size(line, ink)
    return measured(line) if size is None else replace(line, size=size)


def _corrected(line: Line, ink: Ink | None, body: float) -> Line:
    """Return a line of display type whose few tall letters measure less with its true size."""
    text = printed(line)
    higher = line.size >= _DISPLAY * body and not _HIGHER.isdisjoint(text)
    size = None if is_tall(text) and not higher else _size(line, ink)
    if size is None:
        return line
    if higher:
        return replace(line, size=min(line.size, _CARE * size))
    size = min(size, _standing(line, ink))
    if size <= line.size or size < _DISPLAY * body:
        return line
    return replace(line, size=min(size, _MOST * line.size))


def _standing(line: Line, ink: Ink | None) -> float:
    """Return the size by what of a line stands over its foot: in some faces J hangs, or Q."""
    up, _ = _reach(printed(line))
    if ink is None or line.vertical or not line.baseline:
        return math.inf
    return (max(point.y for point in line.baseline) - line.box.y0) / (up * ink.plain)


def rises(line: Line) -> bool:
    """Whether any letter of a line reaches up, so that it measures what its type does."""
    return any(map(_is_high, printed(line)))


def _size(line: Line, ink: Ink | None) -> float | None:
    parts = [] if ink is None or line.vertical else list(_parts(line))
    if ink is None or not parts:
        return None
    return median_weighted((box.height / ink.extent(text), box.width) for text, box in parts)


def _parts(line: Line) -> Iterator[tuple[str, Box]]:
    """Yield what has a box of its own: the line, or its words where nobody has measured it."""
    texts = (
        [(printed(line), line.box)]
        if line.size > 0
        else [(word.text, word.box) for word in line.words]
    )
    return ((text, box) for text, box in texts if box.area > 0 and any(map(str.isalpha, text)))


def _plain(text: str) -> bool:
    """Whether a text reaches as high as capitals do, and as low as the line, or as letters hang."""
    up, down = _reach(text)
    return up == 1 and down in (0, 1) and any(map(_is_high, text)) and not any(map(is_cjk, text))


@cache
def _is_high(char: str) -> bool:
    return char in _TALL or char.isupper() or char.isdigit()


@lru_cache(maxsize=50_000)
def _reach(text: str) -> tuple[float, float]:
    """Return how far the ink of a text reaches up, in capitals, and down, in letters that hang."""
    if any(map(is_cjk, text)):
        return 1.0, 1.0
    high = any(_is_high(char) or char in _DOTTED for char in text)
    up = 1.0 if high else _STEM if "t" in text else _X_HEIGHT
    return up, 1.0 if not _LOW.isdisjoint(text) else _COMMA if "," in text else 0.0
