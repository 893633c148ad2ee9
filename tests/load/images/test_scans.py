from __future__ import annotations

import struct
import zlib
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image, ImageDraw

from digitize.errors import InputError, LimitError
from digitize.load import terms
from digitize.load.images import scans
from digitize.stage import Pixels

ORIENTED = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_90,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_270,
}
"""What the camera did to the picture, so that the tag's remedy undoes it."""


def sketch() -> Image.Image:
    """Return a page whose four corners differ."""
    image = Image.new("L", (64, 96), 255)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 0, 20, 10), fill=0)
    draw.rectangle((44, 60, 63, 95), fill=128)
    return image


def load(path: Path, index: int = 0) -> Pixels:
    array = scans.load(path, index, name=path.name, page_id="p0001", number=1).pixels
    assert array is not None
    return array


@pytest.mark.parametrize(
    ("name", "options"),
    [
        ("a.png", {}),
        ("a.jpg", {"quality": 95}),
        ("a.webp", {"lossless": True}),
        ("a.jp2", {}),
        ("a.tif", {}),
        ("a.tif", {"compression": "tiff_lzw"}),
        ("a.tif", {"compression": "tiff_adobe_deflate"}),
    ],
)
def test_every_format_is_read(tmp_path: Path, name: str, options: dict[str, Any]):
    """PNG, JPEG, WebP, JPEG 2000 and TIFF give the page in grey."""
    sketch().save(tmp_path / name, **options)
    array = load(tmp_path / name)
    assert (96, 64) == array.shape
    assert 8 >= int(np.abs(array.astype(int) - np.asarray(sketch()).astype(int)).mean())


@pytest.mark.parametrize("orientation", sorted(ORIENTED))
@pytest.mark.parametrize("name", ["a.jpg", "a.tif", "a.png"])
def test_orientation_is_applied(tmp_path: Path, name: str, orientation: int):
    """A page stored turned or mirrored comes upright by its tag, in EXIF and in TIFF."""
    exif = Image.Exif()
    exif[0x0112] = orientation
    stored = sketch().transpose(ORIENTED[orientation])
    stored.save(tmp_path / name, exif=exif, quality=100)
    array = load(tmp_path / name)
    assert (96, 64) == array.shape
    assert 3 >= float(np.abs(array.astype(int) - np.asarray(sketch()).astype(int)).mean())


def test_min_is_white_is_turned(tmp_path: Path):
    """A fax-compressed TIFF in which 0 is white comes out dark on light."""
    sketch().convert("1").save(tmp_path / "a.tif", compression="group4")
    assert (0, 255) == (load(tmp_path / "a.tif")[5, 5], load(tmp_path / "a.tif")[50, 5])


def test_reduced_copies_are_no_pages(tmp_path: Path):
    """A small copy stored beside the page in one TIFF is not counted as a page."""
    page, copy = sketch(), sketch().resize((16, 24))
    copy.encoderinfo = {"tiffinfo": {254: 1}}
    page.save(tmp_path / "a.tif", save_all=True, append_images=[copy])
    assert [0] == list(scans.frames(tmp_path / "a.tif", "a.tif"))


def test_too_many_frames_are_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A TIFF of more frames than the limit is refused with the limit."""
    monkeypatch.setattr(terms, "_held", terms.Terms(most={"frames": 2}))
    frames = [sketch() for _ in range(3)]
    frames[0].save(tmp_path / "a.tif", save_all=True, append_images=frames[1:])
    with pytest.raises(LimitError, match="frames = 2"):
        list(scans.frames(tmp_path / "a.tif", "a.tif"))


@pytest.mark.parametrize(
    ("dpi", "expected"), [((300, 300), 300), ((0, 0), None), ((1, 1), None), ((99999, 1e5), None)]
)
def test_absurd_dpi_is_none(tmp_path: Path, dpi: tuple[float, float], expected: float | None):
    """Dots per inch of 0, 1 or a hundred thousand are as good as none."""
    sketch().save(tmp_path / "a.png", dpi=dpi)
    sheet = scans.load(tmp_path / "a.png", 0, name="a.png", page_id="p0001", number=1)
    assert expected == (sheet.page.scan.dpi and round(sheet.page.scan.dpi))


def png(width: int, height: int, body: bytes) -> bytes:
    """Return a grey PNG of these claims and this image data."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    parts = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(body)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + parts


