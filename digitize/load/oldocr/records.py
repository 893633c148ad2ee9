"""Files of pages that somebody else has read, in five formats; for the bench, or as they are."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

from digitize.load import terms
from digitize.load.kinds import Kind
from digitize.load.oldocr import abbyy, alto, hocr, page, tsv
from digitize.load.oldocr.record import Record, sheet
from digitize.stage import Sheet

READERS: dict[Kind, ModuleType] = {
    "alto": alto,
    "page": page,
    "hocr": hocr,
    "tsv": tsv,
    "abbyy": abbyy,
}


def frames(kind: Kind) -> Callable[[Path, str], Iterator[int]]:
    """Return a function that yields the index of each page of a file of this kind."""

    def count(path: Path, where: str) -> Iterator[int]:
        yield from range(READERS[kind].pages(_bytes(path, where), where=where))

    return count


def load(kind: Kind) -> Callable[..., Sheet]:
    """Return a function that gives a page of a file of this kind as a sheet without pixels."""
    opened = record(kind)

    def bare(path: Path, index: int, *, name: str, page_id: str, number: int) -> Sheet:
        return sheet(opened(path, index, name=name, page_id=page_id, number=number))

    return bare


def record(kind: Kind) -> Callable[..., Record]:
    """Return a function that gives a page of a file with all that the file says of it.

    It raises LimitError when it is too large, InputError when it is damaged or has no such page.
    """

    def opened(path: Path, index: int, *, name: str, page_id: str, number: int) -> Record:
        raw = _bytes(path, name)
        found: Record = READERS[kind].read(raw, index, where=name, page_id=page_id, number=number)
        return found

    return opened


def _bytes(path: Path, where: str) -> bytes:
    terms.within("record-bytes", path.stat().st_size, where)
    return path.read_bytes()
