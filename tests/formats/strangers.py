"""The text of an article, taken out of each format the way a stranger's tool would take it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from lxml import etree

from digitize.grammar.scripts import spaced

_TEXT = "{http://www.loc.gov/standards/alto/ns-v4#}"
_PAGE = "{http://schema.primaresearch.org/PAGE/gts/pagecontent/2019-07-15}"
_HTML = "{http://www.w3.org/1999/xhtml}"
_TEI = "{http://www.tei-c.org/ns/1.0}"

Taken = dict[str, str]
"""Text by region or article id."""


def joined(pieces: Iterable[str]) -> str:
    """Return pieces with a space between, but none where Han meets Han."""
    text = ""
    for piece in filter(None, pieces):
        text += f" {piece}" if text and spaced(text, piece) else piece
    return text


def alto(data: bytes) -> Taken:
    """Return the text of every block: SUBS_CONTENT once for a broken word, else CONTENT."""
    root = etree.fromstring(data)
    return {
        str(block.get("ID")): joined(map(_line, block.iter(f"{_TEXT}TextLine")))
        for block in root.iter(f"{_TEXT}TextBlock")
    }


def _line(line: etree._Element) -> str:
    text = ""
    for child in line:
        if child.tag == f"{_TEXT}SP":
            text += " "
        elif child.tag == f"{_TEXT}String" and child.get("SUBS_TYPE") != "HypPart2":
            text += str(child.get("SUBS_CONTENT") or child.get("CONTENT"))
    return text.strip()


def page(data: bytes) -> Taken:
    """Return the text of every region, by its own first TextEquiv."""
    root = etree.fromstring(data)
    found: Taken = {}
    for region in root.iter(f"{_PAGE}TextRegion"):
        equivs = sorted(region.findall(f"{_PAGE}TextEquiv"), key=lambda e: int(e.get("index", 0)))
        text = equivs[0].findtext(f"{_PAGE}Unicode") or "" if equivs else ""
        found[str(region.get("id"))] = joined(text.split("\n"))
    return found


def hocr(data: bytes) -> Taken:
    """Return the text of every area as a browser shows it, soft hyphens at line ends joined."""
    root = etree.fromstring(data)
    found: Taken = {}
    for area in root.iter(f"{_HTML}div"):
        if area.get("class") == "ocr_carea":
            lines = [
                "".join(map(str, line.itertext()))
                for line in area.iter(f"{_HTML}span")
                if line.get("class") == "ocr_line"
            ]
            found[str(area.get("id"))] = _soft(lines)
    return found


def _soft(lines: Iterable[str]) -> str:
    text = ""
    for line in filter(None, lines):
        if text.endswith("\u00ad"):
            text = text[:-1] + line
        else:
            text += f" {line}" if text and spaced(text, line) else line
    return text


def tei(data: bytes) -> Taken:
    """Return the text of every article: corr for sic, no weak hyphen, no space at break="no"."""
    root = etree.fromstring(data)
    return {
        str(div.get("{http://www.w3.org/XML/1998/namespace}id")): " ".join(
            " ".join(_read(block).split()) for block in div
        )
        for div in root.iter(f"{_TEI}div")
        if div.get("type") != "page-furniture"
    }


def tei_body(data: bytes) -> Taken:
    """Return the running text of every article: paragraphs without notes, what stands apart."""
    root = etree.fromstring(data)
    found: Taken = {}
    for div in root.iter(f"{_TEI}div"):
        kept = [
            block
            for block in div
            if block.tag == f"{_TEI}p" or block.get("type") in ("subheading", "table")
        ]
        for block in kept:
            for note in list(block.iter(f"{_TEI}note")):
                note[:], note.text = [], ""
        texts = [" ".join(_read(block).split()) for block in kept]
        found[str(div.get("{http://www.w3.org/XML/1998/namespace}id"))] = "\n".join(
            filter(None, texts)
        )
    return found


def _read(node: etree._Element) -> str:
    text = node.text or ""
    for child in node:
        name = etree.QName(child).localname
        if name in ("lb", "cb", "pb"):
            text += "" if child.get("break") == "no" else " "
        elif name not in ("sic", "pc"):
            text += _read(child)
        text += child.tail or ""
    return text


OF_REGIONS: dict[str, Callable[[bytes], Taken]] = {"alto": alto, "page": page, "hocr": hocr}
