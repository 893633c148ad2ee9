"""What only shows in many pages: poison among a thousand, the parent's memory over ten thousand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from scripts.bench_batch import draw, run

pytestmark = pytest.mark.slow

POISON = {
    13: "loop", 113: "loop", 213: "hang",
    313: "memory", 413: "memory", 513: "memory",
    613: "exit", 713: "abort",
    813: "", 913: "",
}  # fmt: skip
"""What the pages of these numbers do; "" is a page whose file is damaged."""


def _poisoned(folder: Path) -> set[str]:
    """Put the poison into a folder of pages; return the names of the pages that cannot be read."""
    found = set()
    for number, order in POISON.items():
        page = folder / f"issue-{number // 10:05d}/page-{number % 10}.png"
        bad = page.with_name(f"page-{number % 10}.{order or 'damaged'}.png")
        page.rename(bad)
        if not order:
            bad.write_bytes(bad.read_bytes()[:40])
        found.add(f"{bad.parent.name}/{bad.name}")
    return found


def _pages(out: Path) -> dict[str, Any]:
    """Return every page of every document in `out`, by issue and file."""
    return {
        f"{path.parent.name}/{page['scan']['path']}": page
        for path in sorted(out.glob("*/document.json"))
        for page in json.loads(path.read_bytes())["pages"]
    }


def test_ten_poison_pages_in_a_thousand_cost_themselves_alone(tmp_path: Path) -> None:
    """The 990 others are what they are without; the ten are failures, each with its class."""
    draw(tmp_path / "in", 1_000)
    bad = _poisoned(tmp_path / "in")
    limits = ("--page-timeout", "3", "--worker-memory", "400")
    assert 3 == run(tmp_path / "in", tmp_path / "out", 2, *limits).code
    failures = [
        json.loads(row) for row in (tmp_path / "out/failures.jsonl").read_text().splitlines()
    ]
    assert bad == {f"{row['issue']}/{row['input']}" for row in failures}
    kinds = sorted(row["class"] for row in failures)
    assert ["crash"] * 2 + ["input"] * 2 + ["limit"] * 6 == kinds
    for name in bad:  # a run without poison: harmless pages in their places
        page = tmp_path / "in" / name
        page.unlink()
        Image.new("L", (40, 60), 230).save(page.with_name(f"{page.name.split('.')[0]}.calm.png"))
    assert 0 == run(tmp_path / "in", tmp_path / "calm", 2).code
    poisoned, calm = _pages(tmp_path / "out"), _pages(tmp_path / "calm")
    innocent = poisoned.keys() - bad
    assert 990 == len(innocent)
    assert {name: calm[name] for name in innocent} == {name: poisoned[name] for name in innocent}


def test_the_parent_stays_small_over_ten_thousand_pages(tmp_path: Path) -> None:
    """Ten times the pages take at most 20 MiB more, and never 300 MiB."""
    peaks = []
    for pages in (1_000, 10_000):
        draw(tmp_path / f"in-{pages}", pages)
        cost = run(tmp_path / f"in-{pages}", tmp_path / f"out-{pages}", 2)
        assert 0 == cost.code
        peaks.append(cost.mebibytes)
    assert peaks[1] <= 300
    assert peaks[1] - peaks[0] <= 20