def test_the_pixel_budget_is_checked_before_decoding(tmp_path: Path):
    """A header that claims a gigapixel is refused with limit and size; nothing is decoded."""
    (tmp_path / "a.png").write_bytes(png(40_000, 40_000, b""))
    with pytest.raises(LimitError, match="250000000, found 1600000000"):
        load(tmp_path / "a.png")


def test_missing_rows_are_told(tmp_path: Path):
    """A PNG whose stream ends well but early is read with a warning, its rest as paper."""
    row = b"\x00" + bytes(range(100, 200))
    (tmp_path / "a.png").write_bytes(png(100, 100, row * 30))
    sheet = scans.load(tmp_path / "a.png", 0, name="a.png", page_id="p0001", number=1)
    assert any("truncated" in warning for warning in sheet.page.warnings)
    assert sheet.pixels is not None
    assert (150, 255) == (sheet.pixels[10, 50], sheet.pixels[90, 50])


def test_a_truncated_jpeg_is_read_with_a_warning(tmp_path: Path):
    """Half a JPEG gives its first half, and a warning that it is truncated."""
    rng = np.random.default_rng(1)
    Image.fromarray(rng.integers(0, 255, (400, 300), dtype=np.uint8)).save(tmp_path / "a.jpg")
    data = (tmp_path / "a.jpg").read_bytes()
    (tmp_path / "a.jpg").write_bytes(data[: len(data) // 2])
    sheet = scans.load(tmp_path / "a.jpg", 0, name="a.jpg", page_id="p0001", number=1)
    assert sheet.page.warnings[0].startswith("truncated")
    assert sheet.pixels is not None
    assert 255 == int(sheet.pixels[-20:].min())


def test_a_sound_page_has_no_warning(tmp_path: Path):
    """A whole image, white at its foot, is not suspected."""
    sketch().save(tmp_path / "a.png")
    sheet = scans.load(tmp_path / "a.png", 0, name="a.png", page_id="p0001", number=1)
    assert () == sheet.page.warnings


def test_a_broken_header_is_told(tmp_path: Path):
    """A file that only begins like a TIFF is an input error with what to do."""
    (tmp_path / "a.tif").write_bytes(b"II*\x00\x08\x00\x00\x00")
    with pytest.raises(InputError) as caught:
        load(tmp_path / "a.tif")
    assert "again" in caught.value.hint


def test_postscript_never_runs(tmp_path: Path):
    """PostScript under the name of a TIFF is refused by the image reader itself."""
    (tmp_path / "a.tif").write_bytes(b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n")
    with pytest.raises(InputError):
        load(tmp_path / "a.tif")


@pytest.mark.shared
def test_pages_stored_in_awkward_ways_look_the_same(shared: Path):
    """Sixteen bits, alpha, palette, CMYK, LAB, negatives and turned pages show one page."""
    folder = shared / "badinputs/image/dev"
    plain = load(folder / "hm__page_1bit.png").astype(int)
    names = "16bit_12bitrange.tif cmyk.tif la.png lab.tif negative.png palette.png"
    turned = (
        "exif_orientation_2.jpg exif_orientation_4.jpg exif_orientation_7.jpg g4_miniswhite.tif"
    )
    for name in (names + " " + turned).split():
        array = load(folder / f"hm__page_{name}").astype(int)
        grey = array if array.ndim == 2 else array.mean(axis=2)
        assert plain.shape == grey.shape, name
        assert 12 >= float(np.abs(grey - plain).mean()), name
