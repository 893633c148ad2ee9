"""`digitize verify`: whether the files of an issue hold together."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import suppress
from itertools import chain
from pathlib import Path

import click

from digitize.batch import manifest, records
from digitize.cli.console import counted, say, table
from digitize.errors import DONE, UNSOUND, MissingToolError
from digitize.formats.format import Format
from digitize.formats.lint import lint
from digitize.recipe import Recipe
from digitize.registry import BUILT_IN

EPILOG = "Example: digitize verify out"


@click.command("verify", epilog=EPILOG)
@click.argument("folders", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--fixity", is_flag=True, help="Only what the manifests say: quick, for any size.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
def command(*, folders: tuple[Path, ...], fixity: bool, as_json: bool) -> int:
    """Check finished issues: every bit against its manifest, and every file against the others.

    FOLDERS are issue folders, or an OUT that holds them. Nothing is changed, missing or added
    since it was written; references lead somewhere, boxes lie on the page, no block is lost, an
    article says the same in every format, every changed word says so. Ends with 11 when something
    was found.
    """
    rows: list[dict[str, str]] = []
    for issue in chain.from_iterable(map(_issues, folders)):
        found = list(_fixity(issue))
        if not found and not fixity:
            found = [finding._asdict() for finding in lint(issue, list(_writers()))]
        rows += [{"issue": issue.name} | finding for finding in found]
        faults = counted(len(found), "fault") if found else "no faults"
        say(f"{issue.name}: {faults} found")
    if as_json:
        for row in rows:
            sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")
    elif rows:
        heads = ["issue", "rule", "file", "message"]
        table("digitize verify", heads, [[row[head] for head in heads] for row in rows])
    return UNSOUND if rows else DONE


def _issues(folder: Path) -> Iterator[Path]:
    """Yield the issue folders in an OUT, or the folder itself when it is one."""
    below = sorted(path.parent for path in folder.glob(f"*/{manifest.FILE}"))
    begun = sorted(path.parent for path in folder.glob(f"*/{records.FOLDER}"))
    yield from sorted({*below, *begun}) or [folder]


def _fixity(folder: Path) -> Iterator[dict[str, str]]:
    """Yield what the manifest has against the folder; converted formats may stand without one."""
    if (folder / manifest.FILE).exists() or (folder / records.FOLDER).exists():
        for name, message in manifest.faults(folder):
            yield {"rule": "fixity", "file": name, "message": message}


def _writers() -> Iterator[Format]:
    """Yield every format whose libraries are installed, with its own options."""
    for name in BUILT_IN["formats"]:
        with suppress(MissingToolError):
            yield from Recipe().writers([name])
