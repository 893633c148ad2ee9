"""What a room must look like: stages that take a sheet or a document and give a new one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar, Literal, Protocol, TypeAlias

from digitize.model.document import Document
from digitize.model.geometry import IDENTITY, Box, Frame, quarter
from digitize.model.page import Line, Page, Region, Scan, Word

if TYPE_CHECKING:  # commands start without NumPy: they hand pages to other processes
    import numpy as np
    import numpy.typing as npt

Pixels: TypeAlias = "npt.NDArray[np.uint8]"
"""Grey, shape (height, width), or RGB, shape (height, width, 3); 255 is white paper."""

Fact = Literal[
    "pixels", "separators", "pictures", "lines", "words", "regions", "order", "roles",
    "paragraphs", "stories", "articles", "issue", "norms",
]  # fmt: skip
"""What a stage can need or give; the pipeline checks the chain before the first page."""


@dataclass(frozen=True, slots=True)
class Ink:
    """A page in black and white, perhaps in another size.

    `mask` is 255 where there is ink, `flat` the same in grey on white paper; one of their
    pixels is `step` pixels of the working image;
    `glyph` is the height of the most frequent glyphs in mask pixels (an x-height, or the
    height of the characters on a Chinese page); 0.0 on a page without any. `blobs` has a row
    for the paper and one for everything in `mask` that touches: x, y, width, height, area.
    `black` are the boxes that were printed in white on black; in `mask` their letters are ink.
    """

    mask: Pixels
    flat: Pixels
    step: float
    glyph: float
    blobs: npt.NDArray[np.int32]
    black: tuple[Box, ...] = ()


@dataclass(frozen=True, slots=True)
class Rough:
    """A page as seen from afar: `ink` is 255 where there is ink, `scale` of the page's pixels.

    `glyph` is the smaller measure of its most frequent letters in pixels of `ink`; 0: there are
    none. A row (x, y, width, height) for each is what looks like lines that are `level`, and like
    such on end, as if they lay level.
    """

    ink: Pixels
    scale: float
    glyph: int
    level: npt.NDArray[np.int64]
    upright: npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page on the bench.

    While it lies there, every box of `page` is in pixels of the working image `pixels`, which
    may have been turned upright. `home` brings them back to page pixels, once, at the end.
    """

    page: Page
    pixels: Pixels | None = None  # None: born-digital text or flat text, nothing to look at
    frame: Frame = IDENTITY  # the way back from working pixels to page pixels
    note: str = ""  # what the last stage found or measured; the pipeline moves it to the Step
    ink: Ink | None = None  # of `pixels`, once a stage has looked
    rough: Rough | None = None  # the same

    def showing(self, pixels: Pixels) -> Sheet:
        """Return the sheet with other pixels; what was seen in the old ones is forgotten."""
        return replace(self, pixels=pixels, ink=None, rough=None)


class PageStage(Protocol):
    """Works on one page, knows nothing of the others; may run in any process.

    A stage is a frozen dataclass whose fields are its options; it is pickled to workers, so it
    holds no open files, sessions or caches.
    """

    name: ClassVar[str]
    needs: ClassVar[frozenset[Fact]]
    gives: ClassVar[frozenset[Fact]]

    def __call__(self, sheet: Sheet, /) -> Sheet:
        """Return the sheet with what this stage adds."""
        ...


class DocumentStage(Protocol):
    """Works on the whole document, once all pages are home. Text and boxes only, no pixels."""

    name: ClassVar[str]
    needs: ClassVar[frozenset[Fact]]
    gives: ClassVar[frozenset[Fact]]

    def __call__(self, document: Document, /) -> Document:
        """Return the document with what this stage adds."""
        ...


def home(sheet: Sheet) -> Page:
    """Return the sheet's page with every box and point in page pixels, none outside the page."""
    if sheet.frame == IDENTITY:
        return sheet.page
    return _moved(sheet.page, sheet.frame, _swapped(sheet.page.scan))


def upright(page: Page) -> Page:
    """Return a page that lies in its scan by quarter turns with its boxes as if it stood."""
    if not page.scan.turned:
        return page
    scan = _swapped(page.scan)
    return _moved(page, quarter(-page.scan.turned // 90, scan.width, scan.height), scan)


def lying(page: Page) -> Page:
    """Return an upright page with its boxes where they lie in the scan: undoes `upright`."""
    if not page.scan.turned:
        return page
    scan = _swapped(page.scan)
    return _moved(page, quarter(page.scan.turned // 90, scan.width, scan.height), scan)


def _swapped(scan: Scan) -> Scan:
    """Return a scan with the measures it has after the turn it needs, or had before it."""
    if scan.turned % 180 == 0:
        return scan
    return replace(scan, width=scan.height, height=scan.width)


def _moved(page: Page, frame: Frame, scan: Scan) -> Page:
    """Return the page, its boxes and points mapped by `frame` into `scan`."""

    def box(item: Box) -> Box:
        x0, y0, x1, y1 = frame.box(item)
        return Box(max(0, x0), max(0, y0), min(scan.width, x1), min(scan.height, y1))

    def word(item: Word) -> Word:
        return replace(item, box=box(item.box))

    def line(item: Line) -> Line:
        return replace(
            item,
            box=box(item.box),
            words=tuple(map(word, item.words)),
            baseline=tuple(map(frame.point, item.baseline)),
        )

    def region(item: Region) -> Region:
        return replace(
            item,
            box=box(item.box),
            lines=tuple(map(line, item.lines)),
            outline=tuple(map(frame.point, item.outline)),
        )

    return replace(page, scan=scan, regions=tuple(map(region, page.regions)))
