"""Where in the ALTO files the text of an article stands, byte by byte.

Search engines that show the hit on the scan (solr-ocrhighlighting) read the ALTO themselves and
want to be told which bytes of it are an article: its blocks, and the opening tag of the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from digitize.formats.alto import Alto
from digitize.formats.format import File
from digitize.formats.remembered import remembered
from digitize.formats.xml import ident
from digitize.model.document import Document
from digitize.model.page import Page, Region

Span = tuple[int, int]

_PAGE = re.compile(rb"<Page\b[^>]*>")
_BLOCK = re.compile(rb'<TextBlock ID="([^"]*)"[^>]*?(?:/>|>.*?</TextBlock>)', re.DOTALL)


@remembered
def alto(document: Document) -> tuple[File, ...]:
    """Return the ALTO files of a document, as four packages want them."""
    return tuple(Alto().files(document))


class Pages:
    """ALTO files, and where in each of them its blocks stand."""

    def __init__(self, files: Iterable[File]) -> None:
        self._opening: dict[str, Span] = {}
        self._blocks: dict[str, dict[str, Span]] = {}
        for path, data in files:
            opening = _PAGE.search(data)
            if opening:
                self._opening[path] = opening.span()
            found = _BLOCK.finditer(data)
            self._blocks[path] = {block[1].decode(): block.span() for block in found}

    def pointer(self, root: str, parts: Iterable[tuple[Page, Region]]) -> str:
        """Return the bytes of an article's regions: "alto/p0001.xml[120:340,900:1200]+…"."""
        found: list[str] = []
        for path, own in groupby(parts, lambda part: f"alto/{part[0].id}.xml"):
            blocks = self._blocks.get(path, {})
            names = [ident(region.id) for _, region in own]
            spans = list(_merged(blocks[name] for name in names if name in blocks))
            if spans:
                whole = [self._opening[path], *spans] if path in self._opening else spans
                found.append(f"{root}{path}[{','.join(f'{a}:{b}' for a, b in whole)}]")
        return "+".join(found)


def _merged(spans: Iterable[Span]) -> Iterator[Span]:
    """Yield spans in their order; one that goes on where the last ended makes it longer."""
    held: Span | None = None
    for span in spans:
        if held and 0 <= span[0] - held[1] <= 1:  # a line feed stands between two blocks
            held = (held[0], span[1])
            continue
        if held:
            yield held
        held = span
    if held:
        yield held
