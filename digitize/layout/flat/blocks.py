"""Which rows of flat text stand together: blank rows part them, and rows that say a set thing."""

from __future__ import annotations

import re
import statistics
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from digitize.grammar.bylines import opens_with_dateline
from digitize.grammar.scripts import is_han
from digitize.grammar.sentences import ends_sentence, left_open, starts_inside
from digitize.layout.evidence.says import Says, glance, says_text
from digitize.layout.evidence.verdict import furniture, tells_publisher
from digitize.layout.flat.columns import unfold
from digitize.layout.flat.forms import (
    heads_weather,
    is_index,
    is_part_of_date,
    tells_area,
    tells_terms,
)
from digitize.layout.flat.measure import Measure, measure
from digitize.layout.flat.statements import statements, states_facts
from digitize.layout.page.scale import median_weighted
from digitize.model.page import Line
from digitize.model.reading import printed

_PARAGRAPH = 110  # cells; a row this long holds a paragraph, no newspaper column is so wide
_LONG_ROW = 84  # cells; so does one this long in text that is not wrapped
_WORD = 12  # cells; shorter rows do not show the width at which text is wrapped
_WRAPPED = 3  # rows of about one width that show that the text is hard-wrapped
_FINISHED = 0.5  # share of such rows that end a sentence; more, and each is a paragraph
_SHORT = 0.75  # of the usual width of a wrapped row; shorter rows end something
_LONG_FACT = 12  # weight; shorter lines of a masthead name one thing in two scripts
_HAN_HEADING = 20  # characters; a row of Han without any stop, this short, is a heading
_HAN_STOP = re.compile("[，。；：、！？「」『』（）]")
_SET = 0.6  # share of a row that a jump line must take to be one
_INDENT = 2  # cells lost before a paragraph's first row; twice that for Han
_EVEN = 4  # cells; two rows of Han this alike in width are wrapped text
_RUN = 5  # rows that headline and decks may take together
_STATEMENTS = 3  # so many, parted by white, that make a row one of the masthead or of a table
_HEAD = 12  # rows; the head of a page without blank rows is no deeper
_SPACED = 0.8  # share of rows with white after them, from which the white means nothing
_GOES_ON = 0.25  # share of white inside sentences that shows so
_SOLID = 0.15  # share of rows with white after them, up to which white parts nothing
_AROUND = 5  # rows up and down that show how far apart those of a column stand
_FEW = 4  # rows that say nothing of how a page is set
_RUN_IN = re.compile(
    r"^\W*(?:[A-Z][A-Z'’&]+[\s,]+)*[A-Z][A-Z'’]{3,}\s*(?:[.:]\s*[-—–]|[-—–]{1,2}|:)\s*\S"
)
"""Capitals and a dash that open a paragraph: "FOR RENT.—A house", "NOTICE.-The"."""

_DASH = re.compile(r"[-—–]\s*$")  # what comes after it belongs to the row

Kind = Literal["set", "fact", "heading", "text"]


class _Setting(NamedTuple):
    """How the rows of a page are set."""

    white: int  # blank rows that stand between any two rows
    column: Measure
    usual: float  # cells at which rows are wrapped; 0 when each row is a paragraph
    solid: bool  # no blank rows at all, so that they part nothing


class _Row(NamedTuple):
    """One row of flat text and what it is by itself."""

    line: Line
    said: Says
    kind: Kind
    full: bool  # reaches the width at which rows are wrapped


def flat_blocks(lines: Sequence[Line]) -> list[tuple[Line, ...]]:
    """Return groups of rows in reading order; every row is in one of them."""
    rows = unfold(sorted(lines, key=lambda line: (line.box.y0, line.box.x0)))
    setting = _setting(rows)
    groups: list[tuple[Line, ...]] = []
    white = [setting.white] * len(rows)
    if len(rows) > len(lines) and _goes_on(rows, setting.usual) >= _GOES_ON:
        white = [max(setting.white, near) for near in _staggered(rows)]
    for block in _between_blanks(rows, white):
        groups.extend(_apart(_rows(block, setting.usual), setting))
    return groups


def _setting(rows: Sequence[Line]) -> _Setting:
    usual = _usual_width(rows)
    column = measure([row for row in rows if row.box.width <= 1.15 * usual])
    gaps = [below.box.y0 - row.box.y1 for row, below in pairwise(rows)]
    gaps = [gap for gap in gaps if gap >= 0]
    if len(gaps) < _FEW:
        return _Setting(0, column, usual, solid=False)
    apart = sum(gap > 0 for gap in gaps) / len(gaps)
    if usual and apart >= _SPACED and _goes_on(rows, usual) >= _GOES_ON:
        return _Setting(Counter(gaps).most_common(1)[0][0], column, usual, solid=True)
    return _Setting(0, column, usual, solid=apart <= _SOLID)


