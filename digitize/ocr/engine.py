"""The contract of a recognition engine: line crops in, words with boxes out."""

from __future__ import annotations

import math
import os
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar, Protocol

from digitize.errors import EngineError, MissingToolError
from digitize.model.geometry import Box
from digitize.stage import Pixels


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of print without a space in it; every Chinese character may be one."""

    text: str
    box: Box  # in pixels of the crop
    conf: float | None = None  # 0..1; None when the engine is silent
    glued: bool = False  # no space stands between the piece before and it


@dataclass(frozen=True, slots=True)
class Reading:
    """What an engine saw in one crop, left to right; no pieces: nothing that reads as print."""

    pieces: tuple[Piece, ...] = ()


class Engine(Protocol):
    """Reads crops of one text line each, set left to right.

    An engine is a frozen dataclass of options and is pickled to worker processes; what is heavy
    (a session, a model) lives in a cached module function and is made once in each process.
    """

    name: ClassVar[str]

    def version(self) -> str:
        """Return name and version, as "tesseract 5.3.0".

        Raises MissingToolError, saying what to install, when the engine cannot run here.
        """
        ...

    def languages(self) -> tuple[str, ...]:
        """Return the languages it can read now, as BCP 47 tags."""
        ...

    def read(self, crops: Sequence[Pixels], languages: Sequence[str]) -> list[Reading]:
        """Return one reading for each crop, in order. Crops are grey or RGB.

        Raises EngineError when the engine fails or answers nonsense.
        """
        ...


def cores() -> int:
    """Return how many cores this process may use: a worker among others has but its share."""
    share = os.environ.get("OMP_NUM_THREADS", "")
    if share.isdigit():
        return max(1, int(share))
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def plain(tag: str) -> str:
    """Return language and script of a BCP 47 tag: "zh-Hant-HK" gives "zh-Hant"."""
    parts = tag.replace("_", "-").split("-")
    scripts = [part.title() for part in parts[1:2] if re.fullmatch("[A-Za-z]{4}", part)]
    return "-".join([parts[0].lower(), *scripts])


def require(engine: Engine, languages: Iterable[str], hint: str) -> None:
    """Raise MissingToolError when the engine cannot read one of the languages."""
    known = engine.languages()
    for tag in languages:
        if plain(tag) not in known:
            raise MissingToolError(f"{engine.name} cannot read {tag!r} here", hint=hint)


def check(name: str, crops: Sequence[Pixels], readings: Sequence[Reading]) -> None:
    """Raise EngineError unless there is one sane reading for each crop.

    Sane: boxes lie inside the crop and are not empty, confidences are in 0..1, texts are not
    blank and hold no space.
    """
    if len(crops) != len(readings):
        raise EngineError(f"{name} gave {len(readings)} readings for {len(crops)} lines")
    for crop, reading in zip(crops, readings, strict=True):
        whole = Box(0, 0, crop.shape[1], crop.shape[0])
        for piece in reading.pieces:
            if fault := _fault(piece, whole):
                raise EngineError(f"{name} answered nonsense: {fault}")


def _fault(piece: Piece, whole: Box) -> str:
    if not piece.text or re.search(r"\s", piece.text):
        return f"the word {piece.text!r}"
    if not piece.box.area or not whole.contains(piece.box):
        return f"the box {tuple(piece.box)} in a crop of {whole.width} by {whole.height} pixels"
    if piece.conf is not None and not (math.isfinite(piece.conf) and 0 <= piece.conf <= 1):
        return f"the confidence {piece.conf}"
    return ""
