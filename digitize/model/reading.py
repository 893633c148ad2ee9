"""From words to lines to paragraphs, as a reader would read them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from digitize.grammar.scripts import spaced
from digitize.model.page import Line, Region, Word


def join(pieces: Iterable[str]) -> str:
    """Join pieces of print with a space, but with none where Han meets Han."""
    text = ""
    for piece in pieces:
        if not piece:
            continue
        text += f" {piece}" if text and spaced(text, piece) else piece
    return text


def printed(line: Line) -> str:
    """Return a line as the engine saw it."""
    return join(word.text for word in line.words)


def read(lines: Iterable[Line]) -> str:
    """Return lines as they are to be read, in one string."""
    return join(word.reading for line in lines for word in line.words)


def paragraphs(regions: Iterable[Region]) -> Iterator[tuple[Line, ...]]:
    """Yield the lines of each paragraph; a paragraph may run over several regions.

    A line that `opens` begins a new paragraph; the first line always does.
    """
    held: list[Line] = []
    for line in (line for region in regions for line in region.lines):
        if line.opens and held:
            yield tuple(held)
            held = []
        held.append(line)
    if held:
        yield tuple(held)


def confidences(lines: Iterable[Line]) -> list[float]:
    """Return the confidence of every word that has one, in order."""
    words: Iterator[Word] = (word for line in lines for word in line.words)
    return [word.conf for word in words if word.conf is not None]
