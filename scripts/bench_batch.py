"""Times the machinery of a batch with pages that cost nothing: here, and on a Dask cluster.

    python -m scripts.bench_batch [--pages 3000] [--workers 2] [--tasks 100000] [--json FILE]

Pages a second with every record synced to disk, the CPU time of a page (on a machine that is not
idle, the surer figure), the parent's memory at both counts of pages, how long a second run takes to
find that all is done, and what Dask's scheduler takes for a task.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from distributed import Client, LocalCluster
from PIL import Image

PAGES_AN_ISSUE = 10
GLANCE = 0.05  # seconds between two looks at the parent's memory
WINDOW = 1_000  # tasks with the scheduler at once, as `digitize run --dask` has them


class Cost(NamedTuple):
    """What a run took."""

    code: int  # it ended with
    seconds: float  # on the clock
    cpu: float  # seconds of CPU, of the parent and its workers
    mebibytes: float  # the most that the parent held


def draw(folder: Path, pages: int) -> None:
    """Draw issues of ten tiny pages each."""
    for number in range(pages):
        issue = folder / f"issue-{number // PAGES_AN_ISSUE:05d}"
        issue.mkdir(parents=True, exist_ok=True)
        shades = np.random.default_rng(number).integers(200, 255, (60, 40)).astype(np.uint8)
        Image.fromarray(shades).save(issue / f"page-{number % PAGES_AN_ISSUE}.png")


def run(folder: Path, out: Path, workers: int, *more: str) -> Cost:
    """Run the mock stage over a folder, and return what it took."""
    command = [sys.executable, "-m", "digitize", "run", str(folder), "-o", str(out), "-q"]
    mock = ["--set", "pages=mock", "--set", "document=articles", "--workers", str(workers)]
    start, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    process = subprocess.Popen([*command, *mock, *more], stderr=subprocess.DEVNULL)
    peak = 0.0
    while process.poll() is None:
        peak = max(peak, resident(process.pid))
        time.sleep(GLANCE)
    seconds, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(process.returncode, seconds, spent, peak)


def resident(pid: int) -> float:
    """Return the MiB that a process holds by itself, its children left out; 0.0 once it is gone."""
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text("ascii").split()[1])
    except OSError:
        return 0.0
    return pages * resource.getpagesize() / (1 << 20)


def machinery(pages: int, workers: int) -> dict[str, Any]:
    """Return pages a second over `pages` pages, and how quickly they are found done."""
    with tempfile.TemporaryDirectory() as name:
        folder, out = Path(name) / "in", Path(name) / "out"
        draw(folder, pages)
        first, again = run(folder, out, workers), run(folder, out, workers)
    return {
        "pages": pages,
        "pages/s": pages / first.seconds,
        "CPU ms/page": 1000 * first.cpu / pages,
        "parent MiB": first.mebibytes,
        "found done in s": again.seconds,
        "of CPU": again.cpu,
    }


def scheduler(tasks: int) -> dict[str, Any]:
    """Return what a task costs Dask's scheduler, over so many that do nothing."""
    cluster = LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=":0")  # type: ignore[no-untyped-call]
    with cluster, Client(cluster) as client:  # type: ignore[no-untyped-call]
        start = time.perf_counter()
        for done in range(0, tasks, WINDOW):
            window = range(done, min(tasks, done + WINDOW))
            client.gather(client.map(_nothing, window, pure=False))
        seconds = time.perf_counter() - start
    return {"tasks": tasks, "ms/task": 1000 * seconds / tasks}


def _nothing(number: int) -> int:
    return number


def main() -> None:
    """Read the command line, measure, print."""
    parser = argparse.ArgumentParser(description="the machinery of a batch, timed")
    parser.add_argument("--pages", type=int, nargs="*", default=[1_000, 3_000])
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--tasks", type=int, default=0, help="no-ops for Dask's scheduler")
    parser.add_argument("--json", type=Path, help="write the figures there too")
    given = parser.parse_args()
    figures = [machinery(pages, given.workers) for pages in given.pages]
    if given.tasks:
        figures.append(scheduler(given.tasks))
    for row in figures:
        print("  ".join(f"{key} {value:g}" for key, value in row.items()))
    if given.json:
        given.json.write_text(json.dumps(figures, indent=1))


if __name__ == "__main__":
    main()
