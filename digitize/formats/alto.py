"""ALTO, one file a page: words with their boxes, in reading order, as printed and as read.

What a word was seen as stays in ALTERNATIVE PURPOSE="ocr" where it is read otherwise, with the
rules that changed it in PROCESSINGREFS. CS, which says that a person corrected, is never set.
"""

from __future__ import annotations

import statistics
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar, Literal

from digitize.formats import altohead
from digitize.formats.format import OF_PAGES, File, Kept
from digitize.formats.halves import Half, halves, spaces
from digitize.formats.membership import Membership, spoken, steps
from digitize.formats.xml import (
    Attributes,
    Markup,
    block,
    element,
    file,
    ident,
    language,
    share,
    text,
)
from digitize.grammar.tongues import tongue
from digitize.model.document import Document
from digitize.model.geometry import Box, Point
from digitize.model.page import Line, Page, Region, Role, Word
from digitize.model.reading import confidences

Version = Literal["4.4", "3.1", "2.1"]


@dataclass(frozen=True, slots=True)
class Alto:
    """ALTO 4.4, 3.1 or 2.1, one file a page: words with boxes, confidence, both readings."""

    version: Version = "4.4"

    name: ClassVar[str] = "alto"
    keeps: ClassVar[frozenset[Kept]] = OF_PAGES | {"articles", "furniture", "steps"}

    def files(self, document: Document, scans: Path | None = None, /) -> Iterator[File]:
        """Yield alto/p0001.xml and so on, page by page."""
        del scans
        whole = Membership(document)
        for page in document.pages:
            yield File(f"alto/{page.id}.xml", self.page(whole, page))

    def page(self, whole: Membership, page: Page) -> bytes:
        """Return the file of one page."""
        return file(_Writer(self.version, whole, page, paper=page.scan.unit == "pixel").alto())


