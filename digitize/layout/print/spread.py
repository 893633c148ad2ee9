"""The heads and folios of a page; of a spread, which is two side by side, those of both."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from digitize.layout.evidence.verdict import Verdict
from digitize.layout.page.board import Board, board_of
from digitize.layout.page.scale import all_lines, mostly_vertical
from digitize.layout.print.folios import folios
from digitize.layout.print.head import head
from digitize.layout.print.tower import tower
from digitize.model.geometry import union
from digitize.model.page import FOLD


def heads(board: Board) -> dict[str, Verdict]:
    """Return verdicts on what stands at the head of each page."""
    leaves = _leaves(board)
    if not mostly_vertical(all_lines(board.page)):
        return _all(head(_only(board, leaf)) for leaf in leaves)
    flowing = board_of(board.page, board.left_out, flowing=True)
    return _all(tower(_only(board, leaf), _only(flowing, leaf)) for leaf in leaves)


def strips(board: Board) -> dict[str, Verdict]:
    """Return verdicts on the rows of number, title and date over and under each page."""
    return _all(folios(_only(board, leaf)) for leaf in _leaves(board))


def _leaves(board: Board) -> list[frozenset[str]]:
    """Return the ids of the regions of each page."""
    every = frozenset(look.id for look in board.looks)
    fold = next((one.box.center.x for one in board.page.regions if one.reason == FOLD), 0)
    left = frozenset(look.id for look in board.looks if look.region.box.center.x < fold)
    return [leaf for leaf in (left, every - left) if leaf]


def _only(board: Board, names: Collection[str]) -> Board:
    looks = tuple(look for look in board.looks if look.id in names)
    content = union(look.box for look in looks if look.said.weight > 2)
    return replace(board, looks=looks, content=content)


def _all(found: Iterable[dict[str, Verdict]]) -> dict[str, Verdict]:
    return {name: verdict for one in found for name, verdict in one.items()}
