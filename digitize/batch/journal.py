"""journal.db: what was done when, at what cost. An index for people and for quick resuming.

The records on disk are the truth: a journal that is lost or torn is begun anew, and costs only
time.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import astuple, dataclass
from pathlib import Path

FILE = "journal.db"

_TABLES = """
pragma journal_mode = wal;
pragma synchronous = normal;
create table if not exists inputs (
    path blob primary key, size text, changed text, inode text, sha256 text
) without rowid;
create table if not exists pages (
    issue text, page text, name text, state text, attempts integer,
    seconds real, mebibytes real, stage text, cause text,
    primary key (issue, page)
) without rowid;
create table if not exists issues (
    issue text primary key, state text, pages integer, failed integer
) without rowid;
"""

Kept = tuple[bytes, str, str, str]
"""What tells that a file is still the one whose hash we know: path, size, change time, inode.

Numbers in digits: a file system may give more than the 63 bits that SQLite takes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageRow:
    """What one page took."""

    issue: str
    page: str
    name: str
    state: str  # "done" or "failed"
    attempts: int
    seconds: float
    mebibytes: float
    stage: str = ""
    cause: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class IssueRow:
    """How an issue stands."""

    issue: str
    state: str  # "open" or "done"
    pages: int
    failed: int


class Journal:
    """An open journal."""

    def __init__(self, base: sqlite3.Connection) -> None:
        self._base = base

    def knows(self, path: Path) -> str:
        """Return the SHA-256 of a file that has not changed since it was read, else ""."""
        try:
            key = _kept(path)
        except OSError:
            return ""
        row = self._base.execute(
            "select sha256 from inputs where path=? and size=? and changed=? and inode=?", key
        ).fetchone()
        return row[0] if row else ""

    def learn(self, path: Path, sha256: str) -> None:
        """Remember the hash of a file as it is now."""
        with suppress(OSError):
            self._put("inputs", (*_kept(path), sha256))

    def page(self, row: PageRow) -> None:
        """Write down what became of a page."""
        self._put("pages", astuple(row))

    def issue(self, row: IssueRow) -> None:
        """Write down how an issue stands."""
        self._put("issues", astuple(row))

    def keep(self) -> None:
        """Make what was written durable; a full disk is no reason to stop here."""
        with suppress(sqlite3.Error):
            self._base.commit()

    def _put(self, name: str, row: tuple[object, ...]) -> None:
        marks = ",".join("?" * len(row))
        with suppress(sqlite3.Error):
            self._base.execute(f"insert or replace into {name} values ({marks})", row)  # noqa: S608 - our own names


def pages(out: Path) -> tuple[PageRow, ...]:
    """Return what the journal in `out` says of pages; nothing when it cannot be read."""
    names = PageRow.__slots__
    try:
        base = sqlite3.connect(f"{(out / FILE).absolute().as_uri()}?mode=ro", uri=True)
        try:
            rows = base.execute("select * from pages order by issue, page").fetchall()
        finally:
            base.close()
    except sqlite3.Error:
        return ()
    return tuple(PageRow(**dict(zip(names, row, strict=True))) for row in rows)


def _kept(path: Path) -> Kept:
    facts = path.stat()
    changed = max(facts.st_mtime_ns, facts.st_ctime_ns)
    return os.fsencode(path), str(facts.st_size), str(changed), str(facts.st_ino)


@contextmanager
def opened(out: Path) -> Iterator[Journal]:
    """Open the journal in `out`; one that cannot be read is begun anew, without disk if need be."""
    base = _connect(out / FILE)
    try:
        yield Journal(base)
        with suppress(sqlite3.Error):
            base.commit()
    finally:
        base.close()


def _connect(path: Path) -> sqlite3.Connection:
    for attempt in (path, path, None):
        base = sqlite3.connect(":memory:" if attempt is None else os.fspath(attempt))
        try:
            base.executescript(_TABLES)
            for name in ("pages", "issues", "inputs"):
                base.execute(f"select * from {name} limit 1").fetchone()  # noqa: S608 - our own names
        except sqlite3.Error:
            base.close()
            if attempt is not None:
                with suppress(OSError):
                    attempt.unlink()
        else:
            return base
    raise AssertionError("a journal in memory always opens")
