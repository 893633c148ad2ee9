"""Direction: which level lines of Chinese run from right to left, and what they then say.

Until about 1950, in Taiwan and Hong Kong for longer, a level line on a page of vertical print ran
to the left like its columns. An engine reads every line to the right. Which way makes words, dates
and numbers tells line by line; where a line is too short to tell, the others of its page do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import ClassVar

from digitize.grammar.dates import find_dates
from digitize.grammar.numbering import find_number
from digitize.grammar.scripts import is_han, is_han_text
from digitize.model.page import Line, Page, Word
from digitize.ocr.chinese import commonness
from digitize.stage import Fact, Sheet

LONGEST = 4
"""Characters of the longest words that are looked for."""

FACT = 8.0
"""What a date or a number weighs that is read one way only, in logarithms of a probability."""

USUAL = 12.0
"""How much all other lines of the page weigh at most: a line of eight characters tells as much."""

MIRRORED = str.maketrans("()（）「」『』《》〈〉【】〔〕[]", ")(）（」「』『》《〉〈】【〕〔][")
"""Brackets open where a line begins: what opens to the right closes what runs to the left."""

_UNIT = re.compile(r"[0-9A-Za-z](?:[0-9A-Za-z.,:'’&/-]*[0-9A-Za-z.])?|.", re.DOTALL)
"""What keeps its order in a line that runs to the left: figures and Latin words."""

_HAN = re.compile("[〇一二-鿿㐀-䶿]+")


@dataclass(frozen=True, slots=True)
class Direction:
    """Read level lines of Chinese from right to left where they are set so.

    Only pages with vertical print have such lines. The characters are those that were seen.
    """

    name: ClassVar[str] = "direction"
    needs: ClassVar[frozenset[Fact]] = frozenset({"words"})
    gives: ClassVar[frozenset[Fact]] = frozenset()

    def __call__(self, sheet: Sheet, /) -> Sheet:
        """Return the sheet, the words of such lines, and their characters, the other way round."""
        lines = [line for region in sheet.page.regions for line in region.lines]
        if sheet.page.scan.kind != "scan" or not any(line.vertical for line in lines):
            return sheet
        found = leftward([line for line in lines if not line.vertical])
        note = f"{len(found)} lines read from right to left"
        return replace(sheet, page=_turned(sheet.page, found), note=note)


def leftward(lines: Sequence[Line]) -> frozenset[str]:
    """Return the ids of the level lines that run from right to left."""
    texts = {line.id: " ".join(word.text for word in line.words) for line in lines}
    tells = {name: evidence(text) for name, text in texts.items() if is_han_text(text)}
    whole = sum(tells.values())
    return frozenset(
        name for name, own in tells.items() if own + max(-USUAL, min(USUAL, whole - own)) > 0
    )


def evidence(text: str) -> float:
    """Return how much likelier a line runs to the left than to the right, as a logarithm."""
    other = mirrored(text)
    words = sum(_worth(run[::-1]) - _worth(run) for run in _HAN.findall(text))
    return words + FACT * (_facts(other) - _facts(text))


def mirrored(text: str) -> str:
    """Return a text that was seen from left to right as it is read from right to left."""
    return "".join(unit.translate(MIRRORED) for unit in reversed(_UNIT.findall(text)))


def _facts(text: str) -> int:
    return len(tuple(find_dates(text))) + (find_number(text) is not None)


def _worth(run: str) -> float:
    """Return the logarithm of how common the likeliest words are that make up a run of Han."""
    best = [0.0]
    for end in range(1, len(run) + 1):
        starts = range(max(0, end - LONGEST), end)
        best.append(max(best[start] + commonness(run[start:end]) for start in starts))
    return best[-1]


def _turned(page: Page, names: frozenset[str]) -> Page:
    regions = tuple(
        replace(
            region,
            lines=tuple(
                replace(line, words=tuple(_reversed(line.words))) if line.id in names else line
                for line in region.lines
            ),
        )
        for region in page.regions
    )
    return replace(page, regions=regions)


def _reversed(words: Sequence[Word]) -> Iterator[Word]:
    """Yield the words of a line from its right, those of Latin letters as they stand."""
    runs = [(latin, [*run]) for latin, run in groupby(words, key=_latin)]
    for latin, run in reversed(runs):
        yield from run if latin else (_other_way(word) for word in reversed(run))


def _latin(word: Word) -> bool:
    return not any(map(is_han, word.text)) and any(map(str.isalpha, word.text))


def _other_way(word: Word) -> Word:
    return replace(word, text=mirrored(word.text))
