"""A scan as an image of a PDF: its own bytes where PDF knows their coding, else without loss.

JPEG, JPEG 2000, CCITT fax strips of a TIFF and the data of a PNG go in as they lie in the file;
so does the only image of a PDF page. Everything else is decoded and kept as PNG data is.
"""

from __future__ import annotations

import io
import struct
import warnings
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String
from PIL import Image, ImageCms

from digitize.errors import InputError
from digitize.formats.pdf_source import Source
from digitize.model.page import Scan

Matrix = tuple[float, float, float, float, float, float]

UPRIGHT: dict[int, Matrix] = {
    1: (1, 0, 0, 1, 0, 0),
    2: (-1, 0, 0, 1, 1, 0),
    3: (-1, 0, 0, -1, 1, 1),
    4: (1, 0, 0, -1, 0, 1),
    5: (0, -1, -1, 0, 1, 1),
    6: (0, -1, 1, 0, 0, 1),
    7: (0, 1, 1, 0, 0, 0),
    8: (0, 1, -1, 0, 1, 0),
}
"""What an orientation tag (EXIF 2.3, tag 274) does to an image drawn in the unit square."""

_ORIENTATION = 274
_WIDTH, _LENGTH, _COMPRESSION, _PHOTOMETRIC, _FILL, _STRIPS, _ROWS, _SIZES, _T4 = (
    256, 257, 259, 262, 266, 273, 278, 279, 292,
)  # fmt: skip  # TIFF 6.0, section 8
_FAX3, _FAX4 = 3, 4
_SPACES = {"1": Name.DeviceGray, "L": Name.DeviceGray, "RGB": Name.DeviceRGB}
_PROFILES = {"L": b"GRAY", "RGB": b"RGB ", "CMYK": b"CMYK"}
_MIRRORED = bytes(int(f"{byte:08b}"[::-1], 2) for byte in range(256))
_PNG = b"\x89PNG\r\n\x1a\n"
_LAB_TO_RGB = (ImageCms.createProfile("LAB"), ImageCms.createProfile("sRGB"))
_CODESTREAM = b"\xff\x4f\xff\x51"


@dataclass(frozen=True, slots=True)
class Strip:
    """One image and the part of the scan that it shows, as shares of its height from above."""

    image: Stream
    top: float = 0.0
    bottom: float = 1.0


@dataclass(frozen=True, slots=True)
class Picture:
    """The images that together are one scan, and how they are turned upright."""

    strips: tuple[Strip, ...]
    matrix: Matrix = field(default=UPRIGHT[1])


def of_pdf(pdf: Pdf, scan: Scan, source: Source) -> Picture:
    """Return a page of a PDF as images that belong to `pdf`."""
    own = source.only_image(pdf, scan)
    if own is not None:
        return Picture((Strip(own[0]),), UPRIGHT[own[1]])
    return Picture((Strip(_coded(pdf, _png(source.drawn(scan)))),))


def of_image(pdf: Pdf, scan: Scan, data: bytes) -> Picture:
    """Return an image file as images that belong to `pdf`; raises InputError when it is damaged."""
    limit, Image.MAX_IMAGE_PIXELS = Image.MAX_IMAGE_PIXELS, None  # checked when it was read
    try:
        with warnings.catch_warnings(), Image.open(io.BytesIO(data)) as image:
            warnings.simplefilter("ignore")
            image.seek(scan.index)
            strips = tuple(_as_it_lies(pdf, image, data))
            turned = image.getexif().get(_ORIENTATION, 1)
            if not strips:
                image.load()  # of a TIFF this turns it upright
                turned = image.getexif().get(_ORIENTATION, 1)
                strips = (Strip(_coded(pdf, _png(image))),)
    except (OSError, ValueError, SyntaxError, EOFError, struct.error) as error:
        raise InputError(f"the scan cannot be decoded ({error})", where=scan.path) from error
    finally:
        Image.MAX_IMAGE_PIXELS = limit
    return Picture(strips, UPRIGHT.get(turned, UPRIGHT[1]))


def _as_it_lies(pdf: Pdf, image: Image.Image, data: bytes) -> Iterator[Strip]:
    """Yield the images that hold the file's own coded bytes; none when PDF does not know them."""
    if image.format == "JPEG" and image.mode in _PROFILES:
        space = _space(pdf, image)
        if space is not None:
            coded = _stream(pdf, image.size, data, space, Filter=Name.DCTDecode)
            if image.mode == "CMYK" and "adobe" in image.info:
                coded.Decode = Array([1, 0] * 4)  # Adobe writes ink as its opposite
            yield Strip(coded)
    elif image.format == "JPEG2000" and image.mode in ("L", "RGB"):
        boxed = _boxed(data, image) if data[:4] == _CODESTREAM else data
        yield Strip(_stream(pdf, image.size, boxed, _SPACES[image.mode], Filter=Name.JPXDecode))
    elif image.format == "TIFF" and image.mode == "1":
        yield from _fax(pdf, image, data)
    elif image.format == "PNG" and _plain_png(data):
        yield Strip(_coded(pdf, data))


def _stream(pdf: Pdf, size: tuple[int, int], data: bytes, space: object, **more: object) -> Stream:
    entries = {
        "Type": Name.XObject,
        "Subtype": Name.Image,
        "Width": size[0],
        "Height": size[1],
        "ColorSpace": space,
        "BitsPerComponent": 8,
    }
    return pdf.make_stream(data, **(entries | more))


