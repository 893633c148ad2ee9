"""How an issue stands: what there is on disk already, what is still to be done."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from digitize.batch import manifest, records
from digitize.batch.job import Bind, Count, Place, Read
from digitize.batch.journal import Journal
from digitize.batch.manifest import Failed, Manifest
from digitize.errors import DigitizeError, InputError
from digitize.load import terms
from digitize.load.digest import digest
from digitize.load.source import Source
from digitize.recipe import Recipe


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What a run was asked for."""

    recipe: Recipe
    formats: tuple[str, ...]
    out: Path
    retry: bool = False  # pages that failed are tried again

    @property
    def settings(self) -> str:
        """Return the hash of all that decides what a page becomes."""
        return records.settings(self.recipe)


@dataclass(slots=True)
class Issue:
    """One issue on its way."""

    source: Source
    rank: int  # its place among the issues of this run
    places: tuple[Place, ...] = ()
    waiting: set[str] = field(default_factory=set)  # pages not done yet, by id
    failures: dict[str, Failed] = field(default_factory=dict)  # by page id
    hashes: dict[bytes, str] = field(default_factory=dict)  # of its files, by path

    @property
    def id(self) -> str:
        """Return the issue's id, which is the name of its folder."""
        return self.source.id


def finished(issue: Issue, order: Order, journal: Journal) -> Manifest | None:
    """Return the manifest of an issue that nothing is left to do for, else None."""
    found = closed(issue.source, order)
    if found is None:
        return None
    for path, known in zip(issue.source.files, found.inputs, strict=True):
        if known.sha256 and hash_of(path, journal) != known.sha256:
            return None
    return found


def closed(source: Source, order: Order) -> Manifest | None:
    """Return the manifest of an issue that was made as ordered, of files of the same names.

    Whether the files themselves are still the same is for `finished` to say.
    """
    folder = order.out / source.id
    found = manifest.load(folder)
    if (
        found is None
        or found.recipe != order.recipe.digest
        or found.formats != order.formats
        or (order.retry and found.failures)
        or [one.name for one in found.inputs] != names(source)
        or not manifest.present(folder, found)
    ):
        return None
    return found


def state(source: Source, order: Order) -> str:
    """Return what a run would find of a source: "bad", "done", "begun", "changed" or "new".

    What was made by other settings, or of other files, is "changed": it is made anew.
    """
    if source.error is not None:
        return "bad"
    if closed(source, order):
        return "done"
    folder = order.out / source.id
    if manifest.load(folder):
        return "changed"
    return "begun" if (folder / records.FOLDER).is_dir() else "new"


def names(source: Source) -> list[str]:
    """Return the files of a source as its manifest lists them."""
    return [os.fsencode(path.name).decode("utf-8", "backslashreplace") for path in source.files]


def hash_of(path: Path, journal: Journal) -> str:
    """Return the SHA-256 of a file, read only when the journal does not know it.

    "" when it is gone, or so large that no page is read from it.
    """
    known = journal.knows(path)
    if known:
        return known
    try:
        if path.stat().st_size > terms.most("bytes"):
            return ""
        found = digest(path)
    except OSError:
        return ""
    journal.learn(path, found)
    return found


def counting(issue: Issue) -> Count:
    """Return the job that finds the issue's pages."""
    files = tuple(map(raw, issue.source.files))
    return Count(issue=issue.id, root=raw(issue.source.root), files=files)


def raw(path: Path) -> bytes:
    """Return a path as jobs name it: whole, for workers may stand elsewhere, and in bytes."""
    return os.fsencode(path.absolute())


def record(order: Order, issue: Issue, page_id: str) -> Path:
    """Return where the record of a page lies."""
    return records.path(order.out / issue.id, page_id)


def left(issue: Issue, order: Order, journal: Journal) -> Iterator[Read]:
    """Yield the pages whose record is not there, or does not verify; the others are done."""
    for place in issue.places:
        path = record(order, issue, place.page_id)
        if not _done(path, place, order, issue, journal):
            issue.waiting.add(place.page_id)
            yield Read(issue=issue.id, place=place, record=raw(path))


def _done(path: Path, place: Place, order: Order, issue: Issue, journal: Journal) -> bool:
    try:
        head, _ = records.decode(path.read_bytes(), str(path))
    except (OSError, InputError):
        return False
    if head.recipe != order.settings or head.index != place.index:
        return False
    if head.failed is not None:
        issue.failures[place.page_id] = head.failed
        return not order.retry
    known = issue.hashes.get(place.path) or hash_of(Path(os.fsdecode(place.path)), journal)
    issue.hashes[place.path] = known
    return known == head.input


def binding(issue: Issue, order: Order) -> Bind:
    """Return the job that makes the issue's document and closes the issue."""
    return Bind(
        folder=raw(order.out / issue.id),
        scans=raw(issue.source.root),
        records=tuple(raw(record(order, issue, place.page_id)) for place in issue.places),
        draft=draft(issue, order),
    )


def draft(issue: Issue, order: Order) -> Manifest:
    """Return the issue's manifest but for the files, which are still to be written."""
    inputs = zip(names(issue.source), map(raw, issue.source.files), strict=True)
    return Manifest(
        issue=issue.id,
        recipe=order.recipe.digest,
        formats=order.formats,
        pages=len(issue.places),
        inputs=tuple(
            manifest.Input(name=name, sha256=issue.hashes.get(path, "")) for name, path in inputs
        ),
        failures=tuple(issue.failures[key] for key in sorted(issue.failures)),
    )


def unopened(source: Source, error: DigitizeError) -> Failed:
    """Return an input that no issue could be made of as a failure."""
    return Failed(
        issue=source.id or None,
        input=error.where,
        kind=error.label,
        cause=error.message,
        hint=error.hint,
        exit_code=error.exit_code,
    )
