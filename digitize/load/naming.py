"""File names: as ids, as text that any file can hold, and in natural order."""

from __future__ import annotations

import os
import re
import unicodedata
from base64 import b64encode
from pathlib import Path

ID_CHARS = 80  # an id becomes the name of a folder
ID_BYTES = 200  # … and names end at 255 bytes on most file systems; suffixes need room


def slug(name: str) -> str:
    """Return `name` as an id: letters, marks and digits of any script in NFC, else "-".

    At most 80 characters and 200 bytes; "untitled" when nothing is left.
    """
    kept = (
        char if unicodedata.category(char)[0] in "LMN" else "-"
        for char in unicodedata.normalize("NFC", name)
    )
    text = re.sub("-+", "-", "".join(kept)).strip("-")[:ID_CHARS]
    return text.encode()[:ID_BYTES].decode(errors="ignore").strip("-") or "untitled"


def natural(name: str) -> tuple[object, ...]:
    """Return the sort key by which page2 comes before page10, whatever the case and form."""
    folded = unicodedata.normalize("NFC", name).casefold()
    parts = re.split(r"(\d+)", folded)
    pieces = tuple((int(part), "") if part.isdecimal() else (-1, part) for part in parts)
    return (*pieces, (-1, name))


def printable(path: Path | str) -> str:
    r"""Return a path as text that any file can hold: bytes that are not UTF-8 as \xNN."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def unprintable(path: Path | str) -> str:
    """Return the bytes of a path in base64 when they are not UTF-8, else ""."""
    raw = os.fsencode(path)
    try:
        raw.decode()
    except UnicodeDecodeError:
        return b64encode(raw).decode()
    return ""


def suffix(name: str) -> str:
    """Return the suffix of a name in lower case, with its dot; "" when there is none."""
    return os.path.splitext(name)[1].lower()  # noqa: PTH122 - a name, not a path
