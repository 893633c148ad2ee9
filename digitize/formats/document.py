"""document.json: the one lossless, versioned format; every other can be made again from it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, ClassVar, get_args

import msgspec

from digitize.errors import InputError, InputMissingError
from digitize.formats.format import File, Kept
from digitize.model.document import VERSION, Article, Document
from digitize.model.edit import Edit, Reflow, Relabel, Reword
from digitize.model.issue import Issue
from digitize.model.page import Page
from digitize.model.step import Step

SCHEMA = "digitize.document"
_EDITS: dict[str, type[Edit]] = {"reword": Reword, "relabel": Relabel, "reflow": Reflow}
_EDIT_NAMES = {kind: name for name, kind in _EDITS.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wire:
    """A document as it lies in the file; each edit carries its kind under "edit"."""

    schema: str
    version: int
    id: str
    issue: Issue
    pages: tuple[Page, ...]
    articles: tuple[Article, ...]
    steps: tuple[Step, ...]
    edits: tuple[dict[str, Any], ...]
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DocumentJson:
    """Everything: print, reading, boxes, roles, articles, edits, steps."""

    name: ClassVar[str] = "document"
    keeps: ClassVar[frozenset[Kept]] = frozenset(get_args(Kept))
    file: ClassVar[str] = "document.json"

    def files(self, document: Document, scans: Path | None = None, /) -> Iterator[File]:
        """Yield the one file."""
        del scans
        yield File(self.file, self.render(document))

    def render(self, document: Document, /) -> bytes:
        """Return the document as UTF-8 JSON, one object, with a final line feed."""
        wire = _Wire(
            schema=SCHEMA,
            version=VERSION,
            edits=tuple(
                {"edit": _EDIT_NAMES[type(edit)]} | msgspec.to_builtins(edit)
                for edit in document.edits
            ),
            **{name: getattr(document, name) for name in _PLAIN},
        )
        return msgspec.json.encode(wire) + b"\n"


_PLAIN = tuple(
    field.name for field in fields(_Wire) if field.name not in {"schema", "version", "edits"}
)


def read(path: Path) -> Document:
    """Return the document in `path`, a document.json or the issue folder that holds one.

    Raises InputMissingError when there is none, InputError when it is damaged or too new.
    """
    file = path / DocumentJson.file if path.is_dir() else path
    try:
        raw = file.read_bytes()
    except OSError as error:
        raise InputMissingError(
            str(error.strerror), where=str(file), hint="give a document.json or an issue folder"
        ) from error
    return parse(raw, where=str(file))


def parse(raw: bytes, *, where: str = "") -> Document:
    """Return the document that `raw` holds; raises InputError when it holds none."""
    try:
        wire = msgspec.json.decode(raw, type=_Wire)
        edits = tuple(_edit(item) for item in wire.edits)
    except (msgspec.DecodeError, KeyError, UnicodeDecodeError) as error:
        raise InputError(
            f"this is not a document.json: {error}", where=where, hint="make it with digitize run"
        ) from error
    if wire.schema != SCHEMA or wire.version > VERSION:
        raise InputError(
            f"{wire.schema} version {wire.version} is newer than this digitize reads ({VERSION})",
            where=where,
            hint="install a newer digitize",
        )
    return Document(edits=edits, **{name: getattr(wire, name) for name in _PLAIN})


def _edit(item: dict[str, Any]) -> Edit:
    kind = _EDITS[item["edit"]]
    rest = {key: value for key, value in item.items() if key != "edit"}
    return msgspec.convert(rest, kind)
