"""Reads pages with digitize and with other programs in one run, and prints how well each reads.

    python -m scripts.bench_reading [--programs NAMES] [--langs eng+chi_tra] [--seconds N]
                                    [--empty] [--json FILE] [FOLDER | PAGE ...]

A page is an image; truth.json beside it, or PAGE XML of its name, says what stands in its lines. A
page without truth is taken to hold no text: whatever is read in it was invented; `--empty` draws
some. Without any page named, one of samples/ is read, and those. Tesseract and OCRmyPDF are told
what is printed on a page (eng, eng+chi_tra, frk), unless `--langs` says it; digitize is told
nothing. A program that is not installed is named, and one that takes longer than `--seconds` for a
page has given it up. Figures are counted line by line, each line looked for where the reading is
most like it, so that the order of a page plays no part; a face of capitals is read as capitals,
and where a program ends a line it neither adds nor loses a space:

    lat, han    character errors in per cent, of lines in Latin letters and of lines in Chinese
    up          the same of Chinese lines from top to bottom
    sp-, sp+    English spaces lost and added, in per cent of those printed
    han+        spaces added between Chinese characters, as a number
    made        characters read where nothing is printed
    s, cpu, MiB wall and processor seconds of the whole program, and its memory, all processes
    alone       processor seconds that digitize's recogniser alone takes for the same lines

The goals, and what this run says of them, stand below (scripts/reading_goals.py).
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from compileall import compile_dir
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import NamedTuple

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from digitize.grammar.languages import language
from digitize.grammar.scripts import is_cjk, is_han
from digitize.load.leaves import leaves, open_leaf
from digitize.load.oldocr.records import record
from digitize.load.source import find
from digitize.ocr.crops import cut
from digitize.ocr.engines import engine
from digitize.recipe import load
from digitize.score.characters import normal
from digitize.score.truth import from_pages, read_truth
from scripts.drawing import empty
from scripts.readers import PROGRAMS, ROOT, missing, run
from scripts.reading_goals import Result, goals

IMAGES = (".png", ".jpg", ".jpeg", ".tif", ".tiff")
SAMPLE = ROOT / "samples/harbour-times/page-1.jpg"
SECONDS = 600.0
BLACKLETTER = "frk"


class Line(NamedTuple):
    """A line of print, and whether it runs from top to bottom."""

    text: str
    upright: bool = False


@dataclass(frozen=True)
class Sheet:
    """A page image and its lines; none when nothing is printed on it."""

    path: Path
    lines: tuple[Line, ...]

    @property
    def name(self) -> str:
        """The end of its path."""
        return "/".join(self.path.parts[-3:])


def sheets(paths: Iterable[Path]) -> Iterator[Sheet]:
    """Yield the page images that `paths` name; folders are searched."""
    for path in paths:
        if path.is_dir():
            yield from sheets(sorted(path.iterdir()))
        elif path.suffix in IMAGES:
            yield Sheet(path, tuple(_lines(path)))


def _lines(page: Path) -> Iterator[Line]:
    truth, xml = page.parent / "truth.json", page.with_suffix(".xml")
    if xml.is_file():
        opened = record("page")(xml, 0, name=xml.name, page_id="p0001", number=1)
        told, number = from_pages([opened.page]), 1
    elif truth.is_file():
        told, number = read_truth(truth), int(re.findall(r"\d+", page.stem)[-1])
    else:
        return
    for one in told.lines:
        if one.page == number:
            yield Line(normal(one.text), one.vertical)


def printed_in(lines: Iterable[Line]) -> str:
    """Return what Tesseract calls the languages of a page."""
    text = " ".join(line.text for line in lines)
    if language(text) == "de":
        return BLACKLETTER
    han, latin = any(map(is_han, text)), any(map(str.isascii, text.replace(" ", "")))
    return "+".join(name for name, here in (("eng", latin or not han), ("chi_tra", han)) if here)


@dataclass
class Count:
    """Errors and characters of lines of one kind."""

    errors: int = 0
    length: int = 0
    lost: int = 0
    added: int = 0
    spaces: int = 0


def judge(cost: Result, lines: Iterable[Line], reading: str) -> Result:
    """Return the result with its figures."""
    text = "\n".join(map(normal, reading.split("\n")))
    printed_lines, latin, level, upright = list(lines), Count(), Count(), Count()
    if not printed_lines:
        return replace(cost, made=len("".join(text.split())))
    for line in printed_lines:
        han = 2 * sum(map(is_cjk, line.text)) > len(line.text.replace(" ", ""))
        faces = dict.fromkeys((line.text, line.text.upper()))
        found = [(face, _like(face, text)) for face in faces]
        face, like = min(found, key=lambda pair: Levenshtein.distance(*pair))
        _count((upright if line.upright else level) if han else latin, face, like, han=han)
    return replace(
        cost,
        lat=_share(latin.errors, latin.length),
        han=_share(level.errors + upright.errors, level.length + upright.length),
        upright=_share(upright.errors, upright.length),
        lost=_share(latin.lost, latin.spaces),
        added=_share(latin.added, latin.spaces),
        spaces=latin.spaces,
        han_added=level.added + upright.added,
    )


def _share(errors: int, length: int) -> float | None:
    """Return errors in per cent, None where there is nothing to err in."""
    return 100 * errors / length if length else None


def _like(line: str, text: str) -> str:
    """Return the part of a text that is most like a line."""
    if line in text:
        return line
    found = fuzz.partial_ratio_alignment(line, text)
    if not found or len(text) < len(line):
        return text
    return text[found.dest_start : found.dest_end].strip()


def _count(count: Count, line: str, read: str, *, han: bool) -> None:
    whole = "" if han else " "
    printed, seen = (whole.join(text.split()) for text in (line, read))
    count.errors += min(len(printed), Levenshtein.distance(printed, seen))
    count.length += len(printed)
    if 4 * Levenshtein.distance(line, read) > len(line):
        return  # not this line: its spaces say nothing
    count.spaces += sum(_english(line, at) for at in range(len(line)))
    for step in Levenshtein.editops(line, read):
        if step.tag == "delete" and _english(line, step.src_pos):
            count.lost += 1
        if step.tag == "insert" and read[step.dest_pos] == " ":
            count.added += not han or _between_han(read, step.dest_pos)


def _english(text: str, at: int) -> bool:
    """Whether a space stands there, and no Chinese beside it."""
    return text[at] == " " and not any(map(is_cjk, text[max(0, at - 1) : at + 2]))


def _between_han(text: str, at: int) -> bool:
    return all(map(is_han, text[max(0, at - 1) : at] + text[at + 1 : at + 2]))


def alone(sheet: Sheet) -> float:
    """Return the processor seconds that the recogniser takes for the lines that digitize finds."""
    stages = load().pipeline().pages
    (source,) = find([sheet.path])
    (leaf,) = leaves(source)
    page = open_leaf(leaf)
    for stage in stages[: [stage.name for stage in stages].index("read")]:
        page = stage(replace(page, note=""))
    lines = [line for region in page.page.regions for line in region.lines]
    crops = [crop.pixels for line in lines if page.pixels is not None
             and (crop := cut(page.pixels, line))]  # fmt: skip
    engine("rapidocr").read(crops[:2], ("en",))  # the model is loaded
    start = time.process_time()
    engine("rapidocr").read(crops, ("en",))
    return time.process_time() - start


def read(sheet: Sheet, programs: Iterable[str], langs: str, limit: float) -> Iterator[Result]:
    """Yield what each program makes of a page.

    OCRmyPDF is not asked for blackletter, which it leaves to Tesseract as it is.
    """
    printed = langs or printed_in(sheet.lines)
    for program in programs:
        if program == "ocrmypdf" and printed == BLACKLETTER:
            continue
        reading, cost = run(program, sheet.path, printed, limit)
        one = Result(sheet.name, program, **asdict(cost))
        if not cost.failed:
            one = judge(one, sheet.lines, reading)
        own = program == "digitize" and sheet.lines
        yield replace(one, alone=alone(sheet)) if own else one


COLUMNS = {
    "lat": "lat", "han": "han", "upright": "up", "lost": "sp-", "added": "sp+", "han_added": "han+",
    "made": "made", "seconds": "s", "cpu": "cpu", "mebibytes": "MiB", "alone": "alone",
}  # fmt: skip


def table(results: Iterable[Result]) -> str:
    """Return results as a table."""
    rows = [f"{'page':36}{'program':20}" + "".join(f"{head:>8}" for head in COLUMNS.values())]
    for one in results:
        values = (getattr(one, column) for column in COLUMNS)
        cells = "".join(f"{'–' if value is None else format(value, '.2f'):>8}" for value in values)
        rows.append(f"{one.page[-35:]:36}{one.program:20}{cells} {one.failed[-80:]}")
    return "\n".join(rows)


def main() -> None:
    """Read the command line, run everything, print figures and goals."""
    parser = argparse.ArgumentParser(description="how well pages are read")
    parser.add_argument("paths", nargs="*", type=Path)
    parser.add_argument("--programs", default=",".join(PROGRAMS))
    parser.add_argument("--langs", default="", help="of tesseract and ocrmypdf")
    parser.add_argument("--seconds", type=float, default=SECONDS, help="for a page, at most")
    parser.add_argument("--empty", action="store_true", help="draw pages with no print, too")
    parser.add_argument("--json", type=Path, help="write the figures there too")
    given = parser.parse_args()
    asked = given.programs.split(",")
    absent = {program: lacking for program in asked if (lacking := missing(program))}
    programs = [program for program in asked if program not in absent]
    results: list[Result] = []
    compile_dir(ROOT / "digitize", quiet=1)  # pip compiles what it installs, peers among it
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        if given.empty or not given.paths:
            empty.write(folder, seed=1)
        for sheet in sheets([*(given.paths or [SAMPLE]), folder]):
            for one in read(sheet, programs, given.langs, given.seconds):
                results.append(one)
                print(table([one]).split("\n")[1], file=sys.stderr, flush=True)
                if given.json:
                    _write(results, given.json)
    print(table(results))
    for program, lacking in absent.items():
        print(f"not measured: {program}, for {lacking} is not installed")
    for goal, met in goals(results):
        print("met   " if met else "MISSED", goal)


def _write(results: list[Result], path: Path) -> None:
    path.write_text(json.dumps([asdict(one) for one in results], ensure_ascii=False, indent=1))


if __name__ == "__main__":
    main()
