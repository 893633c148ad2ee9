"""A PDF that pages were read from: its pages' own images, or the pages drawn."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import cast

import pikepdf
import pypdfium2 as pdfium
from pikepdf import Name
from PIL import Image

from digitize.model.page import Scan

_TURNED = {0: 1, 90: 6, 180: 3, 270: 8}  # a page's /Rotate as an orientation tag
_FILTERS = frozenset({Name.DCTDecode, Name.JPXDecode, Name.CCITTFaxDecode, Name.JBIG2Decode})
_PLAIN = frozenset({Name.DeviceGray, Name.DeviceRGB})
_KEPT = frozenset({
    "/Type", "/Subtype", "/Width", "/Height", "/BitsPerComponent", "/ColorSpace", "/Decode",
    "/Filter", "/DecodeParms", "/Length",
})  # fmt: skip
_ASKS_MORE = ("/SMask", "/Mask", "/ImageMask")


class Source:
    """One PDF of the archive, opened once for all the pages it gives."""

    def __init__(self, data: bytes) -> None:
        self._structure = pikepdf.open(io.BytesIO(data))
        self._drawing = pdfium.PdfDocument(data)

    def close(self) -> None:
        """Let go of the file; not before what was copied from it is saved."""
        self._structure.close()
        self._drawing.close()

    def only_image(self, pdf: pikepdf.Pdf, scan: Scan) -> tuple[pikepdf.Stream, int] | None:
        """Return the page's only image, its coded bytes untouched, and its orientation tag.

        None unless it is the scan that was read, of the scan's size, in colours that any PDF/A
        may have.
        """
        page = self._structure.pages[scan.index]
        drawn = [*page.resources.get("/XObject", pikepdf.Dictionary()).values()]
        images = [item for item in drawn if item.get("/Subtype") == Name.Image]
        turn = int(page.obj.get("/Rotate", 0)) % 360
        if len(drawn) != 1 or len(images) != 1 or turn not in _TURNED:
            return None
        image = cast("pikepdf.Stream", images[0])
        size = (int(image.Width), int(image.Height))
        seen = size if turn % 180 == 0 else size[::-1]
        if seen != (scan.width, scan.height) or not _is_plain(image):
            return None
        own = cast("pikepdf.Stream", pdf.copy_foreign(image))
        for key in set(own.keys()) - _KEPT:
            del own[key]
        return own, _TURNED[turn]

    def drawn(self, scan: Scan) -> Image.Image:
        """Return the page drawn in the scan's size; grey where nothing on it has a colour."""
        page = self._drawing[scan.index]
        try:
            width, height = page.get_size()
            scale = max(scan.width / width, scan.height / height)
            drawn = cast("Image.Image", page.render(scale=scale).to_pil())
            image = drawn.convert("RGB")
        finally:
            page.close()
        if image.size != (scan.width, scan.height):
            image = image.resize((scan.width, scan.height))
        red, green, blue = (band.tobytes() for band in image.split())
        return image.getchannel(0) if red == green == blue else image


def _is_plain(image: pikepdf.Stream) -> bool:
    """Return whether a PDF/A may hold the image as it is."""
    filters = tuple(_each(image.get("/Filter")))
    return (
        len(filters) == 1
        and filters[0] in _FILTERS
        and image.get("/ColorSpace") in _PLAIN
        and not any(key in image for key in _ASKS_MORE)
    )


def _each(value: object) -> Iterator[object]:
    if isinstance(value, pikepdf.Array):
        yield from value
    elif value is not None:
        yield value
