"""What people see while work is done: bars on a terminal, plain lines elsewhere, all on stderr."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from digitize.load.naming import printable


def plain(text: str) -> str:
    """Return text with every control character made visible, so that no terminal obeys it."""
    return "".join(char if char.isprintable() else "\ufffd" for char in text)


def say(text: str) -> None:
    """Write one line to stderr."""
    sys.stderr.write(plain(text) + "\n")
    sys.stderr.flush()


def counted(number: int, name: str) -> str:
    """Return a number of things as English says it."""
    return f"{number} {name}" if number == 1 else f"{number} {name}s"


def table(title: str, heads: list[str], rows: list[list[str]]) -> None:
    """Print a table to stdout: drawn on a terminal, tab-separated elsewhere."""
    if not sys.stdout.isatty():
        for row in rows:
            sys.stdout.write("\t".join(map(plain, row)) + "\n")
        return
    drawn = Table(title=title, title_justify="left")
    for head in heads:
        drawn.add_column(head, overflow="fold")
    for row in rows:
        drawn.add_row(*map(plain, row))
    Console().print(drawn)


class Passed:
    """Hears what is passed over, and says it in one line a reason."""

    def __init__(self) -> None:
        self._heard: dict[str, list[Path]] = {}

    def __call__(self, path: Path, why: str) -> None:
        """Hear that a file or folder is passed over."""
        self._heard.setdefault(why, []).append(path)

    def say(self) -> None:
        """Say for each reason how many there were, and which was the first."""
        for why, paths in self._heard.items():
            more = f" and {len(paths) - 1} more" if len(paths) > 1 else ""
            say(f"digitize: passed over: {printable(paths[0])}{more}: {why}")


class Work:
    """Counts pages for whoever waits: a bar that moves, or a line for each page that is done.

    A file counts as one page until it was opened.
    """

    def __init__(self, bar: Progress | None, files: int, *, silent: bool) -> None:
        self._bar, self._silent = bar, silent
        self._task = bar.add_task("", total=files, pace="", failed=0) if bar else None
        self._total = files
        self._done = self._new = self._failed = 0
        self._begun = time.monotonic()

    def more(self, files: int, pages: int, done: int) -> None:
        """Say that so many files have so many pages, of which some were done before."""
        self._total += pages - files
        self._done += done
        if self._bar is not None and self._task is not None:
            self._bar.update(self._task, total=self._total, completed=self._done)

    def done(self, name: str, trouble: str = "") -> None:
        """Say that the page called `name` is finished, and its trouble if it failed."""
        self._done += 1
        self._new += 1
        self._failed += bool(trouble)
        if self._bar is not None and self._task is not None:
            self._bar.update(
                self._task, completed=self._done, pace=self._pace(), failed=self._failed
            )
            if trouble:
                self._bar.console.print(plain(f"{name}: {trouble}"), markup=False, style="red")
        elif not self._silent:
            said = trouble or f"{self._pace()}, {self._left()} left, {self._failed} failed"
            say(f"[{self._done}/{self._total}] {name}: {said}")

    def _pace(self) -> str:
        minutes = (time.monotonic() - self._begun) / 60
        return f"{self._new / minutes:.1f} pages/min"

    def _left(self) -> timedelta:
        """Return how long the rest takes at the pace so far, in whole seconds."""
        seconds = (time.monotonic() - self._begun) / self._new
        return timedelta(seconds=round(seconds * max(0, self._total - self._done)))


@contextmanager
def work(files: int, *, quiet: bool = False) -> Iterator[Work]:
    """Show progress over so many files; nothing at all when `quiet`."""
    if quiet or not sys.stderr.isatty():
        yield Work(None, files, silent=quiet)
        return
    columns = (
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[pace]}"),
        TimeRemainingColumn(),
        TextColumn("{task.fields[failed]} failed"),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        yield Work(bar, files, silent=False)
