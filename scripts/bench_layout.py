"""Measures layout alone: every family of drawn pages with every damage, and real pages.

    python -m scripts.bench_layout CORPUS [--family spiral] [--damage none] [--seed 1]
    python -m scripts.bench_layout --nzz PAGES --reader engine
    python -m scripts.bench_layout CORPUS --peers --json FILE
    python -m scripts.bench_layout CORPUS --old alto hocr text
    python -m scripts.bench_layout --clock

CORPUS is drawn by scripts/corpus.py. By default lines are read from the truth (scripts/oracle.py),
so that only layout can fail; `--reader engine` reads them as `digitize run` does. Peers are other
programs' reading of the same pages. `--old` reads them as old OCR that comes without images, in
each of the ways of scripts/old_ocr.py. `--clock` times all classical layout of one large page.
"""

from __future__ import annotations

import argparse
import json
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from operator import itemgetter
from pathlib import Path
from typing import Any

from digitize.load.leaves import leaves, open_leaf
from digitize.load.oldocr.records import record
from digitize.load.source import find
from digitize.model.document import Document
from digitize.model.page import Page
from digitize.pipeline import Pipeline
from digitize.recipe import load
from digitize.score.figures import FIGURES, Figure, figures
from digitize.score.scores import score, score_text
from digitize.score.truth import Truth, from_document, from_pages, read_truth
from digitize.stage import Sheet, home
from scripts import old_ocr, oracle
from scripts.draw_issue import draw
from scripts.peers import PEERS

IMAGES = (".png", ".jpg", ".jpeg", ".tif", ".tiff")
PINWHEELS = ("pinwheel", "spiral")
PINWHEEL = 0.93  # the goal of contiguity where no straight cut parts the page
MEGAPIXELS = 34
SECONDS, MEBIBYTES = 1.0, 600.0

Reader = Callable[[Sheet, Truth], Sheet]
Row = dict[str, Any]


@dataclass(frozen=True)
class Case:
    """One issue with one damage."""

    family: str
    seed: str
    damage: str
    pages: tuple[Path, ...]
    truth: Truth

    @property
    def name(self) -> str:
        """What the case is called in the table."""
        return f"{self.family}-{self.seed}/{self.damage}"


def corpus(folders: Iterable[Path], wanted: argparse.Namespace) -> Iterator[Case]:
    """Yield the cases of drawn corpora that are wanted."""
    for folder in folders:
        for truth in sorted(folder.glob("*/*/truth.json")):
            damage = truth.parent.name
            family, _, seed = truth.parent.parent.name.rpartition("-")
            named = (not wanted.family or family in wanted.family) and (
                not wanted.seed or seed in wanted.seed
            )
            if named and (not wanted.damage or damage in wanted.damage):
                kinds = (*IMAGES, ".pdf")
                pages = sorted(one for one in truth.parent.iterdir() if one.suffix in kinds)
                yield Case(family, seed, damage, tuple(pages), read_truth(truth))


def real(folder: Path) -> Iterator[Case]:
    """Yield pages that have PAGE XML of the same name beside them; each is a case."""
    for page in sorted(one for one in folder.iterdir() if one.suffix in IMAGES):
        xml = page.with_suffix(".xml")
        if xml.is_file():
            opened = record("page")(xml, 0, name=xml.name, page_id="p0001", number=1)
            yield Case(folder.name, page.stem[:17], "real", (page,), from_pages([opened.page]))


def document(case: Case, pipeline: Pipeline, reader: Reader | None) -> Document:
    """Return a case as the pipeline makes it; `reader` stands in for the stage `read`."""
    pages: list[Page] = []
    for source in find(list(case.pages)):
        for leaf in leaves(source):
            sheet = open_leaf(
                replace(leaf, number=len(pages) + 1, page_id=f"p{len(pages) + 1:04d}")
            )
            for stage in pipeline.pages:
                if stage.name == "read" and reader and sheet.pixels is not None:
                    sheet = reader(sheet, case.truth)
                else:
                    sheet = stage(replace(sheet, note=""))
            pages.append(home(sheet))
    return pipeline.bind(case.name, pages)


def from_truth(sheet: Sheet, truth: Truth) -> Sheet:
    """Read a sheet's lines from the truth of its page."""
    number = sheet.page.number
    leaf = truth.pages[number - 1]
    scale = sheet.page.scan.width / leaf.width
    return oracle.read(sheet, [line for line in truth.lines if line.page == number], scale)


def measure(case: Case, pipeline: Pipeline, reader: Reader | None) -> Row:
    """Return a row of the table."""
    start = time.perf_counter()
    made = from_document(document(case, pipeline, reader))
    seconds = (time.perf_counter() - start) / max(1, len(case.truth.pages))
    told = figures(score(case.truth, made))
    told.pop("masthead", None)
    return {"case": case.name, "family": case.family, "damage": case.damage, **told, "s": seconds}


