"""`digitize convert`: a finished document in other formats."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from digitize.cli.options import formats, settings
from digitize.errors import RecipeError
from digitize.formats.document import read
from digitize.formats.format import File, Format
from digitize.model.document import Document
from digitize.output import publish
from digitize.recipe import load

EPILOG = "Example: digitize convert out/harbour-times --to markdown > issue.md"


@click.command("convert", epilog=EPILOG)
@click.argument("inputs", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--to", "to", callback=formats, required=True, help="Formats, comma-separated.")
@click.option("-o", "--out", type=click.Path(path_type=Path), help="Folder to write to.")
@click.option("--scans", type=click.Path(path_type=Path), help="Folder in which the scans lie.")
@settings
def command(
    *,
    inputs: tuple[Path, ...],
    to: tuple[str, ...],
    out: Path | None,
    scans: Path | None,
    sets: tuple[str, ...],
) -> None:
    """Write finished documents in other formats.

    INPUTS are document.json files, or the issue folders that hold one. Without -o the one format
    named goes to standard output.
    """
    if out is None and len(to) > 1:
        raise RecipeError("standard output takes one format", hint="name a folder with -o")
    forms = load(sets=sets).writers(to)
    for path in inputs:
        document = read(path)
        if out is None:
            sys.stdout.buffer.write(_only(forms[0], document, scans).data)
            sys.stdout.buffer.flush()
        else:
            publish(document, forms, out / document.id, scans)


def _only(form: Format, document: Document, scans: Path | None) -> File:
    """Return the format's one file, or the main one of several, which its `file` names."""
    made = form.files(document, scans)
    file = next(made, File("", b""))
    if file.path != getattr(form, "file", "") and next(made, None) is not None:
        raise RecipeError(
            f"{form.name} makes several files of {document.id}", hint="name a folder with -o"
        )
    return file
