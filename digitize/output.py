"""The one function that writes under OUT: whole files or none."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from digitize.errors import OutputError


def write(path: Path, data: bytes) -> None:
    """Write `data` to `path` so that a reader, or a power cut, finds the old file or the new.

    A neighbour is written and synced, then takes the name, then the folder is synced.
    Raises OutputError naming the path and what the system said.
    """
    neighbour = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with neighbour.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        neighbour.replace(path)
        _sync(path.parent)
    except OSError as error:
        with suppress(OSError):
            neighbour.unlink()
        raise OutputError(
            error.strerror or str(error),
            where=str(path),
            hint="make room, or give another folder with -o",
        ) from error


def _sync(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
