"""Make records of inputs and hand them out: what `run` and `clean` have in common."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import wraps
from importlib import import_module
from pathlib import Path
from typing import Any

import click
import msgspec

from digitize.batch import journal, lock
from digitize.batch.coordinator import Brake, Pool, Report, Run
from digitize.batch.limits import Limits, limits
from digitize.batch.local import Local, cores
from digitize.batch.manifest import Failed, Manifest, load
from digitize.batch.plan import Order
from digitize.cli.console import counted, say, work
from digitize.cli.options import LIMITS, making, passwords, raised
from digitize.errors import DONE, PARTIAL, MissingToolError, RecipeError
from digitize.load.source import Source
from digitize.output import unwritable, write
from digitize.recipe import Recipe
from digitize.recipe import load as load_recipe
from digitize.registry import find

FAILURES = "failures.jsonl"


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What the options of `run` and `clean` say besides inputs, formats and folder."""

    recipe: Recipe
    quiet: bool = False
    workers: int = 0  # 0: as many as the machine has cores
    limits: Limits = field(default_factory=Limits)
    brake: Brake = field(default_factory=Brake)
    retry: bool = False
    dask: str = ""  # address of a Dask scheduler


def batching(function: Callable[..., int]) -> Callable[..., int]:
    """Add the options of a command that may work for days; it gets them as `given`."""

    @wraps(function)
    def call(
        *,
        recipe: Path | None,
        sets: tuple[str, ...],
        quiet: bool,
        workers: int,
        worker_memory: int,
        page_timeout: float,
        most: dict[str, int],
        passwords: tuple[str, ...],
        limit: int,
        max_failures: int,
        retry: bool,
        dask: str,
        **rest: Any,
    ) -> int:
        given = Given(
            recipe=load_recipe(recipe, sets),
            quiet=quiet,
            workers=workers,
            limits=limits(page_timeout, worker_memory, most, passwords),
            brake=Brake(pages=limit, failures=max_failures),
            retry=retry,
            dask=dask,
        )
        return function(given=given, **rest)

    return making(_optioned(call))


def _optioned(function: Callable[..., int]) -> Callable[..., int]:
    for add in (
        click.option("--retry", is_flag=True, help="Try pages again that failed before."),
        click.option("--limit", default=0, metavar="N", help="Stop after N pages."),
        click.option("--max-failures", default=0, metavar="N", help="Stop once N pages failed."),
        click.option(
            "--page-timeout", default=240.0, show_default=True, help="Seconds a page may take."
        ),
        click.option(
            "--worker-memory", default=1792, show_default=True, help="MiB a worker may take."
        ),
        click.option(
            "--max",
            "most",
            multiple=True,
            callback=raised,
            metavar="NAME=N",
            help=f"Raise a limit; what stands is {', '.join(LIMITS)}.",
        ),
        click.option(
            "--password-file",
            "passwords",
            callback=passwords,
            type=click.Path(path_type=Path),
            help="Passwords of PDFs, one a line; each is tried.",
        ),
        click.option("--dask", default="", metavar="ADDRESS", help="Work on a Dask cluster."),
        click.option("--workers", default=0, metavar="N", help="Processes; default: all cores."),
    ):
        function = add(function)
    return function


def produce(
    sources: Sequence[Source], given: Given, *, to: tuple[str, ...], out: Path | None
) -> int:
    """Make the records of every issue in `sources` and return the exit code.

    With `out`, each issue gets a folder there, and what is there already is not made again;
    otherwise the one format of `to` goes to standard output. A bad input is told in one line and
    costs nothing but itself.
    """
    given.recipe.writers(to)
    if out is not None:
        return _into(out, sources, given, to)
    if len(to) != 1:
        raise RecipeError("standard output takes one format", hint="name a folder with -o")
    folder = Path(tempfile.mkdtemp(prefix="digitize-"))
    try:
        code = _into(folder, sources, given, to)
        for source in sources:
            _print(folder / source.id)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return code


