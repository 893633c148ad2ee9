from __future__ import annotations

import io
import unicodedata
from dataclasses import replace
from pathlib import Path

import pikepdf
import pypdfium2 as pdfium
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from digitize.errors import InputError, InputMissingError
from digitize.formats import pdf_scan
from digitize.formats.pdf import Pdf
from digitize.model.document import Document
from digitize.model.page import Page, Role, Scan
from digitize.model.reading import read
from digitize.stage import lying
from tests.formats.issue import HEIGHT, WIDTH, column, issue, line, picture, region, scanned
from tests.formats.oracles import chromium, even, pdfa_faults, poppler, qpdf_faults


def _made(document: Document, folder: Path) -> Path:
    path = folder / "issue.pdf"
    path.write_bytes(next(iter(Pdf().files(document, folder))).data)
    return path


def _read(document: Document, number: int) -> str:
    regions = document.pages[number - 1].regions
    return even(" ".join(filter(None, (read(region.lines) for region in regions))))


def _images(pdf: pikepdf.Pdf) -> dict[str, pikepdf.Object]:
    """Return the images of the first page by name."""
    return dict(pdf.pages[0].resources.XObject.items())


def _one(page: Page) -> Document:
    return Document(id="d", pages=(page,))


@pytest.mark.parametrize("number", [1, 2])
def test_what_is_read_is_what_comes_out(tmp_path: Path, number: int) -> None:
    """Pdfium and poppler give a page's text back whole, broken words mended, columns downwards."""
    document = scanned(issue(), tmp_path)
    path = _made(document, tmp_path)
    wanted = _read(document, number)
    assert wanted == chromium(path, number)
    assert wanted == poppler(path, number)
    assert "harbour opened it on Saturday," in _read(document, 1)


def test_it_is_an_archive_pdf(tmp_path: Path, shared: Path) -> None:
    """VeraPDF finds no fault against PDF/A-2u, qpdf none in the file's structure."""
    path = _made(scanned(issue(), tmp_path), tmp_path)
    assert {} == pdfa_faults(shared / "schemas", path)
    assert "" == qpdf_faults(path)


@pytest.mark.parametrize("lacking", ["/OutputIntents", "/Metadata"])
def test_the_validator_can_refuse(tmp_path: Path, shared: Path, lacking: str) -> None:
    """Without its output intent or its XMP the same file is no PDF/A any more."""
    path = _made(scanned(issue(), tmp_path), tmp_path)
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        del pdf.Root[lacking]
        pdf.save(path)
    assert {} != pdfa_faults(shared / "schemas", path)


def test_qpdf_can_refuse(tmp_path: Path) -> None:
    """A file that lost its end is found damaged."""
    path = _made(scanned(issue(), tmp_path), tmp_path)
    path.write_bytes(path.read_bytes()[:-2000])
    assert "" != qpdf_faults(path)


CODINGS = [
    (".jpg", {}, "/DCTDecode"),
    (".jpg", {"mode": "RGB", "progressive": True}, "/DCTDecode"),
    (".jp2", {}, "/JPXDecode"),
    (".jp2", {"mode": "RGB"}, "/JPXDecode"),
]


@pytest.mark.parametrize(("suffix", "how", "coding"), CODINGS)
def test_a_scans_own_bytes_lie_in_the_file(
    tmp_path: Path, shared: Path, suffix: str, how: dict[str, object], coding: str
) -> None:
    """JPEG and JPEG 2000 are not coded anew: the image holds the bytes of the scan's file."""
    scan = Scan(path=f"a{suffix}", width=WIDTH, height=HEIGHT, dpi=150.0)
    document = scanned(_one(replace(issue(scan).pages[0], scan=scan)), tmp_path, **how)
    path = _made(document, tmp_path)
    with pikepdf.open(path) as pdf:
        (image,) = _images(pdf).values()
        assert coding == str(image.Filter)
        assert (tmp_path / f"a{suffix}").read_bytes() == image.read_raw_bytes()
    assert {} == pdfa_faults(shared / "schemas", path)


@pytest.mark.parametrize("rows", [0, 60])
def test_fax_strips_lie_in_the_file(tmp_path: Path, shared: Path, rows: int) -> None:
    """Each strip of a CCITT TIFF is an image with its own bytes; together they are the page."""
    how = {"compression": "group4", **({"strip_size": rows * 15} if rows else {})}
    document = scanned(_one(Page(id="p", number=1, scan=_scan("a.tif"))), tmp_path, mode="1", **how)
    path = _made(document, tmp_path)
    data = (tmp_path / "a.tif").read_bytes()
    with Image.open(io.BytesIO(data)) as image:
        places = zip(image.tag_v2[273], image.tag_v2[279], strict=True)  # type: ignore[attr-defined]
        strips = [data[start : start + size] for start, size in places]
    with pikepdf.open(path) as pdf:
        images = _images(pdf)
        assert strips == [images[f"/Im{n}"].read_raw_bytes() for n in range(len(images))]
    assert _look(path) == [("white", "black")]
    assert {} == pdfa_faults(shared / "schemas", path)


