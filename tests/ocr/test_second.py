from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

import numpy as np
import pytest

from digitize.errors import MissingToolError
from digitize.model.geometry import Box
from digitize.ocr.engine import Piece, Reading
from digitize.ocr.second import better, in_doubt
from digitize.stage import Pixels

CROPS = [np.full((20, 200), 255, np.uint8)] * 6


@dataclass(frozen=True)
class Known:
    """An engine that reads each language with its own confidence."""

    name: ClassVar[str] = "known"
    confs: tuple[tuple[str, float], ...]

    def version(self) -> str:
        """Return name and version."""
        return "known 1"

    def languages(self) -> tuple[str, ...]:
        """Return what it can read."""
        if not self.confs:
            raise MissingToolError("it is not there")
        return tuple(tag for tag, _ in self.confs)

    def read(self, crops: Sequence[Pixels], languages: Sequence[str]) -> list[Reading]:
        """Return one reading for each crop."""
        conf = dict(self.confs)[languages[0]]
        return [Reading((Piece("Zürich", Box(0, 0, 20, 20), conf),)) for _ in crops]


FIRST = Known((("en", 0.9), ("de", 0.9), ("de-Latf", 0.9), ("zh-Hant", 0.9)))


@pytest.mark.parametrize(
    ("confs", "expected"),
    [
        ((("en", 0.5), ("de-Latf", 0.8)), "de-Latf"),
        ((("en", 0.84), ("de-Latf", 0.79)), ""),
        ((("en", 0.3), ("de-Latf", 0.4)), ""),
        ((("en", 0.4), ("de", 0.9), ("ru", 0.7), ("de-Latf", 0.5)), "ru"),
        ((("en", 0.4), ("zh-Hant", 0.9)), ""),
        ((("de-Latf", 0.9),), ""),
        ((), ""),
    ],
)
def test_a_language_must_be_read_better_than_english(
    confs: tuple[tuple[str, float], ...], expected: str
) -> None:
    """Only what the first engine lacks is tried, and a missing program is no error."""
    assert expected == better(FIRST, Known(confs), CROPS)


@pytest.mark.parametrize(
    ("text", "conf", "count", "expected"),
    [
        ("DieFehdeunterdenLondoner", 0.93, 6, True),
        ("DieFehdeunterdenLondoner", 0.99, 6, False),
        ("DieFehdeunterdenLondoner", 0.93, 5, False),
        ("海港局昨日公布計劃草案市民可於月底前提出", 0.8, 9, False),
    ],
)
def test_a_page_is_in_doubt(text: str, conf: float, count: int, expected: bool) -> None:
    """When enough long lines that are no Chinese were read with little confidence."""
    lines = [[Piece(text, Box(0, 0, 200, 20), conf)]] * count
    assert expected is in_doubt(lines)
