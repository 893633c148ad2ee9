"""PDF files, page by page: type as it is set, scans as they lie in the file, the rest drawn."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pypdfium2 as pdfium

from digitize.errors import InputError, PasswordError
from digitize.load import terms
from digitize.load.digest import digest
from digitize.load.images.tones import positive
from digitize.load.pdf import borndigital, raster
from digitize.load.pdf.borndigital import UnreadableText
from digitize.load.pdf.glance import COVERING, Glance, glance
from digitize.load.pdf.locked import unlocked
from digitize.model.page import Page, Scan
from digitize.stage import Pixels, Sheet

_STAMP = 500  # characters: less text over a full-page image is a library's stamp or a footer
_DRAWN = 300  # paths: so many beside little text are letters turned into outlines
_LITTLE = 100  # characters

PDFIUM_RAISES = (pdfium.PdfiumError, ValueError)  # ValueError: a page without a size


def frames(path: Path, where: str) -> Iterator[int]:
    """Yield the index of each page.

    Raises PasswordError when the file is encrypted, InputError when it is damaged or has no
    page, LimitError over too many pages.
    """
    with _opened(path, where) as document:
        count = len(document)
    terms.within("pages", count, where)
    if count == 0:
        raise InputError("it has no pages", where=where, hint="check the file")
    yield from range(count)


def load(path: Path, index: int, *, name: str, page_id: str, number: int) -> Sheet:
    """Return page `index`: lines when it was born digital, else pixels.

    Raises InputError when the page is damaged, LimitError when an image on it is too
    large, PasswordError when the file is encrypted.
    """
    where = f"{name}#{index + 1}"
    with _opened(path, where) as document, _page(document, index, where) as page:
        try:
            seen = glance(page)
            _within_budget(seen, where)
            return _sheet(_Place(path, index, name, page_id, number), page, seen)
        except PDFIUM_RAISES as error:
            raise InputError(
                f"the page is damaged ({error})", where=where, hint="repair or export it again"
            ) from error


def render(path: Path, index: int, dpi: float) -> Pixels:
    """Draw page `index` at `dpi`, for people to look at; raises as `load` does."""
    where = f"{path.name}#{index + 1}"
    with _opened(path, where) as document, _page(document, index, where) as page:
        try:
            return raster.rendered(page, dpi)[0]
        except PDFIUM_RAISES as error:
            raise InputError(f"the page is damaged ({error})", where=where) from error


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a page comes from and what it is called."""

    path: Path
    index: int
    name: str
    page_id: str
    number: int


def _sheet(place: _Place, page: pdfium.PdfPage, seen: Glance) -> Sheet:
    if not _is_type(seen):
        return _scan(place, page, seen)
    try:
        content = borndigital.content(unlocked(place.path), place.index, seen, place.page_id)
    except UnreadableText as reason:
        warning = f"text layer set aside: {reason}"
        return _scan(place, page, seen, (warning,))
    scan = Scan(
        path=place.name,
        sha256=digest(place.path),
        width=content.width,
        height=content.height,
        dpi=borndigital.DPI,
        index=place.index,
        kind="born-digital",
    )
    return Sheet(
        Page(id=place.page_id, number=place.number, scan=scan, regions=content.regions),
        note=f"born-digital text, boxes at {borndigital.DPI:.0f} dpi",
    )


def _is_type(seen: Glance) -> bool:
    if not seen.visible:
        return False
    if seen.cover >= COVERING:
        return seen.visible >= _STAMP
    return not (seen.visible < _LITTLE and seen.outlines >= _DRAWN)


def _scan(
    place: _Place, page: pdfium.PdfPage, seen: Glance, warnings: tuple[str, ...] = ()
) -> Sheet:
    taken = raster.embedded(page, seen) if not seen.visible else None
    pixels, dpi = taken or raster.rendered(page, raster.DPI)
    pixels, turned = positive(pixels)
    how = "embedded scan taken as it is" if taken else f"page drawn at {dpi:.0f} dpi"
    scan = Scan(
        path=place.name,
        sha256=digest(place.path),
        width=pixels.shape[1],
        height=pixels.shape[0],
        dpi=dpi,
        index=place.index,
        kind="scan",
    )
    page_ = Page(id=place.page_id, number=place.number, scan=scan, warnings=warnings + turned)
    return Sheet(page_, pixels, note=how)


@contextmanager
def _opened(path: Path, where: str) -> Iterator[pdfium.PdfDocument]:
    try:
        document = pdfium.PdfDocument(unlocked(path))
    except pdfium.PdfiumError as error:
        text = str(error).lower()
        if "password" in text or "security" in text:
            raise PasswordError(
                "the file is encrypted, and no password given opens it",
                where=where,
                hint="give it with --retry --password-file FILE",
            ) from error
        raise InputError(
            f"the PDF cannot be read ({error})", where=where, hint="repair or export it again"
        ) from error
    try:
        yield document
    finally:
        document.close()


@contextmanager
def _page(document: pdfium.PdfDocument, index: int, where: str) -> Iterator[pdfium.PdfPage]:
    try:
        page = document[index]
    except (pdfium.PdfiumError, IndexError) as error:
        raise InputError(
            f"the page cannot be read ({error})", where=where, hint="repair or export it again"
        ) from error
    try:
        yield page
    finally:
        page.close()


def _within_budget(seen: Glance, where: str) -> None:
    largest = max((width * height for width, height in seen.images), default=0)
    terms.within("pixels", largest, where)
