"""`digitize show`: a page as a picture, so that a person sees what was decided and why."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from digitize.errors import DigitizeError, RecipeError
from digitize.formats.document import DocumentJson, read
from digitize.formats.overlay import draw, png, stood
from digitize.load.leaves import leaves, open_leaf
from digitize.load.source import find
from digitize.model.document import Document
from digitize.model.page import Page
from digitize.output import write
from digitize.recipe import load
from digitize.stage import Pixels, upright

EPILOG = "Example: digitize show samples/harbour-times --page 1 -o page-1.png"


@click.command("show", epilog=EPILOG)
@click.argument("source", metavar="INPUT", type=click.Path(path_type=Path))
@click.option("--page", default=1, show_default=True, help="Which page, from 1.")
@click.option("--scans", type=click.Path(path_type=Path), help="Folder in which the scans lie.")
@click.option("--recipe", type=click.Path(path_type=Path), help="A recipe file.")
@click.option("--set", "sets", multiple=True, metavar="STAGE.OPTION=VALUE", help="As for run.")
@click.option("-o", "--out", type=click.Path(path_type=Path), help="PNG file to write.")
def command(
    *,
    source: Path,
    page: int,
    scans: Path | None,
    recipe: Path | None,
    sets: tuple[str, ...],
    out: Path | None,
) -> None:
    """Draw a page of INPUT with its regions, articles and reading order, and why, as PNG.

    INPUT is read now, one page of it; or it is a finished issue (OUT/ISSUE), where jumps to
    other pages are seen too, drawn on its scan where --scans is given. Without -o the picture
    goes to standard output.
    """
    if out is None and sys.stdout.isatty():
        raise RecipeError("a picture is no good on a terminal", hint="name a file with -o")
    if source.suffix == ".json" or (source / DocumentJson.file).is_file():
        document = read(source)
        shown = _numbered(document.pages, page, source)
        pixels = _scan(shown, scans) if scans else None
    else:
        document, pixels = _read_now(source, page, recipe, sets)
        shown = document.pages[0]
    picture = png(draw(upright(shown), stood(pixels, shown), document))
    if out is None:
        sys.stdout.buffer.write(picture)
    else:
        write(out, picture)


def _numbered(pages: tuple[Page, ...], page: int, source: Path) -> Page:
    if not 1 <= page <= len(pages):
        raise RecipeError(f"there is no page {page}", hint=f"{source} has pages 1 to {len(pages)}")
    return pages[page - 1]


def _read_now(
    source: Path, page: int, recipe: Path | None, sets: tuple[str, ...]
) -> tuple[Document, Pixels | None]:
    found = [leaf for item in find([source]) for leaf in leaves(item)]
    if not 1 <= page <= len(found):
        raise RecipeError(f"there is no page {page}", hint=f"{source} has pages 1 to {len(found)}")
    sheet = open_leaf(found[page - 1])
    pipeline = load(recipe, sets).pipeline()
    return pipeline.bind("shown", [pipeline.page(sheet)]), sheet.pixels


def _scan(page: Page, scans: Path) -> Pixels | None:
    """Return the pixels that a page was read from, None where it has none.

    Raises DigitizeError when the file is not in `scans`.
    """
    found = [leaf for item in find([scans / page.scan.path]) for leaf in leaves(item)]
    leaf = next((leaf for leaf in found if leaf.index == page.scan.index), None)
    if leaf is None:
        raise DigitizeError(f"{page.scan.path} is not there", where=str(scans))
    return open_leaf(leaf).pixels
