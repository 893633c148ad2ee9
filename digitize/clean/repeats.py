"""Text said over and over: what some engines write when they have lost their place.

On a scan a repeated line is print where it has a place of its own; flat text shows no place, so
there only long lines broken off in a sentence, or many repeats in a row, are taken for a fault.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from digitize.clean.setting import cells
from digitize.model.page import Line, Word

_LOOP = 5  # lines alike, one after the other: a refrain has fewer
_LOOP_CELLS = 12  # shorter lines are repeated on purpose, in adverts and in tables
_TWICE_CELLS = 30  # a line of prose: no sentence breaks off twice in the same long line
_TIMES = 10  # times that a phrase inside one line is said
_PERIOD = 12  # words of the longest such phrase
_MANY = 40  # words of a line from which it may hold a loop

SAID_AGAIN = "the same line again: it was written twice where the print has it once"
LOOPED = "the same words over and over: an engine lost its place here"


def repeated(lines: Sequence[Line], texts: Mapping[str, str]) -> dict[str, str]:
    """Return the ids of lines of flat text that only repeat the one before them, and why.

    `texts` are the readings of the lines, by their ids.
    """
    said = [texts[line.id] for line in lines]
    found: dict[str, str] = {}
    start = 0
    for at in range(1, len(lines) + 1):
        if at < len(lines) and said[at] == said[start]:
            continue
        reason = _why(said[start], at - start) if at - start > 1 else ""
        found |= (
            dict.fromkeys((line.id for line in lines[start + 1 : at]), reason) if reason else {}
        )
        start = at
    return found


def _why(text: str, times: int) -> str:
    """Return why the repeats of a line are a fault; "" when they may be print."""
    if times >= _LOOP and cells(text) >= _LOOP_CELLS and any(map(str.isalpha, text)):
        return LOOPED
    prose = cells(text) >= _TWICE_CELLS and text[-1:].isalpha() and text[:1].islower()
    return SAID_AGAIN if prose else ""


def looped(line: Line) -> Iterator[Word]:
    """Yield the words of a long line that only say its phrase again."""
    if len(line.words) < _MANY:
        return
    words = [word for word in line.words if word.reading]
    gone: set[str] = set()
    while len(words) >= _MANY:
        again = next(
            filter(None, (_again(words, period) for period in range(1, _PERIOD + 1))), None
        )
        if not again:
            break
        gone |= again
        words = [word for word in words if word.id not in again]
    yield from (word for word in line.words if word.id in gone)


def _again(words: Sequence[Word], period: int) -> set[str]:
    """Return the ids of the words that repeat the `period` words before them, often enough."""
    found: set[str] = set()
    start = period
    for at in range(period, len(words) + 1):
        if (
            at < len(words)
            and words[at].reading.casefold() == words[at - period].reading.casefold()
        ):
            continue
        run = words[start:at]
        lettered = any(char.isalpha() for word in run[:period] for char in word.reading)
        if len(run) >= (_TIMES - 1) * period and lettered:
            found |= {word.id for word in run}
        start = at + 1
    return found
