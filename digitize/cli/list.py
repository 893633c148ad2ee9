"""`digitize list`: what there is to choose from."""

from __future__ import annotations

import inspect
import json
import sys
from dataclasses import fields, is_dataclass
from typing import Any, get_args

import click

from digitize.cli.console import table
from digitize.errors import MissingToolError
from digitize.registry import BUILT_IN, Kind, find
from digitize.registry import table as known

EPILOG = "Example: digitize list stages"


@click.command("list", epilog=EPILOG)
@click.argument("kind", type=click.Choice(get_args(Kind)), required=False)
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
def command(*, kind: Kind | None, as_json: bool) -> None:
    """List engines, formats, stages and rules: name, what it is for, its options."""
    for each in [kind] if kind else get_args(Kind):
        rows = [_row(each, name) for name in known(each)]
        if as_json:
            for row in rows:
                sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")
        else:
            shown = [[row["kind"], row["name"], row["for"], _shown(row)] for row in rows]
            table(each, ["kind", "name", "for", "options"], shown)


def _row(kind: Kind, name: str) -> dict[str, Any]:
    try:
        found = find(kind, name)
    except MissingToolError as error:
        purpose, options = f"{error.message}; {error.hint}", {}
    else:
        purpose, options = (inspect.getdoc(found) or "").split("\n", 1)[0], _options(found)
    return {
        "kind": kind,
        "name": name,
        "for": purpose,
        "options": options,
        "origin": "digitize" if name in BUILT_IN[kind] else known(kind)[name],
    }


def _options(found: type[Any]) -> dict[str, Any]:
    if not is_dataclass(found):
        return {}
    made = found()
    return {item.name: getattr(made, item.name) for item in fields(found)}


def _shown(row: dict[str, Any]) -> str:
    return ", ".join(f"{key}={value!r}" for key, value in row["options"].items())
