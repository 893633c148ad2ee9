"""`digitize verify`: whether the files of an issue hold together."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import click

from digitize.cli.console import say, table
from digitize.errors import DONE, PARTIAL, MissingToolError
from digitize.formats.format import Format
from digitize.formats.lint import lint
from digitize.recipe import Recipe
from digitize.registry import BUILT_IN

EPILOG = "Example: digitize verify out/harbour-times"


@click.command("verify", epilog=EPILOG)
@click.argument("folders", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
def command(*, folders: tuple[Path, ...], as_json: bool) -> int:
    """Check the files of finished issues against each other, beyond what schemas can say.

    FOLDERS are issue folders. References lead somewhere, boxes lie on the page, no block is lost,
    an article says the same in every format, every changed word says so, checksums are the
    files'. Ends with 3 when something was found.
    """
    writers = list(_writers())
    rows: list[dict[str, str]] = []
    for folder in folders:
        found = [finding._asdict() for finding in lint(folder, writers)]
        rows += [{"issue": folder.name} | finding for finding in found]
        say(f"{folder.name}: {len(found) or 'nothing'} found")
    if as_json:
        for row in rows:
            sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")
    elif rows:
        heads = ["issue", "rule", "file", "message"]
        table("digitize verify", heads, [[row[head] for head in heads] for row in rows])
    return PARTIAL if rows else DONE


def _writers() -> Iterator[Format]:
    """Yield every format whose libraries are installed, with its own options."""
    for name in BUILT_IN["formats"]:
        with suppress(MissingToolError):
            yield from Recipe().writers([name])
