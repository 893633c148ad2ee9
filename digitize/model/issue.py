"""What the masthead and the folios say of the issue. Unknown is None, never guessed."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Parallel:
    """The same fact in another language or script."""

    text: str
    lang: str  # BCP 47


@dataclass(frozen=True, slots=True, kw_only=True)
class Price:
    """What the issue cost."""

    amount: float | None
    currency: str | None  # ISO 4217, or None when the print does not say
    printed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Where a field was read, and by which rule."""

    field: str  # "title", "date", "price" …
    value: str
    printed: str
    lines: tuple[str, ...]  # line ids
    rule: str
    conf: float  # 0..1


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """One published issue of a newspaper."""

    title: str | None = None
    title_lang: str | None = None
    parallel_titles: tuple[Parallel, ...] = ()
    edition: str | None = None
    parallel_editions: tuple[Parallel, ...] = ()
    date: str | None = None  # ISO 8601
    printed_date: str | None = None
    weekday: str | None = None  # as it follows from `date`, in English
    weekday_agrees: bool | None = None  # None when no weekday is printed
    price: Price | None = None
    volume: str | None = None
    number: str | None = None
    place: str | None = None
    pages: str | None = None  # how many, as the masthead says
    publisher: str | None = None
    frequency: str | None = None
    urls: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    warnings: tuple[str, ...] = ()  # what disagrees, named, never mended
