"""Finds the issues to be read: each folder's files are one issue, and so is each single file."""

from __future__ import annotations

import hashlib
import os
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from digitize.errors import DigitizeError, InputError, InputMissingError
from digitize.load.dated import dated
from digitize.load.folders import Told, Walk
from digitize.load.kinds import RECORD_NAMES, SUPPORTED, kind
from digitize.load.listing import listed
from digitize.load.naming import printable, slug, suffix

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


def _unheard(path: Path, why: str) -> None:
    """Let what is passed over go unheard."""


def find(
    inputs: Sequence[Path],
    *,
    each: bool = False,
    apart: Path | None = None,
    follow: bool = False,
    told: Told = _unheard,
) -> tuple[Source, ...]:
    """Return the issues in `inputs`, in the order given; never raises for a bad input.

    An input that is missing or holds nothing becomes a Source with its `error`, so the caller
    loops once and handles the bad among the good. The same path given twice counts once. Ids
    are unique within one call, also where case does not count: issues of the same name get
    eight hex digits of the SHA-256 of their path as given. The folder `apart`, and what lies
    below it, is passed over: it is where the records go. `told` hears what else is passed over.
    """
    below = apart.resolve() if apart else None
    found = [
        source
        for path in dict.fromkeys(inputs)
        for source in _attempt(path, Walk(path, told, below, follow, each))
    ]
    names = Counter(source.id.casefold() for source in found)
    return tuple(
        source if names[source.id.casefold()] == 1 else _told_apart(source) for source in found
    )


def find_one(path: Path, walk: Walk) -> tuple[Source, ...]:
    """Return the issues in one file, or in the folder that `walk` goes through.

    A folder's own files are one issue in natural order, or one for each day when all are named
    by a day; each folder below it that holds files is another. A table (.csv) names issues and
    files. Where the walk takes `each`, every file is an issue of its own. Hidden files are passed
    over; so are records and text beside images or PDFs, for they are transcripts or notes of these.
    A METS stands for its folder and all below. A link that leads out of the folder, and what is
    no regular file, is a Source with its `error`.

    Raises InputMissingError when `path` is not there or may not be read, InputError when it
    is a folder without a file of a supported kind, or neither file nor folder.
    """
    where = printable(path)
    try:
        if path.is_dir():
            sources = tuple(_in_folder(walk))
            if not sources:
                raise InputError(
                    "the folder holds no file of a supported kind",
                    where=where,
                    hint=f"supported are {SUPPORTED}",
                )
            return sources
        if path.is_file():
            return tuple(_in_table(path)) if suffix(path.name) == TABLE else (_single(path),)
        if os.path.lexists(path) and path.exists():
            raise InputError("it is neither a file nor a folder", where=where)
    except (OSError, ValueError) as error:
        raise InputMissingError(
            f"it cannot be read ({error})", where=where, hint="check its permissions"
        ) from error
    raise InputMissingError("there is no such file or folder", where=where, hint="check the path")


def _attempt(path: Path, walk: Walk) -> tuple[Source, ...]:
    try:
        return find_one(path, walk)
    except DigitizeError as error:
        return (Source(slug(path.stem), path, (), error),)


def _in_folder(walk: Walk) -> Iterator[Source]:
    for folder, stay in walk:
        root, files = folder.path, folder.files
        if walk.each:
            yield from map(_single, files)
        elif packages := [file for file in files if _is_package(file)]:
            stay()  # its pages lie there, and are read by way of it
            yield from (Source(slug(root.resolve().name), root, (file,)) for file in packages)
        elif days := dated(files):
            yield from (Source(slug(name), root, own) for name, own in days.items())
        elif files:
            yield Source(slug(root.resolve().name), root, files)
        for path, error in folder.refused:
            yield Source(slug(path.stem), path, (), error)


def _in_table(path: Path) -> Iterator[Source]:
    for issue, files in listed(path, printable(path)).items():
        yield Source(slug(issue), path.parent, files)


def _is_package(file: Path) -> bool:
    if suffix(file.name) not in RECORD_NAMES:
        return False
    try:
        return kind(file, where=file.name) == "mets"
    except DigitizeError:
        return False  # told when its pages are counted


def _single(path: Path) -> Source:
    return Source(slug(path.stem), path.parent, (path,))


def _told_apart(source: Source) -> Source:
    path = source.files[0] if len(source.files) == 1 else source.root
    digest = hashlib.sha256(os.fsencode(path)).hexdigest()[:8]
    return replace(source, id=f"{source.id}-{digest}")
