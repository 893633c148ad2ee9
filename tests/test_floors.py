"""Scores only rise: the samples are read as well as they ever were."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

FLOORS = json.loads((ROOT / "tests/floors.json").read_text("utf-8"))
SLACK = 0.002  # one letter more or less is no fall
FALLING = frozenset({"CER", "extra"})  # the lower, the better


@pytest.mark.slow
@pytest.mark.engine
def test_no_score_of_the_samples_has_fallen(tmp_path: Path) -> None:
    """Every figure of the bench on samples/ is at its floor or above, and no case is missing."""
    command = [sys.executable, "-m", "scripts.bench", "--json", str(tmp_path / "rows.json")]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    rows = {row["case"]: row for row in json.loads((tmp_path / "rows.json").read_text("utf-8"))}
    assert set(FLOORS) == set(rows)
    fallen = [
        f"{case} {name}: {rows[case][name]:.4f}, was {floor}"
        for case, floors in FLOORS.items()
        for name, floor in floors.items()
        if (rows[case][name] - floor) * (-1 if name in FALLING else 1) < -SLACK
    ]
    assert [] == fallen
