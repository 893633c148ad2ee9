"""W3C Web Annotations: every article described where it is printed, every change of a word told."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

import msgspec

from digitize import __version__
from digitize.formats.addresses import UNPUBLISHED, issue, path, place
from digitize.formats.format import File, Kept
from digitize.formats.record import Record, records
from digitize.formats.scans import FOLDER
from digitize.formats.xml import legal
from digitize.model.document import Document
from digitize.model.edit import Reword
from digitize.model.page import Line, Page, Region, Word
from digitize.model.reading import printed

Json = dict[str, Any]

_MEDIA = "http://www.w3.org/TR/media-frags/"
_BESIDE = 32  # characters before and after a quotation, by which it is found again


@dataclass(frozen=True, slots=True)
class Annotations:
    """W3C annotations on the scans: articles with their text, words with what they were read as."""

    base: str = UNPUBLISHED  # where the folder of issues lies on the web

    name: ClassVar[str] = "annotations"
    keeps: ClassVar[frozenset[Kept]] = frozenset(
        {"reading", "boxes", "languages", "articles", "edits"}
    )
    file: ClassVar[str] = "annotations.jsonld"

    def files(self, document: Document, scans: Path | None = None, /) -> Iterator[File]:
        """Yield the one file."""
        del scans
        yield File(self.file, self.render(document))

    def render(self, document: Document, /) -> bytes:
        """Return an AnnotationPage as JSON-LD."""
        home = issue(self.base, document)
        pages = {region.id: page for page in document.pages for region in page.regions}
        page: Json = {
            "@context": "http://www.w3.org/ns/anno.jsonld",
            "id": f"{home}/{self.file}",
            "type": "AnnotationPage",
            "items": [
                *(_article(home, pages, record) for record in records(document)),
                *_changes(home, document),
            ],
        }
        return msgspec.json.format(msgspec.json.encode(page), indent=1) + b"\n"


def _annotation(home: str, name: str, motivation: str, body: Json, target: object) -> Json:
    return {
        "id": f"{home}/annotation/{path(name)}",
        "type": "Annotation",
        "motivation": motivation,
        "generator": {
            "id": f"urn:digitize:{__version__}",
            "type": "Software",
            "name": f"digitize {__version__}",
        },
        "body": {"type": "TextualBody", "format": "text/plain"} | body,
        "target": target,
    }


def _article(home: str, pages: dict[str, Page], record: Record) -> Json:
    body: Json = {"value": legal(record.text or record.headline or ""), "purpose": "describing"}
    if record.lang:
        body["language"] = record.lang
    targets = [_part(home, pages[region.id], region) for region in record.regions]
    return _annotation(home, record.article.id, "describing", body, targets)


def _part(home: str, page: Page, region: Region) -> Json:
    selectors: list[Json] = []
    spot = place(page, region.box)
    if spot:
        selectors.append(_fragment(spot))
    if len(region.outline) > 2:
        points = " ".join(f"{x},{y}" for x, y in region.outline)
        drawing = f"<svg xmlns='http://www.w3.org/2000/svg'><polygon points='{points}'/></svg>"
        selectors.append({"type": "SvgSelector", "value": drawing})
    text = " ".join(filter(None, (printed(line) for line in region.lines)))
    if text:
        selectors.append({"type": "TextQuoteSelector", "exact": legal(text)})
    return _target(home, page, selectors)


def _fragment(spot: str) -> Json:
    return {"type": "FragmentSelector", "conformsTo": _MEDIA, "value": spot.removeprefix("#")}


def _target(home: str, page: Page, selectors: list[Json]) -> Json:
    source = f"{home}/{FOLDER}/{path(page.scan.path)}"
    leaf = f"#page={page.scan.index + 1}" if page.scan.index else ""
    found: Json = {"type": "SpecificResource", "source": f"{source}{leaf}"}
    return found | ({"selector": selectors} if selectors else {})


def _changes(home: str, document: Document) -> Iterator[Json]:
    """Yield an annotation for each change of a word, as it was seen and as it is read."""
    words = {
        word.id: (page, line, index, word)
        for page in document.pages for region in page.regions for line in region.lines
        for index, word in enumerate(line.words)
    }  # fmt: skip
    for number, edit in enumerate(document.edits, 1):
        if isinstance(edit, Reword) and edit.word in words:
            page, line, index, word = words[edit.word]
            selectors = [_quoted(line, index, word)]
            spot = place(page, word.box)
            if spot:
                selectors.insert(0, _fragment(spot))
            body: Json = {"value": legal(edit.after), "purpose": "editing"}
            name = f"{word.id}/{number}"
            made = _annotation(home, name, "editing", body, _target(home, page, selectors))
            because = {"type": "TextualBody", "format": "text/plain", "purpose": "commenting"}
            reason = because | {"value": legal(f"{edit.rule}: {edit.reason}")}
            yield made | {"body": [made["body"], reason]}


def _quoted(line: Line, index: int, word: Word) -> Json:
    before = " ".join(item.text for item in line.words[:index])
    after = " ".join(item.text for item in line.words[index + 1 :])
    return {
        "type": "TextQuoteSelector",
        "exact": legal(word.text),
        "prefix": legal(before[-_BESIDE:]),
        "suffix": legal(after[:_BESIDE]),
    }
