"""Rules over what is said: every block once, every article the same in every format, languages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from typing import Any

import pypdfium2 as pdfium

from digitize.formats import said
from digitize.formats.folder import Finding, Folder, Node, attributes, even, local, named
from digitize.formats.record import records
from digitize.formats.xml import ident, language
from digitize.grammar.tongues import TONGUES
from digitize.model.page import FURNITURE

_SHOWN = 40  # characters of a text told where it differs
_MARKED = frozenset({"LANG", "lang"})

Said = Callable[[Folder], dict[str, str] | None]


def blocks(folder: Folder) -> Iterator[Finding]:
    """No block is lost or doubled: each stands once in every format, and in one article at most."""
    rule = "blocks"
    parts = Counter(part for article in folder.document.articles for part in article.parts)
    for part, count in parts.items():
        if part not in folder.regions:
            yield Finding(rule, "document.json", f"an article names {part}, which is not there")
        elif count > 1:
            yield Finding(rule, "document.json", f"{part} is in {count} places of articles")
    with_text = [region for region in folder.regions.values() if region.lines]
    for region in with_text:
        if region.id not in parts and region.role not in FURNITURE:
            yield Finding(rule, "document.json", f"{region.id} is in no article")
    for place, found in _blocks(folder):
        for name in (ident(region.id) for region in with_text):
            if found[name] != 1:
                yield Finding(rule, place, f"{name} is there {found[name]} times")


def _blocks(folder: Folder) -> Iterator[tuple[str, Counter[str]]]:
    """Yield how often each format that is there has, or names, each block."""
    for place, ending, element in (
        ("alto", ".xml", "TextBlock"),
        ("page", ".xml", "TextRegion"),
        ("hocr", ".html", "div"),
    ):
        trees = [*folder.trees(place, ending)]
        if trees:
            nodes = (node for _, root in trees for node in root.iter())
            wanted = (node for node in nodes if _is_block(node, element))
            yield place, Counter(node.get("ID") or node.get("id") or "" for node in wanted)
    mets = folder.tree("mets.xml") if "mets.xml" in folder.names else None
    if mets is not None:
        logical = (item for item in named(mets, "structMap") if item.get("TYPE") == "LOGICAL")
        areas = (area for item in logical for area in named(item, "area"))
        yield "mets.xml", Counter(area.get("BEGIN", "") for area in areas)


def _is_block(node: Node, element: str) -> bool:
    """Return whether this is a block; PAGE has several elements for regions that hold text."""
    name = local(node)
    return name == element or (element == "TextRegion" and name.endswith("Region"))


def same_text(folder: Folder) -> Iterator[Finding]:
    """Hold what each article says in every format against the document, its spaces made even."""
    whole = {article.id: folder.reading(article.parts) for article in folder.document.articles}
    told = {record.article.id: even(record.text) for record in records(folder.document)}
    sources: tuple[tuple[str, dict[str, str], Said], ...] = (
        ("alto", whole, said.alto),
        ("page", whole, said.page),
        ("hocr", whole, said.hocr),
        ("tei.xml", whole, said.tei),
        ("iiif", whole, said.iiif),
        ("impresso", whole, said.impresso),
        ("solr.jsonl", whole, said.solr_slices),
        ("articles.jsonl", told, said.jsonl),
        ("newsarticles.jsonld", told, said.newsarticles),
    )
    for name, wanted, source in sources:
        found = source(folder)
        if found is None:
            continue
        for article, text in wanted.items():
            other = found.get(article, "")
            if other != text:
                where = _difference(text, other)
                yield Finding("text", name, f"{article} differs at {where}")
    yield from _pdf(folder)


def _difference(wanted: str, found: str) -> str:
    same = next(
        (n for n, pair in enumerate(zip(wanted, found, strict=False)) if pair[0] != pair[1]),
        min(len(wanted), len(found)),
    )
    return f"{wanted[same : same + _SHOWN]!r}: {found[same : same + _SHOWN]!r}"


def _pdf(folder: Folder) -> Iterator[Finding]:
    """Hold each page's text, as pdfium takes it out, against the page's regions in their order."""
    if "issue.pdf" not in folder.names:
        return
    with closing(pdfium.PdfDocument(folder.root / "issue.pdf")) as pdf:
        if len(pdf) != len(folder.document.pages):
            yield Finding("text", "issue.pdf", f"it has {len(pdf)} pages")
            return
        for leaf, page in zip(pdf, folder.document.pages, strict=True):
            wanted = said.unspaced(folder.reading(tuple(region.id for region in page.regions)))
            found = said.unspaced(leaf.get_textpage().get_text_range())
            if wanted != found:
                where = _difference(wanted, found)
                yield Finding("text", "issue.pdf", f"{page.id} differs at {where}")


def languages(folder: Folder) -> Iterator[Finding]:
    """Language tags are well-formed and known; an article's is one that its blocks are in."""
    for name in folder.names:
        root = folder.tree(name) if name.endswith((".xml", ".html")) else None
        for node in root.iter() if root is not None else ():
            for key, tag in attributes(node):
                if key in _MARKED and not _known(tag):
                    yield Finding("languages", name, f"{tag!r} is no language")
    if "articles.jsonl" in folder.names:
        yield from _articles(folder, folder.lines("articles.jsonl"))


def _articles(folder: Folder, rows: list[Any]) -> Iterator[Finding]:
    spoken = {
        node.get("ID", ""): (node.get("LANG") or "").split("-")[0]
        for _, root in folder.trees("alto")
        for node in named(root, "TextBlock")
    }
    for row in rows:
        own = {spoken.get(ident(part["region"]), "") for part in row["parts"]} - {""}
        if row["lang"] and own and row["lang"].split("-")[0] not in own:
            tags = ", ".join(sorted(own))
            message = f"{row['id']} is in {row['lang']}, its blocks in {tags}"
            yield Finding("languages", "articles.jsonl", message)


def _known(tag: str) -> bool:
    first = tag.split("-", maxsplit=1)[0].lower()
    codes = {tongue.code for tongue in TONGUES.values()}  # MODS has its own kind of codes
    return language(tag) is not None and (first in TONGUES or first in codes or first == "und")
