from __future__ import annotations

import errno
import os
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from digitize.errors import OutputError
from digitize.output import write

CALLS = ("fsync", "open", "replace", "mkdir")
"""What the system is asked for while a file is written."""


class Full:
    """A disk that says no once: to the call of this number."""

    def __init__(self, number: int) -> None:
        self.left = number

    def around(self, call: Callable[..., Any]) -> Callable[..., Any]:
        """Return `call` as it is on this disk."""

        def ask(*arguments: Any, **more: Any) -> Any:
            self.left -= 1
            if self.left == -1:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            return call(*arguments, **more)

        return ask


def test_whatever_call_fails_the_old_file_stands_or_the_new(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A full disk at the first, second, third … call: one error with path and cause, no litter."""
    said: list[tuple[str, bool]] = []
    for number in count():
        path = tmp_path / f"{number}/folder/file"
        (tmp_path / f"{number}").mkdir()
        if number % 2:  # half the time there is an older file
            write(path, b"old")
        disk = Full(number // 2)
        with monkeypatch.context() as patched:
            for name in CALLS:
                patched.setattr(os, name, disk.around(getattr(os, name)))
            try:
                write(path, b"new")
            except OutputError as error:
                said.append((error.message, error.where.startswith(f"{tmp_path}/{number}/")))
            else:
                break
        left = [file.read_bytes() for file in (tmp_path / f"{number}").rglob("*") if file.is_file()]
        assert left in ([], [b"old"], [b"new"])
    assert {("No space left on device", True)} == set(said)
    assert len(said) > 2 * len(CALLS)
    assert b"new" == path.read_bytes()
