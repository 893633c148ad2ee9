"""Which rows of flat text stand together: blank rows part them, and rows that say a set thing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from digitize.grammar.sentences import left_open
from digitize.layout.says import Says, says
from digitize.layout.scale import median_weighted
from digitize.layout.verdict import furniture
from digitize.model.page import Line

_PARAGRAPH = 110  # cells; a row this long holds a paragraph, no newspaper column is so wide
_WRAPPED = 3  # rows of about one width that show that the text is hard-wrapped
_SHORT = 0.75  # of the usual width of a wrapped row; shorter rows end something
_LONG_FACT = 12  # weight; shorter lines of a masthead name one thing in two scripts
_HAN_HEADING = 20  # characters; a row of Han without any stop, this short, is a heading
_HAN_STOP = re.compile("[，。；：、！？「」『』（）]")
_SET = 0.6  # share of a row that a jump line must take to be one
_RUN_IN = re.compile(
    r"^\W*(?:[A-Z][A-Z'’&]+[\s,]+)*[A-Z][A-Z'’]{3,}\s*(?:[.:]\s*[-—–]|[-—–]{1,2}|:)\s*\S"
)
"""Capitals and a dash that open a paragraph: "FOR RENT.—A house", "NOTICE.-The"."""

Kind = Literal["set", "fact", "heading", "text"]


def flat_blocks(lines: Sequence[Line]) -> list[tuple[Line, ...]]:
    """Return groups of rows in file order; every row is in one of them."""
    rows = sorted(lines, key=lambda line: (line.box.y0, line.box.x0))
    usual = _usual_width(rows)
    groups: list[tuple[Line, ...]] = []
    for block in _between_blanks(rows):
        groups.extend(_apart(block, usual))
    return groups


def _between_blanks(rows: Sequence[Line]) -> Iterator[list[Line]]:
    held: list[Line] = []
    for row in rows:
        if held and row.box.y0 > held[-1].box.y1:
            yield held
            held = []
        held.append(row)
    if held:
        yield held


def _usual_width(rows: Sequence[Line]) -> float:
    """Return the width at which rows are wrapped; 0 when the text is not wrapped."""
    widths = [float(row.box.x1) for row in rows if row.box.width > 20]
    wide = median_weighted((width, width) for width in widths)
    alike = [width for width in widths if 0.85 * wide <= width <= 1.15 * wide]
    return wide if len(alike) >= _WRAPPED and wide < _PARAGRAPH else 0.0


class _Row(NamedTuple):
    """One row of flat text and what it is by itself."""

    line: Line
    said: Says
    kind: Kind
    full: bool  # reaches the width at which rows are wrapped


def _apart(block: Sequence[Line], usual: float) -> Iterator[tuple[Line, ...]]:
    """Cut a block where a row cannot be read on into the next one."""
    if len(block) == 1:
        yield tuple(block)
        return
    rows = [_row(line, usual) for line in block]
    start = 0
    for at in range(1, len(rows)):
        if _ends(rows[start:at], rows[at], wrapped=usual > 0):
            yield tuple(block[start:at])
            start = at
    yield tuple(block[start:])


def _row(line: Line, usual: float) -> _Row:
    said = says([line])
    full = bool(usual) and line.box.x1 >= _SHORT * usual
    return _Row(line, said, _kind(said, line, full=full), full)


def _kind(said: Says, line: Line, *, full: bool) -> Kind:
    """Say what one row is by itself."""
    jump = said.jump
    if said.byline or said.dateline or (jump and len(jump.printed) > _SET * len(said.text)):
        return "set"
    if line.box.width < _PARAGRAPH and furniture(said) is not None:
        return "fact"
    if said.han and said.words <= _HAN_HEADING and not full and not _HAN_STOP.search(said.text):
        return "heading"
    if said.case == "caps" or (said.case == "title" and not full and said.words >= 2):
        return "heading"
    return "text"


def _ends(held: Sequence[_Row], row: _Row, *, wrapped: bool) -> bool:
    """Whether `row` begins something else than the rows held."""
    last = held[-1]
    kinds = (last.kind, row.kind)
    if max(last.line.box.width, row.line.box.width) >= _PARAGRAPH:
        return not (row.said.inside and last.line.box.width < _PARAGRAPH)
    if "set" in kinds:
        return True
    if "fact" in kinds:
        longer = max(last.said.weight, row.said.weight)
        return last.kind == row.kind or longer >= _LONG_FACT
    if last.kind == "heading":
        return _heading_ends(held, row)
    if row.kind == "heading" or _RUN_IN.match(row.said.text):
        return last.said.ends and (row.said.case == "caps" or bool(_RUN_IN.match(row.said.text)))
    return wrapped and _headline_ends(held, row)


def _heading_ends(held: Sequence[_Row], row: _Row) -> bool:
    last = held[-1].said
    if row.kind == "heading":
        return last.ends or last.case != row.said.case or (last.han and row.said.han)
    return not row.said.inside and held[0].kind == "heading"


def _headline_ends(held: Sequence[_Row], row: _Row) -> bool:
    """Whether short rows without a stop come before a full one: a headline over its text."""
    last = held[-1].said
    if row.said.inside or left_open(last.text) or last.ends:
        return False
    return len(held) <= 3 and row.full and not any(item.full for item in held)
