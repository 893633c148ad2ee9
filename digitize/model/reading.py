"""From words to lines to paragraphs, as a reader would read them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from digitize.grammar.scripts import is_han, spaced
from digitize.model.geometry import NOWHERE
from digitize.model.page import Line, Region, Word

WHITE = 0.3
"""In heights of the lower word: Han of one line that stand so far apart are two words."""


def join(pieces: Iterable[str]) -> str:
    """Join pieces of print with a space, but with none where Han meets Han."""
    found = list(filter(None, pieces))
    plain = " ".join(found)
    if plain.isascii():
        return plain
    parts: list[str] = []
    last = ""
    for piece in found:
        if last and spaced(last, piece):
            parts.append(" ")
        parts.append(piece)
        last = piece
    return "".join(parts)


def printed(line: Line) -> str:
    """Return a line as the engine saw it."""
    return _joined(line, [word.text for word in line.words])


def read(lines: Iterable[Line]) -> str:
    """Return lines as they are to be read, in one string."""
    return join(map(reading, lines))


def reading(line: Line) -> str:
    """Return one line as it is to be read."""
    return _joined(line, readings(line))


def readings(line: Line) -> list[str]:
    """Return each word of a line as it is to be read: `Word.reading`, for many words at once."""
    return [word.text if word.norm is None else word.norm for word in line.words]


def _joined(line: Line, texts: Sequence[str]) -> str:
    """Join the words of one line; where Han stands apart from Han, with a space."""
    plain = " ".join(filter(None, texts))
    if plain.isascii():
        return plain
    text, last = "", None
    for word, piece in zip(line.words, texts, strict=True):
        if not piece:
            continue
        space = last is not None and (
            spaced(text, piece) or apart(last, word, vertical=line.vertical)
        )
        text += f" {piece}" if space else piece
        last = word
    return text


def apart(left: Word, right: Word, *, vertical: bool) -> bool:
    """Whether both words begin or end in Han and white stands between them: 第三版　星期五."""
    if NOWHERE in (left.box, right.box) or not (is_han(left.text[-1:]) and is_han(right.text[:1])):
        return False
    if vertical:
        return right.box.y0 - left.box.y1 >= WHITE * min(left.box.width, right.box.width)
    return right.box.x0 - left.box.x1 >= WHITE * min(left.box.height, right.box.height)


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
