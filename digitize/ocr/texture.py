"""Whether anything read on a page is print: stains, cloth and clouds give signs here and there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from digitize.grammar.scripts import is_han
from digitize.ocr.engine import Piece

LETTERS, SURE = 4, 0.8
"""Letters or figures in one line, and their mean confidence, that prove print; a Chinese character
counts as two. Of a stained sheet 13 of 53 "lines" are read, with three signs at most in any."""


def texture(lines: Iterable[Sequence[Piece]]) -> bool:
    """Whether half of what looked like lines, or more, is blank, and no other is proven print."""
    found = list(lines)
    read = [pieces for pieces in found if pieces]
    return bool(read) and 2 * len(read) <= len(found) and not any(map(_proven, read))


def _proven(pieces: Sequence[Piece]) -> bool:
    signs = [
        (char, 1.0 if piece.conf is None else piece.conf)
        for piece in pieces
        for char in piece.text
        if char.isalnum()
    ]
    letters = sum(2 if is_han(char) else 1 for char, _ in signs)
    return letters >= LETTERS and sum(conf for _, conf in signs) >= SURE * len(signs)
