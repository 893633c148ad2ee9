"""Measures how dates and heads of newspapers are read: exact, missing, wrong, confident and wrong.

    python -m scripts.bench_masthead [--seed N] [--each N] [--faults] [dates] [clean] [degraded]

Dates are read as printed; heads go through `digitize clean` as flat text. A field is confident
and wrong when it differs from the truth and its evidence says one half or more.
"""

from __future__ import annotations

import argparse
import random
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from digitize.grammar.dates import find_dates
from digitize.load.leaves import leaves, open_leaf
from digitize.load.source import find
from digitize.model.issue import Issue
from digitize.recipe import load
from digitize.score.masthead import FIELDS, facts, masthead
from scripts.mastheads.damage import degrade
from scripts.mastheads.dates import Row, rows
from scripts.mastheads.heads import Head, heads
from scripts.mastheads.parted import parted

RATE = 0.03  # of the characters of a degraded head
SURE = 0.5
_OWN = Path(__file__).parent / "mastheads" / "odd.tsv"
_PART = {"price.amount": "price", "price.currency": "price"}


def dates(seed: int) -> tuple[Counter[str], list[str]]:
    """Count the verdicts on every printed date; a weekday printed with it must be read too."""
    counts: Counter[str] = Counter()
    faults = []
    for row in (*_odd(), *rows(seed)):
        found = find_dates(row.printed)
        days = {
            day
            for one in found
            if one.calendar != "lunar" or len(found) == 1
            for day in one.candidates
        }
        named = not row.weekday or any(one.weekday == row.weekday for one in found)
        true = {row.day} - {"-"}
        verdict = (
            "exact" if days == true and named
            else "weekday lost" if days == true
            else "ambiguous" if row.day in days
            else "missing" if not days
            else "wrong"
        )  # fmt: skip
        counts[verdict] += 1
        if verdict != "exact":
            faults.append(f"{verdict}: {row.printed!r} is {row.day}, read as {sorted(days)}")
    return counts, faults


def _odd() -> Iterator[Row]:
    for line in _OWN.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            printed, day, weekday = line.split("\t")
            yield Row(printed, day, "" if weekday == "-" else weekday, "odd")


def read(head: Head, folder: Path) -> Issue:
    """Return what `digitize clean` makes of a head with its text."""
    path = folder / "issue.txt"
    path.write_text("\n".join((*head.lines, "", head.body)), "utf-8")
    pipeline = load(None, ()).pipeline()
    source = find([path])[0]
    pages = [pipeline.page(open_leaf(leaf)) for leaf in leaves(source)]
    return pipeline.bind(source.id, pages).issue


def damaged(head: Head, rng: random.Random) -> Head:
    """Return the head as bad recognition reads it; what is true of it stays."""
    return replace(head, lines=tuple(degrade(line, rng, RATE) for line in head.lines))


def measure(made: list[Head]) -> tuple[Counter[str], list[str]]:
    """Count the verdicts on every field of every head."""
    counts: Counter[str] = Counter()
    faults = []
    with tempfile.TemporaryDirectory() as folder:
        for head in made:
            said = read(head, Path(folder))
            verdicts = masthead(_asked(head.truth, said), said)
            true, told = facts(head.truth), facts(said)
            for name in FIELDS:
                verdict = verdicts.get(name)
                if verdict is None:
                    continue
                sure = verdict in ("wrong", "spurious") and _sure(said, name)
                counts[verdict] += 1
                counts["confident and wrong"] += sure
                if verdict != "correct":
                    faults.append(
                        f"{head.manner} {'SURE ' if sure else ''}{verdict} {name}: "
                        f"{true[name]} read as {told[name]}   {' ¶ '.join(head.lines)}"
                    )
    return counts, faults


def _asked(true: Issue, said: Issue) -> Issue:
    """Return the truth, its currency left open where a head does not print it."""
    if true.price and true.price.currency is None and said.price:
        return replace(true, price=replace(true.price, currency=said.price.currency))
    return true


def _sure(said: Issue, name: str) -> bool:
    return any(one.conf >= SURE for one in said.evidence if one.field == _PART.get(name, name))


def _show(title: str, counts: Counter[str]) -> None:
    total = sum(count for verdict, count in counts.items() if verdict != "confident and wrong")
    parts = (f"{verdict} {count} ({count / total:.2%})" for verdict, count in counts.most_common())
    print(f"{title}: {total}: " + ", ".join(parts))


def main() -> None:
    """Read the command line, measure, print."""
    parser = argparse.ArgumentParser(description="how dates and heads are read")
    parser.add_argument("parts", nargs="*", default=["dates", "clean", "degraded"])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--each", type=int, default=10, help="heads of every manner")
    parser.add_argument("--faults", action="store_true", help="print every fault")
    given = parser.parse_args()
    made = [*heads(given.seed, given.each), *parted(given.seed, given.each)]
    rng = random.Random(given.seed)  # noqa: S311 - no secret
    for part in given.parts:
        if part == "dates":
            counts, faults = dates(given.seed)
        else:
            counts, faults = measure(
                made if part == "clean" else [damaged(head, rng) for head in made]
            )
        if given.faults:
            print("\n".join(faults))
        _show(part, counts)


if __name__ == "__main__":
    main()
