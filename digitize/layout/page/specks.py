"""Lines that are no text: ink without a letter, and what pictures make an engine see."""

from __future__ import annotations

import re
from collections.abc import Sequence

from digitize.grammar.scripts import is_han
from digitize.layout.page.scale import median_weighted, size_of
from digitize.model.geometry import Box
from digitize.model.page import Line, Page, Role
from digitize.model.reading import confidences, printed

_INSIDE = 0.7  # share of a line's box that lies in a picture
_FEW = 2  # letters or digits; so few are read into any stain
_LIKE_BODY = (0.6, 1.6)  # body sizes; ink of such a height and of
_WIDE = 6.0  # body sizes of length is a line of text that the engine could not read
_LARGE = 1.5  # body sizes; one Han character of such type is a word of a headline
_NEAR = 1.0  # sizes; letters this near to a line of text may belong to it
_INDENT = 2.5  # sizes; the row under the end of a paragraph may be set in so far
_LIKE_ROW = 1.8  # times the type of the row over a page; its number is set no larger or smaller
_PAGE_NUMBER = re.compile(r"\W*[A-Z]?\d{1,3}\W*")
_UNSURE = 0.5  # mean confidence under which a few letters are a stain
_UNSURE_IN_PICTURE = 0.75  # the same for whole words, in a picture


def specks(lines: Sequence[Line], pictures: Sequence[Box]) -> dict[str, str]:
    """Return the ids of lines that are no text, each with the reason.

    A page on which nothing has been read yet has none: there is nothing to judge by.
    """
    if not any(line.words for line in lines):
        return {}
    size = median_weighted((size_of(line), float(line.box.width)) for line in lines)
    found = {line.id: _why(line, pictures, size) for line in lines}
    text = sorted((line for line in lines if not found[line.id]), key=lambda line: line.box.y0)
    few = [line for line in text if line.words and _letters(line) <= _FEW]
    short = {line.id for line in few}
    long = [line for line in text if line.id not in short]
    for line in few:
        large = size_of(line) >= _LARGE * size and any(map(is_han, printed(line)))
        if not large and not _at_text(line, long) and not _is_folio(line, long):
            found[line.id] = "is a stray mark beside no text"
    return {name: why for name, why in found.items() if why}


def _letters(line: Line) -> int:
    return count_letters(printed(line))


def count_letters(text: str) -> int:
    """Return how many letters and digits `text` has; a Han character says as much as two."""
    if text.isascii():
        return sum(map(str.isalnum, text))
    return sum(char.isalnum() or is_han(char) for char in text) + sum(map(is_han, text))


def _at_text(line: Line, text: Sequence[Line]) -> bool:
    """Whether a few letters stand where print goes on: in a row, or right over or under one."""
    size, box = max(line.size, size_of(line)), line.box
    for other in text:
        if other.box.y0 > box.y1 + _NEAR * size:
            break
        alike = 0.4 <= size / size_of(other) <= 4.0
        level = box.overlap_y(other.box) > 0.4 * min(box.height, other.box.height)
        if alike and level and -box.overlap_x(other.box) <= 3 * _NEAR * size:
            return True
        inside = other.box.x0 - _INDENT * size <= box.x0 and box.x1 <= other.box.x1 + size
        if (
            alike
            and size <= 2 * size_of(other)
            and inside
            and -box.overlap_y(other.box) <= _NEAR * size
        ):
            return True
    return False


def _is_folio(line: Line, text: Sequence[Line]) -> bool:
    """Whether a number stands in the first or last row of the page, in type like that row's."""
    if not text or not _PAGE_NUMBER.fullmatch(printed(line)):
        return False
    outer = (text[0], max(text, key=lambda other: other.box.y1))
    return any(
        line.box.overlap_y(other.box) > 0.4 * min(line.box.height, other.box.height)
        and 1 / _LIKE_ROW <= size_of(line) / size_of(other) <= _LIKE_ROW
        for other in outer
    )


def noise_regions(page: Page) -> dict[str, str]:
    """Return the ids of regions that hold nothing but specks, each with the reason."""
    pictures = [region.box for region in page.regions if region.role == Role.PICTURE]
    found = specks([line for region in page.regions for line in region.lines], pictures)
    return {
        region.id: found[region.lines[0].id]
        for region in page.regions
        if region.lines and all(line.id in found for line in region.lines)
    }


def _why(line: Line, pictures: Sequence[Box], body: float) -> str:
    text = printed(line)
    count = count_letters(text)
    if not text:
        low, high = _LIKE_BODY
        like = (
            low * body <= size_of(line) <= high * body
            and max(line.box.width, line.box.height) >= _WIDE * body
        )
        inside = any(line.box.intersection(box) > 0.3 * line.box.area for box in pictures)
        return "" if like and not inside else "nothing could be read"
    if count == 0:
        return "has no letter or digit"
    seen = confidences([line])
    sure = sum(seen) / len(seen) if seen else 1.0
    inside = any(line.box.intersection(box) > _INSIDE * line.box.area for box in pictures)
    if inside and (sure < _UNSURE_IN_PICTURE or count <= _FEW):
        return "is read into a picture"
    if count <= _FEW and sure < _UNSURE and not any(map(is_han, text)):
        return "is a stain read as a letter"
    return ""
