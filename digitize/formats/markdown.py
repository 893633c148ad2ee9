"""issue.md: an issue to leaf through, its masthead as front matter, its furniture at the end."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from digitize.formats.format import File, Kept
from digitize.formats.jsonl import label
from digitize.formats.record import Record, furniture, records
from digitize.model.document import Document
from digitize.model.issue import Issue
from digitize.model.reading import read

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~])")
_LIST_START = re.compile(r"^(\d+)([.)])(?=\s)|^([-+])(?=\s)")


@dataclass(frozen=True, slots=True)
class Markdown:
    """Markdown: front matter, then every article under its headline, then the page furniture."""

    name: ClassVar[str] = "markdown"
    keeps: ClassVar[frozenset[Kept]] = frozenset(
        {"reading", "paragraphs", "articles", "furniture", "issue"}
    )
    file: ClassVar[str] = "issue.md"

    def files(self, document: Document, scans: Path | None = None, /) -> Iterator[File]:
        """Yield the one file."""
        del scans
        yield File(self.file, self.render(document))

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
    rows = [
        f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in fields.items() if value
    ]
    yield "\n".join(["---", *rows, "---"])


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


def _article(record: Record) -> Iterator[str]:
    kind = record.article.kind
    name = "Untitled" if kind == "article" else kind.capitalize()
    if record.kicker:
        yield f"*{escape(record.kicker)}*"
    yield f"## {escape(record.headline) if record.headline else f'({name})'}"
    for deck in record.deck:
        yield f"### {escape(deck)}"
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
