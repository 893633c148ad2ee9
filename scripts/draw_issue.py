"""Draws a bilingual newspaper issue of our own making, with the truth of every line beside it.

python -m scripts.draw_issue OUT --layout classic --seed 1 [--pdf] [--damage medium]
"""

from __future__ import annotations

import argparse
from pathlib import Path

import cv2

from digitize.score.truth import write_truth
from scripts.drawing.browser import set_pages
from scripts.drawing.compose import compose
from scripts.drawing.families import FAMILIES, edit
from scripts.drawing.layouts import LAYOUTS
from scripts.drawing.telling import tell


def draw(out: Path, layout: str, seed: int, scale: float, *, pdf: bool = False) -> None:
    """Write page-1.png, page-2.png, truth.json and, where asked, issue.pdf into `out`."""
    out.mkdir(parents=True, exist_ok=True)
    make = compose if layout in LAYOUTS else edit
    plan, who = make(seed, layout, scale)
    pages, record = set_pages(plan, out / "issue.pdf" if pdf else None)
    for number, image in enumerate(pages, 1):
        cv2.imwrite(str(out / f"page-{number}.png"), image)
    note = f"scripts/draw_issue.py --layout {layout} --seed {seed} --scale {scale:g}"
    write_truth(tell(plan, record, who, pages, note), out / "truth.json")


def main() -> None:
    """Read the command line and draw."""
    parser = argparse.ArgumentParser(description="draw a newspaper issue with its truth")
    parser.add_argument("out", type=Path)
    parser.add_argument("--layout", choices=sorted({*LAYOUTS, *FAMILIES}), default="classic")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--scale", type=float, default=2.0, help="image pixels per CSS pixel (1/96 inch)"
    )
    parser.add_argument("--pdf", action="store_true", help="write a born-digital PDF too")
    given = parser.parse_args()
    draw(given.out, given.layout, given.seed, given.scale, pdf=given.pdf)


if __name__ == "__main__":
    main()
