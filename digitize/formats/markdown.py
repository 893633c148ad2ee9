"""Markdown: issue.md to leaf through, and each article as a file of its own with front matter."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

from digitize.formats.format import File, Kept
from digitize.formats.jsonl import label
from digitize.formats.record import Record, furniture, records
from digitize.model.document import Document
from digitize.model.issue import Issue
from digitize.model.page import Page
from digitize.model.reading import read

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~])")
_LIST_START = re.compile(r"^(\d+)([.)])(?=\s)|^([-+])(?=\s)")


@dataclass(frozen=True, slots=True)
class Markdown:
    """Markdown: the issue with its page furniture, and one file an article with front matter."""

    name: ClassVar[str] = "markdown"
    keeps: ClassVar[frozenset[Kept]] = frozenset(
        {"reading", "paragraphs", "articles", "furniture", "issue"}
    )
    file: ClassVar[str] = "issue.md"

    def files(self, document: Document, scans: Path | None = None, /) -> Iterator[File]:
        """Yield issue.md, then articles/ARTICLE.md for each article."""
        del scans
        yield File(self.file, self.render(document))
        pages = {region.id: page for page in document.pages for region in page.regions}
        for record in records(document):
            blocks = [*_article_matter(document, record, pages), *_article(record, level=1)]
            data = ("\n\n".join(blocks) + "\n").encode()
            yield File(f"articles/{record.article.id}.md", data)

    def render(self, document: Document, /) -> bytes:
        """Return UTF-8 CommonMark; nothing printed on the page can become markup."""
        blocks = [
            *_front_matter(document),
            *_title(document.issue, document.id),
            *(block for record in records(document) for block in _article(record)),
            *_furniture(document),
        ]
        return ("\n\n".join(blocks) + "\n").encode()


def escape(text: str) -> str:
    """Return text with everything escaped that Markdown could take for markup."""
    safe = _SPECIAL.sub(r"\\\1", text)
    return _LIST_START.sub(lambda m: f"{m[1]}\\{m[2]}" if m[1] else f"\\{m[3]}", safe)


def _front_matter(document: Document) -> Iterator[str]:
    issue = document.issue
    fields = {
        "id": document.id,
        "title": issue.title,
        "parallel_titles": [item.text for item in issue.parallel_titles],
        "edition": issue.edition,
        "parallel_editions": [item.text for item in issue.parallel_editions],
        "date": issue.date,
        "place": issue.place,
        "volume": issue.volume,
        "number": issue.number,
        "price": issue.price and issue.price.printed,
        "urls": list(issue.urls),
    }
    yield _matter(fields)


def _article_matter(document: Document, record: Record, pages: dict[str, Page]) -> Iterator[str]:
    issue = document.issue
    fields = {
        "id": record.article.id,
        "kind": record.article.kind,
        "headline": record.headline,
        "deck": list(record.deck),
        "kicker": record.kicker,
        "byline": record.byline,
        "dateline": record.dateline,
        "lang": record.lang,
        "pages": list(dict.fromkeys(label(pages[part]) for part in record.article.parts)),
        "issue": document.id,
        "newspaper": issue.title,
        "date": issue.date,
        "edition": issue.edition,
    }
    yield _matter(fields)


def _matter(fields: dict[str, Any]) -> str:
    """Return front matter: YAML whose values are JSON, of what is known."""
    rows = [
        f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in fields.items() if value
    ]
    return "\n".join(["---", *rows, "---"])


def _title(issue: Issue, name: str) -> Iterator[str]:
    titles = [issue.title or name, *(item.text for item in issue.parallel_titles)]
    yield f"# {escape(' · '.join(titles))}"
    editions = [issue.edition, *(item.text for item in issue.parallel_editions)]
    said = [
        " · ".join(edition for edition in editions if edition),
        issue.printed_date,
        issue.price and issue.price.printed,
    ]
    line = " — ".join(escape(part) for part in said if part)
    if line:
        yield f"*{line}*"


def _article(record: Record, level: int = 2) -> Iterator[str]:
    hashes = "#" * level
    kind = record.article.kind
    name = "Untitled" if kind == "article" else kind.capitalize()
    if record.kicker:
        yield f"*{escape(record.kicker)}*"
    yield f"{hashes} {escape(record.headline) if record.headline else f'({name})'}"
    for deck in record.deck:
        yield f"{hashes}# {escape(deck)}"
    for part in (record.byline, record.dateline):
        if part:
            yield f"**{escape(part)}**"
    yield from map(escape, record.paragraphs)
    for quote in record.pull_quotes:
        yield f"> {escape(quote)}"
    for caption in record.captions:
        yield f"*{escape(caption)}*"


def _furniture(document: Document) -> Iterator[str]:
    rows = [
        f"- p. {escape(label(page))}, {region.role.value}: {escape(read(region.lines))}"
        for page in document.pages
        for region in furniture(page)
    ]
    if rows:
        yield "---"
        yield "## Page furniture"
        yield "\n".join(rows)
