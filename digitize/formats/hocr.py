"""hOCR 1.2, one file a page: HTML that reads as the page does, with the boxes in `title`.

The text is how a word is read; what was seen stands in data-seen where it differs. A word broken
at a line's end carries U+00AD, as the specification asks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import ClassVar

from digitize import __version__
from digitize.formats.format import OF_PAGES, File, Kept
from digitize.formats.halves import Half, halves, spaces
from digitize.formats.membership import Membership, spoken, steps
from digitize.formats.xml import Attributes, Markup, block, element, file, ident, language, text
from digitize.grammar.scripts import spaced
from digitize.grammar.tongues import tongue
from digitize.model.document import Document
from digitize.model.geometry import Box, union
from digitize.model.page import Line, Page, Region, Role, Word
from digitize.model.reading import read

_WORDLESS = {Role.PICTURE: "ocr_photo", Role.SEPARATOR: "ocr_separator"}
_CAPABILITIES = (
    "ocr_page ocr_carea ocr_par ocr_line ocrx_word ocr_photo ocr_separator ocrp_lang ocrp_wconf"
)
_SOFT = "\u00ad"


@dataclass(frozen=True, slots=True)
class Hocr:
    """HOCR 1.2, one file a page: areas, paragraphs, lines and words as HTML."""

    name: ClassVar[str] = "hocr"
    keeps: ClassVar[frozenset[Kept]] = OF_PAGES | {"articles", "furniture"}

    def files(self, document: Document, scans: Path | None = None, /) -> Iterator[File]:
        """Yield hocr/p0001.html and so on, page by page."""
        del scans
        whole = Membership(document)
        for page in document.pages:
            yield File(f"hocr/{page.id}.html", file(_html(whole, page)))


def _html(whole: Membership, page: Page) -> Markup:
    langs = {region.id: language(spoken(region.lines)) or "" for region in page.regions}
    spoken_here = list(dict.fromkeys(filter(None, langs.values())))
    main = spoken_here[0] if spoken_here else None
    root = {"xmlns": "http://www.w3.org/1999/xhtml", "xml:lang": main, "lang": main}
    regions = (_region(whole, region, langs[region.id]) for region in page.regions)
    body = block("div", _page(page), *regions)
    return block("html", root, _head(whole, page, spoken_here), block("body", {}, body))


def _head(whole: Membership, page: Page, langs: Sequence[str]) -> Markup:
    tools = [step.tool for step in steps(whole.document, page) if step.tool]
    scripts = dict.fromkeys(tongue(lang).script for lang in langs)
    metas = {
        "ocr-system": "; ".join((f"digitize {__version__}", *dict.fromkeys(tools))),
        "ocr-capabilities": _CAPABILITIES,
        "ocr-number-of-pages": "1",
        "ocr-langs": " ".join(langs) or "unknown",
        "ocr-scripts": " ".join(scripts) or "unknown",
    }
    kind = element("meta", {"http-equiv": "Content-Type", "content": "text/html; charset=utf-8"})
    made = (element("meta", {"name": key, "content": value}) for key, value in metas.items())
    title = element("title", {}, text(f"{whole.document.id}, {page.label or page.number}"))
    return block("head", {}, title, kind, *made)


def _page(page: Page) -> Attributes:
    scan = page.scan
    parts = [
        f'image "{scan.path.replace(chr(34), "%22")}"',
        f"bbox 0 0 {scan.width} {scan.height}",
        f"ppageno {page.number - 1}",
    ]
    if scan.dpi:
        parts.append(f"scan_res {round(scan.dpi)} {round(scan.dpi)}")
    return {
        "class": "ocr_page",
        "id": ident(page.id),
        "title": "; ".join(parts),
        "data-label": page.label or None,
    }


def _region(whole: Membership, region: Region, lang: str) -> Markup:
    part = whole.part_of.get(region.id)
    wordless = None if region.lines else _WORDLESS.get(region.role)
    attributes: Attributes = {
        "class": wordless or "ocr_carea",
        "id": ident(region.id),
        "title": _bbox(region.box),
        "data-role": region.role.value,
    }
    if part:
        mine: Attributes = {"data-article": part.article.id, "data-part": part.index}
        attributes = {**attributes, **mine, "data-kind": part.article.kind}
    if not region.lines:
        return element("div", attributes, text(""))
    pieces = halves(region.lines)
    made: list[Markup] = []
    for at, lines in enumerate(_paragraphs(region.lines), start=1):
        rows = [_line(whole, line, lang, pieces) for line in lines]
        made.append(_paragraph(f"{ident(region.id)}.par{at}", lines, rows, lang))
    return block("div", attributes, *made)


def _paragraphs(lines: Sequence[Line]) -> Iterator[list[Line]]:
    held: list[Line] = []
    for line in lines:
        if line.opens and held:
            yield held
            held = []
        held.append(line)
    if held:
        yield held


def _paragraph(name: str, lines: Sequence[Line], rows: Sequence[Markup], lang: str) -> Markup:
    attributes: Attributes = {
        "class": "ocr_par",
        "id": name,
        "lang": lang or None,
        "title": _bbox(union(line.box for line in lines)),
        "data-continues": None if lines[0].opens else "true",
    }
    inside = [rows[0]]
    for (upper, lower), row in zip(pairwise(lines), rows[1:], strict=True):
        inside += [Markup("\n" if _apart(upper, lower) else ""), row]
    return element("p", attributes, *inside)


def _apart(upper: Line, lower: Line) -> bool:
    """Whether a space is read between two lines: not where Han goes on in Han."""
    first, second = read([upper]), read([lower])
    return not (first and second) or spaced(first, second)


def _line(whole: Membership, line: Line, lang: str, pieces: dict[str, Half]) -> Markup:
    baseline = ""
    if len(line.baseline) > 1 and line.box.width > 0:
        (x0, y0), (x1, y1) = line.baseline[0], line.baseline[-1]
        slope = (y1 - y0) / (x1 - x0) if x1 != x0 else 0.0
        foot = round(y0 - slope * (x0 - line.box.x0) - line.box.y1)
        baseline = f"; baseline {slope:.4f} {foot}"
    attributes: Attributes = {
        "class": "ocr_line",
        "id": ident(line.id),
        "title": _bbox(line.box) + baseline,
        "style": "writing-mode: vertical-rl" if line.vertical else None,
        "data-bold": "true" if line.bold else None,
    }
    inside: list[Markup] = []
    said = [_said(word, pieces) for word in line.words]
    for word, content, space in zip(line.words, said, spaces(line, said), strict=True):
        if space:
            inside.append(Markup(" "))
        inside.append(_word(whole, word, lang, content))
    return element("span", attributes, *inside, text(""))


def _said(word: Word, pieces: dict[str, Half]) -> str:
    """Return what a word's place says: all of its reading, or a piece with a soft hyphen."""
    half = pieces.get(word.id)
    if half is None or not half.joins:
        return word.reading
    return half.said + (_SOFT if half.part == 1 else "")


def _word(whole: Membership, word: Word, lang: str, said: str) -> Markup:
    conf = "" if word.conf is None else f"; x_wconf {round(100 * word.conf)}"
    rules = " ".join(whole.changed_by(word))
    attributes: Attributes = {
        "class": "ocrx_word",
        "id": ident(word.id),
        "title": _bbox(word.box) + conf,
        "lang": language(word.lang) if word.lang != lang else None,
        "data-seen": None if word.norm is None else word.text,
        "data-read": None if word.norm in (None, said) else word.norm,
        "data-rules": rules or None,
    }
    return element("span", attributes, text(said))


def _bbox(box: Box) -> str:
    return "bbox " + " ".join(map(str, box))
