"""`digitize convert`: a finished document in other formats."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from digitize.cli.options import formats
from digitize.errors import RecipeError
from digitize.formats.document import read
from digitize.output import write
from digitize.registry import find

EPILOG = "Example: digitize convert out/harbour-times --to markdown > issue.md"


@click.command("convert", epilog=EPILOG)
@click.argument("inputs", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--to", "to", callback=formats, required=True, help="Formats, comma-separated.")
@click.option("-o", "--out", type=click.Path(path_type=Path), help="Folder to write to.")
def command(*, inputs: tuple[Path, ...], to: tuple[str, ...], out: Path | None) -> None:
    """Write finished documents in other formats.

    INPUTS are document.json files, or the issue folders that hold one. Without -o the one format
    named goes to standard output.
    """
    if out is None and len(to) > 1:
        raise RecipeError("standard output takes one format", hint="name a folder with -o")
    for path in inputs:
        document = read(path)
        for name in to:
            form = find("formats", name)()
            if out is None:
                sys.stdout.buffer.write(form.render(document))
            else:
                write(out / document.id / form.file, form.render(document))
