"""Image files, frame by frame: any depth and colour model, upright, the damage told."""

from __future__ import annotations

import struct
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import BinaryIO

from PIL import Image, ImageCms, ImageFile, ImageOps, UnidentifiedImageError

from digitize.errors import InputError
from digitize.load import terms
from digitize.load.digest import digest
from digitize.load.images.damage import blemishes, on_paper
from digitize.load.images.pixels import pixels
from digitize.load.images.tones import positive
from digitize.model.page import Page, Scan
from digitize.stage import Pixels, Sheet

FORMATS = ("PNG", "JPEG", "WEBP", "JPEG2000", "TIFF")  # never EPS: it would run a program
DPI = (30.0, 4_800.0)  # outside, the figure is a slip: 0, 1, or dots per metre

_NEW_SUBFILE, _PHOTOMETRIC = 254, 262  # TIFF tags (TIFF 6.0, pages 36 and 37)
_NOT_A_PAGE = 1 | 4  # a smaller copy or a mask of another frame
_WHITE_IS_ZERO = 0

PILLOW_RAISES = (
    OSError,  # truncated, unidentified, broken data stream, decoder error
    SyntaxError,  # its plugins' own word for a file of another format
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
    ArithmeticError,
    EOFError,
    NotImplementedError,
    AssertionError,
    struct.error,
    Image.DecompressionBombError,
    ImageCms.PyCMSError,
)
"""What Pillow raises on damaged files; its plugins read them without checks of their own."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """One frame: its pixels upright, the dots per inch if known, what is wrong with it."""

    pixels: Pixels
    dpi: float | None
    warnings: tuple[str, ...]


def frames(path: Path, where: str) -> Iterator[int]:
    """Yield the index of each frame that is a page: of a TIFF, all but reduced copies and masks.

    Raises InputError when the file cannot be read at all, LimitError over too many frames.
    """
    with _opened(path, where) as image:
        if image.format != "TIFF":
            yield 0
            return
        found = 0
        for index in count():
            if not _sought(image, index):
                break
            terms.within("frames", index + 1, where, more=True)
            if not _subfile(image) & _NOT_A_PAGE:
                found += 1
                yield index
        if not found:
            yield 0


def load(path: Path, index: int, *, name: str, page_id: str, number: int) -> Sheet:
    """Return frame `index` of an image file as a sheet.

    Raises InputError when it cannot be decoded, LimitError over too many pixels.
    """
    decoded = decode(path, index, where=f"{name}#{index + 1}" if index else name)
    height, width = decoded.pixels.shape[:2]
    scan = Scan(
        path=name,
        sha256=digest(path),
        width=width,
        height=height,
        dpi=decoded.dpi,
        index=index,
        kind="scan",
    )
    page = Page(id=page_id, number=number, scan=scan, warnings=decoded.warnings)
    return Sheet(page, decoded.pixels)


def decode(path: Path, index: int, *, where: str) -> Decoded:
    """Decode one frame, turned upright by its orientation tag; what can be saved is saved.

    Raises as `load` does.
    """
    try:
        return _decode(path, index, where, truncated=False)
    except _Broken as broken:
        cause = broken
    try:
        part = _decode(path, index, where, truncated=True)
    except _Broken as broken:
        raise InputError(
            f"the image is damaged ({broken})", where=where, hint="scan or copy it again"
        ) from broken
    notes = (f"truncated: only part of the image could be read ({cause})", *part.warnings)
    return Decoded(part.pixels, part.dpi, notes)


class _Broken(Exception):  # noqa: N818 - never leaves this module
    """Pillow gave up on a file."""


def _decode(path: Path, index: int, where: str, *, truncated: bool) -> Decoded:
    with _opened(path, where) as image, _lenient(on=truncated):
        if index and not _sought(image, index):
            raise InputError(f"it has no frame {index + 1}", where=where)
        _within_budget(image, where)
        dpi = _dpi(image)
        inverted = _photometric(image) == _WHITE_IS_ZERO
        try:
            image.load()
            _turn_upright(image)
            array = pixels(image, white_is_zero=inverted)
        except PILLOW_RAISES as error:
            raise _Broken(str(error) or type(error).__name__) from error
    notes = blemishes(path, array)
    if truncated or notes:
        if int(array.min()) == int(array.max()):
            raise _Broken("nothing of it could be decoded")
        array = on_paper(array)
    array, turned = positive(array)
    return Decoded(array, dpi, notes + turned)


@contextmanager
def _opened(path: Path, where: str) -> Iterator[Image.Image]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Pillow's own limit lies below ours; ours is checked
        limit, Image.MAX_IMAGE_PIXELS = Image.MAX_IMAGE_PIXELS, None
        try:
            # by handle: Pillow maps a raw TIFF given by path, and then turns it wrongly
            with path.open("rb") as file, _open(file, where) as image:
                yield image
        finally:
            Image.MAX_IMAGE_PIXELS = limit


def _open(file: BinaryIO, where: str) -> Image.Image:
    try:
        return Image.open(file, formats=FORMATS)
    except PILLOW_RAISES as error:
        raise InputError(
            f"the image cannot be read ({_short(error)})",
            where=where,
            hint="scan or copy it again",
        ) from error


def _short(error: BaseException) -> str:
    if isinstance(error, UnidentifiedImageError):
        return "its header is damaged"
    return str(error) or type(error).__name__


@contextmanager
def _lenient(*, on: bool) -> Iterator[None]:
    before, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, on
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before


def _sought(image: Image.Image, index: int) -> bool:
    try:
        image.seek(index)
    except PILLOW_RAISES:
        return False
    return True


def _tag(image: Image.Image, tag: int) -> int | None:
    tags = getattr(image, "tag_v2", None)
    value = tags.get(tag) if tags is not None else None
    return value if isinstance(value, int) else None


def _subfile(image: Image.Image) -> int:
    return _tag(image, _NEW_SUBFILE) or 0


def _photometric(image: Image.Image) -> int | None:
    return _tag(image, _PHOTOMETRIC)


def _within_budget(image: Image.Image, where: str) -> None:
    found = image.width * image.height
    limit = "webp-pixels" if image.format == "WEBP" else "pixels"
    terms.within(limit, found, where, told=f"{image.width} x {image.height}")


def _turn_upright(image: Image.Image) -> None:
    """Apply EXIF or TIFF orientation; an unreadable EXIF block says nothing."""
    with suppress(*PILLOW_RAISES):
        ImageOps.exif_transpose(image, in_place=True)


def _dpi(image: Image.Image) -> float | None:
    """Return the dots per inch, the mean of both directions; None when absent or absurd."""
    try:
        both = [float(value) for value in image.info.get("dpi", ())[:2]]
        mean = sum(both) / len(both)
    except PILLOW_RAISES:
        return None
    return round(mean, 2) if DPI[0] <= mean <= DPI[1] else None
