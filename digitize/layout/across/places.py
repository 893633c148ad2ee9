"""Where regions stand among the columns of their page, and how wide their text is set."""

from __future__ import annotations

import statistics
from collections.abc import Sequence

from digitize.layout.page.scale import all_lines, mostly_vertical, turn
from digitize.model.geometry import Box
from digitize.model.page import Page, Region, Role

_WIDE = 1.5  # times the usual column; wider text spans several
_SHARED = 0.5  # of the narrower width; boxes that share this stand in one column


def column_of(page: Page, region: Region) -> int:
    """Return which column of its page a region begins in, from 1; 0 where it is in none."""
    turns = mostly_vertical(all_lines(page))
    columns = _columns([_placed(one, page, turns) for one in page.regions if one.role == Role.BODY])
    box = _placed(region, page, turns)
    own = (at for at, column in enumerate(columns, 1) if column.x0 <= box.center.x <= column.x1)
    left = (at for at, column in enumerate(columns, 1) if column.overlap_x(box) > 0)
    return next(own, next(left, 0))


def measure_of(regions: Sequence[Region]) -> float:
    """Return the usual width of the body text of some regions, 0.0 when they have none."""
    widths = [
        float(line.box.height if line.vertical else line.box.width)
        for region in regions
        if region.role == Role.BODY
        for line in region.lines
    ]
    return statistics.quantiles(widths, n=4)[2] if len(widths) > 1 else max(widths, default=0.0)


def _placed(region: Region, page: Page, turns: bool) -> Box:
    return turn(region.box, page.scan.width) if turns else region.box


def _columns(boxes: Sequence[Box]) -> list[Box]:
    """Return the columns that boxes of text stand in, from the left."""
    if not boxes:
        return []
    usual = statistics.median(box.width for box in boxes)
    columns: list[Box] = []
    for box in sorted((box for box in boxes if box.width <= _WIDE * usual), key=lambda box: box.x0):
        last = columns[-1] if columns else None
        if last and last.overlap_x(box) >= _SHARED * min(last.width, box.width):
            columns[-1] = Box(last.x0, 0, max(last.x1, box.x1), 1)
        else:
            columns.append(Box(box.x0, 0, box.x1, 1))
    return columns
