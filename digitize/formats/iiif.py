"""IIIF Presentation 3: the issue as a manifest, its articles as ranges, its lines as annotations.

Everything the manifest names lies in the same package: the scans, when their folder is known,
and the ALTO of each page. Put the folder on a server and say so with `--set iiif.base=…`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

import msgspec

from digitize.formats.addresses import UNPUBLISHED, issue, media_type, path, place, tagged
from digitize.formats.format import File, Kept
from digitize.formats.jsonl import label
from digitize.formats.membership import spoken
from digitize.formats.pointers import alto
from digitize.formats.record import Record, records
from digitize.formats.scans import FOLDER, packed
from digitize.formats.xml import legal
from digitize.model.document import Document
from digitize.model.page import Page
from digitize.model.reading import read

CONTEXT = "http://iiif.io/api/presentation/3/context.json"
GRANULARITY = "http://iiif.io/api/extension/text-granularity/context.json"
_ALTO = "http://www.loc.gov/standards/alto/v4"

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Iiif:
    """A IIIF manifest with article ranges and the text of every line, for Mirador and its like."""

    base: str = UNPUBLISHED  # where the folder of issues lies on the web
    rights: str = ""  # an address of creativecommons.org or rightsstatements.org, if any

    name: ClassVar[str] = "iiif"
    keeps: ClassVar[frozenset[Kept]] = frozenset(
        {"reading", "boxes", "languages", "order", "articles", "issue"}
    )

    def files(self, document: Document, scans: Path | None = None, /) -> Iterator[File]:
        """Yield iiif/manifest.json, an annotation page for each page, and what they refer to."""
        home = issue(self.base, document)
        yield File("iiif/manifest.json", _json(self.manifest(document)))
        for page in document.pages:
            yield File(f"iiif/annotations/{page.id}.json", _json(_annotations(home, page)))
        yield from alto(document)
        yield from packed(document, scans)

    def manifest(self, document: Document) -> Json:
        """Return the manifest."""
        home, facts = issue(self.base, document), document.issue
        vertical = [
            line.vertical for page in document.pages for region in page.regions
            for line in region.lines
        ]  # fmt: skip
        downwards = sum(vertical) * 2 > len(vertical)
        found: Json = {
            "@context": CONTEXT,
            "id": f"{home}/iiif/manifest.json",
            "type": "Manifest",
            "label": _title(document),
            "metadata": list(_metadata(document)),
            "viewingDirection": "right-to-left" if downwards else "left-to-right",
            "behavior": ["paged"],
            "items": [_canvas(home, page) for page in document.pages],
        }
        if facts.date:
            found["navDate"] = f"{facts.date}T00:00:00Z"
        if self.rights:
            found["rights"] = self.rights
        pages = {region.id: page for page in document.pages for region in page.regions}
        ranges = [_range(home, pages, record) for record in records(document)]
        if ranges:
            found["structures"] = [
                {
                    "id": f"{home}/range/contents",
                    "type": "Range",
                    "label": {"en": ["Contents"]},
                    "items": ranges,
                }
            ]
        return found


def _json(value: Json) -> bytes:
    return msgspec.json.format(msgspec.json.encode(value), indent=1) + b"\n"


def _title(document: Document) -> dict[str, list[str]]:
    facts = document.issue
    titles: dict[str, list[str]] = {}
    for lang, text in (
        (facts.title_lang, facts.title or document.id),
        *((item.lang, item.text) for item in facts.parallel_titles),
    ):
        dated = ", ".join(part for part in (text, facts.date) if part)
        titles.setdefault(tagged(lang), []).append(legal(dated))
    return titles


def _metadata(document: Document) -> Iterator[Json]:
    facts = document.issue
    languages = dict.fromkeys(record.lang for record in records(document) if record.lang)
    for name, values in (
        ("Date", [facts.date]),
        ("Date as printed", [facts.printed_date]),
        ("Edition", [facts.edition, *(item.text for item in facts.parallel_editions)]),
        ("Volume", [facts.volume]),
        ("Number", [facts.number]),
        ("Place", [facts.place]),
        ("Publisher", [facts.publisher]),
        ("Price", [facts.price.printed if facts.price else None]),
        ("Language", [*languages]),
    ):
        known = [legal(value) for value in values if value]
        if known:
            yield {"label": {"en": [name]}, "value": {"none": known}}


def _canvas(home: str, page: Page) -> Json:
    here, scan = f"{home}/canvas/{page.id}", page.scan
    width, height = max(1, scan.width), max(1, scan.height)
    painting: list[Json] = []
    if scan.unit == "pixel" and scan.width and scan.height:
        leaf = f"#page={scan.index + 1}" if scan.index else ""
        body = {
            "id": f"{home}/{FOLDER}/{path(scan.path)}{leaf}",
            "type": "Image",
            "format": media_type(scan.path),
            "width": width,
            "height": height,
        }
        painting.append(
            {
                "id": f"{here}/painting/1",
                "type": "Annotation",
                "motivation": "painting",
                "body": body,
                "target": here,
            }
        )
    return {
        "id": here,
        "type": "Canvas",
        "label": {"none": [legal(label(page))]},
        "width": width,
        "height": height,
        "items": [{"id": f"{here}/painting", "type": "AnnotationPage", "items": painting}],
        "annotations": [
            {"id": f"{home}/iiif/annotations/{page.id}.json", "type": "AnnotationPage"}
        ],
        "seeAlso": [
            {
                "id": f"{home}/alto/{path(page.id)}.xml",
                "type": "Dataset",
                "label": {"en": ["ALTO"]},
                "format": "application/xml+alto",
                "profile": _ALTO,
            }
        ],
    }


def _range(home: str, pages: dict[str, Page], record: Record) -> Json:
    name = record.headline or f"({record.article.kind})"
    return {
        "id": f"{home}/range/{path(record.article.id)}",
        "type": "Range",
        "label": {tagged(record.lang if record.headline else "en"): [legal(name)]},
        "items": [
            {
                "type": "Canvas",
                "id": f"{home}/canvas/{pages[region.id].id}" + place(pages[region.id], region.box),
            }
            for region in record.regions
        ],
    }


def _annotations(home: str, page: Page) -> Json:
    """Return the lines of a page as they are read; an id names the region and the line."""
    here = f"{home}/canvas/{page.id}"
    items: list[Json] = []
    for region in page.regions:
        for line in region.lines:
            text, lang = legal(read([line])), spoken([line])
            if not text:
                continue
            body = {"type": "TextualBody", "format": "text/plain", "value": text}
            items.append(
                {
                    "id": f"{home}/annotation/{path(region.id)}/{path(line.id)}",
                    "type": "Annotation",
                    "motivation": "supplementing",
                    "body": body | ({"language": lang} if lang else {}),
                    "target": here + place(page, line.box),
                    "textGranularity": "line",
                }
            )
    return {
        "@context": [GRANULARITY, CONTEXT],
        "id": f"{home}/iiif/annotations/{page.id}.json",
        "type": "AnnotationPage",
        "items": items,
    }
