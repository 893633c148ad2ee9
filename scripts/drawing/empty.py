"""Draws pages on which nothing is printed: paper, pictures and textures that a reader may not read.

Every page is drawn from a seed and stands in a file that says what it shows.
"""

from __future__ import annotations

import base64
import random
from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt

from scripts.drawing.pictures import halftone, picture

Grey = npt.NDArray[np.uint8]
WIDTH, HEIGHT = 640, 880


def _levels(values: npt.NDArray[np.floating]) -> Grey:
    return np.asarray(np.clip(values, 0, 255), dtype=np.uint8)


def _paper(chance: np.random.Generator) -> npt.NDArray[np.floating]:
    """Return old paper: grain, and light that falls from one side."""
    light = np.linspace(238, 205, WIDTH)[None, :]
    return np.asarray(light + chance.normal(0, 6, (HEIGHT, WIDTH)))


def blank(chance: np.random.Generator) -> Grey:
    """Return an empty sheet on the scanner's dark bed."""
    sheet = _paper(chance)
    sheet[:40], sheet[-60:], sheet[:, :30] = 30, 25, 40
    return _levels(sheet)


def foxed(chance: np.random.Generator) -> Grey:
    """Return paper with stains, creases and dust."""
    sheet = _levels(_paper(chance))
    for _ in range(900):
        x, y = (int(value) for value in chance.integers((WIDTH, HEIGHT)))
        cv2.circle(sheet, (x, y), int(chance.integers(1, 6)), int(chance.integers(60, 190)), -1)
    for _ in range(12):
        ends = chance.integers((WIDTH, HEIGHT), size=(2, 2)).tolist()
        cv2.line(sheet, ends[0], ends[1], int(chance.integers(110, 190)), 2)
    return np.asarray(cv2.GaussianBlur(sheet, (0, 0), 0.8), dtype=np.uint8)


def woven(chance: np.random.Generator) -> Grey:
    """Return cloth: threads over and under each other."""
    y, x = np.mgrid[0:HEIGHT, 0:WIDTH]
    threads = np.sin(x / 2.3) * np.sin(y / 2.1) + 0.6 * np.sin(x / 17 + np.sin(y / 40))
    return _levels(150 + 55 * threads + chance.normal(0, 10, (HEIGHT, WIDTH)))


def scribbled(chance: np.random.Generator) -> Grey:
    """Return strokes of a pen that are no letters."""
    sheet = _levels(_paper(chance))
    for _ in range(60):
        start = chance.integers((WIDTH, HEIGHT))
        points = start + np.cumsum(chance.normal(0, 16, (40, 2)), axis=0)
        cv2.polylines(sheet, [points.astype(np.int32)], False, int(chance.integers(20, 120)), 3)
    return sheet


def _drawn(draw: Callable[[random.Random, int, int], str], seed: int) -> Grey:
    data = draw(random.Random(seed), WIDTH, HEIGHT).partition(",")[2]  # noqa: S311 (no secret)
    raw = np.frombuffer(base64.b64decode(data), dtype=np.uint8)
    return np.asarray(cv2.imdecode(raw, cv2.IMREAD_GRAYSCALE), dtype=np.uint8)


def write(folder: Path, seed: int) -> None:
    """Write every empty page into `folder` as NAME.png."""
    chance = np.random.default_rng(seed)
    pages = {
        "blank": blank(chance),
        "foxed": foxed(chance),
        "woven": woven(chance),
        "scribbled": scribbled(chance),
        "photo": _drawn(picture, seed),
        "halftone": _drawn(halftone, seed),
    }
    for name, page in pages.items():
        cv2.imwrite(str(folder / f"{name}.png"), page)
