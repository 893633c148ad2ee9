"""ALTO as it is met: versions 1 to 4, four namespaces and none, three units, junk numbers.

Boxes in 1/1200 inch or 1/10 mm stay what they are, as pixels of a page of 1200 or 254 dpi.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import PurePosixPath

from digitize.errors import InputError
from digitize.grammar.tongues import tag_of
from digitize.load.oldocr import altosteps, markup
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
from digitize.model.geometry import NOWHERE, Box, Point
from digitize.model.page import Line, Page, Region, Role, Scan, Word

_DPI = {"inch1200": 1200.0, "mm10": 254.0}
_BLOCKS = ("TextBlock", "Illustration", "GraphicalElement", "ComposedBlock")
_SPACES = ("TopMargin", "LeftMargin", "RightMargin", "BottomMargin", "PrintSpace")
_OPENS, _VERTICAL = "opens a paragraph", "read from top to bottom"
_EXACT = re.compile(r"\s*\d+(\.\d*)?\s*")
_PLURAL_BOLD = 0.5  # where more than half of the lines are bold, bold says nothing


def pages(raw: bytes, *, where: str) -> int:
    """Return how many pages an ALTO file holds."""
    root, _ = markup.parse(raw, where=where)
    return sum(1 for _ in markup.descendants(root, "Page"))


def read(raw: bytes, index: int, *, where: str, page_id: str, number: int) -> Record:
    """Return page `index` of an ALTO file; raises InputError when it has none."""
    root, damage = markup.parse(raw, where=where)
    found = list(markup.descendants(root, "Page"))
    if index >= len(found):
        raise InputError(f"it has no page {index + 1}", where=where)
    reader = _Reader(root, page_id)
    page = reader.page(found[index], where, index, number)
    page = replace(page, warnings=damage)
    groups = {key: tuple(group) for key, group in reader.groups.items()}
    record = Record(page, reader.stories(page), note=_version(root), names=groups)
    own, others = altosteps.steps(root, page_id)
    record = replace(record, page=replace(page, steps=own), steps=others)
    return finish(record, reader.findings)


def _version(root: Node) -> str:
    space = root.tag.rpartition("}")[0].lstrip("{") if isinstance(root.tag, str) else ""
    version = attributes(root).get("SCHEMAVERSION", "")
    unit = said(child(root, "Description", "MeasurementUnit")) or "no unit"
    return f"ALTO {version or space or 'without a namespace'}, {unit}".replace("  ", " ")


@dataclass(slots=True)
class _Tag:
    """A tag: what kind of tag, its TYPE and its LABEL."""

    name: str
    type: str
    label: str


@dataclass(slots=True)
class _Reader:
    """Reads one page; `root` is the whole file."""

    root: Node
    page_id: str
    findings: Findings = field(default_factory=Findings)
    tags: dict[str, _Tag] = field(default_factory=dict)
    bold: frozenset[str] = frozenset()
    marked: bool = False  # whether the file says which lines open paragraphs
    pieces: list[tuple[str, int]] = field(default_factory=list)  # word id, which half it is
    members: dict[str, list[str]] = field(default_factory=dict)  # article tag → region ids
    composed: list[str] = field(default_factory=list)
    groups: dict[str, list[str]] = field(default_factory=dict)  # composed block → region ids
    keys: set[str] = field(default_factory=set)

    def page(self, node: Node, where: str, index: int, place: int) -> Page:
        self._heads()
        own = attributes(node)
        lang = tag_of(own.get("LANG", ""))
        regions = [
            region
            for space in children(node, *_SPACES)
            for region in self._blocks(space, lang, _role_of_space(space))
        ]
        scan = Scan(
            path=self._file_name() or where,
            sha256=self._digest(),
            width=self._whole(own.get("WIDTH"), "WIDTH"),
            height=self._whole(own.get("HEIGHT"), "HEIGHT"),
            dpi=_DPI.get(said(child(self.root, "Description", "MeasurementUnit"))),
            index=index,
        )
        quality = own.get("QUALITY_DETAIL", "") if own.get("QUALITY") == "Missing" else ""
        return Page(
            id=self.page_id,
            number=place,
            label=own.get("PRINTED_IMG_NR", ""),
            scan=scan,
            regions=tuple(self._ordered(self._settled(regions))),
            error=quality,
        )

    def _heads(self) -> None:
        held = child(self.root, "Tags")
        for tag in children(held) if held is not None else ():
            said_of = attributes(tag)
            if name(tag).endswith("Tag"):
                self.tags[said_of.get("ID", "")] = _Tag(
                    name(tag), said_of.get("TYPE", ""), said_of.get("LABEL", "")
                )
        self.marked = any(tag.label == _OPENS for tag in self.tags.values())
        styles = child(self.root, "Styles")
        self.bold = frozenset(
            of_style.get("ID", "")
            for of_style in map(
                attributes, children(styles, "TextStyle") if styles is not None else ()
            )
            if "bold" in of_style.get("FONTSTYLE", "")
        )

    def _file_name(self) -> str:
        written = said(child(self.root, "Description", "sourceImageInformation", "fileName"))
        return str(markup.inside(written) or PurePosixPath(written.replace("\\", "/")).name)

    def _digest(self) -> str:
        source = child(self.root, "Description", "sourceImageInformation")
        for found in children(source, "fileIdentifier") if source is not None else ():
            if attributes(found).get("fileIdentifierLocation", "").casefold() == "sha256":
                return said(found)
        return ""

    def _whole(self, value: str | None, what: str) -> int:
        found = number(value)
        if value and not _EXACT.fullmatch(value):
            self.findings.note(f"{what} that is no number", value)
        return max(0, round(found or 0))

    def _blocks(self, parent: Node, lang: str, role: Role | None) -> Iterator[Region]:
        for node in children(parent, *_BLOCKS):
            own = attributes(node)
            tagged = self._tagged(own)
            means = tagged or role_named(own.get("TYPE", "")) or role
            if name(node) == "ComposedBlock":
                yield from self._composed(node, own, lang, means)
                continue
            region = self._region(node, own, lang, means)
            for ref in (*own.get("TAGREFS", "").split(), *self.composed):
                if ref in self.composed or self.tags.get(ref, _NONE).name == "StructureTag":
                    self.members.setdefault(ref, []).append(region.id)
            yield region

    def _composed(
        self, node: Node, own: dict[str, str], lang: str, role: Role | None
    ) -> Iterator[Region]:
        whole = own.get("TYPE", "").casefold() == "article"
        group = self.groups.setdefault(unident(own.get("ID", "")), [])
        if whole:
            self.composed.append(own.get("ID", ""))
        for region in self._blocks(node, tag_of(own.get("LANG", "")) or lang, role):
            group.append(region.id)
            yield region
        if whole:
            self.composed.pop()

    def _tagged(self, own: dict[str, str]) -> Role | None:
        for ref in own.get("TAGREFS", "").split():
            tag = self.tags.get(ref, _NONE)
            role = role_named(tag.label) or role_named(tag.type)
            if tag.name in ("LayoutTag", "RoleTag", "StructureTag", "OtherTag") and role:
                return role
        return None

    def _key(self, written: str) -> str:
        key = unident(written)
        if not key or key in self.keys:
            key = f"{key}#{len(self.keys)}"
        self.keys.add(key)
        return key

    def _region(self, node: Node, own: dict[str, str], lang: str, role: Role | None) -> Region:
        key = self._key(own.get("ID", ""))
        kind = {"Illustration": Role.PICTURE, "GraphicalElement": Role.SEPARATOR}.get(name(node))
        lang = tag_of(own.get("LANG") or own.get("language") or "") or lang
        shape = child(node, "Shape", "Polygon")
        outline = _points(attributes(shape).get("POINTS", "")) if shape is not None else ()
        lines = tuple(self._lines(node, lang, own.get("BASEDIRECTION", ""), key))
        return Region(
            id=key, box=self._box(own), role=kind or role or Role.BODY, lines=lines, outline=outline
        )

    def _lines(self, block: Node, lang: str, direction: str, key: str) -> Iterator[Line]:
        for row, node in enumerate(children(block, "TextLine")):
            own = attributes(node)
            words = tuple(self._words(node, tag_of(own.get("LANG", "")) or lang, f"{key}.{row}"))
            labels = {self.tags.get(ref, _NONE).label for ref in own.get("TAGREFS", "").split()}
            box = self._box(own)
            runs = own.get("BASEDIRECTION", "") or direction
            yield Line(
                id=unident(own.get("ID", "")) or f"{key}.{row}",
                box=box,
                words=words,
                bold=self._is_bold(node, own),
                baseline=_points(own.get("BASELINE", "")),
                vertical=runs in ("ttb", "btt") or _VERTICAL in labels,
                opens=_OPENS in labels if self.marked else row == 0,
                step=self._step_of(own),
            )

    def _step_of(self, own: dict[str, str]) -> str:
        refs = [unident(ref) for ref in own.get("PROCESSINGREFS", "").split()]
        return next((ref for ref in refs if ref.startswith(f"{self.page_id}.")), "")

    def _is_bold(self, node: Node, own: dict[str, str]) -> bool:
        styles = [attributes(word).get("STYLE", "").split() for word in children(node, "String")]
        whole = bool(self.bold.intersection(own.get("STYLEREFS", "").split()))
        return whole or (bool(styles) and all("bold" in style for style in styles))

    def _words(self, line: Node, lang: str, key: str) -> Iterator[Word]:
        nodes = list(children(line, "String", "HYP"))
        for place, node in enumerate(nodes):
            if name(node) == "HYP":
                continue
            own = attributes(node)
            after = nodes[place + 1] if place + 1 < len(nodes) else None
            hyphen = after is not None and name(after) == "HYP"
            mark = attributes(after).get("CONTENT", "") if after is not None and hyphen else ""
            word = self._word(node, own, lang, mark, f"{key}.{place}")
            if word is not None:
                yield word

    def _word(self, node: Node, own: dict[str, str], lang: str, mark: str, key: str) -> Word | None:
        content = own.get("CONTENT", "")
        seen = next(
            (
                said(found)
                for found in children(node, "ALTERNATIVE")
                if attributes(found).get("PURPOSE", "").casefold() == "ocr"
            ),
            None,
        )
        text = content if seen is None else seen
        if mark and not text.endswith(mark):
            text += mark
        if not text:
            return None
        word = Word(
            id=unident(own.get("ID", "")) or key,
            box=self._box(own),
            text=text,
            norm=None if seen is None else content,
            conf=self._share(own.get("WC")),
            lang=tag_of(own.get("LANG", "")) or lang,
        )
        return self._joined(word, own)

    def _joined(self, word: Word, own: dict[str, str]) -> Word:
        """Return the word as it is read where it is a piece of a broken one."""
        part, whole = own.get("SUBS_TYPE", ""), own.get("SUBS_CONTENT", "")
        if part.casefold() == "hyppart1" and whole:
            self.pieces.append((word.id, 1))
            return replace(word, norm=whole)
        if part.casefold() == "hyppart2":
            self.pieces.append((word.id, 2))
            return replace(word, norm="")
        return word

    def _share(self, value: str | None) -> float | None:
        found = number(value)
        if found is None:
            return None
        if not 0 <= found <= 1:
            self.findings.note("WC beyond 0 to 1", value or "")
            return None
        return found

    def _box(self, own: dict[str, str]) -> Box:
        values = [own.get(key) for key in ("HPOS", "VPOS", "WIDTH", "HEIGHT")]
        if None in values:
            return NOWHERE
        x, y, width, height = map(number, values)
        if x is None or y is None or width is None or height is None:
            self.findings.note("boxes with a value that is no number", " ".join(map(str, values)))
            return NOWHERE
        return Box(round(x), round(y), round(x + width), round(y + height))

    def _ordered(self, regions: list[Region]) -> list[Region]:
        """Return the regions in the file's ReadingOrder, those that it leaves out at the end."""
        groups = child(self.root, "ReadingOrder")
        first = next(children(groups, "OrderedGroup"), None) if groups is not None else None
        if first is None:
            return regions
        refs = [
            unident(ref)
            for found in markup.descendants(first, "ElementRef", "OrderedGroup")
            for ref in attributes(found).get("REF", "").split()
        ]
        place = {ref: at for at, ref in reversed(list(enumerate(refs)))}
        return sorted(regions, key=lambda region: place.get(region.id, len(refs)))

    def _settled(self, regions: list[Region]) -> list[Region]:
        """Return the regions with half words and meaningless bold taken back."""
        lines = [line for region in regions for line in region.lines]
        orphans = _orphans(self.pieces)
        plain = sum(line.bold for line in lines) > _PLURAL_BOLD * len(lines) and not self.marked
        if plain:
            self.findings.note("bold in most lines, not taken for bold")

        def mend(line: Line) -> Line:
            words = tuple(
                replace(word, norm=None) if word.id in orphans else word for word in line.words
            )
            return replace(line, words=words, bold=line.bold and not plain)

        return [replace(region, lines=tuple(map(mend, region.lines))) for region in regions]

    def stories(self, page: Page) -> tuple[Story, ...]:
        """Return the articles that tags, or composed blocks, say stand on the page."""
        places = self._places()
        found = []
        for ref in [*self.tags, *(ref for ref in self.members if ref not in self.tags)]:
            inside = set(self.members.get(ref, ()))
            if not inside:
                continue
            tag = self.tags.get(ref, _Tag("ComposedBlock", "article", ""))
            here = [region.id for region in page.regions if region.id in inside]
            parts = tuple((places.get((ref, region), at), region) for at, region in enumerate(here))
            found.append(Story(unident(ref), kind_named(tag.type), tuple(sorted(parts))))
        return tuple(found)

    def _places(self) -> dict[tuple[str, str], int]:
        """Return the place of a region in its article, as ids of references say it."""
        found: dict[tuple[str, str], int] = {}
        for group in markup.descendants(self.root, "OrderedGroup"):
            tag = attributes(group).get("TAGREFS", "")
            for ref in children(group, "ElementRef"):
                own = attributes(ref)
                at = re.search(r"\.(\d+)$", own.get("ID", ""))
                if tag and at:
                    found[tag, unident(own.get("REF", ""))] = int(at[1]) - 1
        return found


_NONE = _Tag("", "", "")


def _role_of_space(space: Node) -> Role | None:
    return None if name(space) == "PrintSpace" else Role.RUNNING_HEADER


def _orphans(pieces: list[tuple[str, int]]) -> set[str]:
    """Return the pieces of broken words whose other piece does not come next."""
    whole = [
        name
        for (first, one), (second, two) in pairwise(pieces)
        if (one, two) == (1, 2)
        for name in (first, second)
    ]
    return {name for name, _ in pieces} - set(whole)


def _points(value: str) -> tuple[Point, ...]:
    """Return "x,y x,y" or "x y x y" as points; nothing for one number alone."""
    found = [float(item) for item in re.findall(r"-?\d+(?:\.\d+)?", value)]
    if len(found) < 2 or len(found) % 2:
        return ()
    return tuple(Point(round(x), round(y)) for x, y in zip(found[::2], found[1::2], strict=True))
