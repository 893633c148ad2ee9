"""The XML of ABBYY FineReader, versions 6 to 11 and on: characters with their places, in lines."""

from __future__ import annotations

import statistics
from collections.abc import Iterator
from dataclasses import dataclass, field

from digitize.errors import InputError
from digitize.grammar.tongues import tag_of
from digitize.load.oldocr import markup
from digitize.load.oldocr.markup import Node, attributes, children, descendants, number
from digitize.load.oldocr.record import Findings, Record, finish
from digitize.model.geometry import NOWHERE, Box, union
from digitize.model.page import Line, Page, Region, Role, Scan, Word
from digitize.model.step import Step

_WORDLESS = {
    "picture": Role.PICTURE, "vectorpicture": Role.PICTURE, "barcode": Role.PICTURE,
    "separator": Role.SEPARATOR, "separatorsbox": Role.SEPARATOR,
}  # fmt: skip
_SOFT = "\u00ac"  # how FineReader marks a hyphen that breaks a word
_MOST = 100.0  # confidence; versions before 9 count to 255


def pages(raw: bytes, *, where: str) -> int:
    """Return how many pages a file holds."""
    root, _ = markup.parse(raw, where=where)
    return sum(1 for _ in children(root, "page"))


def read(raw: bytes, index: int, *, where: str, page_id: str, number: int) -> Record:
    """Return page `index` of a file; raises InputError when it has none."""
    root, damage = markup.parse(raw, where=where)
    found = list(children(root, "page"))
    if index >= len(found):
        raise InputError(f"it has no page {index + 1}", where=where)
    reader = _Reader(_most(found[index]))
    own = attributes(found[index])
    tool = attributes(root).get("producer", "ABBYY FineReader")
    resolution = markup.number(own.get("resolution"))
    page = Page(
        id=page_id,
        number=number,
        scan=Scan(
            path=where,
            width=round(markup.number(own.get("width")) or 0),
            height=round(markup.number(own.get("height")) or 0),
            dpi=resolution or None,
            index=index,
        ),
        regions=tuple(reader.regions(found[index])),
        steps=(Step(id=f"{page_id}.step01", name="ocr", version="", tool=tool),),
        warnings=damage,
    )
    return finish(Record(page, note=f"XML of {tool}"), reader.findings)


def _most(page: Node) -> float:
    """Return the highest confidence that the file counts to."""
    chars = map(attributes, descendants(page, "charParams"))
    values = (number(own.get("charConfidence")) for own in chars)
    return 255.0 if max((value or 0 for value in values), default=0) > _MOST else _MOST


@dataclass(slots=True)
class _Reader:
    """Reads the blocks of one page."""

    most: float
    findings: Findings = field(default_factory=Findings)

    def regions(self, page: Node) -> Iterator[Region]:
        """Yield the blocks in the order of the file; cells of a table are lines of one region."""
        for at, block in enumerate(children(page, "block")):
            own = attributes(block)
            kind = own.get("blockType", "Text").casefold()
            key = f"b{at}"
            lines = tuple(self._lines(block, key))
            box = _box(own)
            if kind in _WORDLESS and not lines:
                yield Region(id=key, box=box, role=_WORDLESS[kind])
            else:
                role = Role.TABLE if kind == "table" else Role.BODY
                yield Region(id=key, box=box, role=role, lines=lines)

    def _lines(self, block: Node, key: str) -> Iterator[Line]:
        for of, paragraph in enumerate(descendants(block, "par")):
            for row, node in enumerate(children(paragraph, "line")):
                name = f"{key}.{of}.{row}"
                words = tuple(self._words(node, name))
                bold = [attributes(part).get("bold") for part in children(node, "formatting")]
                yield Line(
                    id=name,
                    box=_box(attributes(node)),
                    words=words,
                    bold=bool(bold) and all(said in ("true", "1") for said in bold),
                    opens=row == 0,
                )

    def _words(self, line: Node, key: str) -> Iterator[Word]:
        """Yield the words: runs of characters between those that are spaces."""
        held: list[tuple[str, dict[str, str]]] = []
        number_of = 0
        for part in children(line, "formatting"):
            lang = tag_of(attributes(part).get("lang", ""))
            chars = list(children(part, "charParams"))
            if not chars and markup.said(part):
                self.findings.note("lines without characters")
            for char in chars:
                text = "".join(map(str, char.itertext()))
                if text.strip():
                    held.append((text, {**attributes(char), "lang": lang}))
                elif held:
                    yield self._word(held, f"{key}.{number_of}")
                    held, number_of = [], number_of + 1
        if held:
            yield self._word(held, f"{key}.{number_of}")

    def _word(self, chars: list[tuple[str, dict[str, str]]], key: str) -> Word:
        text = "".join(char for char, _ in chars)
        known = [number(own.get("charConfidence")) for _, own in chars]
        values = [value for value in known if value is not None and value >= 0]
        return Word(
            id=key,
            box=union(_box(own) for _, own in chars),
            text=f"{text[:-1]}-" if text.endswith(_SOFT) else text,
            conf=round(statistics.fmean(values) / self.most, 4) if values else None,
            lang=chars[0][1]["lang"],
        )


def _box(own: dict[str, str]) -> Box:
    values = [number(own.get(edge)) for edge in "ltrb"]
    if None in values:
        return NOWHERE
    left, top, right, bottom = (round(value or 0) for value in values)
    return Box(left, top, right, bottom)
