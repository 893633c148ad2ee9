from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw

from digitize.errors import InputError, LimitError, PasswordError
from digitize.load import terms
from digitize.load.pdf import pdfs
from digitize.model.page import Line, Role
from digitize.model.reading import printed
from digitize.stage import Sheet

MakePdf = Callable[..., Path]

HELLO = "BT /F1 20 Tf 40 150 Td (Hello specimen page) Tj ET"
COVER = "q 300 0 0 200 0 0 cm /Im Do Q"


def load(path: Path, index: int = 0) -> Sheet:
    return pdfs.load(path, index, name=path.name, page_id="p0001", number=1)


def lines(sheet: Sheet) -> list[Line]:
    return [line for region in sheet.page.regions for line in region.lines]


def scan() -> tuple[int, int, bytes]:
    """Return a scan of 600 x 400 pixels, darker at the left, with a black block at the top."""
    image = Image.new("L", (600, 400), 230)
    ImageDraw.Draw(image).rectangle((0, 0, 150, 399), fill=120)
    ImageDraw.Draw(image).rectangle((400, 20, 560, 90), fill=0)
    return 600, 400, image.tobytes()


def ink(path: Path, line: Line) -> float:
    """Return which share of the page's ink lies inside the line's box."""
    drawn = pdfs.render(path, 0, 200.0)
    grey = drawn if drawn.ndim == 2 else drawn.min(axis=2)
    dark = grey < 128
    box = line.box
    return float(dark[box.y0 : box.y1, box.x0 : box.x1].sum() / dark.sum())


@pytest.mark.parametrize("extra", ["", "/Rotate 180"])
@pytest.mark.parametrize(
    "crop", ["", "/CropBox [20 110 290 190]", "/CropBox [-50 -50 900 900]", "/CropBox [0 0 0 0]"]
)
@pytest.mark.parametrize("size", [(0, 0, 300, 200), (-10, 20, 310, 220)])
def test_type_lies_where_it_is_drawn(
    make_pdf: MakePdf, extra: str, crop: str, size: tuple[float, ...]
):
    """The line's box holds all ink of the page as drawn, for any rotation and crop box."""
    path = make_pdf(HELLO, size=size, extra=f"{extra} {crop}")
    (line,) = lines(load(path))
    assert 0.99 <= ink(path, line)


@pytest.mark.parametrize("turn", [90, 270])
@pytest.mark.parametrize("crop", ["", "/CropBox [20 110 290 190]"])
def test_turned_pages_are_turned(make_pdf: MakePdf, turn: int, crop: str):
    """On a page turned by a quarter the box still holds all ink, and the line is vertical."""
    path = make_pdf(HELLO, extra=f"/Rotate {turn} {crop}")
    (line,) = lines(load(path))
    assert 0.99 <= ink(path, line)
    assert line.vertical


def test_type_becomes_words(make_pdf: MakePdf):
    """Words, size in pixels at 200 dpi, baseline and kind are read from the PDF."""
    sheet = load(make_pdf(HELLO))
    (line,) = lines(sheet)
    assert ["Hello", "specimen", "page"] == [word.text for word in line.words]
    assert ("p0001.l0001", "p0001.l0001.w02") == (line.id, line.words[1].id)
    assert 20 * 200 / 72 == pytest.approx(line.size, abs=0.1)
    assert round(50 * 200 / 72) == line.baseline[0].y
    assert ("born-digital", 200.0) == (sheet.page.scan.kind, sheet.page.scan.dpi)
    assert (833, 556) == (sheet.page.scan.width, sheet.page.scan.height)
    assert sheet.pixels is None
    assert ["p0001.r000"] == [region.id for region in sheet.page.regions]


def test_bold_is_told_by_the_font_and_by_double_printing(make_pdf: MakePdf):
    """A bold font and type printed twice, half a point apart, are bold; the text stands once."""
    twice = "".join(f"BT /F1 20 Tf {x} 100 Td (Twice) Tj ET " for x in (40, 40.5))
    sheet = load(make_pdf(f"{HELLO} {twice} BT /F2 20 Tf 40 50 Td (Bold) Tj ET"))
    assert [("Hello specimen page", False), ("Twice", True), ("Bold", True)] == [
        (printed(line), line.bold) for line in lines(sheet)
    ]


