"""What the METS that a page lies under says of its issue: a step of the page, for the masthead.

The print is read all the same; the catalogue is one more witness of title, date and number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

from digitize import __version__
from digitize.errors import DigitizeError
from digitize.load import mets
from digitize.load.kinds import kind
from digitize.model.issue import Issue
from digitize.model.step import Scalar, Step, next_step_id

STEP = "catalogue"
"""Name of the step that holds what the catalogue says, field by field."""

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
        name=STEP,
        version=__version__,
        options=told,
        note=f"as {where.name} says",
    )
    return (*steps, step)


def _found(path: Path) -> Iterator[tuple[Path, Issue]]:
    """Yield each METS above a file that names it, and what it says."""
    for folder in list(path.parents)[:_ABOVE]:
        for near in sorted(folder.glob("*.xml")):
            if not _NAME.search(near.name):
                continue
            try:
                if kind(near, where=near.name) == "mets" and _names(near, path):
                    yield near, mets.read(near.read_bytes(), where=near.name).issue
            except (DigitizeError, OSError):
                continue  # a METS that cannot be read says nothing


def _names(near: Path, path: Path) -> bool:
    own = path.resolve()
    return any(leaflet.path.resolve() == own for leaflet in mets.leaflets(near, near.name))
