"""Files of many issues in one folder, told apart by the dates in their names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

_DATE = re.compile(
    r"(?<!\d)(?P<year>1[5-9]\d\d|20\d\d)(?P<mark>[-_.]?)(?P<month>\d\d)(?P=mark)(?P<day>\d\d)"
    r"(?:[-_.]?ed(?:ition)?[-_.]?\d+)?(?!\d{3,})(?!\d(?!\d))",
    re.IGNORECASE,
)
"""A day as files are named by: 1905-12-17, 19051217, 1905_12_17; an edition may follow, as in
19051217ed-2, or two digits of the page, as in 1905121702."""


def dated(files: Sequence[Path]) -> dict[str, tuple[Path, ...]]:
    """Return the files by issue, the issue's name before them; {} when they are one issue.

    They are several issues when every name holds a day and the days, or what stands before
    them, differ. A single name without one, or all of one day, and the folder is one issue.
    """
    found: dict[str, tuple[Path, ...]] = {}
    for file in files:
        name = _issue(file.stem)
        if not name:
            return {}
        found[name] = (*found.get(name, ()), file)
    return found if len(found) > 1 else {}


def _issue(stem: str) -> str:
    """Return the part of a name that all pages of an issue share; "" when it holds no day."""
    for match in _DATE.finditer(stem):
        try:
            date(*(int(match[part]) for part in ("year", "month", "day")))
        except ValueError:
            continue
        return stem[: match.end()]
    return ""
