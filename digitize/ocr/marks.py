"""Points, commas and figures that a network hesitates between: what stands around them decides.

Blur takes the tail off a comma, and of small type it leaves a point that the network is sure of.
Which is meant tells the place: before a small letter stands hardly ever a full stop, between
Chinese never one of Latin type. How far to trust the network a page says itself, by the points
that it surely has where a comma belongs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from digitize.grammar.scripts import is_han
from digitize.ocr.ctc import DOTS, MARKS, POINTS, Glyph

SURE = 0.9
"""Confidence of every character of what is taken as evidence."""

MANY, FEW = 0.05, 3
"""For each Chinese comma and stop, so many middle dots are blurred ones, which type of Taiwan sets
in the middle of their cells; fewer may part the names of foreigners."""

FIGURES, LEADING = 20.0, 50.0
"""How many times likelier a figure is than a letter beside a figure: 19go is 1990; and one before a
figure, where no ordinal and no decade ends: s7 is 57, HKS40 HK$40."""

MONEY = frozenset("$£€¥")

NOUGHTS = frozenset("oO")
"""Old figures have a nought that is an o by its looks: $2.o is $2.0, if a network thinks of it."""

POINTED = 20.0
"""How many times likelier a comma is than a full stop before a small letter, and between figures by
threes where the page mostly writes them so; the reverse where it mostly has full stops there."""

TAILLESS, BLURRED = 1000.0, 0.1
"""The same on a page whose commas are blurred, and how many of the marks before a small letter
are then points. On a page of small type four commas in five are, on clean ones one in forty."""

WIDE = 50.0
"""How many times likelier a Chinese mark is after a Chinese character than a full stop."""

STOP = "。"
"""What the network is sure of wherever it stands: 0.96 and more at the foot of clean columns. What
it takes there for a stop among commas and dots is a comma, in eight of eight; on badly degraded
pages as often as not."""

BRIEF = 3
"""Letters of a word before a point that may be an abbreviation: Mr., p.m., Co., etc."""

HABIT = 3
"""Such commas that a page in English is taken to have, if none is surely read."""

CLOSING = "\"'”’»"
"""What may stand between a mark and the space after it."""


@dataclass(frozen=True, slots=True)
class Marks:
    """What a page tells of its points and commas."""

    commas: int = 0  # between figures by threes
    points: int = 0
    blurred: bool = False  # its commas look like points
    dotted: bool = False  # its Chinese commas look like middle dots
    listing: float = 0.5  # of its Chinese commas so many are 、


def habits(lines: Sequence[Sequence[Glyph]], *, english: bool) -> Marks:
    """Return what the marks tell that were surely read."""
    threes, within = Counter[str](), Counter[str]()
    for line in lines:
        for at, glyph in enumerate(line):
            if glyph.char in POINTS and glyph.conf >= SURE:
                threes[glyph.char] += by_threes(line, at)
                within[glyph.char] += _before_small(line, at)
    blurred = within["."] > max(FEW, BLURRED * within.total())
    commas, points = threes[","] + HABIT * english, threes["."] * (not (english and blurred))
    wide = Counter(one.char for line in lines for one in line if one.conf >= SURE)
    dotted = _dotted(glyph.char for line in lines for glyph in line)
    listing = (wide["、"] + 1) / (wide["、"] + wide["，"] + 2)
    return Marks(commas, points, blurred, dotted, listing)


def _dotted(chars: Iterable[str]) -> bool:
    """Whether a page has more middle dots than names of several parts can have."""
    found = Counter(chars)
    dots, marks = (sum(found[char] for char in kind) for kind in (DOTS, MARKS))
    return dots > max(FEW, MANY * marks)


def read_as(glyph: Glyph, char: str) -> Glyph:
    """Return the glyph as another of the characters it was seen as."""
    if char == glyph.char:
        return glyph
    return glyph._replace(char=char, conf=min(glyph.conf, dict(glyph.among).get(char, glyph.conf)))


def beside_figures(line: Sequence[Glyph], start: int, end: int) -> bool:
    """Whether letters touch a figure, or are a nought after a decimal point."""
    around = text_of(line[max(0, start - 1) : start]) + text_of(line[end : end + 1])
    return any(map(str.isdigit, around)) or _decimal(line, start, end)


def figures(line: Sequence[Glyph], start: int, end: int) -> Iterator[Glyph]:
    """Yield letters that stand by figures as the figures they were also seen as."""
    before_figure = text_of(line[end : end + 1]).isdigit()
    for at in range(start, end):
        leads = before_figure and at == end - 1
        odds = LEADING if leads or _decimal(line, start, end) else FIGURES
        yield _figure(line[at], odds, money=leads)


def _decimal(line: Sequence[Glyph], start: int, end: int) -> bool:
    """Whether what stands there is one letter like a nought, a point and a figure before it."""
    before, char = text_of(line[max(0, start - 2) : start]), text_of(line[start:end])
    return char in NOUGHTS and len(before) == 2 and before[0].isdigit() and before[1] == "."


def _figure(glyph: Glyph, odds: float, *, money: bool) -> Glyph:
    seen = dict(glyph.among)
    figure = next((char for char in seen if char.isdigit() or (money and char in MONEY)), "")
    doubted = figure and odds * seen[figure] >= seen.get(glyph.char, 1.0)
    return read_as(glyph, figure) if doubted else glyph


def pointed(line: Sequence[Glyph], at: int, marks: Marks) -> Glyph:
    """Return a mark as what stands around it asks for; anything else as it is."""
    glyph = line[at]
    if not glyph.among:
        return glyph
    if glyph.char in DOTS and marks.dotted:
        return read_as(glyph, next((char for char, _ in glyph.among if char in MARKS), "·"))
    seen = dict(glyph.among)
    if glyph.char in MARKS:
        return glyph._replace(char=_wide(seen, marks))  # that a mark stands there is as sure
    if glyph.char == "." and at and is_han(line[at - 1].char):
        wide = _wide({char: seen[char] for char in MARKS & seen.keys()}, marks)
        return read_as(glyph, wide) if WIDE * seen.get(wide, 0.0) >= glyph.conf else glyph
    if glyph.char not in POINTS:
        return glyph
    comma, point = _odds(line, at, marks)
    likelier = "," if seen.get(",", 0.0) * comma >= seen.get(".", 0.0) * point else "."
    return read_as(glyph, likelier) if likelier in seen else glyph


def _wide(seen: Mapping[str, float], marks: Marks) -> str:
    """Return which Chinese mark was seen: a stop, if more than half says so, or a comma."""
    stop = seen.get(STOP, 0.0)
    if stop > sum(seen.values()) / 2:
        return STOP
    comma, listed = seen.get("，", 0.0), seen.get("、", 0.0)
    return "、" if listed * marks.listing > comma * (1 - marks.listing) else "，"


def _odds(line: Sequence[Glyph], at: int, marks: Marks) -> tuple[float, float]:
    """Return what a comma and what a full stop weighs at a place."""
    most = TAILLESS if marks.blurred else POINTED
    if by_threes(line, at):
        commas = most if marks.commas > marks.points else 1.0
        return commas, POINTED if marks.commas < marks.points else 1.0
    if _before_small(line, at):
        return most, 1.0
    return POINTED if _small(line, at) else 1.0, 1.0


def _small(line: Sequence[Glyph], at: int) -> bool:
    """Whether a space and a small letter follow."""
    after = text_of(line[at + 1 : at + 4]).lstrip(CLOSING)
    return after[:1] == " " and after[1:2].islower()


def _before_small(line: Sequence[Glyph], at: int) -> bool:
    """Whether a small letter follows, and what stands before is no abbreviation."""
    before = text_of(line[max(0, at - BRIEF - 1) : at])
    return _small(line, at) and len(before) > BRIEF and before.isalnum()


def by_threes(line: Sequence[Glyph], at: int) -> bool:
    """Whether a mark stands between figures, three of them and no more after it."""
    around = text_of(line[max(0, at - 1) : at]) + text_of(line[at + 1 : at + 5])
    return (
        at > 0
        and line[at].char in POINTS
        and around[:4].isdigit()
        and len(around) >= 4
        and not around[4:].isdigit()
    )


def text_of(glyphs: Iterable[Glyph]) -> str:
    """Return what glyphs say."""
    return "".join(glyph.char for glyph in glyphs)
