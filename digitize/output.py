"""The only way to write under OUT: whole files or none."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from digitize.errors import InputError, OutputError, RecipeError
from digitize.formats.format import Format
from digitize.model.document import Document


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """A file of an issue as it was written."""

    name: str  # relative to the folder
    size: int
    sha256: str


def publish(
    document: Document, forms: Sequence[Format], folder: Path, scans: Path | None
) -> tuple[Written, ...]:
    """Write the document in every format into `folder`; return the files, sorted by name.

    Raises RecipeError when two formats make different files of one name, OutputError when the
    disk says no; InputError when a format cannot be made of this document, once all others stand.
    """
    made: dict[str, tuple[str, Written]] = {}
    refused: InputError | None = None
    for form in forms:
        try:
            for name, data in form.files(document, scans):
                new = written(name, data)
                other, known = made.setdefault(name, (form.name, new))
                if known != new:
                    raise RecipeError(
                        f"{other} and {form.name} both write {name}, and not the same",
                        hint="give both formats the same options",
                    )
                if known is new:
                    _put(folder / name, data)
        except InputError as error:
            refused = refused or error
    _keep({(folder / name).parent for name in made})
    if refused is not None:
        raise refused
    return tuple(made[name][1] for name in sorted(made))


def written(name: str, data: bytes) -> Written:
    """Return what a manifest says of a file of these bytes."""
    return Written(name=name, size=len(data), sha256=hashlib.sha256(data).hexdigest())


def write(path: Path, data: bytes) -> None:
    """Write `data` to `path` so that a reader, or a power cut, finds the old file or the new.

    A neighbour is written and synced, then takes the name, then the folder is synced.
    Raises OutputError naming the path and what the system said.
    """
    _put(path, data)
    _keep({path.parent})


def _put(path: Path, data: bytes) -> None:
    """Write a whole file; its name lasts only once its folder is synced."""
    neighbour = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        _make(path.parent)
        with neighbour.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        neighbour.replace(path)
    except OSError as error:
        with suppress(OSError):
            neighbour.unlink()
        raise unwritable(path, error) from error


def _keep(folders: Iterable[Path]) -> None:
    """Make the names in these folders last."""
    for folder in sorted(folders):
        try:
            _sync(folder)
        except OSError as error:
            raise unwritable(folder, error) from error


def unwritable(path: Path, error: OSError) -> OutputError:
    """Return what the system said of `path` as the error that ends a run."""
    return OutputError(
        error.strerror or str(error),
        where=str(path),
        hint="make room, or give another folder with -o",
    )


def _make(folder: Path) -> None:
    """Make a folder and those above it, each synced into its parent."""
    if folder.is_dir():
        return
    _make(folder.parent)
    with suppress(FileExistsError):
        folder.mkdir()
    _sync(folder.parent)


def _sync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