def _space(pdf: Pdf, image: Image.Image) -> object | None:
    """Return the image's colours: by its own profile if that is sound, else as the device's."""
    profile = image.info.get("icc_profile", b"")
    if sound(profile, _PROFILES[image.mode]):
        return icc(pdf, profile, {"L": 1, "RGB": 3, "CMYK": 4}[image.mode])
    return _SPACES.get(image.mode)


def sound(profile: bytes, space: bytes) -> bool:
    """Return whether an ICC profile may stand in a PDF/A-2: ICC.1:2004-10, section 7.2."""
    return (
        len(profile) >= 132
        and int.from_bytes(profile[:4], "big") == len(profile)
        and profile[8] in (2, 4)
        and profile[12:16] in (b"mntr", b"scnr", b"prtr", b"spac")
        and profile[16:20] == space
        and profile[36:40] == b"acsp"
    )


def icc(pdf: Pdf, profile: bytes, channels: int) -> Array:
    """Return a colour space with that profile."""
    return Array([Name.ICCBased, pdf.make_stream(profile, N=channels)])


def _boxed(codestream: bytes, image: Image.Image) -> bytes:
    """Return a bare JPEG 2000 codestream in the boxes of a JP2 file (ISO 15444-1, annex I)."""
    channels = len(image.getbands())
    head = struct.pack(">IIHBBBB", image.height, image.width, channels, 7, 7, 0, 0)
    colour = struct.pack(">BBBI", 1, 0, 0, 17 if channels == 1 else 16)
    boxes = (
        (b"jP  ", b"\r\n\x87\n"),
        (b"ftyp", b"jp2 \0\0\0\0jp2 "),
        (b"jp2h", _box(b"ihdr", head) + _box(b"colr", colour)),
        (b"jp2c", codestream),
    )
    return b"".join(_box(kind, data) for kind, data in boxes)


def _box(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data) + 8) + kind + data


def _fax(pdf: Pdf, image: Image.Image, data: bytes) -> Iterator[Strip]:
    """Yield the strips of a TIFF in fax code, each an image of its own."""
    tags: Any = image.tag_v2  # type: ignore[attr-defined]  # a TIFF has them
    coding = tags.get(_COMPRESSION)
    if coding not in (_FAX3, _FAX4) or _STRIPS not in tags:
        return
    options = tags.get(_T4, 0) if coding == _FAX3 else 0
    width, height = tags[_WIDTH], tags[_LENGTH]
    rows = min(tags.get(_ROWS, height), height)
    row = 0
    for start, size in zip(tags[_STRIPS], tags[_SIZES], strict=True):
        coded = data[start : start + size]
        own = min(rows, height - row)
        parameters = Dictionary(
            K=-1 if coding == _FAX4 else options & 1,
            Columns=width,
            Rows=own,
            BlackIs1=tags.get(_PHOTOMETRIC) == 1,
            EncodedByteAlign=bool(options & 4),
        )
        strip = _stream(
            pdf,
            (width, own),
            coded.translate(_MIRRORED) if tags.get(_FILL, 1) == 2 else coded,
            Name.DeviceGray,
            Filter=Name.CCITTFaxDecode,
            DecodeParms=parameters,
            BitsPerComponent=1,
        )
        yield Strip(strip, row / height, (row + own) / height)
        row += own


def _png(image: Image.Image) -> bytes:
    """Return any image as a PNG: grey or colour, on white where it was transparent."""
    if image.mode in ("I", "F"):
        values = np.nan_to_num(np.asarray(image, dtype=np.float32), posinf=0, neginf=0)
        image = Image.fromarray((values * (255 / max(1.0, values.max()))).astype(np.uint8))
    elif image.mode == "LAB":
        image = ImageCms.profileToProfile(image, *_LAB_TO_RGB, outputMode="RGB") or image
    elif "A" in image.getbands() or "transparency" in image.info:
        over = image.convert("RGBA")
        image = Image.alpha_composite(Image.new("RGBA", over.size, "white"), over).convert("RGB")
    elif image.mode not in ("1", "L", "RGB", "I;16", "I;16B"):
        image = image.convert("RGB")
    stream = io.BytesIO()
    image.save(stream, format="PNG", icc_profile=None)
    return stream.getvalue()


def _plain_png(data: bytes) -> bool:
    """Return whether PDF can hold the PNG's data as it is: whole rows, nothing transparent."""
    kinds = [kind for kind, _ in _chunks(data)]
    interlaced, colour = data[28], data[25]
    return not interlaced and colour in (0, 2, 3) and b"tRNS" not in kinds


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    place = len(_PNG)
    while place + 8 <= len(data):
        size = int.from_bytes(data[place : place + 4], "big")
        yield data[place + 4 : place + 8], data[place + 8 : place + 8 + size]
        place += 12 + size


def _coded(pdf: Pdf, data: bytes) -> Stream:
    """Return a plain PNG as an image with the PNG's own coded data."""
    width, height, depth, colour = struct.unpack(">IIBB", data[16:26])
    space: object = Name.DeviceRGB if colour == 2 else Name.DeviceGray
    if colour == 3:
        table = next(body for kind, body in _chunks(data) if kind == b"PLTE")
        space = Array([Name.Indexed, Name.DeviceRGB, len(table) // 3 - 1, String(table)])
    return _stream(
        pdf,
        (width, height),
        b"".join(body for kind, body in _chunks(data) if kind == b"IDAT"),
        space,
        Filter=Name.FlateDecode,
        DecodeParms=Dictionary(
            Predictor=15, Colors=3 if colour == 2 else 1, BitsPerComponent=depth, Columns=width
        ),
        BitsPerComponent=depth,
    )
