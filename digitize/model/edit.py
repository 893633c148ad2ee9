"""All that cleanup may propose. Every edit says which rule, why, and what stood there before."""

from __future__ import annotations

from dataclasses import dataclass

from digitize.model.page import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Reword:
    """Read a word otherwise than it was seen; `after` = "" means: not read on its own."""

    word: str  # id
    before: str
    after: str
    rule: str
    reason: str
    conf: float | None = None  # 0..1, how sure the rule is


@dataclass(frozen=True, slots=True, kw_only=True)
class Relabel:
    """Give a region another role."""

    region: str  # id
    before: Role
    after: Role
    rule: str
    reason: str
    conf: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reflow:
    """Say whether a line opens a paragraph; `opens` = False joins it to the text before it."""

    line: str  # id
    opens: bool
    before: str  # the last words before the break, as read
    after: str  # the first words after it
    rule: str
    reason: str
    conf: float | None = None


Edit = Reword | Relabel | Reflow