def _scan(name: str) -> Scan:
    return Scan(path=name, width=120, height=160, dpi=72.0)


def _look(path: Path) -> list[tuple[str, str]]:
    """Return, page by page, whether the paper and the dark bar are where the scan has them."""
    pdf = pdfium.PdfDocument(path)
    seen = []
    for page in pdf:
        image = page.render(scale=1).to_pil().convert("L")
        tones = [image.getpixel((110, 150)), image.getpixel((30, 30))]
        seen.append(tuple("white" if int(str(tone)) > 128 else "black" for tone in tones))
    pdf.close()
    return [(paper, bar) for paper, bar in seen]


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB", "RGBA", "I;16", "LA", "CMYK"])
def test_any_image_looks_as_it_did(tmp_path: Path, shared: Path, mode: str) -> None:
    """Whatever its colours and coding, the scan shows on the page, and the file is PDF/A."""
    name = "a.tif" if mode == "CMYK" else "a.png"
    document = scanned(_one(Page(id="p", number=1, scan=_scan(name))), tmp_path, mode=mode)
    path = _made(document, tmp_path)
    assert _look(path) == [("white", "black")]
    assert {} == pdfa_faults(shared / "schemas", path)


@pytest.mark.parametrize("turn", range(1, 9))
def test_a_turned_scan_stands_upright(tmp_path: Path, turn: int) -> None:
    """An orientation tag is obeyed without coding the image anew."""
    back = {1: None, 2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}[turn]
    upright = Image.open(io.BytesIO(picture(".png")))
    lying = upright if back is None else upright.transpose(Image.Transpose(back))
    exif = Image.Exif()
    exif[274] = turn
    lying.save(tmp_path / "a.jpg", exif=exif, quality=95)
    page = Page(id="p", number=1, scan=_scan("a.jpg"))
    assert _look(_made(_one(page), tmp_path)) == [("white", "black")]


def test_a_bare_codestream_gets_its_boxes(tmp_path: Path, shared: Path) -> None:
    """A JPEG 2000 codestream without a file around it is shown, its bytes unchanged inside."""
    stream = io.BytesIO()
    Image.open(io.BytesIO(picture(".png"))).save(stream, format="JPEG2000", no_jp2=True)
    (tmp_path / "a.j2k").write_bytes(stream.getvalue())
    path = _made(_one(Page(id="p", number=1, scan=_scan("a.j2k"))), tmp_path)
    with pikepdf.open(path) as pdf:
        (image,) = _images(pdf).values()
        assert image.read_raw_bytes().endswith(stream.getvalue())
    assert _look(path) == [("white", "black")]
    assert {} == pdfa_faults(shared / "schemas", path)


def _archive_pdf(folder: Path, rotate: int = 0) -> bytes:
    """Write a PDF whose page is one JPEG, and return the JPEG."""
    data = picture(".jpg")
    with pikepdf.new() as pdf:
        image = pdf.make_stream(
            data, Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image, Width=120, Height=160,
            ColorSpace=pikepdf.Name.DeviceGray, BitsPerComponent=8, Filter=pikepdf.Name.DCTDecode,
        )  # fmt: skip
        pdf.add_blank_page(page_size=(120, 160))
        pdf.pages[0].Contents = pdf.make_stream(b"q 120 0 0 160 0 0 cm /A Do Q")
        pdf.pages[0].Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(A=image))
        pdf.pages[0].Rotate = rotate
        pdf.save(folder / "a.pdf")
    return data


def test_the_scan_of_a_pdf_stays_as_it_is(tmp_path: Path, shared: Path) -> None:
    """The only image of a page that was read from a PDF goes over with its own bytes."""
    data = _archive_pdf(tmp_path)
    path = _made(_one(Page(id="p", number=1, scan=_scan("a.pdf"))), tmp_path)
    with pikepdf.open(path) as pdf:
        (image,) = _images(pdf).values()
        assert data == image.read_raw_bytes()
    assert _look(path) == [("white", "black")]
    assert {} == pdfa_faults(shared / "schemas", path)


