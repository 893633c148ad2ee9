"""issue.pdf: the scans as they are, every word searchable under them; PDF/A-2u."""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import ClassVar

import pikepdf
from pikepdf import Array, Dictionary, Name, OutlineItem, String

from digitize import __version__
from digitize.errors import InputError
from digitize.formats import pdf_scan, pdf_text
from digitize.formats.format import File, Kept
from digitize.formats.jsonl import label
from digitize.formats.pdf_scan import UPRIGHT, Picture
from digitize.formats.pdf_source import Source
from digitize.formats.record import Record, records
from digitize.formats.scans import original
from digitize.model.document import Document
from digitize.model.page import Page, Scan
from digitize.stage import upright

_POINTS = 72  # to the inch
_SIDES = (3.0, 14_400.0)  # points: what a PDF's page may measure, PDF 32000-1, annex C
_QUARTERS = {0: 1, 90: 6, 180: 3, 270: 8}  # degrees clockwise as an orientation tag
_BLANK = (595.0, 842.0)  # points: A4, for a page that could not be read


@dataclass(frozen=True, slots=True)
class Pdf:
    """The scans with their text, invisible, as it is read: for people, and for any search."""

    dpi: int = 300  # of scans that do not say how many dots they have to the inch

    name: ClassVar[str] = "pdf"
    keeps: ClassVar[frozenset[Kept]] = frozenset({"reading", "boxes", "order", "languages"})
    file: ClassVar[str] = "issue.pdf"

    def files(self, document: Document, scans: Path | None = None, /) -> Iterator[File]:
        """Yield the one file.

        Raises InputMissingError when a scan is not there, InputError when no page is a picture.
        """
        if not any(_is_picture(page) for page in document.pages):
            raise InputError(
                "there is no scan to lay text under",
                where=document.id,
                hint="flat text can be written as markdown, text or jsonl",
            )
        with ExitStack() as held:
            pdf = held.enter_context(pikepdf.new())
            self._pages(pdf, document, _Scans(scans, held))
            _describe(pdf, document)
            _outline(pdf, document, self.dpi)
            stream = io.BytesIO()
            pdf.save(
                stream,
                min_version="1.7",
                deterministic_id=True,
                linearize=True,
                object_stream_mode=pikepdf.ObjectStreamMode.disable,
                stream_decode_level=pikepdf.StreamDecodeLevel.none,
            )
        yield File(self.file, stream.getvalue())

    def _pages(self, pdf: pikepdf.Pdf, document: Document, scans: _Scans) -> None:
        characters = pdf_text.Characters()
        for page in document.pages:
            picture = scans.picture(pdf, page.scan) if _is_picture(page) else None
            stands, scale = upright(page), _scale(page.scan, self.dpi)
            text = pdf_text.layer(stands, scale, characters) if picture else b""
            pdf.pages.append(_leaf(pdf, stands.scan, scale, picture, text))
        fonts = characters.fonts(pdf)
        for leaf in pdf.pages:
            leaf.obj.Resources.Font = fonts


class _Scans:
    """The files of the archive, each read once and held until the PDF is saved."""

    def __init__(self, folder: Path | None, held: ExitStack) -> None:
        self._folder, self._held = folder, held
        self._pdfs: dict[str, Source] = {}

    def picture(self, pdf: pikepdf.Pdf, scan: Scan) -> Picture:
        """Return the scan as images of `pdf`."""
        if scan.path not in self._pdfs:
            data = original(scan, self._folder)
            if data.lstrip()[:5] != b"%PDF-":
                return pdf_scan.of_image(pdf, scan, data)
            self._pdfs[scan.path] = self._held.enter_context(closing(Source(data)))
        return pdf_scan.of_pdf(pdf, scan, self._pdfs[scan.path])


def _is_picture(page: Page) -> bool:
    return page.scan.unit == "pixel" and page.scan.width > 0 and page.scan.height > 0


def _scale(scan: Scan, dpi: float) -> float:
    """Return points per pixel, within what the sides of a page may measure."""
    scale = _POINTS / (scan.dpi or dpi)
    longest = max(scan.width, scan.height, 1)
    return min(scale, _SIDES[1] / longest)


