"""The SHA-256 of a file as it lies in the archive, taken once per file."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path


def digest(path: Path) -> str:
    """Return the SHA-256 of `path` as hex; remembered until the file changes."""
    facts = path.stat()
    return _digest(path, facts.st_size, facts.st_mtime_ns)


@lru_cache(maxsize=64)
def _digest(path: Path, size: int, changed: int) -> str:  # noqa: ARG001 - the key of the memory
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
