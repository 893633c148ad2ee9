"""Find the lines that open paragraphs, column by column."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from digitize.grammar.scripts import is_han
from digitize.grammar.sentences import ends_sentence, left_open
from digitize.grammar.verse import items, rows, verse
from digitize.layout.flat.measure import Measure, measure
from digitize.layout.page.scale import Scale, scale_of, size_of, view
from digitize.model.page import WORDLESS, Line, Page, Region, Role
from digitize.model.reading import printed
from digitize.stage import Fact, Sheet

_RUNNING = frozenset({Role.BODY, Role.NOTICE, Role.ADVERT, Role.CAPTION, Role.TABLE})
"""Roles whose text falls into paragraphs; the others are one paragraph each."""

_PROSE = frozenset({Role.BODY, Role.NOTICE})
_LISTS = _PROSE | {Role.ADVERT}
"""Roles in which verse may stand; lists stand in adverts, too."""

_STARTS = frozenset(
    {Role.HEADLINE, Role.KICKER, Role.DECK, Role.BYLINE, Role.DATELINE, Role.SUBHEADING}
)
"""Roles after which text begins anew."""

_INDENT = 0.55  # body sizes; smaller steps of the left edge are warp and noise
_DEEPEST = 5.0  # body sizes; lines set in deeper are centred or part of a table
_NEIGHBOURS = 8  # lines up and down that show where the column's edge is
_LEAN_ROWS = 6  # pairs of lines that are needed to see a column lean
_SHORT = 0.85  # of the column; a last line is shorter (text-and-layout §4)
_WHITE = 0.5  # sizes of white, beyond the usual, that part two paragraphs
_CELL_INDENT = (2, 10)  # cells that open a paragraph in flat text
_BULLETS = tuple("•●■□◆◇▪▸▶►∙☐✓")  # each opens an item of a list
_CELL_WHOLE = 110  # cells; such a row is a paragraph of its own
_CELL_SHORT = 0.75  # of the usual row; hard-wrapped rows are ragged


@dataclass(frozen=True, slots=True)
class Paragraphs:
    """Mark the lines that open paragraphs by indent, white and short last lines."""

    name: ClassVar[str] = "paragraphs"
    needs: ClassVar[frozenset[Fact]] = frozenset({"order", "roles"})
    gives: ClassVar[frozenset[Fact]] = frozenset({"paragraphs"})

    def __call__(self, sheet: Sheet, /) -> Sheet:
        """Return the sheet with `Line.opens` set on every line."""
        page = sheet.page
        if page.scan.kind == "text":
            done = tuple(_flat(region) for region in page.regions)
        else:
            scale = scale_of(page)
            done = tuple(_printed(region, page, scale) for region in page.regions)
            done = _run_on(done, page, scale)
        done = tuple(map(_kept, done))
        opened = sum(line.opens for region in done for line in region.lines)
        return replace(sheet, page=replace(page, regions=done), note=f"{opened} paragraphs")


def _marked(region: Region, opens: Sequence[bool]) -> Region:
    lines = tuple(
        replace(line, opens=is_open) for line, is_open in zip(region.lines, opens, strict=True)
    )
    return replace(region, lines=lines)


def _first_only(region: Region) -> Region:
    return _marked(region, [at == 0 for at in range(len(region.lines))])


def _kept(region: Region) -> Region:
    """Let each line of verse, item of a list and row of a table begin anew."""
    texts, opens = [printed(line) for line in region.lines], [one.opens for one in region.lines]
    if region.role == Role.TABLE:
        return _marked(region, [True] * len(opens))
    if region.role not in _LISTS:
        return region
    stanzas = verse(texts, opens) if region.role in _PROSE else opens
    kept = zip(opens, stanzas, items(texts), rows(texts), strict=True)
    return _marked(region, [any(told) for told in kept])


def _flat(region: Region) -> Region:
    if region.role in WORDLESS or region.role not in _RUNNING:
        return _first_only(region)
    lines = region.lines
    starts = sorted(line.box.x0 for line in lines)
    edge = starts[(len(starts) - 1) // 3] if starts else 0
    column = measure(lines)
    opens = [
        at == 0 or _flat_opens(lines[at - 1], line, edge, column) for at, line in enumerate(lines)
    ]
    return _marked(region, opens)


def _flat_opens(before: Line, line: Line, edge: int, column: Measure) -> bool:
    if before.box.width >= _CELL_WHOLE or line.box.width >= _CELL_WHOLE:
        return True
    low, high = _CELL_INDENT
    if printed(line).startswith(_BULLETS) or low <= line.box.x0 - edge <= high:
        return True
    short = before.box.x1 - edge < _CELL_SHORT * (column.edge - edge)
    return (short or column.ended(before, line)) and ends_sentence(printed(before))


def _printed(region: Region, page: Page, scale: Scale) -> Region:
    if region.role not in _RUNNING:
        return _first_only(region)
    lines, boxes = region.lines, [view(line, page.scan.width) for line in region.lines]
    steps = _steps([box.x0 for box in boxes])
    ends = _steps([-box.x1 for box in boxes])
    widest = max(box.width for box in boxes)
    opens: list[bool] = []
    for at, line in enumerate(lines):
        if at == 0:
            opens.append(True)
            continue
        size = size_of(line)
        indented = _INDENT * scale.size <= steps[at] <= _DEEPEST * scale.size
        before = printed(lines[at - 1])
        ended = ends_sentence(before)
        hanging = (
            steps[at] <= -_INDENT * scale.size
            and steps[at - 1] > -_INDENT * scale.size
            and (ended or not opens[-1])
        )
        wide = boxes[at].y0 - boxes[at - 1].y1 > scale.white_of(size) + _WHITE * size
        short = ended and ends[at - 1] > max((1 - _SHORT) * widest, _first_width(line))
        opening = ended and abs(steps[at - 1]) < _INDENT * scale.size
        centred = (
            steps[at] > 0
            and not (opening and region.role == Role.BODY)
            and abs(steps[at] - ends[at]) < 0.2 * boxes[at].width
            and ends[at] > scale.size
        )
        opens.append(
            (indented and not centred and not _hyphened(before)) or hanging or wide or short
        )
    return _marked(region, opens)


def _first_width(line: Line) -> int:
    """Return the room that a line's first word takes; of Han, which breaks anywhere, none."""
    first = next(iter(line.words), None)
    return 0 if first is None or is_han(first.text[:1]) else first.box.width


