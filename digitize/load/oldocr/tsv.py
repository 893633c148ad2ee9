"""The table that Tesseract writes: one row a page, block, paragraph, line or word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from digitize.errors import InputError
from digitize.load.oldocr.markup import number
from digitize.load.oldocr.record import Findings, Record, finish
from digitize.model.geometry import Box, union
from digitize.model.page import Line, Page, Region, Scan, Word
from digitize.model.step import Step

_COLUMNS = 12


@dataclass(frozen=True, slots=True)
class _Row:
    """One row: its level (1 page to 5 word), its numbers, its box, confidence and text."""

    level: int
    page: int
    block: int
    paragraph: int
    line: int
    box: Box
    conf: float | None
    text: str


def pages(raw: bytes, *, where: str) -> int:
    """Return how many pages a table holds."""
    del where
    return len({row.page for row in _rows(raw, Findings())})


def read(raw: bytes, index: int, *, where: str, page_id: str, number: int) -> Record:
    """Return page `index` of a table; raises InputError when it has none."""
    findings = Findings()
    rows = list(_rows(raw, findings))
    numbers = sorted({row.page for row in rows})
    if index >= len(numbers):
        raise InputError(f"it has no page {index + 1}", where=where)
    held = [row for row in rows if row.page == numbers[index]]
    size = next((row.box for row in held if row.level == 1), Box(0, 0, 0, 0))
    words = [row for row in held if row.level == 5 and row.text.strip()]
    regions = tuple(
        _region(key, list(found)) for key, found in groupby(words, key=lambda row: row.block)
    )
    step = Step(id=f"{page_id}.step01", name="ocr", version="", tool="tesseract")
    scan = Scan(path=where, width=size.x1, height=size.y1, index=index)
    page = Page(id=page_id, number=number, scan=scan, regions=regions, steps=(step,))
    return finish(Record(page, note="the table of Tesseract"), findings)


def _rows(raw: bytes, findings: Findings) -> Iterator[_Row]:
    for written in raw.decode("utf-8", "replace").splitlines()[1:]:
        cells = written.split("\t")
        numbers = [number(cell) for cell in cells[: _COLUMNS - 1]]
        if len(numbers) < _COLUMNS - 1 or None in numbers:
            if written.strip():
                findings.note("rows that are none of the table", written[:40])
            continue
        level, page, block, paragraph, line, _, x, y, width, height = (
            round(value or 0) for value in numbers[:-1]
        )
        conf = numbers[-1]
        yield _Row(
            level,
            page,
            block,
            paragraph,
            line,
            Box(x, y, x + width, y + height),
            conf / 100 if conf is not None and 0 <= conf <= 100 else None,
            "\t".join(cells[_COLUMNS - 1 :]),
        )


def _region(block: int, rows: list[_Row]) -> Region:
    lines: list[Line] = []
    paragraph = 0
    for (of, line), found in groupby(rows, key=lambda row: (row.paragraph, row.line)):
        key = f"{block}.{of}.{line}"
        words = tuple(
            Word(id=f"{key}.{at}", box=row.box, text=row.text.strip(), conf=row.conf)
            for at, row in enumerate(found)
        )
        box = union(word.box for word in words)
        lines.append(Line(id=key, box=box, words=words, opens=of != paragraph))
        paragraph = of
    return Region(id=f"b{block}", box=union(line.box for line in lines), lines=tuple(lines))
