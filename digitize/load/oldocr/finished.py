"""Records that somebody else has finished, as a document: nothing is read anew."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from digitize.errors import InputError
from digitize.load.kinds import kind
from digitize.load.leaves import leaves
from digitize.load.naming import slug
from digitize.load.oldocr import mets
from digitize.load.oldocr.bound import bound
from digitize.load.oldocr.package import packaged
from digitize.load.oldocr.record import Record
from digitize.load.oldocr.records import READERS, record
from digitize.load.source import Source
from digitize.model.document import Document
from digitize.model.page import Page, Scan


def document(source: Source) -> Document:
    """Return the document that the records of a source are, as they say it.

    Raises what is wrong with the source or a page of it, InputError when one is no record.
    """
    found = tuple(_records(source))
    package = _package(source.files, source.root)
    if package is None:
        return bound(source.id, found)
    return packaged(slug(package.id) if package.id else source.id, found, package)


def _records(source: Source) -> Sequence[Record]:
    """Return the pages; one that is not there keeps its place and says why, if any is there."""
    held: list[Record] = []
    found = tuple(leaves(source))
    for leaf in found:
        if leaf.error is not None and all(other.error for other in found):
            raise leaf.error
        if leaf.error is not None:
            scan = Scan(path=leaf.name, index=leaf.index)
            blank = Page(id=leaf.page_id, number=leaf.number, scan=scan, error=str(leaf.error))
            held.append(Record(blank))
            continue
        sort = kind(leaf.path, where=leaf.name)
        if sort not in READERS:
            raise InputError(
                "this is no record that can be taken as it is",
                where=leaf.name,
                hint="give a document.json, ALTO, PAGE, hOCR or METS; read others by digitize run",
            )
        names = {"name": leaf.name, "page_id": leaf.page_id, "number": leaf.number}
        held.append(record(sort)(leaf.path, leaf.index, **names))
    return held


def _package(files: Sequence[Path], root: Path) -> mets.Mets | None:
    for file in files:
        where = str(file.relative_to(root))
        if kind(file, where=where) == "mets":
            return mets.read(file.read_bytes(), where=where)
    return None
