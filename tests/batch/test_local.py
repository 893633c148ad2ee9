from __future__ import annotations

import os
import selectors
import subprocess
import sys
from typing import Any, cast

import pytest

from digitize.batch import local, wire
from digitize.batch.job import Count, Outcome, Place, Read
from digitize.batch.local import Local, _Worker

COUNT = Count(issue="i", root=b"", files=())
READ = Read(issue="i", place=Place(path=b"", index=0, number=1, page_id="p", name=""), record=b"")


@pytest.mark.parametrize(("last", "kept"), [(400, True), (590, True), (610, False)])
def test_a_worker_is_replaced_once_it_has_grown_since_its_first_page(
    last: float, kept: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The models that its first page loads are no reason to start another process."""
    ended: list[_Worker] = []
    monkeypatch.setattr(local, "_kill", ended.append)
    monkeypatch.setattr(Local, "_forget", lambda *_: None)
    out, into = os.pipe()
    worker = _Worker(cast("Any", None), into, out, wire.Frames(out), scratch=None)
    pool = Local(b"", workers=1)
    for job, mebibytes in ((COUNT, 90.0), (READ, 400.0), (READ, last)):
        pool._idle.clear()
        worker.job = job
        pool._busy[out] = worker
        pool._selector.register(out, selectors.EVENT_READ)
        pool._release(worker, Outcome(mebibytes=mebibytes))
    os.close(out)
    os.close(into)
    assert (kept, not kept) == (bool(pool._idle), bool(ended))


@pytest.mark.parametrize("workers", [1, 1000])
def test_workers_share_the_cores(workers: int) -> None:
    """A worker by itself has all cores, in OpenCV too; of many each has one."""
    share = max(1, local.cores() // workers)
    done = subprocess.run(
        [sys.executable, "-c", "import cv2; print(cv2.getNumThreads())"],
        env=os.environ | Local(b"", workers)._threads(),
        capture_output=True,
        check=True,
    )
    assert share == int(done.stdout)
