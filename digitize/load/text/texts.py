"""Flat text: its encoding found, form feeds as page breaks, each line placed in cells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from wcwidth import wcwidth

from digitize.errors import InputError
from digitize.load import terms
from digitize.load.digest import digest
from digitize.load.text.encodings import Reading, read
from digitize.model.geometry import Box, union
from digitize.model.page import Line, Page, Region, Scan, Word
from digitize.stage import Sheet

TAB = 8  # columns to the next tab stop, as every terminal has it

_LINE_ENDS = re.compile("\r\n|[\r\n\v\x85\u2028\u2029]")
_FORBIDDEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_BOM = "\ufeff"
_LOST = "\ufffd"


def frames(path: Path, where: str) -> Iterator[int]:
    """Yield the index of each page of a text file; form feeds part them.

    Raises LimitError when it is too large, InputError when the bytes are no text.
    """
    yield from range(len(_pages(path, where)[1]))


def load(path: Path, index: int, *, name: str, page_id: str, number: int) -> Sheet:
    """Return page `index` of a text file as a sheet without pixels; boxes count cells.

    Raises as `frames` does.
    """
    reading, pages = _pages(path, name)
    if index >= len(pages):
        raise InputError(f"it has no page {index + 1}", where=name)
    text, lost = _FORBIDDEN.subn(_LOST, pages[index].replace(_BOM, ""))
    lines = tuple(_lines(text, page_id))
    box = union(line.box for line in lines)
    scan = Scan(
        path=name,
        sha256=digest(path),
        width=max(1, box.x1),
        height=max(1, len(_LINE_ENDS.split(text))),
        index=index,
        kind="text",
    )
    region = Region(id=f"{page_id}.r000", box=box, lines=lines)
    warnings = reading.warnings
    if lost:
        warnings += (f"{lost} control characters replaced by U+FFFD",)
    page = Page(
        id=page_id,
        number=number,
        scan=scan,
        regions=(region,) if lines else (),
        warnings=warnings,
    )
    return Sheet(page, note=reading.note)


def _pages(path: Path, where: str) -> tuple[Reading, list[str]]:
    facts = path.stat()
    terms.within("text-bytes", facts.st_size, where)
    return _split(path, where, facts.st_mtime_ns)


@lru_cache(maxsize=1)
def _split(path: Path, where: str, changed: int) -> tuple[Reading, list[str]]:  # noqa: ARG001
    reading = read(path.read_bytes(), where=where)
    pages = reading.text.split("\f")
    if len(pages) > 1 and not pages[-1].strip():
        pages.pop()  # pdftotext and its like close every page with a form feed
    return reading, pages


def _lines(text: str, page_id: str) -> Iterator[Line]:
    number = 0
    for row, line in enumerate(_LINE_ENDS.split(text)):
        if not line.strip():
            continue
        number += 1
        line_id = f"{page_id}.l{number:04d}"
        words = tuple(_words(line, row, line_id))
        yield Line(id=line_id, box=union(word.box for word in words), words=words, size=1.0)


def _words(line: str, row: int, line_id: str) -> Iterator[Word]:
    column = 0
    for number, piece in enumerate(re.finditer(r"(\s*)(\S+)", line), start=1):
        start = _after(column, piece[1])
        column = _after(start, piece[2])
        box = Box(start, row, max(column, start + 1), row + 1)
        yield Word(id=f"{line_id}.w{number:02d}", box=box, text=piece[2])


def _after(column: int, text: str) -> int:
    """Return the column after `text`; wide characters take two, combining marks none."""
    if text.isascii() and "\t" not in text:
        return column + len(text)
    for char in text:
        column += TAB - column % TAB if char == "\t" else max(0, wcwidth(char))
    return column
