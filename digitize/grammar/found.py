"""A thing found in a string: what it means, how it was printed, and where."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One find; `text[start:end]` is `printed`."""

    value: str
    printed: str
    start: int
    end: int
