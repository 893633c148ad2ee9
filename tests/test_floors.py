"""Scores only rise: samples and drawn pages are read as well as they ever were."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.conftest import ROOT, missing

FLOORS = json.loads((ROOT / "tests/floors.json").read_text("utf-8"))
SLACK = 0.002  # one letter more or less is no fall
FALLING = frozenset({"CER", "extra", "lines_faulty"})  # the lower, the better
FAMILIES, SEED, DAMAGES = ("jumping", "spiral", "whiteonly"), "3", ("none", "medium")


def fallen(floors: Mapping[str, Mapping[str, float]], report: Path) -> list[str]:
    """Return which figures of a report are below their floors."""
    rows = {row["case"]: row for row in json.loads(report.read_text("utf-8"))}
    assert set(floors) == set(rows)
    return [
        f"{case} {name}: {rows[case][name]:.4f}, was {floor}"
        for case, figures in floors.items()
        for name, floor in figures.items()
        if (rows[case][name] - floor) * (-1 if name in FALLING else 1) < -SLACK
    ]


def script(*arguments: object) -> None:
    """Run a script of the project."""
    command = [sys.executable, "-m", *map(str, arguments)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)


@pytest.mark.slow
@pytest.mark.engine
def test_no_score_of_the_samples_has_fallen(tmp_path: Path) -> None:
    """Every figure of the bench on samples/ is at its floor or above, and no case is missing."""
    script("scripts.bench", "--json", tmp_path / "rows.json")
    assert [] == fallen(FLOORS["samples"], tmp_path / "rows.json")


@pytest.mark.slow
def test_no_score_of_drawn_pages_has_fallen(tmp_path: Path) -> None:
    """Layout alone, on pages drawn anew, is at its floor or above, damaged or born digital."""
    if not any(map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))):
        missing("no browser to draw with; see scripts/install-debian.sh")
    drawn = ("--family", *FAMILIES, "--seeds", SEED, "--damage", *DAMAGES)
    script("scripts.corpus", tmp_path / "corpus", *drawn)
    script("scripts.bench_layout", tmp_path / "corpus", "--json", tmp_path / "rows.json")
    assert [] == fallen(FLOORS["layout"], tmp_path / "rows.json")
