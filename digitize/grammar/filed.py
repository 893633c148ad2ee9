"""Days in the names of files and folders: 1905-12-17, 19051217, 1905_12_17."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

DAY = re.compile(r"(?<!\d)((?:1[5-9]|20)\d\d)([-_.]?)(\d\d)\2(\d\d)(?!\d{3,})")
"""What may be a day in a name; two more figures may be those of the page."""


def days(name: str) -> Iterator[str]:
    """Yield the days that a name holds, in ISO 8601; figures that are no day are passed over."""
    for found in DAY.finditer(name):
        try:
            yield date(int(found[1]), int(found[3]), int(found[4])).isoformat()
        except ValueError:
            continue
