"""The contract of a format: a document in, files out, each as soon as it is made."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar, Literal, NamedTuple, Protocol

from digitize.model.document import Document

Kept = Literal[
    "print",  # words as the engine saw them
    "reading",  # words as they are to be read
    "boxes",
    "confidence",  # of words
    "languages",
    "roles",
    "order",  # in which regions are read
    "paragraphs",
    "articles",
    "furniture",
    "edits",  # each with its rule, reason and place
    "steps",  # what was done, by what, with which settings
    "issue",  # title, date, price …
]
"""What can survive in a format."""


OF_PAGES: frozenset[Kept] = frozenset(
    {"print", "reading", "boxes", "confidence", "languages", "roles", "order", "paragraphs"}
)
"""What every format of pages keeps."""


class File(NamedTuple):
    """One file of an issue."""

    path: str  # relative to the folder, "/" between its parts, never above it
    data: bytes


class Format(Protocol):
    """Writes a document as files; the same document always gives the same bytes.

    A format is a frozen dataclass whose fields are its options. A format of pages yields one
    page after the other, so that no more than a page is held; one that is a package of others
    (METS, a bag) yields their files too, byte for byte as they write them.
    """

    name: ClassVar[str]
    keeps: ClassVar[frozenset[Kept]]  # what a reader of these files can get back

    def files(self, document: Document, scans: Path | None = None, /) -> Iterator[File]:
        """Yield every file; `scans` is the folder that `Scan.path` is relative to, if known.

        Raises InputMissingError when the format cannot do without the scans and has none.
        """
        ...
