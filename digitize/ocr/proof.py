"""What a few lines prove: how many letters of them can be read, and how surely."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from digitize.grammar.scripts import is_han
from digitize.ocr.crops import black_on_white
from digitize.ocr.engine import Reading
from digitize.ocr.engines import engine
from digitize.ocr.glyphs import cells
from digitize.ocr.ink import mask
from digitize.ocr.samples import Sample
from digitize.stage import Pixels

READS, ENOUGH = 0.8, 24
"""Mean confidence, and letters read with it, that prove print the right way up: there it is 0.88
to 1.00, and 30 to 190 letters; upside down 0.2 to 0.75, and 10 to 30 (measured on 13 real pages
and 16 drawn ones, heavily damaged)."""

LEAST = 0.65
"""The same where twice as many are read: faint print of 1910 is read with 0.72."""


class Proof(NamedTuple):
    """What was read of some lines."""

    worth: float = 0.0  # the letters' confidences, added up
    letters: int = 0
    han: int = 0  # of the letters

    def plus(self, other: Proof) -> Proof:
        """Return what was read in both."""
        worth, letters = self.worth + other.worth, self.letters + other.letters
        return Proof(worth, letters, self.han + other.han)

    @property
    def conf(self) -> float:
        """The letters' mean confidence, 0 without any."""
        return self.worth / max(1, self.letters)

    @property
    def right(self) -> float:
        """How many more letters are likely to be right than wrong."""
        return max(0.0, 2 * self.worth - self.letters)

    @property
    def sure(self) -> bool:
        """Whether so much was read so well that it must be print the right way up."""
        well, faintly = self.conf >= READS, self.conf >= LEAST
        return self.letters >= ENOUGH and (well or (faintly and self.letters >= 2 * ENOUGH))

    @property
    def mostly_han(self) -> bool:
        """Whether most of it is Han, which an engine may read lying down."""
        return 2 * self.han > self.letters

    def __str__(self) -> str:
        """Return as "40 letters read at 0.97"."""
        return f"{self.letters} letters read at {self.conf:.2f}"


def proof(lines: Sequence[Sample], turns: int = 0) -> Proof:
    """Return how well the lines are read after so many quarter turns clockwise.

    What stands on end after that is read as a column, in which only Han counts.
    """
    if not lines:
        return Proof()
    columns = [sample.upright != bool(turns % 2) for sample in lines]
    looks = [np.ascontiguousarray(np.rot90(sample.pixels, -turns)) for sample in lines]
    crops = [
        black_on_white(_side_by_side(look) if column else look)
        for look, column in zip(looks, columns, strict=True)
    ]
    readings = _read(tuple((crop.shape, crop.tobytes()) for crop in crops))
    shown = Proof()
    for reading, column in zip(readings, columns, strict=True):
        shown = shown.plus(_told(reading, only_han=column))
    return shown


@lru_cache(maxsize=4)
def _read(crops: tuple[tuple[tuple[int, ...], bytes], ...]) -> list[Reading]:
    """Return what crops say; it is remembered, for one stage asks about the lines of another."""
    pixels = [np.frombuffer(raw, np.uint8).reshape(shape) for shape, raw in crops]
    return engine("rapidocr").read(pixels, ("en", "zh"))


def _told(reading: Reading, *, only_han: bool) -> Proof:
    letters = [
        (piece.conf or 0.0, is_han(char))
        for piece in reading.pieces
        for char in piece.text
        if (is_han(char) if only_han else char.isalnum())
    ]
    return Proof(sum(conf for conf, _ in letters), len(letters), sum(han for _, han in letters))


def _side_by_side(column: Pixels) -> Pixels:
    """Return the characters of a column in a row, as they stand; none is turned."""
    ink = mask(column)
    boxes = cells(ink)
    tiles = [column[box.y0 : box.y1, box.x0 : box.x1] for box in boxes]
    high = max(tile.shape[0] for tile in tiles)
    paper = int(np.percentile(column, 90))
    return np.hstack(
        [np.pad(tile, ((0, high - tile.shape[0]), (0, 0)), constant_values=paper) for tile in tiles]
    )
