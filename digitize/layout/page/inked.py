"""How large the type of lines from elsewhere is, by the boxes of their words and their letters.

Engines draw a word's box around its ink: "cannot" is lower than "country" though both are set in
one size. Where a page's boxes show this, each word is measured by the letters that it has.
"""

from __future__ import annotations

import statistics
from collections.abc import Iterator, Sequence
from dataclasses import replace

from digitize.grammar.scripts import is_cjk
from digitize.layout.page.scale import measured, median_weighted
from digitize.model.page import Line, Word

_TALL = frozenset("bdfhklß")  # and capitals and figures
_HANGING = frozenset("gjpqyQ")
_STEM, _X_HEIGHT = 0.9, 0.7  # of the height of capitals: "t", and letters without risers
_ENOUGH = 20  # lines that show how boxes are drawn
_PLENTY = 100  # lines after which no more need be asked
_FOLLOWS = 0.9  # times as high are words without letters that hang, where boxes follow the ink


def sized(lines: Sequence[Line]) -> list[Line]:
    """Return lines with the size of their type, where they have come without."""
    share = _share([line for line in lines if line.size <= 0 and not line.vertical])
    return [measured(line if share is None else _by_letters(line, share)) for line in lines]


def _share(lines: Sequence[Line]) -> float | None:
    """Return how high "bed" is where "begged" is 1; None where boxes do not follow the ink."""
    shares: list[float] = []
    for line in lines:
        heights: dict[bool, list[int]] = {False: [], True: []}
        for word in _lettered(line):
            if _is_tall(word.text):
                heights[_hangs(word.text)].append(word.box.height)
        if heights[False] and heights[True]:
            shares.append(statistics.median(heights[False]) / statistics.median(heights[True]))
        if len(shares) >= _PLENTY:
            break
    share = statistics.median(shares) if len(shares) >= _ENOUGH else 1.0
    return share if share <= _FOLLOWS else None


def _by_letters(line: Line, share: float) -> Line:
    words = [] if line.size > 0 or line.vertical else list(_lettered(line))
    if not words:
        return line
    sizes = ((word.box.height / _extent(word.text, share), word.box.width) for word in words)
    return replace(line, size=median_weighted(sizes))


def _extent(text: str, share: float) -> float:
    """Return how high the ink of a word is, in sizes of its type."""
    up = 1.0 if _is_tall(text) else _STEM if "t" in text else _X_HEIGHT
    return share * up + (1 - share) * _hangs(text)


def _lettered(line: Line) -> Iterator[Word]:
    for word in line.words:
        plain = word.text.isascii() or not any(map(is_cjk, word.text))
        if plain and word.box.area > 0 and any(map(str.isalpha, word.text)):
            yield word


def _is_tall(text: str) -> bool:
    return any(char in _TALL or char.isupper() or char.isdigit() for char in text)


def _hangs(text: str) -> bool:
    return not _HANGING.isdisjoint(text)
