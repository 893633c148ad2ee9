"""newsarticles.jsonld: every article as schema.org describes it, for search engines and others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

import msgspec

from digitize import __version__
from digitize.formats.addresses import UNPUBLISHED, issue, path
from digitize.formats.format import File, Kept
from digitize.formats.jsonl import label
from digitize.formats.record import Record, records
from digitize.formats.xml import legal
from digitize.model.document import Document, Kind
from digitize.model.page import Page

Json = dict[str, Any]

_TYPES: dict[Kind, str] = {
    "article": "NewsArticle",
    "advertisement": "AdvertiserContentArticle",
    "notice": "AdvertiserContentArticle",
}


@dataclass(frozen=True, slots=True)
class NewsArticle:
    """schema.org NewsArticle as JSON-LD: headline, text, pages, issue, volume, newspaper."""

    base: str = UNPUBLISHED  # where the folder of issues lies on the web
    license: str = ""  # an address, if any

    name: ClassVar[str] = "newsarticle"
    keeps: ClassVar[frozenset[Kept]] = frozenset({"reading", "articles", "issue"})
    file: ClassVar[str] = "newsarticles.jsonld"

    def files(self, document: Document, scans: Path | None = None, /) -> Iterator[File]:
        """Yield the one file."""
        del scans
        yield File(self.file, self.render(document))

    def render(self, document: Document, /) -> bytes:
        """Return one graph: each article, each part of the same issue."""
        home = issue(self.base, document)
        pages = {region.id: page for page in document.pages for region in page.regions}
        whole = _issue(home, document)
        graph = [
            self._article(home, document, pages, record, whole["@id"])
            for record in records(document)
        ]
        data = {"@context": "https://schema.org", "@graph": [whole, *graph]}
        return msgspec.json.format(msgspec.json.encode(data), indent=1) + b"\n"

    def _article(
        self, home: str, document: Document, pages: dict[str, Page], record: Record, whole: str
    ) -> Json:
        on = list({pages[part].id: pages[part] for part in record.article.parts}.values())
        numbers = [page.number for page in on]
        known: Json = {
            "@type": _TYPES.get(record.article.kind, "Article"),
            "@id": f"{home}#{path(record.article.id)}",
            "headline": record.headline,
            "alternativeHeadline": " / ".join(record.deck) or None,
            "creditText": record.byline,
            "dateline": record.dateline if record.article.kind == "article" else None,
            "inLanguage": record.lang,
            "datePublished": document.issue.date,
            "articleBody": record.text or None,
            "wordCount": len(record.text.split()) or None,
            "pageStart": min(numbers),
            "pageEnd": max(numbers),
            "printPage": label(on[0]) if record.article.kind == "article" else None,
            "license": self.license or None,
            "isPartOf": {"@id": whole},
            "sdPublisher": {"@type": "Organization", "name": f"digitize {__version__}"},
        }
        return {key: _legal(value) for key, value in known.items() if value is not None}


def _legal(value: Any) -> Any:
    return legal(value) if isinstance(value, str) else value


def _issue(home: str, document: Document) -> Json:
    facts = document.issue
    names = [facts.title or document.id, *(item.text for item in facts.parallel_titles)]
    paper: Json = {"@type": "Newspaper", "name": legal(names[0])}
    paper |= dict(_given(alternateName=[*map(legal, names[1:])], publisher=facts.publisher))
    if isinstance(paper.get("publisher"), str):
        paper["publisher"] = {"@type": "Organization", "name": paper["publisher"]}
    above: Json = paper
    if facts.volume:
        above = {
            "@type": "PublicationVolume", "volumeNumber": legal(facts.volume), "isPartOf": paper,
        }  # fmt: skip
    return {
        "@type": "PublicationIssue",
        "@id": home,
        **dict(_given(issueNumber=facts.number, datePublished=facts.date)),
        "isPartOf": above,
    }


def _given(**values: Any) -> Iterator[tuple[str, Any]]:
    """Yield what is known."""
    for key, value in values.items():
        if value:
            yield key, _legal(value)
