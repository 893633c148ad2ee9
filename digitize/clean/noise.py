"""Set aside what is no print: specks and rules read as letters, lines read twice, stuttering.

Cautious: a line with a single letter, figure or Han character that was read with confidence is
never noise, however short: “30”, “A.”, “完” and page numbers are print.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rapidfuzz.fuzz import ratio

from digitize.clean.repeats import LOOPED, looped, repeated
from digitize.clean.rule import Passage, reworded
from digitize.clean.setting import cells
from digitize.model.edit import Edit, Relabel, Reword
from digitize.model.geometry import NOWHERE, Box
from digitize.model.page import WORDLESS, Line, Region, Role, Word
from digitize.model.reading import confidences, reading

_SPECKS = frozenset("|¦.,'`´‘’‚~^_-–—―=:;·•°\"“”\\/<>¬¯˙ ")
"""Marks that dirt and printed rules are read as. A star is none: it may part two sections."""

_THIN = frozenset("ilI1!jtfr")
"""Letters that a rule or a speck is read as, when the engine doubts them."""

_NO_PRINT = frozenset("_~^`¯\\")
_SPECK = "a speck among the words was read as a mark that print does not have by itself"
_LEVEL = frozenset("一ー")
"""What a short printed rule is read as, on a page without Chinese."""

_HAN = ("zh", "ja", "ko")
_ONLY_SPECKS = "only specks and strokes were read here"
_STROKE = re.compile("[|¦│┃]+")
_RULE_BESIDE = "a printed rule beside the line was read as a stroke"
_STROKES = _SPECKS | _THIN
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
        texts = {line.id: text for line in passage.lines if (text := reading(line))}
        every = [line for line in passage.lines if line.id in texts]
        twice = repeated(every, texts) if passage.unit == "cell" else _read_twice(every, texts)
        fresh = {line.id for line in passage.fresh}
        for region in passage.regions:
            lines = [line for line in region.lines if line.id in texts]
            if all(line.id not in fresh and line.id not in twice for line in lines):
                continue
            reasons = {
                line.id: twice.get(line.id) or _dirt(line, texts[line.id], passage)
                for line in lines
            }
            found = [reason for reason in reasons.values() if reason]
            if region.role is Role.NOISE or region.role in WORDLESS:
                continue
            if found and len(found) == len(lines):
                yield self._relabel(region, found[0])
                continue
            for line in lines:
                if reasons[line.id]:
                    yield from self._unread(line.words, reasons[line.id])
                    continue
                if _STROKE.search(texts[line.id]):
                    yield from self._unread(_beside(line), _RULE_BESIDE)
                if passage.unit == "pixel" and not _NO_PRINT.isdisjoint(texts[line.id]):
                    yield from self._unread(_alone(line), _SPECK)
                if passage.unit == "cell":
                    yield from self._unread(looped(line), LOOPED)

    def _relabel(self, region: Region, reason: str) -> Relabel:
        return Relabel(
            region=region.id,
            before=region.role,
            after=Role.NOISE,
            rule=self.name,
            reason=reason,
            conf=0.9,
        )

    def _unread(self, words: Iterable[Word], reason: str) -> Iterator[Reword]:
        for word in words:
            yield from reworded(word, "", rule=self.name, reason=reason, conf=0.85)


def _alone(line: Line) -> Iterator[Word]:
    """Yield the words of a line that are one mark that print does not have by itself."""
    return (word for word in line.words if word.reading in _NO_PRINT)


def _beside(line: Line) -> Iterator[Word]:
    """Yield the one stroke at an end of a line; the rows of a table have more of them."""
    words = [word for word in line.words if word.reading]
    marked = [word for word in words if _STROKE.search(word.reading)]
    if len(marked) != 1 or len(words) < _FEW:
        return
    if marked[0] in (words[0], words[-1]) and _STROKE.fullmatch(marked[0].reading):
        yield marked[0]


def _dirt(line: Line, text: str, passage: Passage) -> str:
    """Return why a line that reads `text` is no print; "" when it may be."""
    solid = text.replace(" ", "")
    if _SPECKS.issuperset(solid):
        return "" if any(map(_is_taken, line.words)) else _ONLY_SPECKS
    if _LEVEL.issuperset(solid) and not passage.lang.startswith(_HAN):
        return _ONLY_SPECKS
    if len(solid) >= _FEW and _STROKES.issuperset(solid):
        sure = confidences([line])
        if sure and sum(sure) / len(sure) < _DOUBT:
            return "a rule or dirt was read as thin letters, with doubt"
    if passage.unit == "pixel" and _too_dense(line, text):
        stutters = _STUTTER.search(solid) and any(map(str.isalpha, solid))
        if stutters:
            return "the same letters over and over, more than the line has room for"
    return ""


def _is_taken(word: Word) -> bool:
    """Return whether a word is read with the line above, which broke it: what is left is print."""
    return word.norm == "" and any(map(str.isalnum, word.text))


def _too_dense(line: Line, text: str) -> bool:
    box = line.box
    long, thick = (box.height, box.width) if line.vertical else (box.width, box.height)
    return box != NOWHERE and long < _DENSE * thick * cells(text)


def _read_twice(lines: Sequence[Line], texts: Mapping[str, str]) -> dict[str, str]:
    """Return the ids of lines that a surer reading of the same place makes needless."""
    found: dict[str, str] = {}
    placed = [line for line in lines if line.box != NOWHERE]
    placed.sort(key=lambda line: line.box.y0)
    for index, line in enumerate(placed):
        for after in range(index + 1, len(placed)):
            other = placed[after]
            if other.box.y0 >= line.box.y1:
                break
            same = _over(line.box, other.box)
            if same and ratio(texts[line.id], texts[other.id]) >= _SAME_TEXT:
                weaker = min((line, other), key=_worth)
                found[weaker.id] = "the same line was read twice; the surer reading stands"
    return found


def _over(box: Box, other: Box) -> bool:
    smaller = min(box.area, other.area)
    return smaller > 0 and box.intersection(other) >= _SAME_PLACE * smaller


def _worth(line: Line) -> tuple[float, int, str]:
    """Return what decides between two readings: confidence, length, then the id."""
    sure = confidences([line])
    return (sum(sure) / len(sure) if sure else 0.0, len(reading(line)), line.id)