def _hyphened(text: str) -> bool:
    return text.rstrip().endswith(("-", "¬", "\u00ad")) and left_open(text)


def _steps(edges: Sequence[int]) -> list[float]:
    """Return how far each line stands in from the column's edge, seen by its neighbours.

    The edge is the lower third of the lines around, once the lean of the column is taken out:
    a column may lean with the scan, or step aside for a picture.
    """
    lean = _lean(edges)
    upright = [edge - lean * at for at, edge in enumerate(edges)]
    found: list[float] = []
    for at, edge in enumerate(upright):
        near = sorted(upright[max(0, at - _NEIGHBOURS) : at + _NEIGHBOURS + 1])
        found.append(edge - near[len(near) // 3])
    return found


def _lean(edges: Sequence[int]) -> float:
    """Return the median step per line over far pairs of lines (Theil and Sen)."""
    far = max(3, len(edges) // 3)
    slopes = [(edges[at + far] - edges[at]) / far for at in range(len(edges) - far)]
    return statistics.median(slopes) if len(slopes) >= _LEAN_ROWS else 0.0


def _run_on(regions: Sequence[Region], page: Page, scale: Scale) -> tuple[Region, ...]:
    """Let a column's first line run on where it has no indent, though other lines have."""
    body = [region for region in regions if region.role == Role.BODY and len(region.lines) > 2]
    inner = [line for region in body for line in region.lines[1:] if line.opens]
    deep = sum(
        _indent(region, line, page) >= _INDENT * scale.size
        for region in body
        for line in region.lines[1:]
        if line.opens
    )
    if len(inner) < 2 or deep < 0.5 * len(inner):
        return tuple(regions)
    done: list[Region] = []
    last: Region | None = None
    for region in regions:
        runs = last is not None and region.role == Role.BODY and _runs(last, region, page, scale)
        first = [line.opens and not (runs and at == 0) for at, line in enumerate(region.lines)]
        done.append(_marked(region, first))
        if region.role == Role.BODY:
            last = region
        elif region.role in _STARTS:
            last = None
    return tuple(done)


def _runs(before: Region, region: Region, page: Page, scale: Scale) -> bool:
    """Whether the first line stands at its column's edge; few lines alone show no edge."""
    lines = region.lines
    if len(lines) <= 2:
        under = region.box.overlap_x(before.box) >= 0.8 * min(region.box.width, before.box.width)
        if not under:
            return False
        lines = (*before.lines, *lines)
    boxes = sorted(view(item, page.scan.width).x0 for item in lines)
    edge = boxes[len(boxes) // 3]
    return view(region.lines[0], page.scan.width).x0 - edge < 0.5 * _INDENT * scale.size


def _indent(region: Region, line: Line, page: Page) -> float:
    edges = sorted(view(item, page.scan.width).x0 for item in region.lines)
    return view(line, page.scan.width).x0 - float(edges[len(edges) // 3])
