"""Which issues in a watched folder are whole: none is read while it is still being copied."""

from __future__ import annotations

import os
import stat
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from digitize.errors import RecipeError
from digitize.load.source import Source

Look = dict[Path, tuple[int, int]]
"""Size and time of change of every file of an issue."""


def apart(folder: Path, out: Path) -> None:
    """Raise RecipeError when the watched folder and the output lie within one another.

    What is written there would be read again, without end.
    """
    inside, outside = folder.resolve(), out.resolve()
    if inside.is_relative_to(outside) or outside.is_relative_to(inside):
        raise RecipeError(
            f"{folder} and {out} lie within one another", hint="give a folder of its own with -o"
        )


@dataclass(slots=True)
class Still:
    """Remembers how issues looked, and lets those pass that have not changed since."""

    _seen: dict[str, Look] = field(default_factory=dict)
    _passed: dict[str, Look] = field(default_factory=dict)

    def __call__(self, sources: Sequence[Source]) -> tuple[Source, ...]:
        """Return the issues that look as they did the last time, and were not returned so yet.

        Links and what is no plain file are left out: who may drop files here may not point
        digitize at others.
        """
        plain = [replace(source, files=_plain(source.files)) for source in sources]
        looks = {source.id: _look(source) for source in plain if source.files}
        ready = tuple(
            source
            for source in plain
            if source.id in looks
            and looks[source.id] == self._seen.get(source.id)
            and looks[source.id] != self._passed.get(source.id)
        )
        self._passed |= {source.id: looks[source.id] for source in ready}
        self._seen = looks
        return ready


def _plain(files: tuple[Path, ...]) -> tuple[Path, ...]:
    return tuple(file for file in files if _is_plain(file))


def _is_plain(file: Path) -> bool:
    try:
        return stat.S_ISREG(os.lstat(file).st_mode)
    except OSError:
        return False


def _look(source: Source) -> Look:
    found: Look = {}
    for file in source.files:
        try:
            facts = file.stat()
        except OSError:
            continue
        found[file] = (facts.st_size, facts.st_mtime_ns)
    return found
