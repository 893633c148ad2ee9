"""impresso's canonical JSON: one issue, its content items, and its pages down to the token.

A token's surface is the word as it is read. A word broken at a line's end keeps its two pieces
as printed, the first marked `hy`, the second with the whole word as `nf`. `gn` says where no
space is read, so that an item's text can be put together again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

import msgspec

from digitize.errors import InputError
from digitize.formats.addresses import UNPUBLISHED, issue, path
from digitize.formats.format import File, Kept
from digitize.formats.halves import Half, halves
from digitize.formats.record import Record, records
from digitize.formats.scans import FOLDER
from digitize.formats.xml import UNDATED, legal
from digitize.grammar.scripts import spaced
from digitize.model.document import Document, Kind
from digitize.model.geometry import Box, union
from digitize.model.page import Line, Page, Region, Word
from digitize.model.reading import paragraphs

Json = dict[str, Any]

_TYPES: dict[Kind, str] = {"advertisement": "ad", "notice": "ad", "table": "table"}
_NO_LETTER = re.compile("[^A-Za-z]+")


@dataclass(frozen=True, slots=True)
class Impresso:
    """impresso's canonical issue and pages: content items, regions, lines, tokens."""

    base: str = UNPUBLISHED  # where the folder of issues lies on the web
    title: str = ""  # the alias of the newspaper, ASCII letters; made of its title when empty
    edition: str = "a"  # of several issues on one day

    name: ClassVar[str] = "impresso"
    keeps: ClassVar[frozenset[Kept]] = frozenset(
        {"reading", "boxes", "order", "articles", "furniture", "paragraphs"}
    )

    def files(self, document: Document, scans: Path | None = None, /) -> Iterator[File]:
        """Yield impresso/ISSUE-issue.json and a file for each page.

        Raises InputError when the issue has no date: every id is made of it.
        """
        del scans
        if document.issue.date is None:
            raise InputError(
                "impresso's ids are made of the date, and the issue has none",
                where=document.id,
                hint="read the issue with its first page",
            )
        name = f"{self.title or alias(document)}-{document.issue.date}-{self.edition}"
        items = {
            part: f"{name}-i{number:04d}"
            for number, article in enumerate(document.articles, 1)
            for part in article.parts
        }
        home, tokens = issue(self.base, document), _Tokens(document)
        yield File(f"impresso/{name}-issue.json", _json(_issue(name, document, items)))
        for page in document.pages:
            made = _page(name, page, items, tokens)
            made["iiif_img_base_uri"] = f"{home}/{FOLDER}/{path(page.scan.path)}"
            yield File(f"impresso/{made['id']}.json", _json(made))


def alias(document: Document) -> str:
    """Return the newspaper's name in ASCII letters: "TheHarbourTimes"."""
    facts = document.issue
    names = [facts.title or "", *(item.text for item in facts.parallel_titles), document.id]
    return next(filter(None, (_NO_LETTER.sub("", name) for name in names)), "untitled")


def _json(value: Json) -> bytes:
    return msgspec.json.encode(value) + b"\n"


def _issue(name: str, document: Document, items: dict[str, str]) -> Json:
    pages = {region.id: page for page in document.pages for region in page.regions}
    return {
        "id": name,
        "ts": UNDATED,
        "st": "newspaper",
        "sm": "print",
        "olr": True,
        "pp": [f"{name}-p{page.number:04d}" for page in document.pages],
        "s": [],
        "i": [
            _item(record, order, items, pages) for order, record in enumerate(records(document), 1)
        ],
    }


def _item(record: Record, order: int, items: dict[str, str], pages: dict[str, Page]) -> Json:
    article = record.article
    on = {pages[part].number: pages[part] for part in article.parts}
    about: Json = {
        "id": items[article.parts[0]],
        "tp": _TYPES.get(article.kind, "article"),
        "lg": record.lang.split("-")[0] if record.lang else None,
        "pp": sorted(on),
        "ro": order,
    }
    if record.headline:
        about["t"] = legal(record.headline)
    parts = [
        {
            "comp_role": region.role,
            "comp_id": region.id,
            "comp_fileid": pages[region.id].id,
            "comp_page_no": pages[region.id].number,
        }
        for region in record.regions
    ]
    files = [f"alto/{on[number].id}.xml" for number in sorted(on)]
    return {"m": about, "l": {"id": article.id, "parts": parts, "source": files}}


class _Tokens:
    """How each word is written as a token: alone, or as half of a broken word."""

    def __init__(self, document: Document) -> None:
        known = {region.id: region for page in document.pages for region in page.regions}
        flows = [[known[part] for part in article.parts] for article in document.articles]
        placed = {part for article in document.articles for part in article.parts}
        flows += [[region] for region in known.values() if region.id not in placed]
        self._halves: dict[str, Half] = {}
        self._glued: set[str] = set()
        for flow in flows:
            self._note([line for region in flow for line in region.lines])

    def _note(self, lines: Sequence[Line]) -> None:
        self._halves |= halves(lines)
        before: Word | None = None
        for word in (word for line in lines for word in line.words):
            half = self._halves.get(word.id)
            if half and half.part == 2:
                self._glued.add(before.id if before else "")
            elif not word.reading:
                continue
            elif before is not None and not spaced(self._said(before), word.reading):
                self._glued.add(before.id)
            before = word

    def _said(self, word: Word) -> str:
        half = self._halves.get(word.id)
        return half.whole if half else word.reading

    def line(self, line: Line) -> Iterator[Json]:
        """Yield the tokens of a line; what is not read at all is no token."""
        for word in line.words:
            half = self._halves.get(word.id)
            if not word.reading and not half:
                continue
            token: Json = {"c": _xywh(word.box), "tx": legal(word.text if half else word.reading)}
            if half and half.part == 1:
                token["hy"] = True
            if half and half.part == 2:
                token["nf"] = legal(half.whole)
            if word.id in self._glued:
                token["gn"] = True
            yield token


def _page(name: str, page: Page, items: dict[str, str], tokens: _Tokens) -> Json:
    made: Json = {
        "id": f"{name}-p{page.number:04d}",
        "ts": UNDATED,
        "st": "newspaper",
        "sm": "print",
        "cc": page.scan.unit == "pixel",
    }
    if page.scan.unit == "pixel":
        made |= {"fw": page.scan.width, "fh": page.scan.height}
    made["r"] = [_region(region, items, tokens) for region in _ordered(page, items)]
    return made


def _ordered(page: Page, items: dict[str, str]) -> Iterator[Region]:
    """Yield a page's regions, those of one item in the order in which the item is read."""
    known = {region.id: region for region in page.regions}
    own: dict[str, list[Region]] = {}
    for part, item in items.items():
        if part in known:
            own.setdefault(item, []).append(known[part])
    queues = {item: iter(parts) for item, parts in own.items()}
    for region in page.regions:
        if region.id in items:
            yield next(queues[items[region.id]])
        elif region.lines:
            yield region


def _region(region: Region, items: dict[str, str], tokens: _Tokens) -> Json:
    return {
        "c": _xywh(region.box),
        "pOf": items.get(region.id),
        "p": [
            {
                "c": _xywh(union(line.box for line in lines)),
                "l": [{"c": _xywh(line.box), "t": list(tokens.line(line))} for line in lines],
            }
            for lines in paragraphs([region])
        ],
    }


def _xywh(box: Box) -> list[int]:
    return [box.x0, box.y0, box.width, box.height]
