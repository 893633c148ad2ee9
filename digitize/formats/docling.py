"""docling.json: the issue as a DoclingDocument, for tools that feed text to language models.

An article is a group of its headings and paragraphs; a paragraph that runs over several columns
is one text with several places. `orig` is what was printed, `text` how it is read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from typing import Any, ClassVar

import msgspec

from digitize.formats.addresses import media_type
from digitize.formats.format import File, Kept
from digitize.formats.record import Record, furniture, records
from digitize.formats.xml import legal
from digitize.grammar.scripts import spaced
from digitize.model.document import Document
from digitize.model.geometry import Box, union
from digitize.model.page import WORDLESS, Line, Page, Region, Role
from digitize.model.reading import join, paragraphs, printed, read

Json = dict[str, Any]

VERSION = "1.10.0"
_HEADINGS = {Role.HEADLINE: 1, Role.DECK: 2, Role.KICKER: 2, Role.SUBHEADING: 3}
_LABELS = {Role.CAPTION: "caption", Role.CREDIT: "caption", Role.FOLIO: "page_header",
           Role.RUNNING_HEADER: "page_header", Role.DATE_LINE: "page_header"}  # fmt: skip
_FLOWING = frozenset({Role.BODY, Role.ADVERT, Role.NOTICE})


@dataclass(frozen=True, slots=True)
class Docling:
    """A DoclingDocument: articles as groups, paragraphs whole, furniture in its own layer."""

    name: ClassVar[str] = "docling"
    keeps: ClassVar[frozenset[Kept]] = frozenset(
        {"reading", "print", "boxes", "order", "paragraphs", "articles", "furniture"}
    )
    file: ClassVar[str] = "docling.json"

    def files(self, document: Document, scans: Path | None = None, /) -> Iterator[File]:
        """Yield the one file."""
        del scans
        yield File(self.file, self.render(document))

    def render(self, document: Document, /) -> bytes:
        """Return the document as JSON."""
        return msgspec.json.encode(_Writer(document).made()) + b"\n"


@dataclass(slots=True)
class _Writer:
    """The lists of a DoclingDocument while they grow."""

    document: Document
    groups: list[Json] = field(default_factory=list)
    texts: list[Json] = field(default_factory=list)
    pictures: list[Json] = field(default_factory=list)
    pages: dict[str, Page] = field(default_factory=dict)

    def made(self) -> Json:
        """Return the whole document."""
        document = self.document
        self.pages = {region.id: page for page in document.pages for region in page.regions}
        body = [self._article(record) for record in records(document)]
        held = {part for article in document.articles for part in article.parts}
        loose = [
            region for page in document.pages for region in page.regions
            if region.role is Role.PICTURE and region.id not in held
        ]  # fmt: skip
        body += [self._picture(region, "#/body") for region in loose]
        outside = [
            self._text([(region, region.lines)], "#/furniture", "furniture")
            for page in document.pages
            for region in furniture(page)
        ]
        return {
            "schema_name": "DoclingDocument",
            "version": VERSION,
            "name": legal(document.id),
            **self._origin(),
            "furniture": _root("furniture", outside),
            "body": _root("body", body),
            "groups": self.groups,
            "texts": self.texts,
            "pictures": self.pictures,
            "tables": [],
            "key_value_items": [],
            "form_items": [],
            "pages": {
                str(page.number): {
                    "size": {"width": page.scan.width, "height": page.scan.height},
                    "page_no": page.number,
                }
                for page in document.pages
            },
        }

    def _origin(self) -> Json:
        """Return the file the pages were read from, when it is one."""
        scans = {page.scan.path: page.scan for page in self.document.pages}
        if len(scans) != 1:
            return {}
        scan = next(iter(scans.values()))
        if not scan.sha256:
            return {}
        return {
            "origin": {
                "mimetype": media_type(scan.path),
                "binary_hash": int(scan.sha256[:16], 16),
                "filename": legal(Path(scan.path).name),
            }
        }

    def _article(self, record: Record) -> Json:
        name = f"#/groups/{len(self.groups)}"
        group: Json = {
            "self_ref": name,
            "parent": {"$ref": "#/body"},
            "children": [],
            "content_layer": "body",
            "name": record.article.id,
            "label": "section",
        }
        self.groups.append(group)
        for flowing, regions in groupby(record.regions, lambda region: region.role in _FLOWING):
            if flowing:
                group["children"] += self._flow(tuple(regions), name)
            else:
                group["children"] += [self._single(region, name) for region in regions]
        return {"$ref": name}

    def _single(self, region: Region, parent: str) -> Json:
        if region.role in WORDLESS:
            return self._picture(region, parent)
        return self._text([(region, region.lines)], parent, "body")

    def _flow(self, regions: Sequence[Region], parent: str) -> Iterator[Json]:
        owner = {line.id: region for region in regions for line in region.lines}
        for lines in paragraphs(regions):
            pieces = [(owner[own[0].id], own) for own in _runs(lines, owner)]
            yield self._text(pieces, parent, "body")

    def _text(
        self, pieces: Sequence[tuple[Region, Sequence[Line]]], parent: str, layer: str
    ) -> Json:
        name = f"#/texts/{len(self.texts)}"
        text, places = "", []
        for region, lines in pieces:
            said = legal(read(lines))
            start = len(text) + bool(text and said and spaced(text, said))
            text = join((text, said))
            places += [
                _place(self.pages[region.id], union(line.box for line in lines), start, len(text))
            ]
        role = pieces[0][0].role
        item: Json = {
            "self_ref": name,
            "parent": {"$ref": parent},
            "children": [],
            "content_layer": layer,
            "label": _LABELS.get(role, "text"),
            "prov": places,
            "orig": legal("\n".join(printed(line) for _, lines in pieces for line in lines)),
            "text": text,
        }
        if role in _HEADINGS and layer == "body":
            item |= {"label": "section_header", "level": _HEADINGS[role]}
        self.texts.append(item)
        return {"$ref": name}

    def _picture(self, region: Region, parent: str) -> Json:
        name = f"#/pictures/{len(self.pictures)}"
        self.pictures.append(
            {
                "self_ref": name,
                "parent": {"$ref": parent},
                "children": [],
                "content_layer": "body",
                "label": "picture",
                "prov": [_place(self.pages[region.id], region.box, 0, 0)],
                "captions": [],
                "references": [],
                "footnotes": [],
            }
        )
        return {"$ref": name}


def _runs(lines: Iterable[Line], owner: dict[str, Region]) -> Iterator[tuple[Line, ...]]:
    """Yield the lines of a paragraph, region by region."""
    for _, own in groupby(lines, lambda line: owner[line.id].id):
        yield tuple(own)


def _root(layer: str, children: list[Json]) -> Json:
    return {
        "self_ref": f"#/{layer}",
        "children": children,
        "content_layer": layer,
        "name": "_root_",
        "label": "unspecified",
    }


def _place(page: Page, box: Box, start: int, end: int) -> Json:
    return {
        "page_no": page.number,
        "bbox": {
            "l": box.x0, "t": box.y0, "r": box.x1, "b": box.y1, "coord_origin": "TOPLEFT",
        },
        "charspan": [start, end],
    }  # fmt: skip
