"""The measure to which rows of flat text are wrapped, and whether a row was ended on purpose."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from digitize.grammar.scripts import is_cjk
from digitize.grammar.sentences import ends_sentence, starts_inside
from digitize.model.page import Line
from digitize.model.reading import printed

_RAGGED = 0.08  # of the measure, by which rows of one measure differ where nothing tells more
_LEAST = 4  # pairs of rows that run on, to see how ragged the right edge is
_HIGH = 0.9  # quantile; some rows of any text are odd


class Measure(NamedTuple):
    """What rows of one column leave white at their right edge."""

    edge: int  # cells; where the widest rows end
    slack: float  # cells by which a row that runs on may stay short of what would have fitted

    def ended(self, row: Line, below: Line, lost: int = 0) -> bool:
        """Return whether the first word of `below` would have fitted into `row` with ease.

        `lost` are cells of an indent that may have been set before the row and not kept.
        """
        return self.edge - row.box.x1 - lost > _need(below) + self.slack


def measure(rows: Sequence[Line]) -> Measure:
    """Return the measure of a column, learnt from the rows that run on in lower case."""
    edge = max((row.box.x1 for row in rows), default=0)
    white = sorted(
        max(0, edge - row.box.x1 - _need(below))
        for row, below in pairwise(rows)
        if starts_inside(printed(below)) and not ends_sentence(printed(row))
    )
    if len(white) < _LEAST:
        return Measure(edge, _RAGGED * edge)
    return Measure(edge, white[math.ceil(_HIGH * len(white)) - 1])


def _need(below: Line) -> int:
    """Return the cells that the first word of a row takes with the space before it."""
    first = below.words[0] if below.words else None
    if first is None:
        return 1
    return 2 if is_cjk(first.text[0]) else first.box.width + 1
