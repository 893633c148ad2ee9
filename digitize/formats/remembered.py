"""Remember what was made of the last document, so that ten formats need not make it ten times."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from digitize.model.document import Document

Made = TypeVar("Made")


def remembered(make: Callable[[Document], Made]) -> Callable[[Document], Made]:
    """Return `make`, which gives the very thing again when it is asked for the same document.

    A document is frozen, so the same object says the same; only the last one is held.
    """
    last: list[tuple[Document, Made]] = []

    @wraps(make)
    def again(document: Document) -> Made:
        if not last or last[0][0] is not document:
            last[:] = [(document, make(document))]
        return last[0][1]

    return again
