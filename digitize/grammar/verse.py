"""Lines that stand for themselves: verse, items of a numbered list, rows of figures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from digitize.grammar.scripts import is_han

_ROWS = 4  # of one stanza; fewer lines may begin with capitals and end at marks by chance
_MARKED = 0.6  # of the lines end at a mark; of prose about .15
_CELLS = 60  # characters; no line of verse in a column is longer
_OPENS = re.compile(r"[\"'“‘„«(]*[A-ZÀ-ÖØ-Þ]")
_LOWER = re.compile(r"[a-zà-öø-ÿ]{2}")
_MARKS = tuple(",;:.!?—，。；！？、")
_CLOSERS = "\"'”’»“‘«)）」』"
_HAN_LENGTHS = (4, 5, 7, 10, 14)  # characters; lines of Chinese verse, or two on one row
_LIST = 3  # rows; two lines of prose may end in figures by chance
_FIGURE = re.compile(r"\d[\d.,/]*[½¼¾]?\s?[a-z]{0,2}\.?$")
_ITEM = re.compile(r"[（(]?(\d{1,2})[.)）]\s+[^\W\d_a-zà-ÿ]")
_BEFORE = (*_MARKS, "-", "–")  # with which what stands over an item ends


def verse(texts: Sequence[str], opens: Sequence[bool]) -> list[bool]:
    """Return which lines go on with verse: they follow a line of it that `opens`, or another.

    Each begins with a capital, though not all in capitals, and most end at marks, the last one
    among them; lines of Chinese verse are of one length, and end so, too.
    """
    found = [False] * len(texts)
    at = 0
    while at < len(texts):
        end = _end(texts, at) if opens[at] else at
        marked = [_is_marked(text) for text in texts[at:end]] if end - at >= _ROWS else []
        while marked and not marked[-1]:
            marked.pop()
        if len(marked) >= _ROWS and sum(marked) >= _MARKED * len(marked):
            end = at + len(marked)
            found[at + 1 : end] = [True] * (len(marked) - 1)
            at = end
        else:
            at += 1
    return found


def items(texts: Sequence[str]) -> list[bool]:
    """Return which lines begin an item of a list whose numbers follow each other."""
    numbers = {
        at: int(hit[1])
        for at, text in enumerate(texts)
        if (hit := _ITEM.match(text)) and (at == 0 or texts[at - 1].rstrip().endswith(_BEFORE))
    }
    listed = pairwise(numbers.items())
    marked = {at for (one, low), (two, high) in listed if high == low + 1 for at in (one, two)}
    return [at in marked for at in range(len(texts))]


def rows(texts: Sequence[str]) -> list[bool]:
    """Return which lines are rows of a list: they end in figures, as do their neighbours.

    None begins in lower case, as the rest of a sentence does.
    """
    ended = [bool(_FIGURE.search(text)) and not text[:1].islower() for text in texts]
    found = [False] * len(texts)
    for at in range(len(texts) - _LIST + 1):
        if all(ended[at : at + _LIST]):
            found[at : at + _LIST] = [True] * _LIST
    return found


def _end(texts: Sequence[str], start: int) -> int:
    """Return where the run of lines that may be verse ends that begins at `start`."""
    length = _han_length(texts[start])
    for at in range(start, len(texts)):
        alike = _han_length(texts[at]) == length if length else _is_line(texts[at])
        if not alike:
            return at
    return len(texts)


def _is_marked(text: str) -> bool:
    return text.rstrip(_CLOSERS).endswith(_MARKS)


def _is_line(text: str) -> bool:
    return len(text) <= _CELLS and bool(_OPENS.match(text)) and bool(_LOWER.search(text))


def _han_length(text: str) -> int:
    """Return how many characters a line of Chinese has if verse has so many, else 0."""
    han = sum(map(is_han, text))
    return han if han in _HAN_LENGTHS and not any(map(str.isascii, text.strip())) else 0
