"""Set aside what is no print: specks and rules read as letters, lines read twice, stuttering.

Cautious: a line with a single letter, figure or Han character that was read with confidence is
never noise, however short: “30”, “A.”, “完” and page numbers are print.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rapidfuzz.fuzz import ratio

from digitize.clean.rule import Passage
from digitize.clean.setting import cells
from digitize.model.edit import Edit, Relabel, Reword
from digitize.model.geometry import NOWHERE, Box
from digitize.model.page import WORDLESS, Line, Region, Role
from digitize.model.reading import confidences, read

_SPECKS = frozenset("|¦.,'`´‘’‚~^_-–—―=:;·•°\"“”\\/<>¬¯˙ ")
"""Marks that dirt and printed rules are read as. A star is none: it may part two sections."""

_THIN = frozenset("ilI1!jtfr")
"""Letters that a rule or a speck is read as, when the engine doubts them."""

_DOUBT = 0.5  # mean confidence below which thin letters are taken for specks
_FEW = 3  # at least so many specks: a lone doubtful “1” may be a page number
_SAME_PLACE = 0.6  # share of the smaller box that two readings of one line share
_SAME_TEXT = 80.0  # of 100: two readings of one line differ by a few letters
_STUTTER = re.compile(r"(\S{1,4}?)\1{9,}")
"""A few letters ten times over: what an engine says when it loses its place."""

_DENSE = 0.12  # a letter narrower than this share of the line's height was not printed


@dataclass(frozen=True, slots=True)
class Noise:
    """Label regions of dirt as noise, and leave lines of dirt unread."""

    name: ClassVar[str] = "noise"

    def __call__(self, passage: Passage, /) -> Iterator[Edit]:
        """Yield a Relabel for a region that is all dirt, Rewords for a line in sound text."""
        twice = _read_twice([line for region in passage.regions for line in region.lines])
        for region in passage.regions:
            lines = [line for line in region.lines if read([line])]
            reasons = {line.id: twice.get(line.id) or _dirt(line, passage.unit) for line in lines}
            found = [reason for reason in reasons.values() if reason]
            if not found or region.role is Role.NOISE or region.role in WORDLESS:
                continue
            if len(found) == len(lines):
                yield self._relabel(region, found[0])
            else:
                for line in lines:
                    yield from self._unread(line, reasons[line.id])

    def _relabel(self, region: Region, reason: str) -> Relabel:
        return Relabel(
            region=region.id,
            before=region.role,
            after=Role.NOISE,
            rule=self.name,
            reason=reason,
            conf=0.9,
        )

    def _unread(self, line: Line, reason: str) -> Iterator[Reword]:
        for word in line.words:
            if reason and word.reading:
                yield Reword(
                    word=word.id,
                    before=word.reading,
                    after="",
                    rule=self.name,
                    reason=reason,
                    conf=0.85,
                )


def _dirt(line: Line, unit: str) -> str:
    """Return why a line is no print; "" when it may be."""
    text = read([line])
    if all(char in _SPECKS for char in text):
        return "only specks and strokes were read here"
    sure = confidences([line])
    doubted = bool(sure) and sum(sure) / len(sure) < _DOUBT
    solid = text.replace(" ", "")
    if doubted and len(solid) >= _FEW and all(char in _SPECKS | _THIN for char in solid):
        return "a rule or dirt was read as thin letters, with doubt"
    stutters = _STUTTER.search(solid) and any(map(str.isalpha, solid))
    if stutters and unit == "pixel" and _too_dense(line, text):
        return "the same letters over and over, more than the line has room for"
    return ""


def _too_dense(line: Line, text: str) -> bool:
    box = line.box
    long, thick = (box.height, box.width) if line.vertical else (box.width, box.height)
    return box != NOWHERE and long < _DENSE * thick * cells(text)


def _read_twice(lines: Sequence[Line]) -> dict[str, str]:
    """Return the ids of lines that a surer reading of the same place makes needless."""
    found: dict[str, str] = {}
    placed = [line for line in lines if line.box != NOWHERE and read([line])]
    placed.sort(key=lambda line: line.box.y0)
    for index, line in enumerate(placed):
        for other in placed[index + 1 :]:
            if other.box.y0 >= line.box.y1:
                break
            if _same(line, other):
                weaker = min((line, other), key=_worth)
                found[weaker.id] = "the same line was read twice; the surer reading stands"
    return found


def _same(line: Line, other: Line) -> bool:
    if not _over(line.box, other.box):
        return False
    return ratio(read([line]), read([other])) >= _SAME_TEXT


def _over(box: Box, other: Box) -> bool:
    smaller = min(box.area, other.area)
    return smaller > 0 and box.intersection(other) >= _SAME_PLACE * smaller


def _worth(line: Line) -> tuple[float, int, str]:
    """Return what decides between two readings: confidence, length, then the id."""
    sure = confidences([line])
    return (sum(sure) / len(sure) if sure else 0.0, len(read([line])), line.id)
