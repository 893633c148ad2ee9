"""A column of vertical print that was read in doubt, and its second reading, piece by piece.

On its side a column is read quickly and well, figures and Latin words in it too, but PP-OCR at
times passes over a mark that stands between two characters. Cut into characters it is read
slowly, loses what was cut wrongly, and takes blurred commas for points of Latin type, which no
column has. Where the first is in doubt the two are aligned, and where they differ the surer one
stands; a mark stands as it was seen on its side.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import fmean

from rapidfuzz.distance import Levenshtein

from digitize.grammar.scripts import is_cjk, is_han
from digitize.model.page import Line
from digitize.ocr.engine import Piece
from digitize.ocr.words import STROKES, WIDE

DOUBT, FAINT = 0.9, 0.6
"""Mean confidence of a column's characters, and confidence of one, under which it is in doubt; a
blurred mark is no reason, for that is not read more surely upright."""

TALL = 1.3
"""In widths of the column: one character with a box so high has swallowed its neighbour."""

SWALLOWED = 0.5
"""What the confidence of such a character counts."""

PASSED = 0.9
"""In widths of the column: between two characters so far apart a mark was passed over, or nothing
stands there."""

SHARED = 0.5
"""Of the lower one's height that two pieces share if they are readings of the same print."""

ALONE = 0.7
"""How sure one reading must be of what the other has not."""

MARKED = 0.3
"""The same of a mark in the first reading, there or against another of the second. On five pages,
one of them of 1939, columns are so read with 0.8, 8.5, 15.6, 0.2 and 15.3 % errors, in place of
1.9, 8.7, 16.4, 0.25 and 15.5."""

POINT = "."
"""What a comma that was cut out looks like; in a column stands none."""

Stretch = tuple[list[Piece], list[Piece]]
"""Of one piece of a column, both readings."""


def doubtful(line: Line, found: Sequence[Piece]) -> bool:
    """Whether a column should be read again; boxes are in the working image."""
    sure = [_sure(line, piece) for piece in found if not _mark(piece)]
    apart = any(_passed(line, one, other) for one, other in pairwise(found))
    return not sure or fmean(sure) < DOUBT or min(sure) < FAINT or apart


def _passed(line: Line, one: Piece, other: Piece) -> bool:
    """Whether two characters stand so far apart that one between them may have been passed over."""
    ends = one.text[-1] + other.text[0]
    full = all(map(is_han, ends)) and not STROKES & {*ends}
    return full and other.box.y0 - one.box.y1 > PASSED * line.box.width


def voted(line: Line, first: Sequence[Piece], second: Sequence[Piece]) -> list[Piece]:
    """Return what both readings agree on, and the surer one where they differ, from the top."""
    kept: list[tuple[Piece, bool]] = []
    seen = [_wide(piece) for piece in second if piece.text != POINT]
    for one, other in _stretches([_wide(piece) for piece in first], seen):
        if one and other:
            mine, theirs = _mean(line, one), _mean(line, other)
            stands = mine >= theirs or (mine >= MARKED and all(map(_mark, one)))
            kept += [(piece, False) for piece in (one if stands else other)]
        else:
            least = [(piece, MARKED if _mark(piece) else ALONE) for piece in one]
            least += [(piece, ALONE) for piece in other]
            kept += [(piece, True) for piece, sure in least if (piece.conf or 0.0) >= sure]
    texts = ["", *(piece.text for piece, _ in kept), ""]
    return [
        piece
        for number, (piece, alone) in enumerate(kept)
        if not (alone and piece.text in (texts[number], texts[number + 2]))
    ]


def _stretches(first: Sequence[Piece], second: Sequence[Piece]) -> Iterator[Stretch]:
    """Yield what both readings have of each stretch of the column: first, what they agree on.

    What stands between is matched by its place on the page.
    """
    a, b = 0, 0
    texts = [one.text for one in first], [one.text for one in second]
    for block in Levenshtein.opcodes(*texts).as_matching_blocks():
        yield from _by_place(first[a : block.a], second[b : block.b])
        a, b = block.a + block.size, block.b + block.size
        for one, other in zip(first[block.a : a], second[block.b : b], strict=True):
            yield [one], [other]


def _by_place(first: Sequence[Piece], second: Sequence[Piece]) -> list[Stretch]:
    marked = [(piece, 0) for piece in first] + [(piece, 1) for piece in second]
    marked.sort(key=lambda pair: pair[0].box.y0 + pair[0].box.y1)
    found: list[Stretch] = []
    for piece, which in marked:
        here: Stretch = ([], [])
        here[which].append(piece)
        while found and any(_same(piece, held) for side in found[-1] for held in side):
            above = found.pop()
            here = (above[0] + here[0], above[1] + here[1])
        found.append(here)
    return found


def _same(one: Piece, other: Piece) -> bool:
    return one.box.overlap_y(other.box) > SHARED * min(one.box.height, other.box.height)


def _mean(line: Line, pieces: Sequence[Piece]) -> float:
    return fmean(_sure(line, piece) for piece in pieces)


def _sure(line: Line, piece: Piece) -> float:
    conf = 1.0 if piece.conf is None else piece.conf
    single = len(piece.text) == 1 and is_cjk(piece.text)
    return conf * (SWALLOWED if single and piece.box.height > TALL * line.box.width else 1.0)


def _mark(piece: Piece) -> bool:
    """Whether a piece is a mark, or several."""
    return not any(map(str.isalnum, piece.text))


def _wide(piece: Piece) -> Piece:
    """Return a mark by itself as wide as columns have it: a row has it narrow, and it is one."""
    return replace(piece, text=piece.text.translate(WIDE)) if len(piece.text) == 1 else piece
