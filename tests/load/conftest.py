"""Small PDFs written by hand, so that every byte of them is known."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest

MakePdf = Callable[..., Path]

_FONTS = {
    "F1": "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    "F2": "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold >>",
    "H": "<< /Type /Font /Subtype /Type0 /BaseFont /MSung /Encoding /UniCNS-UTF16-H "
    "/DescendantFonts [{song} 0 R] >>",
    "V": "<< /Type /Font /Subtype /Type0 /BaseFont /MSung /Encoding /UniCNS-UTF16-V "
    "/DescendantFonts [{song} 0 R] >>",
    "X": "<< /Type /Font /Subtype /Type0 /BaseFont /Unknown /Encoding /Identity-H "
    "/DescendantFonts [{odd} 0 R] >>",
}
_SONG = (
    "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /MSung /CIDSystemInfo << /Registry (Adobe) "
    "/Ordering (CNS1) /Supplement 0 >> /DW 1000 /FontDescriptor << /Type /FontDescriptor "
    "/FontName /MSung /Flags 4 /FontBBox [0 -120 1000 880] /ItalicAngle 0 /Ascent 880 "
    "/Descent -120 /CapHeight 880 /StemV 80 >> >>"
)
_ODD = _SONG.replace("MSung", "Unknown").replace("CNS1", "Identity")


@pytest.fixture
def make_pdf(tmp_path: Path) -> MakePdf:
    """Return a function that writes a PDF of the given content streams and returns its path.

    Fonts are /F1 and /F2 (Helvetica, bold), /H and /V (Chinese, level and vertical) and /X
    (glyph codes without meaning). `image` is (width, height, grey bytes), drawn as /Im.
    """

    def make(
        *contents: str,
        size: Sequence[float] = (0, 0, 300, 200),
        extra: str = "",
        image: tuple[int, int, bytes] | None = None,
        name: str = "made.pdf",
    ) -> Path:
        parts = _Parts()
        song, odd = parts.add(_SONG), parts.add(_ODD)
        fonts = {key: parts.add(value.format(song=song, odd=odd)) for key, value in _FONTS.items()}
        drawn = {"Im": parts.add(*_image(*image))} if image else {}
        resources = f"<< /Font {_references(fonts)} /XObject {_references(drawn)} >>"
        box = " ".join(map(str, size))
        kids = []
        tree = parts.add("")
        for content in contents:
            body = content.encode("latin-1")
            stream = parts.add(f"<< /Length {len(body)} >>", body)
            kids.append(
                parts.add(
                    f"<< /Type /Page /Parent {tree} 0 R /MediaBox [{box}] {extra} "
                    f"/Resources {resources} /Contents {stream} 0 R >>"
                )
            )
        listed = " ".join(f"{kid} 0 R" for kid in kids)
        parts.items[tree - 1] = f"<< /Type /Pages /Kids [{listed}] /Count {len(kids)} >>".encode()
        path = tmp_path / name
        path.write_bytes(parts.written(parts.add(f"<< /Type /Catalog /Pages {tree} 0 R >>")))
        return path

    return make


class _Parts:
    def __init__(self) -> None:
        self.items: list[bytes] = []

    def add(self, dictionary: str, stream: bytes | None = None) -> int:
        body = dictionary.encode()
        if stream is not None:
            body += b"\nstream\n" + stream + b"\nendstream"
        self.items.append(body)
        return len(self.items)

    def written(self, root: int) -> bytes:
        data, places = b"%PDF-1.7\n", []
        for number, item in enumerate(self.items, start=1):
            places.append(len(data))
            data += b"%d 0 obj\n%b\nendobj\n" % (number, item)
        start = len(data)
        data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1)
        data += b"".join(b"%010d 00000 n \n" % place for place in places)
        trailer = b"trailer << /Size %d /Root %d 0 R >>\nstartxref\n%d\n%%%%EOF\n"
        return data + trailer % (len(places) + 1, root, start)


def _references(numbers: Mapping[str, int]) -> str:
    return "<< " + " ".join(f"/{key} {number} 0 R" for key, number in numbers.items()) + " >>"


def _image(width: int, height: int, grey: bytes) -> tuple[str, bytes]:
    dictionary = (
        f"<< /Type /XObject /Subtype /Image /Width {width} /Height {height} "
        f"/ColorSpace /DeviceGray /BitsPerComponent 8 /Length {len(grey)} >>"
    )
    return dictionary, grey
