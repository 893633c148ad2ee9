"""A pool of processes on this machine: each can be killed, and costs only the page in its hand."""

from __future__ import annotations

import os
import selectors
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from digitize.batch import wire
from digitize.batch.job import Bind, Job, Outcome, Read, Trouble, pack, unpack_outcome, where
from digitize.batch.limits import Limits, Settings

TICK = 0.1
"""Seconds between two looks at clocks and memory."""

STARTING = 120.0
"""Seconds in which a worker must have begun its job; a busy machine starts Python slowly."""

BINDING = 240.0
"""Seconds that an issue may take to be bound, and as much again for every fifty pages."""

PAGES, GROWTH = 200, 200.0
"""A worker is replaced after so many pages, or once it grew by so many MiB (reliability R8)."""

_TIMED = {"load": "opening", "read": "reading"}
"""Stages with a limit of their own, by its name."""

STOPPING = 2.0
"""Seconds that workers get to end by themselves when the pool closes."""


@dataclass(slots=True)
class _Worker:
    """One process, and the job in its hand."""

    process: subprocess.Popen[bytes]
    jobs: int
    outcomes: int
    frames: wire.Frames
    scratch: Path | None
    key: int = 0
    job: Job | None = None
    stage: str = ""
    begun: float = 0.0
    entered: float = 0.0  # when its stage began
    peak: float = 0.0  # MiB
    first: float = 0.0  # MiB after the first page: then models are loaded
    done: int = 0


