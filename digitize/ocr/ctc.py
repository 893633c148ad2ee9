"""From the time steps of a CTC network to characters with a place and a confidence."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from digitize.grammar.scripts import is_cjk

BLANK = 0
"""Index of the class that says: no character ends here."""

LEAST = 2e-4
"""Scores below this are forgotten: of 18,710 classes a step then thinks of a few, and no weight
lifts the others over them."""


HESITANT, HINT = 0.95, 0.005
"""Confidence under which a network hesitates, and what it must think of a character to be one of
those between which it does. A dot may be a blurred comma, whatever a network thinks, and a letter
that touches a figure a figure."""

HOLE, HALF = 1.6, 0.1
"""In the usual distance of a line's Chinese characters: two so far apart have another between them
that was passed over, if the network half saw one, with this score. In faces whose 〇 is a thin
circle it half sees every second one."""

ROW = 4
"""Distances in a line that tell what is usual."""

NOUGHTS = frozenset("〇○◯")
"""What the numeral 〇 is seen as."""

ENDS, LAST = frozenset("。，、·.,-;:?!"), 0.1
"""Marks that end a line, and what a network must think of them together to have half seen one: so
34 of those that are lost on badly degraded pages come back; one line in 650 gets one wrongly."""

DOTS, MARKS, POINTS = frozenset("·・•"), frozenset("，。、"), frozenset(".,")


class Glyph(NamedTuple):
    """One character and where its time steps lie, in pixels of the crop."""

    char: str
    start: float
    end: float
    conf: float  # 0..1
    space: float = 0.0  # 0..1, how much the network saw a space between the one before and it
    among: tuple[tuple[str, float], ...] = ()  # what it hesitates between, the likeliest first

    @property
    def middle(self) -> float:
        """Where the character is centred."""
        return (self.start + self.end) / 2

    def moved(self, by: float) -> Glyph:
        """Return it `by` pixels further right."""
        return self._replace(start=self.start + by, end=self.end + by)


class Steps(NamedTuple):
    """What a network thought of at each time step: the columns of a table, sorted by step."""

    steps: npt.NDArray[np.intp]
    classes: npt.NDArray[np.intp]
    scores: npt.NDArray[np.float32]
    spaces: npt.NDArray[np.float32]  # the score of the space, one for each step


def thin(scores: npt.NDArray[np.float32]) -> Steps:
    """Return what counts in `scores`, whose shape is (steps, classes); the last is the space."""
    flat = scores.ravel()
    places = np.flatnonzero(flat > LEAST)
    steps, classes = np.divmod(places, scores.shape[1])
    return Steps(steps, classes, flat[places], scores[:, -1].copy())


def decode(
    seen: Steps,
    alphabet: Sequence[str],
    step: float,
    weights: npt.NDArray[np.float32] | None = None,
) -> list[Glyph]:
    """Return the characters of the best path.

    `step` is the width of a time step in pixels; `weights` say for each class how much it is to be
    expected, and confidences are what they were without. Neighbouring steps of one class are
    one character, blanks are dropped (Graves et al. 2006, "best path decoding").
    """
    best, conf = _best(seen, weights)
    edges = np.flatnonzero(np.diff(best)) + 1
    found: list[Glyph] = []
    spans: list[tuple[int, int]] = []
    last = 0
    for a, b in pairwise([0, *edges.tolist(), len(best)]):
        if best[a] != BLANK:
            space = float(seen.spaces[last : a + 1].max())
            sure = float(conf[a:b].max())
            char = alphabet[best[a]]
            found.append(Glyph(char, a * step, b * step, sure, space))
            spans.append((a, b))
            last = b - 1
    for n, (glyph, (a, b)) in enumerate(zip(found, spans, strict=True)):
        if glyph.conf < HESITANT or glyph.char in DOTS | POINTS or _by_figure(found, n):
            found[n] = glyph._replace(among=_among(seen, a, b, alphabet, weights))
    if found and found[-1].char.isalnum():
        found += _ending(seen, last + 1, alphabet, step)
    return _filled(found, seen, alphabet, step)


def _by_figure(found: Sequence[Glyph], at: int) -> bool:
    """Whether a glyph is a letter beside a figure, or after a point that may be a decimal one."""
    before, char, after = (
        "".join(one.char for one in found[max(0, start) : end])
        for start, end in ((at - 1, at), (at, at + 1), (at + 1, at + 2))
    )
    letter = char.isascii() and char.isalpha()
    return letter and (before.isdigit() or after.isdigit() or before == ".")


def _filled(found: list[Glyph], seen: Steps, alphabet: Sequence[str], step: float) -> list[Glyph]:
    """Return the characters of a line with those that were half seen in holes between Chinese."""
    cjk = [is_cjk(glyph.char) for glyph in found]
    apart = [
        b.middle - a.middle
        for (a, b), both in zip(pairwise(found), pairwise(cjk), strict=True)
        if all(both)
    ]
    if len(apart) < ROW:
        return found
    least = HOLE * median(apart)
    edge = Glyph("", 0.0, 0.0, 1.0)
    end = edge.moved(step * len(seen.spaces))
    ways = zip(pairwise([edge, *found, end]), pairwise([True, *cjk, True]), strict=True)
    filled: list[Glyph] = []
    for (left, right), both in ways:
        if all(both) and right.middle - left.middle >= least:
            filled += _half_seen(seen, alphabet, step, (left, right))
        filled.append(right)
    return filled[:-1]


def _half_seen(
    seen: Steps, alphabet: Sequence[str], step: float, sides: tuple[Glyph, Glyph]
) -> list[Glyph]:
    """Return the likeliest Chinese character between two glyphs, if it was half seen."""
    start, end = round(sides[0].end / step) + 1, round(sides[1].start / step) - 1
    inside = slice(*np.searchsorted(seen.steps, (start, max(start, end))))
    at = zip(seen.steps[inside].tolist(), seen.classes[inside].tolist(), strict=True)
    ways = [
        (score, char, place)
        for (place, number), score in zip(at, seen.scores[inside].tolist(), strict=True)
        if number != BLANK
        and score >= HALF
        and (is_cjk(char := alphabet[number]) or char in NOUGHTS)
        and char not in DOTS
        and char not in (sides[0].char, sides[1].char)
    ]
    if not ways:
        return []
    score, char, place = max(ways)
    return [Glyph(char, place * step, (place + 1) * step, score)]


def _ending(seen: Steps, start: int, alphabet: Sequence[str], step: float) -> list[Glyph]:
    """Return the mark that was half seen after the last character, if one was."""
    after = int(np.searchsorted(seen.steps, start))
    marks: dict[str, tuple[float, int]] = {}
    for at, number, score in zip(
        seen.steps[after:].tolist(), seen.classes[after:], seen.scores[after:].tolist(), strict=True
    ):
        char = alphabet[number]
        if char and char in ENDS:
            marks[char] = max((score, at), marks.get(char, (0.0, at)))
    if sum(score for score, _ in marks.values()) < LAST:
        return []
    char, (score, at) = max(marks.items(), key=lambda pair: pair[1])
    among = tuple(sorted(((mark, one) for mark, (one, _) in marks.items()), key=lambda x: -x[1]))
    return [Glyph(char, at * step, (at + 1) * step, score, 0.0, among)]


def _among(
    seen: Steps,
    start: int,
    end: int,
    alphabet: Sequence[str],
    weights: npt.NDArray[np.float32] | None,
) -> tuple[tuple[str, float], ...]:
    """Return what a network thought of in some steps, the likeliest first, blanks left out."""
    inside = slice(*np.searchsorted(seen.steps, (start, end)))
    classes, worth = seen.classes[inside], seen.scores[inside]
    if weights is not None:
        worth = worth * weights[classes]
    found: dict[str, float] = {}
    for number, score in zip(classes.tolist(), worth.tolist(), strict=True):
        if number != BLANK and score >= (0 if alphabet[number] in MARKS | POINTS else HINT):
            found[alphabet[number]] = max(score, found.get(alphabet[number], 0.0))
    return tuple(sorted(found.items(), key=lambda pair: -pair[1]))


def _best(
    seen: Steps, weights: npt.NDArray[np.float32] | None
) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.float32]]:
    """Return the best class of each step, and its score."""
    worth = seen.scores if weights is None else seen.scores * weights[seen.classes]
    order = np.lexsort((-worth, seen.steps))
    steps, first = np.unique(seen.steps[order], return_index=True)
    best = np.full(len(seen.spaces), BLANK)
    conf = np.zeros(len(seen.spaces), np.float32)
    best[steps] = seen.classes[order][first]
    conf[steps] = seen.scores[order][first]
    return best, conf
