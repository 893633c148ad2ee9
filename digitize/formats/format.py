"""The contract of a format: a document in, the bytes of one file out."""

from __future__ import annotations

from typing import ClassVar, Protocol

from digitize.model.document import Document


class Format(Protocol):
    """Writes a document as one file; the same document always gives the same bytes."""

    name: ClassVar[str]
    file: ClassVar[str]  # what the file is called in an issue's folder

    def render(self, document: Document, /) -> bytes:
        """Return the whole file."""
        ...
