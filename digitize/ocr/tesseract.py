"""Tesseract: the program `tesseract`, asked once for many lines.

Reads blackletter ("de-Latf") and whatever languages are installed. The crops are written as
images with a text file that lists them; the answer is one table (TSV) for all of them. There
are as many processes as cores, each with its share of the lines.
"""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from statistics import fmean
from tempfile import TemporaryDirectory
from typing import ClassVar

import cv2
import pytesseract

from digitize.errors import EngineError, MissingToolError
from digitize.model.geometry import Box
from digitize.ocr.engine import Piece, Reading, check, cores, plain, require
from digitize.ocr.ink import grey
from digitize.stage import Pixels

NAMES = {
    "en": "eng", "zh-Hant": "chi_tra", "zh-Hans": "chi_sim", "ja": "jpn", "ko": "kor",
    "de": "deu", "de-Latf": "frk deu_latf script/Fraktur Fraktur",
    "fr": "fra", "es": "spa", "it": "ita", "nl": "nld", "pt": "por", "la": "lat",
    "ru": "rus", "el": "ell", "pl": "pol", "cs": "ces", "da": "dan", "sv": "swe", "nb": "nor",
    "fi": "fin", "hu": "hun", "vi": "vie",
}  # fmt: skip
"""BCP 47 tags and what Tesseract calls them, the best first; its names never leave this file."""

HEIGHT = 40
"""Pixels; lower crops are enlarged to it. On 134 dpi print CER falls from 3.0 to 2.6 %."""

LINE = 7
"""Tesseract's page segmentation mode "treat the image as a single text line"."""

FLOOR = 0.15
"""Mean confidence under which a line is taken for texture: of 330 lines of print on a torn page
none was read with less."""

LONE = 0.6
"""What a single character must be surer, for less print is less proof: shared by the letters."""

WORD_LEVEL = "5"
"""A TSV row: level, page, block, paragraph, line, word, left, top, width, height, conf, text."""


@dataclass(frozen=True, slots=True)
class Tesseract:
    """The tesseract program, through pytesseract."""

    name: ClassVar[str] = "tesseract"

    timeout: float = 300.0  # seconds for the lines of one page

    def version(self) -> str:
        """Return as "tesseract 5.3.0"; MissingToolError when the program is not installed."""
        return f"tesseract {program()}"

    def languages(self) -> tuple[str, ...]:
        """Return the tags whose data files are installed."""
        return tuple(tag for tag in NAMES if _model(tag))

    def read(self, crops: Sequence[Pixels], languages: Sequence[str]) -> list[Reading]:
        """Return one reading for each crop; each core has one process for its share of them."""
        program()
        require(self, languages, _hint(languages))
        if not crops:
            return []
        model = "+".join(filter(None, (_model(tag) for tag in languages)))
        share = -(-len(crops) // cores())
        parts = [crops[start : start + share] for start in range(0, len(crops), share)]
        with ThreadPoolExecutor(len(parts)) as pool:
            read = list(pool.map(lambda part: _read(part, model, self.timeout), parts))
        readings = [reading for part in read for reading in part]
        check(self.name, crops, readings)
        return readings


def _read(crops: Sequence[Pixels], model: str, timeout: float) -> list[Reading]:
    """Return the readings of one process."""
    scales = [max(1.0, HEIGHT / max(1, crop.shape[0])) for crop in crops]
    with TemporaryDirectory(prefix="digitize-") as folder:
        table = _run(_written(Path(folder), crops, scales), model, timeout)
    return parse(table, [crop.shape[:2] for crop in crops], scales)


def parse(table: str, sizes: Sequence[tuple[int, ...]], scales: Sequence[float]) -> list[Reading]:
    """Return the readings in Tesseract's TSV; page n of the table is crop n.

    `sizes` are (height, width) of the crops in pixels, `scales` by how much each was enlarged.
    Raises EngineError when the table is not what Tesseract writes.
    """
    seen: list[list[Piece]] = [[] for _ in sizes]
    for row in table.rstrip("\n").split("\n")[1:]:
        cells = row.split("\t")
        if cells[0] == WORD_LEVEL:
            try:
                number = int(cells[1])
                seen[number - 1] += _pieces(cells, sizes[number - 1], scales[number - 1])
            except (ValueError, IndexError) as error:
                raise EngineError(f"tesseract answered nonsense: {row[:60]!r}") from error
    return [Reading(_print_in(found)) for found in seen]


def _pieces(cells: Sequence[str], size: tuple[int, ...], scale: float) -> list[Piece]:
    text = re.sub(r"\s+", "", cells[11])
    left, top, width, height = (int(cell) / scale for cell in cells[6:10])
    box = Box(
        max(0, int(left)),
        max(0, int(top)),
        min(size[1], round(left + width)),
        min(size[0], round(top + height)),
    )
    if not text or not box.area:
        return []
    conf = float(cells[10])
    return [Piece(text, box, None if conf < 0 else conf / 100)]


def _print_in(found: Sequence[Piece]) -> tuple[Piece, ...]:
    """Return the words of a line; none when they are too doubtful."""
    known = [piece.conf for piece in found if piece.conf is not None]
    letters = sum(len(piece.text) for piece in found)
    return tuple(found) if not known or fmean(known) >= FLOOR + LONE / letters else ()


def _written(folder: Path, crops: Sequence[Pixels], scales: Sequence[float]) -> Path:
    """Write the crops as images and return the file that lists them."""
    paths = [folder / f"{number:05d}.png" for number in range(len(crops))]
    for path, crop, scale in zip(paths, crops, scales, strict=True):
        sized = cv2.resize(grey(crop), None, fx=scale, fy=scale, interpolation=cv2.INTER_CUBIC)
        if not cv2.imwrite(str(path), sized):
            raise EngineError(f"cannot write {path}")
    listed = folder / "lines.txt"
    listed.write_text("".join(f"{path}\n" for path in paths), encoding="utf-8")
    return listed


def _run(listed: Path, model: str, timeout: float) -> str:
    os.environ.setdefault("OMP_THREAD_LIMIT", "1")  # more threads make it slower: issue 3109
    try:
        return str(
            pytesseract.image_to_data(
                str(listed), lang=model, config=f"--psm {LINE} --dpi 300", timeout=timeout
            )
        )
    except pytesseract.TesseractError as error:
        raise EngineError(f"tesseract failed: {error.message}") from error
    except RuntimeError as error:  # pytesseract's way to say that the time is over
        raise EngineError(f"tesseract took more than {timeout:.0f} s") from error


@cache
def program() -> str:
    """Return the version of the program tesseract; MissingToolError when it is not there."""
    try:
        return str(pytesseract.get_tesseract_version())
    except pytesseract.TesseractNotFoundError as error:
        hint = "install it: apt-get install tesseract-ocr"
        raise MissingToolError("the program tesseract is not installed", hint=hint) from error


@cache
def models() -> frozenset[str]:
    """Return the language data that is installed, by Tesseract's names."""
    program()
    return frozenset(pytesseract.get_languages())


def _model(tag: str) -> str:
    """Return the installed model for a language, "" when there is none."""
    return next((name for name in NAMES.get(plain(tag), "").split() if name in models()), "")


def _hint(languages: Sequence[str]) -> str:
    missing = [plain(tag) for tag in languages if plain(tag) in NAMES and not _model(tag)]
    names = [NAMES[tag].split()[0].replace("_", "-") for tag in missing]
    packages = " ".join(f"tesseract-ocr-{name}" for name in names)
    if packages:
        return f"install it: apt-get install {packages}"
    return f"it knows {', '.join(NAMES)}; digitize doctor says which are installed"
