"""Rows of flat text that white parts into statements, as the rows of a masthead are set."""

from __future__ import annotations

from digitize.layout.evidence.says import says_text
from digitize.layout.evidence.verdict import furniture
from digitize.model.page import Line, Role, Word
from digitize.model.reading import join

_PARTED = 3  # cells of white between two statements of one row
_FACTS = frozenset({Role.DATE_LINE, Role.MASTHEAD})


def statements(line: Line) -> list[str]:
    """Return what white parts a row into; running text is one statement."""
    cells: list[list[Word]] = []
    for word in line.words:
        if not cells or word.box.x0 - cells[-1][-1].box.x1 >= _PARTED:
            cells.append([])
        cells[-1].append(word)
    return [join(word.text for word in cell) for cell in cells]


def states_facts(line: Line) -> Role | None:
    """Return what a row is in which a fact of the issue stands apart; None when none does."""
    cells = statements(line)
    found = [furniture(says_text(cell)) for cell in cells] if len(cells) > 1 else []
    roles = {verdict.role for verdict in found if verdict is not None} & _FACTS
    return min(roles, default=None)
