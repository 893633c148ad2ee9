"""`digitize run`: the main job."""

from __future__ import annotations

from pathlib import Path

import click

from digitize.batch.plan import Order, state
from digitize.cli.console import Passed, table
from digitize.cli.produce import Given, batching, produce
from digitize.cli.transfer import address, transfer
from digitize.errors import DONE
from digitize.load.naming import printable
from digitize.load.source import Source, find
from digitize.load.terms import hold

HEADS = ["issue", "state", "files", "first file"]
EPILOG = "Example: digitize run samples/harbour-times -o out"


@click.command("run", epilog=EPILOG)
@click.argument("inputs", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--each", is_flag=True, help="Every file is an issue of its own.")
@click.option("--follow-links", is_flag=True, help="Read what links in a folder lead to.")
@click.option("--dry-run", is_flag=True, help="List the issues and how they stand; do nothing.")
@batching
def command(
    *,
    inputs: tuple[Path, ...],
    each: bool,
    follow_links: bool,
    dry_run: bool,
    out: Path | None,
    to: tuple[str, ...],
    given: Given,
) -> int:
    """Turn scans, PDFs and text into archive records.

    INPUTS are files (PNG, JPEG, WebP, JPEG 2000, TIFF, PDF, text, ALTO, PAGE, hOCR, METS), folders,
    and tables (.csv with the columns issue and file). The files of one folder, or the pages of one
    file, are one issue; files that are all named by a day are an issue a day. Folders are searched
    to the bottom, in natural order. Addresses such as s3://bucket/folder do for INPUTS and OUT.

    For every issue OUT gets a folder with document.json, articles.jsonl, issue.md, issue.txt and
    manifest.json. The same command again goes on where the last run stopped. Without -o, one format
    goes to standard output: jsonl, unless --to says otherwise.

    A page over a limit fails, and names the options that let it pass, as in --retry --max
    pixels=500000000. What is encrypted opens with --retry --password-file keys.txt.
    """
    hold(given.limits.terms)
    wanted = to or (given.recipe.formats if out else ("jsonl",))
    if any(map(address, (*inputs, out or Path()))):
        return transfer(inputs, given, to=wanted, out=out)
    sources = _found(inputs, out, each=each, follow=follow_links)
    if dry_run:
        order = Order(
            recipe=given.recipe, formats=wanted, out=out or Path("none"), retry=given.retry
        )
        table("issues", HEADS, [_row(source, order) for source in sources])
        return DONE
    return produce(sources, given, to=wanted, out=out)


def _found(
    inputs: tuple[Path, ...], out: Path | None, *, each: bool, follow: bool
) -> tuple[Source, ...]:
    passed = Passed()
    sources = find(inputs, each=each, apart=out, follow=follow, told=passed)
    passed.say()
    return sources


def _row(source: Source, order: Order) -> list[str]:
    first = printable(source.files[0]) if source.files else str(source.error)
    return [source.id, state(source, order), str(len(source.files)), first]
