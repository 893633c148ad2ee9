"""Plans, sends out, takes in, writes down; opens no input itself."""

from __future__ import annotations

import heapq
import os
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import count
from pathlib import Path
from typing import Protocol

import msgspec

from digitize.batch import plan, records
from digitize.batch.closing import close, drop, tidy
from digitize.batch.job import Bind, Count, Job, Outcome, Place, Read, Trouble, where
from digitize.batch.journal import IssueRow, Journal, PageRow
from digitize.batch.manifest import Failed
from digitize.batch.plan import Issue, Order
from digitize.errors import MissingToolError, OutputError, RecipeError
from digitize.load.source import Source
from digitize.output import write

TRIES = 3
"""A page whose worker died of itself is tried again as it is, then with less; then it failed."""

_SAVED = 1.0  # seconds between two commits of the journal


class Pool(Protocol):
    """Somebody who does jobs: processes here, or a cluster."""

    def open(self) -> None:
        """Get ready; raises EngineError when that cannot be."""
        ...

    def free(self) -> int:
        """Return how many jobs can be handed in now."""
        ...

    def submit(self, key: int, job: Job) -> None:
        """Take a job; its outcome will come under `key`."""
        ...

    def wait(self) -> Iterator[tuple[int, Outcome]]:
        """Yield what is done; waits a moment when there is nothing."""
        ...

    def close(self) -> None:
        """End what is still at work."""
        ...


