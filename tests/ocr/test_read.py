from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

import numpy as np
import pytest

from digitize.errors import MissingToolError, RecipeError
from digitize.model.geometry import Box
from digitize.model.page import Line, Page, Region, Scan, Word
from digitize.model.reading import printed
from digitize.model.step import Step
from digitize.ocr import read
from digitize.ocr.engine import Piece, Reading
from digitize.ocr.engines import engine
from digitize.ocr.read import Read
from digitize.stage import Pixels, Sheet

Draw = Callable[..., Pixels]

PIXELS = np.full((200, 400), 255, np.uint8)


@dataclass(frozen=True)
class Parrot:
    """An engine that reads the same three words everywhere, the last in the margin."""

    name: ClassVar[str] = "parrot"

    def version(self) -> str:
        """Return name and version."""
        return "parrot 1.0"

    def languages(self) -> tuple[str, ...]:
        """Return what it can read."""
        return ("en", "zh-Hant")

    def read(self, crops: Sequence[Pixels], languages: Sequence[str]) -> list[Reading]:
        """Return one reading for each crop."""
        del languages
        one = (
            Piece("Hong", Box(8, 5, 48, 25), 0.987),
            Piece("香港", Box(60, 5, 100, 25), None),
        )
        return [
            Reading((*one, Piece("x", Box(crop.shape[1] - 2, 0, crop.shape[1], 20), 0.9)))
            for crop in crops
        ]


