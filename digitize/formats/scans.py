"""The scans of an issue as they lie in the archive: found by their path, known by their SHA-256."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from digitize.errors import InputError, InputMissingError
from digitize.formats.format import File
from digitize.model.document import Document
from digitize.model.page import Scan

FOLDER = "scans"
"""Where the scans lie in a package: scans/<Scan.path>."""


def located(scan: Scan, scans: Path | None) -> Path:
    """Return the file of a scan.

    Raises InputMissingError when `scans` is unknown or the file is not there, InputError when
    its path leads out of the folder.
    """
    if scans is None:
        raise InputMissingError(
            "the folder of the scans is not known",
            where=scan.path,
            hint="name their folder with --scans",
        )
    inside = scan.file
    if inside.is_absolute() or ".." in inside.parts:
        raise InputError("the path of the scan leads out of its folder", where=scan.path)
    path = scans / inside
    if not path.is_file():
        raise InputMissingError(
            f"the scan is not in {scans}", where=scan.path, hint="name its folder with --scans"
        )
    return path


def original(scan: Scan, scans: Path | None) -> bytes:
    """Return the bytes of a scan's file, the very ones that were read when the document was made.

    Raises as `located` does, and InputError when the file is another one now.
    """
    path = located(scan, scans)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputMissingError(
            f"it cannot be read ({error.strerror})", where=scan.path, hint="check its permissions"
        ) from error
    if scan.sha256 and hashlib.sha256(data).hexdigest() != scan.sha256:
        raise InputError(
            "this is not the file the document was made of: its SHA-256 differs",
            where=scan.path,
            hint="name the folder of the scans that were read",
        )
    return data


def packed(document: Document, scans: Path | None) -> Iterator[File]:
    """Yield each scan once, under scans/; nothing when their folder is not known."""
    if scans is None:
        return
    for path, scan in {page.scan.path: page.scan for page in document.pages}.items():
        yield File(f"{FOLDER}/{path}", original(scan, scans))
