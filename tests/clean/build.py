"""Passages and documents set in letters, one row of text per line."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Literal

from digitize.clean.rule import Passage, Rule
from digitize.clean.setting import cells
from digitize.model.document import Article, Document, apply
from digitize.model.edit import Edit, Reflow, Reword
from digitize.model.geometry import Box, union
from digitize.model.page import Line, Page, Region, Role, Scan, Word
from digitize.model.reading import paragraphs, read


def line(name: str, text: str, *, opens: bool = False, row: int = 0) -> Line:
    """Return a line in cells; spaces before `text` set it in."""
    start = len(text) - len(text.lstrip(" "))
    words = []
    at = start
    for number, token in enumerate(text.split(), 1):
        box = Box(at, row, at + cells(token), row + 1)
        words.append(Word(id=f"{name}.w{number:02d}", box=box, text=token))
        at = box.x1 + 1
    box = union(word.box for word in words)
    return Line(id=name, box=box, words=tuple(words), opens=opens, size=1.0)


def column(
    name: str, text: str, *, role: Role = Role.BODY, opens: bool = True, all_open: bool = False
) -> Region:
    """Return a region with one line per row of `text`; rows that are set in open paragraphs.

    `opens` is for the first row, `all_open` for every row.
    """
    rows = textwrap.dedent(text).strip("\n").split("\n")
    lines = tuple(
        line(
            f"{name}.l{number:02d}",
            row,
            row=number,
            opens=all_open or row.startswith(" ") or (opens and number == 0),
        )
        for number, row in enumerate(rows)
    )
    return Region(id=name, role=role, lines=lines, box=union(item.box for item in lines))


def blocks(*texts: str, role: Role = Role.BODY) -> tuple[Region, ...]:
    """Return one region of one line for each text, as flat OCR text has them."""
    return tuple(column(f"r{number}", text, role=role) for number, text in enumerate(texts, 1))


def passage(
    *regions: Region,
    unit: Literal["pixel", "cell"] = "cell",
    words: Mapping[str, int] | None = None,
    lang: str = "en",
    year: int | None = None,
    kind: Literal["article", "furniture"] = "article",
) -> Passage:
    """Return a passage of these regions."""
    return Passage(regions=regions, unit=unit, words=words or {}, lang=lang, year=year, kind=kind)


def document(*regions: Region, article: Iterable[str] | None = None) -> Document:
    """Return a document of one page of flat text; every region in one article by default."""
    page = Page(id="p0001", number=1, scan=Scan(path="a.txt", kind="text"), regions=regions)
    parts = tuple(article) if article is not None else tuple(region.id for region in regions)
    articles = (Article(id="a0001", parts=parts),) if parts else ()
    return Document(id="d", pages=(page,), articles=articles)


def after(rule: Rule, given: Passage) -> Passage:
    """Return the passage as it is once what `rule` proposes is done."""
    edits = tuple(rule(given))
    changed = apply(document(*given.regions), edits)
    return replace(given, regions=changed.pages[0].regions)


def texts(given: Passage) -> list[str]:
    """Return the paragraphs of the passage's body, as read."""
    body = [region for region in given.regions if region.role in (Role.BODY, Role.NOTICE)]
    return [read(lines) for lines in paragraphs(body)]


def joins(rule: Rule, given: Passage) -> list[str]:
    """Return what is joined to what: "the last words | the first words"."""
    return [f"{edit.before} | {edit.after}" for edit in rule(given) if isinstance(edit, Reflow)]


def changes(edits: Iterable[Edit]) -> dict[str, str]:
    """Return the new readings by the old ones."""
    return {edit.before: edit.after for edit in edits if isinstance(edit, Reword)}
