"""XML as it is written here: pure functions from strings to markup, every string made safe once.

Markup is put together as text, for a page of ten thousand words is written thus in a third of
the time that a tree takes. What XML cannot hold is replaced by U+FFFD; names that are no XML
names are spelled with _xHHHH_, which `digitize.load.oldocr.markup` reads back.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NewType

Markup = NewType("Markup", str)
"""Text that is markup already; `text` and `element` are the only makers of it."""

Attributes = Mapping[str, str | int | float | None]
"""Attributes in their order; those that are None are left out."""

DECLARATION = Markup('<?xml version="1.0" encoding="UTF-8"?>\n')

UNDATED = "1970-01-01T00:00:00Z"
"""The time written where a format must have one: no time is recorded, and this one says so."""

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_IN_TEXT = re.compile("[&<>\r\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_IN_ATTRIBUTE = re.compile('[&<>"\r\n\t\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]')
_ENTITIES = {
    "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#13;", "\n": "&#10;",
    "\t": "&#9;",
}  # fmt: skip
_START = "A-Za-z_À-ÖØ-öø-ÿ〇ぁ-ゔァ-ヺ一-龥가-힣"  # letters of names by every edition of XML 1.0
_NAME = re.compile(f"[{_START}][{_START}0-9.-]*")
_NO_NAME_CHAR = re.compile(f"[^{_START}0-9.-]|\\A[0-9.-]")
_SPELLED = re.compile("_(?=x[0-9A-F]{4,6}_)")
_LANGUAGE = re.compile("[a-zA-Z]{2,8}(?:-[a-zA-Z0-9]{1,8})*")


def legal(value: str) -> str:
    """Return `value` with every character that XML 1.0 forbids as U+FFFD."""
    return _FORBIDDEN.sub("\ufffd", value)


def text(value: str) -> Markup:
    """Return `value` as character data."""
    if _IN_TEXT.search(value):
        value = _IN_TEXT.sub(lambda found: _ENTITIES.get(found[0], "\ufffd"), value)
    return Markup(value)


def element(name: str, attributes: Attributes, *inside: Markup) -> Markup:
    """Return one element with `inside` right after each other, without a space added."""
    head = _head(name, attributes)
    return Markup(f"{head}>{''.join(inside)}</{name}>" if inside else f"{head}/>")


def block(name: str, attributes: Attributes, *inside: Markup) -> Markup:
    """Return one element whose children stand each on a line of its own; empty ones are left out.

    For elements without text of their own only.
    """
    head = _head(name, attributes)
    kept = "\n".join(filter(None, inside))
    return Markup(f"{head}>\n{kept}\n</{name}>" if kept else f"{head}/>")


def filled(name: str, attributes: Attributes, *inside: Markup) -> Markup:
    """Return a block as `block` does, but nothing when nothing is inside."""
    return block(name, attributes, *inside) if any(inside) else Markup("")


def leaf(name: str, value: str | float | None, attributes: Attributes | None = None) -> Markup:
    """Return an element that holds only `value`; nothing when that is None or empty."""
    if value is None or value == "":
        return Markup("")
    return element(name, attributes or {}, text(str(value)))


def file(root: Markup) -> bytes:
    """Return a whole file: declaration, root, final line feed."""
    return f"{DECLARATION}{root}\n".encode()


def ident(name: str) -> str:
    """Return `name` as an XML id: itself when it is one, else with _xHHHH_ for what may not be."""
    if _NAME.fullmatch(name) and not _SPELLED.search(name):
        return name
    spelled = _SPELLED.sub("_x005F_", name)
    return _NO_NAME_CHAR.sub(lambda found: f"_x{ord(found[0]):04X}_", spelled) or "_"


def language(tag: str) -> str | None:
    """Return `tag` when it is a well-formed BCP 47 tag of letters and digits, else None."""
    return tag if _LANGUAGE.fullmatch(tag) else None


@lru_cache(maxsize=10_000)
def share(value: float | None) -> str | None:
    """Return a confidence 0..1 with four decimals at most."""
    return None if value is None else f"{min(1.0, max(0.0, value)):.4f}".rstrip("0").rstrip(".")


def _head(name: str, attributes: Attributes) -> str:
    parts = [f"<{name}"]
    for key, value in attributes.items():
        if value is None:
            continue
        if isinstance(value, str) and _IN_ATTRIBUTE.search(value):
            safe = _IN_ATTRIBUTE.sub(lambda found: _ENTITIES.get(found[0], "\ufffd"), value)
            parts.append(f' {key}="{safe}"')
        else:
            parts.append(f' {key}="{value}"')
    return "".join(parts)
