"""Damages a page image the way print, paper and scanners do; seeded, and the truth stays true.

    python -m scripts.degrade IN.png OUT.jpg --damage medium --seed 3

Boxes of a truth file stay valid but for skew: the page is turned about its middle by at most two
degrees, which no score here depends on.
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

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


DAMAGES = {
    "none": Damage(),
    "soft": Damage(blur=0.6, light=8, skew=0.3, paper=244, quality=52),
    "light": Damage(blur=0.6, noise=4, light=10, skew=0.3, paper=242, quality=85),
    "medium": Damage(1.0, 9, 28, 0.8, through=0.06, ink=0.03, paper=225, quality=70),
    "heavy": Damage(1.5, 15, 50, 1.6, through=0.14, ink=0.08, shrink=0.75, paper=205, quality=45),
}


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
    page = _turned(page, noise.uniform(-damage.skew, damage.skew), damage.paper)
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
    return grey


def _mirrored(verso: Grey, shape: tuple[int, ...]) -> Float:
    ink = (255 - cv2.flip(verso, 1).astype(np.float32)) / 255
    return np.asarray(
        cv2.GaussianBlur(cv2.resize(ink, (shape[1], shape[0])), (0, 0), 2.5), dtype=np.float32
    )


def _turned(page: Float, angle: float, paper: int) -> Float:
    if not angle:
        return page
    height, width = page.shape
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1)
    turned = cv2.warpAffine(
        page, matrix, (width, height), flags=cv2.INTER_CUBIC, borderValue=(float(paper),)
    )
    return np.asarray(turned, dtype=np.float32)


def _shade(noise: np.random.Generator, shape: tuple[int, ...]) -> Float:
    """Return 0..1: smooth, darkest at one side, as under an uneven lamp."""
    coarse = noise.uniform(0, 1, (3, 3)).astype(np.float32) + np.linspace(0, 1, 3, dtype=np.float32)
    shade = cv2.resize(coarse, (shape[1], shape[0]), interpolation=cv2.INTER_CUBIC)
    return np.asarray((shade - shade.min()) / (shade.max() - shade.min()), dtype=np.float32)


def damage_file(
    source: Path, target: Path, name: str, seed: int, verso: Path | None = None
) -> None:
    """Read an image, damage it, write it as JPEG with the damage's own quality."""
    image = _read(source)
    damage = DAMAGES[name]
    done = degrade(image, damage, seed, _read(verso) if verso else None)
    cv2.imwrite(str(target), done, [cv2.IMWRITE_JPEG_QUALITY, damage.quality])


def _read(path: Path) -> Grey:
    image = cv2.imread(str(path), cv2.IMREAD_GRAYSCALE)
    if image is None:
        raise SystemExit(f"{path}: no image that can be read")
    return np.asarray(image, dtype=np.uint8)


def main() -> None:
    """Read the command line and damage one image."""
    parser = argparse.ArgumentParser(description="damage a page image")
    parser.add_argument("source", type=Path)
    parser.add_argument("target", type=Path)
    parser.add_argument("--damage", choices=sorted(DAMAGES), default="medium")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--verso", type=Path)
    given = parser.parse_args()
    damage_file(given.source, given.target, given.damage, given.seed, given.verso)


if __name__ == "__main__":
    main()
