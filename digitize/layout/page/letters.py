"""How large a line's type is by the letters it has: few letters show it by their height."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from digitize.grammar.scripts import is_han
from digitize.layout.page.scale import Scale
from digitize.model.page import Line
from digitize.model.reading import printed

_TALL = frozenset("bdfhkl" + "ßþ")  # letters as high as capitals
_DOTTED = frozenset("ij!?\"'“”‘’")  # marks that reach as high
_LEAST, _SHARE = 3, 0.22  # tall letters that a line needs to be measured well
_LOW = frozenset("gjpqyQ;()[]{}$")  # what reaches below the line as far as letters do
_STEM, _X_HEIGHT = 0.9, 0.72  # times the height of capitals: "t", and letters without risers
_ENOUGH = 8  # well measured lines of each kind that show how this page's boxes are drawn
_DRAWN = 1.12  # times as high; boxes of lines with letters that hang, where they follow the ink
_DISPLAY = 1.25  # body sizes; in smaller type the measure of many lines is the better one
_MOST = 1.5  # times its measure; letters without risers measure no less than that


class Heights(NamedTuple):
    """How high boxes of lines are, in sizes of their type, without and with letters that hang."""

    plain: float
    hanging: float


def is_tall(text: str) -> bool:
    """Return whether a line has letters enough that are as high as its capitals."""
    if any(map(is_han, text)):
        return True
    letters = sum(map(str.isalnum, text))
    tall = sum(char.isupper() or char.isdigit() or char in _TALL for char in text)
    return tall >= max(_LEAST, _SHARE * letters)


def heights_of(lines: Sequence[Line]) -> Heights | None:
    """Measure the well measured lines of a page; None where boxes do not follow the ink."""
    found: dict[bool, list[float]] = {True: [], False: []}
    for line in lines:
        text = printed(line)
        if line.size > 0 and not line.vertical and is_tall(text) and not any(map(is_han, text)):
            found[_hangs(text)].append(line.box.height / line.size)
    if min(map(len, found.values())) < _ENOUGH:
        return None
    made = Heights(statistics.median(found[False]), statistics.median(found[True]))
    return made if made.hanging >= _DRAWN * made.plain else None


def sized(line: Line, heights: Heights | None, scale: Scale) -> Line:
    """Return a line of display type whose few tall letters measure less, with its true size.

    The height of its box tells the size once it is known which letters reach up and down:
    "Copper" and "million" are of one size though neither box nor x-height says so.
    """
    text = printed(line)
    if heights is None or scale.exact or line.vertical or line.size <= 0 or is_tall(text):
        return line
    if not any(map(str.isalpha, text)):
        return line
    size = min(line.box.height / _extent(text, heights), _MOST * line.size)
    return replace(line, size=size) if size >= max(line.size, _DISPLAY * scale.size) else line


def _extent(text: str, heights: Heights) -> float:
    """Return how high the ink of a text is, in sizes of its type."""
    high = any(char.isupper() or char.isdigit() or char in _TALL | _DOTTED for char in text)
    up = 1.0 if high else _STEM if "t" in text else _X_HEIGHT
    below = heights.hanging - heights.plain
    return up * heights.plain + (below if _hangs(text) else 0.5 * below if "," in text else 0.0)


def _hangs(text: str) -> bool:
    return not _LOW.isdisjoint(text)