class Told(Protocol):
    """Whoever watches the work."""

    def more(self, files: int, pages: int, done: int) -> None:
        """Hear that an issue of so many files has so many pages, some of them done before."""
        ...

    def done(self, name: str, trouble: str = "") -> None:
        """Hear that a page is finished, and why it failed if it did."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Brake:
    """When to stop before the end; 0 is never."""

    pages: int = 0  # so many pages were read in this run
    failures: int = 0  # so many pages failed in this run


@dataclass(slots=True, kw_only=True)
class Report:
    """What came of a run."""

    issues: int = 0  # finished now or before
    pages: int = 0  # of those issues
    tried: int = 0  # pages, in this run
    failed: int = 0  # of those
    warnings: int = 0  # of those, read with something to say of them
    failures: list[Failed] = field(default_factory=list)
    stopped: str = ""  # why it stopped before the end


@dataclass(slots=True, kw_only=True)
class _Task:
    issue: Issue
    job: Job
    first: int = 0  # index of the first file, of a Count
    attempts: int = 0
    seconds: float = 0.0


@dataclass(slots=True)
class Run:
    """One run over sources."""

    order: Order
    pool: Pool
    journal: Journal
    told: Told
    brake: Brake = field(default_factory=Brake)
    report: Report = field(default_factory=Report)
    _ready: list[tuple[int, int, int, _Task]] = field(default_factory=list)
    _working: dict[int, _Task] = field(default_factory=dict)
    _numbers: Iterator[int] = field(default_factory=count)
    _counted: dict[int, dict[int, tuple[Place, ...]]] = field(default_factory=dict)
    _failures: dict[int, list[Failed]] = field(default_factory=dict)
    _saved: float = 0.0

    def __call__(self, sources: Sequence[Source]) -> Report:
        """Do all that is left of `sources`, in their order, and return what came of it.

        Raises OutputError and MissingToolError, for what one page meets all pages meet.
        """
        tidy(self.order.out)
        waiting = enumerate(sources)
        while True:
            while self.pool.free() and not self.report.stopped and self._more(waiting):
                if self._enough():
                    break
                _, _, key, task = heapq.heappop(self._ready)
                self._working[key] = task
                self.pool.submit(key, task.job)
            if not self._working:
                break
            for key, outcome in self.pool.wait():
                self._take(self._working.pop(key), outcome)
            self._save()
        self.journal.keep()
        self.report.failures = [
            one for rank in sorted(self._failures) for one in self._failures[rank]
        ]
        return self.report

    def _more(self, waiting: Iterator[tuple[int, Source]]) -> bool:
        """Return whether a job is ready; opens further issues until one is."""
        while not self._ready:
            following = next(waiting, None)
            if following is None:
                return False
            self._open(Issue(following[1], following[0]))
        return True

    def _enough(self) -> bool:
        """Return whether the pages at work are the last that were asked for."""
        if not self.brake.pages or not isinstance(self._ready[0][3].job, Read):
            return False
        reading = sum(isinstance(task.job, Read) for task in self._working.values())
        return self.report.tried + reading >= self.brake.pages

    def _open(self, issue: Issue) -> None:
        source = issue.source
        if source.error is not None:
            self._failures[issue.rank] = [plan.unopened(source, source.error)]
        elif before := plan.finished(issue, self.order, self.journal):
            drop(self.order.out / issue.id, before)
            self._failures[issue.rank] = list(before.failures)
            self._account(issue, before.pages, len(before.failures))
            self.told.more(len(source.files), before.pages, before.pages)
        else:
            self._counted[issue.rank] = {}
            self._queue(_Task(issue=issue, job=plan.counting(issue)))

    def _queue(self, task: _Task) -> None:
        """Line a job up: earlier issues first, and what finishes an issue before its pages."""
        phase = {Bind: 0, Count: 1, Read: 2}[type(task.job)]
        heapq.heappush(self._ready, (task.issue.rank, phase, next(self._numbers), task))

    def _save(self) -> None:
        now = time.monotonic()
        if now - self._saved > _SAVED:
            self.journal.keep()
            self._saved = now

    def _take(self, task: _Task, outcome: Outcome) -> None:
        task.attempts += 1
        task.seconds += outcome.seconds
        trouble = outcome.trouble
        if trouble and isinstance(trouble.error, OutputError | MissingToolError | RecipeError):
            raise trouble.error
        if trouble and (again := _again(task, trouble)):
            self._queue(replace(task, job=again))
            return
        match task.job:
            case Count():
                self._take_count(task, task.job, outcome)
            case Read():
                self._take_page(task, task.job, outcome)
            case Bind():
                self._take_issue(task, outcome)

    def _take_count(self, task: _Task, job: Count, outcome: Outcome) -> None:
        """Take the pages of files; once all files are counted, number the pages through."""
        if outcome.trouble and len(job.files) > 1:
            for offset, file in enumerate(job.files):
                single = msgspec.structs.replace(job, files=(file,))
                self._queue(_Task(issue=task.issue, job=single, first=task.first + offset))
            return
        found = outcome.places if not outcome.trouble else (_unopened(job, outcome.trouble),)
        parts = self._counted[task.issue.rank]
        alone = len(job.files) == 1  # a METS names other files as its pages
        for offset, file in enumerate(job.files):
            parts[task.first + offset] = tuple(one for one in found if alone or one.path == file)
        if len(parts) == len(task.issue.source.files):
            self._number(task.issue, [one for index in sorted(parts) for one in parts[index]])
            del self._counted[task.issue.rank]

    def _number(self, issue: Issue, places: list[Place]) -> None:
        issue.places = tuple(
            msgspec.structs.replace(place, number=number, page_id=f"p{number:04d}")
            for number, place in enumerate(places, 1)
        )
        jobs = list(plan.left(issue, self.order, self.journal))
        pages = len(issue.places)
        self.told.more(len(issue.source.files), pages, pages - len(jobs))
        self.journal.issue(_row(issue.id, "open", len(issue.places), len(issue.failures)))
        for job in jobs:
            self._queue(_Task(issue=issue, job=job))
        if not jobs:
            self._bind(issue)

    def _take_page(self, task: _Task, job: Read, outcome: Outcome) -> None:
        issue, place = task.issue, job.place
        if outcome.trouble:
            self._fail(task, place, outcome.trouble)
        else:
            if outcome.record:
                write(plan.record(self.order, issue, place.page_id), outcome.record)
            issue.failures.pop(place.page_id, None)
            issue.hashes[place.path] = outcome.sha256
            self.journal.learn(Path(os.fsdecode(place.path)), outcome.sha256)
        self._note(task, place, outcome)
        issue.waiting.discard(place.page_id)
        self._brake()
        if not issue.waiting:
            self._bind(issue)

    def _fail(self, task: _Task, place: Place, trouble: Trouble) -> None:
        """Write a blank page in the place of one that failed."""
        self.report.failed += 1
        error, path = trouble.error, Path(os.fsdecode(place.path))
        sha256 = plan.hash_of(path, self.journal)
        task.issue.hashes[place.path] = sha256
        failed = Failed(
            issue=task.issue.id,
            input=place.name,
            sha256=sha256,
            page=place.page_id,
            kind=error.label,
            cause=error.message,
            hint=error.hint,
            stage=trouble.stage,
            attempts=task.attempts,
            exit_code=trouble.code,
        )
        failures = task.issue.failures
        failures[place.page_id] = failed
        self._failures[task.issue.rank] = [failures[key] for key in sorted(failures)]
        page = records.blank(place.leaf, error)
        raw = records.encode(page, self.order.settings, place.index, failed=failed)
        write(plan.record(self.order, task.issue, place.page_id), raw)

    def _note(self, task: _Task, place: Place, outcome: Outcome) -> None:
        self.report.tried += 1
        trouble = outcome.trouble
        self.journal.page(
            PageRow(
                issue=task.issue.id,
                page=place.page_id,
                name=place.name,
                state="failed" if trouble else "done",
                attempts=task.attempts,
                seconds=task.seconds,
                mebibytes=outcome.mebibytes,
                stage=trouble.stage if trouble else "",
                cause=trouble.message if trouble else "",
            )
        )
        self.report.warnings += bool(outcome.warnings)
        self.told.done(f"{task.issue.id}/{place.name}", trouble.said if trouble else "")

    def _brake(self) -> None:
        if self.brake.failures and self.report.failed >= self.brake.failures:
            self.report.stopped = f"{self.report.failed} pages failed (--max-failures)"
        elif self.brake.pages and self.report.tried >= self.brake.pages:
            self.report.stopped = f"{self.report.tried} pages read (--limit)"

    def _bind(self, issue: Issue) -> None:
        if len(issue.failures) == len(issue.places):
            close(self.order.out / issue.id, plan.draft(issue, self.order))
            self._finish(issue)
        else:
            self._queue(_Task(issue=issue, job=plan.binding(issue, self.order)))

    def _take_issue(self, task: _Task, outcome: Outcome) -> None:
        if outcome.trouble is None:
            self._finish(task.issue)
            return
        error = outcome.trouble.error
        failed = Failed(
            issue=task.issue.id,
            input=where(task.job),
            kind=error.label,
            cause=error.message,
            hint=error.hint,
            stage=outcome.trouble.stage,
            attempts=task.attempts,
            exit_code=outcome.trouble.code,
        )
        self._failures[task.issue.rank] = [failed]
        self.told.more(0, 1, 0)
        self.told.done(task.issue.id, outcome.trouble.said)

    def _finish(self, issue: Issue) -> None:
        self._failures[issue.rank] = [issue.failures[key] for key in sorted(issue.failures)]
        self._account(issue, len(issue.places), len(issue.failures))

    def _account(self, issue: Issue, pages: int, failed: int) -> None:
        self.journal.issue(_row(issue.id, "done", pages, failed))
        self.report.issues += 1
        self.report.pages += pages - failed


def _row(issue: str, state: str, pages: int, failed: int) -> IssueRow:
    return IssueRow(issue=issue, state=state, pages=pages, failed=failed)


def _again(task: _Task, trouble: Trouble) -> Job | None:
    """Return the job for one more try, in a fresh worker; None when the last was the last.

    A worker that died may have been killed by anybody: the same page is tried as it was first.
    """
    died = trouble.kind == "CrashError"
    if not trouble.fatal or task.attempts >= TRIES or (trouble.stage == "load" and not died):
        return None
    job = task.job
    if isinstance(job, Read) and (not died or task.attempts > 1):
        return None if job.less else msgspec.structs.replace(job, less=True)
    return job if died else None


def _unopened(job: Count, trouble: Trouble) -> Place:
    """Return the one page that stands for a file whose pages could not be counted."""
    path = job.files[0]
    name = os.fsencode(os.path.basename(path)).decode("utf-8", "backslashreplace")  # noqa: PTH119 - bytes
    return Place(path=path, index=0, number=1, page_id="p0001", name=name, trouble=trouble)
