"""`digitize convert`: a finished document in other formats."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from digitize.cli.options import formats, settings
from digitize.errors import RecipeError
from digitize.formats.document import DocumentJson, read
from digitize.formats.format import File, Format
from digitize.load.oldocr import finished
from digitize.load.source import find
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

    INPUTS are document.json files, the issue folders that hold one, or finished records of
    others: ALTO, PAGE, hOCR and METS files, and folders of them, taken as they are. Without -o
    the one format named goes to standard output.
    """
    if out is None and len(to) > 1:
        raise RecipeError("standard output takes one format", hint="name a folder with -o")
    forms = load(sets=sets).writers(to)
    for document, root in (pair for path in inputs for pair in _documents(path)):
        folder = scans or root
        if out is None:
            sys.stdout.buffer.write(_only(forms[0], document, folder).data)
            sys.stdout.buffer.flush()
        else:
            publish(document, forms, out / document.id, folder)


def _documents(path: Path) -> Iterator[tuple[Document, Path | None]]:
    """Yield the documents of an input, with the folder in which their scans may lie."""
    folder = path.is_dir()
    if (path / DocumentJson.file).exists() if folder else path.suffix == ".json":
        yield read(path), None
        return
    for source in find([path]):
        yield finished.document(source), source.root


def _only(form: Format, document: Document, scans: Path | None) -> File:
    """Return the format's one file, or the main one of several, which its `file` names."""
    made = form.files(document, scans)
    file = next(made, File("", b""))
    if file.path != getattr(form, "file", "") and next(made, None) is not None:
        raise RecipeError(
            f"{form.name} makes several files of {document.id}", hint="name a folder with -o"
        )
    return file
