"""How words stand together in a file: the two pieces of a broken one, and where spaces stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from digitize.grammar.scripts import spaced
from digitize.model.page import Line
from digitize.model.reading import apart

HYPHENS = frozenset("-‐‑¬=⸗\u00ad")
"""Marks with which print breaks a word at the end of a line."""


class Half(NamedTuple):
    """One piece of a broken word."""

    part: Literal[1, 2]
    whole: str  # the word as it is read
    stem: str  # the first piece without its hyphen
    rest: str  # the second piece

    @property
    def said(self) -> str:
        """What stands in this place of the line, without the hyphen."""
        return self.stem if self.part == 1 else self.rest

    @property
    def joins(self) -> bool:
        """Whether the pieces make the whole as they stand."""
        return self.whole == self.stem + self.rest


def halves(lines: Sequence[Line]) -> dict[str, Half]:
    """Return the pieces by word id: the last word of a line and the first of the next.

    Only what says itself to be read as one: the first piece ends in a hyphen and takes the whole
    reading, the second is not read on its own, and no paragraph begins between them.
    """
    found: dict[str, Half] = {}
    for upper, lower in pairwise(lines):
        if not upper.words or not lower.words or lower.opens:
            continue  # across a new paragraph, the word stands whole where it begins
        first, second = upper.words[-1], lower.words[0]
        broken = len(first.text) > 1 and first.text[-1] in HYPHENS and not lower.opens
        if broken and first.norm and second.norm == "" and second.text:
            whole, stem = first.norm, first.text[:-1]
            found[first.id] = Half(1, whole, stem, second.text)
            found[second.id] = Half(2, whole, stem, second.text)
    return found


def spaces(line: Line, said: Iterable[str]) -> Iterator[bool]:
    """Yield for each word of `line` whether a space stands before what is `said` in its place.

    Empty pieces are not there; Han that stands apart from Han keeps its space.
    """
    before, last = "", None
    for word, piece in zip(line.words, said, strict=True):
        white = last is not None and bool(piece) and apart(last, word, vertical=line.vertical)
        yield spaced(before, piece) or white
        if piece:
            before, last = piece, word
