"""One page of one file, as it is named before it is opened."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from digitize.errors import DigitizeError
from digitize.load.naming import unprintable


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page within a file; small, and it can be pickled.

    A file that cannot be opened is one leaf with its `error`: it keeps its place and number.
    """

    path: Path
    index: int  # frame or page within the file, from 0
    number: int  # place in the issue, from 1
    page_id: str  # "p0001"
    name: str  # the file, relative to the source's root
    error: DigitizeError | None = None

    @property
    def name_base64(self) -> str:
        """Return the bytes of the name in base64 when they are not UTF-8, else ""."""
        parts = len(PurePosixPath(self.name).parts)
        return unprintable(Path(*self.path.parts[-parts:]))
