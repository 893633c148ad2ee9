"""`digitize status`: how a batch stands."""

from __future__ import annotations

import sys
from pathlib import Path

import click
import msgspec

from digitize.batch import journal
from digitize.batch.standing import Standing, standings
from digitize.cli.console import counted, say, table
from digitize.errors import InputMissingError

EPILOG = "Example: digitize status out"
HEADS = ["issue", "state", "pages", "failed", "s/page", "MiB", "first failure"]


@click.command("status", epilog=EPILOG)
@click.argument("out", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="One issue a line, as JSON.")
def command(*, out: Path, as_json: bool) -> None:
    """Show how every issue in OUT stands, the worst first.

    "open" is begun and not finished: the same `digitize run` goes on with it. "failures" is
    finished with pages that could not be read: --retry tries them again.
    """
    if not out.is_dir():
        raise InputMissingError(
            "there is no such folder", where=str(out), hint="name the OUT of a digitize run"
        )
    found = standings(out, journal.pages(out))
    if as_json:
        for one in found:
            sys.stdout.buffer.write(msgspec.json.encode(one) + b"\n")
        return
    table(counted(len(found), "issue"), HEADS, [_row(one) for one in found])
    pages, failed = sum(one.pages for one in found), sum(one.failed for one in found)
    say(f"{counted(len(found), 'issue')}, {counted(pages, 'page')}, {failed} failed")


def _row(one: Standing) -> list[str]:
    cost = ["" if value is None else f"{value:g}" for value in (one.seconds, one.mebibytes)]
    return [one.issue, one.state, str(one.pages), str(one.failed), *cost, one.cause]