def _goes_on(rows: Sequence[Line], usual: float) -> float:
    """Return the share of rows that go on with the sentence of the full row above."""
    texts = [printed(row) for row in rows]
    runs = 0
    for above, text, row in zip(texts, texts[1:], rows, strict=False):
        wide = row.box.x1 >= _SHORT * usual
        han = is_han(text[:1]) and is_han(above[-1:])
        runs += wide and not ends_sentence(above) and (starts_inside(text) or han)
    return runs / max(1, len(rows) - 1)


def _staggered(rows: Sequence[Line]) -> list[int]:
    """Return how many blank rows over each row part nothing in columns that stood side by side.

    Where the lines of one column stand between those of the next, every other row of each is blank.
    """
    steps = [below.box.y0 - row.box.y0 for row, below in pairwise(rows)]
    found = [0]
    for at in range(len(steps)):
        near = [step for step in steps[max(0, at - _AROUND) : at + _AROUND + 1] if step > 0]
        usual = statistics.median_low(near) if near else 1
        found.append(usual if usual > 1 else 0)
    return found


def _between_blanks(rows: Sequence[Line], white: Sequence[int]) -> Iterator[list[Line]]:
    held: list[Line] = []
    for row, blank in zip(rows, white, strict=True):
        if held and not 0 <= row.box.y0 - held[-1].box.y1 <= blank:
            yield held
            held = []
        held.append(row)
    if held:
        yield held


def _usual_width(rows: Sequence[Line]) -> float:
    """Return the width at which rows are wrapped; 0 when the text is not wrapped."""
    widths = [float(row.box.width) for row in rows if row.box.width > _WORD]
    wide = median_weighted((width, width) for width in widths)
    alike = [row for row in rows if 0.85 * wide <= row.box.width <= 1.15 * wide]
    ended = sum(ends_sentence(printed(row)) for row in alike)
    wrapped = len(alike) >= _WRAPPED and ended <= _FINISHED * len(alike)
    return wide if wrapped and wide < _PARAGRAPH else 0.0


def _rows(block: Sequence[Line], usual: float) -> list[_Row]:
    """Return the rows of a block; inside a sentence a number is no page's, a year no masthead's."""
    rows: list[_Row] = []
    for line in block:
        row = _row(line, usual)
        last = rows[-1] if rows else None
        if last and last.kind == "fact" and last.full and row.said.inside:
            rows[-1] = last = last._replace(kind="text")
        loose = last is not None and last.kind in ("heading", "text") and not last.said.ends
        number = loose and row.said.text.rstrip(".").isdigit()
        runs = loose and last is not None and last.full and row.kind == "fact"
        rows.append(row._replace(kind="text") if number or runs else row)
    return rows


def _row(line: Line, usual: float) -> _Row:
    full = bool(usual) and line.box.width >= _SHORT * usual and not _is_parted(line)
    text = printed(line)
    if full and starts_inside(text):
        return _Row(line, glance(text), "text", full)
    said = says_text(text)
    return _Row(line, said, _kind(said, line, full=full), full)


def _is_parted(line: Line) -> bool:
    """Whether white parts a row into several statements, as running text never is."""
    return len(statements(line)) >= _STATEMENTS


def _kind(said: Says, line: Line, *, full: bool) -> Kind:
    """Say what one row is by itself."""
    jump = said.jump
    dateline = said.dateline and not _DASH.search(said.text)
    if said.byline or dateline or (jump and len(jump.printed) > _SET * len(said.text)):
        return "set"
    if _fact(said, line, full=full):
        return "fact"
    if opens_with_dateline(said.text):
        return "text"
    if said.han and said.words <= _HAN_HEADING and not full and not _HAN_STOP.search(said.text):
        return "heading"
    if said.case == "caps" or (said.case == "title" and not full and said.words >= 2):
        return "heading"
    return "text"


def _fact(said: Says, line: Line, *, full: bool) -> bool:
    """Whether a row is a line of the masthead by what it says, and says to its end."""
    if said.text[-1:].isalpha() and not said.domains and left_open(said.text):
        return False  # an address may end in "de"
    if line.box.width < _PARAGRAPH and (furniture(said) is not None or is_index(said.text)):
        return True
    if line.box.y0 < _HEAD and (states_facts(line) or is_part_of_date(said.text)):
        return True
    return tells_area(said.text) or (not full and (heads_weather(said.text) or _own(said)))


