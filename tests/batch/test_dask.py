from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import msgspec
import pytest
from distributed import LocalCluster

from digitize.batch import dask, journal, lock
from digitize.batch.coordinator import Run
from digitize.batch.job import Count, Outcome, Read, pack, place, unpack_outcome
from digitize.batch.limits import Limits
from digitize.batch.plan import Order
from digitize.cli.console import Work
from digitize.load.leaves import leaves
from digitize.load.source import find
from digitize.recipe import load
from tests.batch.conftest import Make, kill, run, started, tree, until

TEN = [f"page-{number}.png" for number in range(10)]


@pytest.fixture(scope="module")
def cluster() -> Iterator[LocalCluster]:
    """Start three worker processes on this machine, with a scheduler."""
    with LocalCluster(  # type: ignore[no-untyped-call]
        n_workers=3, threads_per_worker=1, processes=True, dashboard_address=":0"
    ) as made:
        yield made


@pytest.fixture
def issues(pages: Make, tmp_path: Path) -> Path:
    """Draw six issues of ten pages, with a page that dies and one that swells among them."""
    for number in range(6):
        pages(*TEN, folder=f"in/issue-{number}")
    pages("a.png", "b.exit.png", "c.memory.png", folder="in/poison")
    return tmp_path / "in"


@pytest.mark.slow
def test_a_cluster_writes_the_bytes_of_this_machine(
    cluster: LocalCluster, issues: Path, tmp_path: Path
) -> None:
    """Workers killed at random, poison pages and all: the tree is the one that is made locally."""
    limits = ("--worker-memory", 400)
    run(issues, "-o", tmp_path / "here", *limits)
    there = started(issues, "-o", tmp_path / "there", "--dask", cluster.scheduler_address, *limits)
    for least in (5, 25):
        until(partial(_reached, tmp_path / "there", least, there), seconds=120)
        worker = next(iter(cluster.workers.values()))
        os.kill(worker.pid, signal.SIGKILL)
    _, said = there.communicate()
    assert there.returncode == 3, said
    assert tree(tmp_path / "here") == tree(tmp_path / "there")


@pytest.mark.slow
def test_a_cluster_that_grows_and_shrinks_loses_no_page(issues: Path, tmp_path: Path) -> None:
    """Under adaptive scaling, from one worker to three and back, with one killed: the same tree."""
    limits = ("--worker-memory", 400)
    run(issues, "-o", tmp_path / "here", *limits)
    with LocalCluster(  # type: ignore[no-untyped-call]
        n_workers=1, threads_per_worker=1, processes=True, dashboard_address=":0"
    ) as growing:
        growing.adapt(minimum=1, maximum=3, interval="200ms", wait_count=1)
        address = growing.scheduler_address
        there = started(issues, "-o", tmp_path / "there", "--dask", address, *limits)
        until(partial(_reached, tmp_path / "there", 15, there), seconds=120)
        os.kill(next(iter(growing.workers.values())).pid, signal.SIGKILL)
        _, said = there.communicate()
    assert there.returncode == 3, said
    assert tree(tmp_path / "here") == tree(tmp_path / "there")


@pytest.fixture
def machines(tmp_path: Path) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """Start `dask scheduler` and three `dask worker` as the README says; return its address."""
    told = tmp_path / "scheduler.json"
    common = ("--scheduler-file", str(told), "--no-dashboard")
    dask_ = (sys.executable, "-m", "dask")
    with ExitStack() as stack:

        def start(*words: str) -> subprocess.Popen[bytes]:
            process = subprocess.Popen(
                [*dask_, *words, *common], stderr=subprocess.DEVNULL, start_new_session=True
            )
            stack.callback(kill, process)
            return process

        start("scheduler", "--host", "127.0.0.1", "--port", "0")
        until(told.exists, seconds=120)
        workers = [start("worker", "--nthreads", "1") for _ in range(3)]
        yield json.loads(told.read_text())["address"], workers


@pytest.mark.slow
def test_three_worker_processes_do_as_the_readme_says(
    machines: tuple[str, list[subprocess.Popen[bytes]]], issues: Path, tmp_path: Path
) -> None:
    """One of three workers is killed with its nanny, as a machine that is gone: the same tree."""
    address, workers = machines
    limits = ("--worker-memory", 400)
    run(issues, "-o", tmp_path / "here", *limits)
    there = started(issues, "-o", tmp_path / "there", "--dask", address, *limits)
    until(partial(_reached, tmp_path / "there", 15, there), seconds=120)
    os.killpg(workers[0].pid, signal.SIGKILL)
    _, said = there.communicate()
    assert there.returncode == 3, said
    assert tree(tmp_path / "here") == tree(tmp_path / "there")