@pytest.mark.parametrize("rotate", [90, 180, 270])
def test_a_rotated_page_is_as_viewers_show_it(tmp_path: Path, rotate: int) -> None:
    """A page that the viewer turns is turned here too, its image's bytes unchanged."""
    data = _archive_pdf(tmp_path, rotate)
    size = (160, 120) if rotate != 180 else (120, 160)
    scan = Scan(path="a.pdf", width=size[0], height=size[1], dpi=72.0)
    path = _made(_one(Page(id="p", number=1, scan=scan)), tmp_path)
    with pikepdf.open(path) as pdf:
        assert data == next(iter(_images(pdf).values())).read_raw_bytes()
    shown = [
        pdfium.PdfDocument(tmp_path / name)[0].render(scale=1).to_pil()
        for name in ("a.pdf", "issue.pdf")
    ]
    assert shown[0].size == shown[1].size
    before, after = (list(image.convert("L").resize((16, 16)).getdata()) for image in shown)
    assert 12 > max(abs(a - b) for a, b in zip(before, after, strict=True))


def test_a_born_digital_page_is_drawn(tmp_path: Path, samples: Path, shared: Path) -> None:
    """A page that is type and no image is drawn in the size its boxes count."""
    (tmp_path / "a.pdf").write_bytes((samples / "harbour-times.pdf").read_bytes())
    scan = Scan(path="a.pdf", width=1060, height=1500, dpi=150.0, kind="born-digital")
    path = _made(_one(Page(id="p", number=1, scan=scan)), tmp_path)
    with pikepdf.open(path) as pdf:
        (image,) = _images(pdf).values()
        assert (1060, 1500) == (int(image.Width), int(image.Height))
    assert {} == pdfa_faults(shared / "schemas", path)


def test_a_hit_is_marked_where_the_word_is_printed(tmp_path: Path) -> None:
    """The box of every character that pdfium reports lies in the box of its word, and fills it."""
    document = scanned(issue(), tmp_path)
    pdf = pdfium.PdfDocument(_made(document, tmp_path))
    scale = 72 / 150
    for number, (word, tall) in enumerate((("mayor", False), ("宣布", True))):
        text = pdf[number].get_textpage()
        start = text.get_text_range().index(word)
        shift = text.get_text_range()[:start].count("𠮷")
        boxes = [text.get_charbox(start + shift + n) for n in range(len(word))]
        own = [
            w
            for r in document.pages[number].regions
            for ln in r.lines
            for w in ln.words
            if word in w.text
        ]
        x0, y0, x1, y1 = (value * scale for value in own[0].box)
        foot, head = HEIGHT * scale - y1, HEIGHT * scale - y0
        assert all(x0 - 1 <= left and right <= x1 + 1 for left, _, right, _ in boxes)
        assert all(foot - 1 <= bottom and top <= head + 1 for _, bottom, _, top in boxes)
        wide = boxes[-1][2] - boxes[0][0]
        assert (0.9 * (x1 - x0) < wide) if not tall else (wide > 0.9 * (x1 - x0))
    pdf.close()


@pytest.mark.parametrize("turned", [90, 180, 270])
def test_a_page_on_its_side_is_turned_with_its_text(tmp_path: Path, turned: int) -> None:
    """A scan that has to be turned to be read stands upright, and its words lie on their print."""
    plain = scanned(_one(issue().pages[0]), tmp_path)
    wanted = chromium(_made(plain, tmp_path), 1)
    page = plain.pages[0]
    scan = replace(page.scan, path="side.png", sha256="", turned=turned)
    side = lying(replace(page, scan=scan))
    image = Image.open(io.BytesIO(picture(".png"))).rotate(turned, expand=True)
    image.save(tmp_path / "side.png")
    path = _made(_one(side), tmp_path)
    assert wanted == chromium(path, 1)
    shown = pdfium.PdfDocument(path)[0].render(scale=0.2).to_pil().convert("L")
    assert shown.width < shown.height
    assert [True, False] == [int(str(shown.getpixel(at))) > 128 for at in ((100, 140), (30, 25))]


def test_text_follows_a_line_that_slopes(tmp_path: Path) -> None:
    """On a crooked scan the last word stands lower than the first by as much as the print."""
    own = region("r", Role.BODY, [line("l", "one two three four", 100, 100, slope=0.1)])
    page = Page(
        id="p",
        number=1,
        scan=Scan(path="a.png", width=WIDTH, height=HEIGHT, dpi=72.0),
        regions=(own,),
    )
    path = _made(scanned(_one(page), tmp_path), tmp_path)
    text = pdfium.PdfDocument(path)[0].get_textpage()
    first, last = text.get_charbox(0), text.get_charbox(len("one two three f") - 1)
    drop = own.lines[0].words[3].box.y0 - own.lines[0].words[0].box.y0
    assert abs(first[1] - last[1] - drop) < 2