def _own(said: Says) -> bool:
    """Whether a row set like a heading speaks of the paper itself: publisher, terms of sale."""
    headed = said.han or said.case in ("caps", "title")
    return headed and not said.ends and (tells_publisher(said) or tells_terms(said.text))


def _apart(rows: Sequence[_Row], setting: _Setting) -> Iterator[tuple[Line, ...]]:
    """Cut a block where a row cannot be read on into the next one."""
    start = 0
    headed = _run(rows, 0, setting.column) if setting.usual else 0
    for at in range(1, len(rows)):
        if at < headed:
            cut = _steps(rows[at - 1], rows[at], setting.column)
        else:
            fresh = at == headed or _ends(_held(rows, start, at), rows[at], setting)
            run = (
                _run(rows, at, setting.column)
                if setting.usual and (fresh or rows[at - 1].said.ends)
                else 0
            )
            headed = at + run if run else headed
            cut = fresh or run > 0
        if cut:
            yield tuple(row.line for row in rows[start:at])
            start = at
    yield tuple(row.line for row in rows[start:])


def _held(rows: Sequence[_Row], start: int, end: int) -> Sequence[_Row]:
    """Return the rows from `start` to `end`; of many only the first and the last few, for speed."""
    return rows[start:end] if end - start <= _FEW else [rows[start], *rows[end - _FEW : end]]


def _run(rows: Sequence[_Row], start: int, column: Measure) -> int:
    """Return how many rows from `start` on are headings over wrapped text; 0 when none.

    A heading breaks off short without a stop, and a full row or a byline comes after it.
    """
    for at in range(start, min(start + _RUN, len(rows) - 1)):
        row, below = rows[at], rows[at + 1]
        if row.said.ends or left_open(row.said.text) or row.kind in ("set", "fact"):
            return 0
        if at == start and row.said.inside:
            return 0
        if below.kind == "set" and not below.said.jump:
            return at + 1 - start
        over = not row.full or opens_with_dateline(below.said.text)
        lost = _INDENT * (1 + row.said.han) if at == 0 else 0
        over = over or column.ended(row.line, below.line, lost)
        if over and below.full and below.kind == "text" and not below.said.inside:
            return at + 1 - start
    return 0


def _steps(last: _Row, row: _Row, column: Measure) -> bool:
    """Whether a heading ends and a deck begins: another case, or a short row of Han."""
    if last.said.han and row.said.han:
        return column.ended(last.line, row.line)
    return (last.said.case == "caps") != (row.said.case == "caps") and not row.said.inside


def _ends(held: Sequence[_Row], row: _Row, setting: _Setting) -> bool:
    """Whether `row` begins something else than the rows held."""
    last = held[-1]
    kinds = (last.kind, row.kind)
    long = _PARAGRAPH if setting.usual else _LONG_ROW
    if max(last.line.box.width, row.line.box.width) >= long:
        return not (row.said.inside and last.line.box.width < long)
    if "set" in kinds:
        return True
    if "fact" in kinds:
        longer = max(last.said.weight, row.said.weight)
        return last.kind == row.kind or longer >= _LONG_FACT
    if setting.solid and not setting.usual:
        return not (row.said.inside or left_open(last.said.text))
    return _begins(held, row, wrapped=setting.usual > 0)


def _begins(held: Sequence[_Row], row: _Row, *, wrapped: bool) -> bool:
    """Whether a heading ends, or one begins, between rows of text."""
    last = held[-1]
    if last.kind == "heading":
        return _heading_ends(held, row, wrapped=wrapped)
    if row.kind == "heading" or _RUN_IN.match(row.said.text):
        return last.said.ends and (row.said.case == "caps" or bool(_RUN_IN.match(row.said.text)))
    return wrapped and _headline_ends(held, row)


def _heading_ends(held: Sequence[_Row], row: _Row, *, wrapped: bool) -> bool:
    last = held[-1].said
    if row.kind == "heading":
        longer = last.han and row.said.han and row.line.box.width >= held[-1].line.box.width
        return last.ends or last.case != row.said.case or longer
    if wrapped and not row.full and not row.said.ends and not row.said.han:
        return False  # text would begin with a full row
    if wrapped and left_open(last.text):
        return False
    even = last.han and abs(held[-1].line.box.width - row.line.box.width) <= _EVEN
    return not row.said.inside and held[0].kind == "heading" and not even


def _headline_ends(held: Sequence[_Row], row: _Row) -> bool:
    """Whether short rows without a stop come before a full one: a headline over its text."""
    last = held[-1].said
    if row.said.inside or left_open(last.text) or last.ends:
        return False
    return len(held) <= 3 and row.full and not any(item.full for item in held)
