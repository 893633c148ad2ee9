"""Writes what is known of pages the way old OCR has it: lines with boxes, or text, and no image.

Boxes come as ALTO, hOCR, PAGE or TSV with one block for the page, its lines from the top down
whatever column they stand in; "alto-over" has lines that run over the gutters. Text comes in
reading order ("text"), in rows across the columns ("across"), or in columns side by side
("beside"). What begins with "tesseract" or "pdftotext" is those programs' own reading.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from digitize.model.geometry import Box, union
from digitize.score.truth import Leaf, Printed, Truth
from scripts import oracle, typeset

_SECONDS = 600
_LANGS = "eng+chi_tra"
_LEVEL = 0.6  # of the lower line's height that lines share which stand side by side
_NEAR = 4.0  # heights; text further apart is no line, not even to a poor engine

Placed = tuple[str, Box]


def write(way: str, truth: Truth, pages: Sequence[Path], folder: Path) -> list[Path]:
    """Write the pages in one of the `WAYS` into a folder; return the files."""
    if way.startswith(("tesseract", "pdftotext")):
        return [_told(way, page, folder) for page in pages if _can(way, page)]
    if way == "text":
        text, _ = typeset.flat(truth.lines, "spaced")
        return [_put(folder / "text.txt", text)]
    form, suffix = _FORMS[way]
    found = []
    for number, leaf in enumerate(truth.pages, 1):
        lines = sorted(
            (line for line in truth.lines if line.page == number),
            key=lambda line: (line.box.y0, line.box.x0),
        )
        found.append(_put(folder / f"page-{number:03d}{suffix}", form(lines, leaf)))
    return found


def _put(path: Path, text: str) -> Path:
    path.write_text(text, "utf-8")
    return path


def _can(way: str, page: Path) -> bool:
    pdf = page.suffix == ".pdf"
    return pdf == way.startswith("pdftotext") and shutil.which(way.partition("-")[0]) is not None


def _told(way: str, page: Path, folder: Path) -> Path:
    """Return what another program says of a page; what it has once said is kept beside it."""
    program, _, form = way.partition("-")
    suffix = {"hocr": ".hocr", "alto": ".xml", "tsv": ".tsv"}.get(form, ".txt")
    kept = page.with_name(f".{page.stem}.{way}{suffix}")
    if not kept.is_file():
        command = [program, str(page), "-", "-l", _LANGS, form or "txt"]
        if program == "pdftotext":
            command = [program, *(["-layout"] if form else []), str(page), "-"]
        done = subprocess.run(command, capture_output=True, check=True, timeout=_SECONDS)
        kept.write_bytes(done.stdout)
    return Path(shutil.copy(kept, folder / f"{page.stem}{suffix}"))


def words(line: Printed) -> Iterator[Placed]:
    """Yield the words of a line with their boxes."""
    edges = (line.box.y0 if line.vertical else line.box.x0, *(line.edges or oracle.even(line)))
    at = 0
    for word in line.text.split():
        at = line.text.index(word, at)
        start, end = edges[at], max(edges[at + len(word)], edges[at] + 1)
        x0, y0, x1, y1 = line.box
        yield word, Box(x0, start, x1, end) if line.vertical else Box(start, y0, end, y1)
        at += len(word)


def _rows(lines: Sequence[Printed], near: float) -> list[list[Placed]]:
    """Return the words of rows: lines that stand level are one where they are near enough."""
    rows: list[list[Placed]] = []
    level: list[list[Placed]] = []
    for line in lines:
        found = list(words(line))
        home = None
        if not line.vertical:
            home = next((row for row in level[-30:] if _beside(row, line, near)), None)
        if home is None:
            rows.append(found)
            level += [] if line.vertical else [found]
        else:
            home += found
    return [sorted(row, key=lambda one: one[1].x0) for row in rows]


def _beside(row: Sequence[Placed], line: Printed, near: float) -> bool:
    boxes = [box for _, box in row]
    low = min(box.height for box in (*boxes, line.box))
    level = all(box.overlap_y(line.box) >= _LEVEL * low for box in boxes)
    apart = min(max(box.x0 - line.box.x1, line.box.x0 - box.x1) for box in boxes)
    return level and 0 <= apart <= near * low


def _alto(lines: Sequence[Printed], leaf: Leaf) -> str:
    return _alto_of([list(words(line)) for line in lines], leaf)


def _alto_over(lines: Sequence[Printed], leaf: Leaf) -> str:
    return _alto_of(_rows(lines, _NEAR), leaf)


def _alto_of(rows: Sequence[Sequence[Placed]], leaf: Leaf) -> str:
    held = "".join(
        f"<TextLine {_place(union(box for _, box in row))}>"
        + "".join(f"<String CONTENT={quoteattr(text)} {_place(box)}/>" for text, box in row)
        + "</TextLine>"
        for row in rows
    )
    return (
        "<alto xmlns='http://www.loc.gov/standards/alto/ns-v3#'>"
        "<Description><MeasurementUnit>pixel</MeasurementUnit></Description>"
        f"<Layout><Page ID='P1' WIDTH='{leaf.width}' HEIGHT='{leaf.height}'><PrintSpace>"
        f"<TextBlock ID='B1' HPOS='0' VPOS='0' WIDTH='{leaf.width}' HEIGHT='{leaf.height}'>{held}"
        "</TextBlock></PrintSpace></Page></Layout></alto>"
    )


def _place(box: Box) -> str:
    return f"HPOS='{box.x0}' VPOS='{box.y0}' WIDTH='{box.width}' HEIGHT='{box.height}'"


def _hocr(lines: Sequence[Printed], leaf: Leaf) -> str:
    held = "".join(
        f"<span class='ocr_line' title='bbox {_four(line.box)}'>"
        + " ".join(
            f"<span class='ocrx_word' title='bbox {_four(box)}'>{escape(text)}</span>"
            for text, box in words(line)
        )
        + "</span>"
        for line in lines
    )
    return (
        "<html><head><meta name='ocr-system' content='old'/></head><body>"
        f"<div class='ocr_page' title='bbox 0 0 {leaf.width} {leaf.height}'>{held}"
        "</div></body></html>"
    )


def _four(box: Box) -> str:
    return " ".join(map(str, box))


def _page(lines: Sequence[Printed], leaf: Leaf) -> str:
    """Return PAGE with lines and no words, as programs for handwriting write it."""
    held = "".join(
        f"<TextLine id='l{number}'><Coords points='{_ring(line.box)}'/>"
        f"<TextEquiv><Unicode>{escape(line.text)}</Unicode></TextEquiv></TextLine>"
        for number, line in enumerate(lines)
    )
    return (
        "<PcGts xmlns='http://schema.primaresearch.org/PAGE/gts/pagecontent/2013-07-15'>"
        f"<Page imageFilename='p.png' imageWidth='{leaf.width}' imageHeight='{leaf.height}'>"
        f"<TextRegion id='r1'><Coords points='{_ring(Box(0, 0, leaf.width, leaf.height))}'/>"
        f"{held}</TextRegion></Page></PcGts>"
    )


def _ring(box: Box) -> str:
    x0, y0, x1, y1 = box
    return f"{x0},{y0} {x1},{y0} {x1},{y1} {x0},{y1}"


def _tsv(lines: Sequence[Printed], leaf: Leaf) -> str:
    rows = [f"1\t1\t0\t0\t0\t0\t0\t0\t{leaf.width}\t{leaf.height}\t-1\t"]
    for number, line in enumerate(lines, 1):
        for place, (text, (x0, y0, x1, y1)) in enumerate(words(line), 1):
            rows.append(
                f"5\t1\t1\t1\t{number}\t{place}\t{x0}\t{y0}\t{x1 - x0}\t{y1 - y0}\t90\t{text}"
            )
    head = "level page_num block_num par_num line_num word_num left top width height conf text"
    return "\n".join([head.replace(" ", "\t"), *rows]) + "\n"


def _across(lines: Sequence[Printed], leaf: Leaf) -> str:  # noqa: ARG001
    return "\n".join(" ".join(text for text, _ in row) for row in _rows(lines, 1e9)) + "\n"


def _beside_text(lines: Sequence[Printed], leaf: Leaf) -> str:  # noqa: ARG001
    """Return rows with the white between the columns kept, in cells of the narrowest print."""
    pitches = sorted(line.box.width / max(1, typeset.cells(line.text)) for line in lines)
    pitch = max(1.0, pitches[len(pitches) // 4]) if pitches else 1.0
    rows = []
    for row in _rows(lines, 1e9):
        text = ""
        for (word, box), before in zip(row, [None, *(box for _, box in row)], strict=False):
            gap = round(box.x0 / pitch) - typeset.cells(text)
            near = before is not None and box.x0 - before.x1 <= 2 * pitch
            text += " " * (1 if near else max(gap, 2 if text else 0)) + word
        rows.append(text)
    return "\n".join(rows) + "\n"


_FORMS: dict[str, tuple[Callable[[Sequence[Printed], Leaf], str], str]] = {
    "alto": (_alto, ".xml"),
    "alto-over": (_alto_over, ".xml"),
    "hocr": (_hocr, ".hocr"),
    "page": (_page, ".xml"),
    "tsv": (_tsv, ".tsv"),
    "across": (_across, ".txt"),
    "beside": (_beside_text, ".txt"),
}
WAYS = (
    *_FORMS, "text", "tesseract-hocr", "tesseract-alto", "tesseract-tsv", "tesseract",
    "pdftotext", "pdftotext-layout",
)  # fmt: skip
