from __future__ import annotations

import json
from pathlib import Path

from tests.conftest import Run


def test_score_measures_what_was_made(cli: Run, samples: Path, tmp_path: Path) -> None:
    """A reading held against its truth gives figures between 0 and 1, by name."""
    made = cli("clean", samples / "front-page.txt", "-o", tmp_path)
    assert made.returncode == 0, made.stderr.decode()
    done = cli("score", tmp_path, samples / "front-page.truth.json", "--json")
    told = json.loads(done.stdout)
    assert 1.0 == told["pairs"]
    assert all(0 <= value <= 1 for value in told.values())


def test_score_prints_a_row_for_each_figure(cli: Run, samples: Path, tmp_path: Path) -> None:
    """Each row has name, value, goal, verdict and what the figure says."""
    cli("clean", samples / "front-page.txt", "-o", tmp_path)
    done = cli("score", tmp_path, samples / "front-page.truth.json")
    rows = [row.split("\t") for row in done.stdout.decode().splitlines()]
    assert ["successors", "1.000", "≥ 0.98", "met"] == next(
        r for r in rows if r[0] == "successors"
    )[:4]


def test_score_needs_a_truth(cli: Run, samples: Path, tmp_path: Path) -> None:
    """A truth that is not there, or says nothing of truth, ends with its own code."""
    cli("clean", samples / "front-page.txt", "-o", tmp_path)
    missing = cli("score", tmp_path, tmp_path / "none.json")
    picture = cli("score", tmp_path, samples / "harbour-times" / "page-1.jpg")
    assert (5, 4) == (missing.returncode, picture.returncode)


def test_score_needs_one_issue(cli: Run, samples: Path, tmp_path: Path) -> None:
    """A folder without a document is missing its input."""
    done = cli("score", tmp_path, samples / "front-page.truth.json")
    assert 5 == done.returncode
    assert b"0 issues" in done.stderr
