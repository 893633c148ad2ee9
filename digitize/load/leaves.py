"""Turns the pages of an issue one by one: each leaf is one page of one file, opened when asked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from digitize.errors import DigitizeError, InputError, InputMissingError
from digitize.load import mets, pdfs, records, scans, texts
from digitize.load.catalogue import catalogued
from digitize.load.kinds import Kind, kind
from digitize.load.naming import printable, unprintable
from digitize.load.source import Source
from digitize.stage import Sheet


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page within a file; small, and it can be pickled.

    A file that cannot be opened is one leaf with its `error`: it keeps its place and number.
    """

    path: Path
    index: int  # frame or page within the file, from 0
    number: int  # place in the issue, from 1
    page_id: str  # "p0001"
    name: str  # the file, relative to the source's root
    error: DigitizeError | None = None

    @property
    def name_base64(self) -> str:
        """Return the bytes of the name in base64 when they are not UTF-8, else ""."""
        parts = len(PurePosixPath(self.name).parts)
        return unprintable(Path(*self.path.parts[-parts:]))


_COUNT: dict[Kind, Callable[[Path, str], Iterator[int]]] = {
    "image": scans.frames,
    "pdf": pdfs.frames,
    "text": texts.frames,
    **{sort: records.frames(sort) for sort in records.READERS},
}
_OPEN: dict[Kind, Callable[..., Sheet]] = {
    "image": scans.load,
    "pdf": pdfs.load,
    "text": texts.load,
    **{sort: records.load(sort) for sort in records.READERS},
}


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
        if found not in _OPEN:
            raise InputError("a METS is no page", where=leaf.name, hint="see what it names as one")
        sheet = _OPEN[found](leaf.path, leaf.index, **names)
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
        for index in _COUNT[kind(path, where=name)](path, name):
            yield index, None
    except DigitizeError as error:
        yield 0, error
    except OSError as error:
        yield 0, _gone(name, error)


def _gone(name: str, error: OSError) -> InputMissingError:
    cause = error.strerror or str(error)
    return InputMissingError(f"it cannot be read ({cause})", where=name, hint="check the disk")


def _name(path: Path, root: Path) -> str:
    inside = path.is_relative_to(root)
    return printable(path.relative_to(root).as_posix() if inside else path.name)