def _into(out: Path, sources: Sequence[Source], given: Given, to: tuple[str, ...]) -> int:
    order = Order(recipe=given.recipe, formats=to, out=out, retry=given.retry)
    with lock.held(out), journal.opened(out) as kept:
        _warn(out, sources)
        report = _run(order, kept, sources, given)
        _list(report.failures, out, several=len(sources) > 1)
    if not given.quiet:
        say(f"digitize: {_sum(report, len(sources))}")
    return _code(report)


def _sum(report: Report, issues: int) -> str:
    """Return what came of a run in one line."""
    done = f"{report.issues} of {counted(issues, 'issue')} done"
    said = f"{done}; {counted(report.tried - report.failed, 'page')} read"
    if report.warnings:
        said += f", {report.warnings} with warnings"
    if report.failures:
        said += f", {len(report.failures)} failed ({FAILURES} lists them; --retry tries them again)"
    return said


ROOM = 2 << 20
"""Bytes a page's records may want, all formats but pictures; less than that free, and we say so."""


def _warn(out: Path, sources: Sequence[Source]) -> None:
    """Say that the disk is likely to fill up, before days of work."""
    files = sum(len(source.files) for source in sources)
    free = shutil.disk_usage(out).free
    if free < files * ROOM:
        say(f"digitize: warning: {out} has {free >> 20} MiB free for {files} files")


def _run(order: Order, kept: journal.Journal, sources: Sequence[Source], given: Given) -> Report:
    files = [file for source in sources for file in source.files]
    pool = _pool(order, given, files)
    with work(len(files), quiet=given.quiet) as shown:
        try:
            pool.open()
            return Run(order, pool, kept, shown, given.brake)(sources)
        finally:
            pool.close()


ONE_PAGE = frozenset({".jp2", ".jpeg", ".jpg", ".png", ".webp"})
"""How files end that hold one page; of others nobody knows before they are opened."""


def processes(files: Sequence[Path], wanted: int) -> int:
    """Return how many processes there is work for: a lone page has all cores to itself."""
    most = wanted or cores()
    if all(file.suffix.lower() in ONE_PAGE for file in files):
        return max(1, min(most, len(files)))
    return most


def _pool(order: Order, given: Given, files: Sequence[Path]) -> Pool:
    recipe = msgspec.json.encode(given.recipe)
    if not given.dask:
        return Local(recipe, processes(files, given.workers), given.limits)
    try:
        cluster = import_module("digitize.batch.dask")
    except ImportError as error:
        raise MissingToolError(
            "Dask is not installed", hint="pip install 'digitize[dask]'"
        ) from error
    pool: Pool = cluster.Dask(given.dask, recipe, order.out, given.limits)
    return pool


def _print(folder: Path) -> None:
    """Send the one file of an issue, or the main one of several, to standard output."""
    made: Manifest | None = load(folder)
    if made is None or not made.files:
        return
    main = getattr(find("formats", made.formats[0]), "file", made.files[0].name)
    if len(made.files) > 1 and main not in {file.name for file in made.files}:
        raise RecipeError(f"{made.formats[0]} makes several files", hint="name a folder with -o")
    with (folder / main).open("rb") as file:
        shutil.copyfileobj(file, sys.stdout.buffer)
    sys.stdout.buffer.flush()


def _list(failures: Sequence[Failed], out: Path, *, several: bool) -> None:
    """Tell every failure in one line, and leave the list beside the records."""
    for failed in failures:
        place = f"{failed.issue}/{failed.input}" if several and failed.page else failed.input
        now = f"; {failed.hint}" if failed.hint else ""
        say(f"digitize: {failed.kind}: {place}: {failed.cause}{now}")
    path = out / FAILURES
    if failures:
        write(path, b"".join(msgspec.json.encode(failed) + b"\n" for failed in failures))
    elif path.exists():
        try:
            path.unlink()
        except OSError as error:
            raise unwritable(path, error) from error


def _code(report: Report) -> int:
    """Return 0 when all went well; a single input's own code; else 3."""
    if report.stopped:
        say(f"digitize: stopped: {report.stopped}; run the same command again to go on")
    codes = {failed.exit_code for failed in report.failures}
    if not codes:
        return DONE
    alone = len(codes) == 1 and not report.pages and not report.stopped
    return codes.pop() if alone else PARTIAL
