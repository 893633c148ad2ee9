"""Small signs that say how a character is spoken: furigana and 注音, beside it or in brackets.

They are no part of the sentence, so the reading goes without them. The print keeps them, and so
does what is searched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from digitize.clean.rule import Passage, reworded
from digitize.grammar.scripts import is_han
from digitize.model.edit import Reword
from digitize.model.geometry import NOWHERE
from digitize.model.page import Line
from digitize.model.reading import printed

_HAN = "\u3400-\u9fff々"
_KANA = "ぁ-ゖー・"  # what katakana in brackets says is another word, not how this one is spoken
_BOPOMOFO = "\u3105-\u312fˊˇˋ˙"
_SIGNS = rf"(?:[{_KANA}]+|[{_BOPOMOFO} ]+)"
_BRACKETED = re.compile(rf"(?<=[{_HAN}])(?:[(（]{_SIGNS}[)）]|《{_SIGNS}》)")
_EACH = re.compile(rf"(?:[{_HAN}][{_BOPOMOFO}]+){{2,}}")
_SPOKEN = re.compile(rf"[{_BOPOMOFO}]+")
_ALONE = re.compile(rf"[{_KANA}{_BOPOMOFO}\s]+")
_MOST = 5  # signs that one character is spoken with: 志 is こころざし
_SMALL = 0.6  # times the type of the line that they stand beside
_NEAR = 0.6  # white between the two, in heights of the larger type


@dataclass(frozen=True, slots=True)
class Ruby:
    """Leave out of the reading what only says how characters are spoken."""

    name: ClassVar[str] = "ruby"

    def __call__(self, passage: Passage, /) -> Iterator[Reword]:
        """Yield a Reword for every word with such signs in it or made of them."""
        for line in passage.fresh:
            if not _has_signs(" ".join([word.text for word in line.words])):
                continue
            beside = passage.unit == "pixel" and _is_beside(line, passage.lines)
            for word in line.words:
                after = "" if beside else without(word.reading)
                reason = _BESIDE if beside else _INLINE
                yield from reworded(word, after, rule=self.name, reason=reason, conf=0.9)


_BESIDE = "small signs beside a line say how its characters are spoken"
_INLINE = "signs after a character say how it is spoken"


def without(text: str) -> str:
    """Return a text without the signs after its characters."""
    before = ""
    while before != text:
        before = text
        text = _EACH.sub(lambda found: _SPOKEN.sub("", found.group()), text)
        text = _BRACKETED.sub(_unless_long, text)
    return text


def _unless_long(found: re.Match[str]) -> str:
    """Return "" for signs that the characters before them can be spoken with, else the signs."""
    han = 0
    while han < found.start() and re.match(f"[{_HAN}]", found.string[found.start() - han - 1]):
        han += 1
    return "" if len(found.group()) - 2 <= _MOST * han else found.group()


def _has_signs(text: str) -> bool:
    return not text.isascii() and bool(re.search(rf"[{_KANA}{_BOPOMOFO}]", text))


def _is_beside(line: Line, lines: Sequence[Line]) -> bool:
    """Return whether a line of nothing but signs stands small at one with characters in it."""
    if line.box == NOWHERE or not _ALONE.fullmatch(printed(line)):
        return False
    return any(_carries(other, line) for other in lines if other.box != NOWHERE)


def _carries(other: Line, line: Line) -> bool:
    one, two = (
        (item.box.width, item.box.height) if item.vertical else (item.box.height, item.box.width)
        for item in (other, line)
    )
    if other.vertical != line.vertical or two[0] > _SMALL * one[0]:
        return False
    along, white = (
        (line.box.overlap_y(other.box), line.box.x0 - other.box.x1)
        if line.vertical
        else (line.box.overlap_x(other.box), other.box.y0 - line.box.y1)
    )
    near = abs(white) <= _NEAR * one[0] and along >= 0.5 * two[1]
    return near and any(is_han(char) for char in printed(other))
