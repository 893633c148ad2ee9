"""A Dask cluster as the pool: each task does its page in a killable process of its own.

The machines must see the inputs under the same paths. Where they see the output folder too, they
write into it; where they do not, they hand page records back and issues are bound on this machine.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Any

import msgspec
from distributed import Client, KilledWorker

from digitize.batch.job import Bind, Job, Outcome, Read, pack, unpack, unpack_outcome
from digitize.batch.limits import Limits
from digitize.batch.local import Local
from digitize.errors import EngineError

WINDOW = 1_000
"""Tasks in the cluster's hands at once: a backlog that adaptive scaling can see, and no more."""

DEATHS = 20
"""How often a task may be lost with its worker. A page cannot kill a worker, so the task is never
to blame; but a cluster on which everything dies must end some time."""

_MOMENT = 0.1  # seconds to wait for an outcome
_LOST = ("lost", "pending")  # of what was done, when its machine died: Dask does it again
_PATIENCE = "10s"  # for the scheduler to answer

_own = threading.local()


def work(recipe: bytes, told: bytes, raw: bytes) -> bytes:
    """Do one job on a cluster's worker, in a process that can be killed without it."""
    pool: Local | None = getattr(_own, "pool", None)
    limits = msgspec.msgpack.decode(told, type=Limits)
    if pool is None or (pool.recipe, pool.limits) != (recipe, limits):
        if pool is not None:
            pool.close()
        pool = _own.pool = Local(recipe, 1, limits)
    pool.submit(0, unpack(raw))
    while True:
        for _, outcome in pool.wait():
            return pack(outcome)


def sees(path: str, text: str) -> bool:
    """Return whether this machine finds the file `path`, and this text in it."""
    try:
        return Path(path).read_text("utf-8") == text
    except OSError:
        return False


@dataclass(slots=True)
class _Sent:
    """A job in the cluster's hands."""

    key: int
    job: Job
    deaths: int
    future: Any  # kept: Dask forgets a task that nobody holds


@dataclass(slots=True)
class Dask:
    """The cluster whose scheduler is at `address`; `out` is where the records go."""

    address: str
    recipe: bytes
    out: Path
    limits: Limits = field(default_factory=Limits)
    shared: bool = False  # whether the machines see `out`; found out by `open`
    _client: Any = None
    _home: Local | None = None
    _sent: dict[str, _Sent] = field(default_factory=dict)
    _done: SimpleQueue[Any] = field(default_factory=SimpleQueue)

    def open(self) -> None:
        """Connect, and find out whether the machines see the output folder.

        Raises EngineError when no scheduler answers.
        """
        try:
            self._client = Client(self.address, timeout=_PATIENCE)  # type: ignore[no-untyped-call]
        except (OSError, ValueError) as error:
            raise EngineError(
                f"no Dask scheduler answers ({error})",
                where=self.address,
                hint="start one with `dask scheduler` and name its address",
            ) from error
        probe = self.out / ".lock"
        answers = self._client.run(sees, str(probe.absolute()), probe.read_text("utf-8"))
        self.shared = bool(answers) and all(answers.values())
        self._home = Local(self.recipe, 1, self.limits)

    def free(self) -> int:
        """Return how many jobs can be handed in now."""
        return WINDOW - len(self._sent) if self._home is None or self._home.free() else 0

    def submit(self, key: int, job: Job) -> None:
        """Send a job to the cluster; an issue that only this machine can bind stays here."""
        if isinstance(job, Bind) and not self.shared and self._home:
            self._home.submit(key, job)
        elif isinstance(job, Read) and not self.shared:
            self._send(key, msgspec.structs.replace(job, record=b""), 0)
        else:
            self._send(key, job, 0)

    def wait(self) -> Iterator[tuple[int, Outcome]]:
        """Yield what was finished within a moment."""
        if self._home and not self._home.free():
            yield from self._home.wait()
        try:
            future = self._done.get(timeout=_MOMENT)
            while True:
                yield from self._taken(future)
                future = self._done.get_nowait()
        except Empty:
            return

    def close(self) -> None:
        """Take back what the cluster has not done, and leave it."""
        if self._home:
            self._home.close()
        if self._client:
            self._client.cancel([sent.future for sent in self._sent.values()], force=True)
            self._client.close()

    def _send(self, key: int, job: Job, deaths: int) -> None:
        future = self._client.submit(work, self.recipe, pack(self.limits), pack(job), pure=False)
        self._sent[future.key] = _Sent(key, job, deaths, future)
        future.add_done_callback(self._done.put)

    def _taken(self, future: Any) -> Iterator[tuple[int, Outcome]]:
        if future.status in _LOST:
            future.add_done_callback(self._done.put)
            return
        sent = self._sent.pop(future.key)
        error = future.exception() if future.status == "error" else None
        if future.status == "finished":
            yield sent.key, unpack_outcome(future.result())
        elif isinstance(error, KilledWorker) and sent.deaths < DEATHS:
            self._send(sent.key, sent.job, sent.deaths + 1)
        else:
            raise EngineError(
                f"the cluster gave a page up ({error or future.status})",
                where=self.address,
                hint="look after its workers, then run the same command again",
            )
