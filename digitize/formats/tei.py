"""TEI P5: the issue as an edition, article by article, with both readings and places on the page.

A word read otherwise stands in choice: sic as it was seen, corr as it is read, with the rule that
changed it. A word broken at a line's end keeps its hyphen, and its lb says break="no".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path
from typing import ClassVar

from digitize.formats import teihead
from digitize.formats.format import OF_PAGES, File, Kept
from digitize.formats.halves import Half, halves, spaces
from digitize.formats.jsonl import label
from digitize.formats.membership import Membership
from digitize.formats.record import APART, Record, flowing, furniture, records
from digitize.formats.xml import (
    Attributes,
    Markup,
    block,
    element,
    file,
    filled,
    ident,
    language,
    text,
)
from digitize.grammar.scripts import spaced
from digitize.model.document import Article, Document
from digitize.model.page import Line, Page, Region, Role, Word
from digitize.model.reading import read

_HEADS = {
    Role.HEADLINE: ("head", "main"), Role.DECK: ("head", "deck"), Role.KICKER: ("head", "kicker"),
    Role.BYLINE: ("byline", None), Role.DATELINE: ("dateline", None),
}  # fmt: skip
"""What stands over an article; elsewhere these are blocks with their role as type."""


@dataclass(frozen=True, slots=True)
class Tei:
    """TEI P5 in one file: articles as divisions, both readings, zones of pages and lines."""

    name: ClassVar[str] = "tei"
    file: ClassVar[str] = "tei.xml"
    keeps: ClassVar[frozenset[Kept]] = (OF_PAGES - {"confidence", "order"}) | {
        "articles",
        "furniture",
        "issue",
    }

    def files(self, document: Document, scans: Path | None = None, /) -> Iterator[File]:
        """Yield tei.xml."""
        del scans
        writer = _Writer(document)
        root: Attributes = {"xmlns": "http://www.tei-c.org/ns/1.0", "xml:lang": writer.lang}
        pages = [page for page in document.pages if page.scan.unit == "pixel"]
        tree = block(
            "TEI",
            root,
            teihead.header(document, writer.records),
            filled("facsimile", {}, *map(teihead.surface, pages)),
            block("text", {}, writer.front(), writer.body()),
        )
        yield File(self.file, file(tree))


class _Writer:
    """Writes the text of a document, and marks where its pages begin."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.whole = Membership(document)
        self.records = records(document)
        self.pages = {region.id: page for page in document.pages for region in page.regions}
        self.conf_of = {
            getattr(edit, "word", ""): edit.conf for edit in document.edits if edit.conf is not None
        }
        langs = [record.lang for record in self.records if record.lang]
        self.lang = max(langs, key=langs.count) if langs else None
        self.page: Page | None = None
        self.region = ""
        self.pieces: dict[str, Half] = {}

    def front(self) -> Markup:
        """Return what stands on the pages for itself: masthead, folios, noise."""
        blocks: list[Markup] = []
        for page in self.document.pages:
            for region in furniture(page):
                self._enter(region)
                inside = self._lines(region.lines)
                role: Attributes = {"type": region.role.value, **_facs(page, region.id)}
                blocks.append(element("fw", role, *inside))
        self.page = None
        return filled("front", {}, filled("div", {"type": "page-furniture"}, *blocks))

    def body(self) -> Markup:
        """Return the articles; a document without any has an empty paragraph."""
        made = [self._article(record) for record in self.records]
        return block("body", {}, *(made or [element("p", {})]))

    def _article(self, record: Record) -> Markup:
        attributes: Attributes = {
            "type": record.article.kind,
            "xml:id": ident(record.article.id),
            "xml:lang": language(record.lang or ""),
        }
        return block("div", attributes, *self._parts(record.article, record.regions))

    def _parts(self, article: Article, parts: Sequence[Region]) -> Iterator[Markup]:
        """Yield heads first, then paragraphs and blocks in the order of the article."""
        heads = list(takewhile(lambda part: part.role in _HEADS, parts))
        for part in heads:
            name, kind = _HEADS[part.role]
            yield self._block(name, part, part.lines, kind)
        held: list[Region] = []
        for part in parts[len(heads) :]:
            if part.role in APART:
                yield from self._paragraphs(article, held)
                yield from self._apart(part)
                held = []
            else:
                held.append(part)
        yield from self._paragraphs(article, held)

    def _paragraphs(self, article: Article, parts: Sequence[Region]) -> Iterator[Markup]:
        """Yield paragraphs; what stands in the way of one that runs on is a note inside it."""
        roles = flowing(article.kind)
        inside: list[Markup] = []
        before = ""
        aside: list[Region] = []
        for part in parts:
            if part.role not in roles:
                aside.append(part)
                continue
            for line in part.lines:
                if line.opens and inside:
                    yield element("p", {}, *inside)
                    inside, before = [], ""
                if inside:
                    inside += [self._note(region) for region in aside]
                else:
                    yield from (block for region in aside for block in self._apart(region))
                aside = []
                inside += self._line(line, before, part)
                before = read([line]) or before
        if inside:
            yield element("p", {}, *inside)
        yield from (block for region in aside for block in self._apart(region))

    def _note(self, region: Region) -> Markup:
        if region.role is Role.PICTURE:
            return element("figure", _facs(self.pages[region.id], region.id))
        return self._block("note", region, region.lines, region.role.value)

    def _apart(self, region: Region) -> Iterator[Markup]:
        """Yield a part that no paragraph runs through; a table line by line."""
        if region.role is Role.PICTURE:
            yield element("figure", _facs(self.pages[region.id], region.id))
        elif region.role is Role.TABLE:
            yield from (self._block("ab", region, [line], "table") for line in region.lines)
        else:
            yield self._block("ab", region, region.lines, region.role.value)

    def _block(self, name: str, region: Region, lines: Sequence[Line], kind: str | None) -> Markup:
        self._enter(region)
        self.pieces = halves(lines)
        return element(name, {"type": kind}, *self._lines(lines, region))

    def _lines(self, lines: Sequence[Line], region: Region | None = None) -> list[Markup]:
        inside: list[Markup] = []
        before = ""
        for line in lines:
            inside += self._line(line, before, region)
            before = read([line]) or before
        return inside

    def _enter(self, region: Region) -> None:
        self.region = region.id
        self.pieces = halves(region.lines)

    def _line(self, line: Line, before: str, region: Region | None) -> Iterator[Markup]:
        """Yield the marks of a new page, column and line, then the line's words.

        `before` is what is read before the line in its paragraph.
        """
        page = self.pages.get(region.id) if region else None
        new_page, new_region = page is not self.page, region and region.id != self.region
        if region and new_region:
            self._enter(region)
        runs_on = self._break(before, line)
        if page and new_page:
            self.page = page
            yield element("pb", {"n": label(page), "break": runs_on, **_facs(page, page.id)})
        if page and new_region:
            yield element("cb", {"break": runs_on, **_facs(page, self.region)})
        yield element("lb", {"break": runs_on, **_facs(page, line.id)})
        for word, space in zip(line.words, spaces(line, map(self._said, line.words)), strict=True):
            if space:
                yield Markup(" ")
            yield from self._word(word)

    def _break(self, before: str, line: Line) -> str | None:
        """Say "no" where a word, or Han in Han, runs on over the end of the line."""
        if not before:
            return None
        half = self.pieces.get(line.words[0].id) if line.words else None
        runs_on = half is not None and half.part == 2 and half.joins
        return "no" if runs_on or not spaced(before, read([line])) else None

    def _said(self, word: Word) -> str:
        half = self.pieces.get(word.id)
        return half.said if half and half.joins else word.reading

    def _word(self, word: Word) -> Iterator[Markup]:
        half = self.pieces.get(word.id)
        if half and half.joins:
            yield text(half.said)
            if half.part == 1:
                yield element("pc", {"force": "weak"}, text(word.text[-1]))
        elif word.norm is None:
            yield text(word.text)
        else:
            refs = " ".join(f"#rule.{ident(rule)}" for rule in self.whole.changed_by(word))
            how: Attributes = {"cert": self.conf_of.get(word.id), "resp": refs or None}
            seen = element("sic", {}, text(word.text))
            yield element("choice", {}, seen, element("corr", how, text(word.norm)))


def _facs(page: Page | None, name: str) -> dict[str, str]:
    known = page is not None and page.scan.unit == "pixel"
    return {"facs": f"#{ident(name)}"} if known else {}
