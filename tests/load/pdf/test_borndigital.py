from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from digitize.load.pdf.borndigital import Content, UnreadableText, content
from digitize.load.pdf.glance import glance
from digitize.model.page import Role
from digitize.model.reading import printed

MakePdf = Callable[..., Path]


def read(path: Path, index: int = 0) -> Content:
    document = pdfium.PdfDocument(path)
    try:
        return content(path, index, glance(document[index]), "p0001")
    finally:
        document.close()


def texts(found: Content) -> list[str]:
    return [printed(line) for region in found.regions for line in region.lines]


def test_type_off_the_page_is_not_read(make_pdf: MakePdf):
    """Printers' marks outside the crop box are no print."""
    body = "BT /F1 10 Tf 40 100 Td (inside) Tj ET BT /F1 10 Tf 40 5 Td (slug 12) Tj ET"
    assert ["inside"] == texts(read(make_pdf(body, extra="/CropBox [0 20 300 200]")))


def test_ticks_and_backgrounds_are_no_rules(make_pdf: MakePdf):
    """Short strokes and a rectangle as large as the page are not separators."""
    body = "1 w 10 10 m 15 10 l S 0 0 300 200 re S BT /F1 10 Tf 40 100 Td (text) Tj ET"
    assert [Role.BODY] == [region.role for region in read(make_pdf(body)).regions]


def test_a_rule_between_columns_parts_lines(make_pdf: MakePdf):
    """Two pieces on one baseline with a printed rule between them are two lines."""
    pieces = "BT /F1 10 Tf 40 100 Td (left) Tj 20 0 Td (right) Tj ET"
    assert ["left right"] == texts(read(make_pdf(pieces)))
    rule = "0.5 w 57.5 50 m 57.5 150 l S"
    assert ["left", "right"] == texts(read(make_pdf(f"{pieces} {rule}")))


def test_ligatures_are_letters(make_pdf: MakePdf):
    """A ligature glyph is read as the letters it shows."""
    body = "BT /F2 10 Tf 40 100 Td (\xaene) Tj ET"  # 0xAE is fi in the standard encoding
    assert ["fine"] == texts(read(make_pdf(body)))


def test_a_page_that_cannot_be_found_is_told(make_pdf: MakePdf):
    """When the two PDF readers do not agree on the page, its text is not trusted."""
    path = make_pdf("BT /F1 10 Tf 40 100 Td (one) Tj ET")
    document = pdfium.PdfDocument(path)
    seen = glance(document[0])
    document.close()
    with pytest.raises(UnreadableText, match="cannot be found"):
        content(path, 7, seen, "p0008")


def test_a_light_ground_has_four_sides(make_pdf: MakePdf):
    """A box may be parted by its tint alone; dark bars and grounds of a line's height are none."""
    text = "BT /F1 10 Tf 40 100 Td (text) Tj ET"
    tint = f"0.9 g 20 60 200 80 re f 0 g {text}"
    roles = [region.role for region in read(make_pdf(tint)).regions]
    assert 4 == roles.count(Role.SEPARATOR)
    for ground in ("0.1 g 20 60 200 80 re f", "0.9 g 20 95 200 14 re f", "1 g 20 60 200 80 re f"):
        roles = [region.role for region in read(make_pdf(f"{ground} 0 g {text}")).regions]
        assert 0 == roles.count(Role.SEPARATOR)


def test_a_dark_ground_with_lighter_text_has_four_sides(make_pdf: MakePdf):
    """An advert in white on black is a box; a headline in white is none."""
    ground = "0.1 g 20 60 200 80 re f 1 g"
    body = "0 g BT /F1 10 Tf 40 200 Td (much more text than that) Tj ET"
    for size, sides in ((10, 4), (30, 0)):
        text = f"BT /F1 {size} Tf 40 100 Td (Rooms to let) Tj ET"
        roles = [region.role for region in read(make_pdf(f"{ground} {text} {body}")).regions]
        assert sides == roles.count(Role.SEPARATOR)


def _dashes(step: int) -> str:
    """Draw a row of filled dashes, 6 points long and half a point thick."""
    return " ".join(f"{x} 120 6 0.5 re" for x in range(20, 220, step)) + " f"


def test_a_frame_with_round_corners_has_four_sides(make_pdf: MakePdf):
    """A path that runs straight along a box and rounds its corners closes it; a ring does not."""
    text = "BT /F1 10 Tf 60 100 Td (text) Tj ET"
    frame = (
        "20 70 m 20 150 l 20 155 25 160 30 160 c 210 160 l 215 160 220 155 220 150 c "
        "220 70 l 220 65 215 60 210 60 c 30 60 l 25 60 20 65 20 70 c s"
    )
    ring = (
        "20 110 m 20 140 70 160 120 160 c 170 160 220 140 220 110 c "
        "220 80 170 60 120 60 c 70 60 20 80 20 110 c s"
    )
    for path, sides in ((frame, 4), (ring, 0)):
        found = [region.role for region in read(make_pdf(f"{path} {text}")).regions]
        assert sides == found.count(Role.SEPARATOR)


def test_a_row_of_dashes_is_a_rule(make_pdf: MakePdf):
    """Marks in a row, one like the other, are one rule; marks far apart are none."""
    text = "BT /F1 10 Tf 40 100 Td (text) Tj ET"
    for step, rules in ((10, 1), (40, 0)):
        found = [region.role for region in read(make_pdf(f"{_dashes(step)} {text}")).regions]
        assert rules == found.count(Role.SEPARATOR)