def test_the_file_says_what_it_is(tmp_path: Path) -> None:
    """Title, languages, page labels and a table of contents that leads to the articles."""
    with pikepdf.open(_made(scanned(issue(), tmp_path), tmp_path)) as pdf:
        with pdf.open_metadata() as facts:
            assert "The Harbour Times 1980-10-16" == facts["dc:title"]
            assert {"en", "zh-Hant"} == set(facts["dc:language"])
        assert "en" == str(pdf.Root.Lang)
        labels = pdf.Root.PageLabels.Nums
        assert ["A1", "A2"] == [str(labels[1].P), str(labels[3].P)]
        with pdf.open_outline() as contents:
            found = [
                (item.title, [child.title for child in item.children]) for item in contents.root
            ]
        assert [("A1", ["Bridge opens at last"]), ("A2", ["港聞𠮷祥"])] == found


def test_no_scans_no_pdf(tmp_path: Path) -> None:
    """Without the scans' folder, without a scan in it, or with another file, an error says so."""
    document = scanned(issue(), tmp_path)
    with pytest.raises(InputMissingError, match="--scans"):
        list(Pdf().files(document, None))
    (tmp_path / "b.jpg").write_bytes(picture(".jpg", quality=10))
    with pytest.raises(InputError, match="SHA-256"):
        list(Pdf().files(document, tmp_path))
    (tmp_path / "b.jpg").unlink()
    with pytest.raises(InputMissingError, match=r"b\.jpg"):
        list(Pdf().files(document, tmp_path))


def test_flat_text_has_no_pdf(tmp_path: Path) -> None:
    """Text without a picture of its page cannot lie under one."""
    page = Page(id="p", number=1, scan=Scan(path="a.txt", kind="text"))
    with pytest.raises(InputError, match="no scan"):
        list(Pdf().files(_one(page), tmp_path))


def test_a_failed_page_keeps_its_place(tmp_path: Path) -> None:
    """A page that could not be read is a blank page between the others."""
    document = scanned(issue(), tmp_path)
    blank = Page(id="p0003", number=3, scan=Scan(path="gone.jpg"), error="damaged")
    path = _made(replace(document, pages=(*document.pages, blank)), tmp_path)
    with pikepdf.open(path) as pdf:
        assert 3 == len(pdf.pages)


def test_a_damaged_scan_is_named(tmp_path: Path) -> None:
    """A file that is no image ends in an error that says which."""
    (tmp_path / "a.jpg").write_bytes(b"no image at all")
    with pytest.raises(InputError, match=r"a\.jpg"):
        list(Pdf().files(_one(Page(id="p", number=1, scan=_scan("a.jpg"))), tmp_path))


_LEFT_TO_RIGHT = frozenset({"L", "EN", "ES", "ET", "CS", "ON"})
ANY = st.text(
    st.characters(
        codec="utf-8", exclude_categories=("Cc", "Cf", "Cs", "Cn", "Co", "Z", "M")
    ).filter(lambda char: unicodedata.bidirectional(char) in _LEFT_TO_RIGHT),
    min_size=1,
    max_size=12,
)
"""Words; pdfium sorts Arabic and Hebrew by rules of its own."""


@settings(max_examples=40)
@given(words=st.lists(ANY, min_size=1, max_size=6), vertical=st.booleans())
def test_every_character_can_be_found(
    tmp_path_factory: pytest.TempPathFactory, words: list[str], vertical: bool
) -> None:
    """Whatever is printed, in any script, is what pdfium reads; it takes ligatures apart."""
    folder = tmp_path_factory.mktemp("pdf")
    text = "".join(words)
    lines = (
        [column("c", text[:20], 600, 100)] if vertical else [line("l", " ".join(words), 50, 100)]
    )
    scan = Scan(path="a.png", width=WIDTH, height=HEIGHT, dpi=72.0)
    page = Page(id="p", number=1, scan=scan, regions=(region("r", Role.BODY, lines),))
    path = _made(scanned(_one(page), folder), folder)
    pdf = pdfium.PdfDocument(path)
    found = pdf[0].get_textpage().get_text_range()
    pdf.close()
    printed = "".join(word.text for item in lines for word in item.words)
    assert _folded(printed) == _folded("".join(found.split()))


def _folded(text: str) -> str:
    """Return text with ligatures and the like taken apart, as pdfium gives them."""
    return unicodedata.normalize("NFKC", text)


def test_the_parts_it_embeds_are_those_the_script_makes() -> None:
    """The font without ink and the sRGB profile are what scripts/make_embedded.py makes."""
    from scripts.make_embedded import FOLDER, font, profile  # noqa: PLC0415 - needs fontTools

    assert (FOLDER / "glyphless.ttf").read_bytes() == font()
    assert len((FOLDER / "srgb.icc").read_bytes()) == len(profile())
    assert pdf_scan.sound((FOLDER / "srgb.icc").read_bytes(), b"RGB ")
