"""`digitize calendar`: which issues and pages of each title are missing, doubled or misdated."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from digitize.batch import manifest
from digitize.cli.console import say, table
from digitize.cli.yearpage import yearpage
from digitize.errors import DONE, PARTIAL, InputError, InputMissingError
from digitize.formats.cover import cover
from digitize.formats.csv import harmless
from digitize.metadata.calendar import Calendar, Finding, calendar
from digitize.metadata.series import Held, series

EPILOG = "Example: digitize calendar out --html > calendar.html"
HEADS = ["title", "day", "what", "folders", "detail"]


@click.command("calendar", epilog=EPILOG)
@click.argument("out", type=click.Path(path_type=Path))
@click.option("--csv", "form", flag_value="csv", help="A table for spreadsheets.")
@click.option("--html", "form", flag_value="html", help="A page: every title, year by year.")
@click.option("--json", "form", flag_value="json", help="One finding a line, as JSON.")
def command(*, out: Path, form: str | None) -> int:
    """List missing, doubled and misdated issues and pages of every title in OUT.

    When a paper appears is learnt from its issues: weekdays, and numbers that follow each other.
    What does not fit is told with what it rests on; no record is changed. Issues without a record
    of their own are named on standard error, and the command ends with 3.
    """
    if not out.is_dir():
        raise InputMissingError(
            "there is no such folder", where=str(out), hint="name the OUT of a digitize run"
        )
    held, unread = _held(out)
    if not held:
        raise InputError(
            "it holds no finished issue", where=str(out), hint="run digitize run first"
        )
    found = [calendar(run) for run in series(held)]
    _print(found, form)
    for one in found:
        folders = sum(map(len, one.days.values()))
        rhythm = f", {one.rhythm}" if one.rhythm else ""
        say(f"{one.title or 'no title'}: {folders} issues{rhythm}; {len(one.findings)} found")
    for name in unread:
        say(f"digitize: {name}: no record of the issue can be read there; run it again")
    return PARTIAL if unread else DONE


def _held(out: Path) -> tuple[list[Held], list[str]]:
    """Return the finished issues in `out`, and the folders whose record cannot be read."""
    held, unread = [], []
    for folder in sorted(path.parent for path in out.glob(f"*/{manifest.FILE}")):
        made, issue = manifest.load(folder), cover(folder)
        if made is None or issue is None:
            unread.append(folder.name)
        else:
            failed = sum(bool(one.page) for one in made.failures)
            held.append(Held(name=folder.name, issue=issue, pages=made.pages, failed=failed))
    return held, unread


def _print(found: list[Calendar], form: str | None) -> None:
    findings = [finding for one in found for finding in one.findings]
    if form == "html":
        sys.stdout.write(yearpage(found))
    elif form == "json":
        for finding in findings:
            sys.stdout.write(json.dumps(dict(_fields(finding)), ensure_ascii=False) + "\n")
    elif form == "csv":
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(HEADS)
        writer.writerows([harmless(cell) for cell in _row(finding)] for finding in findings)
    else:
        table("digitize calendar", HEADS, [_row(finding) for finding in findings])


def _row(finding: Finding) -> list[str]:
    return [value if isinstance(value, str) else " ".join(value) for _, value in _fields(finding)]


def _fields(finding: Finding) -> Iterator[tuple[str, str | tuple[str, ...]]]:
    for head in HEADS:
        yield head, getattr(finding, head)
