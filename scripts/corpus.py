"""Draws a corpus: every family of pages, several seeds, every damage, and the born-digital PDF.

    python -m scripts.corpus OUT [--family spiral …] [--seeds 1 2] [--damage none medium …]

OUT/FAMILY-SEED/DAMAGE holds the pages and their truth.json; OUT/INDEX.txt says what each is for.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path

from scripts.degrade import DAMAGES, damage_issue
from scripts.draw_issue import draw
from scripts.drawing.families import FAMILIES
from scripts.drawing.layouts import LAYOUTS

KINDS = ("none", "light", "medium", "heavy", "warp", "film")
"""The damages of a corpus; `pdf` stands for the born-digital issue."""


def make(out: Path, family: str, seed: int, damages: Iterable[str]) -> Path:
    """Draw one issue with every damage; return its folder. What is there already is kept."""
    folder = out / f"{family}-{seed}"
    missing = [name for name in (*damages, "pdf") if not (folder / name / "truth.json").is_file()]
    if not missing:
        return folder
    with tempfile.TemporaryDirectory() as name:
        issue = Path(name)
        draw(issue, family, seed, 2.0, pdf=True)
        for damage in missing:
            if damage == "pdf":
                (folder / damage).mkdir(parents=True, exist_ok=True)
                shutil.copy(issue / "issue.pdf", folder / damage)
                shutil.copy(issue / "truth.json", folder / damage)
            else:
                damage_issue(issue, folder / damage, damage, 10 * seed)
    return folder


def index() -> str:
    """Return what each family is there to measure, a line each."""
    others = [f"{name:12} as the samples are drawn: {name} pages" for name in LAYOUTS]
    return (
        "\n".join([*(f"{name:12} {one.tests}" for name, one in FAMILIES.items()), *others]) + "\n"
    )


def main() -> None:
    """Read the command line and draw."""
    parser = argparse.ArgumentParser(description="draw a corpus of newspaper issues with truth")
    parser.add_argument("out", type=Path)
    parser.add_argument("--family", nargs="*", choices=sorted({*FAMILIES, *LAYOUTS}))
    parser.add_argument("--seeds", nargs="*", type=int, default=[1, 2])
    parser.add_argument("--damage", nargs="*", choices=sorted(DAMAGES), default=KINDS)
    given = parser.parse_args()
    given.out.mkdir(parents=True, exist_ok=True)
    (given.out / "INDEX.txt").write_text(index(), encoding="utf-8")
    for family in given.family or FAMILIES:
        for seed in given.seeds:
            print(make(given.out, family, seed, given.damage), flush=True)


if __name__ == "__main__":
    main()