def measure_old(case: Case, pipeline: Pipeline, way: str) -> Row | None:
    """Return a row for the case as old OCR has it in one way; None where it cannot be had."""
    with tempfile.TemporaryDirectory() as name:
        pages = old_ocr.write(way, case.truth, case.pages, Path(name))
        if len(pages) < len(case.pages) and way != "text":
            return None
        row = measure(replace(case, pages=tuple(pages)), pipeline, None)
    return row | {"case": f"{case.name} {way}", "damage": way}


def measure_peers(case: Case) -> Iterator[Row]:
    """Yield a row for every other program that can read the case."""
    for name, reader in PEERS.items():
        start = time.perf_counter()
        text = reader(case.pages)
        if text is None:
            continue
        seconds = (time.perf_counter() - start) / max(1, len(case.truth.pages))
        found = score_text(case.truth, text)
        yield {
            "case": f"  {name}",
            "peer": name,
            "family": case.family,
            "damage": case.damage,
            "free": found.accuracy,
            "extra": found.invented,
            "successors": found.successors,
            "contiguity": found.contiguity,
            "s": seconds,
        }


def goal(name: str, family: str) -> Figure:
    """Return a figure with the goal it has for a family."""
    figure = FIGURES[name]
    pinwheel = name == "contiguity" and family in PINWHEELS
    return replace(figure, goal=PINWHEEL) if pinwheel else figure


def mean(name: str, rows: Sequence[Row]) -> Row:
    """Return the plain mean of every figure over the rows that tell it."""
    told = {
        key: [row[key] for row in rows if key in row]
        for key in [*FIGURES, "s"]
        if any(key in row for row in rows)
    }
    return {"case": name, **{key: sum(values) / len(values) for key, values in told.items()}}


_HEADS = {
    "free": "free", "ordered": "ordrd", "share": "share", "extra": "extra", "successors": "succ",
    "contiguity": "contig", "pairs": "pairs", "exact": "exact", "headings": "headF1",
    "jumps_precision": "jumpP", "jumps_recall": "jumpR", "furniture_precision": "furnP",
    "furniture_recall": "furnR", "lines_found": "found", "lines_faulty": "faulty", "s": "s/page",
}  # fmt: skip


def show(rows: Iterable[Row]) -> str:
    """Return rows as a table; a figure that misses its goal bears a mark."""
    lines = [f"{'case':26}" + "".join(f"{head:>8}" for head in _HEADS.values())]
    for row in rows:
        cells = []
        for name in _HEADS:
            value = row.get(name)
            missed = name in FIGURES and value is not None and _missed(name, row, value)
            cells.append(f"{value:7.3f}{'*' if missed else ' '}" if value is not None else " " * 8)
        lines.append(f"{row['case'][-26:]:26}" + "".join(cells))
    return "\n".join(lines)


def _missed(name: str, row: Row, value: float) -> bool:
    return goal(name, row.get("family", "")).met(value) is False


def verdicts(rows: Sequence[Row]) -> str:
    """Return the goals, whether they are met in the mean, and what drags each down."""
    lines = ["", f"{'goal':44}{'mean':>8}{'worst':>8}  verdict, and the worst three"]
    for name, figure in FIGURES.items():
        if figure.goal is None:
            continue
        for part, own in _parts(name, rows):
            told = [row for row in own if name in row]
            if not told:
                continue
            value = sum(row[name] for row in told) / len(told)
            told.sort(key=itemgetter(name), reverse=figure.falling)
            worst = ", ".join(f"{row['case']} {row[name]:.3f}" for row in told[:3])
            wanted = goal(name, part)
            met = "met" if wanted.met(value) else "MISSED"
            sign = "≤" if figure.falling else "≥"
            head = f"{name}{' (pinwheels)' if part else ''} {sign} {wanted.goal:g}"
            lines.append(f"{head:44}{value:8.4f}{told[0][name]:8.3f}  {met:6} {worst}")
    return "\n".join(lines)


def _parts(name: str, rows: Sequence[Row]) -> list[tuple[str, list[Row]]]:
    if name != "contiguity":
        return [("", list(rows))]
    turning = [row for row in rows if row["family"] in PINWHEELS]
    straight = [row for row in rows if row["family"] not in PINWHEELS]
    return [("", straight), (PINWHEELS[0], turning)]


