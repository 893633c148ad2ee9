"""A bag (BagIt 1.0, RFC 8493): the package that archives hand to each other, with its checksums."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from digitize import __version__
from digitize.formats.document import DocumentJson
from digitize.formats.format import File, Format, Kept
from digitize.formats.jsonl import Jsonl
from digitize.formats.plain import Plain
from digitize.formats.pointers import alto
from digitize.formats.scans import packed
from digitize.model.document import Document

ALGORITHMS = ("sha256", "sha512")


@dataclass(frozen=True, slots=True)
class Bag:
    """A BagIt bag: scans, document, articles, text and ALTO under data/, with checksums."""

    organization: str = ""  # who sends it

    name: ClassVar[str] = "bag"
    keeps: ClassVar[frozenset[Kept]] = DocumentJson.keeps

    def files(self, document: Document, scans: Path | None = None, /) -> Iterator[File]:
        """Yield the payload under bag/data/, then the manifests over it."""
        sums: dict[str, list[str]] = {name: [] for name in ALGORITHMS}
        count = size = 0
        for made in self._payload(document, scans):
            path = _name(f"data/{made.path}")
            for name, rows in sums.items():
                rows.append(f"{hashlib.new(name, made.data).hexdigest()}  {_quoted(path)}\n")
            count, size = count + 1, size + len(made.data)
            yield File(f"bag/{path}", made.data)
        tags = {
            "bagit.txt": "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n",
            "bag-info.txt": self._info(document, f"{size}.{count}"),
            **{f"manifest-{name}.txt": "".join(sorted(rows)) for name, rows in sums.items()},
        }
        for path, text in tags.items():
            yield File(f"bag/{path}", text.encode())
        for name in ALGORITHMS:
            over = "".join(
                f"{hashlib.new(name, text.encode()).hexdigest()}  {path}\n"
                for path, text in sorted(tags.items())
            )
            yield File(f"bag/tagmanifest-{name}.txt", over.encode())

    def _payload(self, document: Document, scans: Path | None) -> Iterator[File]:
        forms: tuple[Format, ...] = (DocumentJson(), Jsonl(), Plain())
        for form in forms:
            yield from form.files(document, scans)
        yield from alto(document)
        yield from packed(document, scans)

    def _info(self, document: Document, oxum: str) -> str:
        facts = document.issue
        named = " ".join(part for part in (facts.title, facts.date) if part)
        rows = (
            ("Source-Organization", self.organization),
            ("External-Identifier", document.id),
            ("External-Description", named),
            ("Bag-Software-Agent", f"digitize {__version__}"),
            ("Payload-Oxum", oxum),
        )
        return "".join(f"{key}: {' '.join(value.split())}\n" for key, value in rows if value)


def _name(path: str) -> str:
    """Return a path in the one Unicode form that every file system finds again."""
    return unicodedata.normalize("NFC", path)


def _quoted(path: str) -> str:
    """Return a path as a manifest writes it: RFC 8493, section 2.1.3."""
    return path.replace("%", "%25").replace("\n", "%0A").replace("\r", "%0D")