@dataclass(frozen=True, slots=True)
class _Writer:
    """One page on its way to ALTO."""

    version: Version
    whole: Membership
    page: Page
    paper: bool  # whether boxes count pixels of a page

    @property
    def known_steps(self) -> tuple[str, ...]:
        """Ids of the steps that lines may refer to."""
        return tuple(step.id for step in steps(self.whole.document, self.page))

    @property
    def new(self) -> bool:
        """Whether ALTO 4 may be written: directions, reading order, references to steps."""
        return self.version == "4.4"

    def alto(self) -> Markup:
        page, whole = self.page, self.whole
        found = {region.id: spoken(region.lines) for region in page.regions if region.lines}
        return block(
            "alto",
            altohead.root(self.version),
            altohead.description(self.version, whole, page),
            altohead.tags(whole, page, new=self.new),
            altohead.reading_order(whole, page) if self.new else Markup(""),
            block("Layout", {}, self._page(found)),
        )

    def _page(self, langs: dict[str, str]) -> Markup:
        page = self.page
        flat = not self.paper
        size = {
            "WIDTH": None if flat else page.scan.width or None,
            "HEIGHT": None if flat else page.scan.height or None,
        }
        known = confidences(line for region in page.regions for line in region.lines)
        spoken_here = list(dict.fromkeys(filter(language, langs.values())))
        attributes: Attributes = {
            "ID": ident(page.id),
            "PHYSICAL_IMG_NR": page.number,
            "PRINTED_IMG_NR": page.label or None,
            **size,
            "QUALITY": "Missing" if page.error else None,
            "QUALITY_DETAIL": page.error or None,
            "PC": share(statistics.fmean(known)) if known else None,
            **(self._languages(spoken_here) if self.new else {}),
        }
        following = altohead.following(self.whole, page)
        blocks = [
            self._region(region, langs.get(region.id, ""), following) for region in page.regions
        ]
        place = {} if flat else {"HPOS": 0, "VPOS": 0}
        space: Attributes = {"ID": ident(f"{page.id}.space"), **place, **size}
        return block("Page", attributes, block("PrintSpace", space, *blocks))

    def _languages(self, found: list[str]) -> Attributes:
        refs = " ".join(map(ident, self.known_steps))
        return {
            "LANG": found[0] if found else None,
            "OTHERLANGS": " ".join(found[1:]) or None,
            "PROCESSINGREFS": refs or None,
        }

    def _region(self, region: Region, lang: str, following: dict[str, str]) -> Markup:
        vertical = any(line.vertical for line in region.lines)
        after = following.get(region.id)
        known = language(lang)
        attributes: Attributes = {
            "ID": ident(region.id),
            "TAGREFS": altohead.tag_refs(self.whole, region),
            **self._box(region.box),
            "IDNEXT": after and ident(after),
        }
        shape = Markup("")
        if region.outline:
            polygon = element("Polygon", {"POINTS": _points(region.outline)})
            shape = element("Shape", {}, polygon)
        if not region.lines and region.role is Role.PICTURE:
            return block("Illustration", attributes, shape)
        if not region.lines and region.role is Role.SEPARATOR:
            return block("GraphicalElement", attributes, shape)
        spoken_as: Attributes = {
            "language": tongue(known).code if known else None,
            "LANG": known,
            "BASEDIRECTION": "ttb" if vertical and self.new else None,
        }
        pieces = halves(region.lines)
        mixed = vertical and not all(line.vertical for line in region.lines)
        rows = (self._line(line, known or "", pieces, mixed=mixed) for line in region.lines)
        return block("TextBlock", {**attributes, **spoken_as}, shape, *rows)

    def _step_of(self, line: Line) -> str | None:
        return ident(line.step) if self.new and line.step in self.known_steps else None

    def _line(self, line: Line, lang: str, pieces: dict[str, Half], *, mixed: bool) -> Markup:
        runs = "ttb" if line.vertical else "ltr" if mixed else None
        marks = [altohead.OPENS] if line.opens else []
        if line.vertical and not self.new:
            marks.append(altohead.VERTICAL)
        attributes: Attributes = {
            "ID": ident(line.id),
            "TAGREFS": " ".join(marks) or None,
            "PROCESSINGREFS": self._step_of(line),
            **self._box(line.box),
            "BASELINE": self._baseline(line.baseline),
            "BASEDIRECTION": runs if self.new else None,
        }
        return block("TextLine", attributes, *self._words(line, lang, pieces))

    def _baseline(self, points: tuple[Point, ...]) -> str | None:
        if not points:
            return None
        if self.new:
            return _points(points)
        return str(round(statistics.fmean(point.y for point in points)))

    def _words(self, line: Line, lang: str, pieces: dict[str, Half]) -> Iterator[Markup]:
        if not line.words:
            style = "bold" if line.bold else None
            yield element(
                "String", {"ID": ident(f"{line.id}.empty"), "CONTENT": "", "STYLE": style}
            )
        held = [pieces.get(word.id) for word in line.words]
        said = [
            half.said if half else word.reading for word, half in zip(line.words, held, strict=True)
        ]
        for word, half, content, space in zip(
            line.words, held, said, spaces(line, said), strict=True
        ):
            if space:
                yield _SPACE
            yield self._word(word, half, lang, content, bold=line.bold)
            if half and half.part == 1:
                yield element("HYP", {"CONTENT": word.text[-1]})

    def _word(
        self, word: Word, half: Half | None, lang: str, content: str, *, bold: bool
    ) -> Markup:
        made: dict[str, str | int | float | None] = {"ID": ident(word.id)}
        if word.norm is not None and self.new:
            refs = [f"rule.{ident(rule)}" for rule in self.whole.changed_by(word)]
            made["PROCESSINGREFS"] = " ".join(refs) or None
        made |= self._box(word.box)
        made["CONTENT"] = content
        if bold:
            made["STYLE"] = "bold"
        if half:
            made["SUBS_TYPE"] = f"HypPart{half.part}"
            made["SUBS_CONTENT"] = half.whole
        made["WC"] = share(word.conf)
        if word.lang != lang:
            made["LANG"] = language(word.lang)
        if half or word.norm is None:
            return element("String", made)
        seen = element("ALTERNATIVE", {"PURPOSE": "ocr"}, text(word.text))
        return element("String", made, seen)

    def _box(self, box: Box) -> Attributes:
        x0, y0, x1, y1 = box
        if x1 <= x0 or y1 <= y0 or not self.paper:
            return {}
        return {"HPOS": x0, "VPOS": y0, "WIDTH": x1 - x0, "HEIGHT": y1 - y0}


_SPACE = element("SP", {})


def _points(points: Sequence[Point]) -> str:
    return " ".join(f"{x},{y}" for x, y in points)
