"""`digitize show`: a page as a picture, so that a person sees what was decided and why."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from digitize.errors import RecipeError
from digitize.formats.overlay import draw, png
from digitize.load.leaves import leaves, open_leaf
from digitize.load.source import find
from digitize.output import write
from digitize.recipe import load

EPILOG = "Example: digitize show samples/harbour-times --page 1 -o page-1.png"


@click.command("show", epilog=EPILOG)
@click.argument("source", metavar="INPUT", type=click.Path(path_type=Path))
@click.option("--page", default=1, show_default=True, help="Which page, from 1.")
@click.option("--recipe", type=click.Path(path_type=Path), help="A recipe file.")
@click.option("--set", "sets", multiple=True, metavar="STAGE.OPTION=VALUE", help="As for run.")
@click.option("-o", "--out", type=click.Path(path_type=Path), help="PNG file to write.")
def command(
    *, source: Path, page: int, recipe: Path | None, sets: tuple[str, ...], out: Path | None
) -> None:
    """Draw a page of INPUT with its regions, their roles and the reading order, as PNG.

    Without -o the picture goes to standard output.
    """
    if out is None and sys.stdout.isatty():
        raise RecipeError("a picture is no good on a terminal", hint="name a file with -o")
    found = [leaf for item in find([source]) for leaf in leaves(item)]
    if not 1 <= page <= len(found):
        raise RecipeError(f"there is no page {page}", hint=f"{source} has pages 1 to {len(found)}")
    sheet = open_leaf(found[page - 1])
    document = (
        load(recipe, sets).pipeline().bind("shown", [load(recipe, sets).pipeline().page(sheet)])
    )
    picture = png(draw(document.pages[0], sheet.pixels))
    if out is None:
        sys.stdout.buffer.write(picture)
    else:
        write(out, picture)