def _reached(out: Path, pages: int, run: subprocess.Popen[bytes]) -> bool:
    ended = run.poll() is not None
    found = len([*out.rglob("*.page"), *(10 * [*out.rglob("manifest.json")])])
    assert found >= pages or not ended, run.communicate()
    return found >= pages


@pytest.mark.slow
def test_pages_are_handed_back_where_the_folder_is_not_shared(
    cluster: LocalCluster, issues: Path, tmp_path: Path
) -> None:
    """Machines that do not see the output folder hand records back; the bytes are the same."""
    calm, out = tmp_path / "calm", tmp_path / "out"
    run(issues / "issue-0", "-o", calm)
    recipe = load(None, ("pages=mock",))
    order = Order(recipe=recipe, formats=recipe.formats, out=out)
    with lock.held(out), journal.opened(out) as kept:
        pool = dask.Dask(cluster.scheduler_address, msgspec.json.encode(recipe), out)
        pool.open()
        assert pool.shared
        pool.shared = False
        report = Run(order, pool, kept, Work(None, 0, silent=True))(find([issues / "issue-0"]))
        pool.close()
    assert (report.pages, report.failures) == (10, [])
    assert tree(calm) == tree(out)


def test_a_run_keeps_to_its_own_limits(pages: Make) -> None:
    """A worker that served a run with other limits before takes those of the next."""
    folder = pages("a.hang.png")
    recipe = msgspec.json.encode(load(None, ("pages=mock",)))
    (leaf,) = leaves(find([folder])[0])
    read = pack(Read(issue="i", place=place(leaf), record=b""))
    for seconds in (1.5, 1.0):
        limits = pack(Limits(seconds=seconds, memory=400 << 20))
        outcome = unpack_outcome(dask.work(recipe, limits, read))
        assert outcome.trouble
        assert f"limit page-timeout = {seconds:g} s, found more" == outcome.trouble.message
    dask._own.pool.close()
    del dask._own.pool


@dataclass
class Lost:
    """What a cluster promised, and lost with the machine that had made it."""

    key: str = "a"
    status: str = "lost"
    told: list[Callable[[Any], None]] = field(default_factory=list)

    def add_done_callback(self, call: Callable[[Any], None]) -> None:
        """Remember who wants to hear that it is done again."""
        self.told.append(call)

    def result(self) -> bytes:
        """Return what was made the second time."""
        return pack(Outcome(sha256="abc"))


def test_what_was_lost_with_its_machine_is_waited_for(tmp_path: Path) -> None:
    """A result whose machine died before it was fetched is made again, and no page given up."""
    pool, future = dask.Dask("tcp://127.0.0.1:9", b"", tmp_path), Lost()
    pool._sent["a"] = dask._Sent(7, Count(issue="i", root=b"", files=()), 0, future)
    pool._done.put(future)
    assert [] == list(pool.wait())
    (again,) = future.told
    future.status = "finished"
    again(future)
    assert [(7, "abc")] == [(key, outcome.sha256) for key, outcome in pool.wait()]


@pytest.mark.parametrize(
    ("name", "text", "seen"),
    [("lock", "pid 1", True), ("lock", "pid 2", False), ("none", "pid 1", False)],
)
def test_a_folder_is_shared_when_the_lock_is_the_same(
    tmp_path: Path, name: str, text: str, seen: bool
) -> None:
    """A machine that has no such file, or another one, does not share the folder."""
    (tmp_path / "lock").write_text("pid 1")
    assert seen is dask.sees(str(tmp_path / name), text)


def test_a_scheduler_that_does_not_answer_is_told(pages: Make, tmp_path: Path) -> None:
    """One line, no traceback, and the folder is free again."""
    done = run(pages("a.png"), "-o", tmp_path / "out", "--dask", "tcp://127.0.0.1:9")
    assert done.returncode == 3
    assert b"no Dask scheduler answers" in done.stderr
    assert b"Traceback" not in done.stderr
