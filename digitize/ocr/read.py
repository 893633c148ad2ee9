"""Read: hand every line to an engine and write its words into the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from digitize.errors import RecipeError
from digitize.grammar.scripts import is_han
from digitize.model.page import Line, Page, Word
from digitize.model.step import next_step_id
from digitize.ocr.crops import Crop, clipped, cut
from digitize.ocr.engine import Engine, Reading
from digitize.ocr.rapidocr import RapidOcr
from digitize.ocr.tesseract import Tesseract
from digitize.ocr.words import as_printed, tags, whole
from digitize.stage import Fact, Pixels, Sheet

ENGINES: dict[str, type[Engine]] = {"rapidocr": RapidOcr, "tesseract": Tesseract}

HAN = 0.7 / 0.92
"""A level line's size is told from its height as if that were of capitals, 0.7 of the type's body;
Chinese characters are 0.92 of it. Measured on nine faces: sizes then differ by 5 % at most."""


@dataclass(frozen=True, slots=True)
class Read:
    """Recognise the text of every line.

    Lines that have words already stay as they are: born-digital and flat text passes unchanged.
    """

    name: ClassVar[str] = "read"
    needs: ClassVar[frozenset[Fact]] = frozenset({"lines"})
    gives: ClassVar[frozenset[Fact]] = frozenset({"words"})

    engine: str = "rapidocr"
    languages: tuple[str, ...] = ("en", "zh-Hant")

    def __call__(self, sheet: Sheet, /) -> Sheet:
        """Return the sheet with words in its lines, boxes in working pixels.

        Raises RecipeError for an unknown engine, MissingToolError when it or a language is not
        installed, EngineError when it fails.
        """
        if sheet.pixels is None or any(line.words for line in _lines(sheet.page)):
            return sheet
        cuts = {line.id: cut(sheet.pixels, line) for line in _lines(sheet.page)}
        crops = {key: crop for key, crop in cuts.items() if crop is not None}
        readings = self._read([crop.pixels for crop in crops.values()])
        answers = dict(zip(crops, readings, strict=True))
        step = next_step_id(sheet.page.id, sheet.page.steps)
        read = {
            line.id: _read_line(
                line, step, words(line, crops[line.id], answers[line.id], self.languages)
            )
            for line in _lines(sheet.page)
            if line.id in crops
        }
        blank = sum(not line.words for line in read.values())
        note = f"{len(read)} lines, {blank} without print"
        return replace(sheet, page=_with(sheet.page, read), note=note)

    def tool(self) -> str:
        """Return name and version of the engine, for the step's record."""
        return self._engine().version()

    def _engine(self) -> Engine:
        if self.engine not in ENGINES:
            known = ", ".join(sorted(ENGINES))
            raise RecipeError(f"unknown engine {self.engine!r}", hint=f"known: {known}")
        return ENGINES[self.engine]()

    def _read(self, crops: Sequence[Pixels]) -> list[Reading]:
        return self._engine().read(crops, self.languages) if crops else []


def _read_line(line: Line, step: str, found: tuple[Word, ...]) -> Line:
    """Return a line with its words; now that its script is known, its size is that of the type."""
    text = "".join(word.text for word in found)
    han = not line.vertical and 2 * sum(map(is_han, text)) > sum(map(str.isalnum, text))
    size = round(line.size * HAN, 1) if han else line.size
    return replace(line, step=step, words=found, size=size)


def words(line: Line, crop: Crop, reading: Reading, languages: Sequence[str]) -> tuple[Word, ...]:
    """Return a reading as the words of a line, with ids, and boxes in the working image.

    What was read on the paper around the line, and not in its box, belongs to a neighbour.
    """
    found = [
        (piece, clipped(crop.home(piece.box), line.box))
        for piece in whole(reading.pieces, crop.pixels.shape[0])
    ]
    inside = [(piece, box) for piece, box in found if box.area]
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


def _with(page: Page, read: dict[str, Line]) -> Page:
    regions = tuple(
        replace(region, lines=tuple(read.get(line.id, line) for line in region.lines))
        for region in page.regions
    )
    return replace(page, regions=regions)
