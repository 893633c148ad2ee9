"""solr.jsonl: one document an article, its text pointing into the ALTO files byte by byte."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

import msgspec

from digitize.formats.format import File, Kept
from digitize.formats.jsonl import rows
from digitize.formats.pointers import Pages, alto
from digitize.formats.xml import legal
from digitize.model.document import Document

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Solr:
    """Documents for Solr (/update/json/docs), with byte pointers into ALTO for its OCR plugin."""

    root: str = ""  # what stands before alto/p0001.xml where Solr reads it: "/ocr/harbour-times/"

    name: ClassVar[str] = "solr"
    keeps: ClassVar[frozenset[Kept]] = frozenset({"reading", "articles", "issue"})
    file: ClassVar[str] = "solr.jsonl"

    def files(self, document: Document, scans: Path | None = None, /) -> Iterator[File]:
        """Yield the ALTO files, then the documents that point into them."""
        del scans
        yield from alto(document)
        found = (fields for fields, _ in documents(document, self.root))
        yield File(self.file, b"".join(msgspec.json.encode(row) + b"\n" for row in found))


def documents(document: Document, root: str) -> Iterator[tuple[Json, Json]]:
    """Yield a document for each article, and the record it was made of.

    It has a field for each fact, and the text under its language.
    """
    pages = Pages(alto(document))
    known = {region.id: (page, region) for page in document.pages for region in page.regions}
    for row, article in zip(rows(document), document.articles, strict=True):
        issue = row["issue"]
        lang = (row["lang"] or "").split("-")[0] or "other"
        fields: Json = {
            "id": row["id"],
            "issue": issue["id"],
            "newspaper": issue["title"],
            "date": f"{issue['date']}T00:00:00Z" if issue["date"] else None,
            "edition": issue["edition"],
            "kind": row["kind"],
            "lang": row["lang"],
            "pages": row["pages"],
            "headline": row["headline"],
            "deck": row["deck"],
            "byline": row["byline"],
            f"text_{lang}": row["text"] or None,
            "confidence": row["confidence"] and row["confidence"]["mean"],
            "ocr_text": pages.pointer(root, [known[part] for part in article.parts]) or None,
        }
        yield {key: _legal(value) for key, value in fields.items() if value or value == 0}, row


def _legal(value: Any) -> Any:
    if isinstance(value, str):
        return legal(value)
    return [_legal(item) for item in value] if isinstance(value, list | tuple) else value
