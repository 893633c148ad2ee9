"""An article as a reader wants it: its fields and paragraphs drawn from the document.

What `jsonl`, `markdown` and `plain` say of an article is said here once.
"""

from __future__ import annotations

import statistics
from collections.abc import Iterable
from dataclasses import dataclass

from digitize.formats.remembered import remembered
from digitize.model.document import Article, Document, Kind, regions
from digitize.model.page import FURNITURE, Line, Page, Region, Role
from digitize.model.reading import confidences, join, paragraphs, read

_TEXT = frozenset({Role.BODY, Role.SUBHEADING, Role.TABLE, Role.ADVERT, Role.NOTICE})
APART = frozenset({Role.SUBHEADING, Role.TABLE})
"""Roles that end a paragraph and stand by themselves."""
_LOW = 0.05  # the low confidence is the 5th percentile: a mean hides a bad region


@dataclass(frozen=True, slots=True)
class Record:
    """One article, read."""

    article: Article
    regions: tuple[Region, ...]
    headline: str | None
    deck: tuple[str, ...]
    kicker: str | None
    byline: str | None
    dateline: str | None
    paragraphs: tuple[str, ...]
    captions: tuple[str, ...]
    pull_quotes: tuple[str, ...]
    jump_lines: tuple[str, ...]  # and the slug headlines that stand over the rest of the story
    lang: str | None
    script: str | None
    confidence: tuple[float, float] | None  # mean, low

    @property
    def text(self) -> str:
        """The paragraphs, a blank line between them."""
        return "\n\n".join(self.paragraphs)


@remembered
def records(document: Document) -> tuple[Record, ...]:
    """Return every article of the document, in its order."""
    known = regions(document)
    return tuple(
        _record(article, tuple(known[part] for part in article.parts))
        for article in document.articles
    )


def furniture(page: Page) -> tuple[Region, ...]:
    """Return the page's furniture that carries text, noise included, in page order."""
    return tuple(
        region for region in page.regions if region.role in FURNITURE and read(region.lines)
    )


def body(article: Article, parts: Iterable[Region]) -> tuple[str, ...]:
    """Return an article's paragraphs as read; subheadings and tables stand by themselves."""
    roles = flowing(article.kind)
    texts: list[str] = []
    held: list[Region] = []
    for region in parts:
        if region.role in roles:
            held.append(region)
        elif region.role in APART:
            texts += _flow(held)
            held = []
            texts += _lines(region) if region.role is Role.TABLE else [read(region.lines)]
    return tuple(text for text in texts + _flow(held) if text)


def flowing(kind: Kind) -> frozenset[Role]:
    """Return the roles whose paragraphs run on from region to region in items of this kind."""
    return (_TEXT | _own_text(kind)) - APART


def _text_starts(article: Article, parts: tuple[Region, ...]) -> int:
    """Return the index behind the article's own headlines.

    A headline below the text that follows one above is the slug over the rest of the story.
    """
    roles = _TEXT | _own_text(article.kind)
    headed = False
    for index, region in enumerate(parts):
        if headed and region.role in roles:
            return index
        headed = headed or region.role is Role.HEADLINE
    return len(parts)


def _own_text(kind: Kind) -> frozenset[Role]:
    """Return the roles that are the text itself in items of this kind."""
    if kind == "caption":
        return frozenset({Role.CAPTION, Role.CREDIT})
    if kind in ("advertisement", "notice", "other"):
        return frozenset({Role.CAPTION, Role.CREDIT, Role.PULL_QUOTE, Role.INDEX})
    return frozenset()


def _flow(held: list[Region]) -> list[str]:
    return [read(lines) for lines in paragraphs(held)]


def _lines(region: Region) -> list[str]:
    return [read([line]) for line in region.lines]


def _record(article: Article, parts: tuple[Region, ...]) -> Record:
    start = _text_starts(article, parts)

    def first(*roles: Role) -> str | None:
        return join(read(region.lines) for region in parts if region.role in roles) or None

    def each(*roles: Role) -> tuple[str, ...]:
        own = _own_text(article.kind)
        chosen = (region for region in parts if region.role in roles and region.role not in own)
        return tuple(text for text in (read(region.lines) for region in chosen) if text)

    text = body(article, parts)
    heads = [read(region.lines) for region in parts[:start] if region.role is Role.HEADLINE]
    slugs = [read(region.lines) for region in parts[start:] if region.role is Role.HEADLINE]
    headline = join(heads) or None
    return Record(
        article=article,
        regions=parts,
        headline=headline,
        deck=each(Role.DECK),
        kicker=first(Role.KICKER),
        byline=first(Role.BYLINE),
        dateline=first(Role.DATELINE),
        paragraphs=text,
        captions=each(Role.CAPTION, Role.CREDIT),
        pull_quotes=each(Role.PULL_QUOTE),
        jump_lines=(*each(Role.JUMP_LINE), *filter(None, slugs)),
        lang=article.lang or None,
        script=article.script or None,
        confidence=_confidence(line for region in parts for line in region.lines),
    )


def _confidence(lines: Iterable[Line]) -> tuple[float, float] | None:
    values = sorted(confidences(lines))
    if not values:
        return None
    return round(statistics.fmean(values), 3), values[int(_LOW * len(values))]
