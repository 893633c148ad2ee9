"""What each format makes an article say, taken out of its files alone, as a stranger would.

Each function returns the text of every article by its id, or None when the format is not there.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Any

from lxml import etree

from digitize.formats.folder import Folder, Node, even, local, named
from digitize.formats.xml import ident
from digitize.model.reading import join

_SOFT = "\u00ad"
_SPANS = re.compile(r"([^\[+]+)\[([\d:,]+)\]")

Texts = dict[str, str]


def unspaced(text: str) -> str:
    """Return text without spaces and with ligatures apart: all that a PDF's text is sure of."""
    return unicodedata.normalize("NFKC", "".join(text.split()))


def _by_article(folder: Folder, said: Texts) -> Texts | None:
    """Return what articles say when their blocks say that; None when there are no blocks."""
    if not said:
        return None
    return {
        article.id: even(" ".join(said.get(ident(part), "") for part in article.parts))
        for article in folder.document.articles
    }


def alto(folder: Folder) -> Texts | None:
    """Return what the blocks of the ALTO files say."""
    blocks = {
        block.get("ID", ""): alto_block(block)
        for _, root in folder.trees("alto")
        for block in named(root, "TextBlock")
    }
    return _by_article(folder, blocks)


def alto_block(block: Node) -> str:
    """Return what a TextBlock says: a broken word stands where it begins."""
    said = (
        string.get("SUBS_CONTENT") if string.get("SUBS_TYPE") == "HypPart1"
        else "" if string.get("SUBS_TYPE") == "HypPart2"
        else string.get("CONTENT")
        for string in named(block, "String")
    )  # fmt: skip
    return join(filter(None, said))


def page(folder: Folder) -> Texts | None:
    """Return what the regions of the PAGE files say, by their words' first reading."""
    regions = {
        region.get("id", ""): join(filter(None, map(_first, named(region, "Word"))))
        for _, root in folder.trees("page")
        for region in root.iter()
        if local(region).endswith("Region")
    }
    return _by_article(folder, regions)


def _first(word: Node) -> str:
    for said in word:
        if local(said) == "TextEquiv" and said.get("index", "0") == "0":
            return "".join(text.text or "" for text in named(said, "Unicode"))
    return ""


def hocr(folder: Folder) -> Texts | None:
    """Return what the areas of the hOCR files say; a soft hyphen joins what it parts."""
    areas: Texts = {}
    for _, root in folder.trees("hocr", ".html"):
        for area in named(root, "div"):
            if area.get("class") == "ocr_carea":
                words = (node for node in area.iter() if node.get("class") == "ocrx_word")
                areas[area.get("id", "")] = join(_mended(words))
    return _by_article(folder, areas)


def _mended(words: Iterable[Node]) -> Iterator[str]:
    held = ""
    for word in words:
        text = "".join(map(str, word.itertext()))
        if text.endswith(_SOFT):
            held += text.rstrip(_SOFT)
        elif held or text:
            yield held + text
            held = ""
    if held:
        yield held


def tei(folder: Folder) -> Texts | None:
    """Return what the divisions of the TEI file say, corrections made."""
    root = folder.tree("tei.xml") if "tei.xml" in folder.names else None
    if root is None:
        return None
    names = {ident(article.id): article.id for article in folder.document.articles}
    found: Texts = {}
    for division in named(root, "div"):
        key = division.get("{http://www.w3.org/XML/1998/namespace}id", "")
        if key in names:
            found[names[key]] = even("".join(_spoken(division)))
    return found


def _spoken(node: Node) -> Iterator[str]:
    """Yield the text in an element; a line's end is a space, unless the word runs on."""
    name = local(node)
    if name in ("sic", "orig") or (name == "pc" and node.get("force") == "weak"):
        return
    if name in ("lb", "cb", "pb", "head", "p", "ab", "byline") and node.get("break") != "no":
        yield " "
    yield node.text or ""
    for child in node:
        yield from _spoken(child)
        yield child.tail or ""


def iiif(folder: Folder) -> Texts | None:
    """Return what the line annotations of the manifest's ranges say."""
    regions: Texts = {}
    for name in folder.under("iiif/annotations", ".json"):
        for item in json.loads(folder.data(name))["items"]:
            region = item["id"].rsplit("/", 2)[1]
            regions[region] = f"{regions.get(region, '')} {item['body']['value']}"
    return _by_article(folder, regions)


def impresso(folder: Folder) -> Texts | None:
    """Return what the tokens of each content item say, its regions in the item's order."""
    issue = next(folder.under("impresso", "-issue.json"), None)
    if issue is None:
        return None
    items = json.loads(folder.data(issue))["i"]
    regions: dict[tuple[str, int], Iterator[list[Any]]] = {}
    for name in folder.under("impresso", ".json"):
        held: dict[str, list[list[Any]]] = {}
        page = json.loads(folder.data(name))
        for region in page.get("r", ()):
            tokens = [token for part in region["p"] for line in part["l"] for token in line["t"]]
            held.setdefault(region["pOf"] or "", []).append(tokens)
        number = int(page["id"][-4:]) if held else 0
        regions |= {(key, number): iter(value) for key, value in held.items()}
    found: Texts = {}
    for item in items:
        own = [next(regions[item["m"]["id"], part["comp_page_no"]]) for part in item["l"]["parts"]]
        found[item["l"]["id"]] = even(_rebuilt(token for tokens in own for token in tokens))
    return found


def _rebuilt(tokens: Iterable[dict[str, Any]]) -> str:
    text, glued = "", True
    for token in tokens:
        if token.get("hy"):
            continue  # the second piece holds the whole word
        text += token.get("nf", token["tx"]) if glued else f" {token.get('nf', token['tx'])}"
        glued = bool(token.get("gn"))
    return text


def solr_slices(folder: Folder) -> Texts | None:
    """Return what the bytes of the ALTO files say that Solr's pointers name."""
    if "solr.jsonl" not in folder.names:
        return None
    found: Texts = {}
    for row in folder.lines("solr.jsonl"):
        texts: list[str] = []
        for path, spans in _SPANS.findall(row.get("ocr_text", "")):
            data = folder.data(path[path.index("alto/") :])
            cut = b"".join(
                data[int(start) : int(end)]
                for start, end in (span.split(":") for span in spans.split(","))
            )
            texts.append(_sliced(cut))
        found[row["id"]] = even(" ".join(texts))
    return found


def _sliced(cut: bytes) -> str:
    """Return what bytes of an ALTO file say, the page's opening tag first; "" when torn."""
    try:
        root = etree.fromstring(cut + b"</Page>")
    except etree.XMLSyntaxError:
        return ""
    return join(filter(None, map(alto_block, named(root, "TextBlock"))))


def jsonl(folder: Folder) -> Texts | None:
    """Return the texts of the records."""
    if "articles.jsonl" not in folder.names:
        return None
    return {row["id"]: even(row["text"]) for row in folder.lines("articles.jsonl")}


def newsarticles(folder: Folder) -> Texts | None:
    """Return the bodies of the articles as schema.org has them."""
    if "newsarticles.jsonld" not in folder.names:
        return None
    graph = json.loads(folder.data("newsarticles.jsonld"))["@graph"]
    names = [article.id for article in folder.document.articles]
    return {
        name: even(item.get("articleBody", ""))
        for name, item in zip(names, graph[1:], strict=False)
    }
