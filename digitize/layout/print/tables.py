"""Tables: rows of figures, in one region or scattered over a frame in cells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from digitize.layout.evidence.verdict import Verdict
from digitize.layout.grouping.cells import is_row
from digitize.layout.page.board import Board, Look
from digitize.layout.page.rules import holds
from digitize.model.page import Role, Word

_ROWS = 3
_FIGURES = 0.45  # share of the print that is figures, in a table
_LEAST = 8  # figures; fewer are specks
_CELLS, _SHARE = 2, 0.35  # numbers in a row of a ruled table, and share of its words
_IN_ROWS = 0.7  # of a region's lines; so many are rows of cells in a table
_TITLE = 1.13  # body sizes; what stands over a table in larger type is its title
_NUMBER = re.compile(r"[+−–-]?[$£€]?\d[\d.,:/%½¼¾]*")


def tables(board: Board, looks: Sequence[Look]) -> dict[str, Verdict]:
    """Return verdicts on the regions of `looks` that are rows of figures."""
    found: dict[str, Verdict] = {}
    for frame in board.frames:
        group = [look for look in looks if holds(frame, look.box) and look.id not in found]
        found |= _ruled(board, group)
    for look in looks:
        if look.id not in found and is_table(look, board.scale.size):
            why = "is rows of figures, or of cells that stand apart"
            found[look.id] = Verdict(Role.TABLE, 0.7, why)
    return found


def is_table(look: Look, size: float) -> bool:
    """Return whether a region by itself is a table: rows of figures, or of cells."""
    return _is_figures(look) or _is_rows(look, size)


def _is_figures(look: Look) -> bool:
    signs = [char for char in look.said.text if not char.isspace()]
    figures = sum(map(str.isdigit, signs))
    return look.rows >= _ROWS and figures >= max(_LEAST, _FIGURES * len(signs))


def _is_rows(look: Look, size: float) -> bool:
    rows = sum(is_row(line, size) for line in look.region.lines)
    return rows >= max(_ROWS, _IN_ROWS * look.rows)


def _ruled(board: Board, group: Sequence[Look]) -> dict[str, Verdict]:
    """Return verdicts on the table that a frame holds and on its title; none where none is."""
    words = [word for look in group for line in look.region.lines for word in line.words]
    numbers = [word for word in words if _NUMBER.fullmatch(word.text)]
    rows = [row for row in _levels(numbers, board.scale.size) if len(row) >= _CELLS]
    if len(numbers) < _SHARE * len(words) or len(rows) < _ROWS:
        return {}
    top = min(word.box.y0 for word in rows[0])
    title = Verdict(Role.HEADLINE, 0.7, "stands over a table in its frame, in larger type")
    cells = Verdict(Role.TABLE, 0.8, "is rows of figures in a frame")
    return {
        look.id: title if look.box.y1 <= top and look.ratio >= _TITLE else cells for look in group
    }


def _levels(words: Iterable[Word], size: float) -> list[list[Word]]:
    """Return words row by row, from the top."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda word: word.box.center.y):
        if rows and word.box.center.y - rows[-1][0].box.center.y <= size / 2:
            rows[-1].append(word)
        else:
            rows.append([word])
    return rows
