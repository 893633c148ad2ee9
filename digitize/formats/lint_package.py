"""Rules over the package: checksums, what it refers to, characters, the same bytes again."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import fields
from typing import Any, cast
from urllib.parse import unquote, urlsplit

from digitize.errors import InputError
from digitize.formats.addresses import media_type
from digitize.formats.folder import Finding, Folder, attributes, named
from digitize.formats.format import Format

_TEXTS = (
    ".xml", ".html", ".json", ".jsonl", ".jsonld", ".ndjson", ".md", ".txt", ".csv",
)  # fmt: skip
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_BEYOND = re.compile("[\U00010000-\U0010ffff]")
_MANIFEST = re.compile(r"bag/(?:tag)?manifest-(\w+)\.txt")
_WHOLE = ("document.json", "articles.jsonl", "issue.txt", "tei.xml")  # one file, all that is read


def fixity(folder: Folder) -> Iterator[Finding]:
    """Hold sums, sizes and kinds in METS and bag against the files; no path leaves the package."""
    for name in folder.names:
        manifest = _MANIFEST.fullmatch(name)
        if manifest:
            yield from _bagged(folder, name, manifest[1])
    if "mets.xml" in folder.names:
        yield from _listed(folder)


def _bagged(folder: Folder, name: str, algorithm: str) -> Iterator[Finding]:
    for row in folder.data(name).decode().splitlines():
        digest, _, path = row.partition("  ")
        plain = path.replace("%0A", "\n").replace("%0D", "\r").replace("%25", "%")
        target = f"bag/{plain}"
        if target not in folder.names:
            yield Finding("fixity", name, f"{plain} is not in the bag")
        elif hashlib.new(algorithm, folder.data(target)).hexdigest() != digest:
            yield Finding("fixity", name, f"{plain} has changed")


def _listed(folder: Folder) -> Iterator[Finding]:
    root = folder.tree("mets.xml")
    for file in named(root, "file") if root is not None else ():
        for spot in named(file, "FLocat"):
            href = next((value for key, value in attributes(spot) if key == "href"), "")
            yield from _file(folder, dict(attributes(file)), href)


def _file(folder: Folder, facts: dict[str, str], href: str) -> Iterator[Finding]:
    path = unquote(href)
    if urlsplit(href).scheme or path.startswith("/") or ".." in path.split("/"):
        yield Finding("fixity", "mets.xml", f"{href} leads out of the package")
        return
    if path not in folder.names:
        yield Finding("fixity", "mets.xml", f"{path} is not there")
        return
    data = folder.data(path)
    kind = facts.get("CHECKSUMTYPE", "").replace("-", "").lower()
    known = kind in hashlib.algorithms_available
    if known and hashlib.new(kind, data).hexdigest() != facts.get("CHECKSUM"):
        yield Finding("fixity", "mets.xml", f"{path} has another checksum")
    if facts.get("SIZE", str(len(data))) != str(len(data)):
        yield Finding("fixity", "mets.xml", f"{path} has another size")
    kind = media_type(path).replace("application/xml", "text/xml")
    told = facts.get("MIMETYPE", kind).replace("application/xml", "text/xml")
    if kind not in ("application/octet-stream", told):
        yield Finding("fixity", "mets.xml", f"{path} is {kind}, not {told}")


def characters(folder: Folder) -> Iterator[Finding]:
    """Text is UTF-8 without control characters, and characters of every plane survive."""
    wanted: set[str] = set()
    for name in folder.regions:
        wanted |= set(_BEYOND.findall(folder.reading((name,))))
    for name in folder.names:
        if not name.endswith(_TEXTS):
            continue
        try:
            text = folder.data(name).decode("utf-8")
        except UnicodeDecodeError as error:
            yield Finding("characters", name, f"it is not UTF-8: {error.reason}")
            continue
        bad = _CONTROL.search(text)
        if bad:
            yield Finding("characters", name, f"it holds U+{ord(bad[0]):04X}")
        if name in _WHOLE and not wanted <= set(_BEYOND.findall(text)) and name != "issue.txt":
            lost = ", ".join(sorted(wanted - set(_BEYOND.findall(text))))
            yield Finding("characters", name, f"it lost {lost}")


def same_bytes(folder: Folder, writers: Iterable[Format]) -> Iterator[Finding]:
    """Write the document again: the same must come out as is there.

    Formats with options are written twice and held against each other, for nobody says here with
    which options the files were made.
    """
    for writer in writers:
        try:
            made = {file.path: file.data for file in writer.files(folder.document)}
        except InputError:
            continue  # it cannot do without the scans, or the date
        if not made or not set(made) <= set(folder.names):
            continue
        if fields(cast("Any", writer)):
            again = {file.path: file.data for file in writer.files(folder.document)}
        else:
            again = {name: folder.data(name) for name in made}
        for name in sorted(made):
            if made[name] != again[name]:
                yield Finding("same-bytes", name, f"{writer.name} now writes it otherwise")
