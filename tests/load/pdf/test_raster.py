from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from digitize.load.pdf.glance import glance
from digitize.load.pdf.raster import embedded, rendered

MakePdf = Callable[..., Path]


@contextmanager
def opened(path: Path) -> Iterator[pdfium.PdfPage]:
    document = pdfium.PdfDocument(path)
    try:
        yield document[0]
    finally:
        document.close()


def test_a_page_is_drawn_at_the_dpi_asked_for(make_pdf: MakePdf):
    """A page of 300 by 200 points at 72 dpi is 300 by 200 pixels, grey when it has no colour."""
    with opened(make_pdf("0 0 150 200 re f")) as page:
        pixels, dpi = rendered(page, 72)
    assert ((200, 300), 72.0) == (pixels.shape, dpi)
    assert (0, 255) == (pixels[100, 10], pixels[100, 290])


def test_colour_is_in_the_order_red_green_blue(make_pdf: MakePdf):
    """A red page is red, not blue."""
    with opened(make_pdf("1 0 0 rg 0 0 300 200 re f")) as page:
        pixels, _ = rendered(page, 72)
    assert [255, 0, 0] == pixels[100, 100].tolist()


@pytest.mark.parametrize(
    ("width", "height"), [(30, 20), (900, 200)], ids=["a texture", "pixels not square"]
)
def test_images_that_are_no_scan_are_not_taken(make_pdf: MakePdf, width: int, height: int):
    """An image too coarse for print, or with pixels that are not square, is not the page."""
    image = (width, height, bytes([200]) * (width * height))
    with opened(make_pdf("q 300 0 0 200 0 0 cm /Im Do Q", image=image)) as page:
        assert embedded(page, glance(page)) is None


def test_an_image_on_part_of_the_page_is_not_taken(make_pdf: MakePdf):
    """A photograph that leaves a margin is not the page."""
    image = (600, 400, bytes([200]) * 240_000)
    with opened(make_pdf("q 270 0 0 180 15 10 cm /Im Do Q", image=image)) as page:
        assert embedded(page, glance(page)) is None
