"""METS as it is met: which file holds which page, what the issue is, which blocks are an article.

Read in the shapes of ENMAP, docWorks, BnL, the DFG viewer and NDNP, and METS 2 for its files.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from digitize.errors import InputError, InputMissingError
from digitize.load.oldocr import markup, mods
from digitize.load.oldocr.markup import (
    Node,
    attributes,
    child,
    children,
    descendants,
    name,
    number,
    unident,
)
from digitize.load.oldocr.record import kind_named
from digitize.model.document import Kind
from digitize.model.issue import Issue
from digitize.model.page import Role

_TEXTS = (".xml", ".hocr", ".html", ".htm", ".xhtml")
_IMAGES = (".tif", ".tiff", ".jp2", ".png", ".jpg", ".jpeg")
_ITEMS = frozenset(
    "article advertisement advert ad advertisements illustration table obituary weather "
    "death_notice chapter letter poem serial supplement_article review cartoon puzzle".split()
)
_SECTIONS = frozenset(
    "newspaper volume issue content section supplement textsection np:issue year month day "
    "additional periodical".split()
)
_ROLES = {
    "title": Role.HEADLINE, "headline": Role.HEADLINE, "heading": Role.HEADLINE,
    "subtitle": Role.DECK, "subheadline": Role.DECK, "overline": Role.KICKER,
    "author": Role.BYLINE, "byline": Role.BYLINE, "dateline": Role.DATELINE,
    "caption": Role.CAPTION, "crossheading": Role.SUBHEADING, "publishing_stmt": Role.MASTHEAD,
    "page_number": Role.FOLIO, "header": Role.RUNNING_HEADER, "running_title": Role.RUNNING_HEADER,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Leaflet:
    """One page: the file that holds it."""

    path: Path
    name: str  # the reference, for people
    files: tuple[str, ...]  # ids of all files of this page
    error: InputError | None = None


@dataclass(frozen=True, slots=True)
class Area:
    """A block of an article: by its id in a file, or by its place on an image."""

    file: str
    begin: str
    box: tuple[int, ...] = ()
    role: Role | None = None
    goes_on: bool = False  # the paragraph of the block before runs on in this one


@dataclass(slots=True)
class Item:
    """An article, an advertisement, a picture."""

    id: str
    kind: Kind
    areas: list[Area] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Mets:
    """A METS, read."""

    id: str
    issue: Issue
    items: tuple[Item, ...]
    head: tuple[Area, ...]  # the masthead
    pages: tuple[tuple[str, ...], ...]  # ids of the files of each page


def leaflets(path: Path, where: str) -> Iterator[Leaflet]:
    """Yield the pages of a METS in order, each with the first of its files that is there.

    A file with text comes before a scan. No reference leads out of the folder of the METS.
    """
    root, _ = markup.parse(path.read_bytes(), where=where)
    places = _places(root)
    for files in _pages(root):
        named = sorted((places[name] for name in files if name in places), key=_worth)
        yield _found(path, named, files, where)


def read(raw: bytes, *, where: str) -> Mets:
    """Return what a METS says of its issue and its articles."""
    root, _ = markup.parse(raw, where=where)
    records = {
        attributes(section).get("ID", ""): record
        for section in descendants(root, "dmdSec")
        for record in descendants(section, "mods")
    }
    items = _Items(records)
    for top in _maps(root, "logical"):
        items.walk(top, "")
    about = [records[key] for key in _dmd(root, "issue", records)]
    label = attributes(root).get("LABEL", "")
    found = mods.issue(about or records.values(), label)
    name_of = attributes(root).get("OBJID", "").rstrip("/").rpartition("/")[2]
    return Mets(name_of, found, tuple(items.items), tuple(items.head), tuple(_pages(root)))


def _maps(root: Node, kind: str) -> list[Node]:
    maps = list(descendants(root, "structMap"))
    typed = [node for node in maps if attributes(node).get("TYPE", "").casefold() == kind]
    return typed if typed or kind == "logical" else maps


def _dmd(root: Node, kind: str, records: dict[str, Node]) -> list[str]:
    """Return the records of the divisions of a type, those of what holds them after."""
    found: list[str] = []
    for node in descendants(root, "div"):
        own = attributes(node)
        bare = own.get("TYPE", "").casefold().rpartition(":")[2]
        if bare in (kind, "newspaper", "volume"):
            at = 0 if bare == kind else len(found)
            found[at:at] = own.get("DMDID", "").split()
    return [key for key in dict.fromkeys(found) if key in records]


def _places(root: Node) -> dict[str, str]:
    """Return where each file lies, by its id."""
    found: dict[str, str] = {}
    for node in descendants(root, "file"):
        locator = child(node, "FLocat")
        own = attributes(locator) if locator is not None else {}
        found[attributes(node).get("ID", "")] = own.get("href", own.get("LOCREF", ""))
    return found


def _pages(root: Node) -> Iterator[tuple[str, ...]]:
    """Yield the ids of the files of each page, in order."""
    for top in _maps(root, "physical"):
        held = [
            (number(attributes(node).get("ORDER")), _files(node))
            for node in descendants(top, "div")
            if "page" in attributes(node).get("TYPE", "").casefold() and _files(node)
        ]
        if all(order is not None for order, _ in held):
            held.sort(key=lambda pair: pair[0] or 0)
        yield from (files for _, files in held)
        if held:
            return


def _files(div: Node) -> tuple[str, ...]:
    """Return the ids of the files that a division itself points to."""
    ids = [
        attributes(node).get("FILEID", "")
        for pointer in children(div, "fptr")
        for node in pointer.iter()
    ]
    return tuple(dict.fromkeys(filter(None, ids)))


def _worth(reference: str) -> int:
    suffix = PurePosixPath(reference).suffix.lower()
    kinds: tuple[Sequence[str], ...] = (_TEXTS, _IMAGES, (".pdf",))
    return next((at for at, suffixes in enumerate(kinds) if suffix in suffixes), len(kinds))


def _found(mets: Path, named: Sequence[str], files: tuple[str, ...], where: str) -> Leaflet:
    root = mets.parent.resolve()
    for reference in named:
        inside = markup.inside(reference)
        path = mets.parent / inside if inside else None
        if path and path.is_file() and path.resolve().is_relative_to(root):
            return Leaflet(path, str(inside), files)
    told = named[0] if named else "a page without a file"
    cause = f"the METS names {told}, which is not there"
    hint = "put the files of the package beside its METS"
    return Leaflet(mets, told, files, InputMissingError(cause, where=where, hint=hint))


class _Items:
    """Walks the logical map and gathers what is an item of the issue."""

    def __init__(self, records: dict[str, Node]) -> None:
        self.records = records
        self.items: list[Item] = []
        self.head: list[Area] = []

    def walk(self, node: Node, kind: str) -> None:
        """Gather the items below a division of that type."""
        for div in children(node, "div"):
            own = attributes(div)
            below = own.get("TYPE", "").casefold()
            if below == "title_section":
                self.head += _areas(div, "")
            elif below in _ITEMS:
                self._add(own, below, list(_areas(div, below)))
            elif below in _SECTIONS:
                self._section(div, own)
                self.walk(div, below)
            elif kind == "content":
                self._add(own, below, list(_areas(div, below)))

    def _section(self, div: Node, own: dict[str, str]) -> None:
        """Add what a section says by itself: its heading and the text under it."""
        parts = [
            part
            for part in children(div, "div")
            if attributes(part).get("TYPE", "").casefold() in ("heading", "body")
        ]
        self._add(own, "other", [area for part in parts for area in _areas(part, "")])

    def _add(self, own: dict[str, str], kind: str, areas: list[Area]) -> None:
        if not areas:
            return
        about = [self.records[key] for key in own.get("DMDID", "").split() if key in self.records]
        said_of = mods.described(about[0]) if about else mods.Class("", "")
        name_of = said_of.id or unident(own.get("ID", "")) or f"item{len(self.items) + 1}"
        if name_of in {item.id for item in self.items}:
            name_of = f"{name_of}.{len(self.items) + 1}"
        self.items.append(Item(name_of, kind_named(said_of.kind or _KINDS.get(kind, kind)), areas))


_KINDS = {"illustration": "caption", "table": "table", "other": "other"}


def _areas(div: Node, kind: str) -> Iterator[Area]:
    """Yield the blocks of a division and all below, in the order of the file."""
    for node in children(div):
        if name(node) == "div":
            yield from _areas(node, attributes(node).get("TYPE", "").casefold())
            continue
        if name(node) != "fptr":
            continue
        areas = list(descendants(node, "area"))
        for at, area in enumerate(areas):
            own = attributes(area)
            coords = tuple(int(item) for item in re.findall(r"\d+", own.get("COORDS", "")))
            if own.get("BEGIN") or len(coords) == 4:
                yield Area(
                    own.get("FILEID", ""),
                    unident(own.get("BEGIN", "")),
                    coords if own.get("SHAPE", "RECT") == "RECT" else (),
                    _ROLES.get(kind),
                    goes_on=at > 0 and kind == "text",
                )