def ratios(rows: Sequence[Row]) -> str:
    """Return our errors and wrong turns over each peer's, on the pages both have read."""
    lines = [""]
    for peer in PEERS:
        pairs = [(row, row["against"]) for row in rows if row.get("peer") == peer]
        if pairs:
            told = [_over(pairs, name) for name in ("free", "successors", "contiguity")]
            lines.append(
                f"against {peer} on {len(pairs)}: {told[0]} of its errors, {told[1]} of its wrong"
                f" turns, {told[2]} of its torn stories"
            )
    return "\n".join(lines)


def _over(pairs: Sequence[tuple[Row, Row]], name: str) -> str:
    theirs = sum(1 - row[name] for row, _ in pairs)
    ours = sum(1 - own[name] for _, own in pairs)
    return f"{ours / theirs:.2f}×" if theirs else "–"


def clock() -> str:
    """Return how long each stage of layout takes on one page of 34 megapixels, and the memory."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        draw(folder, "oldcity", 1, (MEGAPIXELS * 1e6 / (1320 * 1850)) ** 0.5)
        (folder / "page-2.png").unlink()
        truth = read_truth(folder / "truth.json")
        case = Case("oldcity", "1", "none", (folder / "page-1.png",), truth)
        return _clocked(case)


def _clocked(case: Case) -> str:
    """Run the stages twice, so that what is loaded once does not count, and tell the second."""
    spent: dict[str, tuple[float, float]] = {}  # seconds by the clock, seconds of all cores
    leaf = next(iter(leaves(find(list(case.pages))[0])))
    opened = open_leaf(leaf)
    for _ in range(2):
        sheet = opened
        for stage in load().pipeline().pages:
            start, begun = time.perf_counter(), time.process_time()
            if stage.name == "read":
                sheet = from_truth(sheet, case.truth)
            else:
                sheet = stage(replace(sheet, note=""))
                spent[stage.name] = time.perf_counter() - start, time.process_time() - begun
    total, work = (sum(one) for one in zip(*spent.values(), strict=True))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    scan = opened.page.scan
    lines = [f"{name:12}{one:8.3f} s{two:8.3f} s CPU" for name, (one, two) in spent.items()]
    lines.append(
        f"{scan.width}×{scan.height}: {total:.2f} s, {work:.2f} s CPU (goal ≤ {SECONDS:g}: "
        f"{'met' if total <= SECONDS else 'MISSED'}), peak {peak:.0f} MiB with the page itself"
        f" (goal ≤ {MEBIBYTES:g}: {'met' if peak <= MEBIBYTES else 'MISSED'})"
    )
    return "\n".join(lines)


def _run(cases: Iterable[Case], given: argparse.Namespace) -> list[Row]:
    pipeline = load().pipeline()
    reader = from_truth if given.reader == "truth" else None
    rows: list[Row] = []
    for case in cases:
        if given.old:
            own = (measure_old(case, pipeline, way) for way in given.old)
            rows += [row for row in own if row is not None]
            continue
        rows.append(measure(case, pipeline, reader))
        print(show(rows[-1:]).split("\n")[1], file=sys.stderr, flush=True)
        if given.peers:
            rows += [{**row, "against": rows[-1]} for row in measure_peers(case)]
    return rows


def main() -> None:
    """Read the command line, run everything, print the tables."""
    parser = argparse.ArgumentParser(description="how well digitize sees the layout of newspapers")
    parser.add_argument("corpus", nargs="*", type=Path)
    parser.add_argument("--family", nargs="*")
    parser.add_argument("--damage", nargs="*")
    parser.add_argument("--seed", nargs="*")
    parser.add_argument("--nzz", type=Path, help="pages with PAGE XML beside them")
    parser.add_argument("--reader", choices=("truth", "engine"), default="truth")
    parser.add_argument("--peers", action="store_true", help="other programs in the same run")
    parser.add_argument("--old", nargs="*", choices=old_ocr.WAYS, metavar="WAY")
    parser.add_argument("--clock", action="store_true", help="time one page of 34 megapixels")
    parser.add_argument("--json", type=Path, help="write the rows there too")
    given = parser.parse_args()
    if given.clock:
        print(clock())
    cases = [*corpus(given.corpus, given), *(real(given.nzz) if given.nzz else ())]
    if not cases:
        return
    rows = _run(cases, given)
    own = [row for row in rows if "peer" not in row]
    families = sorted({row["family"] for row in own})
    damages = sorted({row["damage"] for row in own})
    print(show(rows))
    print(show([mean(one, [row for row in own if row["family"] == one]) for one in families]))
    print(show([mean(one, [row for row in own if row["damage"] == one]) for one in damages]))
    print(show([mean(f"mean of {len(own)}", own)]))
    print(verdicts(own))
    if given.peers:
        print(ratios(rows))
    if given.json:
        given.json.write_text(json.dumps(rows, ensure_ascii=False, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
