"""Reads pages with digitize and with other programs in one run, and prints how well each reads.

    python -m scripts.bench_reading [--programs NAMES] [--langs eng+chi_tra] [--json FILE]
                                    [FOLDER | PAGE ...]

A page is an image; truth.json beside it, or PAGE XML of its name, says what stands in its lines. A
page without truth is taken to hold no text: whatever is read in it was invented. Without any page
named, one of samples/ is read, and pages are drawn on which nothing is printed. Tesseract and
OCRmyPDF are told what is printed on a page (eng, eng+chi_tra, frk), unless `--langs` says it;
digitize is told nothing. Figures are counted line by line, each line looked for where the reading
is most like it, so that the order of a page plays no part; a face of capitals is read as capitals,
and where a program ends a line it neither adds nor loses a space:

    lat, han    character errors in per cent, of lines in Latin letters and of lines in Chinese
    sp-, sp+    English spaces lost and added, in per cent of those printed
    han+        spaces added between Chinese characters, as a number
    made        characters read where nothing is printed
    s, cpu, MiB wall and processor seconds of the whole program, and its largest memory
    alone       processor seconds that digitize's recogniser alone takes for the same lines
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from digitize.formats.document import read as read_document
from digitize.grammar.languages import language
from digitize.grammar.scripts import is_cjk, is_han
from digitize.load.leaves import leaves, open_leaf
from digitize.load.oldocr.records import record
from digitize.load.source import find
from digitize.model.document import regions
from digitize.model.reading import printed
from digitize.ocr.crops import cut
from digitize.ocr.engines import engine
from digitize.recipe import load
from digitize.score.characters import normal
from digitize.score.truth import from_pages, read_truth
from scripts.drawing import empty

ROOT = Path(__file__).parent.parent
IMAGES = (".png", ".jpg", ".jpeg", ".tif", ".tiff")
SAMPLE = ROOT / "samples/harbour-times/page-1.jpg"
SECONDS = 1800

RAPIDOCR = (
    "import sys; from rapidocr import RapidOCR; found = RapidOCR()(sys.argv[1]);"
    "open(sys.argv[2], 'w').write('\\n'.join(found.txts or ()))"
)


@dataclass(frozen=True)
class Sheet:
    """A page image and its lines; none when nothing is printed on it."""

    path: Path
    lines: tuple[str, ...]

    @property
    def name(self) -> str:
        """The end of its path."""
        return "/".join(self.path.parts[-3:])


@dataclass(frozen=True)
class Result:
    """What one program made of one page."""

    page: str
    program: str
    lat: float | None = None
    han: float | None = None
    lost: float | None = None  # English spaces
    added: float | None = None
    han_added: int = 0
    made: int = 0
    seconds: float = 0.0
    cpu: float = 0.0
    mebibytes: float = 0.0
    alone: float | None = None
    failed: str = ""


Command = Callable[[Path, Path, str], list[str]]


def _digitize(*more: str) -> Command:
    def command(page: Path, out: Path, _: str) -> list[str]:
        return [sys.executable, "-m", "digitize", "run", str(page), "-o", str(out), "-q", *more]

    return command


PROGRAMS: dict[str, Command] = {
    "digitize": _digitize(),
    "digitize-tesseract": _digitize("--set", "read.engine=tesseract"),
    "tesseract": lambda page, out, langs: ["tesseract", str(page), str(out / "out"), "-l", langs],
    "ocrmypdf": lambda page, out, langs: [
        sys.executable, "-m", "ocrmypdf", "-q", "--image-dpi", "200", "-l", langs,
        "--tesseract-timeout", str(SECONDS), "--sidecar", str(out / "out.txt"), str(page),
        str(out / "out.pdf"),
    ],
    "rapidocr": lambda page, out, _: [
        sys.executable, "-c", RAPIDOCR, str(page), str(out / "out.txt"),
    ],
}  # fmt: skip


def sheets(paths: Iterable[Path]) -> Iterator[Sheet]:
    """Yield the page images that `paths` name; folders are searched."""
    for path in paths:
        if path.is_dir():
            yield from sheets(sorted(path.iterdir()))
        elif path.suffix in IMAGES:
            yield Sheet(path, tuple(_lines(path)))


def _lines(page: Path) -> Iterator[str]:
    truth, xml = page.parent / "truth.json", page.with_suffix(".xml")
    if xml.is_file():
        opened = record("page")(xml, 0, name=xml.name, page_id="p0001", number=1)
        yield from (normal(one.text) for one in from_pages([opened.page]).lines)
    elif truth.is_file():
        number = int(re.findall(r"\d+", page.stem)[-1])
        yield from (normal(one.text) for one in read_truth(truth).lines if one.page == number)


def printed_in(lines: Iterable[str]) -> str:
    """Return what Tesseract calls the languages of a page."""
    text = " ".join(lines)
    if language(text) == "de":
        return "frk"
    han, latin = any(map(is_han, text)), any(map(str.isascii, text.replace(" ", "")))
    return "+".join(name for name, here in (("eng", latin or not han), ("chi_tra", han)) if here)


def run(program: str, sheet: Sheet, langs: str) -> tuple[str, Result]:
    """Run a program on a page; return what it read, and what that took."""
    with tempfile.TemporaryDirectory() as name:
        out = Path(name)
        command = PROGRAMS[program](sheet.path.resolve(), out, langs)
        start = time.perf_counter()
        with tempfile.TemporaryFile() as said:
            process = subprocess.Popen(command, stdout=said, stderr=said, cwd=ROOT)
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            said.seek(0)
            told = said.read().decode("utf-8", "replace")[-300:]
        cost = Result(
            sheet.name,
            program,
            seconds=time.perf_counter() - start,
            cpu=usage.ru_utime + usage.ru_stime,
            mebibytes=usage.ru_maxrss / 1024,
            failed=told if process.returncode else "",
        )
        return _said(out), cost


def _said(out: Path) -> str:
    """Return the text a program left in a folder, a line to a line."""
    documents = list(out.rglob("document.json"))
    if documents:
        found = regions(read_document(documents[0])).values()
        return "\n".join(printed(line) for region in found for line in region.lines)
    texts = list(out.glob("*.txt"))
    return texts[0].read_text("utf-8", "replace") if texts else ""


@dataclass
class Count:
    """Errors and characters of lines of one kind."""

    errors: int = 0
    length: int = 0
    lost: int = 0
    added: int = 0
    spaces: int = 0

    def share(self, errors: int, length: int) -> float | None:
        """Return errors in per cent, None where there is nothing to err in."""
        return 100 * errors / length if length else None


def judge(cost: Result, lines: Iterable[str], reading: str) -> Result:
    """Return the result with its figures."""
    text, latin, chinese = "\n".join(map(normal, reading.split("\n"))), Count(), Count()
    printed_lines = list(lines)
    if not printed_lines:
        return replace(cost, made=len("".join(text.split())))
    for line in printed_lines:
        han = 2 * sum(map(is_cjk, line)) > len(line.replace(" ", ""))
        found = [(face, _like(face, text)) for face in dict.fromkeys((line, line.upper()))]
        face, like = min(found, key=lambda pair: Levenshtein.distance(*pair))
        _count(chinese if han else latin, face, like, han=han)
    return replace(
        cost,
        lat=latin.share(latin.errors, latin.length),
        han=chinese.share(chinese.errors, chinese.length),
        lost=latin.share(latin.lost, latin.spaces),
        added=latin.share(latin.added, latin.spaces),
        han_added=chinese.added,
    )


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


def read(sheet: Sheet, programs: Iterable[str], langs: str) -> Iterator[Result]:
    """Yield what each program makes of a page."""
    for program in programs:
        if program == "tesseract" and not shutil.which("tesseract"):
            continue
        reading, cost = run(program, sheet, langs or printed_in(sheet.lines))
        one = judge(cost, sheet.lines, reading)
        yield replace(one, alone=alone(sheet)) if program == "digitize" else one


COLUMNS = (
    "lat",
    "han",
    "lost",
    "added",
    "han_added",
    "made",
    "seconds",
    "cpu",
    "mebibytes",
    "alone",
)
HEADS = ("lat", "han", "sp-", "sp+", "han+", "made", "s", "cpu", "MiB", "alone")


def table(results: Iterable[Result]) -> str:
    """Return results as a table."""
    rows = [f"{'page':36}{'program':20}" + "".join(f"{head:>8}" for head in HEADS)]
    for one in results:
        values = (getattr(one, column) for column in COLUMNS)
        cells = "".join(f"{'–' if value is None else format(value, '.2f'):>8}" for value in values)
        rows.append(f"{one.page[-35:]:36}{one.program:20}{cells} {one.failed[-80:]}")
    return "\n".join(rows)


GOALS = {
    "none": (0.2, 0.5), "medium": (0.5, 1.0), "heavy": (3.0, 5.0),
}  # fmt: skip
"""Per cent of errors in English and in Chinese, by how the page was damaged."""


def goals(results: list[Result]) -> Iterator[tuple[str, bool]]:
    """Yield each goal, and whether it is met."""
    own = [one for one in results if one.program == "digitize"]
    for damage, most in GOALS.items():
        pages = [one for one in own if f"/{damage}/" in one.page]
        for kind, limit in zip(("lat", "han"), most, strict=True):
            found = [value for one in pages if (value := getattr(one, kind)) is not None]
            if found:
                mean = sum(found) / len(found)
                yield f"{damage} {kind}: {mean:.2f} % of {limit} %", mean <= limit
    printed_pages = [one for one in own if one.lost is not None]
    if printed_pages:
        worst = max(max(one.lost or 0.0, one.added or 0.0) for one in printed_pages)
        yield f"English spaces lost or added: {worst:.2f} % of 0.1 %", worst <= 0.1
        added = sum(one.han_added for one in own)
        yield f"Chinese spaces added: {added}", not added
    yield f"characters made up: {sum(one.made for one in own)}", not sum(one.made for one in own)
    yield from _against(results, own)


def _against(results: list[Result], own: list[Result]) -> Iterator[tuple[str, bool]]:
    for one in own:
        others = [
            other
            for other in results
            if other.page == one.page and not other.program.startswith("digitize")
            and not other.failed
        ]  # fmt: skip
        for kind in ("lat", "han"):
            mine = getattr(one, kind)
            theirs = [value for other in others if (value := getattr(other, kind)) is not None]
            if theirs and mine is not None:
                said = f"{one.page} {kind}: {mine:.2f} % against {min(theirs):.2f} % of the best"
                yield said, mine <= min(theirs)
        for other, most in (("ocrmypdf", 1.0), ("rapidocr", 0.6)):
            for peer in (peer for peer in others if peer.program == other):
                share = one.seconds / peer.seconds
                yield f"{one.page}: {share:.2f} of the time of {other}", share <= most
        if one.alone:
            over = one.cpu / one.alone - 1
            yield f"{one.page}: {over:.0%} on top of the recogniser alone", over <= 0.25


def main() -> None:
    """Read the command line, run everything, print figures and goals."""
    parser = argparse.ArgumentParser(description="how well pages are read")
    parser.add_argument("paths", nargs="*", type=Path)
    parser.add_argument("--programs", default=",".join(PROGRAMS))
    parser.add_argument("--langs", default="", help="of tesseract and ocrmypdf")
    parser.add_argument("--json", type=Path, help="write the figures there too")
    given = parser.parse_args()
    results: list[Result] = []
    with tempfile.TemporaryDirectory() as folder:
        if not given.paths:
            empty.write(Path(folder), seed=1)
        for sheet in sheets(given.paths or [SAMPLE, Path(folder)]):
            for one in read(sheet, given.programs.split(","), given.langs):
                results.append(one)
                print(table([one]).split("\n")[1], file=sys.stderr)
    print(table(results))
    for goal, met in goals(results):
        print("met   " if met else "MISSED", goal)
    if given.json:
        rows = [asdict(one) for one in results]
        given.json.write_text(json.dumps(rows, ensure_ascii=False, indent=1))


if __name__ == "__main__":
    main()
