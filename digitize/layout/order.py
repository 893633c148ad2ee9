"""Put the regions of a page into the order in which they are read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import ClassVar

from digitize.layout.cutting.flow import flow
from digitize.layout.evidence.verdict import Verdict
from digitize.layout.page.board import Board, board_of
from digitize.layout.page.specks import noise_regions
from digitize.layout.print.quotes import quotes
from digitize.layout.print.spread import heads, strips
from digitize.model.page import Region, Role
from digitize.stage import Fact, Sheet

_COLUMN_ROWS = 5  # rows of text that make a column, not a line of terms


@dataclass(frozen=True, slots=True)
class Order:
    """Order regions by cuts, then headline by headline, then as Breuel does."""

    name: ClassVar[str] = "order"
    needs: ClassVar[frozenset[Fact]] = frozenset({"regions"})
    gives: ClassVar[frozenset[Fact]] = frozenset({"order"})

    def __call__(self, sheet: Sheet, /) -> Sheet:
        """Return the sheet with its regions in reading order; noise and rules stand last."""
        page = sheet.page
        if page.scan.kind == "text":
            return sheet  # its rows come in the order in which they are read
        parts: list[list[Region]] = [[], [], [], []]
        board = board_of(page, noise_regions(page))
        places, aside = _places(board), frozenset(quotes(board, board.looks))
        for region in page.regions:
            parts[places.get(region.id, 1)].append(region)
        ranked = [region for part in parts[:3] for region in flow(page, part, aside)] + parts[3]
        return replace(sheet, page=replace(page, regions=tuple(ranked)))


def _places(board: Board) -> dict[str, int]:
    """Say which regions are not read with the text: 0 before it, 2 after it, 3 not at all."""
    middle = board.content.center.y
    found = heads(board)
    places = {} if _under_text(board, found) else dict.fromkeys(found, 0)
    rows = strips(board)
    for look in board.looks:
        if look.id in rows:
            places[look.id] = 0 if look.box.center.y < middle else 2
    marks = (region.id for region in board.page.regions if region.role == Role.SEPARATOR)
    return places | dict.fromkeys(board.left_out, 3) | dict.fromkeys(marks, 3)


def _under_text(board: Board, found: Mapping[str, Verdict]) -> bool:
    """Whether columns of text stand over what was taken for the paper's name: then it is none."""
    names = [look for look in board.looks if look.id in found]
    plates = [look.box for look in names if found[look.id].role == Role.NAMEPLATE]
    return any(
        look.rows >= _COLUMN_ROWS and look.id not in found and look.box.y1 <= plate.center.y
        for plate in plates
        for look in board.looks
    )
