"""A table of files, a line each, that says which issue each page belongs to."""

from __future__ import annotations

import csv
import os
from pathlib import Path

from digitize.errors import InputError, InputMissingError

COLUMNS = ("issue", "file")
SIZE = 256 << 20
"""Bytes of a list; one of ten million pages is smaller."""


def listed(path: Path, where: str) -> dict[str, tuple[Path, ...]]:
    """Return the files by issue, both in the order of the table.

    The first line names the columns: `issue` and `file`, in any order, among any others. A file
    is named relative to the table's folder and must lie below it.

    Raises InputError when the table is no such table, or names a file outside its folder.
    """
    if path.stat().st_size > SIZE:
        raise InputError("it is too large for a list of files", where=where)
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = csv.DictReader(file, strict=True)
            if not set(COLUMNS) <= set(rows.fieldnames or ()):
                raise InputError(
                    "its first line does not name the columns issue and file",
                    where=where,
                    hint="write issue,file there, and a page a line below",
                )
            return _gathered(rows, path.parent, where)
    except (csv.Error, UnicodeDecodeError) as error:
        raise InputError(f"it is no table in UTF-8 ({error})", where=where) from error


def _gathered(rows: csv.DictReader[str], folder: Path, where: str) -> dict[str, tuple[Path, ...]]:
    found: dict[str, list[Path]] = {}
    for row in rows:
        issue, name = (row[column] or "" for column in COLUMNS)
        if not issue.strip() or not name.strip():
            raise InputError(f"line {rows.line_num} lacks issue or file", where=where)
        file = folder / name
        root = os.path.realpath(folder)
        if not Path(os.path.realpath(file)).is_relative_to(root):
            raise InputMissingError(
                f"line {rows.line_num} names a file outside the table's folder",
                where=where,
                hint="put the table above all its files",
            )
        found.setdefault(issue.strip(), []).append(file)
    return {issue: tuple(files) for issue, files in found.items()}
