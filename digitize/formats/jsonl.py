"""articles.jsonl: one article a line, with its issue, its places and every edit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

import msgspec

from digitize.formats.format import File, Kept
from digitize.formats.record import Record, furniture, records
from digitize.grammar.folding import folded
from digitize.model.document import Document
from digitize.model.edit import Edit, Reflow, Relabel, Reword
from digitize.model.geometry import NOWHERE, Box
from digitize.model.page import Page, Region
from digitize.model.reading import printed, read

SCHEMA = "digitize.article/1"
"""Named in every record; the JSON Schema is formats/schemas/article-1.schema.json."""

_RUBY = "ruby"  # the rule that leaves out how characters are spoken; people search for it


@dataclass(frozen=True, slots=True)
class Jsonl:
    """One article a line: headline, byline, paragraphs, places, edits, and the issue record."""

    name: ClassVar[str] = "jsonl"
    keeps: ClassVar[frozenset[Kept]] = frozenset(
        {
            "reading",
            "print",
            "boxes",
            "roles",
            "order",
            "paragraphs",
            "articles",
            "furniture",
            "edits",
            "issue",
        }
    )
    file: ClassVar[str] = "articles.jsonl"

    def files(self, document: Document, scans: Path | None = None, /) -> Iterator[File]:
        """Yield the one file."""
        del scans
        yield File(self.file, self.render(document))

    def render(self, document: Document, /) -> bytes:
        """Return UTF-8, one JSON object a line, LF at each line's end."""
        return b"".join(msgspec.json.encode(row) + b"\n" for row in rows(document))


def rows(document: Document) -> Iterator[dict[str, Any]]:
    """Yield what is known of each article, ready to be written as JSON."""
    places = _Places(document)
    issue = _issue(document)
    for record in records(document):
        yield _row(record, places, issue)


class _Places:
    """Where a region, a line or a word stands: its page and its box."""

    def __init__(self, document: Document) -> None:
        self.of_region = {region.id: page for page in document.pages for region in page.regions}
        self.boxes: dict[str, Box] = {}
        self.regions: dict[str, str] = {}
        for region in (region for page in document.pages for region in page.regions):
            self._note(region.id, region.box, region.id)
            for line in region.lines:
                self._note(line.id, line.box, region.id)
                for word in line.words:
                    self._note(word.id, word.box, region.id)
        self.edits: dict[str, list[Edit]] = {}
        for edit in document.edits:
            self.edits.setdefault(self.regions.get(_target(edit), ""), []).append(edit)

    def _note(self, name: str, box: Box, region: str) -> None:
        self.boxes[name] = box
        self.regions[name] = region

    def box(self, name: str) -> Box | None:
        """Return a box in page pixels; None for flat text, which has no place on paper."""
        page = self.of_region[self.regions[name]]
        box = self.boxes[name]
        return None if page.scan.unit == "cell" or box == NOWHERE else box


def _target(edit: Edit) -> str:
    if isinstance(edit, Reword):
        return edit.word
    return edit.region if isinstance(edit, Relabel) else edit.line


def label(page: Page) -> str:
    """Return the page's printed label, or its number when none is printed."""
    return page.label or str(page.number)


def _row(record: Record, places: _Places, issue: dict[str, Any]) -> dict[str, Any]:
    pages = list({page.id: page for page in _pages(record, places)}.values())
    return {
        "schema": SCHEMA,
        "id": record.article.id,
        "kind": record.article.kind,
        "headline": record.headline,
        "deck": record.deck,
        "kicker": record.kicker,
        "byline": record.byline,
        "dateline": record.dateline,
        "lang": record.lang,
        "script": record.script,
        "pages": [label(page) for page in pages],
        "paragraphs": record.paragraphs,
        "text": record.text,
        "captions": record.captions,
        "pull_quotes": record.pull_quotes,
        "jump_lines": record.jump_lines,
        "search": folded(" ".join([*_all_text(record), *_spoken(record, places)])),
        "printed": "\n".join(printed(line) for part in record.regions for line in part.lines),
        "parts": [_part(region, places) for region in record.regions],
        "joins": record.article.joins,
        "loose_ends": record.article.loose_ends,
        "confidence": record.confidence
        and {"mean": record.confidence[0], "low": record.confidence[1]},
        "edits": [
            _edit(edit, places)
            for region in record.regions
            for edit in places.edits.get(region.id, ())
        ],
        "furniture": [row for page in pages for row in _furniture(page, places)],
        "issue": issue,
    }


def _all_text(record: Record) -> Iterator[str]:
    """Yield all that is read of an article, its head first."""
    yield from filter(None, (record.kicker, record.headline, *record.deck, record.byline))
    yield from filter(None, (record.dateline, *record.paragraphs))
    yield from (*record.captions, *record.pull_quotes)


def _spoken(record: Record, places: _Places) -> Iterator[str]:
    """Yield words whose reading goes without the signs that say how they are spoken."""
    for region in record.regions:
        for edit in places.edits.get(region.id, ()):
            if isinstance(edit, Reword) and edit.rule == _RUBY:
                yield edit.before


def _pages(record: Record, places: _Places) -> list[Page]:
    return [places.of_region[region.id] for region in record.regions]


def _part(region: Region, places: _Places) -> dict[str, Any]:
    return {
        "region": region.id,
        "page": places.of_region[region.id].number,
        "role": region.role,
        "box": places.box(region.id),
        "lang": region.lang or None,
        "script": region.script or None,
    }


def _furniture(page: Page, places: _Places) -> list[dict[str, Any]]:
    return [
        {
            "region": region.id,
            "page": page.number,
            "role": region.role,
            "text": read(region.lines),
            "box": places.box(region.id),
            "reason": region.reason or None,
        }
        for region in furniture(page)
    ]


def _edit(edit: Edit, places: _Places) -> dict[str, Any]:
    target = _target(edit)
    after: str = edit.after
    if isinstance(edit, Reflow):
        before, after = f"{edit.before} ¶ {edit.after}", f"{edit.before} {edit.after}"
        if edit.opens:
            before, after = after, before
    else:
        before = edit.before
    return {
        "rule": edit.rule,
        "reason": edit.reason,
        "before": before,
        "after": after,
        "place": {
            "page": places.of_region[places.regions[target]].number,
            "id": target,
            "box": places.box(target),
        },
        "confidence": edit.conf,
    }


def _issue(document: Document) -> dict[str, Any]:
    fields: dict[str, Any] = msgspec.to_builtins(document.issue)
    return {"id": document.id} | fields
