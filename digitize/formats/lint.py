"""What no schema checks: twelve rules over the files of an issue, each alone and all together.

A rule is a function that is given the folder and yields what it finds. A rule has nothing to say
of formats that are not there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from digitize.formats import lint_package, lint_pages, lint_texts, lint_web
from digitize.formats.folder import Finding, Folder
from digitize.formats.format import Format

RULES: dict[str, Callable[[Folder], Iterator[Finding]]] = {
    "references": lint_pages.references,
    "boxes": lint_pages.boxes,
    "blocks": lint_texts.blocks,
    "hyphens": lint_pages.hyphens,
    "confidence": lint_pages.confidence,
    "text": lint_texts.same_text,
    "languages": lint_texts.languages,
    "provenance": lint_pages.provenance,
    "fixity": lint_package.fixity,
    "characters": lint_package.characters,
    "iiif": lint_web.iiif,
}
"""The rules, by the name under which a finding is told; `same-bytes` needs the writers too."""

SAME_BYTES = "same-bytes"


def lint(root: Path, writers: Iterable[Format] = ()) -> Iterator[Finding]:
    """Yield what the rules find in an issue's folder.

    `writers` are the formats to write again from its document, to see whether the same comes
    out; those whose files are not there are passed over. Raises InputMissingError when the folder
    holds no document, InputError when that is damaged.
    """
    folder = Folder(root)
    for rule in RULES.values():
        yield from rule(folder)
    yield from lint_package.same_bytes(folder, writers)
