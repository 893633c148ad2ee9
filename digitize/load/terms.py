"""On which terms this process opens files: what one may ask for, and which passwords to try.

As with the limits that a system sets to a process, they hold for all of it and are set at its
start, before the first file is opened.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from digitize.errors import LimitError

MOST: Mapping[str, int] = {
    "bytes": 4 << 30,  # of a file: no page of a newspaper needs more
    "pixels": 250_000_000,  # of an image; a broadsheet at 600 dpi has 130 million
    "webp-pixels": 100_000_000,  # its decoder holds three copies, the others one
    "frames": 5_000,  # of a TIFF; a bound volume has fewer
    "pages": 20_000,  # of a PDF
    "text-bytes": 256 << 20,  # of flat text
    "record-bytes": 256 << 20,  # of ALTO, hOCR and their like; a book of hOCR has 50 MiB
    "elements": 2_000_000,  # of an XML file
    "depth": 256,  # of elements within one another
}
"""How much of each a file may have, unless --max says otherwise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What differs from the default."""

    most: dict[str, int] = field(default_factory=dict)
    passwords: tuple[str, ...] = ()


_held = Terms()


def hold(terms: Terms) -> None:
    """Open files on these terms from now on, in this process."""
    global _held  # noqa: PLW0603 - terms are the process's own, as its rlimits are
    _held = terms


def most(name: str) -> int:
    """Return the limit of that name."""
    return _held.most.get(name, MOST[name])


def passwords() -> tuple[str, ...]:
    """Return the passwords to try on what is encrypted."""
    return _held.passwords


def within(name: str, found: int, where: str, *, more: bool = False, told: str = "") -> None:
    """Raise LimitError when `found` is over the limit of that name.

    `more` says that nobody counted on: there may be more than `found`. `told` says it in words.
    """
    limit = most(name)
    if found <= limit:
        return
    seen = f"at least {found}" if more else str(found)
    raise LimitError(
        f"limit {name} = {limit}, found {seen}{told and f' ({told})'}",
        where=where,
        hint=f"raise it with --retry --max {name}={found}",
    )
