"""How the issues of an output folder stand, told by their records; the journal adds the cost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from digitize.batch import manifest, records
from digitize.batch.journal import PageRow
from digitize.errors import InputError


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """One issue: how far it is, and what it took as far as the journal knows."""

    issue: str
    state: str  # "done", "failures" or "open"
    pages: int  # done so far; all of them once the issue is not open
    failed: int
    seconds: float | None = None  # a page, on average
    mebibytes: float | None = None  # the most that a page took
    cause: str = ""  # of the first failure


def standings(out: Path, rows: tuple[PageRow, ...]) -> list[Standing]:
    """Return every issue in `out`, the worst first: open, with failures, done."""
    costs: dict[str, list[PageRow]] = {}
    for row in rows:
        costs.setdefault(row.issue, []).append(row)
    found = [_standing(folder, costs.get(folder.name, [])) for folder in _folders(out)]
    worst = {"open": 0, "failures": 1, "done": 2}
    return sorted(found, key=lambda one: (worst[one.state], -one.failed, one.issue))


def _folders(out: Path) -> Iterator[Path]:
    for folder in sorted(out.iterdir()):
        if (folder / manifest.FILE).is_file() or (folder / records.FOLDER).is_dir():
            yield folder


def _standing(folder: Path, own: list[PageRow]) -> Standing:
    made = manifest.load(folder)
    if made is None:
        heads = list(_heads(folder))
        failures = [head.failed for head in heads if head.failed]
        state, pages = "open", len(heads)
    else:
        failures = list(made.failures)
        state, pages = ("failures" if failures else "done"), made.pages
    return Standing(
        issue=folder.name,
        state=state,
        pages=pages,
        failed=len(failures),
        seconds=round(sum(row.seconds for row in own) / len(own), 2) if own else None,
        mebibytes=max((row.mebibytes for row in own), default=None),
        cause=f"{failures[0].kind}: {failures[0].cause}" if failures else "",
    )


def _heads(folder: Path) -> Iterator[records.Head]:
    for path in sorted((folder / records.FOLDER).glob("*.page")):
        try:
            yield records.decode(path.read_bytes(), str(path))[0]
        except (OSError, InputError):
            continue
