"""What was done to a page, by what, with which settings."""

from __future__ import annotations

from dataclasses import dataclass, field

Scalar = str | int | float | bool | None

CATALOGUE = "catalogue"
"""Name of the step of a first page that holds what a catalogue says of the issue, by field."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One stage that ran: enough to say later why the page looks as it does."""

    id: str  # "p0001.s02", or "s01" for a step over the whole document
    name: str  # the stage
    version: str  # of digitize
    options: dict[str, Scalar | list[Scalar]] = field(default_factory=dict)
    tool: str = ""  # "rapidocr 3.10.0"; "" when digitize did it alone
    note: str = ""  # what it found or measured: "turned by 0.7°"


def next_step_id(owner: str, steps: tuple[Step, ...]) -> str:
    """Return the id the next step of `owner` (a page id, or "" for the document) will get."""
    number = f"step{len(steps) + 1:02d}"
    return f"{owner}.{number}" if owner else number
