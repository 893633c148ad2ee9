"""What a worker is told to do, and what came of it; all of it travels as msgpack."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import msgspec

from digitize import errors
from digitize.batch.manifest import Manifest
from digitize.errors import BUG, DigitizeError, EngineError
from digitize.load.leaf import Leaf


class Trouble(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An error on its way between processes; `stage` is what the page was going through."""

    kind: str
    message: str
    where: str = ""
    hint: str = ""
    stage: str = ""
    bug: bool = False
    fatal: bool = False  # the worker did not live through it

    @property
    def error(self) -> DigitizeError:
        """Return it as the exception that it was."""
        kind: type[DigitizeError] = getattr(errors, self.kind, EngineError)
        return kind(self.message, where=self.where, hint=self.hint)

    @property
    def said(self) -> str:
        """Return what went wrong, for whoever knows where."""
        return f"{self.error.label}: {self.message}"

    @property
    def code(self) -> int:
        """Return the exit code that this alone would end a run with."""
        return BUG if self.bug else self.error.exit_code


def trouble(error: DigitizeError, *, where: str = "", stage: str = "") -> Trouble:
    """Return an error as it travels; `where` stands in when the error does not say."""
    return Trouble(
        kind=type(error).__name__,
        message=error.message,
        where=error.where or where,
        hint=error.hint,
        stage=stage,
    )


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """One page within a file, as `Leaf` says it; paths are bytes, for names may be any bytes."""

    path: bytes
    index: int
    number: int
    page_id: str
    name: str
    trouble: Trouble | None = None

    @property
    def leaf(self) -> Leaf:
        """Return the page as the load room knows it."""
        return Leaf(
            path=Path(os.fsdecode(self.path)),
            index=self.index,
            number=self.number,
            page_id=self.page_id,
            name=self.name,
            error=self.trouble.error if self.trouble else None,
        )


def place(leaf: Leaf) -> Place:
    """Return a leaf as it travels."""
    return Place(
        path=os.fsencode(leaf.path),
        index=leaf.index,
        number=leaf.number,
        page_id=leaf.page_id,
        name=leaf.name,
        trouble=trouble(leaf.error) if leaf.error else None,
    )


class Count(msgspec.Struct, frozen=True, kw_only=True, tag="count"):
    """Open files of an issue and say which pages they hold, numbered from 1."""

    issue: str
    root: bytes
    files: tuple[bytes, ...]


class Read(msgspec.Struct, frozen=True, kw_only=True, tag="read"):
    """Carry one page through the page stages; its record goes to `record`, or back by hand."""

    issue: str
    place: Place
    record: bytes  # the file to write; b"": no folder is shared, hand the record back
    less: bool = False  # a second try, at half the resolution


class Bind(msgspec.Struct, frozen=True, kw_only=True, tag="bind"):
    """Make an issue's document out of its page records, write it in every format, and close it."""

    folder: bytes
    scans: bytes
    records: tuple[bytes, ...]
    draft: Manifest  # but for the files


Job = Count | Read | Bind


def where(job: Job) -> str:
    """Return what a job is about, as errors name it: the page's file, or the issue."""
    match job:
        case Read():
            return job.place.name
        case Count():
            return job.issue
        case Bind():
            return job.draft.issue


class Outcome(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What came of a job, and what it took."""

    places: tuple[Place, ...] = ()
    record: bytes = b""
    sha256: str = ""  # of the file that holds the page
    warnings: int = 0  # that the page bears
    trouble: Trouble | None = None
    seconds: float = 0.0
    mebibytes: float = 0.0  # peak resident memory of the worker


def pack(message: Any) -> bytes:
    """Return a message as bytes."""
    return msgspec.msgpack.encode(message)


def unpack(raw: bytes) -> Job:
    """Return the job that `pack` made these bytes of."""
    found: Job = msgspec.msgpack.decode(raw, type=Job)
    return found


def unpack_outcome(raw: bytes) -> Outcome:
    """Return the outcome that `pack` made these bytes of."""
    return msgspec.msgpack.decode(raw, type=Outcome)
