"""`digitize diff`: what clean-up reads otherwise than it is printed, rule by rule, and why."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from itertools import chain
from pathlib import Path

import click
import msgspec

from digitize.cli.console import plain
from digitize.errors import InputMissingError
from digitize.formats.document import DocumentJson, read
from digitize.model.document import Document
from digitize.model.edit import Edit, Reflow, Relabel, Reword
from digitize.model.geometry import Box
from digitize.model.page import Line, Page, Region
from digitize.model.reading import join

EPILOG = "Example: digitize diff out/harbour-times --rule hyphens"
BREAK = "¶"  # where a paragraph was, or is no more
UNREAD = "∅"  # what is not read at all


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change of the reading: what, where and why."""

    issue: str
    rule: str
    kind: str  # "reword", "relabel", "reflow"
    page: int
    region: str
    line: str  # "" for a whole region
    box: Box  # of the word, line or region, in the scan
    before: str
    after: str
    reason: str
    conf: float | None


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands."""

    page: Page
    region: Region
    line: Line | None
    box: Box


@click.command("diff", epilog=EPILOG)
@click.argument("inputs", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--rule", "rules", multiple=True, metavar="NAME", help="Only this rule's changes.")
@click.option("--json", "as_json", is_flag=True, help="One change a line, as JSON.")
def command(*, inputs: tuple[Path, ...], rules: tuple[str, ...], as_json: bool) -> None:
    """Show what was changed in the reading, by rule: how often, then where, from what, and why.

    INPUTS are document.json files, issue folders, or an OUT that holds them. The print is
    untouched: each change can be taken back by its word. To do without a rule, leave it out of
    `--set clean.rules=…`; `digitize list rules` names them all.
    """
    for path in chain.from_iterable(map(_documents, inputs)):
        document = read(path)
        found = [one for one in changes(document) if not rules or one.rule in rules]
        if as_json:
            for one in found:
                sys.stdout.buffer.write(msgspec.json.encode(asdict(one)) + b"\n")
        else:
            _show(document.id, found)


def _documents(path: Path) -> Iterator[Path]:
    """Yield the documents of an input: the file itself, an issue's, or those of all issues."""
    if path.is_file():
        yield path
        return
    own = path / DocumentJson.file
    below = sorted(path.glob(f"*/{DocumentJson.file}"))
    if not own.is_file() and not below:
        raise InputMissingError(
            "there is no document in it", where=str(path), hint="name the OUT of a digitize run"
        )
    yield from [own] if own.is_file() else below


def changes(document: Document) -> Iterator[Change]:
    """Yield every edit of a document with its place; the halves of one word as one change."""
    places = _places(document.pages)
    held: Change | None = None
    for edit in document.edits:
        one = _change(document.id, edit, places)
        if held and _other_half(held, edit, one):
            held = _joined(held, one)
            continue
        if held:
            yield held
        held = one
    if held:
        yield held


def _places(pages: Sequence[Page]) -> Mapping[str, Place]:
    """Return where each region, line and word stands, by its id."""
    found: dict[str, Place] = {}
    for page in pages:
        for region in page.regions:
            found[region.id] = Place(page, region, None, region.box)
            for line in region.lines:
                found[line.id] = Place(page, region, line, line.box)
                for word in line.words:
                    found[word.id] = Place(page, region, line, word.box)
    return found


def _change(issue: str, edit: Edit, places: Mapping[str, Place]) -> Change:
    kind, target, before, after = _said(edit)
    place = places[target]
    return Change(
        issue=issue,
        rule=edit.rule,
        kind=kind,
        page=place.page.number,
        region=place.region.id,
        line=place.line.id if place.line else "",
        box=place.box,
        before=before,
        after=after,
        reason=edit.reason,
        conf=edit.conf,
    )


def _said(edit: Edit) -> tuple[str, str, str, str]:
    """Return an edit's kind, the id of what it changes, and both readings."""
    match edit:
        case Reword():
            return "reword", edit.word, edit.before, edit.after
        case Relabel():
            return "relabel", edit.region, str(edit.before), str(edit.after)
        case Reflow():
            parts = (edit.before, edit.after)
            apart, whole = f" {BREAK} ".join(parts), join(parts)
            said = (whole, apart) if edit.opens else (apart, whole)
            return "reflow", edit.line, *said


def _other_half(held: Change, edit: Edit, one: Change) -> bool:
    """Return whether a word is read with the one before it, for the same reason."""
    same = (held.rule, held.reason, held.kind) == (one.rule, one.reason, one.kind)
    joined = isinstance(edit, Reword) and not edit.after and bool(held.after)
    return same and joined and held.after.endswith(one.before)


def _joined(held: Change, one: Change) -> Change:
    return replace(held, before=f"{held.before} {one.before}")


def _show(issue: str, found: Sequence[Change]) -> None:
    counts = Counter(one.rule for one in found)
    times = "1 change" if len(found) == 1 else f"{len(found)} changes"
    _say(f"{issue}: {times}", bold=True)
    for rule, count in counts.items():
        _say(f"  {count:6}  {rule}")
    for rule in counts:
        _say("")
        _say(rule, bold=True)
        for one in found:
            if one.rule == rule:
                _one(one)
    _say("")


def _one(one: Change) -> None:
    """Print one change: its place, both readings, the reason."""
    sure = "" if one.conf is None else f" ({one.conf:.0%})"
    place = click.style(f"  page {one.page}, {one.line or one.region}  ", dim=True)
    before = click.style(plain(one.before) or UNREAD, fg="red")
    new = "joined" if one.kind == "reflow" and BREAK in one.before else plain(one.after)
    after = click.style(new or UNREAD, fg="green")
    reason = click.style(f"  {plain(one.reason)}{sure}", dim=True)
    click.echo(f"{place}{before} → {after}{reason}")


def _say(text: str, *, bold: bool = False) -> None:
    click.echo(click.style(plain(text), bold=bold))
