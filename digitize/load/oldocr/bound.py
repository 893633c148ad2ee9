"""Pages that somebody else has read, bound into a document as they say it: nothing is made anew."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from digitize.load.oldocr.record import Record
from digitize.model.document import Article, Document
from digitize.model.edit import Reword
from digitize.model.issue import Issue
from digitize.model.page import FURNITURE, WORDLESS, Page
from digitize.model.step import Step


def bound(name: str, records: Sequence[Record], issue: Issue | None = None) -> Document:
    """Return the document: its articles as the files have them, each new reading as an edit.

    Text that no article claims is one item of the kind "other" for each page.
    """
    articles = tuple(_articles(records))
    pages = tuple(record.page for record in records)
    return Document(
        id=name,
        issue=issue or Issue(),
        pages=pages,
        articles=(*articles, *_loose(name, pages, articles)),
        steps=tuple(_steps(records)),
        edits=tuple(edit for page in pages for edit in _edits(page)),
    )


def _articles(records: Iterable[Record]) -> Iterator[Article]:
    """Yield the articles in the order they are met; an id met again is the same article."""
    found: dict[str, list[tuple[int, str]]] = {}
    first: dict[str, Article] = {}
    for record in records:
        for story in record.stories:
            first.setdefault(story.id, Article(id=story.id, parts=(), kind=story.kind))
            found.setdefault(story.id, []).extend(story.parts)
    for name, article in first.items():
        yield replace(article, parts=tuple(region for _, region in sorted(found[name], key=_place)))


def _place(part: tuple[int, str]) -> int:
    return part[0]


def _loose(name: str, pages: Iterable[Page], articles: Iterable[Article]) -> Iterator[Article]:
    owned = {part for article in articles for part in article.parts}
    for page in pages:
        parts = tuple(
            region.id
            for region in page.regions
            if region.role not in FURNITURE | WORDLESS and region.id not in owned and region.lines
        )
        if parts:
            yield Article(id=f"{name}.{page.id}", parts=parts, kind="other")


def _steps(records: Iterable[Record]) -> Iterator[Step]:
    seen: dict[str, Step] = {}
    for record in records:
        for step in record.steps:
            seen.setdefault(step.id, step)
    yield from seen.values()


def _edits(page: Page) -> Iterator[Reword]:
    for region in page.regions:
        for line in region.lines:
            for word in line.words:
                if word.norm is not None:
                    yield Reword(
                        word=word.id,
                        before=word.text,
                        after=word.norm,
                        rule="source",
                        reason="the file that was read says so",
                    )
