"""What kind of file this is: told by its first bytes, whatever its name claims."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Literal

from digitize.errors import InputError, InputMissingError
from digitize.load import terms

Kind = Literal["image", "pdf", "text", "alto", "page", "hocr", "tsv", "abbyy", "mets"]

IMAGE_NAMES = frozenset(
    {".png", ".jpg", ".jpeg", ".jpe", ".webp", ".jp2", ".j2k", ".j2c", ".jpx", ".jpf", ".jpc"}
    | {".tif", ".tiff", ".tf8", ".btf"}
)
PDF_NAMES = frozenset({".pdf"})
TEXT_NAMES = frozenset({".txt", ".text", ".md"})
RECORD_NAMES = frozenset({".xml", ".alto", ".mets", ".hocr", ".html", ".htm", ".xhtml", ".tsv"})
SUPPORTED = (
    "PNG, JPEG, WebP, JPEG 2000, TIFF, PDF, ALTO, PAGE, hOCR, METS, Tesseract TSV, ABBYY XML "
    "and plain text (.txt, .text, .md)"
)

_HEAD = 1024  # a PDF's header may stand anywhere in the first kilobyte (ISO 32000, annex H)
_MARKUP_HEAD = 64 << 10  # the head of an hOCR file may hold style sheets and scripts
_ROOT = re.compile(r"<(?:[\w.-]+:)?(alto|PcGts|mets|html|document)[\s>]", re.IGNORECASE)
_ROOTS: dict[str, Kind] = {"alto": "alto", "pcgts": "page", "mets": "mets"}
_MAGIC: tuple[tuple[bytes, Kind], ...] = (
    (b"\x89PNG\r\n\x1a\n", "image"),
    (b"\xff\xd8\xff", "image"),
    (b"\x00\x00\x00\x0cjP  ", "image"),
    (b"\xff\x4f\xff\x51", "image"),
    (b"II*\x00", "image"),
    (b"MM\x00*", "image"),
    (b"II+\x00", "image"),
    (b"MM\x00+", "image"),
)
_TSV = b"level\tpage_num\tblock_num"  # the header of Tesseract's table
_FOREIGN = (
    b"PK\x03\x04",
    b"\x7fELF",
    b"GIF8",
    b"%!PS",
    b"\x1f\x8b",
    b"7z\xbc\xaf",
    b"Rar!",
    b"MZ\x90",
)
_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")


def kind(path: Path, *, where: str) -> Kind:
    """Return what `path` holds.

    Plain text bears no mark: a file is text when its name says so and its bytes do not
    contradict, or when it opens with a byte order mark.

    Raises InputMissingError when the file is not there or may not be read, InputError when it is
    empty or of no supported kind, LimitError when it is too large.
    """
    head = _head(path, where)
    suffix = path.suffix.lower()
    marked = _marked(head[:_HEAD]) or _markup(head)
    if marked == "image" and suffix in TEXT_NAMES:
        raise InputError(
            "it is an image under the name of a text", where=where, hint="give it its own name"
        )
    if marked:
        return marked
    foreign = head.startswith(_FOREIGN)
    if suffix in PDF_NAMES and not foreign:
        return "pdf"  # the header may be lost; the parser has the last word
    named = suffix in TEXT_NAMES or (head.startswith(_BOMS) and suffix not in IMAGE_NAMES)
    if named and not foreign:
        return "text"
    raise InputError("its content is of no supported kind", where=where, hint=f"give {SUPPORTED}")


def _marked(head: bytes) -> Kind | None:
    for magic, name in _MAGIC:
        if head.startswith(magic):
            return name
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return "image"
    return "pdf" if b"%PDF-" in head else None


def _markup(head: bytes) -> Kind | None:
    """Return which record a file holds, told by its root element, or a table's header."""
    if head.startswith(_TSV):
        return "tsv"
    if not head.removeprefix(_BOMS[0]).lstrip().startswith(b"<") and not head.startswith(_BOMS):
        return None
    text = head.decode("utf-16" if head.startswith(_BOMS[1:3]) else "utf-8", "ignore")
    root = _ROOT.search(text)
    if root is None:
        return None
    name = root[1].lower()
    if name == "document":
        return "abbyy" if "abbyy" in text.lower() or "finereader" in text.lower() else None
    return _ROOTS.get(name) or ("hocr" if "ocr_page" in text or "ocr-system" in text else None)


def _head(path: Path, where: str) -> bytes:
    try:
        if not path.exists():
            raise InputMissingError("there is no such file", where=where, hint="check the path")
        if not path.is_file():
            raise InputError("it is not a regular file", where=where, hint="give files or folders")
        terms.within("bytes", path.stat().st_size, where)
        with path.open("rb") as file:
            head = file.read(_HEAD)
            if head.lstrip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n").startswith(b"<"):
                head += file.read(_MARKUP_HEAD)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        raise InputMissingError(
            f"it cannot be read ({_cause(error)})", where=where, hint="check its permissions"
        ) from error
    if not head:
        raise InputError("the file is empty", where=where, hint="copy it again from its source")
    return head


def _cause(error: OSError | ValueError) -> str:
    return error.strerror or str(error) if isinstance(error, OSError) else str(error)
