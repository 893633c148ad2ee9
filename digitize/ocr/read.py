"""Read: hand every line to an engine and write its words into the page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import fmean
from typing import ClassVar, NamedTuple

from digitize.grammar.scripts import is_han_text
from digitize.model.page import Line, Page, Word
from digitize.model.reading import confidences
from digitize.model.step import next_step_id
from digitize.ocr.crops import Crop, clipped, cut, side_by_side
from digitize.ocr.engine import Piece, Reading
from digitize.ocr.engines import engine
from digitize.ocr.level import levelled
from digitize.ocr.second import LINES, better, in_doubt, tellable
from digitize.ocr.texture import texture
from digitize.ocr.upright import doubtful
from digitize.ocr.upright import voted as surer
from digitize.ocr.vote import voted
from digitize.ocr.words import as_printed, latin, spoken, tags, whole
from digitize.stage import Fact, Pixels, Sheet

HAN = 0.7 / 0.92
"""A level line's size is told from its height as if that were of capitals, 0.7 of the type's body;
Chinese characters are 0.92 of it. Measured on nine faces: sizes then differ by 5 % at most."""


MANY, FEW = 600, 48
"""Of a page with so many lines so few are read first: noise makes thousands, and none is print."""


UNREAD = "what looks like lines is texture: no print can be read"
"""Of a page that is said to be unreadable."""

POOR = 0.6
"""Mean confidence under which a line is hardly read; badly degraded pages have one in six of
those. Of a page half of whose lines are so, or blank, it is said."""


class Seen(NamedTuple):
    """What stands in the lines of a page, by line, with boxes in the working image."""

    lines: dict[str, list[Piece]]
    languages: tuple[str, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Read:
    """Recognise the text of every line.

    Lines that have words already stay as they are: born-digital and flat text passes unchanged.
    A page that `engine` reads in doubt is tried with `second`, where that is installed and knows
    a script or a language that `engine` does not, blackletter above all; then the two vote.
    """

    name: ClassVar[str] = "read"
    needs: ClassVar[frozenset[Fact]] = frozenset({"lines"})
    gives: ClassVar[frozenset[Fact]] = frozenset({"words"})

    engine: str = "rapidocr"
    languages: tuple[str, ...] = ("en", "zh-Hant")
    second: str = "tesseract"

    def __call__(self, sheet: Sheet, /) -> Sheet:
        """Return the sheet with words in its lines, boxes in working pixels.

        Raises RecipeError for an unknown engine, MissingToolError when it or a language is not
        installed, EngineError when it fails.
        """
        if sheet.pixels is None or any(line.words for line in _lines(sheet.page)):
            return sheet
        seen = self._seen(sheet.pixels, _lines(sheet.page))
        if seen is None:
            return replace(sheet, page=_unread(sheet.page), note=UNREAD)
        texts = (" ".join(piece.text for piece in found) for found in seen.lines.values())
        languages = spoken(texts, seen.languages)
        step = next_step_id(sheet.page.id, sheet.page.steps)
        read = {
            line.id: settled(line, step, words(line, seen.lines[line.id], languages))
            for line in _lines(sheet.page)
            if line.id in seen.lines
        }
        blank = sum(not line.words for line in read.values())
        note = f"{len(read)} lines, {blank} without print{seen.note}"
        page = _with(sheet.page, read)
        warnings = (*page.warnings, *_hardly_legible([*read.values()]))
        return replace(sheet, page=replace(page, warnings=warnings), note=note)

    def tool(self) -> str:
        """Return name and version of the engine, for the step's record."""
        return engine(self.engine).version()

    def _seen(self, pixels: Pixels, lines: Sequence[Line]) -> Seen | None:
        """Return what stands in the lines; None when they are texture and no print."""
        crops = {line.id: crop for line in lines if (crop := cut(pixels, line))}
        few = _few(crops)
        seen = _read(self.engine, few, self.languages)
        if few and texture(seen.values()):
            return None
        left = {name: crop for name, crop in crops.items() if name not in few}
        seen |= _read(self.engine, left, self.languages)
        columns = [line for line in lines if line.vertical and line.id in seen]
        again = [line for line in columns if doubtful(line, seen[line.id])]
        upright = {line.id: side_by_side(pixels, line) for line in again}
        found = _read(self.engine, upright, self.languages)
        seen |= {line.id: surer(line, seen[line.id], found[line.id]) for line in again}
        if texture(seen.values()):
            return None
        down = {line.id for line in columns}
        level = {name: crop for name, crop in crops.items() if name not in down}
        return self._voted(level, seen)

    def _voted(self, crops: dict[str, Crop], seen: dict[str, list[Piece]]) -> Seen:
        """Return what both engines read, if the second knows the print of the page better."""
        if not self.second or not in_doubt(seen[name] for name in crops):
            return Seen(seen, self.languages)
        tried = [levelled(crop.pixels) for name, crop in crops.items() if tellable(seen[name])]
        tried = tried[len(tried) // (2 * LINES) :: max(1, len(tried) // LINES)][:LINES]
        tag = better(engine(self.engine), engine(self.second), tried)
        if not tag:
            return Seen(seen, self.languages)
        close = {name: replace(crop, pixels=levelled(crop.pixels)) for name, crop in crops.items()}
        found = _read(self.second, close, (tag,))
        seen |= {name: voted(seen[name], found[name]) for name in crops}
        note = f", voted with {engine(self.second).version()} for {tag}"
        return Seen(seen, (tag, *(one for one in self.languages if not latin(one))), note)


def _few(crops: dict[str, Crop]) -> dict[str, Crop]:
    """Return a few crops from all over a page that has very many of them, else none."""
    step = len(crops) // FEW
    return dict([*crops.items()][step // 2 :: step][:FEW]) if len(crops) >= MANY else {}


def _read(name: str, crops: dict[str, Crop], languages: Sequence[str]) -> dict[str, list[Piece]]:
    """Return what an engine sees in each crop, with boxes in the working image."""
    if not crops:
        return {}
    readings = engine(name).read([crop.pixels for crop in crops.values()], languages)
    return {
        line: _placed(crop, reading)
        for (line, crop), reading in zip(crops.items(), readings, strict=True)
    }


def _placed(crop: Crop, reading: Reading) -> list[Piece]:
    """Return the pieces of a reading with their boxes in the working image."""
    return [replace(piece, box=crop.home(piece.box)) for piece in reading.pieces]


def settled(line: Line, step: str, found: tuple[Word, ...]) -> Line:
    """Return a line with its words; now that its script is known, its size is that of the type."""
    text = "".join(word.text for word in found)
    han = not line.vertical and is_han_text(text)
    size = round(line.size * HAN, 1) if han else line.size
    return replace(line, step=step, words=found, size=size)


def words(line: Line, seen: Sequence[Piece], languages: Sequence[str]) -> tuple[Word, ...]:
    """Return what was seen as the words of a line, with ids.

    What was read on the paper around the line, and not in its box, belongs to a neighbour.
    """
    thick = line.box.width if line.vertical else line.box.height
    found = [
        (piece, clipped(piece.box, line.box))
        for piece in whole(seen, thick, vertical=line.vertical)
    ]
    inside = [(piece, box) for piece, box in found if box.width > 0 and box.height > 0]
    langs = tags([piece.text for piece, _ in inside], languages)
    return tuple(
        Word(
            id=f"{line.id}.w{number:02d}",
            box=box,
            text=as_printed(piece.text),
            conf=None if piece.conf is None else round(piece.conf, 2),
            lang=lang,
        )
        for number, ((piece, box), lang) in enumerate(zip(inside, langs, strict=True), 1)
    )


def _lines(page: Page) -> list[Line]:
    return [line for region in page.regions for line in region.lines]


def _unread(page: Page) -> Page:
    """Return the page without the lines, for nothing stands in them, and with a word about it."""
    regions = tuple(region for region in page.regions if not region.lines)
    return replace(page, regions=regions, warnings=(*page.warnings, UNREAD))


def _hardly_legible(lines: Sequence[Line]) -> Iterator[str]:
    """Yield a warning if half of the lines, or more, are blank or read in doubt."""
    poor = [line for line in lines if _poor(line)]
    if poor and 2 * len(poor) >= len(lines):
        yield f"hardly legible: {len(poor)} of {len(lines)} lines are blank or read in doubt"


def _poor(line: Line) -> bool:
    known = confidences([line])
    return fmean(known) < POOR if known else not line.words


def _with(page: Page, read: dict[str, Line]) -> Page:
    regions = tuple(
        replace(region, lines=tuple(read.get(line.id, line) for line in region.lines))
        for region in page.regions
    )
    return replace(page, regions=regions)
