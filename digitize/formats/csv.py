"""articles.csv: one article a row, for a spreadsheet; opens in Excel as it is."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

from digitize.formats.format import File, Kept
from digitize.formats.jsonl import rows
from digitize.formats.xml import legal
from digitize.model.document import Document

COLUMNS = (
    "issue", "title", "date", "edition", "id", "kind", "lang", "pages", "headline", "deck",
    "kicker", "byline", "dateline", "text", "captions", "pull_quotes", "jump_lines", "words",
    "confidence", "low_confidence", "edits",
)  # fmt: skip
"""The columns, in their order; several values in one cell stand on lines of their own."""

_MARK = "\ufeff"  # by which Excel knows UTF-8
_FORMULA = re.compile(r"'*[=+\-@\t\r]")


@dataclass(frozen=True, slots=True)
class Csv:
    """One article a row, UTF-8 with a mark, for Excel, pandas and R."""

    name: ClassVar[str] = "csv"
    keeps: ClassVar[frozenset[Kept]] = frozenset({"reading", "articles", "issue"})
    file: ClassVar[str] = "articles.csv"

    def files(self, document: Document, scans: Path | None = None, /) -> Iterator[File]:
        """Yield the one file."""
        del scans
        yield File(self.file, self.render(document))

    def render(self, document: Document, /) -> bytes:
        """Return RFC 4180: CRLF at the end of rows, quotes where a cell needs them."""
        stream = io.StringIO()
        table = csv.writer(stream, lineterminator="\r\n")
        table.writerow(COLUMNS)
        for row in rows(document):
            flat = flattened(row)
            table.writerow(harmless(flat[column]) for column in COLUMNS)
        return (_MARK + stream.getvalue()).encode()


def flattened(row: dict[str, Any]) -> dict[str, Any]:
    """Return a record with one value for each column; None where nothing is known."""
    issue, confidence = row["issue"], row["confidence"] or {}
    lists = {key: "\n".join(row[key]) for key in ("deck", "captions", "pull_quotes", "jump_lines")}
    return (
        {key: row[key] for key in COLUMNS if key in row}
        | lists
        | {
            "issue": issue["id"],
            "title": issue["title"],
            "date": issue["date"],
            "edition": issue["edition"],
            "pages": " ".join(row["pages"]),
            "words": len(row["text"].split()),
            "confidence": confidence.get("mean"),
            "low_confidence": confidence.get("low"),
            "edits": len(row["edits"]),
        }
    )


def harmless(value: object) -> object:
    """Return a cell that no spreadsheet takes for a formula: an apostrophe stands before it."""
    if value is None:
        return ""
    if not isinstance(value, str):
        return value
    text = legal(value)
    return f"'{text}" if _FORMULA.match(text) else text
