"""MODS 3.8: the issue and each article as catalogue records, said to be made by a machine."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from digitize import __version__
from digitize.formats.format import File, Kept
from digitize.formats.jsonl import label
from digitize.formats.record import Record, records
from digitize.formats.xml import (
    Attributes,
    Markup,
    block,
    element,
    file,
    filled,
    ident,
    language,
    leaf,
)
from digitize.grammar.tongues import UNKNOWN, tongue
from digitize.model.document import Document
from digitize.model.issue import Issue
from digitize.model.page import Page

SPACE = "http://www.loc.gov/mods/v3"
ORIGIN = f"Made by digitize {__version__} from the print; not reviewed by a person"


@dataclass(frozen=True, slots=True)
class Mods:
    """MODS 3.8 in one file: a record of the issue and one of each article."""

    name: ClassVar[str] = "mods"
    keeps: ClassVar[frozenset[Kept]] = frozenset({"issue"})

    def files(self, document: Document, scans: Path | None = None, /) -> Iterator[File]:
        """Yield mods.xml."""
        del scans
        pages = pages_of(document)
        made = (article(document, record, pages) for record in records(document))
        root = {"xmlns:mods": SPACE}
        tree = block("mods:modsCollection", root, issue(document), *made)
        yield File("mods.xml", file(tree))


def pages_of(document: Document) -> dict[str, Page]:
    """Return the page of every region."""
    return {region.id: page for page in document.pages for region in page.regions}


def issue(document: Document) -> Markup:
    """Return the record of the issue, from what its masthead says."""
    found = document.issue
    langs = dict.fromkeys(filter(None, (record.lang for record in records(document))))
    return block(
        "mods:mods",
        {"version": "3.8"},
        *_titles(found, document.id),
        leaf("mods:typeOfResource", "text"),
        leaf("mods:genre", "newspaper", {"authority": "marcgt"}),
        _origin(found),
        *(_language(lang) for lang in langs),
        block(
            "mods:physicalDescription",
            {},
            leaf("mods:extent", f"{len(document.pages)} pages"),
            leaf("mods:digitalOrigin", "digitized other analog"),
        ),
        *_notes(found),
        _host(found),
        leaf("mods:identifier", document.id, {"type": "local"}),
        record_info(),
    )


def article(document: Document, record: Record, pages: dict[str, Page]) -> Markup:
    """Return the record of one article: its title, what it is, where it stands."""
    lang = language(record.lang or "")
    titles = [record.headline, *record.deck]
    own: Attributes = {"xml:lang": lang}
    held = list({pages[part.id].id: pages[part.id] for part in record.regions}.values())
    spread = filled(
        "mods:extent",
        {"unit": "pages"},
        leaf("mods:start", label(held[0])) if held else Markup(""),
        leaf("mods:end", label(held[-1])) if held else Markup(""),
    )
    host = block(
        "mods:relatedItem",
        {"type": "host"},
        *_titles(document.issue, document.id),
        filled("mods:part", {}, spread, _date(document.issue, "mods:date")),
    )
    named = [title for title in titles if title]
    return block(
        "mods:mods",
        {"version": "3.8", "ID": f"mods.{ident(record.article.id)}"},
        *(_title(title, own, "" if at == 0 else "alternative") for at, title in enumerate(named)),
        _author(record.byline),
        leaf("mods:typeOfResource", "text"),
        leaf("mods:genre", record.article.kind, {"type": "class"}),
        _language(lang) if lang else Markup(""),
        host,
        leaf("mods:identifier", record.article.id, {"type": "local"}),
        record_info(),
    )


def record_info() -> Markup:
    """Return who made the record: a machine."""
    return block("mods:recordInfo", {}, leaf("mods:recordOrigin", ORIGIN))


def _title(title: str, attributes: Attributes, kind: str = "") -> Markup:
    own: Attributes = {"type": kind or None, **attributes}
    return element("mods:titleInfo", own, leaf("mods:title", title))


def _titles(found: Issue, name: str) -> Iterator[Markup]:
    """Yield the titles; a parallel one with the script it is printed in."""
    yield _title(found.title or name, _tagged(found.title_lang or ""))
    for parallel in found.parallel_titles:
        yield _title(parallel.text, _tagged(parallel.lang), "translated")


def _tagged(tag: str) -> Attributes:
    known = language(tag)
    if not known:
        return {}
    code, _, script = tongue(known)
    return {"lang": code, "script": script, "xml:lang": known}


def _author(byline: str | None) -> Markup:
    if not byline:
        return Markup("")
    said = leaf("mods:roleTerm", "author", {"type": "text", "authority": "marcrelator"})
    role = element("mods:role", {}, said)
    return block("mods:name", {}, leaf("mods:displayForm", byline), role)


def _origin(found: Issue) -> Markup:
    return filled(
        "mods:originInfo",
        {},
        filled("mods:place", {}, leaf("mods:placeTerm", found.place, {"type": "text"})),
        leaf("mods:publisher", found.publisher),
        _date(found, "mods:dateIssued"),
        leaf("mods:dateIssued", found.printed_date),
        leaf("mods:edition", found.edition),
        *(
            leaf("mods:edition", parallel.text, {"xml:lang": language(parallel.lang)})
            for parallel in found.parallel_editions
        ),
        leaf("mods:frequency", found.frequency),
    )


def _date(found: Issue, name: str) -> Markup:
    key = "yes" if name == "mods:dateIssued" else None
    return leaf(name, found.date, {"encoding": "w3cdtf", "keyDate": key})


def _language(tag: str) -> Markup:
    code, _, script = tongue(tag)
    known = code != UNKNOWN.code
    return block(
        "mods:language",
        {},
        leaf("mods:languageTerm", tag, {"type": "code", "authority": "rfc5646"}),
        leaf("mods:languageTerm", code, {"type": "code", "authority": "iso639-2b"}),
        leaf("mods:scriptTerm", script, {"type": "code", "authority": "iso15924"})
        if known
        else Markup(""),
    )


def _notes(found: Issue) -> Iterator[Markup]:
    if found.price:
        yield leaf("mods:note", found.price.printed, {"type": "price"})
    for url in found.urls:
        yield leaf("mods:note", url, {"type": "printed address"})
    for warning in found.warnings:
        yield leaf("mods:note", warning, {"type": "warning"})


def _host(found: Issue) -> Markup:
    details = (
        block("mods:detail", {"type": kind}, leaf("mods:number", value))
        for kind, value in (
            ("volume", found.volume),
            ("issue", found.number),
            ("edition", found.edition),
        )
        if value
    )
    return block(
        "mods:relatedItem",
        {"type": "host"},
        *_titles(found, "untitled"),
        filled("mods:part", {}, *details),
    )
