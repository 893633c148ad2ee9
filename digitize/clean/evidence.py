"""What the issue itself says: how often it prints each word unbroken."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar, overload

from digitize.clean.characters import plain
from digitize.model.page import Line

HYPHENS = "-‐\u00ad¬⸗"
"""Marks that break a word at a line's end: hyphen-minus, hyphen, soft hyphen, ¬, double oblique."""

_WORD = re.compile(r"[^\W_]+(?:['’\-‐][^\W_]+)*")
_Other = TypeVar("_Other")


class Evidence(Mapping[str, int]):
    """How often each word stands unbroken within a line; counted when somebody first asks."""

    def __init__(self, lines: Callable[[], Iterable[Line]]) -> None:
        """`lines` gives the lines of the issue, in order."""
        self._lines = lines
        self._counts: Counter[str] | None = None

    @property
    def counts(self) -> Counter[str]:
        """The words in lower case; see `whole_words`."""
        if self._counts is None:
            self._counts = whole_words(self._lines())
        return self._counts

    def __getitem__(self, word: str) -> int:
        """Return how often `word` is printed."""
        return self.counts[word]

    @overload
    def get(self, key: str, /) -> int | None: ...
    @overload
    def get(self, key: str, /, default: int | _Other) -> int | _Other: ...
    def get(self, key: str, /, default: object = None) -> object:
        """Return how often `key` is printed, `default` when it is not."""
        return self.counts.get(key, default)

    def __iter__(self) -> Iterator[str]:
        """Yield every word."""
        return iter(self.counts)

    def __len__(self) -> int:
        """Return how many words there are."""
        return len(self.counts)


def whole_words(lines: Iterable[Line]) -> Counter[str]:
    """Return how often each word, in lower case, is printed unbroken within a line.

    The halves of words broken at a line's end are left out; compounds count with their hyphen.
    """
    found: Counter[str] = Counter()
    for token, times in Counter(_unbroken(lines)).items():
        for word in words_of(plain(token)):
            found[word] += times
    return found


def words_of(text: str) -> list[str]:
    """Return the words in `text`, in lower case, marks around them off, one kind of hyphen."""
    return [match.group().lower().replace("‐", "-") for match in _WORD.finditer(text)]


def _unbroken(lines: Iterable[Line]) -> Iterator[str]:
    broken = False
    for line in lines:
        tokens = [word.text for word in line.words if word.text]
        if not tokens:
            continue
        seen = tokens[1:] if broken else tokens
        broken = plain(tokens[-1]).endswith(tuple(HYPHENS))
        yield from seen[:-1] if broken else seen
