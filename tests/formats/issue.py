"""A small issue that has what formats must carry, laid out properly, and its scans."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from digitize.model.document import Article, Document
from digitize.model.edit import Edit, Reword
from digitize.model.geometry import Box, Point, union
from digitize.model.issue import Issue, Parallel, Price
from digitize.model.page import Line, Page, Region, Role, Scan, Word
from digitize.model.step import Step

WIDTH, HEIGHT, ROW, EM = 1200, 1600, 40, 14


def line(name: str, text: str, x: int, y: int, *, opens: bool = False, slope: float = 0.0) -> Line:
    """Return a line of words that stand side by side, each letter half as wide as it is high."""
    words, place = [], x
    for number, token in enumerate(text.split(), 1):
        wide = EM * len(token)
        drop = round(slope * (place - x))
        box = Box(place, y + drop, place + wide, y + drop + ROW - 12)
        words.append(Word(id=f"{name}.w{number:02d}", box=box, text=token, conf=0.91, lang="en"))
        place += wide + EM
    whole = union(word.box for word in words)
    foot = (Point(x, y + ROW - 18), Point(whole.x1, y + ROW - 18 + round(slope * (whole.x1 - x))))
    return Line(id=name, box=whole, words=tuple(words), opens=opens, size=20.0, baseline=foot)


def column(name: str, text: str, x: int, y: int, *, opens: bool = False) -> Line:
    """Return a column of Chinese: one word, read from top to bottom."""
    box = Box(x, y, x + ROW, y + ROW * len(text))
    word = Word(id=f"{name}.w01", box=box, text=text, conf=0.8, lang="zh-Hant")
    return Line(id=name, box=box, words=(word,), opens=opens, size=float(ROW), vertical=True)


def region(name: str, role: Role, lines: Iterable[Line]) -> Region:
    """Return a region around its lines."""
    held = tuple(lines)
    return Region(id=name, box=union(item.box for item in held), role=role, lines=held, conf=0.9)


def block(name: str, role: Role, rows: Iterable[str], x: int, y: int, *, opens: bool) -> Region:
    """Return a region of lines one under the other, the first of which may open a paragraph."""
    return region(
        name,
        role,
        (
            line(f"{name}.l{number:02d}", text, x, y + ROW * number, opens=opens and not number)
            for number, text in enumerate(rows)
        ),
    )


def columns(name: str, role: Role, rows: Iterable[str], x: int, y: int) -> Region:
    """Return a region of columns that stand side by side, from right to left."""
    return region(
        name,
        role,
        (
            column(f"{name}.l{number:02d}", text, x - 2 * ROW * number, y, opens=not number)
            for number, text in enumerate(rows)
        ),
    )


def read_as(document: Document, readings: dict[str, str], rule: str = "hyphens") -> Document:
    """Return the document with words read otherwise, each change written down."""
    edits: list[Edit] = []

    def word(item: Word) -> Word:
        if item.id not in readings:
            return item
        after = readings[item.id]
        edits.append(Reword(word=item.id, before=item.reading, after=after, rule=rule, reason="so"))
        return replace(item, norm=after)

    def own_line(item: Line) -> Line:
        return replace(item, words=tuple(map(word, item.words)))

    def own_region(item: Region) -> Region:
        return replace(item, lines=tuple(map(own_line, item.lines)))

    pages = tuple(
        replace(page, regions=tuple(map(own_region, page.regions))) for page in document.pages
    )
    return replace(document, pages=pages, edits=(*document.edits, *edits))


def issue(scan: Scan | None = None) -> Document:
    """Return two pages: English with a word broken over two columns, and vertical Chinese."""
    own = scan or Scan(path="a.jpg", width=WIDTH, height=HEIGHT, dpi=150.0)
    first = (
        block("p0001.r01", Role.NAMEPLATE, ["The Harbour Times"], 60, 30, opens=True),
        block("p0001.r02", Role.HEADLINE, ["Bridge opens at last"], 60, 120, opens=True),
        block("p0001.r03", Role.BYLINE, ["By ZHAO LEI"], 60, 180, opens=True),
        block(
            "p0001.r04", Role.BODY,
            ["The mayor of the har-", "bour opened it on Satur-"], 60, 240, opens=True,
        ),
        block(
            "p0001.r05", Role.BODY,
            ["day, and said so.", "Nobody replied."], 640, 240, opens=False,
        ),
        block("p0001.r06", Role.ADVERT, ['=SALE= of 6" nails & <more>'], 60, 700, opens=True),
        Region(id="p0001.r07", box=Box(60, 900, 500, 1200), role=Role.PICTURE),
        block("p0001.r08", Role.NOISE, ["| ."], 60, 1500, opens=True),
    )  # fmt: skip
    second = (
        block("p0002.r01", Role.FOLIO, ["A2"], 60, 30, opens=True),
        columns("p0002.r02", Role.HEADLINE, ["港聞𠮷祥"], 1100, 100),
        columns("p0002.r03", Role.BODY, ["政府昨日宣布新一輪措施，", "預計下月實施。"], 980, 100),
    )  # fmt: skip
    step = Step(id="p0001.step01", name="read", version="0", tool="press 1", options={"dpi": 150})
    pages = (
        Page(id="p0001", number=1, label="A1", scan=own, regions=first, steps=(step,)),
        Page(id="p0002", number=2, label="A2", scan=replace(own, path="b.jpg"), regions=second),
    )
    articles = (
        Article(
            id="ht.a0001",
            parts=("p0001.r02", "p0001.r03", "p0001.r04", "p0001.r05"),
            lang="en",
            script="Latn",
        ),
        Article(
            id="ht.a0002", parts=("p0001.r06",), kind="advertisement", lang="en", script="Latn"
        ),
        Article(
            id="ht.a0003",
            parts=("p0002.r02", "p0002.r03"),
            lang="zh-Hant",
            script="Hant",
        ),
    )
    facts = Issue(
        title="The Harbour Times",
        title_lang="en",
        parallel_titles=(Parallel(text="海港時報", lang="zh-Hant"),),
        edition="Late",
        date="1980-10-16",
        volume="12",
        number="19271",
        price=Price(amount=6.0, currency="HKD", printed="HK$ 6"),
        publisher="Harbour Press & Sons",
    )
    cleaned = Step(id="step01", name="clean", version="0", options={"rules": ["hyphens"]})
    document = Document(id="ht", issue=facts, pages=pages, articles=articles, steps=(cleaned,))
    readings = {
        "p0001.r04.l00.w05": "harbour", "p0001.r04.l01.w01": "",
        "p0001.r04.l01.w05": "Saturday,", "p0001.r05.l00.w01": "",
    }  # fmt: skip
    return read_as(document, readings)


def scanned(document: Document, folder: Path, **how: Any) -> Document:
    """Return the document with its scans written into `folder`, their SHA-256 in place."""
    pages = []
    for page in document.pages:
        data = picture(Path(page.scan.path).suffix, **how)
        (folder / page.scan.path).write_bytes(data)
        scan = replace(page.scan, sha256=hashlib.sha256(data).hexdigest())
        pages.append(replace(page, scan=scan))
    return replace(document, pages=tuple(pages))


def picture(
    suffix: str, *, mode: str = "L", size: tuple[int, int] = (120, 160), **how: Any
) -> bytes:
    """Return an image file: paper with a dark bar."""
    image = Image.new("L", size, 240)
    image.paste(30, (size[0] // 8, size[1] // 8, size[0] // 2, size[1] // 4))
    stream = io.BytesIO()
    form = {".jpg": "JPEG", ".jp2": "JPEG2000", ".tif": "TIFF", ".png": "PNG"}[suffix]
    made = (
        image.convert(mode)
        if mode != "I;16"
        else Image.fromarray(np.asarray(image, np.uint16) * 257)
    )
    made.save(stream, format=form, **how)
    return stream.getvalue()
