"""How many characters were read, whatever the order they came out in.

After the idea of Flex Character Accuracy (Clausner, Pletschacher and Antonacopoulos 2020, "Flexible
character accuracy measure for reading-order-independent evaluation"): the truth is cut in
chunks, the longest are matched first, each to the place in the reading that is most like it, and
what is matched is taken out of both. Written from the idea; chunks are about a line long, and one
that is found nowhere is halved and tried again, since a jump in the order may run through it.
"""

from __future__ import annotations

import heapq
from dataclasses import dataclass

from rapidfuzz.distance import Levenshtein

from digitize.score.locate import Place, flat, locate, pieces

SHORTEST = 8
"""Chunks shorter than this are searched for letter by letter: too much is like them."""

Find = tuple[int, Place]
"""A place in one of the stretches of the reading that are left, and which."""


@dataclass(frozen=True, slots=True)
class OrderFree:
    """What became of the characters of the truth; spaces and case do not count."""

    length: int  # characters of truth
    errors: int  # wrong or lost
    invented: int  # characters of the reading that match nothing

    @property
    def accuracy(self) -> float:
        """Share of the truth that was read; 1 when there is none."""
        return max(0.0, 1 - self.errors / self.length) if self.length else 1.0


def order_free(truth: str, reading: str) -> OrderFree:
    """Match `truth` and `reading` chunk by chunk."""
    left = [flat(reading)]
    chunks = [piece for line in truth.splitlines() for piece in pieces(line)]
    length = sum(map(len, chunks))
    waiting = [(-len(chunk), chunk) for chunk in chunks]
    heapq.heapify(waiting)
    errors = 0
    while waiting:
        _, chunk = heapq.heappop(waiting)
        found = _best(chunk, left)
        torn = _torn(chunk, left, found) if found else _halves(chunk)
        for part in torn:
            heapq.heappush(waiting, (-len(part), part))
        if torn:
            continue
        errors += _wrong(chunk, left, found)
        if found:
            _take(left, *found)
    return OrderFree(length, min(errors, length), sum(map(len, left)))


def _halves(chunk: str) -> tuple[str, ...]:
    middle = len(chunk) // 2
    return (chunk[:middle], chunk[middle:]) if middle >= SHORTEST else ()


def _torn(chunk: str, left: list[str], found: Find) -> tuple[str, ...]:
    """Return the parts of a chunk that are much better matched apart than together, if any.

    The parts are the longest run that was read rightly, what stands before it and after it.
    """
    wrong = _wrong(chunk, left, found)
    if not wrong:
        return ()
    steps = Levenshtein.opcodes(chunk, _window(left, found))
    run = max(steps.as_matching_blocks(), key=lambda block: block.size)
    if run.size < SHORTEST:
        return ()
    end = run.a + run.size
    parts = tuple(part for part in (chunk[: run.a], chunk[run.a : end], chunk[end:]) if part)
    apart = sum(_wrong(part, left, _best(part, left)) for part in parts)
    return parts if 2 * apart <= wrong else ()


def _best(chunk: str, left: list[str]) -> Find | None:
    for index, text in enumerate(left):
        start = text.find(chunk)
        if start >= 0:
            return index, Place(start, start + len(chunk), 100)
    if len(chunk) < SHORTEST:
        return None
    found = [
        (place.likeness, -index, place)
        for index, text in enumerate(left)
        if 2 * len(text) >= len(chunk) and (place := locate(chunk, text))
    ]
    if not found:
        return None
    _, index, place = max(found, key=lambda one: one[:2])
    return -index, place


def _window(left: list[str], found: Find) -> str:
    index, place = found
    return left[index][place.start : place.end]


def _wrong(chunk: str, left: list[str], found: Find | None) -> int:
    return int(Levenshtein.distance(chunk, _window(left, found))) if found else len(chunk)


def _take(left: list[str], index: int, place: Place) -> None:
    text = left[index]
    left[index] = text[: place.start]
    left.append(text[place.end :])
