"""PAGE as it is met: 2010 to 2024, and the ways of Aletheia, Transkribus, OCR-D and NewsEye."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
from typing import Any

from digitize.grammar.tongues import tag_of, with_script
from digitize.load.oldocr import markup
from digitize.load.oldocr.markup import (
    Node,
    attributes,
    child,
    children,
    name,
    number,
    said,
    unident,
)
from digitize.load.oldocr.record import Findings, Record, Story, finish, kind_named, role_named
from digitize.load.oldocr.shares import placed, rows
from digitize.model.document import Kind
from digitize.model.geometry import NOWHERE, Box, Point
from digitize.model.page import Line, Page, Region, Role, Scan, Word
from digitize.model.step import Step

_WORDLESS = {
    "ImageRegion": Role.PICTURE, "LineDrawingRegion": Role.PICTURE, "GraphicRegion": Role.PICTURE,
    "ChartRegion": Role.PICTURE, "MapRegion": Role.PICTURE, "SeparatorRegion": Role.SEPARATOR,
}  # fmt: skip
_FRAMES = {"AdvertRegion": Role.ADVERT, "TableRegion": Role.TABLE, "TableCell": Role.TABLE}
_CUSTOM = re.compile(r"([\w-]+)\s*\{([^}]*)\}")
_LAST = 1 << 30


def pages(raw: bytes, *, where: str) -> int:
    """Return how many pages a PAGE file holds: one."""
    root, _ = markup.parse(raw, where=where)
    return sum(1 for _ in markup.descendants(root, "Page"))


def read(raw: bytes, index: int, *, where: str, page_id: str, number: int) -> Record:
    """Return the page of a PAGE file."""
    root, damage = markup.parse(raw, where=where)
    node = list(markup.descendants(root, "Page"))[index]
    reader = _Reader(page_id)
    page = reader.page(node, where, number)
    own, others = _steps(root, page_id)
    page = replace(page, warnings=damage, steps=own)
    record = Record(page, reader.stories(), steps=others, note=_version(root))
    return finish(record, reader.findings)


def _version(root: Node) -> str:
    found = re.search(r"/pagecontent/([\d-]+)", str(root.tag))
    return f"PAGE {found[1] if found else 'without a namespace'}"


@dataclass(slots=True)
class _Reader:
    """Reads one page."""

    page_id: str
    findings: Findings = field(default_factory=Findings)
    members: dict[str, list[tuple[int, str]]] = field(default_factory=dict)
    kinds: dict[str, Kind] = field(default_factory=dict)
    keys: set[str] = field(default_factory=set)
    marked: bool = False  # whether the file says which lines open paragraphs

    def page(self, node: Node, where: str, place: int) -> Page:
        """Return the page with its regions in reading order."""
        own = attributes(node)
        custom = _custom(own).get("page", {})
        self.marked = bool(custom)
        lang = _lang(own, "primaryLanguage")
        found = [(self._place(held), region) for held, region in self._regions(node, lang, None)]
        order = _order(node)
        listed = {region.id: order.get(region.id, _LAST) for _, region in found}
        if all(place is not None for place, _ in found):
            found.sort(key=lambda pair: pair[0] or 0)
        else:
            found.sort(key=lambda pair: listed[pair[1].id])
        image = own.get("imageFilename", "")
        inside = markup.inside(image) or PurePosixPath(image.replace("\\", "/")).name
        return Page(
            id=self.page_id,
            number=place,
            label=unident(custom.get("label", "")).removesuffix("-") if custom else "",
            scan=Scan(
                path=str(inside) or where,
                width=round(number(own.get("imageWidth")) or 0),
                height=round(number(own.get("imageHeight")) or 0),
                dpi=_dpi(own),
            ),
            regions=tuple(region for _, region in found),
        )

    def stories(self) -> tuple[Story, ...]:
        """Return the articles that the file names."""
        return tuple(
            Story(unident(key), self.kinds[key], tuple(sorted(parts)))
            for key, parts in self.members.items()
        )

    @staticmethod
    def _place(node: Node) -> int | None:
        value = number(_custom(attributes(node)).get("readingOrder", {}).get("index"))
        return None if value is None else round(value)

    def _regions(self, parent: Node, lang: str, role: Role | None) -> Iterator[tuple[Node, Region]]:
        for node in children(parent):
            kind = name(node)
            if not kind.endswith("Region") and kind != "TableCell":
                continue
            own = attributes(node)
            lang_here = _lang(own, "primaryLanguage") or lang
            if kind in _WORDLESS:
                yield node, Region(id=self._key(own), box=self._box(node), role=_WORDLESS[kind])
            elif child(node, "TextLine") is not None or child(node, "TextEquiv") is not None:
                yield node, self._text(node, own, lang_here, _FRAMES.get(kind, role))
            elif kind == "TextRegion" and child(node, "TextRegion") is None:
                yield node, self._text(node, own, lang_here, role)
            yield from self._regions(node, lang_here, _FRAMES.get(kind, role))

    def _key(self, own: dict[str, str]) -> str:
        key = unident(own.get("id", ""))
        if not key or key in self.keys:
            key = f"{key}#{len(self.keys)}"
        self.keys.add(key)
        return key

    def _text(self, node: Node, own: dict[str, str], lang: str, frame: Role | None) -> Region:
        key = self._key(own)
        structure = _custom(own).get("structure", {})
        role = role_named(structure.get("role", "")) or frame
        role = role or role_named(structure.get("type", "")) or role_named(own.get("type", ""))
        vertical = own.get("readingDirection") == "top-to-bottom"
        box = self._box(node)
        lines = self._lines(node, key, lang, vertical=vertical)
        if not lines:
            said_here = _equivs(node)
            lines = self._split(said_here[0].text if said_here else "", box, key, lang)
        region = Region(id=key, box=box, role=role or Role.BODY, lines=lines)
        self._note_story(region, structure, node)
        return region

    def _note_story(self, region: Region, structure: dict[str, str], node: Node) -> None:
        """Note which article a region is of, as it says itself, or all its lines say."""
        if "id" not in structure:
            of_lines = [
                _custom(attributes(line)).get("structure", {})
                for line in children(node, "TextLine")
            ]
            names = {said_of.get("id", "") for said_of in of_lines}
            structure = of_lines[0] if len(names) == 1 and of_lines else {}
        key = structure.get("id", "")
        if key:
            at = number(structure.get("part"))
            parts = self.members.setdefault(key, [])
            parts.append((len(parts) if at is None else round(at), region.id))
            self.kinds.setdefault(key, kind_named(structure.get("kind", structure.get("type", ""))))

    def _lines(self, region: Node, key: str, lang: str, *, vertical: bool) -> tuple[Line, ...]:
        nodes = list(children(region, "TextLine"))
        places = [self._place(node) for node in nodes]
        if all(place is not None for place in places):
            nodes = [node for _, node in sorted(zip(places, nodes, strict=True), key=_first)]
        return tuple(
            self._line(node, f"{key}.{row}", lang, row, vertical=vertical)
            for row, node in enumerate(nodes)
        )

    def _line(self, node: Node, key: str, lang: str, row: int, *, vertical: bool) -> Line:
        own = attributes(node)
        lang = _lang(own, "primaryLanguage") or lang
        down = own.get("readingDirection", "top-to-bottom" if vertical else "") == "top-to-bottom"
        box = self._box(node)
        words = tuple(
            word
            for place, found in enumerate(children(node, "Word"))
            for word in self._word(found, f"{key}.{place}", lang)
        )
        if not words:
            words = self._placed(_equivs(node), box, key, lang, vertical=down)
        style = child(node, "TextStyle")
        start = _custom(own).get("paragraph", {}).get("start") == "true"
        baseline = child(node, "Baseline")
        return Line(
            id=unident(own.get("id", "")) or key,
            box=box,
            words=words,
            bold=style is not None and attributes(style).get("bold") == "true",
            baseline=_points(baseline) if baseline is not None else (),
            vertical=down,
            opens=start if self.marked else row == 0,
        )

    def _word(self, node: Node, key: str, lang: str) -> Iterator[Word]:
        own = attributes(node)
        equivs = _equivs(node)
        if not equivs or not any(equiv.text for equiv in equivs):
            return
        first = equivs[0]
        seen = next((equiv for equiv in equivs if equiv.details == "ocr"), first)
        yield Word(
            id=unident(own.get("id", "")) or key,
            box=self._box(node),
            text=seen.text,
            norm=None if seen is first else first.text,
            conf=self._share(seen.conf if seen.conf is not None else first.conf),
            lang=_lang(own, "language") or lang,
        )

    def _placed(
        self, equivs: list[_Equiv], box: Box, key: str, lang: str, *, vertical: bool
    ) -> tuple[Word, ...]:
        said_here = (equivs[0].text if equivs else "").split()
        if said_here:
            self.findings.note("lines without words, cut at their spaces")
        conf = self._share(equivs[0].conf) if equivs else None
        return tuple(
            Word(id=f"{key}.{at}", box=where, text=token, conf=conf, lang=lang)
            for at, (token, where) in enumerate(placed(said_here, box, vertical=vertical))
        )

    def _split(self, whole: str, box: Box, key: str, lang: str) -> tuple[Line, ...]:
        """Return the text of a region without lines, as lines that share its height."""
        if whole.strip():
            self.findings.note("regions without lines, cut at their line ends")
        return tuple(
            Line(
                id=f"{key}.{at}",
                box=where,
                words=self._placed(
                    [_Equiv(row, None, "")], where, f"{key}.{at}", lang, vertical=False
                ),
                opens=at == 0,
            )
            for at, (row, where) in enumerate(rows(whole, box))
        )

    def _share(self, value: float | None) -> float | None:
        if value is not None and not 0 <= value <= 1:
            self.findings.note("conf beyond 0 to 1", str(value))
            return None
        return value

    def _box(self, node: Node) -> Box:
        coords = child(node, "Coords")
        points = _points(coords) if coords is not None else ()
        if len(points) < 2:
            self.findings.note("parts without a place")
            return NOWHERE
        xs, ys = [point.x for point in points], [point.y for point in points]
        return Box(min(xs), min(ys), max(xs), max(ys))


@dataclass(frozen=True, slots=True)
class _Equiv:
    """One TextEquiv."""

    text: str
    conf: float | None
    details: str


def _equivs(node: Node) -> list[_Equiv]:
    """Return what a part of the page says, best first."""
    found: list[tuple[float, _Equiv]] = []
    for at, equiv in enumerate(children(node, "TextEquiv")):
        own = attributes(equiv)
        whole = child(equiv, "Unicode")
        written = said(whole if whole is not None else child(equiv, "PlainText"))
        index = number(own.get("index"))
        details = own.get("dataTypeDetails", "")
        held = _Equiv(written, number(own.get("conf")), details)
        found.append((float(at) if index is None else index, held))
    return [equiv for _, equiv in sorted(found, key=_first)]


def _first(pair: tuple[float | None, object]) -> float:
    return pair[0] or 0


def _custom(own: dict[str, str]) -> dict[str, dict[str, str]]:
    """Return the properties in `custom`: "structure {type:heading;}" and the like."""
    found: dict[str, dict[str, str]] = {}
    for group, body in _CUSTOM.findall(own.get("custom", "")):
        pairs = (item.partition(":") for item in body.split(";"))
        found[group] = {key.strip(): value.strip() for key, colon, value in pairs if colon}
    return found


def _order(page: Node) -> dict[str, int]:
    """Return the place of each region in the ReadingOrder, groups within groups."""
    found: dict[str, int] = {}

    def walk(group: Node) -> None:
        inner = list(children(group))
        if "Unordered" not in name(group):
            inner.sort(key=lambda node: number(attributes(node).get("index")) or 0)
        for node in inner:
            ref = unident(attributes(node).get("regionRef", ""))
            if ref:
                found.setdefault(ref, len(found))
            walk(node)

    order = child(page, "ReadingOrder")
    if order is not None:
        walk(order)
    return found


def _points(node: Node) -> tuple[Point, ...]:
    """Return the points of an element: an attribute, or Point elements before 2013."""
    written = attributes(node).get("points")
    if written is None:
        pairs = [
            (number(attributes(point).get("x")), number(attributes(point).get("y")))
            for point in children(node, "Point")
        ]
        return tuple(Point(round(x), round(y)) for x, y in pairs if x is not None and y is not None)
    found = re.findall(r"(-?\d+(?:\.\d+)?),(-?\d+(?:\.\d+)?)", written)
    return tuple(Point(round(float(x)), round(float(y))) for x, y in found)


def _lang(own: dict[str, str], attribute: str) -> str:
    script = own.get("primaryScript", "").partition(" ")[0]
    return with_script(tag_of(own.get(attribute, "")), script)


def _dpi(own: dict[str, str]) -> float | None:
    value = number(own.get("imageXResolution"))
    if not value:
        return None
    return value * 2.54 if own.get("imageResolutionUnit") == "PPCM" else value


def _steps(root: Node, page_id: str) -> tuple[tuple[Step, ...], tuple[Step, ...]]:
    """Return the steps of the page, and those of the whole document."""
    own: list[Step] = []
    others: list[Step] = []
    meta = child(root, "Metadata")
    for item in children(meta, "MetadataItem") if meta is not None else ():
        about = attributes(item)
        if about.get("type") != "processingStep":
            continue
        labels = child(item, "Labels")
        held = attributes(labels) if labels is not None else {}
        version = held.get("externalModel", "").removeprefix("digitize ")
        ours = version != held.get("externalModel", "")
        step = Step(
            id=held.get("externalId", "") if ours else f"{page_id}.step{len(own) + 1:02d}",
            name=about.get("name", "step"),
            version=version if ours else "",
            options=_options(labels) if ours else {},
            tool=""
            if ours and about.get("value") == f"digitize {version}"
            else about.get("value", ""),
            note=held.get("comments", ""),
        )
        (own if step.id.startswith(f"{page_id}.") else others).append(step)
    return tuple(own), tuple(others)


def _options(labels: Node | None) -> dict[str, Any]:
    found = (attributes(label) for label in children(labels, "Label")) if labels is not None else ()
    return {own.get("type", ""): json.loads(own.get("value", "null")) for own in found}
