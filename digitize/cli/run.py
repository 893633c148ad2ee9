"""`digitize run`: the main job."""

from __future__ import annotations

from pathlib import Path

import click

from digitize.cli.options import making
from digitize.cli.produce import produce
from digitize.load.source import find
from digitize.recipe import load

EPILOG = "Example: digitize run samples/harbour-times -o out"


@click.command("run", epilog=EPILOG)
@click.argument("inputs", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--each", is_flag=True, help="Every file is an issue of its own.")
@making
def command(
    *,
    inputs: tuple[Path, ...],
    each: bool,
    out: Path | None,
    to: tuple[str, ...],
    recipe: Path | None,
    sets: tuple[str, ...],
    quiet: bool,
) -> int:
    """Turn scans, PDFs and text into archive records.

    INPUTS are files (PNG, JPEG, WebP, JPEG 2000, TIFF, PDF, text) and folders. The files of one
    folder, or the pages of one file, are one issue. For every issue OUT gets a folder with
    document.json, articles.jsonl, issue.md and issue.txt. Without -o, one format goes to standard
    output: jsonl, unless --to says otherwise.
    """
    steps = load(recipe, sets)
    wanted = to or (steps.formats if out else ("jsonl",))
    return produce(find(inputs, each=each), steps, to=wanted, out=out, quiet=quiet)
