"""`digitize clean`: flat OCR text in, clean text out."""

from __future__ import annotations

from pathlib import Path

import click

from digitize.cli.options import making
from digitize.cli.produce import Given, produce
from digitize.load.source import find
from digitize.recipe import load

EPILOG = "Example: digitize clean samples/front-page.txt --to markdown"


@click.command("clean", epilog=EPILOG)
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@making
def command(
    *,
    files: tuple[Path, ...],
    out: Path | None,
    to: tuple[str, ...],
    recipe: Path | None,
    sets: tuple[str, ...],
    quiet: bool,
) -> int:
    """Clean OCR text that has no boxes: mastheads, column breaks, hyphens, spaces, escapes.

    Each of FILES is one issue. Prints clean text, or what --to names; with -o each issue gets a
    folder of its own, as with `digitize run`.
    """
    steps = load(recipe, sets)
    wanted = to or (steps.formats if out else ("text",))
    given = Given(recipe=steps, quiet=quiet or out is None)
    return produce(find(files), given, to=wanted, out=out)
