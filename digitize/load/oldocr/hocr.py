"""hOCR as it is met: of Tesseract, OCRopus, the Internet Archive and others, HTML or XHTML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import PurePosixPath

from digitize.errors import InputError
from digitize.grammar.tongues import tag_of
from digitize.load.oldocr import markup
from digitize.load.oldocr.markup import Node, attributes, said, unident
from digitize.load.oldocr.record import Findings, Record, Story, finish, kind_named, role_named
from digitize.load.oldocr.shares import placed
from digitize.model.document import Kind
from digitize.model.geometry import NOWHERE, Box, union
from digitize.model.page import Line, Page, Region, Role, Scan, Word
from digitize.model.step import Step

_AREAS = {"ocr_carea", "ocrx_block", "ocr_column", "ocr_textfloat", "ocr_float", "ocr_table"}
_PARAGRAPHS = {"ocr_par", "ocrx_par"}
_LINES = {"ocr_line", "ocrx_line", "ocr_header", "ocr_footer", "ocr_caption", "ocr_textfloat"}
_WORDS = {"ocrx_word", "ocr_word", "ocr_wordlet"}
_WORDLESS = {
    "ocr_photo": Role.PICTURE, "ocr_image": Role.PICTURE, "ocr_linedrawing": Role.PICTURE,
    "ocr_separator": Role.SEPARATOR,
}  # fmt: skip
_PROPERTY = re.compile(r"\s*([A-Za-z_][\w-]*)\s+((?:\"[^\"]*\"|'[^']*'|[^;\"'])*)")
_SOFT = "\u00ad"


def pages(raw: bytes, *, where: str) -> int:
    """Return how many pages an hOCR file holds."""
    return len(_pages(_parsed(raw, where)))


def read(raw: bytes, index: int, *, where: str, page_id: str, number: int) -> Record:
    """Return page `index` of an hOCR file; raises InputError when it has none."""
    root = _parsed(raw, where)
    found = _pages(root)
    if index >= len(found):
        raise InputError(f"it has no page {index + 1}", where=where)
    reader = _Reader(page_id)
    page = reader.page(found[index], where, index, number)
    system = _meta(root, "ocr-system")
    if system:
        step = Step(id=f"{page_id}.step01", name="ocr", version="", tool=system)
        page = replace(page, steps=(step,))
    record = Record(page, reader.stories(), note=f"hOCR of {system or 'an unnamed engine'}")
    return finish(record, reader.findings)


@lru_cache(maxsize=1)
def _parsed(raw: bytes, where: str) -> Node:
    return markup.parse_html(raw, where=where)[0]


def _pages(root: Node) -> list[Node]:
    return [node for node in root.iter() if "ocr_page" in _classes(node)]


def _meta(root: Node, wanted: str) -> str:
    for node in markup.descendants(root, "meta"):
        own = attributes(node)
        if own.get("name", "").casefold() == wanted:
            return own.get("content", "")
    return ""


def _classes(node: Node) -> set[str]:
    return set(str(node.get("class", "")).split()) if isinstance(node.tag, str) else set()


@dataclass(slots=True)
class _Reader:
    """Reads one page."""

    page_id: str
    findings: Findings = field(default_factory=Findings)
    members: dict[str, list[tuple[int, str]]] = field(default_factory=dict)
    kinds: dict[str, Kind] = field(default_factory=dict)
    loose: list[Line] = field(default_factory=list)  # lines in no area
    regions: list[Region] = field(default_factory=list)
    keys: set[str] = field(default_factory=set)

    def page(self, node: Node, where: str, index: int, place: int) -> Page:
        """Return the page with its areas in the order of the file."""
        title = _properties(node)
        self._walk(node, tag_of(node.get("lang", "")))
        self._settle()
        box = _box(title.get("bbox", ""))
        image = title.get("image", "").strip().strip("\"'").replace("%22", '"')
        inside = markup.inside(image) or PurePosixPath(image.replace("\\", "/")).name
        res = re.findall(r"\d+", title.get("scan_res", ""))
        return Page(
            id=self.page_id,
            number=place,
            label=node.get("data-label", ""),
            scan=Scan(
                path=str(inside) if image else where,
                width=box.x1,
                height=box.y1,
                dpi=float(res[0]) if res and int(res[0]) > 0 else None,
                index=index,
            ),
            regions=tuple(_joined(self.regions)),
        )

    def stories(self) -> tuple[Story, ...]:
        """Return the articles that areas name."""
        return tuple(
            Story(key, self.kinds[key], tuple(sorted(parts))) for key, parts in self.members.items()
        )

    def _walk(self, node: Node, lang: str) -> None:
        """Go down to areas, and to lines that stand in none."""
        for below in markup.children(node):
            classes = _classes(below)
            here = tag_of(below.get("lang", "")) or lang
            wordless = next((_WORDLESS[item] for item in classes if item in _WORDLESS), None)
            if wordless and not _has(below, _WORDS | _LINES):
                self._settle()
                box = _box(_properties(below).get("bbox", ""))
                self.regions.append(Region(id=self._key(below), box=box, role=wordless))
            elif classes & _LINES and not _has(below, _LINES):
                self.loose.append(self._line(below, here, opens=not self.loose))
            elif classes & (_AREAS | _PARAGRAPHS) and not _has(below, _AREAS):
                self._settle()
                self._area(below, here)
            else:
                self._walk(below, here)

    def _settle(self) -> None:
        """Make one region of the lines met in no area."""
        if self.loose:
            box = union(line.box for line in self.loose)
            key = f"loose{len(self.regions)}"
            self.regions.append(Region(id=key, box=box, lines=tuple(self.loose)))
            self.loose = []

    def _key(self, node: Node) -> str:
        key = unident(node.get("id", ""))
        if not key or key in self.keys:
            key = f"{key}#{len(self.keys)}"
        self.keys.add(key)
        return key

    def _area(self, node: Node, lang: str) -> None:
        lines = tuple(self._lines(node, lang))
        role = role_named(node.get("data-role", "")) or _role(node) or Role.BODY
        key = self._key(node)
        box = _box(_properties(node).get("bbox", ""))
        self.regions.append(Region(id=key, box=box, role=role, lines=lines))
        article = node.get("data-article", "")
        if article:
            parts = self.members.setdefault(article, [])
            at = node.get("data-part", "")
            parts.append((int(at) if at.isdecimal() else len(parts), key))
            self.kinds.setdefault(article, kind_named(node.get("data-kind", "")))

    def _lines(self, node: Node, lang: str) -> Iterator[Line]:
        """Yield the lines of an area; each paragraph opens with its first, unless it goes on."""
        for paragraph in _topmost(node, _PARAGRAPHS) or [node]:
            here = tag_of(paragraph.get("lang", "")) or lang
            opens = paragraph.get("data-continues") != "true"
            for at, line in enumerate(_topmost(paragraph, _LINES)):
                yield self._line(line, here, opens=opens and at == 0)

    def _line(self, node: Node, lang: str, *, opens: bool) -> Line:
        title = _properties(node)
        box = _box(title.get("bbox", ""))
        if box == NOWHERE:
            self.findings.note("lines without a place")
        key = unident(node.get("id", "")) or f"line{id(node)}"
        vertical = "vertical" in node.get("style", "")
        here = tag_of(node.get("lang", "")) or lang
        words = tuple(
            word
            for at, found in enumerate(_topmost(node, _WORDS))
            for word in self._word(found, f"{key}.{at}", here)
        )
        if not words and said(node):
            words = self._placed(node, box, key, here, vertical=vertical)
        return Line(
            id=key,
            box=box,
            words=words,
            bold=node.get("data-bold") == "true",
            vertical=vertical,
            opens=opens,
        )

    def _placed(
        self, node: Node, box: Box, key: str, lang: str, *, vertical: bool
    ) -> tuple[Word, ...]:
        self.findings.note("lines without words, cut at their spaces")
        tokens = said(node).split()
        return tuple(
            Word(id=f"{key}.{at}", box=where, text=_plain(token), lang=lang)
            for at, (token, where) in enumerate(placed(tokens, box, vertical=vertical))
        )

    def _word(self, node: Node, key: str, lang: str) -> Iterator[Word]:
        written = said(node)
        seen = node.get("data-seen")
        text = _plain(written) if seen is None else str(seen)
        if not text:
            return
        title = _properties(node)
        norm = None if seen is None else str(node.get("data-read", written))
        if seen is None and written.endswith(_SOFT):
            norm = written  # until the next word is known; see _joined
        yield Word(
            id=unident(node.get("id", "")) or key,
            box=_box(title.get("bbox", "")),
            text=text,
            norm=norm,
            conf=self._share(title.get("x_wconf", "")),
            lang=tag_of(node.get("lang", "")) or lang,
        )

    def _share(self, value: str) -> float | None:
        found = markup.number(value)
        if found is None:
            return None
        if not 0 <= found <= 100:
            self.findings.note("x_wconf beyond 0 to 100", value)
            return None
        return round(found / 100, 4)


def _joined(regions: list[Region]) -> Iterator[Region]:
    """Yield the regions with words broken by a soft hyphen read as one, within each region."""
    for region in regions:
        flat = [word for line in region.lines for word in line.words]
        changed: dict[str, str | None] = {}
        for at, first in enumerate(flat):
            if first.norm and first.norm.endswith(_SOFT):
                changed[first.id] = None
                for second in flat[at + 1 : at + 2]:
                    changed |= {first.id: first.norm[:-1] + second.text, second.id: ""}
        lines = tuple(
            replace(
                line,
                words=tuple(
                    replace(word, norm=changed.get(word.id, word.norm)) for word in line.words
                ),
            )
            for line in region.lines
        )
        yield replace(region, lines=lines)


def _plain(written: str) -> str:
    """Return a word as it is printed: a soft hyphen at its end is a hyphen on paper."""
    return f"{written[:-1]}-" if written.endswith(_SOFT) and len(written) > 1 else written


def _role(node: Node) -> Role | None:
    for item in _classes(node):
        if item.startswith("ocr_"):
            role = role_named(item.removeprefix("ocr_"))
            if role:
                return role
    return None


def _has(node: Node, classes: set[str]) -> bool:
    return any(_classes(below) & classes for below in node.iter() if below is not node)


def _topmost(node: Node, classes: set[str]) -> list[Node]:
    """Return the elements of those classes below, none inside another."""
    found: list[Node] = []
    for below in markup.children(node):
        if _classes(below) & classes:
            found.append(below)
        else:
            found += _topmost(below, classes)
    return found


def _properties(node: Node) -> dict[str, str]:
    """Return the properties in `title`: "bbox 0 0 9 9; x_wconf 91"."""
    found: dict[str, str] = {}
    for piece in re.split(r";(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", node.get("title", "")):
        match = _PROPERTY.match(piece)
        if match:
            found[match[1]] = match[2].strip()
    return found


def _box(said_so: str) -> Box:
    values = [markup.number(item) for item in said_so.split()[:4]]
    if len(values) < 4 or None in values:
        return NOWHERE
    x0, y0, x1, y1 = (round(value) for value in values if value is not None)
    return Box(x0, y0, x1, y1)
