"""opensearch.ndjson: articles for the _bulk interface of OpenSearch and Elasticsearch."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

import msgspec

from digitize.formats.format import File, Kept
from digitize.formats.pointers import alto
from digitize.formats.solr import documents
from digitize.model.document import Document


@dataclass(frozen=True, slots=True)
class OpenSearch:
    """Action and document lines for _bulk, with the place of each region and pointers into ALTO."""

    index: str = "articles"
    root: str = ""  # what stands before alto/p0001.xml where the ALTO files lie

    name: ClassVar[str] = "opensearch"
    keeps: ClassVar[frozenset[Kept]] = frozenset({"reading", "boxes", "articles", "issue"})
    file: ClassVar[str] = "opensearch.ndjson"

    def files(self, document: Document, scans: Path | None = None, /) -> Iterator[File]:
        """Yield the ALTO files, then the bulk file that points into them."""
        del scans
        yield from alto(document)
        both: list[bytes] = []
        for fields, row in documents(document, self.root):
            if "date" in fields:
                fields["date"] = fields["date"][:10]
            fields["regions"] = row["parts"]
            action = {"index": {"_index": self.index, "_id": fields["id"]}}
            both += [msgspec.json.encode(action), msgspec.json.encode(fields)]
        yield File(self.file, b"".join(line + b"\n" for line in both))
