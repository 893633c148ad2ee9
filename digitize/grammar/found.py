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


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedDate:
    """One date in a string, with every reading it allows; `text[start:end]` is `printed`."""

    printed: str
    start: int
    end: int
    candidates: tuple[str, ...]  # ISO 8601 days, best first; more than one: the print is ambiguous
    weekday: str | None  # the weekday printed with it, in English
    calendar: str  # "gregorian", "minguo", "lunar", "regnal", "japanese", "republican"
    conf: float  # 0..1
