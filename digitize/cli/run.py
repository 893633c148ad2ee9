"""`digitize run`: the main job."""

from __future__ import annotations

from pathlib import Path

import click

from digitize.batch.coordinator import Brake
from digitize.batch.local import Limits
from digitize.cli.produce import Given, batching, produce
from digitize.load.source import find
from digitize.recipe import load

EPILOG = "Example: digitize run samples/harbour-times -o out"


@click.command("run", epilog=EPILOG)
@click.argument("inputs", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--each", is_flag=True, help="Every file is an issue of its own.")
@batching
def command(
    *,
    inputs: tuple[Path, ...],
    each: bool,
    out: Path | None,
    to: tuple[str, ...],
    recipe: Path | None,
    sets: tuple[str, ...],
    quiet: bool,
    workers: int,
    worker_memory: int,
    page_timeout: float,
    limit: int,
    max_failures: int,
    retry: bool,
    dask: str,
) -> int:
    """Turn scans, PDFs and text into archive records.

    INPUTS are files (PNG, JPEG, WebP, JPEG 2000, TIFF, PDF, text) and folders. The files of one
    folder, or the pages of one file, are one issue. For every issue OUT gets a folder with
    document.json, articles.jsonl, issue.md and issue.txt. The same command again goes on where the
    last run stopped. Without -o, one format goes to standard
    output: jsonl, unless --to says otherwise.
    """
    steps = load(recipe, sets)
    given = Given(
        recipe=steps,
        quiet=quiet,
        workers=workers,
        limits=Limits(seconds=page_timeout, memory=worker_memory << 20),
        brake=Brake(pages=limit, failures=max_failures),
        retry=retry,
        dask=dask,
    )
    wanted = to or (steps.formats if out else ("jsonl",))
    return produce(find(inputs, each=each, apart=out), given, to=wanted, out=out)