def test_rules_frames_and_pictures_are_regions(make_pdf: MakePdf):
    """A stroke is a separator, a frame four of them, an image a picture, each where it is drawn."""
    content = f"{HELLO} 1 w 150 20 m 150 120 l S 200 20 60 40 re S q 50 0 0 50 20 40 cm /Im Do Q"
    sheet = load(make_pdf(content, image=scan()))
    rules = [region for region in sheet.page.regions if region.role is Role.SEPARATOR]
    (picture,) = [region for region in sheet.page.regions if region.role is Role.PICTURE]
    assert 5 == len(rules)
    assert any(abs(rule.box.x0 - 416) <= 2 and rule.box.height > 270 for rule in rules)
    assert (55, 305, 195, 445) == pytest.approx(tuple(picture.box), abs=2)
    assert "p0001.rule001" == rules[0].id
    assert "p0001.pic001" == picture.id


def test_the_embedded_scan_is_taken_as_it_is(make_pdf: MakePdf):
    """One image over the whole page gives its own pixels, untouched, and its dpi on the page."""
    width, height, grey = scan()
    sheet = load(make_pdf(COVER, image=(width, height, grey)))
    assert sheet.pixels is not None
    expected = np.frombuffer(grey, dtype=np.uint8).reshape(height, width)
    assert np.array_equal(expected, sheet.pixels)
    assert ("scan", 144.0, ()) == (
        sheet.page.scan.kind,
        sheet.page.scan.dpi,
        sheet.page.regions,
    )


def test_the_scan_of_a_turned_page_is_turned(make_pdf: MakePdf):
    """A page displayed turned by a quarter gives the scan's pixels turned the same way."""
    width, height, grey = scan()
    sheet = load(make_pdf(COVER, image=(width, height, grey), extra="/Rotate 90"))
    assert sheet.pixels is not None
    stored = np.frombuffer(grey, dtype=np.uint8).reshape(height, width)
    assert np.array_equal(np.rot90(stored, -1), sheet.pixels)


@pytest.mark.parametrize(
    "content",
    ["q -300 0 0 200 300 0 cm /Im Do Q", f"{COVER} 0 g 0 0 150 200 re f"],
    ids=["mirrored", "painted over"],
)
def test_a_scan_that_looks_otherwise_is_drawn(make_pdf: MakePdf, content: str):
    """A mirrored image, or one with something drawn over it, is drawn as the viewer shows it."""
    sheet = load(make_pdf(content, image=scan()))
    assert sheet.pixels is not None
    assert 300.0 == sheet.page.scan.dpi
    assert (834, 1250) == sheet.pixels.shape[:2]


@pytest.mark.parametrize(
    "content",
    [
        f"{COVER} BT 3 Tr /F1 20 Tf 40 150 Td ({'hidden words ' * 60}) Tj ET",
        f"BT /F1 20 Tf 40 150 Td ({'words beneath ' * 60}) Tj ET {COVER}",
    ],
    ids=["invisible", "under the image"],
)
def test_a_hidden_text_layer_is_not_read(make_pdf: MakePdf, content: str):
    """Another program's OCR behind a scan is set aside; the scan itself is the page."""
    sheet = load(make_pdf(content, image=scan()))
    assert "embedded scan taken as it is" == sheet.note
    assert () == sheet.page.regions


def test_a_stamp_on_a_scan_makes_no_type(make_pdf: MakePdf):
    """A line of a library's visible text over a full-page scan leaves it a scan."""
    sheet = load(make_pdf(f"{COVER} {HELLO}", image=scan()))
    assert "scan" == sheet.page.scan.kind
    assert sheet.pixels is not None


def test_invisible_text_among_visible_is_left_out(make_pdf: MakePdf):
    """On a born-digital page, text that does not show is not print."""
    hidden = "BT 3 Tr /F1 20 Tf 40 100 Td (Ghost) Tj 0 Tr ET"
    assert ["Hello specimen page"] == [
        printed(line) for line in lines(load(make_pdf(f"{HELLO} {hidden}")))
    ]


def test_a_text_layer_of_glyph_codes_is_found_out(make_pdf: MakePdf):
    """Type whose font maps to nothing is drawn for recognition, and the page says why."""
    codes = "".join(f"{code:04x}" for code in range(30, 90))
    sheet = load(make_pdf(f"BT /X 12 Tf 10 150 Td <{codes}> Tj ET"))
    assert sheet.pixels is not None
    assert ("text layer set aside: 100% of the characters have no Unicode value",) == (
        sheet.page.warnings
    )


def test_a_garbage_page_does_not_spoil_the_next(make_pdf: MakePdf):
    """The text layer is judged page by page."""
    codes = "".join(f"{code:04x}" for code in range(30, 90))
    path = make_pdf(f"BT /X 12 Tf 10 150 Td <{codes}> Tj ET", HELLO)
    assert ["scan", "born-digital"] == [load(path, index).page.scan.kind for index in (0, 1)]


