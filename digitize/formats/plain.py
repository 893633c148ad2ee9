"""issue.txt: the articles as read, nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from digitize.formats.format import File, Kept
from digitize.formats.record import Record, records
from digitize.model.document import Document


@dataclass(frozen=True, slots=True)
class Plain:
    """Plain text as read: headline, byline, paragraphs; two blank lines between articles."""

    name: ClassVar[str] = "text"
    keeps: ClassVar[frozenset[Kept]] = frozenset({"reading", "paragraphs"})
    file: ClassVar[str] = "issue.txt"

    def files(self, document: Document, scans: Path | None = None, /) -> Iterator[File]:
        """Yield the one file."""
        del scans
        yield File(self.file, self.render(document))

    def render(self, document: Document, /) -> bytes:
        """Return UTF-8 text; a blank line between paragraphs."""
        texts = (article(record) for record in records(document))
        return "\n\n".join(text for text in texts if text).encode()


def article(record: Record) -> str:
    """Return one article, each part on a line of its own with a blank line after it."""
    parts = (
        record.kicker,
        record.headline,
        *record.deck,
        record.byline,
        record.dateline,
        *record.paragraphs,
        *record.captions,
        *record.pull_quotes,
    )
    return "".join(f"{part}\n\n" for part in parts if part)[:-1]
