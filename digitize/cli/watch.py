"""`digitize watch`: read what is put into a folder, as it comes."""

from __future__ import annotations

import time
from pathlib import Path

import click

from digitize.batch.watching import Still, apart
from digitize.cli.options import making
from digitize.cli.produce import Given, produce
from digitize.errors import DONE, InputMissingError, RecipeError
from digitize.load.source import find
from digitize.recipe import load

EPILOG = "Example: digitize watch inbox -o out"


@click.command("watch", epilog=EPILOG)
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--every", default=10.0, show_default=True, help="Seconds between two looks.")
@click.option("--looks", default=0, metavar="N", help="Stop after N looks; default: Ctrl-C.")
@making
def command(
    *,
    folder: Path,
    every: float,
    looks: int,
    out: Path | None,
    to: tuple[str, ...],
    recipe: Path | None,
    sets: tuple[str, ...],
    quiet: bool,
) -> int:
    """Read the issues that are put into FOLDER, once each has stopped growing.

    An issue is read when none of its files changed between two looks, and again when one changes
    later. FOLDER and OUT may not lie within one another; links are not followed.
    """
    if out is None:
        raise RecipeError("watch needs a folder to write to", hint="name it with -o")
    if not folder.is_dir():
        raise InputMissingError("there is no such folder", where=str(folder), hint="make it first")
    apart(folder, out)
    steps, still, code = load(recipe, sets), Still(), DONE
    count = 0
    while not looks or count < looks:
        time.sleep(every if count else 0)
        count += 1
        ready = still(tuple(one for one in find([folder]) if one.error is None))
        if ready:
            given = Given(recipe=steps, quiet=quiet)
            code = max(code, produce(ready, given, to=to or steps.formats, out=out))
    return code
