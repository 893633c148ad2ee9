from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from digitize.load.pdf.glance import Glance, displayed, glance

MakePdf = Callable[..., Path]
GREY = (2, 2, bytes([0, 255, 255, 0]))


def look(path: Path) -> Glance:
    document = pdfium.PdfDocument(path)
    try:
        return glance(document[0])
    finally:
        document.close()


def test_what_shows_is_counted_without_spaces(make_pdf: MakePdf):
    """Eleven letters and a space are eleven characters that show; nothing hides."""
    seen = look(make_pdf("BT /F1 20 Tf 40 150 Td (Hello specim) Tj ET"))
    assert (11, frozenset()) == (seen.visible, seen.hidden)


@pytest.mark.parametrize(
    "content",
    [
        "BT 3 Tr /F1 20 Tf 40 150 Td (A) Tj ET",
        "BT 7 Tr /F1 20 Tf 40 150 Td (A) Tj ET",
        "BT /F1 20 Tf 40 150 Td (A) Tj ET q 300 0 0 200 0 0 cm /Im Do Q",
    ],
    ids=["invisible", "clip only", "covered"],
)
def test_what_hides_is_listed_where_it_stands(make_pdf: MakePdf, content: str):
    """Text that is invisible, a clip, or under a full-page image is listed by its origin."""
    seen = look(make_pdf(content, image=GREY))
    assert (0, {("A", 40, 50)}) == (seen.visible, set(seen.hidden))


def test_text_over_an_image_shows(make_pdf: MakePdf):
    """A caption printed on a full-page picture shows."""
    content = "q 300 0 0 200 0 0 cm /Im Do Q BT /F1 20 Tf 40 150 Td (A) Tj ET"
    assert 1 == look(make_pdf(content, image=GREY)).visible


def test_strips_of_one_scan_add_up(make_pdf: MakePdf):
    """Two images over half the page each cover all of it, and there is no lone image."""
    content = "q 300 0 0 100 0 0 cm /Im Do Q q 300 0 0 100 0 100 cm /Im Do Q"
    seen = look(make_pdf(content, image=GREY))
    assert (1.0, None) == (seen.cover, seen.lone)


@pytest.mark.parametrize(
    ("turn", "expected"), [(0, (10, 180)), (1, (20, 10)), (2, (290, 20)), (3, (180, 290))]
)
def test_points_turn_with_the_page(turn: int, expected: tuple[float, float]):
    """A point near the lower left goes where the viewer's quarter turns take it."""
    assert expected == displayed(10, 20, (0, 0, 300, 200), turn)
