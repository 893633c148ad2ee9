"""Damages page images the way print, paper and scanners do; seeded, and the truth stays true.

    python -m scripts.degrade IN.png OUT.jpg --damage medium --seed 3
    python -m scripts.degrade ISSUE-FOLDER OUT-FOLDER --damage warp

A folder is damaged page by page, and its truth.json is written anew with every box where the
damage has moved it.
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

from digitize.model.geometry import Box
from digitize.score.truth import Leaf, Printed, Truth, read_truth, write_truth

Grey = npt.NDArray[np.uint8]
Float = npt.NDArray[np.floating[Any]]


@dataclass(frozen=True)
class Damage:
    """How badly a page has fared."""

    blur: float = 0  # sigma in pixels of a page at 192 dpi
    noise: float = 0  # standard deviation in grey levels
    light: float = 0  # how many grey levels one side lies darker
    skew: float = 0  # degrees, either way
    through: float = 0  # share of the verso's ink that shows through
    ink: float = 0  # share of ink pixels lost or gained at the edges of letters
    shrink: float = 1  # resolution kept
    paper: int = 255  # grey of the paper
    quality: int = 90  # JPEG
    curl: float = 0  # how far the page's rows bend, as a share of its width
    border: float = 0  # dark border of the scanner, as a share of the page's width
    bitonal: bool = False  # as microfilm comes: black and white, with specks


DAMAGES = {
    "none": Damage(),
    "soft": Damage(blur=0.6, light=8, skew=0.3, paper=244, quality=52),
    "light": Damage(blur=0.6, noise=4, light=10, skew=0.3, paper=242, quality=85),
    "medium": Damage(1.0, 9, 28, 0.8, through=0.06, ink=0.03, paper=225, quality=70),
    "heavy": Damage(1.5, 15, 50, 1.6, through=0.14, ink=0.08, shrink=0.75, paper=205, quality=45),
    "warp": Damage(0.8, 6, 35, 0.5, shrink=0.8, paper=230, quality=60, curl=0.004, border=0.04),
    "film": Damage(0.9, 8, 12, 0.7, ink=0.05, paper=228, border=0.02, bitonal=True),
}


@dataclass(frozen=True)
class Moves:
    """Where the points of a page go: bent, turned, put on a dark bed, made smaller."""

    width: int
    height: int
    angle: float  # degrees
    bend: float  # pixels
    phase: float  # of the bend along the width, in radians
    margins: tuple[int, int, int, int]  # left, top, right, bottom
    scale: float

    @classmethod
    def of(cls, damage: Damage, seed: int, shape: tuple[int, ...]) -> Moves:
        """Draw moves by chance."""
        chance = np.random.default_rng((seed, 7))
        height, width = shape[:2]
        angle = float(chance.uniform(-damage.skew, damage.skew))
        phase = float(chance.uniform(0, np.pi))
        margins = [round(width * damage.border * chance.uniform(0.3, 1)) for _ in range(4)]
        left, top, right, bottom = margins
        bend = damage.curl * width
        sides = left, top, right, bottom
        return cls(width, height, angle, bend, phase, sides, damage.shrink)

    def sag(self, x: Any, y: Any) -> Any:
        """Return how far the page at (x, y) lies too low: most at the head, little at the foot."""
        wave = np.sin(1.6 * np.pi * x / self.width + self.phase)
        return self.bend * wave * (1 - 0.6 * y / self.height)

    def image(self, page: Float, paper: int) -> Float:
        """Return the page moved along; the bed of the scanner is dark."""
        if self.bend:
            rows, columns = np.mgrid[0 : self.height, 0 : self.width].astype(np.float32)
            lower = (rows - self.sag(columns, rows)).astype(np.float32)
            page = np.asarray(
                cv2.remap(page, columns, lower, cv2.INTER_CUBIC, borderValue=(float(paper),)),
                dtype=np.float32,
            )
        if self.angle:
            page = np.asarray(
                cv2.warpAffine(
                    page,
                    self._turn(),
                    (self.width, self.height),
                    flags=cv2.INTER_CUBIC,
                    borderValue=(float(paper),),
                ),
                dtype=np.float32,
            )
        left, top, right, bottom = self.margins
        if any(self.margins):
            page = np.asarray(
                cv2.copyMakeBorder(
                    page, top, bottom, left, right, cv2.BORDER_CONSTANT, value=(38.0,)
                ),
                dtype=np.float32,
            )
        return page

    def _turn(self) -> Float:
        return np.asarray(
            cv2.getRotationMatrix2D((self.width / 2, self.height / 2), self.angle, 1), np.float64
        )

    def spot(self, x: float, y: float) -> tuple[float, float]:
        """Return where a point of the page lies in the image."""
        lower = y
        for _ in range(4):  # the bend is told from where a point comes to lie
            lower = y + float(self.sag(x, lower))
        turn = self._turn() if self.angle else np.eye(2, 3)
        at_x, at_y = turn @ np.array([x, lower, 1.0])
        left, top, _, _ = self.margins
        return (float(at_x) + left) * self.scale, (float(at_y) + top) * self.scale

    def box(self, box: Box) -> Box:
        """Return the upright box around where a box comes to lie."""
        middle = (box.x0 + box.x1) / 2
        spots = [self.spot(x, y) for x in (box.x0, middle, box.x1) for y in (box.y0, box.y1)]
        xs, ys = [spot[0] for spot in spots], [spot[1] for spot in spots]
        return Box(round(min(xs)), round(min(ys)), round(max(xs)), round(max(ys)))

    def line(self, line: Printed) -> Printed:
        """Return a text line where it comes to lie."""
        if line.vertical:
            middle = (line.box.x0 + line.box.x1) / 2
            edges = tuple(round(self.spot(middle, edge)[1]) for edge in line.edges)
        else:
            middle = (line.box.y0 + line.box.y1) / 2
            edges = tuple(round(self.spot(edge, middle)[0]) for edge in line.edges)
        return replace(line, box=self.box(line.box), edges=edges)


def degrade(image: Grey, damage: Damage, seed: int, verso: Grey | None = None) -> Grey:
    """Return `image` damaged; `verso` is the page whose ink shows through."""
    noise = np.random.default_rng(seed)
    ink: Float = (255 - image.astype(np.float32)) / 255
    if damage.ink:
        flecks = cv2.GaussianBlur(noise.normal(0, 1, ink.shape).astype(np.float32), (0, 0), 1.2)
        ink = np.clip(ink + ink * np.minimum(0, flecks) * damage.ink * 12, 0, 1)
    if damage.through:
        ink = np.maximum(
            ink, _mirrored(verso if verso is not None else image, ink.shape) * damage.through
        )
    if damage.blur:
        ink = np.asarray(cv2.GaussianBlur(ink, (0, 0), damage.blur), dtype=np.float32)
    black = 30 if damage.paper < 255 else 0
    page = damage.paper + (black - damage.paper) * ink
    page = Moves.of(damage, seed, image.shape).image(page, damage.paper)
    if damage.light:
        page = page - damage.light * _shade(noise, page.shape)
    if damage.noise:
        page = page + noise.normal(0, damage.noise, page.shape)
    grey = np.clip(page, 0, 255).astype(np.uint8)
    if damage.shrink < 1:
        grey = np.asarray(
            cv2.resize(
                grey, None, fx=damage.shrink, fy=damage.shrink, interpolation=cv2.INTER_AREA
            ),
            dtype=np.uint8,
        )
    return _filmed(grey, noise) if damage.bitonal else grey


def _filmed(grey: Grey, noise: np.random.Generator) -> Grey:
    """Return black and white, with specks of dust and a few scratches."""
    white = cv2.adaptiveThreshold(
        grey, 255, cv2.ADAPTIVE_THRESH_GAUSSIAN_C, cv2.THRESH_BINARY, 61, 22
    )
    film = np.where(grey < 80, 0, np.asarray(white, dtype=np.uint8)).astype(np.uint8)
    height, width = film.shape
    for _ in range(film.size // 14000):
        x, y = int(noise.integers(width)), int(noise.integers(height))
        film[y : y + int(noise.integers(1, 3)), x : x + int(noise.integers(1, 4))] = 0
    for _ in range(2):
        x = int(noise.integers(width))
        film[int(noise.integers(height)) :, x : x + 1] = 0
    return film


def _mirrored(verso: Grey, shape: tuple[int, ...]) -> Float:
    ink = (255 - cv2.flip(verso, 1).astype(np.float32)) / 255
    return np.asarray(
        cv2.GaussianBlur(cv2.resize(ink, (shape[1], shape[0])), (0, 0), 2.5), dtype=np.float32
    )


def _shade(noise: np.random.Generator, shape: tuple[int, ...]) -> Float:
    """Return 0..1: smooth, darkest at one side, as under an uneven lamp."""
    coarse = noise.uniform(0, 1, (3, 3)).astype(np.float32) + np.linspace(0, 1, 3, dtype=np.float32)
    shade = cv2.resize(coarse, (shape[1], shape[0]), interpolation=cv2.INTER_CUBIC)
    return np.asarray((shade - shade.min()) / (shade.max() - shade.min()), dtype=np.float32)


def damage_file(
    source: Path, target: Path, name: str, seed: int, verso: Path | None = None
) -> None:
    """Read an image, damage it, write it as its name says: JPEG with the damage's own quality."""
    damage = DAMAGES[name]
    done = degrade(_read(source), damage, seed, _read(verso) if verso else None)
    quality = [cv2.IMWRITE_JPEG_QUALITY, damage.quality] if target.suffix == ".jpg" else []
    cv2.imwrite(str(target), done, quality)


