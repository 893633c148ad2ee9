"""Finds the issues to be read: each folder's files are one issue, and so is each single file."""

from __future__ import annotations

import hashlib
import os
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from digitize.errors import DigitizeError, InputError, InputMissingError
from digitize.load.dated import dated
from digitize.load.kinds import (
    IMAGE_NAMES,
    PDF_NAMES,
    RECORD_NAMES,
    SUPPORTED,
    TEXT_NAMES,
    kind,
)
from digitize.load.listing import listed

ID_CHARS = 80  # an id becomes the name of a folder
ID_BYTES = 200  # … and names end at 255 bytes on most file systems; suffixes need room
TABLE = ".csv"


@dataclass(frozen=True, slots=True)
class Source:
    """One issue to be read: the files of a folder, or one file.

    `error` is set, and `files` empty, when the input could not be looked into; it stays in the
    list so that every input given is accounted for.
    """

    id: str
    root: Path
    files: tuple[Path, ...]
    error: DigitizeError | None = None


def find(
    inputs: Sequence[Path], *, each: bool = False, apart: Path | None = None
) -> tuple[Source, ...]:
    """Return the issues in `inputs`, in the order given; never raises for a bad input.

    An input that is missing or holds nothing becomes a Source with its `error`, so the caller
    loops once and handles the bad among the good. The same path given twice counts once. Ids
    are unique within one call, also where case does not count: issues of the same name get
    eight hex digits of the SHA-256 of their path as given. The folder `apart`, and what lies
    below it, is passed over: it is where the records go.
    """
    found = [
        source
        for path in dict.fromkeys(inputs)
        for source in _attempt(path, each=each)
        if apart is None or not _below(source, apart)
    ]
    names = Counter(source.id.casefold() for source in found)
    return tuple(
        source if names[source.id.casefold()] == 1 else _told_apart(source) for source in found
    )


def find_one(path: Path, *, each: bool = False) -> tuple[Source, ...]:
    """Return the issues in one file or folder.

    A folder's own files are one issue in natural order, or one for each day when all are named
    by a day; each folder below it that holds files is another. A table (.csv) names issues and
    files. With `each`, every file is an issue of its own. Hidden files are passed over;
    so are records and text beside images or PDFs, for they are transcripts or notes of these.
    A METS stands for its folder and all below.

    Raises InputMissingError when `path` is not there or may not be read, InputError when it
    is a folder without a file of a supported kind, or neither file nor folder.
    """
    where = printable(path)
    try:
        if path.is_dir():
            sources = tuple(_in_folder(path, each=each))
            if not sources:
                raise InputError(
                    "the folder holds no file of a supported kind",
                    where=where,
                    hint=f"supported are {SUPPORTED}",
                )
            return sources
        if path.is_file():
            return tuple(_in_table(path)) if _suffix(path.name) == TABLE else (_single(path),)
        if os.path.lexists(path) and path.exists():
            raise InputError("it is neither a file nor a folder", where=where)
    except (OSError, ValueError) as error:
        raise InputMissingError(
            f"it cannot be read ({error})", where=where, hint="check its permissions"
        ) from error
    raise InputMissingError("there is no such file or folder", where=where, hint="check the path")


def slug(name: str) -> str:
    """Return `name` as an id: letters, marks and digits of any script in NFC, else "-".

    At most 80 characters and 200 bytes; "untitled" when nothing is left.
    """
    kept = (
        char if unicodedata.category(char)[0] in "LMN" else "-"
        for char in unicodedata.normalize("NFC", name)
    )
    text = re.sub("-+", "-", "".join(kept)).strip("-")[:ID_CHARS]
    return text.encode()[:ID_BYTES].decode(errors="ignore").strip("-") or "untitled"


def natural(name: str) -> tuple[object, ...]:
    """Return the sort key by which page2 comes before page10, whatever the case and form."""
    folded = unicodedata.normalize("NFC", name).casefold()
    parts = re.split(r"(\d+)", folded)
    pieces = tuple((int(part), "") if part.isdecimal() else (-1, part) for part in parts)
    return (*pieces, (-1, name))


def printable(path: Path | str) -> str:
    r"""Return a path as text that any file can hold: bytes that are not UTF-8 as \xNN."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def _attempt(path: Path, *, each: bool) -> tuple[Source, ...]:
    try:
        return find_one(path, each=each)
    except DigitizeError as error:
        return (Source(slug(path.stem), path, (), error),)


def _in_folder(folder: Path, *, each: bool) -> Iterator[Source]:
    for place, below, names in os.walk(folder, onerror=_raise):
        below[:] = sorted((name for name in below if not name.startswith(".")), key=natural)
        root = Path(place)
        files = tuple(root / name for name in sorted(_candidates(names), key=natural))
        files = tuple(file for file in files if file.is_file())
        packages = [file for file in files if _is_package(file)]
        if packages:
            below.clear()  # its pages lie there, and are read by way of it
            yield from (Source(slug(root.resolve().name), root, (file,)) for file in packages)
        elif each:
            yield from map(_single, files)
        elif days := dated(files):
            yield from (Source(slug(name), root, own) for name, own in days.items())
        elif files:
            yield Source(slug(root.resolve().name), root, files)


def _in_table(path: Path) -> Iterator[Source]:
    for issue, files in listed(path, printable(path)).items():
        yield Source(slug(issue), path.parent, files)


def _below(source: Source, folder: Path) -> bool:
    if source.error is not None:
        return False
    return source.root.resolve().is_relative_to(folder.resolve())


def _raise(error: OSError) -> None:
    raise error


def _candidates(names: Sequence[str]) -> list[str]:
    open_names = [name for name in names if not name.startswith(".")]
    for kinds in (IMAGE_NAMES | PDF_NAMES, RECORD_NAMES, TEXT_NAMES):
        pages = [name for name in open_names if _suffix(name) in kinds]
        if pages:
            return pages
    return []


def _is_package(file: Path) -> bool:
    if _suffix(file.name) not in RECORD_NAMES:
        return False
    try:
        return kind(file, where=file.name) == "mets"
    except DigitizeError:
        return False  # told when its pages are counted


def _suffix(name: str) -> str:
    return os.path.splitext(name)[1].lower()  # noqa: PTH122 - a name, not a path


def _single(path: Path) -> Source:
    return Source(slug(path.stem), path.parent, (path,))


def _told_apart(source: Source) -> Source:
    path = source.files[0] if len(source.files) == 1 else source.root
    digest = hashlib.sha256(os.fsencode(path)).hexdigest()[:8]
    return replace(source, id=f"{source.id}-{digest}")
