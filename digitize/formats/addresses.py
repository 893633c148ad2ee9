"""Addresses for what the web wants addressed: the issue, its pages, its articles."""

from __future__ import annotations

import re
from urllib.parse import quote

from digitize.model.document import Document
from digitize.model.geometry import NOWHERE, Box
from digitize.model.page import Page

UNPUBLISHED = "https://archive.invalid"
"""Where a package says it lies before anybody has put it anywhere: a name for nothing, RFC 6761."""

_TYPES = {
    ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".png": "image/png", ".tif": "image/tiff",
    ".tiff": "image/tiff", ".jp2": "image/jp2", ".j2k": "image/j2c", ".webp": "image/webp",
    ".pdf": "application/pdf", ".txt": "text/plain", ".xml": "application/xml",
}  # fmt: skip
_LABEL = re.compile("[a-zA-Z-]+")  # what IIIF's schema takes for a language


def issue(base: str, document: Document) -> str:
    """Return the address of an issue's folder, without a slash at its end."""
    return f"{base.rstrip('/')}/{path(document.id)}"


def path(name: str) -> str:
    """Return a relative path as it stands in an address."""
    return quote(name.encode("utf-8", "replace"), safe="/-._~")


def media_type(name: str) -> str:
    """Return the media type of a file, told by its name."""
    dot = name.lower().rfind(".")
    return _TYPES.get(name.lower()[dot:] if dot >= 0 else "", "application/octet-stream")


def place(page: Page, box: Box) -> str:
    """Return a media fragment for a box, "" where nothing has a place: W3C Media Fragments 1.0."""
    if page.scan.unit == "cell" or box == NOWHERE or box.width <= 0 or box.height <= 0:
        return ""
    return f"#xywh={box.x0},{box.y0},{box.width},{box.height}"


def tagged(lang: str | None) -> str:
    """Return a language as a key of IIIF's language maps: "none" where none is known."""
    return lang if lang and _LABEL.fullmatch(lang) else "none"
