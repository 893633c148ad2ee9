"""Make documents of inputs and hand them out: what `run` and `clean` have in common."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import msgspec

from digitize.cli.console import say, work
from digitize.errors import DigitizeError, RecipeError
from digitize.formats.format import Format
from digitize.load.leaves import Leaf, leaves
from digitize.load.source import Source
from digitize.model.document import Document
from digitize.output import write
from digitize.recipe import Recipe
from digitize.registry import find
from digitize.work import Failure, exit_code, make

FAILURES = "failures.jsonl"


def produce(
    found: Sequence[Source],
    recipe: Recipe,
    *,
    to: Sequence[str],
    out: Path | None,
    quiet: bool,
) -> int:
    """Make a document of every issue in `found`, write it, and return the exit code.

    With `out`, each issue gets a folder there; otherwise the one format of `to` goes to standard
    output. A bad input is told in one line and costs nothing but itself.
    """
    forms: list[Format] = [find("formats", name)() for name in to]
    if out is None and len(forms) != 1:
        raise RecipeError("standard output takes one format", hint="name a folder with -o")
    pipeline = recipe.pipeline()
    sources, failures = _open(found)
    done = 0
    with work(sum(len(pages) for _, pages in sources), quiet=quiet) as shown:
        for source, pages in sources:
            made = make(source, pages, pipeline, shown.done if shown else _unheard)
            failures += made.failures
            done += made.whole
            if made.whole:
                _deliver(made.document, forms, out)
    _report(failures, out)
    return exit_code(done, failures)


def _open(
    sources: Sequence[Source],
) -> tuple[list[tuple[Source, tuple[Leaf, ...]]], list[Failure]]:
    """Return the sources that can be looked into, with their pages, and the others as failures."""
    good: list[tuple[Source, tuple[Leaf, ...]]] = []
    bad: list[Failure] = []
    for source in sources:
        try:
            good.append((source, tuple(leaves(source))))
        except DigitizeError as error:
            bad.append(Failure(source.id, error.where, error))
    return good, bad


def _unheard(name: str, trouble: str) -> None:
    del name, trouble


def _deliver(document: Document, forms: Sequence[Format], out: Path | None) -> None:
    for form in forms:
        data = form.render(document)
        if out is None:
            sys.stdout.buffer.write(data)
            sys.stdout.buffer.flush()
        else:
            write(out / document.id / form.file, data)


def _report(failures: Sequence[Failure], out: Path | None) -> None:
    """Tell every failure in one line, and leave the list beside the records."""
    for failure in failures:
        say(f"digitize: {failure.error}")
    if out is not None and failures:
        rows = (
            {
                "issue": failure.source or None,
                "input": failure.where,
                "class": failure.error.label,
                "cause": failure.error.message,
                "hint": failure.error.hint or None,
                "exit_code": failure.code,
            }
            for failure in failures
        )
        write(out / FAILURES, b"".join(msgspec.json.encode(row) + b"\n" for row in rows))
