"""Runs digitize on issues whose truth is known and prints how well and how fast it reads them.

    python -m scripts.bench [--peers] [--json FILE] [FOLDER | PAGE-OR-PDF | TEXT ...]

An issue is a folder with truth.json beside its pages, or a file NAME.txt or NAME.pdf with
NAME.truth.json beside it (or truth.json in the folder NAME). Without arguments: the samples.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from digitize.formats.document import read as read_document
from digitize.score.masthead import facts
from digitize.score.scores import TextScores, score, score_text
from digitize.score.truth import Truth, from_document, read_truth
from scripts.peers import PEERS

ROOT = Path(__file__).parent.parent
IMAGES = (".png", ".jpg", ".jpeg", ".tif", ".tiff")


@dataclass(frozen=True)
class Case:
    """One issue to read, and what is true of it."""

    name: str
    inputs: tuple[Path, ...]
    truth: Truth

    @property
    def pages(self) -> int:
        """How many pages there are to read."""
        return max(1, len(self.truth.pages))


@dataclass(frozen=True)
class Cost:
    """What a run took."""

    seconds: float
    mebibytes: float  # peak resident memory of the process and its children, the largest of them


def cases(paths: Iterable[Path]) -> list[Case]:
    """Return the issues that `paths` name; a folder without a truth of its own is searched."""
    found: list[Case] = []
    for path in paths:
        if path.is_file():
            found.append(Case(_name(path), (path,), read_truth(_truth_of(path))))
        elif (path / "truth.json").is_file():
            found.append(Case(_name(path), _pages(path), read_truth(path / "truth.json")))
        else:
            found += cases(sorted(one for one in path.iterdir() if _has_truth(one)))
    return found


def _name(path: Path) -> str:
    return "/".join(path.parts[-2:])


def _has_truth(path: Path) -> bool:
    if path.is_dir():
        return (path / "truth.json").is_file() or any(map(_has_truth, path.iterdir()))
    return path.suffix in (".txt", ".pdf") and _truth_of(path).is_file()


def _truth_of(path: Path) -> Path:
    beside = path.with_suffix(".truth.json")
    return beside if beside.is_file() else path.with_suffix("") / "truth.json"


def _pages(folder: Path) -> tuple[Path, ...]:
    return tuple(sorted(one for one in folder.iterdir() if one.suffix in (*IMAGES, ".pdf", ".txt")))


def run(command: list[str]) -> Cost:
    """Run a command to its end; raise SystemExit with what it said when it fails."""
    start = time.perf_counter()
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(command, stdout=said, stderr=said, cwd=ROOT)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        seconds = time.perf_counter() - start
        if process.returncode:
            said.seek(0)
            tail = said.read().decode("utf-8", "replace")[-2000:]
            raise SystemExit(f"{' '.join(command)}: exit {process.returncode}\n{tail}")
    return Cost(seconds, usage.ru_maxrss / 1024)


def read_with_digitize(case: Case, more: list[str]) -> tuple[Truth, Cost]:
    """Run the product on a case by its command line and return what it read."""
    with tempfile.TemporaryDirectory() as name:
        out, inputs = Path(name) / "out", Path(name) / "issue"
        inputs.mkdir()
        for path in case.inputs:
            shutil.copy(path, inputs)
        command = [
            sys.executable,
            "-m",
            "digitize",
            "run",
            str(inputs),
            "-o",
            str(out),
            "-q",
            *more,
        ]
        cost = run(command)
        made = sorted(out.rglob("document.json"))
        if len(made) != 1:
            raise SystemExit(f"{case.name}: {len(made)} documents, not one")
        return from_document(read_document(made[0])), cost


def measure(case: Case, more: list[str]) -> dict[str, Any]:
    """Return one row of the table."""
    predicted, cost = read_with_digitize(case, more)
    figures = score(case.truth, predicted)
    verdicts = list(figures.masthead.values())
    true, said = facts(case.truth.issue), facts(predicted.issue)
    faults = [
        f"{name} {verdict}: {true[name]} read as {said[name]}"
        for name, verdict in figures.masthead.items()
        if verdict != "correct"
    ]
    return {
        "case": case.name,
        "CER": figures.cer,
        "CER−sp": figures.cer_unspaced,
        **_text_row(figures.text),
        "pairF1": figures.pairs.f1,
        "pairP": figures.pairs.precision,
        "pairR": figures.pairs.recall,
        "exact": figures.exact.recall,
        "headF1": figures.headlines.f1,
        "furnP": figures.furniture.precision,
        "furnR": figures.furniture.recall,
        "mast": verdicts.count("correct") / max(1, len(verdicts)),
        "faults": faults,
        "s/page": cost.seconds / case.pages,
        "MiB": cost.mebibytes,
    }


def _text_row(text: TextScores) -> dict[str, float]:
    return {
        "free": text.accuracy,
        "extra": text.invented,
        "succ": text.successors,
        "contig": text.contiguity,
    }


def measure_peers(case: Case, own: dict[str, Any]) -> list[dict[str, Any]]:
    """Return a row for every other program that can read the case, with our figures over its."""
    rows: list[dict[str, Any]] = []
    for name, reader in PEERS.items():
        start = time.perf_counter()
        text = reader(case.inputs)
        if text is None:
            continue
        seconds = (time.perf_counter() - start) / case.pages
        figures = _text_row(score_text(case.truth, text))
        row = {"case": f"  {name}", **figures, "s/page": seconds}
        row["ratios"] = (
            f"{case.name} against {name}: {_over(1 - own['free'], 1 - figures['free'])} of its "
            f"errors, {_over(1 - own['succ'], 1 - figures['succ'])} of its wrong turns, "
            f"{_over(own['s/page'], seconds)} of its time"
        )
        rows.append(row)
    return rows


def _over(ours: float, theirs: float) -> str:
    return f"{ours / theirs:.2f}×" if theirs else "–"


def show(rows: list[dict[str, Any]]) -> str:
    """Return rows as a table; faults of the masthead and ratios stand below."""
    names = [key for key in rows[0] if key not in ("faults", "ratios")] if rows else []
    table = [f"{'case':32}" + "".join(f"{name:>8}" for name in names[1:])]
    for row in rows:
        cells = (f"{row[name]:8.3f}" if name in row else " " * 8 for name in names[1:])
        table.append(f"{row['case'][-32:]:32}" + "".join(cells))
    table += [f"{row['case']}: {fault}" for row in rows for fault in row.get("faults", ())]
    table += [row["ratios"] for row in rows if "ratios" in row]
    return "\n".join(table)


def mean(rows: list[dict[str, Any]]) -> dict[str, Any]:
    """Return the plain mean of every figure over the product's own rows."""
    own = [row for row in rows if "CER" in row]
    keys = [key for key in own[0] if key not in ("case", "faults")]
    return {"case": f"mean of {len(own)}"} | {
        key: sum(row[key] for row in own) / len(own) for key in keys
    }


def main() -> None:
    """Read the command line, run everything, print the table."""
    parser = argparse.ArgumentParser(description="how well and how fast digitize reads")
    parser.add_argument("paths", nargs="*", type=Path)
    parser.add_argument("--peers", action="store_true", help="other programs in the same run")
    parser.add_argument("--json", type=Path, help="write the rows there too")
    parser.add_argument("--set", action="append", default=[], help="passed on to digitize run")
    given = parser.parse_args()
    more = [word for setting in given.set for word in ("--set", setting)]
    rows: list[dict[str, Any]] = []
    for case in cases(given.paths or [ROOT / "samples"]):
        rows.append(measure(case, more))
        print(f"{case.name}: {rows[-1]['s/page']:.1f} s/page", file=sys.stderr)
        if given.peers:
            rows += measure_peers(case, rows[-1])
    if not rows:
        raise SystemExit("nothing with a truth.json there")
    print(show([*rows, mean(rows)]))
    if given.json:
        given.json.write_text(json.dumps(rows, ensure_ascii=False, indent=1))


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    main()
