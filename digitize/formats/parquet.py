"""articles.parquet: one article a row in typed columns, for data frames and databases."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

from digitize.errors import MissingToolError
from digitize.formats.format import File, Kept
from digitize.formats.jsonl import SCHEMA, rows
from digitize.formats.xml import legal
from digitize.model.document import Document

try:
    import pyarrow as pa
    from pyarrow import parquet as store
except ImportError as error:
    raise MissingToolError(
        "Parquet needs pyarrow", hint="pip install 'digitize[parquet]'"
    ) from error

_TEXT, _TEXTS = pa.large_string(), pa.list_(pa.large_string())
_PART = pa.struct(
    [("region", pa.string()), ("page", pa.int32()), ("role", pa.string()),
     ("box", pa.list_(pa.int32(), 4)), ("lang", pa.string()), ("script", pa.string())]
)  # fmt: skip
_EDIT = pa.struct(
    [("rule", pa.string()), ("reason", _TEXT), ("before", _TEXT), ("after", _TEXT),
     ("page", pa.int32()), ("id", pa.string()), ("confidence", pa.float64())]
)  # fmt: skip
COLUMNS = pa.schema(
    [
        pa.field("issue", pa.string(), nullable=False),
        ("title", pa.string()),
        ("date", pa.date32()),
        ("edition", pa.string()),
        pa.field("id", pa.string(), nullable=False),
        pa.field("kind", pa.string(), nullable=False),
        ("lang", pa.string()),
        ("script", pa.string()),
        ("pages", pa.list_(pa.string())),
        ("headline", _TEXT),
        ("deck", _TEXTS),
        ("kicker", _TEXT),
        ("byline", _TEXT),
        ("dateline", _TEXT),
        ("paragraphs", _TEXTS),
        ("text", _TEXT),
        ("captions", _TEXTS),
        ("pull_quotes", _TEXTS),
        ("jump_lines", _TEXTS),
        ("search", _TEXT),
        ("printed", _TEXT),
        ("confidence", pa.float64()),
        ("low_confidence", pa.float64()),
        ("parts", pa.list_(_PART)),
        ("edits", pa.list_(_EDIT)),
    ],
    metadata={"schema": SCHEMA},
)


@dataclass(frozen=True, slots=True)
class Parquet:
    """One article a row in typed columns, for pandas, DuckDB and Spark; needs pyarrow."""

    name: ClassVar[str] = "parquet"
    keeps: ClassVar[frozenset[Kept]] = frozenset(
        {"reading", "print", "boxes", "roles", "paragraphs", "articles", "edits", "issue"}
    )
    file: ClassVar[str] = "articles.parquet"

    def files(self, document: Document, scans: Path | None = None, /) -> Iterator[File]:
        """Yield the one file."""
        del scans
        table = pa.Table.from_pylist([_flat(row) for row in rows(document)], schema=COLUMNS)
        sink = pa.BufferOutputStream()
        store.write_table(table, sink, compression="zstd")
        yield File(self.file, sink.getvalue().to_pybytes())


def _flat(row: dict[str, Any]) -> dict[str, Any]:
    issue, confidence = row["issue"], row["confidence"] or {}
    day = issue["date"]
    flat = {key: _legal(row[key]) for key in COLUMNS.names if key in row}
    return flat | {
        "issue": issue["id"],
        "title": _legal(issue["title"]),
        "edition": _legal(issue["edition"]),
        "date": day and pa.scalar(day).cast(pa.date32()).as_py(),
        "confidence": confidence.get("mean"),
        "low_confidence": confidence.get("low"),
        "parts": [part | {"box": part["box"] and list(part["box"])} for part in row["parts"]],
        "edits": [
            _legal(edit) | {"page": edit["place"]["page"], "id": edit["place"]["id"]}
            for edit in row["edits"]
        ],
    }


def _legal(value: Any) -> Any:
    """Return a value whose strings can be written as UTF-8."""
    if isinstance(value, str):
        return legal(value)
    if isinstance(value, list | tuple):
        return [_legal(item) for item in value]
    if isinstance(value, dict):
        return {key: _legal(item) for key, item in value.items()}
    return value