@pytest.fixture(autouse=True)
def parrot(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the stage know the parrot."""
    monkeypatch.setattr(read, "engine", lambda name: Parrot() if name == "parrot" else engine(name))


def sheet(*lines: Line, pixels: Pixels | None = PIXELS) -> Sheet:
    """Return a sheet with these lines."""
    region = Region(id="p0001.r000", lines=lines)
    step = Step(id="p0001.step01", name="lines", version="0")
    page = Page(id="p0001", number=1, scan=Scan(path="a.png"), regions=(region,), steps=(step,))
    return Sheet(page=page, pixels=pixels)


LINE = Line(id="p0001.l0001", box=Box(50, 100, 250, 120))


def test_words_get_ids_boxes_and_languages() -> None:
    """What the engine saw in the crop stands in the line, in the image's own pixels."""
    line = Read(engine="parrot")(sheet(LINE)).page.regions[0].lines[0]
    assert (
        Word(id="p0001.l0001.w01", box=Box(50, 100, 90, 120), text="Hong", conf=0.99, lang="en"),
        Word(id="p0001.l0001.w02", box=Box(102, 100, 142, 120), text="香港", lang="zh-Hant"),
    ) == line.words


def test_the_neighbours_print_is_not_taken() -> None:
    """A word read on the paper around the line is no word of the line."""
    line = Read(engine="parrot")(sheet(LINE)).page.regions[0].lines[0]
    assert "x" not in [word.text for word in line.words]


def test_a_line_names_the_step_that_read_it() -> None:
    """The step is the one the pipeline is about to write."""
    line = Read(engine="parrot")(sheet(LINE)).page.regions[0].lines[0]
    assert "p0001.step02" == line.step


def test_lines_stay_as_they_are_but_for_words() -> None:
    """Order, ids and boxes of lines are not touched, also of one that lies off the image."""
    lines = (LINE, replace(LINE, id="p0001.l0002", box=Box(900, 0, 950, 20)))
    after = Read(engine="parrot")(sheet(*lines)).page.regions[0].lines
    assert lines == tuple(replace(line, words=(), step="") for line in after)
    assert () == after[1].words


def test_a_level_line_of_han_has_the_size_of_its_type() -> None:
    """Characters of 22 pixels are type of 24, as letters with capitals of 17 are."""
    word = Word(id="p0001.l0001.w01", text="海港局公布計劃草案")
    line = replace(LINE, size=22 / 0.7)
    figures = replace(word, text="尚餘5068萬元")
    for known in (word, figures):
        assert 24 == pytest.approx(read.settled(line, "", (known,)).size, rel=0.01)
    latin = (replace(word, text="Harbour"),)
    assert line.size == read.settled(line, "", latin).size
    upright = replace(line, vertical=True)
    assert line.size == read.settled(upright, "", (word,)).size


@pytest.mark.parametrize(
    ("confs", "expected"),
    [((0.9, 0.5), ["hardly legible: 1 of 2 lines are blank or read in doubt"]), ((0.9,), [])],
)
def test_a_page_that_is_hardly_legible_says_so(
    confs: tuple[float, ...], expected: list[str]
) -> None:
    """Where half of the lines are read in doubt there is a warning."""
    lines = [replace(LINE, words=(Word(id="w", text="A", conf=conf),)) for conf in confs]
    assert expected == list(read._hardly_legible(lines))


def test_a_sheet_that_has_words_or_no_pixels_passes() -> None:
    """Born-digital pages and flat text come out as they went in."""
    worded = sheet(replace(LINE, words=(Word(id="p0001.l0001.w01", text="A"),)))
    blind = sheet(LINE, pixels=None)
    assert worded == Read(engine="parrot")(worded)
    assert blind == Read(engine="parrot")(blind)


def test_an_engine_nobody_knows_is_a_usage_error() -> None:
    """The message names the engines there are."""
    with pytest.raises(RecipeError, match="rapidocr, tesseract"):
        Read(engine="abbyy")(sheet(LINE))


def test_the_record_names_the_tool() -> None:
    """The step's tool is the engine's own version."""
    assert "parrot 1.0" == Read(engine="parrot").tool()


def test_a_language_it_cannot_read_is_told() -> None:
    """A wish that cannot be met ends the page; it is not read in another language instead."""
    with pytest.raises(MissingToolError, match="ru"):
        Read(languages=("ru",))(sheet(LINE))


def test_a_page_of_texture_holds_no_text(monkeypatch: pytest.MonkeyPatch) -> None:
    """A sign seen in one stain of three is not kept, and the step says so."""
    sign = Reading((Piece("b", Box(8, 5, 20, 25), 0.95),))
    seen = [sign, Reading(), Reading()]
    monkeypatch.setattr(Parrot, "read", lambda *_: seen)
    boxes = [Box(50, y, 90, y + 20) for y in (50, 100, 150)]
    lines = [replace(LINE, id=f"p0001.l{n:04d}", box=box) for n, box in enumerate(boxes, 1)]
    after = Read(engine="parrot")(sheet(*lines))
    assert ((), (read.UNREAD,), read.UNREAD) == (
        after.page.regions,
        after.page.warnings,
        after.note,
    )


@pytest.mark.parametrize(("sign", "asked"), [("", 48), ("Harbour", 700)])
def test_a_few_lines_of_very_many_are_read_first(
    monkeypatch: pytest.MonkeyPatch, sign: str, asked: int
) -> None:
    """Noise is found to be none after a few lines; print is read to its end, each line once."""
    shown: list[int] = []

    def see(_: Parrot, crops: Sequence[Pixels], *__: object) -> list[Reading]:
        shown.append(len(crops))
        pieces = tuple(Piece(char, Box(8, 5, 20, 25), 0.95) for char in sign or "b")
        return [Reading(pieces if sign or not n else ()) for n, _ in enumerate(crops)]

    monkeypatch.setattr(Parrot, "read", see)
    lines = [replace(LINE, id=f"p0001.l{n:04d}") for n in range(700)]
    after = Read(engine="parrot")(sheet(*lines))
    assert asked == sum(shown)
    assert bool(sign) is bool(after.page.regions)


@pytest.mark.engine
def test_a_page_is_read_across_and_down(draw: Draw) -> None:
    """A drawn line, a line in white on black and an empty line are read for what they are."""
    pixels = np.full((200, 500), 255, np.uint8)
    title = draw("The Harbour Times")
    height, width = title.shape
    pixels[10 : 10 + height, 20 : 20 + width] = title
    pixels[60 : 60 + height, 20 : 20 + width] = 255 - title
    boxes = [Box(26, y + 6, 14 + width, y + height - 6) for y in (10, 60, 150)]
    lines = [Line(id=f"p0001.l{n:04d}", box=box) for n, box in enumerate(boxes, 1)]
    after = Read()(sheet(*lines, pixels=pixels))
    found = after.page.regions[0].lines
    assert ["The Harbour Times", "The Harbour Times", ""] == [printed(line) for line in found]
    assert "3 lines, 1 without print" == after.note
    for line in found:
        assert all(line.box.contains(word.box) for word in line.words)
