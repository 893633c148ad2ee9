"""A page that somebody else has read: what every reader of ALTO, PAGE, hOCR … gives back.

The readers build model objects under the names the file uses. Here they get ids that are unique
in the issue, boxes that lie on the page, and a word about what was wrong.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from operator import eq
from typing import cast, get_args

from digitize.grammar.scripts import is_cjk
from digitize.model.document import Kind
from digitize.model.geometry import NOWHERE, Box, union
from digitize.model.page import WORDLESS, Line, Page, Region, Role, Word
from digitize.model.step import Step, next_step_id
from digitize.stage import Sheet


@dataclass(frozen=True, slots=True)
class Story:
    """Regions of one page that the file calls one article."""

    id: str
    kind: Kind
    parts: tuple[tuple[int, str], ...]  # (place in the article, region id)


@dataclass(frozen=True, slots=True)
class Record:
    """One page as it was read, with the articles that stand on it."""

    page: Page
    stories: tuple[Story, ...] = ()
    steps: tuple[Step, ...] = ()  # over the whole document, not over this page alone
    note: str = ""  # what the file is
    names: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Region ids by the ids that the file itself uses; one of a group stands for all in it."""
    ours: bool = False  # written by digitize: ids, roles and paragraphs are exact


@dataclass(slots=True)
class Findings:
    """What a reader met that it could not take as it was; each kind is counted."""

    met: Counter[str] = field(default_factory=Counter)
    first: dict[str, str] = field(default_factory=dict)

    def note(self, what: str, example: str = "") -> None:
        """Count one thing that was met."""
        self.met[what] += 1
        self.first.setdefault(what, example)

    def warnings(self) -> tuple[str, ...]:
        """Return one sentence for each kind, with how often and the first example."""
        return tuple(
            f"{what}: {count}" + (f", first {self.first[what]!r}" if self.first[what] else "")
            for what, count in self.met.items()
        )


_STANDING = 1.5  # times as high as wide; no two characters of Chinese stand so side by side
ROLES = {role.value: role for role in Role} | {
    "paragraph": Role.BODY, "text": Role.BODY, "main": Role.BODY, "maintext": Role.BODY,
    "heading": Role.HEADLINE, "head": Role.HEADLINE, "title": Role.HEADLINE,
    "subtitle": Role.DECK, "subheadline": Role.DECK, "header": Role.RUNNING_HEADER,
    "running-head": Role.RUNNING_HEADER, "footer": Role.RUNNING_HEADER,
    "page-number": Role.FOLIO, "pagenumber": Role.FOLIO, "author": Role.BYLINE,
    "advertisement": Role.ADVERT, "advert": Role.ADVERT, "ad": Role.ADVERT,
    "illustration": Role.PICTURE, "image": Role.PICTURE, "photo": Role.PICTURE,
    "toc-entry": Role.INDEX, "noise": Role.NOISE, "titleheading": Role.NAMEPLATE,
}  # fmt: skip
"""Roles by the names that formats and their users give them, in small letters."""


def role_named(said: str) -> Role | None:
    """Return the role that a name means; None when it means none."""
    return ROLES.get(said.strip().casefold().replace("_", "-").replace(" ", "-"))


def kind_named(said: str) -> Kind:
    """Return the kind of article that a name means: what is unknown is an article."""
    low = said.casefold()
    if low in get_args(Kind):
        return cast("Kind", low)
    if low.startswith(("adv", "classified", "ad-")):
        return "advertisement"
    return "article"


def finish(record: Record, findings: Findings) -> Record:
    """Return the record with boxes on the page, ids of its own, and what was met as warnings."""
    page = _placed(record.page, findings)
    renamed = _names(page)
    page = replace(
        page,
        regions=tuple(_named(region, renamed) for region in page.regions),
        warnings=(*page.warnings, *findings.warnings()),
    )
    ours = all(key == name for key, name in renamed.items())
    stories = tuple(
        replace(
            story,
            id=story.id if ours else f"{page.id}.{story.id}",
            parts=tuple((at, renamed[region]) for at, region in story.parts),
        )
        for story in record.stories
    )
    names = {key: (new,) for key, new in renamed.items()} | {
        key: tuple(renamed[region] for region in group) for key, group in record.names.items()
    }
    return replace(record, page=page, stories=stories, names=names, ours=ours)


