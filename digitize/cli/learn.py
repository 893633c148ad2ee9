"""`digitize learn`: what a paper prints in issue after issue, known once several are there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import click
import msgspec

from digitize.batch import lock, manifest
from digitize.batch.closing import close
from digitize.batch.manifest import Manifest
from digitize.cli.console import counted, say
from digitize.cli.options import settings
from digitize.errors import DONE, PARTIAL, InputError, InputMissingError
from digitize.formats.document import DocumentJson, read
from digitize.formats.format import Format
from digitize.metadata.neighbours import Front, Told, front, neighbours, witnessed
from digitize.metadata.recurring import Block, blocks, learnt, recurring
from digitize.metadata.series import series
from digitize.model.document import Document
from digitize.model.edit import Relabel
from digitize.output import publish
from digitize.recipe import Recipe, load

EPILOG = "Example: digitize learn out"


@click.command("learn", epilog=EPILOG)
@click.argument("out", type=click.Path(path_type=Path))
@click.option("--recipe", type=click.Path(path_type=Path), help="The recipe OUT was made by.")
@click.option("--scans", type=click.Path(path_type=Path), help="Folder in which the scans lie.")
@settings
def command(*, out: Path, recipe: Path | None, scans: Path | None, sets: tuple[str, ...]) -> int:
    """Find what recurs in the issues of each title in OUT: promos, name, price and folios.

    A text block that stands nearly the same in three issues or more, at the same kind of place,
    leaves the articles and is kept as a promo, with its reason; `digitize diff` shows it. Where the
    head of an issue is damaged, the issues around it tell its name, price, number and folios: as
    evidence in its record, and a field is filled only where nothing was read. Run it after
    `digitize run`, and again after more issues came. Needs the format `document`; an issue without
    it is named on standard error, and the command ends with 3.
    """
    if not out.is_dir():
        raise InputMissingError(
            "there is no such folder", where=str(out), hint="name the OUT of a digitize run"
        )
    settled = load(recipe, sets)
    with lock.held(out):
        held, unread = _finished(out, settled)
        if not held:
            raise InputError(
                "it holds no finished issue with a document.json", where=str(out),
                hint="run digitize run first, with the same recipe and --set",
            )  # fmt: skip
        for title, edits in _edits(held):
            changed = sum(_write(out / name, *own, settled, scans) for name, own in edits.items())
            places = sum(len(own) for own, _ in edits.values())
            facts = sum(len(told.evidence) for _, told in edits.values())
            found = f"{counted(places, 'block')} recur, {counted(facts, 'fact')} told by the run"
            say(f"{title or 'no title'}: {found}; {changed} written anew")
    for name in unread:
        say(f"digitize: {name}: no document of these settings can be read there; passed over")
    return PARTIAL if unread else DONE


def _finished(out: Path, settled: Recipe) -> tuple[dict[str, tuple[Front, list[Block]]], list[str]]:
    """Return what each finished issue holds, by folder, and the folders that cannot be read."""
    held: dict[str, tuple[Front, list[Block]]] = {}
    unread = []
    for folder in sorted(path.parent for path in out.glob(f"*/{manifest.FILE}")):
        document = _document(folder, settled)
        if document is None:
            unread.append(folder.name)
            continue
        held[folder.name] = front(folder.name, document), list(blocks(folder.name, document))
    return held, unread


def _document(folder: Path, settled: Recipe) -> Document | None:
    made = manifest.load(folder)
    if made is None or made.recipe != settled.digest or not manifest.present(folder, made):
        return None
    if DocumentJson.file not in {file.name for file in made.files}:
        return None
    try:
        return read(folder)
    except InputError:
        return None


def _edits(
    held: dict[str, tuple[Front, list[Block]]],
) -> Iterator[tuple[str, dict[str, tuple[tuple[Relabel, ...], Told]]]]:
    for run in series(one.held for one, _ in held.values()):
        found = recurring(block for issue in run.issues for block in held[issue.name][1])
        told = neighbours([held[issue.name][0] for issue in run.issues]) if run.title else {}
        yield (
            run.title,
            {
                issue.name: (found.get(issue.name, ()), told.get(issue.name, Told()))
                for issue in run.issues
            },
        )


def _write(
    folder: Path, edits: tuple[Relabel, ...], told: Told, settled: Recipe, scans: Path | None
) -> bool:
    """Write an issue anew with what was learnt; False when it says so already."""
    made: Manifest | None = manifest.load(folder)
    before = read(folder)
    after = learnt(before, edits)
    after = replace(after, issue=witnessed(after.issue, told))
    if made is None or after == before:
        return False
    forms: list[Format] = list(settled.writers(made.formats))
    files = publish(after, forms, folder, scans)
    close(folder, msgspec.structs.replace(made, files=files))
    return True
