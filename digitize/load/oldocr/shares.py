"""Words and lines that say no place of their own, placed by their share of what holds them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from digitize.model.geometry import NOWHERE, Box


def placed(words: Sequence[str], box: Box, *, vertical: bool) -> Iterator[tuple[str, Box]]:
    """Yield each word with its part of a line's box: as long as its letters, a space between."""
    whole = sum(map(len, words)) + max(0, len(words) - 1)
    at = 0
    for word in words:
        start, end = at, at + len(word)
        at = end + 1
        if box == NOWHERE:
            yield word, NOWHERE
        elif vertical:
            step = box.height / whole
            yield (
                word,
                Box(box.x0, box.y0 + round(start * step), box.x1, box.y0 + round(end * step)),
            )
        else:
            step = box.width / whole
            yield (
                word,
                Box(box.x0 + round(start * step), box.y0, box.x0 + round(end * step), box.y1),
            )


def rows(text: str, box: Box) -> Iterator[tuple[str, Box]]:
    """Yield each line of a text with its part of a region's box: all of one height."""
    held = [row for row in text.splitlines() if row.strip()]
    for at, row in enumerate(held):
        if box == NOWHERE:
            yield row, NOWHERE
        else:
            step = box.height / len(held)
            top, foot = box.y0 + round(at * step), box.y0 + round((at + 1) * step)
            yield row, Box(box.x0, top, box.x1, foot)