def test_vertical_chinese_is_vertical(make_pdf: MakePdf):
    """Columns of a vertical font are vertical lines, beside a level header of two scripts."""
    column, header = (
        "晶報每逢三六九出版".encode("utf-16-be").hex(),
        "香港版".encode("utf-16-be").hex(),
    )
    content = (
        f"BT /V 10 Tf 280 180 Td <{column}> Tj ET BT /V 10 Tf 266 180 Td <{column}> Tj ET "
        f"BT /H 20 Tf 30 150 Td <{header}> Tj ET BT /F2 20 Tf 100 150 Td (HONG KONG) Tj ET"
    )
    found = {printed(line): line for line in lines(load(make_pdf(content)))}
    assert {"晶報每逢三六九出版", "香港版 HONG KONG"} == set(found)
    assert found["晶報每逢三六九出版"].vertical
    assert not found["香港版 HONG KONG"].vertical


def test_outlined_letters_are_drawn(make_pdf: MakePdf):
    """A page of letters turned into paths, with a page number in type, is to be looked at."""
    strokes = " ".join(f"{x} {y} 2 3 re f" for x in range(10, 250, 8) for y in range(20, 140, 8))
    sheet = load(make_pdf(f"{strokes} BT /F1 9 Tf 150 5 Td (7) Tj ET"))
    assert "scan" == sheet.page.scan.kind


def test_an_empty_page_is_an_empty_scan(make_pdf: MakePdf):
    """A page with nothing on it is white paper."""
    sheet = load(make_pdf(""))
    assert sheet.pixels is not None
    assert 255 == int(sheet.pixels.min())


def test_a_huge_page_is_drawn_coarser(make_pdf: MakePdf):
    """A page of five metres is drawn at as many dpi as fit the budget, and says so."""
    sheet = load(make_pdf("0 0 100 100 re f", size=(0, 0, 14400, 14400)))
    assert sheet.pixels is not None
    assert 50_000_000 >= sheet.pixels.shape[0] * sheet.pixels.shape[1] > 49_000_000
    assert 35.3 == pytest.approx(sheet.page.scan.dpi, abs=0.1)


def test_an_image_over_the_budget_is_told(make_pdf: MakePdf):
    """An image that claims a gigapixel is refused before it is decoded."""
    path = make_pdf(COVER, image=(40_000, 40_000, b""))
    with pytest.raises(LimitError, match="found 1600000000"):
        load(path)


def test_pages_are_counted_up_to_a_limit(make_pdf: MakePdf, monkeypatch: pytest.MonkeyPatch):
    """Pages are counted without reading them, and too many are refused with the limit."""
    path = make_pdf("", "", "")
    assert [0, 1, 2] == list(pdfs.frames(path, "a.pdf"))
    monkeypatch.setattr(terms, "_held", terms.Terms(most={"pages": 2}))
    with pytest.raises(LimitError, match="pages = 2, found 3"):
        list(pdfs.frames(path, "a.pdf"))


def test_damage_is_told(tmp_path: Path):
    """A file that is only called PDF is an input error with its name and what to do."""
    path = tmp_path / "a.pdf"
    path.write_bytes(b"%PDF-1.4 and nothing else")
    with pytest.raises(InputError, match=r"a\.pdf") as caught:
        list(pdfs.frames(path, "a.pdf"))
    assert "repair" in caught.value.hint


@pytest.mark.shared
def test_passwords_are_told_apart(shared: Path):
    """A file that needs a password says so; one protected by an owner's password only opens."""
    folder = shared / "badinputs/pdf/dev"
    with pytest.raises(PasswordError, match="encrypted") as caught:
        list(pdfs.frames(folder / "hm__encrypted_user_r4.pdf", "a.pdf"))
    assert 7 == caught.value.exit_code
    assert lines(load(folder / "qpdf__enc-R3,V2.pdf"))


@pytest.mark.shared
def test_a_newspaper_scan_with_a_text_layer_is_a_scan(shared: Path):
    """A page of the Evening Star, 42 170 invisible characters over its scan, gives the scan."""
    path = shared / "pages/evening-star/0028065419A_1862082501_0007.pdf"
    sheet = load(path)
    assert sheet.pixels is not None
    assert (5226, 3528) == sheet.pixels.shape
    assert 150.0 == sheet.page.scan.dpi
