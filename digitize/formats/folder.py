"""An issue's folder, read once for all rules: its files, its document, its trees."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from lxml import etree

from digitize.errors import InputMissingError
from digitize.formats.document import parse
from digitize.formats.xml import legal
from digitize.model.document import Document, regions
from digitize.model.page import Region
from digitize.model.reading import join, read

Node = etree._Element  # noqa: SLF001 - lxml has no public name for the class of its nodes


class Finding(NamedTuple):
    """Something wrong: which rule says so, in which file, and what."""

    rule: str
    file: str
    message: str


class Folder:
    """The files of an issue; what was taken apart once is kept."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.broken: dict[str, str] = {}  # files that could not be taken apart, and why
        self._trees: dict[str, Node | None] = {}

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Every file, relative to the folder, "/" between its parts."""
        found = (path for path in self.root.rglob("*") if path.is_file())
        names = (path.relative_to(self.root).as_posix() for path in found)
        return tuple(sorted(name for name in names if not name.rpartition("/")[2].startswith(".")))

    def under(self, place: str, ending: str) -> Iterator[str]:
        """Yield the files right under `place` whose names end so."""
        for name in self.names:
            folder, _, last = name.rpartition("/")
            if folder == place and last.endswith(ending):
                yield name

    def data(self, name: str) -> bytes:
        """Return a file's bytes."""
        return (self.root / name).read_bytes()

    def tree(self, name: str) -> Node | None:
        """Return an XML file's root; None, and a note in `broken`, when it is not well-formed."""
        if name not in self._trees:
            parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
            try:
                self._trees[name] = etree.fromstring(self.data(name), parser)
            except etree.XMLSyntaxError as error:
                self._trees[name] = None
                self.broken[name] = str(error)
        return self._trees[name]

    def trees(self, place: str, ending: str = ".xml") -> Iterator[tuple[str, Node]]:
        """Yield the well-formed files right under `place`, with their roots."""
        for name in self.under(place, ending):
            root = self.tree(name)
            if root is not None:
                yield name, root

    def lines(self, name: str) -> list[Any]:
        """Return the values of a file with one JSON value a line."""
        return [json.loads(line) for line in self.data(name).split(b"\n") if line.strip()]

    @cached_property
    def document(self) -> Document:
        """The document all formats were made of; raises InputMissingError when there is none."""
        if "document.json" not in self.names:
            raise InputMissingError(
                "there is no document.json to hold the other files against",
                where=str(self.root),
                hint="name the folder of an issue",
            )
        return parse(self.data("document.json"), where=str(self.root / "document.json"))

    @cached_property
    def regions(self) -> dict[str, Region]:
        """Every region of the document by its id."""
        return regions(self.document)

    def reading(self, parts: tuple[str, ...]) -> str:
        """Return what regions say, one after the other, as it is read."""
        return even(" ".join(read(self.regions[part].lines) for part in parts))


def local(node: Node) -> str:
    """Return an element's name without its namespace; "" for comments and the like."""
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""


def named(root: Node, *names: str) -> Iterator[Node]:
    """Yield the elements of those names, in the order of the file."""
    return (node for node in root.iter() if local(node) in names)


def attributes(node: Node) -> Iterator[tuple[str, str]]:
    """Yield an element's attributes, their names without namespaces."""
    for key, value in node.attrib.items():
        yield str(key).rpartition("}")[2], str(value)


def even(text: str) -> str:
    """Return text with one space where one is read, none between Han, as files can hold it."""
    return join(legal(text).split())
