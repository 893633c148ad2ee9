"""Dublin Core, one record an article, as OAI-PMH hands it to harvesters."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from digitize.formats.addresses import UNPUBLISHED, issue, path
from digitize.formats.format import File, Kept
from digitize.formats.jsonl import label
from digitize.formats.record import Record, records
from digitize.formats.xml import Attributes, Markup, block, file, leaf
from digitize.model.document import Document
from digitize.model.page import Page

_ROOT: Attributes = {
    "xmlns:oai_dc": "http://www.openarchives.org/OAI/2.0/oai_dc/",
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
    "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "xsi:schemaLocation": "http://www.openarchives.org/OAI/2.0/oai_dc/ "
    "http://www.openarchives.org/OAI/2.0/oai_dc.xsd",
}


@dataclass(frozen=True, slots=True)
class DublinCore:
    """Dublin Core (oai_dc), one file an article, for harvesting by OAI-PMH."""

    base: str = UNPUBLISHED  # where the folder of issues lies on the web
    rights: str = ""

    name: ClassVar[str] = "dublincore"
    keeps: ClassVar[frozenset[Kept]] = frozenset({"articles", "issue", "languages"})

    def files(self, document: Document, scans: Path | None = None, /) -> Iterator[File]:
        """Yield dublincore/ARTICLE.xml for each article."""
        del scans
        pages = {region.id: page for page in document.pages for region in page.regions}
        home = issue(self.base, document)
        for record in records(document):
            found = self._record(home, document, pages, record)
            yield File(f"dublincore/{record.article.id}.xml", file(found))

    def _record(
        self, home: str, document: Document, pages: dict[str, Page], record: Record
    ) -> Markup:
        facts = document.issue
        on = dict.fromkeys(label(pages[part]) for part in record.article.parts)
        source = ", ".join(
            part for part in (facts.title or document.id, facts.date, f"p. {', '.join(on)}") if part
        )
        lang: Attributes = {"xml:lang": record.lang}
        return block(
            "oai_dc:dc",
            _ROOT,
            leaf("dc:title", record.headline or f"({record.article.kind})", lang),
            leaf("dc:creator", record.byline),
            leaf("dc:publisher", facts.publisher),
            leaf("dc:date", facts.date),
            leaf("dc:type", "Text"),
            leaf("dc:type", record.article.kind),
            leaf("dc:identifier", f"{home}#{path(record.article.id)}"),
            leaf("dc:source", source),
            leaf("dc:language", record.lang),
            leaf("dc:relation", home),
            leaf("dc:coverage", facts.place),
            leaf("dc:rights", self.rights),
        )
