"""A page: scan, regions, text lines, words. The print as the engine saw it, and how it is read."""

from __future__ import annotations

import os
from base64 import b64decode
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePosixPath
from typing import Literal

from digitize.model.geometry import NOWHERE, Box, Point
from digitize.model.step import Step


class Role(StrEnum):
    """What a region is on the page."""

    BODY = "body"
    HEADLINE = "headline"
    DECK = "deck"  # the smaller headlines stacked under the headline
    KICKER = "kicker"  # the short line above a headline
    BYLINE = "byline"
    DATELINE = "dateline"  # "SPRINGFIELD, Dec. 12." or 【本報香港訊】 on a line of its own
    SUBHEADING = "subheading"  # inside an article
    CAPTION = "caption"
    CREDIT = "credit"  # who took the picture
    PULL_QUOTE = "pull-quote"
    TABLE = "table"
    ADVERT = "advert"
    NOTICE = "notice"  # births, sales, public notices: paid for, but set like news
    JUMP_LINE = "jump-line"  # "Continued on page 4", 下轉A4版
    PICTURE = "picture"
    SEPARATOR = "separator"  # a printed rule
    # furniture: kept, labelled, out of the articles' way
    NAMEPLATE = "nameplate"  # the title as printed at the head of the front page
    MASTHEAD = "masthead"  # edition, price, publisher: the rest of the front page's head
    EAR = "ear"  # the small boxes beside the nameplate
    DATE_LINE = "date-line"
    FOLIO = "folio"  # page number, title and date on inner pages
    RUNNING_HEADER = "running-header"
    SECTION_LABEL = "section-label"
    PROMO = "promo"  # points to other pages or to the title's own site
    INDEX = "index"  # what is on which page
    NOISE = "noise"  # rejected; `Region.reason` says why


FURNITURE = frozenset(
    {
        Role.NAMEPLATE,
        Role.MASTHEAD,
        Role.EAR,
        Role.DATE_LINE,
        Role.FOLIO,
        Role.RUNNING_HEADER,
        Role.SECTION_LABEL,
        Role.PROMO,
        Role.INDEX,
        Role.NOISE,
    }
)
"""Roles whose text belongs to the page, not to an article."""

WORDLESS = frozenset({Role.PICTURE, Role.SEPARATOR})
"""Roles of regions that carry no text."""

FOLD = "fold"
"""The reason of the separator between the two pages of a spread."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A run of print without a space in it; a whole run of Han characters counts as one word."""

    id: str
    box: Box = NOWHERE
    text: str  # what the engine saw; never edited
    norm: str | None = None  # how it is to be read; None: as seen; "": not read on its own
    conf: float | None = None  # 0..1; None when the engine is silent
    lang: str = ""  # BCP 47, "" when unknown

    @property
    def reading(self) -> str:
        """The word as it is to be read."""
        return self.text if self.norm is None else self.norm


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A text line, or a column of vertical print."""

    id: str
    box: Box = NOWHERE
    words: tuple[Word, ...] = ()
    size: float = 0.0  # height of the type in pixels (born-digital: the font size); 0: unknown
    bold: bool = False
    baseline: tuple[Point, ...] = ()
    vertical: bool = False  # read top to bottom
    opens: bool = False  # opens a paragraph
    step: str = ""  # id of the step that read it; engines may differ line by line
    lang: str = ""  # BCP 47, of most of it; "" when unknown
    script: str = ""  # ISO 15924


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """Lines that belong together and have one role."""

    id: str
    box: Box = NOWHERE
    role: Role = Role.BODY
    lines: tuple[Line, ...] = ()
    outline: tuple[Point, ...] = ()
    story: str = ""  # which story of this page it belongs to; "" when none
    conf: float | None = None  # of the role, 0..1
    reason: str = ""  # why it has this role, in words
    lang: str = ""  # BCP 47, of most of it; "" when unknown
    script: str = ""  # ISO 15924


@dataclass(frozen=True, slots=True, kw_only=True)
class Scan:
    """The image, PDF page or text as it lies in the archive."""

    path: str  # file name, relative to the folder that was given
    sha256: str = ""
    width: int = 0  # in `unit`
    height: int = 0
    dpi: float | None = None
    index: int = 0  # frame or page within the file, from 0
    kind: Literal["scan", "born-digital", "text"] = "scan"
    turned: int = 0  # degrees clockwise by which the image must be turned to be read: 90, 180, 270
    path_base64: str = ""  # the bytes of a `path` that is not UTF-8, and so stands there escaped

    @property
    def file(self) -> PurePosixPath:
        """Return the file's path as the file system knows it, whatever its bytes."""
        return PurePosixPath(os.fsdecode(b64decode(self.path_base64)) or self.path)

    @property
    def unit(self) -> Literal["pixel", "cell"]:
        """What boxes count: pixels of the page image, or character cells of flat text."""
        return "cell" if self.kind == "text" else "pixel"


@dataclass(frozen=True, slots=True, kw_only=True)
class Join:
    """Two regions that are read one after the other as one article, and why."""

    first: str
    second: str
    reason: str
    score: float  # 0..1


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One page; the order of `regions` is the reading order."""

    id: str  # "p0001"
    number: int  # place in the issue, from 1
    label: str = ""  # as printed in the folio: "A4", "第三版"
    scan: Scan
    regions: tuple[Region, ...] = ()
    joins: tuple[Join, ...] = ()
    steps: tuple[Step, ...] = ()
    warnings: tuple[str, ...] = ()
    error: str = ""  # why this page is blank, if it failed
