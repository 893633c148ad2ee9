"""What people see while work is done: bars on a terminal, plain lines elsewhere, all on stderr."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table


def plain(text: str) -> str:
    """Return text with every control character made visible, so that no terminal obeys it."""
    return "".join(char if char.isprintable() else "\ufffd" for char in text)


def say(text: str) -> None:
    """Write one line to stderr."""
    sys.stderr.write(plain(text) + "\n")
    sys.stderr.flush()


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


class Work:
    """Counts pages for whoever waits: a bar that moves, or a line for each page that is done."""

    def __init__(self, total: int, bar: Progress | None) -> None:
        self._total, self._bar = total, bar
        self._task = bar.add_task("pages", total=total) if bar else None
        self._done, self._last = 0, time.monotonic()

    def done(self, name: str, trouble: str = "") -> None:
        """Say that the page called `name` is finished, and its trouble if it failed."""
        self._done += 1
        now = time.monotonic()
        seconds, self._last = now - self._last, now
        if self._bar is not None and self._task is not None:
            self._bar.update(self._task, advance=1, description=plain(name))
            if trouble:
                self._bar.console.print(plain(trouble), markup=False, style="red")
        else:
            say(f"[{self._done}/{self._total}] {name}: {trouble or f'{seconds:.1f} s'}")


@contextmanager
def work(total: int, *, quiet: bool = False) -> Iterator[Work | None]:
    """Show progress over `total` pages; nothing at all when `quiet`."""
    if quiet or total == 0:
        yield None
    elif sys.stderr.isatty():
        columns = (
            TextColumn("{task.description}", markup=False),
            BarColumn(),
            MofNCompleteColumn(),
            TimeRemainingColumn(),
        )
        with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
            yield Work(total, bar)
    else:
        yield Work(total, None)
