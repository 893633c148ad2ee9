"""The last steps of an issue: what is left over goes, the manifest is written, the records drop."""

from __future__ import annotations

import shutil
from contextlib import suppress
from pathlib import Path

import msgspec

from digitize.batch import manifest, records
from digitize.batch.manifest import Manifest


def close(folder: Path, made: Manifest) -> None:
    """Write the manifest of an issue whose files all stand; where it stands the issue is whole.

    Raises OutputError when the disk says no.
    """
    _sweep(folder, {file.name for file in made.files})
    tidy(folder)
    manifest.save(folder, made)
    drop(folder, made)


def closed(folder: Path, draft: Manifest) -> bool:
    """Return whether an issue was closed as `draft` wants it, by a worker that could not say so."""
    made = manifest.load(folder)
    if made is None or msgspec.structs.replace(made, files=(), sha256="") != draft:
        return False
    whole = manifest.present(folder, made)
    if whole:
        drop(folder, made)
    return whole


def drop(folder: Path, made: Manifest) -> None:
    """Remove the page records of an issue that is whole; those of another wait for --retry."""
    if not made.failures and (folder / records.FOLDER).exists():
        shutil.rmtree(folder / records.FOLDER, ignore_errors=True)


def tidy(out: Path) -> None:
    """Remove what a run, or a worker, that was killed left half-written."""
    for path in out.glob("**/.*.tmp"):
        with suppress(OSError):
            path.unlink()


def _sweep(folder: Path, kept: set[str]) -> None:
    """Remove what an earlier run wrote and this one does not: the manifest lists no such file."""
    before = manifest.load(folder)
    for name in {file.name for file in before.files} - kept if before else ():
        with suppress(OSError):
            (folder / name).unlink()
