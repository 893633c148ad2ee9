"""Reads a part of a page, damaged in one way after another, with and without what mends damage.

    python -m scripts.bench_treatments [FOLDER] [--page 1] [--only skew noise …] [--seed 1]

FOLDER holds page images and their truth.json; without one, an issue of samples/ is read. Printed
are the character errors in per cent as the page lies and after the stages that treat it, and what
those wrote into its steps.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt

from digitize.load.leaves import leaves, open_leaf
from digitize.load.source import find
from digitize.model.geometry import Box
from digitize.model.reading import printed
from digitize.ocr.ink import grey
from digitize.recipe import load
from digitize.score.characters import normal
from digitize.score.truth import read_truth
from digitize.stage import Sheet
from scripts.bench_reading import Line, judge
from scripts.reading_goals import Result

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "samples/harbour-times"
PART = (1300, 1000)
"""Pixels across and down: what is read of the page, from its middle."""

MENDING = ("treat", "deskew", "orient")

Grey = npt.NDArray[np.uint8]
Harm = Callable[[Grey, np.random.Generator], Grey]


def _levels(values: npt.ArrayLike) -> Grey:
    return np.clip(np.asarray(values, np.float32), 0, 255).astype(np.uint8)


def _skewed(page: Grey, _: np.random.Generator) -> Grey:
    high, wide = page.shape
    turn = cv2.getRotationMatrix2D((wide / 2, high / 2), 2.5, 1)
    return _levels(cv2.warpAffine(page, turn, (wide, high), borderValue=(255.0,)))


def _shaded(page: Grey, _: np.random.Generator) -> Grey:
    return _levels(page * np.linspace(1, 0.25, page.shape[1])[None, :])


def _shining_through(page: Grey, _: np.random.Generator) -> Grey:
    verso = cv2.GaussianBlur(255 - cv2.flip(page, 1), (0, 0), 2.0)
    return _levels(255.0 - np.maximum(255.0 - page, 0.4 * verso))


def _small(page: Grey, _: np.random.Generator) -> Grey:
    return _levels(cv2.resize(page, None, fx=0.55, fy=0.55, interpolation=cv2.INTER_AREA))


def _blurred(page: Grey, _: np.random.Generator) -> Grey:
    return _levels(cv2.GaussianBlur(page, (0, 0), 2.6))


def _noisy(page: Grey, chance: np.random.Generator) -> Grey:
    return _levels(0.55 * page + 70 + chance.normal(0, 55, page.shape))


def _blocky(page: Grey, _: np.random.Generator) -> Grey:
    packed = cv2.imencode(".jpg", page, [cv2.IMWRITE_JPEG_QUALITY, 6])[1]
    return np.asarray(cv2.imdecode(packed, cv2.IMREAD_GRAYSCALE), dtype=np.uint8)


def _broken(page: Grey, chance: np.random.Generator) -> Grey:
    flecks = cv2.GaussianBlur(chance.normal(0, 1, page.shape), (0, 0), 1.5) > 0.22
    return np.where(flecks, 255, page).astype(np.uint8)


def _faint(page: Grey, chance: np.random.Generator) -> Grey:
    return _levels(255 - 0.2 * (255.0 - page) - 30 + chance.normal(0, 5, page.shape))


def _scratched(page: Grey, chance: np.random.Generator) -> Grey:
    harmed = page.copy()
    for x in chance.integers(page.shape[1] - 3, size=60).tolist():
        harmed[:, x : x + 2] = int(chance.choice((0, 255)))
    return harmed


HARMS: dict[str, Harm] = {
    "none": lambda page, _: page,
    "skew": _skewed,
    "uneven light": _shaded,
    "bleed-through": _shining_through,
    "low resolution": _small,
    "blur": _blurred,
    "noise": _noisy,
    "JPEG blocks": _blocky,
    "broken type": _broken,
    "faint ink": _faint,
    "scratches": _scratched,
    "upside down": lambda page, _: np.ascontiguousarray(page[::-1, ::-1]),
    "sideways": lambda page, _: np.ascontiguousarray(np.rot90(page)),
}


def part(image: Path) -> tuple[Sheet, list[str]]:
    """Return the middle of a page, and the lines that stand wholly in it."""
    (source,) = find([image])
    (leaf,) = leaves(source)
    sheet = open_leaf(leaf)
    page = grey(np.asarray(sheet.pixels))
    high, wide = page.shape
    x, y = max(0, (wide - PART[0]) // 2), max(0, (high - PART[1]) // 2)
    inside = Box(x, y, x + PART[0], y + PART[1])
    number = int(re.findall(r"\d+", image.stem)[-1])
    lines = [
        normal(line.text)
        for line in read_truth(image.parent / "truth.json").lines
        if line.page == number and inside.contains(line.box)
    ]
    return replace(sheet, pixels=page[y : inside.y1, x : inside.x1]), lines


def tried(sheet: Sheet, lines: list[str], *, mended: bool) -> tuple[float, str]:
    """Return the errors of a reading in per cent, and the notes of what mended the page."""
    notes = []
    for stage in load().pipeline().pages:
        if stage.name not in MENDING or mended:
            sheet = stage(replace(sheet, note=""))
        if stage.name in MENDING and mended:
            notes.append(f"{stage.name}: {sheet.note}")
        if stage.name == "read":
            break
    found = [printed(line) for region in sheet.page.regions for line in region.lines]
    return judge(Result("", ""), map(Line, lines), "\n".join(found)).lat or 0.0, "; ".join(notes)


def main() -> None:
    """Read the command line, harm, read and print."""
    parser = argparse.ArgumentParser(description="what treating bad scans gains")
    parser.add_argument("folder", nargs="?", type=Path, default=SAMPLE)
    parser.add_argument("--page", type=int, default=1)
    parser.add_argument("--only", nargs="*", choices=sorted(HARMS), default=HARMS)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    (image,) = given.folder.glob(f"page-{given.page}.*")
    sheet, lines = part(image)
    print(f"{'damage':16}{'as it lies':>12}{'treated':>9}  steps")
    for name in given.only:
        chance = np.random.default_rng(given.seed)
        pixels = HARMS[name](np.asarray(sheet.pixels), chance)
        high, wide = pixels.shape
        scan = replace(sheet.page.scan, width=wide, height=high)
        harmed = replace(sheet, pixels=pixels, page=replace(sheet.page, scan=scan))
        before, _ = tried(harmed, lines, mended=False)
        after, notes = tried(harmed, lines, mended=True)
        print(f"{name:16}{before:12.2f}{after:9.2f}  {notes}", flush=True)


if __name__ == "__main__":
    main()
