"""Turns the pages of an issue one by one: each is counted first, and opened when asked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from importlib import import_module
from pathlib import Path, PurePosixPath

from digitize.errors import DigitizeError, InputError, InputMissingError
from digitize.load.kinds import Kind, kind
from digitize.load.leaf import Leaf
from digitize.load.naming import printable
from digitize.load.oldocr import mets
from digitize.load.oldocr.catalogue import catalogued
from digitize.load.source import Source
from digitize.stage import Sheet

_ROOMS: dict[Kind, str] = {"image": "images.scans", "pdf": "pdf.pdfs", "text": "text.texts"}
"""Which module reads a kind; `oldocr.records` reads all others."""


def leaves(source: Source) -> Iterator[Leaf]:
    """Yield the pages of `source`, numbered through; each file is opened only to count.

    Raises `source.error` when the source itself could not be looked into.
    """
    if source.error is not None:
        raise source.error
    number = 0
    for path in source.files:
        for page, name, index, error in _pages(path, _name(path, source.root)):
            number += 1
            yield Leaf(page, index, number, f"p{number:04d}", name, error)


def open_leaf(leaf: Leaf) -> Sheet:
    """Return the page as a sheet: pixels, or lines where the file holds text.

    Raises `leaf.error` when there is one, else InputError and its kind (damaged, empty,
    encrypted, over a limit), with where, cause and what to do.
    """
    if leaf.error is not None:
        raise leaf.error
    names = {"name": leaf.name, "page_id": leaf.page_id, "number": leaf.number}
    try:
        found = kind(leaf.path, where=leaf.name)
        if found == "mets":
            raise InputError("a METS is no page", where=leaf.name, hint="see what it names as one")
        sheet: Sheet = _readers(found)[1](leaf.path, leaf.index, **names)
    except OSError as error:
        raise _gone(leaf.name, error) from error
    scan = replace(sheet.page.scan, path_base64=leaf.name_base64)
    page = replace(sheet.page, scan=scan)
    if leaf.number == 1:
        page = replace(page, steps=catalogued(leaf.path, leaf.page_id, page.steps))
    return replace(sheet, page=page)


def _pages(path: Path, name: str) -> Iterator[tuple[Path, str, int, DigitizeError | None]]:
    """Yield the pages of a file; those of a METS lie in the files that it names."""
    try:
        packaged = kind(path, where=name) == "mets"
    except DigitizeError:
        packaged = False  # told with the page
    if not packaged:
        yield from ((path, name, index, error) for index, error in _frames(path, name))
        return
    met: Counter[Path] = Counter()
    folder = PurePosixPath(name).parent
    for leaflet in mets.leaflets(path, name):
        yield leaflet.path, str(folder / leaflet.name), met[leaflet.path], leaflet.error
        met[leaflet.path] += 1


def _frames(path: Path, name: str) -> Iterator[tuple[int, DigitizeError | None]]:
    try:
        for index in _readers(kind(path, where=name))[0](path, name):
            yield index, None
    except DigitizeError as error:
        yield 0, error
    except OSError as error:
        yield 0, _gone(name, error)


def _readers(found: Kind) -> tuple[Callable[[Path, str], Iterator[int]], Callable[..., Sheet]]:
    """Return what counts and what opens pages of a kind, loaded when the first such page comes.

    A process that reads scans alone starts in half the time, and holds no parser of PDF.
    """
    if found in _ROOMS:
        module = import_module(f"digitize.load.{_ROOMS[found]}")
        return module.frames, module.load
    records = import_module("digitize.load.oldocr.records")
    return records.frames(found), records.load(found)


def _gone(name: str, error: OSError) -> InputMissingError:
    cause = error.strerror or str(error)
    return InputMissingError(f"it cannot be read ({cause})", where=name, hint="check the disk")


def _name(path: Path, root: Path) -> str:
    inside = path.is_relative_to(root)
    return printable(path.relative_to(root).as_posix() if inside else path.name)
