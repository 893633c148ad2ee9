"""A document: pages, articles, the issue record, and every edit made to the reading."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, field, replace
from operator import attrgetter, is_not
from typing import Literal

from digitize.model.edit import Edit, Reflow, Relabel, Reword
from digitize.model.issue import Issue
from digitize.model.page import FURNITURE, Join, Line, Page, Region, Word
from digitize.model.step import Step

Kind = Literal["article", "advertisement", "notice", "caption", "table", "index", "other"]

_ID = attrgetter("id")

VERSION = 1
"""Version of the document format; rises when old files could no longer be read as they are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LooseEnd:
    """A jump line whose other half was not found: it is told, never guessed."""

    line: str  # id
    direction: Literal["to", "from"]
    page: str  # as the line names it: "4", "A4", "next"; "" when it names none
    printed: str
    reason: str  # why nothing was linked


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """One item of the issue: regions in reading order, across columns and pages."""

    id: str
    parts: tuple[str, ...]  # region ids
    kind: Kind = "article"
    lang: str = ""  # BCP 47, of most of it; "" when unknown
    script: str = ""  # ISO 15924
    joins: tuple[Join, ...] = ()
    loose_ends: tuple[LooseEnd, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One published thing, usually a newspaper issue."""

    id: str
    issue: Issue = field(default_factory=Issue)
    pages: tuple[Page, ...] = ()
    articles: tuple[Article, ...] = ()
    steps: tuple[Step, ...] = ()
    edits: tuple[Edit, ...] = ()
    warnings: tuple[str, ...] = ()  # jump lines without their other half, pages out of order …
    version: int = VERSION


def regions(document: Document) -> dict[str, Region]:
    """Return every region by its id, in page and reading order."""
    return {region.id: region for page in document.pages for region in page.regions}


def parts(document: Document, article: Article) -> tuple[Region, ...]:
    """Return an article's regions in the order they are read."""
    known = regions(document)
    return tuple(known[part] for part in article.parts)


def flow(document: Document, article: Article) -> Iterator[Line]:
    """Yield an article's lines in the order they are read, across columns and pages."""
    for region in parts(document, article):
        yield from region.lines


def apply(
    document: Document, edits: Iterable[Edit], *, within: Container[str] | None = None
) -> Document:
    """Return `document` with `edits` made and kept: the only place where a tree is rewritten.

    Words keep their `text`; only `norm`, a region's role and where paragraphs open can change.
    A region that becomes furniture leaves its article; an article left without regions goes.
    `within` are the ids of the regions they may be of, where that is known.
    Regions and lines that no edit touches stay the very same objects.

    Raises ValueError when an edit would make an article's text of furniture: only layout, which
    sees the page, may say that.
    """
    new = tuple(edits)
    if not new:
        return document
    words = {edit.word: edit for edit in new if isinstance(edit, Reword)}
    roles = {edit.region: edit for edit in new if isinstance(edit, Relabel)}
    breaks = {edit.line: edit for edit in new if isinstance(edit, Reflow)}

    def reword(word: Word) -> Word:
        edit = words.get(word.id)
        return replace(word, norm=edit.after) if edit else word

    def rewrite_line(line: Line) -> Line:
        edit = breaks.get(line.id)
        if not words.keys().isdisjoint(map(_ID, line.words)):
            line = replace(line, words=tuple(map(reword, line.words)))
        return replace(line, opens=edit.opens) if edit else line

    def rewrite_region(region: Region) -> Region:
        if within is not None and region.id not in within:
            return region
        edit = roles.get(region.id)
        lines = tuple(map(rewrite_line, region.lines))
        if any(map(is_not, lines, region.lines)):
            region = replace(region, lines=lines)
        return replace(region, role=edit.after, reason=edit.reason) if edit else region

    pages = tuple(
        replace(page, regions=tuple(map(rewrite_region, page.regions))) for page in document.pages
    )
    articles = _without(document.articles, frozenset(_leaving(roles.values())))
    return replace(document, pages=pages, articles=articles, edits=document.edits + new)


def _leaving(edits: Iterable[Relabel]) -> Iterator[str]:
    for edit in edits:
        if edit.before in FURNITURE and edit.after not in FURNITURE:
            raise ValueError(f"{edit.rule}: {edit.region} is furniture and cannot become text")
        if edit.after in FURNITURE:
            yield edit.region


def _without(articles: tuple[Article, ...], gone: frozenset[str]) -> tuple[Article, ...]:
    kept = (
        replace(article, parts=tuple(part for part in article.parts if part not in gone))
        for article in articles
    )
    return tuple(article for article in kept if article.parts)
