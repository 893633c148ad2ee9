"""Which lines of a passage may run on from one to the next: columns, yes; a headline, no."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from operator import attrgetter

from digitize.clean.evidence import HYPHENS
from digitize.clean.rule import Passage
from digitize.model.page import Line, Region, Role
from digitize.model.reading import printed, reading

PROSE = frozenset({Role.BODY, Role.NOTICE})
"""Roles whose text runs on in the next region of the same role."""

_READ = attrgetter("reading")
_HEADS = frozenset({Role.HEADLINE, Role.DECK, Role.KICKER})
_WALLS = _HEADS | {Role.SUBHEADING, Role.BYLINE, Role.DATELINE}
"""Roles that no sentence runs across. All others, pictures and adverts, stand in its way only."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A line and the region it stands in."""

    line: Line
    region: Region

    @property
    def text(self) -> str:
        """The line as printed."""
        return printed(self.line)


def streams(passage: Passage) -> list[tuple[Spot, ...]]:
    """Return the passage's lines in runs that are read on, lines without words left out.

    Body regions make one run until a headline, subheading, byline or dateline; every other
    region is a run by itself, unless it goes on with a word that the one before it breaks off. The
    short headline over the rest of a story on a later page does not end a run: a jump line stands
    beside it.
    """
    found: list[tuple[Spot, ...]] = []
    for region in passage.regions:
        stream = () if region.role in PROSE else tuple(spots(region))
        if stream and found and _torn(found[-1][-1], stream[0]):
            found[-1] += stream
        elif stream:
            found.append(stream)
    found += [tuple(spots(*regions)) for regions in _prose(passage.regions)]
    return [stream for stream in found if stream]


def _torn(last: Spot, first: Spot) -> bool:
    """Return whether two regions of one role share a word, broken between them at a hyphen."""
    before, after = reading(last.line), reading(first.line)
    broken = before[-1:] in HYPHENS and before[-2:-1].isalpha() and after[:1].islower()
    return broken and last.region.role == first.region.role


def spots(*regions: Region) -> Iterator[Spot]:
    """Yield the lines of `regions` that have something to read."""
    for region in regions:
        for line in region.lines:
            if any(map(_READ, line.words)):
                yield Spot(line, region)


def _prose(regions: Iterable[Region]) -> list[list[Region]]:
    runs: list[list[Region]] = []
    between: set[Role] = set()
    for region in regions:
        if region.role not in PROSE:
            between.add(region.role)
            continue
        if runs and runs[-1][-1].role == region.role and not _walled(between):
            runs[-1].append(region)
        else:
            runs.append([region])
        between = set()
    return runs


def _walled(between: set[Role]) -> bool:
    walls = between & _WALLS
    return bool(walls - _HEADS) or bool(walls and Role.JUMP_LINE not in between)
