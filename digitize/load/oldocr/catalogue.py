"""What the METS that a page lies under says of its issue: a step of the page, for the masthead.

The print is read all the same; the catalogue is one more witness of title, date and number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields
from functools import lru_cache
from pathlib import Path

from digitize import __version__
from digitize.errors import DigitizeError
from digitize.load.kinds import kind
from digitize.load.oldocr import mets
from digitize.model.issue import Issue
from digitize.model.step import CATALOGUE, Scalar, Step, next_step_id

_ABOVE = 3  # folders: pages lie beside their METS, or one or two folders below
_NAME = re.compile(r"mets|^\d{8,12}\.xml$", re.IGNORECASE)  # NDNP names a METS by its day


def catalogued(path: Path, page_id: str, steps: tuple[Step, ...]) -> tuple[Step, ...]:
    """Return a page's steps, with what the METS that names its file says of the issue."""
    found = next(_found(path), None)
    if found is None:
        return steps
    where, issue = found
    told: dict[str, Scalar | list[Scalar]] = {
        field.name: value
        for field in fields(Issue)
        if isinstance(value := getattr(issue, field.name), str)
    }
    if not told:
        return steps
    step = Step(
        id=next_step_id(page_id, steps),
        name=CATALOGUE,
        version=__version__,
        options=told,
        note=f"as {where.name} says",
    )
    return (*steps, step)


def _found(path: Path) -> Iterator[tuple[Path, Issue]]:
    """Yield each METS above a file that names it, and what it says."""
    own = path.resolve()
    for folder in list(path.parents)[:_ABOVE]:
        for near in _packages(folder, folder.stat().st_mtime_ns):
            try:
                named, issue = _read(near, near.stat().st_mtime_ns)
            except (DigitizeError, OSError):
                continue  # a METS that cannot be read says nothing
            if own in named:
                yield near, issue


@lru_cache(maxsize=8)
def _packages(folder: Path, changed: int) -> tuple[Path, ...]:  # noqa: ARG001 - the key of the memory
    """Return the METS files of a folder, looked for once until the folder changes."""
    found = sorted(near for near in folder.glob("*.xml") if _NAME.search(near.name))
    return tuple(filter(_is_mets, found))


def _is_mets(near: Path) -> bool:
    try:
        return kind(near, where=near.name) == "mets"
    except (DigitizeError, OSError):
        return False


@lru_cache(maxsize=8)
def _read(near: Path, changed: int) -> tuple[frozenset[Path], Issue]:  # noqa: ARG001 - see above
    """Return the files that a METS names, and what it says of the issue."""
    named = frozenset(leaflet.path.resolve() for leaflet in mets.leaflets(near, near.name))
    return named, mets.read(near.read_bytes(), where=near.name).issue