def damage_issue(source: Path, target: Path, name: str, seed: int) -> None:
    """Damage all pages of an issue and write its truth with every box where it now lies."""
    target.mkdir(parents=True, exist_ok=True)
    truth, damage = read_truth(source / "truth.json"), DAMAGES[name]
    pages = sorted(source.glob("page-*.png"))
    suffix = ".png" if damage.bitonal or name == "none" else ".jpg"
    for number, page in enumerate(pages, 1):
        verso = pages[number % len(pages)]
        damage_file(page, target / f"page-{number}{suffix}", name, seed + number, verso)
    write_truth(moved(truth, damage, seed), target / "truth.json")


def moved(truth: Truth, damage: Damage, seed: int) -> Truth:
    """Return the truth of an issue whose pages have been damaged."""
    moves = {
        number: Moves.of(damage, seed + number, (leaf.height, leaf.width))
        for number, leaf in enumerate(truth.pages, 1)
    }

    def leaf(number: int, one: Leaf) -> Leaf:
        own = moves[number]
        left, top, right, bottom = own.margins
        return replace(
            one,
            width=round((one.width + left + right) * own.scale),
            height=round((one.height + top + bottom) * own.scale),
            pictures=tuple(map(own.box, one.pictures)),
            skew=-own.angle,
        )

    return replace(
        truth,
        lines=tuple(moves[line.page].line(line) for line in truth.lines),
        pages=tuple(leaf(number, one) for number, one in enumerate(truth.pages, 1)),
    )


def _read(path: Path) -> Grey:
    image = cv2.imread(str(path), cv2.IMREAD_GRAYSCALE)
    if image is None:
        raise SystemExit(f"{path}: no image that can be read")
    return np.asarray(image, dtype=np.uint8)


def main() -> None:
    """Read the command line and damage an image, or an issue."""
    parser = argparse.ArgumentParser(description="damage page images")
    parser.add_argument("source", type=Path)
    parser.add_argument("target", type=Path)
    parser.add_argument("--damage", choices=sorted(DAMAGES), default="medium")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--verso", type=Path)
    given = parser.parse_args()
    if given.source.is_dir():
        damage_issue(given.source, given.target, given.damage, given.seed)
    else:
        damage_file(given.source, given.target, given.damage, given.seed, given.verso)


if __name__ == "__main__":
    main()
