"""Runs with input or output in object storage: issue after issue is fetched, read and sent."""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

import msgspec

from digitize.batch.manifest import FILE, Manifest
from digitize.cli.console import say
from digitize.cli.produce import FAILURES, Given, produce
from digitize.errors import DONE, PARTIAL, DigitizeError, MissingToolError, RecipeError
from digitize.load.naming import slug
from digitize.load.source import Source, find

_URL = re.compile(r"([a-z][a-z0-9+]+):/{1,2}(?=[^/])")


def address(path: Path) -> str:
    """Return the address that was typed, if it was one; a Path has lost one of its slashes."""
    match = _URL.match(str(path))
    return f"{match[1]}://{str(path)[match.end() :]}" if match else ""


@dataclass(frozen=True, slots=True)
class _Issue:
    """An issue here or elsewhere."""

    id: str
    store: Any = None  # where its files are; None: here
    folder: str = ""
    names: tuple[str, ...] = ()
    source: Source | None = None


def transfer(inputs: Sequence[Path], given: Given, *, to: tuple[str, ...], out: Path | None) -> int:
    """Make the records of issues that lie elsewhere, or are to go elsewhere; return the exit code.

    Issues come one by one, so that the disk here need only hold one. One that lies there already,
    made as ordered of files that have not changed, is not made again.

    Raises RecipeError when no folder is given, MissingToolError without the extra `remote`.
    """
    if out is None:
        raise RecipeError("issues from elsewhere need a place to go", hint="name it with -o")
    there = _store(address(out)) if address(out) else None
    codes: list[int] = []
    failures: list[bytes] = []
    with tempfile.TemporaryDirectory(prefix="digitize-") as spool:
        for issue in _issues(inputs):
            place = Path(spool) / "out" if there else out
            try:
                codes.append(_one(issue, there, given, to, place))
            except DigitizeError as error:
                say(f"digitize: {error}")
                codes.append(error.exit_code)
            if there:
                failures += _told(place)
                shutil.rmtree(place, ignore_errors=True)
    if there and failures:
        there.files.pipe_file(f"{there.root}/{FAILURES}", b"".join(failures))
    bad = {code for code in codes if code}
    return DONE if not bad else bad.pop() if len(codes) == 1 else PARTIAL


def _store(url: str) -> Any:
    try:
        remote = import_module("digitize.batch.remote")
    except ImportError as error:
        raise MissingToolError(
            "fsspec is not installed", hint="pip install 'digitize[remote]'"
        ) from error
    return remote.store(url)


def _issues(inputs: Sequence[Path]) -> Iterator[_Issue]:
    for path in inputs:
        if url := address(path):
            store = _store(url)
            base = url.rstrip("/").rpartition("/")[2]
            for folder, names in store.issues():
                yield _Issue(slug(folder.rpartition("/")[2] or base), store, folder, names)
        else:
            yield from (_Issue(source.id, source=source) for source in find([path]))


def _one(issue: _Issue, there: Any, given: Given, to: tuple[str, ...], out: Path) -> int:
    seen = issue.store.looks(issue.folder, issue.names) if issue.store else _look(issue.source)
    if there and _made(there, issue.id, given, to, seen):
        return DONE
    with tempfile.TemporaryDirectory(prefix="digitize-") as spool:
        if issue.store:
            issue.store.fetch(issue.folder, issue.names, Path(spool) / issue.id)
        sources = [issue.source] if issue.source else find([Path(spool) / issue.id])
        code = produce(sources, given, to=to, out=out)
        for source in sources if there else ():
            there.send(out / source.id, seen)
    return code


def _look(source: Source | None) -> bytes:
    files = source.files if source else ()
    return msgspec.json.encode([[file.name, file.stat().st_size] for file in files])


def _made(there: Any, issue: str, given: Given, to: tuple[str, ...], seen: bytes) -> bool:
    raw = there.read(issue, FILE)
    if not raw or there.read(issue, "source.json") != seen:
        return False
    made = msgspec.json.decode(raw, type=Manifest)
    return (made.recipe, made.formats) == (given.recipe.digest, to) and not (
        given.retry and made.failures
    )


def _told(out: Path) -> list[bytes]:
    path = out / FAILURES
    return path.read_bytes().splitlines(keepends=True) if path.exists() else []
