"""PAGE 2019-07-15, one file a page: for correction tools, with text at every level.

TextEquiv 0 is how a word is read, TextEquiv 1 what was seen. PAGE wants a time of making; none is
recorded, so that the same document gives the same bytes, and the option `made` says otherwise.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import ClassVar

from digitize import __version__
from digitize.formats.format import OF_PAGES, File, Kept
from digitize.formats.membership import Membership, spoken, steps
from digitize.formats.xml import (
    UNDATED,
    Attributes,
    Markup,
    block,
    element,
    file,
    ident,
    leaf,
    share,
    text,
)
from digitize.grammar.tongues import SCRIPTS, UNKNOWN, tongue
from digitize.model.document import Document
from digitize.model.geometry import Box, Point
from digitize.model.page import FURNITURE, Line, Page, Region, Role, Word
from digitize.model.reading import printed, read
from digitize.model.step import Step

_SPACE = "http://schema.primaresearch.org/PAGE/gts/pagecontent/2019-07-15"
_ROOT = {
    "xmlns": _SPACE,
    "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "xsi:schemaLocation": f"{_SPACE} {_SPACE}/pagecontent.xsd",
}
_TYPES = {
    Role.BODY: "paragraph", Role.HEADLINE: "heading", Role.DECK: "heading", Role.KICKER: "heading",
    Role.SUBHEADING: "heading", Role.NAMEPLATE: "heading", Role.BYLINE: "credit",
    Role.CREDIT: "credit", Role.DATELINE: "paragraph", Role.CAPTION: "caption",
    Role.PULL_QUOTE: "floating", Role.ADVERT: "paragraph", Role.NOTICE: "paragraph",
    Role.TABLE: "paragraph", Role.JUMP_LINE: "other", Role.MASTHEAD: "header", Role.EAR: "header",
    Role.DATE_LINE: "header", Role.RUNNING_HEADER: "header", Role.SECTION_LABEL: "header",
    Role.FOLIO: "page-number", Role.INDEX: "TOC-entry", Role.PROMO: "other", Role.NOISE: "other",
}  # fmt: skip
"""The type of a text region by its role; the role itself stands in `custom`."""

_FRAMES = {Role.ADVERT: "AdvertRegion", Role.TABLE: "TableRegion"}
"""Regions that stand around the text region of these roles."""


@dataclass(frozen=True, slots=True)
class PageXml:
    """PAGE 2019-07-15, one file a page: regions, lines and words, seen and read."""

    made: str = UNDATED

    name: ClassVar[str] = "page"
    keeps: ClassVar[frozenset[Kept]] = OF_PAGES | {"articles", "furniture", "steps"}

    def files(self, document: Document, scans: Path | None = None, /) -> Iterator[File]:
        """Yield page/p0001.xml and so on, page by page."""
        del scans
        whole = Membership(document)
        for page in document.pages:
            root = {**_ROOT, "pcGtsId": ident(page.id)}
            tree = block("PcGts", root, self._metadata(document, page), _page(whole, page))
            yield File(f"page/{page.id}.xml", file(tree))

    def _metadata(self, document: Document, page: Page) -> Markup:
        return block(
            "Metadata",
            {"externalRef": document.id},
            leaf("Creator", f"digitize {__version__}"),
            leaf("Created", self.made),
            leaf("LastChange", self.made),
            *map(_step, steps(document, page)),
        )


def _step(step: Step) -> Markup:
    labels = (
        element("Label", {"value": json.dumps(value, ensure_ascii=False), "type": key})
        for key, value in sorted(step.options.items())
    )
    owner: Attributes = {
        "externalModel": f"digitize {step.version}",
        "externalId": step.id,
        "comments": step.note or None,
    }
    item: Attributes = {
        "type": "processingStep",
        "name": step.name,
        "value": step.tool or f"digitize {step.version}",
    }
    return block("MetadataItem", item, block("Labels", owner, *labels))


def _page(whole: Membership, page: Page) -> Markup:
    scan = page.scan
    resolution: Attributes = {
        "imageXResolution": scan.dpi,
        "imageYResolution": scan.dpi,
        "imageResolutionUnit": "PPI" if scan.dpi else None,
    }
    attributes: Attributes = {
        "imageFilename": scan.path,
        "imageWidth": scan.width,
        "imageHeight": scan.height,
        **resolution,
        "custom": f"page {{number:{page.number}; label:{ident(page.label or '-')};}}",
    }
    regions = (_region(whole, at, region) for at, region in enumerate(page.regions))
    return block("Page", attributes, _reading_order(whole, page), *regions)


def _reading_order(whole: Membership, page: Page) -> Markup:
    """Return every text region once, in the order it is read, articles as groups of their own."""

    def owner(region: Region) -> str:
        part = whole.part_of.get(region.id)
        return part.article.id if part else ""

    texts = [region for region in page.regions if _is_text(region)]
    met: set[str] = set()
    groups: list[Markup] = []
    for article, held in groupby(texts, key=owner):
        regions = list(held)
        if not article:
            groups += [_ref(len(groups) + at, region) for at, region in enumerate(regions)]
            continue
        name = ident(article)
        attributes: Attributes = {
            "id": f"order.{name}.{len(groups)}",
            "index": len(groups),
            "caption": article,
            "continuation": "true" if article in met else None,
            "custom": f"structure {{type:article; id:{name};}}",
        }
        refs = (_ref(at, region) for at, region in enumerate(regions))
        groups.append(block("OrderedGroupIndexed", attributes, *refs))
        met.add(article)
    if not groups:
        return Markup("")
    return block("ReadingOrder", {}, block("OrderedGroup", {"id": "order"}, *groups))


def _ref(index: int, region: Region) -> Markup:
    return element("RegionRefIndexed", {"index": index, "regionRef": ident(region.id)})


def _is_text(region: Region) -> bool:
    return bool(region.lines) or region.role not in (Role.PICTURE, Role.SEPARATOR)


def _region(whole: Membership, at: int, region: Region) -> Markup:
    coords = _coords(region.box, region.outline)
    attributes: Attributes = {"id": ident(region.id), "custom": _custom(whole, at, region)}
    if not _is_text(region):
        kind = "ImageRegion" if region.role is Role.PICTURE else "SeparatorRegion"
        return block(kind, attributes, coords)
    lang = spoken(region.lines)
    vertical = any(line.vertical for line in region.lines)
    own: Attributes = {
        **attributes,
        "type": _TYPES.get(region.role, "other"),
        "readingDirection": "top-to-bottom" if vertical else None,
        "textLineOrder": "right-to-left" if vertical else None,
        **_language(lang, "primaryLanguage"),
    }
    mixed = vertical and not all(line.vertical for line in region.lines)
    across = "left-to-right" if mixed else None
    rows = (
        _line(whole, line, lang, _how(at, line, across)) for at, line in enumerate(region.lines)
    )
    texts = _texts([read([line]) for line in region.lines], map(printed, region.lines))
    made = block("TextRegion", own, coords, *rows, *texts)
    frame = _FRAMES.get(region.role)
    return block(frame, {"id": f"frame.{ident(region.id)}"}, coords, made) if frame else made


def _custom(whole: Membership, at: int, region: Region) -> str:
    part = whole.part_of.get(region.id)
    said = f"role:{region.role.value};"
    if part:
        said += f" id:{ident(part.article.id)}; part:{part.index}; kind:{part.article.kind};"
    furniture = " furniture:true;" if region.role in FURNITURE else ""
    return (
        f"readingOrder {{index:{at};}} structure {{type:{_structure(region)}; {said}{furniture}}}"
    )


def _structure(region: Region) -> str:
    return _TYPES.get(region.role, region.role.value)


def _how(at: int, line: Line, across: str | None) -> Attributes:
    """Return how a line stands in its region; `across` is said of lines that are not vertical."""
    opens = " paragraph {start:true;}" if line.opens else ""
    return {
        "id": ident(line.id),
        "readingDirection": "top-to-bottom" if line.vertical else across,
        "custom": f"readingOrder {{index:{at};}}{opens}",
    }


def _line(whole: Membership, line: Line, lang: str, attributes: Attributes) -> Markup:
    baseline = Markup("")
    if len(line.baseline) > 1:
        baseline = element("Baseline", {"points": _points(line.baseline)})
    words = (_word(whole, word, lang) for word in line.words)
    style = element("TextStyle", {"bold": "true"}) if line.bold else Markup("")
    texts = _texts([read([line])], [printed(line)])
    return block("TextLine", attributes, _coords(line.box), baseline, *words, *texts, style)


def _word(whole: Membership, word: Word, lang: str) -> Markup:
    own = _language(word.lang, "language") if word.lang != lang else {}
    attributes: Attributes = {"id": ident(word.id), **own}
    if word.norm is None:
        return element("Word", attributes, _coords(word.box), _equiv(word.text, 0, word.conf))
    rules = ", ".join(whole.changed_by(word)) or None
    read_as = _equiv(word.norm, 0, None, details="corrected", comments=rules)
    seen = _equiv(word.text, 1, word.conf, details="ocr")
    return element("Word", attributes, _coords(word.box), read_as, seen)


def _texts(readings: Sequence[str], seen: Iterable[str]) -> Iterator[Markup]:
    """Yield what is read and, where it differs, what was seen."""
    said, was = "\n".join(readings), "\n".join(seen)
    yield _equiv(said, 0, None)
    if said != was:
        yield _equiv(was, 1, None, details="ocr")


def _equiv(
    said: str, index: int, conf: float | None, *, details: str = "", comments: str | None = None
) -> Markup:
    attributes: Attributes = {
        "index": index,
        "conf": share(conf),
        "dataType": "other" if details else None,
        "dataTypeDetails": details or None,
        "comments": comments,
    }
    return element("TextEquiv", attributes, element("Unicode", {}, text(said)))


def _language(tag: str, attribute: str) -> Attributes:
    if not tag:
        return {}
    known = tongue(tag)
    script = SCRIPTS.get(known.script)
    named = None if known.code == UNKNOWN.code else known.name
    return {attribute: named, "primaryScript": f"{known.script} - {script}" if script else None}


def _coords(box: Box, outline: Sequence[Point] = ()) -> Markup:
    if outline:
        return element("Coords", {"points": _points(outline)})
    x0, y0, x1, y1 = (max(0, edge) for edge in box)
    return element("Coords", {"points": f"{x0},{y0} {x1},{y0} {x1},{y1} {x0},{y1}"})


def _points(points: Iterable[Point]) -> str:
    return " ".join(f"{max(0, x)},{max(0, y)}" for x, y in points)