def _leaf(
    pdf: pikepdf.Pdf, scan: Scan, scale: float, picture: Picture | None, text: bytes
) -> pikepdf.Page:
    width, height = (scan.width * scale, scan.height * scale) if picture else _BLANK
    strips = picture.strips if picture else ()
    rows = [f"q {width:.4f} 0 0 {height:.4f} 0 0 cm"]
    if picture:
        turns = (UPRIGHT[_QUARTERS[scan.turned % 360]], picture.matrix)
        rows += [" ".join(f"{value:g}" for value in matrix) + " cm" for matrix in turns]
    for number, strip in enumerate(strips):
        tall = strip.bottom - strip.top
        rows.append(f"q 1 0 0 {tall:.8f} 0 {1 - strip.bottom:.8f} cm /Im{number} Do Q")
    rows.append("Q")
    page = Dictionary(
        Type=Name.Page,
        MediaBox=Array([0, 0, round(max(width, _SIDES[0]), 4), round(max(height, _SIDES[0]), 4)]),
        Resources=Dictionary(
            XObject=Dictionary({f"/Im{place}": strip.image for place, strip in enumerate(strips)})
        ),
        Contents=pdf.make_stream("\n".join(rows).encode("ascii") + b"\n" + text),
    )
    return pikepdf.Page(pdf.make_indirect(page))


def _describe(pdf: pikepdf.Pdf, document: Document) -> None:
    """Say what the file is: PDF/A-2u, the issue's title, its languages, its pages' labels."""
    issue, found = document.issue, records(document)
    title = " ".join(part for part in (issue.title or document.id, issue.date) if part)
    tongues = _languages(found) or ([issue.title_lang] if issue.title_lang else [])
    profile = (files("digitize.formats") / "embedded/srgb.icc").read_bytes()
    root = pdf.Root
    root.OutputIntents = Array(
        [
            Dictionary(
                Type=Name.OutputIntent,
                S=Name("/GTS_PDFA1"),
                OutputConditionIdentifier=String("sRGB"),
                DestOutputProfile=pdf.make_stream(profile, N=3),
            )
        ]
    )
    root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    labels: list[object] = []
    for place, page in enumerate(document.pages):
        labels += [place, Dictionary(P=String(pdf_text.plain(label(page))))]
    root.PageLabels = Dictionary(Nums=Array(labels))
    if tongues:
        root.Lang = String(tongues[0])
    with pdf.open_metadata(set_pikepdf_as_editor=False) as facts:
        facts["pdfaid:part"], facts["pdfaid:conformance"] = "2", "U"
        facts["dc:title"] = pdf_text.plain(title)
        facts["xmp:CreatorTool"] = f"digitize {__version__}"
        if tongues:
            facts["dc:language"] = set(tongues)
        if issue.date:
            facts["dc:date"] = [issue.date]


def _languages(found: tuple[Record, ...]) -> list[str]:
    """Return the languages of the articles, that of the most text first."""
    counts: Counter[str] = Counter()
    for record in found:
        if record.lang:
            counts[record.lang] += len(record.text)
    return sorted(counts, key=lambda tag: (-counts[tag], tag))


def _outline(pdf: pikepdf.Pdf, document: Document, dpi: float) -> None:
    """Give the file a table of contents: each page, and under it the articles it begins."""
    leaves = tuple(map(upright, document.pages))
    known = {region.id: region for page in leaves for region in page.regions}
    pages = {region.id: place for place, page in enumerate(document.pages)
             for region in page.regions}  # fmt: skip
    begun: dict[int, list[OutlineItem]] = {}
    for record in records(document):
        first = record.article.parts[0]
        place = pages[first]
        scan = leaves[place].scan
        if record.headline and _is_picture(leaves[place]):
            scale, box = _scale(scan, dpi), known[first].box
            left, top = box.x0 * scale, (scan.height - box.y0) * scale
            spot = Array([pdf.pages[place].obj, Name.XYZ, round(left, 2), round(top, 2), 0])
            begun.setdefault(place, []).append(OutlineItem(pdf_text.plain(record.headline), spot))
    with pdf.open_outline() as contents:
        for place, page in enumerate(document.pages):
            item = OutlineItem(pdf_text.plain(label(page)), place, "Fit")
            item.children.extend(begun.get(place, ()))
            contents.root.append(item)