def sheet(record: Record) -> Sheet:
    """Return the page for the bench: what was printed, for how it is read is ours to say."""
    page = record.page

    def bare(line: Line) -> Line:
        if all(word.norm is None for word in line.words):
            return line
        return replace(line, words=tuple(replace(word, norm=None) for word in line.words))

    regions = tuple(
        replace(region, lines=tuple(map(bare, region.lines))) for region in page.regions
    )
    steps: tuple[Step, ...] = ()
    for step in (*page.steps, *record.steps):
        steps += (replace(step, id=next_step_id(page.id, steps)),)
    return Sheet(replace(page, regions=regions, steps=steps), note=record.note)


def _placed(page: Page, findings: Findings) -> Page:
    """Return the page with every box inside it; a page of no size is as large as its boxes."""
    boxes = [item.box for item in _parts(page)]
    around = union(boxes)
    scan = page.scan
    if not scan.width or not scan.height:
        scan = replace(scan, width=scan.width or around.x1, height=scan.height or around.y1)

    def clip(box: Box) -> Box:
        x0, y0, x1, y1 = box
        cut = Box(max(0, x0), max(0, y0), min(scan.width, x1), min(scan.height, y1))
        if cut == box:
            return box
        findings.note("boxes that reached over the page")
        return cut if cut.width > 0 and cut.height > 0 else NOWHERE

    return replace(page, scan=scan, regions=tuple(_mapped(page.regions, clip)))


def _mapped(regions: Iterable[Region], clip: Callable[[Box], Box]) -> Iterator[Region]:
    for region in regions:
        lines = tuple(_clipped(line, clip) for line in region.lines)
        yield replace(region, box=clip(region.box), lines=lines)


def _clipped(line: Line, clip: Callable[[Box], Box]) -> Line:
    box, boxes = clip(line.box), [clip(word.box) for word in line.words]
    if box == line.box and all(map(eq, boxes, (word.box for word in line.words))):
        return line
    placed = zip(line.words, boxes, strict=True)
    return replace(line, box=box, words=tuple(replace(word, box=cut) for word, cut in placed))


def _parts(page: Page) -> Iterator[Region | Line | Word]:
    for region in page.regions:
        yield region
        for line in region.lines:
            yield line
            yield from line.words


def _names(page: Page) -> dict[str, str]:
    """Return the new id of every region; the ids in the file stay where they are ours."""
    ids = [part.id for part in _parts(page)]
    ours = all(name.startswith(f"{page.id}.") for name in ids) and len(ids) == len(set(ids))
    if ours:
        return {region.id: region.id for region in page.regions}
    return {
        region.id: f"{page.id}.{_series(region)}{number:03d}"
        for number, region in enumerate(page.regions, start=1)
    }


def _series(region: Region) -> str:
    """Return what the number of a region comes after: text is numbered anew by layout."""
    if region.lines or region.role not in WORDLESS:
        return "r"
    return "pic" if region.role is Role.PICTURE else "rule"


def _named(region: Region, renamed: dict[str, str]) -> Region:
    name = renamed[region.id]
    if name == region.id:
        return region
    lines = []
    for row, line in enumerate(region.lines, start=1):
        of_line = f"{name}.l{row:03d}"
        words = tuple(
            replace(word, id=f"{of_line}.w{place:02d}")
            for place, word in enumerate(line.words, start=1)
        )
        lines.append(replace(line, id=of_line, words=words, vertical=_runs_down(line)))
    return replace(region, id=name, lines=tuple(lines))


def _runs_down(line: Line) -> bool:
    """Whether a line is read from top to bottom: as told, or since level it would be wider."""
    text = "".join(word.text for word in line.words)
    han = len(text) > 1 and any(map(is_cjk, text))
    return line.vertical or (han and line.box.height >= _STANDING * line.box.width > 0)
