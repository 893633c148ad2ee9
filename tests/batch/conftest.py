"""Runs of the machinery alone: tiny pages, a stage that reads nothing and obeys the file's name."""

from __future__ import annotations

import hashlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

Make = Callable[..., Path]
Tree = dict[str, str]
MOCK = ("--set", "pages=mock", "-q")


@pytest.fixture
def pages(tmp_path: Path) -> Make:
    """Return a function that draws an issue of tiny pages with the given names."""

    def make(*names: str, folder: str = "in/issue") -> Path:
        place = tmp_path / folder
        place.mkdir(parents=True, exist_ok=True)
        for index, name in enumerate(names):
            shades = np.random.default_rng(index).integers(200, 255, (60, 40))
            Image.fromarray(shades.astype(np.uint8)).save(place / name)
        return place

    return make


def tree(out: Path) -> Tree:
    """Return every file of an output folder with its hash, but for lock and journal."""
    return {
        str(path.relative_to(out)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(out.rglob("*"))
        if path.is_file() and path.name != ".lock" and not path.name.startswith("journal")
    }


def run(*arguments: object) -> subprocess.CompletedProcess[bytes]:
    """Run `digitize run` with the mock stage."""
    return subprocess.run(
        [sys.executable, "-m", "digitize", "run", *map(str, arguments), *MOCK],
        capture_output=True,
        check=False,
    )


def started(*arguments: object) -> subprocess.Popen[bytes]:
    """Start the same, in a session of its own, and return at once.

    It hears Ctrl-C even where the tests run in the background, which ignores it.
    """
    heard = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        return _started(arguments)
    finally:
        signal.signal(signal.SIGINT, heard)


def _started(arguments: tuple[object, ...]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "digitize", "run", *map(str, arguments), *MOCK],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


def children(pid: int) -> list[int]:
    """Return the processes that `pid` started."""
    return list(map(int, Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii").split()))


def alive(pid: int) -> bool:
    """Return whether a process runs; one that only waits to be buried does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def until(true: Callable[[], object], seconds: float = 120) -> None:
    """Wait until something holds; fail when it does not come true."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it did not happen"
        time.sleep(0.01)


def kill(process: subprocess.Popen[bytes]) -> None:
    """Kill a run with all its workers, as a power cut would."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.communicate()
