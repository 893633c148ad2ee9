from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytesseract
import pytest

from digitize.errors import EngineError, MissingToolError
from digitize.model.geometry import Box
from digitize.ocr import tesseract
from digitize.ocr.tesseract import Tesseract, parse
from digitize.stage import Pixels

Draw = Callable[..., Pixels]

SIZES = [(33, 303), (30, 200), (42, 353)]
SCALES = [40 / 33, 40 / 30, 1.0]
HEADER = "level page_num block_num par_num line_num word_num left top width height conf text\n"


@pytest.fixture
def recorded(root: Path) -> str:
    """Return what tesseract 5.3.0 answered to three drawn lines, the second of them blank."""
    return (root / "tests/recordings/tesseract/lines-5.3.0.tsv").read_text("utf-8")


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make as if tesseract were there, with English."""
    monkeypatch.setattr(tesseract, "program", lambda: "5.3.0")
    monkeypatch.setattr(tesseract, "models", lambda: frozenset({"eng"}))


def test_a_recording_is_read_line_by_line(recorded: str) -> None:
    """Each page of the table is one crop; a blank crop has no words."""
    found = [[piece.text for piece in reading.pieces] for reading in parse(recorded, SIZES, SCALES)]
    assert [["The", "Harbour", "Times,", "No.", "42"], [], ["PRICE", "FIVE", "CENTS"]] == found


def test_boxes_and_confidences_are_scaled_once(recorded: str) -> None:
    """Boxes come back to the crop's own pixels, confidences to 0..1."""
    first = parse(recorded, SIZES, SCALES)[0].pieces[0]
    assert Box(6, 6, 49, 24) == first.box
    assert 0.96847702 == pytest.approx(first.conf)


def test_a_silent_engine_gives_no_confidence() -> None:
    """-1 is Tesseract's way to say nothing."""
    table = HEADER + "5\t1\t1\t1\t1\t1\t0\t0\t10\t10\t-1\tA\n"
    assert None is parse(table, [(20, 20)], [1.0])[0].pieces[0].conf


@pytest.mark.parametrize(("text", "conf", "kept"), [("A", 60, 0), ("A", 90, 1), ("Monday", 30, 1)])
def test_doubtful_shapes_are_no_print(text: str, conf: int, kept: int) -> None:
    """A lone character must be surer than a word, for texture is read as lone characters."""
    table = HEADER + f"5\t1\t1\t1\t1\t1\t0\t0\t10\t10\t{conf}\t{text}\n"
    assert kept == len(parse(table, [(20, 20)], [1.0])[0].pieces)


def test_blank_words_are_dropped() -> None:
    """A row with a space for a word is what Tesseract writes for a picture."""
    table = HEADER + "5\t1\t1\t1\t1\t1\t0\t0\t10\t10\t95\t \n"
    assert () == parse(table, [(20, 20)], [1.0])[0].pieces


@pytest.mark.parametrize(
    "row",
    [
        "5\t2\t1\t1\t1\t1\t0\t0\t10\t10\t90\tA",
        "5\t1\t1",
        "5\tx\t1\t1\t1\t1\t0\t0\t10\t10\t90\tA",
        "5\t1\t1\t1\t1\t1\t0\t0\t10\t10\tnan?\tA",
    ],
)
def test_a_broken_table_is_an_error(row: str) -> None:
    """A page too many, a short row and words for numbers end as EngineError."""
    with pytest.raises(EngineError):
        parse(HEADER + row + "\n", [(20, 20)], [1.0])


def test_without_the_program_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """A missing program is named with the command that installs it."""

    def absent() -> str:
        raise pytesseract.TesseractNotFoundError

    tesseract.program.cache_clear()
    monkeypatch.setattr(pytesseract, "get_tesseract_version", absent)
    with pytest.raises(MissingToolError, match="apt-get install tesseract-ocr"):
        Tesseract().version()


@pytest.mark.usefixtures("installed")
def test_without_the_language_it_says_what_to_install() -> None:
    """A missing language is named with its package."""
    with pytest.raises(MissingToolError, match="apt-get install tesseract-ocr-chi-tra"):
        Tesseract().read([np.zeros((9, 9), np.uint8)], ["en", "zh-Hant"])


@pytest.mark.usefixtures("installed")
@pytest.mark.parametrize(
    ("error", "said"),
    [
        (pytesseract.TesseractError(1, "it broke"), "it broke"),
        (RuntimeError("Tesseract process timeout"), "more than 300 s"),
    ],
)
def test_a_failing_program_is_an_engine_error(
    error: Exception, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Crashes and time-outs name the engine and the cause."""

    def fail(*_: Any, **__: Any) -> str:
        raise error

    monkeypatch.setattr(pytesseract, "image_to_data", fail)
    with pytest.raises(EngineError, match=said):
        Tesseract().read([np.zeros((9, 9), np.uint8)], ["en"])


@pytest.mark.engine
@pytest.mark.usefixtures("tesseract")
def test_it_reads_many_lines_in_one_go(draw: Draw) -> None:
    """All crops are read by one process, and each gets its own words."""
    crops = [draw("The Harbour Times"), np.full((30, 200), 255, np.uint8), draw("CENTS", 40)]
    readings = Tesseract().read(crops, ["en-US"])
    found = [[piece.text for piece in reading.pieces] for reading in readings]
    assert [["The", "Harbour", "Times"], [], ["CENTS"]] == found


@pytest.mark.engine
@pytest.mark.usefixtures("tesseract")
def test_no_lines_need_no_process() -> None:
    """An empty page gives an empty list."""
    assert [] == Tesseract().read([], ["en"])
