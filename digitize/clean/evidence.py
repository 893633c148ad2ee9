"""What the issue itself says: how often it prints each word unbroken."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from digitize.model.page import Line

HYPHENS = "-‐\u00ad¬⸗"
"""Marks that break a word at a line's end: hyphen-minus, hyphen, soft hyphen, ¬, double oblique."""

_WORD = re.compile(r"[^\W_]+(?:['’\-‐][^\W_]+)*")


def whole_words(lines: Iterable[Line]) -> Counter[str]:
    """Return how often each word, in lower case, stands unbroken within a line.

    The halves of words broken at a line's end are left out; compounds count with their hyphen.
    """
    return Counter(word for token in _unbroken(lines) for word in words_of(token))


def words_of(text: str) -> list[str]:
    """Return the words in `text`, in lower case, marks around them off, one kind of hyphen."""
    return [match.group().lower().replace("‐", "-") for match in _WORD.finditer(text)]


def _unbroken(lines: Iterable[Line]) -> Iterator[str]:
    broken = False
    for line in lines:
        tokens = [word.reading for word in line.words if word.reading]
        if not tokens:
            continue
        seen = tokens[1:] if broken else tokens
        broken = tokens[-1][-1] in HYPHENS
        yield from seen[:-1] if broken else seen
