"""One run at a time in one output folder; the kernel frees the lock when the run dies."""

from __future__ import annotations

import fcntl
import os
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from digitize.errors import BusyError
from digitize.output import unwritable

FILE = ".lock"


@contextmanager
def held(out: Path) -> Iterator[None]:
    """Hold the folder `out`, made if need be.

    Raises BusyError naming who holds it, OutputError when the folder cannot be written. On a
    network file system the lock is as good as that system's.
    """
    path = out / FILE
    try:
        out.mkdir(parents=True, exist_ok=True)
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as error:
        raise unwritable(path, error) from error
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        holder = os.pread(handle, 200, 0).decode("utf-8", "replace").strip()
        os.close(handle)
        raise BusyError(
            f"another run is writing there ({holder})",
            where=str(out),
            hint="wait for it, or give another folder with -o",
        ) from error
    try:
        now = time.strftime("%Y-%m-%d %H:%M:%S")
        _say(handle, f"pid {os.getpid()} on {socket.gethostname()} since {now}\n")
        yield
    finally:
        _say(handle, "")
        os.close(handle)


def _say(handle: int, text: str) -> None:
    """Tell people who holds the folder; a full disk is no reason to stop here."""
    try:
        os.ftruncate(handle, 0)
        os.pwrite(handle, text.encode(), 0)
    except OSError:
        return
