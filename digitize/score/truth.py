"""What a page or an issue really says: the shape of truth, and the same shape of a document.

A truth file is JSON of the dataclasses below. Text is in reading order, without line breaks and
with the hyphens of line ends undone; prediction and truth are compared in this one shape.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import groupby, pairwise
from pathlib import Path

import msgspec

from digitize.errors import InputError
from digitize.model.document import Document, Kind, parts, regions
from digitize.model.geometry import NOWHERE, Box
from digitize.model.issue import Issue
from digitize.model.page import FURNITURE, WORDLESS, Page, Region, Role
from digitize.model.reading import join, paragraphs, printed, read

_HEADS = {
    Role.KICKER,
    Role.HEADLINE,
    Role.DECK,
    Role.BYLINE,
    Role.CAPTION,
    Role.CREDIT,
    Role.PULL_QUOTE,
}
_BESIDE = {Role.CAPTION, Role.CREDIT, Role.PULL_QUOTE}
_APART = _HEADS | {Role.JUMP_LINE} | FURNITURE | WORDLESS


TAIL = 80
"""How many characters on either side of the turn of a page tell where a story goes on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """Where a story breaks off on one page and goes on upon another."""

    before: str  # its last words on the one
    after: str  # its first words on the other


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One item of an issue: an article, an advert, a run of briefs under one head."""

    headline: str = ""
    kicker: str = ""
    deck: str = ""
    byline: str = ""
    paragraphs: tuple[str, ...] = ()  # subheadings among them, in their place
    captions: tuple[str, ...] = ()  # credits and pull quotes among them
    jumps: tuple[str, ...] = ()  # "Continued on page 2": printed, but not read
    kind: Kind = "article"
    lang: str = ""  # BCP 47
    pages: tuple[int, ...] = ()  # from 1
    turns: tuple[Turn, ...] = ()

    @property
    def pieces(self) -> tuple[str, ...]:
        """Everything that is read of the story, in order; captions last."""
        head = (self.kicker, self.headline, self.deck, self.byline)
        return tuple(text for text in (*head, *self.paragraphs, *self.captions) if text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Furniture:
    """One piece of print that belongs to the page and to no story."""

    role: str  # a Role's value
    text: str
    page: int = 0  # from 1; 0 when unknown


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """One text line as printed, hyphen and all."""

    page: int
    item: str  # what it belongs to; lines of one item follow each other in reading order
    role: str
    text: str
    box: Box = NOWHERE
    paragraph: int = -1  # of the item, from 0; -1 outside the body
    vertical: bool = False
    edges: tuple[int, ...] = ()  # where each character ends, along the line


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """One page image, and the boxes of the pictures on it."""

    file: str
    width: int
    height: int
    pictures: tuple[Box, ...] = ()
    skew: float = 0.0  # degrees by which the print on it is turned, clockwise


@dataclass(frozen=True, slots=True, kw_only=True)
class Truth:
    """One issue as it is, or as it was read."""

    issue: Issue = field(default_factory=Issue)
    articles: tuple[Story, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    lines: tuple[Printed, ...] = ()
    pages: tuple[Leaf, ...] = ()
    note: str = ""  # how it was made
    flow: str = ""  # all print in reading order, a line to a line, where that is known

    @property
    def reading(self) -> str:
        """The stories one after the other, a paragraph to a line."""
        return "\n".join(piece for story in self.articles for piece in story.pieces)

    @property
    def everything(self) -> str:
        """All text of the pages: furniture first, jump lines last."""
        jumps = [jump for story in self.articles for jump in story.jumps]
        return "\n".join([*(item.text for item in self.furniture), self.reading, *jumps])


def read_truth(path: Path) -> Truth:
    """Return the truth in a JSON file.

    Raises InputError when the file is no truth file.
    """
    try:
        return msgspec.json.decode(path.read_bytes(), type=Truth)
    except msgspec.MsgspecError as error:
        raise InputError(str(error), where=str(path), hint="is it a truth.json?") from error


def write_truth(truth: Truth, path: Path) -> None:
    """Write `truth` as JSON with two spaces of indent and the Han characters plain."""
    path.write_bytes(msgspec.json.format(msgspec.json.encode(truth), indent=1) + b"\n")


def from_document(document: Document) -> Truth:
    """Return what `document` says in the shape of truth.

    Text regions that no article took, and that are no furniture, become stories of kind "other",
    so that nothing read is left out of the score. A headline in the middle of a story stands over
    a continuation and is told with the jump lines.
    """
    where = {region.id: page.number for page in document.pages for region in page.regions}
    told = [_story(parts(document, article), article.kind, where) for article in document.articles]
    taken = {part for article in document.articles for part in article.parts}
    furniture: list[Furniture] = []
    for region in regions(document).values():
        if region.id in taken or region.role in WORDLESS or not region.lines:
            continue
        if region.role in FURNITURE:
            text = read(region.lines)
            furniture.append(Furniture(role=region.role, text=text, page=where[region.id]))
        else:
            told.append(_story((region,), "other", where))
    items = {part: article.id for article in document.articles for part in article.parts}
    whole = from_pages(document.pages, items)
    return replace(whole, issue=document.issue, articles=tuple(told), furniture=tuple(furniture))


def from_pages(pages: Iterable[Page], items: Mapping[str, str] | None = None) -> Truth:
    """Return the print of pages in the order of their regions; `items` says whose a region is."""
    kept = tuple(pages)
    owners = items or {}
    lines = tuple(
        Printed(
            page=page.number,
            item=owners.get(region.id, ""),
            role=region.role,
            text=printed(line),
            box=line.box,
            vertical=line.vertical,
        )
        for page in kept
        for region in page.regions
        if region.role not in WORDLESS
        for line in region.lines
        if line.words
    )
    leaves = tuple(
        Leaf(file=page.scan.path, width=page.scan.width, height=page.scan.height) for page in kept
    )
    return Truth(lines=lines, pages=leaves, flow="\n".join(line.text for line in lines))


def _story(own: tuple[Region, ...], kind: Kind, where: dict[str, int]) -> Story:
    head, rest = _head(own)

    def text(*roles: Role) -> str:
        return join(read(region.lines) for region in own if region.role in roles)

    captions = [region for region in own if region.role in _BESIDE]
    again = [region for region in rest if region.role is Role.HEADLINE]
    jumps = [region for region in own if region.role is Role.JUMP_LINE]
    body = [region for region in own if region.role not in _APART]
    return Story(
        headline=join(read(region.lines) for region in head if region.role is Role.HEADLINE),
        kicker=text(Role.KICKER),
        deck=text(Role.DECK),
        byline=text(Role.BYLINE),
        paragraphs=tuple(filter(None, map(read, paragraphs(body)))),
        captions=tuple(filter(None, (read(region.lines) for region in captions))),
        jumps=tuple(filter(None, (read(region.lines) for region in (*jumps, *again)))),
        kind=kind,
        pages=tuple(sorted({where[region.id] for region in own if region.lines})),
        turns=tuple(_turns(body, where)),
    )


def _turns(body: list[Region], where: dict[str, int]) -> Iterator[Turn]:
    text = [region for region in body if region.lines and region.role is not Role.SUBHEADING]
    leaves = [list(leaf) for _, leaf in groupby(text, key=lambda region: where[region.id])]
    for before, after in pairwise(leaves):
        first, second = (
            read(line for one in leaf for line in one.lines) for leaf in (before, after)
        )
        yield Turn(before=first[-TAIL:], after=second[:TAIL])


def _head(own: tuple[Region, ...]) -> tuple[tuple[Region, ...], tuple[Region, ...]]:
    """Cut a story where its body begins; a headline after that stands over a continuation."""
    for index, region in enumerate(own):
        if region.role not in _APART and region.lines:
            return own[:index], own[index:]
    return own, ()
