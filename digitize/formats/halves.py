"""Words broken at a line's end and read as one: which two pieces of print they stand in."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from digitize.model.page import Line

HYPHENS = frozenset("-‐‑¬=⸗\u00ad")
"""Marks with which print breaks a word at the end of a line."""


class Half(NamedTuple):
    """One piece of a broken word."""

    part: Literal[1, 2]
    whole: str  # the word as it is read
    stem: str  # the first piece without its hyphen
    rest: str  # the second piece


def halves(lines: Sequence[Line]) -> dict[str, Half]:
    """Return the pieces by word id: the last word of a line and the first of the next.

    Only what says itself to be read as one: the first piece ends in a hyphen and takes the whole
    reading, the second is not read on its own.
    """
    found: dict[str, Half] = {}
    for upper, lower in pairwise(lines):
        if not upper.words or not lower.words:
            continue
        first, second = upper.words[-1], lower.words[0]
        broken = len(first.text) > 1 and first.text[-1] in HYPHENS
        if broken and first.norm and second.norm == "" and second.text:
            whole, stem = first.norm, first.text[:-1]
            found[first.id] = Half(1, whole, stem, second.text)
            found[second.id] = Half(2, whole, stem, second.text)
    return found
