"""XML and HTML from strangers: no entity is expanded, nothing is fetched, damage is told.

Names are compared without their namespaces, for the same format is met in four of them, and in
none at all.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import unquote, urlsplit

from lxml import etree

from digitize.errors import InputError
from digitize.load import terms

Node = etree._Element  # noqa: SLF001 - lxml has no public name for the class of its nodes

_text_nodes: Any = etree.XPath(".//text()")
_SPELLED = re.compile("_x([0-9A-F]{4,6})_")
_DIGITS = 16  # fewer digits are a number as they stand
_NUMBER = re.compile(r"\s*([+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)")


def parse(raw: bytes, *, where: str) -> tuple[Node, tuple[str, ...]]:
    """Return the root of an XML file, and what was wrong with it: names without a namespace.

    Raises InputError when it is no well-formed XML, for nobody knows what is missing, and when it
    declares entities: they would be read from elsewhere, or blown up, and left out they are lost;
    LimitError when its elements are too many, or too deep within one another.
    """
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=_deep(),
        recover=True,
        remove_comments=True,
        remove_pis=True,
    )
    root, told = _root(raw, parser, where)
    fatal = next((item for item in parser.error_log if item.level >= _FATAL), None)
    if fatal:
        cause = f"it is no well-formed XML: line {fatal.line}: {fatal.message}"
        raise InputError(cause, where=where, hint="export it again")
    grammar: Any = root.getroottree().docinfo.internalDTD
    if grammar is not None and any(grammar.iterentities()):
        raise InputError(
            "it declares entities, which are not expanded", where=where, hint="export it without"
        )
    return root, told


def parse_html(raw: bytes, *, where: str) -> tuple[Node, tuple[str, ...]]:
    """Return the root of an HTML or XHTML file; raises InputError when there is none."""
    try:
        raw.decode("utf-8")
        encoding: str | None = "utf-8"
    except UnicodeDecodeError:
        encoding = None  # as the file itself declares it
    parser = etree.HTMLParser(
        no_network=True, recover=True, huge_tree=_deep(), remove_comments=True, encoding=encoding
    )
    return _root(raw, parser, where)[0], ()


def _root(
    raw: bytes, parser: etree.XMLParser | etree.HTMLParser, where: str
) -> tuple[Node, tuple[str, ...]]:
    try:
        root = etree.fromstring(raw, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise InputError(f"it is no XML: {error}", where=where, hint="export it again") from error
    if any(item.type_name == _EXCESS and "depth" in item.message for item in parser.error_log):
        terms.within("depth", terms.most("depth") + 1, where, more=True)
    if root is None:
        raise InputError("it is no XML", where=where, hint="export it again")
    terms.within("elements", sum(1 for _ in root.iter(etree.Element)), where)
    if _deep():
        terms.within("depth", _depth(root), where)
    first = next((item for item in parser.error_log if item.level >= _DAMAGE), None)
    told = f"the markup is damaged: line {first.line}: {first.message}" if first else ""
    return root, (told,) if told else ()


def _deep() -> bool:
    """Return whether files may be deeper than the parser takes by itself."""
    return terms.most("depth") > terms.MOST["depth"]


def _depth(root: Node) -> int:
    """Return how many elements lie within one another at most."""
    depth = deepest = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    return deepest


_EXCESS = "ERR_RESOURCE_LIMIT"  # of libxml2: depth, or an entity's size
_FATAL = 3  # no XML any more
_DAMAGE = 2  # an error, where 1 is a warning: a namespace that is no absolute address


def name(node: Node) -> str:
    """Return the name of an element without its namespace; "" for what is no element."""
    return _local(node.tag) if isinstance(node.tag, str) else ""


@lru_cache(maxsize=512)
def _local(qualified: str) -> str:
    return qualified.rpartition("}")[2]


def attributes(node: Node) -> dict[str, str]:
    """Return the attributes of an element by their names without namespaces."""
    return {_local(str(key)): str(value) for key, value in node.items()}


def children(node: Node, *names: str) -> Iterator[Node]:
    """Yield the child elements of those names, or all."""
    for child in node:
        if isinstance(child.tag, str) and (not names or _local(child.tag) in names):
            yield child


def child(node: Node | None, *path: str) -> Node | None:
    """Return the first element down a path of names."""
    for step in path:
        if node is None:
            return None
        node = next(children(node, step), None)
    return node


def descendants(node: Node, *names: str) -> Iterator[Node]:
    """Yield the elements of those names anywhere below."""
    for found in node.iter():
        if isinstance(found.tag, str) and name(found) in names:
            yield found


def said(node: Node | None) -> str:
    """Return the text of an element and all below it, its ends trimmed; entities say nothing."""
    return "".join(_text_nodes(node)).strip() if node is not None else ""


def number(value: str | None) -> float | None:
    """Return the number a value begins with; None for none, NaN or infinity."""
    if value and len(value) < _DIGITS and value.isascii() and value.isdigit():
        return float(value)
    found = _NUMBER.match(value or "")
    result = float(found[1]) if found else math.nan
    return result if math.isfinite(result) else None


def unident(spelled: str) -> str:
    """Return an id with its _xHHHH_ read back as the characters they stand for."""
    if "_x" not in spelled:
        return spelled
    return _SPELLED.sub(lambda found: _character(found[0], int(found[1], 16)), spelled)


def _character(spelled: str, code: int) -> str:
    return chr(code) if code <= 0x10FFFF else spelled


def inside(reference: str) -> PurePosixPath | None:
    """Return a reference to another file as a path that stays below its own folder, or None.

    "file://./ALTO/1.xml", "./alto/1.xml" and "alto%201.xml" are such; addresses on the net,
    absolute paths and those that climb are not.
    """
    bare = reference.strip().replace("\\", "/")
    bare = re.sub(r"^file:/{0,2}(?=\.)", "", bare)
    parts = urlsplit(bare)
    if parts.scheme or parts.netloc or "\x00" in bare:
        return None
    path = PurePosixPath(unquote(parts.path))
    if path.is_absolute() or ".." in path.parts or not path.name:
        return None
    return path
