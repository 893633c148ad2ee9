"""An NDNP batch: what Chronicling America, Open ONI and chronam load, page by page.

NDNP knows no articles: the pages' text in columns, in inches, beside TIFF, JPEG 2000 and PDF.
The newspaper's LCCN and the number of the reel are not printed in it and have to be given.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import ClassVar

from PIL import Image, ImageOps

from digitize.errors import InputError
from digitize.formats import ndnp_mets
from digitize.formats.alto import Alto
from digitize.formats.format import File, Kept
from digitize.formats.membership import Membership
from digitize.formats.ndnp_mets import Leaf, Paper
from digitize.formats.pdf import Pdf
from digitize.formats.pdf_source import Source
from digitize.formats.scans import original
from digitize.model.document import Document
from digitize.model.page import Page, Scan

_UNIT = 1200  # to the inch, as the profile for OCR has it
_LENGTH = re.compile(r' (HPOS|VPOS|WIDTH|HEIGHT)="(\d+(?:\.\d+)?)"')
_SHAPED = re.compile(r'<Shape>.*?</Shape>\n?| BASELINE="[^"]*"', re.DOTALL)
_JPEG2000 = {"quality_mode": "rates", "quality_layers": [8], "irreversible": True}  # 8 : 1


@dataclass(frozen=True, slots=True)
class Ndnp:
    """A batch for Chronicling America, Open ONI and chronam: TIFF, JP2, PDF, ALTO, METS."""

    lccn: str = ""
    reel: str = ""
    awardee: str = "unknown"
    batch: str = ""  # the batch's own name; that of the issue when empty
    edition: int = 1  # of several on one day
    dpi: int = 300  # of scans that do not say how many dots they have to the inch

    name: ClassVar[str] = "ndnp"
    keeps: ClassVar[frozenset[Kept]] = frozenset({"reading", "boxes", "order", "issue"})

    def files(self, document: Document, scans: Path | None = None, /) -> Iterator[File]:
        """Yield the batch under ndnp/.

        Raises InputError without an LCCN, a reel or a date, InputMissingError without the scans.
        """
        if not self.lccn or not self.reel or not document.issue.date:
            raise InputError(
                "an NDNP batch needs the newspaper's LCCN, a reel number and the issue's date",
                where=document.id,
                hint="--set ndnp.lccn=sn83045462 --set ndnp.reel=00280654139",
            )
        plain = re.sub("[^a-z0-9]+", "", (self.batch or document.id).lower()) or "issue"
        paper = Paper(
            name=f"batch_{self.awardee}_{plain}_ver01",
            lccn=self.lccn,
            reel=self.reel,
            awardee=self.awardee,
            edition=self.edition,
        )
        day = f"{document.issue.date.replace('-', '')}{self.edition:02d}"
        inside = f"{self.lccn}/{self.reel}/{day}"
        home = f"ndnp/{paper.name}/data"
        leaves: list[Leaf] = []
        for page in document.pages:
            leaf, made = self._leaf(document, page, scans)
            leaves.append(leaf)
            yield from (File(f"{home}/{inside}/{name}", data) for name, data in made.items())
        mets = ndnp_mets.issue(paper, document, leaves)
        batch = ndnp_mets.batch(paper, document, f"{inside}/{day}_1.xml")
        for name, data in ((f"{inside}/{day}", mets), ("batch", batch)):
            yield File(f"{home}/{name}.xml", data)
            yield File(f"{home}/{name}_1.xml", data)  # the loaders look for the validated copy

    def _leaf(
        self, document: Document, page: Page, scans: Path | None
    ) -> tuple[Leaf, dict[str, bytes]]:
        dpi, number = page.scan.dpi or self.dpi, f"{page.number:04d}"
        image = _image(page.scan, original(page.scan, scans))
        alone = replace(document, pages=(page,), articles=())
        made = {
            f"{number}.tif": _saved(image, "TIFF", dpi=(dpi, dpi)),
            f"{number}.jp2": _saved(image, "JPEG2000", **_JPEG2000),
            f"{number}.pdf": next(iter(Pdf(dpi=self.dpi).files(alone, scans))).data,
            f"{number}.xml": in_inches(Alto("2.1").page(Membership(document), page), dpi),
        }
        return Leaf(page.number, image.width, image.height, dpi, made), made


def in_inches(alto: bytes, dpi: float) -> bytes:
    """Return an ALTO file with its lengths in 1200ths of an inch, and upright boxes only."""

    def length(found: re.Match[str]) -> str:
        return f' {found[1]}="{round(float(found[2]) * _UNIT / dpi)}"'

    text = _SHAPED.sub("", alto.decode())
    unit = "<MeasurementUnit>{}</MeasurementUnit>"
    text = text.replace(unit.format("pixel"), unit.format("inch1200"))
    return _LENGTH.sub(length, text).encode()


def _image(scan: Scan, data: bytes) -> Image.Image:
    """Return a scan's pixels, grey or colour, upright by its orientation tag."""
    if data.lstrip()[:5] == b"%PDF-":
        with closing(Source(data)) as source:
            return source.drawn(scan)
    try:
        with Image.open(io.BytesIO(data)) as image:
            image.seek(scan.index)
            upright = ImageOps.exif_transpose(image)
            return upright.convert("L" if upright.mode in ("1", "L", "LA") else "RGB")
    except (OSError, SyntaxError, ValueError, EOFError) as error:
        raise InputError(f"the scan cannot be decoded ({error})", where=scan.path) from error


def _saved(image: Image.Image, form: str, **how: object) -> bytes:
    stream = io.BytesIO()
    image.save(stream, format=form, **how)
    return stream.getvalue()
