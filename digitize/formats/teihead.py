"""The header of a TEI file, and its facsimile: pages, regions and lines as zones."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from digitize import __version__
from digitize.formats.membership import program
from digitize.formats.record import Record
from digitize.formats.xml import Attributes, Markup, block, element, filled, ident, language, leaf
from digitize.grammar.tongues import tongue
from digitize.model.document import Document
from digitize.model.edit import Reword
from digitize.model.geometry import Box
from digitize.model.issue import Issue
from digitize.model.page import Page


def header(document: Document, found: Sequence[Record]) -> Markup:
    """Return the teiHeader: titles, source, what was corrected by which rule, languages."""
    rules = dict.fromkeys(edit.rule for edit in document.edits if isinstance(edit, Reword))
    langs = dict.fromkeys(filter(None, (language(record.lang or "") for record in found)))
    return block(
        "teiHeader",
        {},
        block(
            "fileDesc",
            {},
            block("titleStmt", {}, *_titles(document), _made(), *map(_rule, rules)),
            element("extent", {}, leaf("measure", f"{len(document.pages)} pages")),
            block("publicationStmt", {}, leaf("p", f"Made by digitize {__version__}.")),
            block("sourceDesc", {}, _source(document)),
        ),
        _encoding(document),
        filled("profileDesc", {}, filled("langUsage", {}, *map(_language, langs))),
    )


def surface(page: Page) -> Markup:
    """Return one page with its zones."""
    attributes: Attributes = {
        "xml:id": ident(page.id),
        "n": page.label or page.number,
        "ulx": 0,
        "uly": 0,
        "lrx": page.scan.width,
        "lry": page.scan.height,
    }
    said = f"{page.scan.path}, SHA-256 {page.scan.sha256}" if page.scan.sha256 else page.scan.path
    return block("surface", attributes, leaf("desc", said), *_zones(page))


def _zones(page: Page) -> Iterator[Markup]:
    for region in page.regions:
        lines = (element("zone", _zone(line.id, line.box, "line")) for line in region.lines)
        yield block("zone", _zone(region.id, region.box, region.role.value), *lines)


def _zone(name: str, box: Box, kind: str) -> Attributes:
    own: Attributes = {"xml:id": ident(name), "type": kind}
    if box.width <= 0 or box.height <= 0:
        return own
    return {**own, "ulx": box.x0, "uly": box.y0, "lrx": box.x1, "lry": box.y1}


def _titles(document: Document) -> Iterator[Markup]:
    issue = document.issue
    tag = language(issue.title_lang or "")
    yield leaf("title", issue.title or document.id, {"type": "main", "xml:lang": tag})
    for parallel in issue.parallel_titles:
        own: Attributes = {"type": "parallel", "xml:lang": language(parallel.lang)}
        yield leaf("title", parallel.text, own)


def _made() -> Markup:
    return block(
        "respStmt",
        {},
        leaf("resp", "recognition, layout and correction by machine; not reviewed"),
        leaf("name", f"digitize {__version__}"),
    )


def _rule(rule: str) -> Markup:
    own = {"xml:id": f"rule.{ident(rule)}"}
    return block("respStmt", own, leaf("resp", "changed the reading of words"), leaf("name", rule))


def _source(document: Document) -> Markup:
    issue = document.issue
    scopes = (
        leaf("biblScope", value, {"unit": unit})
        for unit, value in (("volume", issue.volume), ("issue", issue.number))
    )
    imprint = filled(
        "imprint",
        {},
        leaf("pubPlace", issue.place),
        leaf("publisher", issue.publisher),
        _date(issue),
        *scopes,
    )
    monograph = block(
        "monogr",
        {},
        leaf("title", issue.title or document.id, {"level": "j"}),
        leaf("edition", issue.edition),
        imprint,
    )
    return block("biblStruct", {"type": "newspaperIssue"}, monograph)


def _date(issue: Issue) -> Markup:
    said = issue.printed_date or issue.date or "unknown"
    return leaf("date", said, {"when": issue.date})


def _encoding(document: Document) -> Markup:
    corrected = leaf("p", "Words read otherwise than they were seen stand in choice, by machine.")
    kept = leaf("p", "Hyphens at line ends are kept; a word that runs on has lb break=no.")
    tools = dict.fromkeys(step.tool for page in document.pages for step in page.steps if step.tool)
    return block(
        "encodingDesc",
        {},
        block(
            "editorialDecl",
            {},
            element("correction", {"status": "low", "method": "markup"}, corrected),
            element("hyphenation", {"eol": "all"}, kept),
        ),
        block(
            "appInfo",
            {},
            _application("digitize", __version__),
            *(_application(*program(tool)) for tool in tools),
        ),
    )


def _application(name: str, version: str) -> Markup:
    """Return a program; its version as TEI wants it, numbers and dots."""
    parts = version.split(" ", maxsplit=1)[0].split(".")
    numbers = ".".join([part for part in parts if part.isdecimal()][:4]) or "0"
    attributes: Attributes = {"ident": ident(name.replace(" ", "-")), "version": numbers}
    return element("application", attributes, leaf("label", f"{name} {version}".strip()))


def _language(tag: str) -> Markup:
    return leaf("language", tongue(tag).name, {"ident": tag})
