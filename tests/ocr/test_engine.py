from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

import numpy as np
import pytest

from digitize.errors import EngineError, MissingToolError
from digitize.model.geometry import Box
from digitize.ocr.engine import Piece, Reading, check, plain, require
from digitize.stage import Pixels

CROP = np.full((20, 100), 255, np.uint8)


@dataclass(frozen=True)
class English:
    name: ClassVar[str] = "english"

    def version(self) -> str:
        """Return name and version."""
        return "english 1"

    def languages(self) -> tuple[str, ...]:
        """Return what it can read."""
        return ("en",)

    def read(self, crops: Sequence[Pixels], languages: Sequence[str]) -> list[Reading]:
        """Return one reading for each crop."""
        del languages
        return [Reading() for _ in crops]


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("en", "en"),
        ("en-GB", "en"),
        ("zh-hant-HK", "zh-Hant"),
        ("zh_TW", "zh"),
        ("de-Latf", "de-Latf"),
    ],
)
def test_a_tag_is_cut_to_language_and_script(tag: str, expected: str) -> None:
    """Regions say nothing about how print looks, scripts do."""
    assert expected == plain(tag)


def test_a_language_it_cannot_read_is_named() -> None:
    """Asking for a language that is not there is an error that names it and says what to do."""
    with pytest.raises(MissingToolError, match=r"'de'.*; do this"):
        require(English(), ["en-US", "de"], "do this")


@pytest.mark.parametrize(
    "piece",
    [
        Piece("", Box(0, 0, 9, 9)),
        Piece("two words", Box(0, 0, 9, 9)),
        Piece("outside", Box(90, 0, 101, 9)),
        Piece("empty", Box(9, 0, 9, 9)),
        Piece("sure", Box(0, 0, 9, 9), 1.5),
        Piece("nan", Box(0, 0, 9, 9), float("nan")),
    ],
)
def test_nonsense_is_an_error(piece: Piece) -> None:
    """Blank texts, boxes outside the crop and impossible confidences are never passed on."""
    with pytest.raises(EngineError, match="nonsense"):
        check("english", [CROP], [Reading((piece,))])


def test_a_missing_reading_is_an_error() -> None:
    """Fewer readings than lines mean that lines were lost."""
    with pytest.raises(EngineError, match="1 readings for 2 lines"):
        check("english", [CROP, CROP], [Reading()])


def test_good_readings_pass() -> None:
    """A word inside its crop passes, with a confidence or without."""
    pieces = (Piece("A", Box(0, 0, 9, 20), 1.0), Piece("B", Box(91, 0, 100, 20)))
    check("english", [CROP], [Reading(pieces)])