@dataclass(slots=True)
class Local:
    """`workers` processes; hand in jobs while `free()`, take outcomes from `wait()`."""

    recipe: bytes
    workers: int
    limits: Limits = field(default_factory=Limits)
    _idle: list[_Worker] = field(default_factory=list)
    _busy: dict[int, _Worker] = field(default_factory=dict)
    _selector: selectors.BaseSelector = field(default_factory=selectors.DefaultSelector)
    _looked: float = 0.0  # when clocks and memory were last looked at

    def open(self) -> None:
        """Do nothing: processes are started when there is work for them."""

    def free(self) -> int:
        """Return how many jobs can be handed in now."""
        return self.workers - len(self._busy)

    def submit(self, key: int, job: Job) -> None:
        """Give a job to a worker that is free, or to a new one; its outcome comes under `key`."""
        worker = self._idle.pop() if self._idle else self._start()
        worker.key, worker.job, worker.stage, worker.peak = key, job, "", 0.0
        worker.begun = worker.entered = time.monotonic()
        self._busy[worker.outcomes] = worker
        self._selector.register(worker.outcomes, selectors.EVENT_READ)
        with suppress(BrokenPipeError):  # it died idle: the read end tells
            wire.send(worker.jobs, pack(job))

    def wait(self) -> Iterator[tuple[int, Outcome]]:
        """Yield what was finished, or had to be ended, within the next tick."""
        for key, _ in self._selector.select(TICK):
            yield from self._hear(self._busy[key.fd])
        if time.monotonic() - self._looked < TICK:
            return
        for worker in list(self._busy.values()):
            if over := self._over(worker):
                yield self._end(worker, over)
        self._looked = time.monotonic()

    def close(self) -> None:
        """End all workers; those at work are killed."""
        for worker in self._busy.values():
            _kill(worker)
        for worker in self._idle:
            os.close(worker.jobs)
        deadline = time.monotonic() + STOPPING
        for worker in (*self._idle, *self._busy.values()):
            with suppress(subprocess.TimeoutExpired):
                worker.process.wait(max(0.0, deadline - time.monotonic()))
            _kill(worker)
            self._forget(worker)
        self._idle.clear()
        self._busy.clear()

    def _start(self) -> _Worker:
        jobs_out, jobs_in = os.pipe()
        outcomes_out, outcomes_in = os.pipe()
        scratch = _scratch()
        command = [sys.executable, "-m", "digitize.batch.worker"]
        process = subprocess.Popen(  # noqa: S603 - this very program
            [*command, str(jobs_out), str(outcomes_in), str(os.getpid())],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            pass_fds=(jobs_out, outcomes_in),
            start_new_session=True,
            env=os.environ | self._threads() | ({"TMPDIR": str(scratch)} if scratch else {}),
        )
        os.close(jobs_out)
        os.close(outcomes_in)
        with suppress(BrokenPipeError):
            wire.send(jobs_in, pack(Settings(recipe=self.recipe, limits=self.limits)))
        return _Worker(process, jobs_in, outcomes_out, wire.Frames(outcomes_out), scratch)

    def _threads(self) -> dict[str, str]:
        """Return how many threads libraries may use, so that all workers fill the machine once."""
        share = str(max(1, cores() // self.workers))
        return {"OMP_NUM_THREADS": share, "OPENCV_FOR_THREADS_NUM": share}

    def _hear(self, worker: _Worker) -> Iterator[tuple[int, Outcome]]:
        worker.frames.pull()
        if worker.frames.closed:
            yield self._end(worker, _died(worker))
            return
        while (message := worker.frames.next()) is not None:
            kind, body = message[:1], message[1:]
            if kind == wire.STAGE:
                worker.entered = time.monotonic()
                if not worker.stage:  # the start of a worker is not the page's time
                    worker.begun = worker.entered
                worker.stage = body.decode()
            elif kind == wire.OUTCOME and worker.job is not None:
                result = unpack_outcome(body)
                if result.trouble and result.trouble.fatal:
                    yield self._end(worker, self._greedy(worker))
                    return
                self._release(worker, result)
                yield worker.key, result

    def _release(self, worker: _Worker, result: Outcome) -> None:
        """Put a worker back, or replace it when it is worn."""
        self._selector.unregister(worker.outcomes)
        del self._busy[worker.outcomes]
        if isinstance(worker.job, Read):
            worker.done += 1
            worker.first = worker.first or result.mebibytes
        grown = worker.first and result.mebibytes > worker.first + GROWTH
        if worker.done >= PAGES or grown:
            _kill(worker)
            self._forget(worker)
        else:
            self._idle.append(worker)

    def _over(self, worker: _Worker) -> Trouble | None:
        """Return why a worker must be ended now, if it must."""
        now = time.monotonic()
        resident = _resident(worker.process.pid)
        worker.peak = max(worker.peak, resident / (1 << 20))
        if late := self._late(worker, now):
            return late
        if resident > self.limits.memory:
            return self._greedy(worker)
        return None

    def _late(self, worker: _Worker, now: float) -> Trouble | None:
        """Return which limit of time a worker has passed, if any."""
        spent, page = now - worker.begun, self.limits.seconds
        if not worker.stage:
            return _past(worker, spent, STARTING, "of starting a worker", "try fewer --workers")
        if isinstance(worker.job, Bind):
            page = max(page, BINDING) * (1 + len(worker.job.records) / 50)
        if spent > page:
            hint = "raise it with --retry --page-timeout"
            return _past(worker, spent, page, "page-timeout", hint)
        if name := _TIMED.get(worker.stage):
            limit: float = getattr(self.limits, name)
            hint = f"raise it with --retry --max {name}=SECONDS"
            return _past(worker, now - worker.entered, limit, name, hint)
        return None

    def _greedy(self, worker: _Worker) -> Trouble:
        cause = f"limit worker-memory = {self.limits.memory >> 20} MiB, found more"
        return _lost(worker, "LimitError", cause, "raise it with --retry --worker-memory")

    def _end(self, worker: _Worker, why: Trouble) -> tuple[int, Outcome]:
        """Kill a worker with all it started, and return what became of its job."""
        _kill(worker)
        self._selector.unregister(worker.outcomes)
        del self._busy[worker.outcomes]
        self._forget(worker)
        seconds = time.monotonic() - worker.begun
        return worker.key, Outcome(trouble=why, seconds=seconds, mebibytes=worker.peak)

    def _forget(self, worker: _Worker) -> None:
        with suppress(OSError):
            os.close(worker.jobs)
        os.close(worker.outcomes)
        if worker.scratch:
            shutil.rmtree(worker.scratch, ignore_errors=True)


def cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


def _scratch() -> Path | None:
    """Return a folder for a worker's temporary files; None when the machine has no place for it."""
    try:
        return Path(tempfile.mkdtemp(prefix="digitize-"))
    except OSError:
        return None


def _kill(worker: _Worker) -> None:
    """End a worker and every process it started."""
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(worker.process.pid, signal.SIGKILL)
    worker.process.wait()


def _died(worker: _Worker) -> Trouble:
    code = worker.process.wait()
    if code == -signal.SIGKILL:
        cause = "the process that read it was killed, probably for want of memory"
    elif code < 0:
        cause = f"it crashed the process that read it ({signal.Signals(-code).name})"
    else:
        cause = f"it ended the process that read it (exit {code})"
    return _lost(worker, "CrashError", cause, "look at the file; it may be damaged")


def _lost(worker: _Worker, kind: str, cause: str, hint: str) -> Trouble:
    place = where(worker.job) if worker.job else ""
    return Trouble(kind=kind, message=cause, where=place, hint=hint, stage=worker.stage, fatal=True)


def _past(worker: _Worker, spent: float, limit: float, name: str, hint: str) -> Trouble | None:
    if spent <= limit:
        return None
    return _lost(worker, "LimitError", f"limit {name} = {limit:g} s, found more", hint)


def _resident(root: int) -> int:
    """Return the resident bytes of a process and all below it; 0 where the system does not say."""
    total, queue = 0, [root]
    while queue:
        pid = queue.pop()
        with suppress(OSError, ValueError, IndexError):
            pages = Path(f"/proc/{pid}/statm").read_text("ascii").split()[1]
            total += int(pages) * os.sysconf("SC_PAGE_SIZE")
            children = Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii")
            queue += map(int, children.split())
    return total
