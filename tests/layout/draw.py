"""Pages drawn in letters, and pages of flat text, for the tests of the layout room."""

from __future__ import annotations

import re
from collections.abc import Mapping

from wcwidth import wcswidth

from digitize.model.geometry import Box, union
from digitize.model.page import Line, Page, Region, Role, Scan, Word
from digitize.stage import Sheet

CELL = 20  # pixels; one character of a drawing
SIZE = 16  # pixels; body type of a drawing, one line in each row
HEAD = 40.0  # pixels; type of a headline


def draw(picture: str) -> Page:
    """Return the page that `picture` shows.

    Letters are blocks of body lines, one line in each row; digits are headlines, "#" a picture,
    "-" and "|" rules, "." and " " white. Each line reads its letter and "lorem".
    """
    rows = [row.strip() for row in picture.strip().splitlines()]
    cells = {
        (x, y): char for y, row in enumerate(rows) for x, char in enumerate(row) if char not in ". "
    }
    regions = [_region(mark, cells) for mark in dict.fromkeys(cells.values()) if mark not in "-|"]
    rules = [*_rules(rows, "-"), *_rules(["".join(column) for column in _turned(rows)], "|")]
    marks = [
        Region(id=f"p0001.rule{at:03d}", box=box, role=Role.SEPARATOR)
        for at, box in enumerate(rules, 1)
    ]
    width = CELL * max(map(len, rows))
    scan = Scan(path="drawn.png", width=width, height=CELL * len(rows))
    return Page(id="p0001", number=1, scan=scan, regions=(*regions, *marks))


def _region(mark: str, cells: Mapping[tuple[int, int], str]) -> Region:
    places = [place for place, char in cells.items() if char == mark]
    rows = sorted({y for _, y in places})
    lines = []
    for y in rows:
        xs = [x for x, row in places if row == y]
        box = Box(CELL * min(xs), CELL * y + 2, CELL * (max(xs) + 1) - 4, CELL * y + 2 + SIZE)
        name = f"p0001.l{ord(mark):02d}{y:02d}"
        word = Word(id=f"{name}.w01", box=box, text=mark + "lorem")
        size = HEAD if mark.isdigit() else float(SIZE)
        lines.append(Line(id=name, box=box, words=(word,), size=size))
    box = union(line.box for line in lines)
    if mark == "#":
        return Region(id="p0001.pic001", box=box, role=Role.PICTURE)
    return Region(id=f"p0001.{mark}", box=box, lines=tuple(lines))


def _turned(rows: list[str]) -> list[str]:
    wide = max(map(len, rows))
    return ["".join(column) for column in zip(*(row.ljust(wide) for row in rows), strict=True)]


def _rules(rows: list[str], mark: str) -> list[Box]:
    middle = CELL // 2
    found = []
    for at, row in enumerate(rows):
        for run in re.finditer(re.escape(mark) + "+", row):
            start, end, level = CELL * run.start(), CELL * run.end(), CELL * at + middle
            box = Box(start, level, end, level + 2)
            found.append(box if mark == "-" else Box(box.y0, box.x0, box.y1, box.x1))
    return found


def letters(page: Page) -> str:
    """Return the blocks of a drawn page in reading order, rules and pictures left out."""
    return "".join(region.id.removeprefix("p0001.") for region in page.regions if region.lines)


def line(number: int, box: Box, text: str, size: float = 0.0, *, bold: bool = False) -> Line:
    """Return a line whose words share its box by their length."""
    name = f"p0001.l{number:04d}"
    pitch = box.width / max(1, len(text))
    words = tuple(
        Word(
            id=f"{name}.w{at:02d}",
            box=Box(
                box.x0 + round(pitch * match.start()),
                box.y0,
                box.x0 + round(pitch * match.end()),
                box.y1,
            ),
            text=match.group(),
        )
        for at, match in enumerate(re.finditer(r"\S+", text), 1)
    )
    return Line(id=name, box=box, words=words, size=size, bold=bold)


def loose(lines: list[Line], *others: Region, width: int, height: int) -> Sheet:
    """Return a scanned page with all lines in its provisional region."""
    region = Region(id="p0001.r000", box=union(item.box for item in lines), lines=tuple(lines))
    scan = Scan(path="page.png", width=width, height=height)
    return Sheet(Page(id="p0001", number=1, scan=scan, regions=(region, *others)))


def flat(text: str) -> Sheet:
    """Return flat text as the load room gives it: one line for each row that is not blank."""
    rows = text.strip("\n").split("\n")
    lines: list[Line] = []
    for y, row in enumerate(rows):
        name = f"p0001.l{len(lines) + 1:04d}"
        words = tuple(
            Word(
                id=f"{name}.w{at:02d}",
                box=Box(wcswidth(row[: found.start()]), y, wcswidth(row[: found.end()]), y + 1),
                text=found.group(),
            )
            for at, found in enumerate(re.finditer(r"\S+", row), 1)
        )
        if words:
            lines.append(Line(id=name, box=union(word.box for word in words), words=words))
    box = union(item.box for item in lines)
    region = Region(id="p0001.r000", box=box, lines=tuple(lines))
    scan = Scan(path="page.txt", kind="text", width=box.x1, height=len(rows))
    regions = (region,) if lines else ()
    return Sheet(Page(id="p0001", number=1, scan=scan, regions=regions))
