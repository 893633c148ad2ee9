"""Programs that read a whole page, each run as its makers mean it, and what a run of one takes."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from digitize.formats.document import read as read_document
from digitize.model.document import regions
from digitize.model.reading import printed

ROOT = Path(__file__).parent.parent
_LOOK = 0.1  # seconds between two looks at a program's memory
_PAGE = os.sysconf("SC_PAGE_SIZE")

_RAPIDOCR = (
    "import sys; from rapidocr import RapidOCR; found = RapidOCR()(sys.argv[1]);"
    "open(sys.argv[2], 'w').write('\\n'.join(found.txts or ()))"
)

Command = Callable[[Path, Path, str], list[str]]
"""Of a page, a folder for what is read, and what Tesseract calls the page's languages."""


@dataclass(frozen=True)
class Cost:
    """What a program took."""

    seconds: float
    cpu: float
    mebibytes: float  # of all its processes at one time
    failed: str = ""  # what it said, or that it gave up


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
        "--tesseract-timeout", "3600", "--sidecar", str(out / "out.txt"), str(page),
        str(out / "out.pdf"),
    ],
    "rapidocr": lambda page, out, _: [
        sys.executable, "-c", _RAPIDOCR, str(page), str(out / "out.txt"),
    ],
}  # fmt: skip


def missing(program: str) -> str:
    """Return what a program lacks here, "" when it can run."""
    modules = [name for name in (program,) if name in ("ocrmypdf", "rapidocr")]
    tools = [] if program in ("digitize", "rapidocr") else ["tesseract"]
    lacking = [name for name in modules if not find_spec(name)]
    return ", ".join(lacking + [name for name in tools if not shutil.which(name)])


def run(program: str, page: Path, langs: str, limit: float) -> tuple[str, Cost]:
    """Run a program on a page, `limit` seconds at most; return what it read, and what that took."""
    with tempfile.TemporaryDirectory() as name, tempfile.TemporaryFile() as said:
        out = Path(name)
        command = PROGRAMS[program](page.resolve(), out, langs)
        start = time.perf_counter()
        process = subprocess.Popen(
            command, stdout=said, stderr=said, cwd=ROOT, start_new_session=True
        )
        peak = 0.0
        while not (ended := os.wait4(process.pid, os.WNOHANG))[0]:
            peak = max(peak, _memory(process.pid))
            if time.perf_counter() - start > limit:
                os.killpg(process.pid, signal.SIGKILL)
                ended = os.wait4(process.pid, 0)
                break
            time.sleep(_LOOK)
        seconds, (_, status, usage) = time.perf_counter() - start, ended
        process.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        told = said.read().decode("utf-8", "replace")[-300:]
        failed = f"gave up after {limit:.0f} s" if seconds > limit else told
        cost = Cost(
            seconds, usage.ru_utime + usage.ru_stime, peak, failed if process.returncode else ""
        )
        return _said(out), cost


def _memory(root: int) -> float:
    """Return the mebibytes that a process holds now, with all that it has started."""
    held: dict[int, int] = {}
    parents: dict[int, int] = {}
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError, IndexError):
            parent = (folder / "stat").read_text().rpartition(")")[2].split()[1]
            pages = (folder / "statm").read_text().split()[1]
            parents[int(folder.name)], held[int(folder.name)] = int(parent), int(pages) * _PAGE
    family = {root}
    while more := {one for one, parent in parents.items() if parent in family} - family:
        family |= more
    return sum(held.get(one, 0) for one in family) / (1 << 20)


def _said(out: Path) -> str:
    """Return the text a program left in a folder, a line to a line."""
    documents = list(out.rglob("document.json"))
    if documents:
        found = regions(read_document(documents[0])).values()
        return "\n".join(printed(line) for region in found for line in region.lines)
    texts = list(out.glob("*.txt"))
    return texts[0].read_text("utf-8", "replace") if texts else ""
