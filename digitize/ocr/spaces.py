"""From characters in a row to words: where the spaces stand, and the box of each word."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from itertools import pairwise
from statistics import fmean

import numpy as np

from digitize.grammar.scripts import is_cjk
from digitize.ocr.ctc import Glyph
from digitize.ocr.engine import Piece
from digitize.ocr.ink import SPECK, Gap, Mask, around, widest_gap, x_height

HINT = 0.05
"""A space the network half saw counts where paper confirms it. On tightly set English (spaces of
0.12 em) it lost 19 % of them; this brings two thirds back, and adds one wrong in 4,000."""

HINT_GAP, LETTERS = 0.15, 0.8
"""The paper that confirms it, in x-heights: letters of one word stand closer in most faces. It is
wider than so many of the gaps between letters of the same line, too: in some faces they do not."""

FAINT, WIDE = 0.02, 0.8
"""A fainter hint and the paper that confirms it, in x-heights: justified lines of narrow columns
have spaces of several, where the network's hint is 0.04 to 0.1."""

FIGURE, APART = 0.1, 0.35
"""The hint and the paper, in heights of figures, between figures (204 3834) and before a straight
quotation mark, which may open or shut; a 1 stands off its neighbour by 0.2."""

CLOSED = frozenset(".,;:!?")
"""Marks that a space mostly follows: after them a faint hint asks for no wider paper than that."""

EITHER = frozenset("'\"")
"""Marks that open as well as shut."""

HYPHEN, DASH = "-", "—"

LONG, FLAT = 1.5, 0.35
"""A stroke so long, and so low, in x-heights, is no hyphen, which has 0.7, but a dash, with 2."""

SHUT = frozenset(".,;:!?)]}%'\"’”»")
"""Marks that no space stands before."""


def pieces(glyphs: Sequence[Glyph], ink: Mask) -> tuple[Piece, ...]:
    """Return the words of a line, Han cut up; `glyphs` from left to right, spaces among them."""
    words = _words([_dashed(glyph, ink) for glyph in glyphs], ink)
    if not words:
        return ()
    gaps = [_between(left[-1], right[0], ink) for (_, left), (_, right) in pairwise(words)]
    starts = [0, *(gap.end for gap in gaps)]
    ends = [*(gap.start for gap in gaps), ink.shape[1]]
    return tuple(
        Piece("".join(glyph.char for glyph in word), around(ink, start, end), _conf(word), glued)
        for (glued, word), start, end in zip(words, starts, ends, strict=True)
    )


def _dashed(glyph: Glyph, ink: Mask) -> Glyph:
    """Return a hyphen as a dash if its stroke is as long as that of one."""
    if glyph.char != HYPHEN:
        return glyph
    start, end = _stroke(glyph, ink)
    return glyph._replace(char=DASH) if end - start >= LONG * x_height(ink) else glyph


def _stroke(glyph: Glyph, ink: Mask) -> tuple[int, int]:
    """Return where the level stroke in the middle of a glyph begins and ends, in columns."""
    at = min(round(glyph.middle), ink.shape[1] - 1)
    thick = ink.sum(axis=0)
    flat = (thick > 0) & (thick <= max(SPECK, FLAT * x_height(ink)))
    if not flat[at]:
        return at, at
    blocked = np.flatnonzero(~flat)
    left = blocked[blocked < at].max(initial=-1)
    right = blocked[blocked > at].min(initial=ink.shape[1])
    return int(left) + 1, int(right)


def _off_dash(left: Glyph, right: Glyph, ink: Mask) -> int:
    """Return how many white columns stand between the stroke of a dash and its neighbour."""
    before = right.char == DASH
    start, end = _stroke(right if before else left, ink)
    inked = np.flatnonzero(ink.any(axis=0))
    if before:
        return start - 1 - int(inked[inked < start].max(initial=-1))
    return int(inked[inked >= end].min(initial=ink.shape[1])) - end


def _words(glyphs: Sequence[Glyph], ink: Mask) -> list[tuple[bool, list[Glyph]]]:
    """Return the words, each Chinese character by itself, and whether they are glued."""
    words: list[tuple[bool, list[Glyph]]] = []
    glued, high = False, x_height(ink)
    letters = cache(lambda: _letter_gap(glyphs, ink))
    for glyph in glyphs:
        if glyph.char.isspace():
            glued = False
            continue
        word = words[-1][1] if words else []
        before = word[-1] if words else None
        if before and glued:
            glued = not _spaced(word, glyph, ink, high, letters)
        if before and glued and not is_cjk(before.char) and not is_cjk(glyph.char):
            words[-1][1].append(glyph)
        else:
            words.append((glued, [glyph]))
        glued = True
    return words


def _letter_gap(glyphs: Sequence[Glyph], ink: Mask) -> int:
    """Return how wide most gaps between the letters of a line's words are at most, in columns."""
    gaps = [
        _between(left, right, ink).width
        for left, right in pairwise(glyphs)
        if left.char.isalpha() and right.char.isalpha() and right.space < FAINT
    ]
    return sorted(gaps)[int(LETTERS * len(gaps))] if gaps else 0


def _spaced(
    word: Sequence[Glyph], right: Glyph, ink: Mask, high: int, letters: Callable[[], int]
) -> bool:
    """Whether paper confirms a space that the network but half saw, or by a dash not at all."""
    left = word[-1]
    if is_cjk(left.char) or is_cjk(right.char):
        return False
    if DASH in (left.char, right.char):
        return _off_dash(left, right, ink) > APART * high
    if right.space < FAINT:
        return False
    width = _between(left, right, ink).width
    gap = width / high
    if right.char in EITHER or (left.char.isdigit() and right.char.isdigit()):
        return right.space >= FIGURE and gap > APART
    if right.char in SHUT:
        return False
    figures = right.char.isdigit() and any(one.char.isdigit() for one in word[-2:-1])
    faint = APART if left.char in CLOSED and not figures else WIDE
    return gap > (HINT_GAP if right.space >= HINT else faint) and width > letters()


def _between(left: Glyph, right: Glyph, ink: Mask) -> Gap:
    width = ink.shape[1]
    start = min(max(round(left.middle), 0), width - 1)
    return widest_gap(ink, start, min(max(round(right.middle), start), width))


def _conf(word: Sequence[Glyph]) -> float:
    return min(1.0, max(0.0, fmean(glyph.conf for glyph in word)))
