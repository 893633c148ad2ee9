"""Teasers: a row of small headings over nothing but a line that names a page inside."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from digitize.layout.evidence.verdict import Verdict
from digitize.layout.page.board import Board, Look
from digitize.model.page import Role

_ROWS = 3  # rows of the heading, and of what is said under it
_NEAR, _UNDER = 1.6, 0.8  # body sizes of white between these at most, and under them at least
_LEAST = 2  # teasers side by side; a story may end after one line as well
_LEVEL = 2.0  # body sizes by which the feet of a row of teasers may differ
_NAMES_PAGE = re.compile(
    r"(?i)\b(?:pages?|pp?\.|seiten?)\s*(?-i:[A-Z]{0,2})-?\d{1,3}"
    r"(?:\s*[,–&-]\s*[A-Z]?\d{1,3})*\W*$|"
    r"\b(?:back|front|centre|center)[ -]pages?\W*$|"
    r"(?-i:(?:^|[.?!:,—–] )[A-Z]{1,2}\d{1,2}\W*$)|"
    r"第?[A-Z]?[\d一二三四五六七八九十]{1,3}[版頁页]\W*$"
)


def teasers(board: Board, looks: Sequence[Look]) -> dict[str, Verdict]:
    """Return verdicts on headings of `looks` over a line that names a page, and on these lines."""
    pairs = list(_pairs(board, looks))
    why = "is one of a row of headings over nothing but the page of their story"
    return {
        look.id: Verdict(Role.PROMO, 0.8, why)
        for pair in pairs
        if sum(_level(board, pair, other) for other in pairs) >= _LEAST
        for look in pair
    }


def _pairs(board: Board, looks: Sequence[Look]) -> Iterator[tuple[Look, Look]]:
    """Yield headings with the line right under them that names a page, and ends its column."""
    size = board.scale.size
    for look in looks:
        over, under = board.above(look, board.looks), board.below(look, board.looks)
        jump = look.said.jump
        back = jump is not None and jump.direction == "from"
        if back or look.rows > _ROWS or not _NAMES_PAGE.search(look.said.text):
            continue
        if over is None or over not in looks or over.rows > _ROWS or over.said.byline:
            continue
        heads = over.ratio > look.ratio or (over.bold and not look.bold)
        white = look.box.y0 - over.box.y1
        near = white <= _NEAR * size
        last = under is None or under.box.y0 - look.box.y1 > max(_UNDER * size, 2 * white)
        if heads and near and last and over.frame == look.frame:
            yield over, look


def _level(board: Board, one: tuple[Look, Look], two: tuple[Look, Look]) -> bool:
    return abs(one[1].box.y0 - two[1].box.y0) <= _LEVEL * board.scale.size
