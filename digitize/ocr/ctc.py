"""From the time steps of a CTC network to characters with a place and a confidence."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

BLANK = 0
"""Index of the class that says: no character ends here."""

LEAST = 2e-4
"""Scores below this are forgotten: of 18,710 classes a step then thinks of a few, and no weight
lifts the others over them."""


HESITANT, HINT = 0.95, 0.005
"""Confidence under which a network hesitates, and what it must think of a character to be one of
those between which it does. A middle dot may be a blurred comma, whatever a network thinks."""

ENDS, LAST = frozenset("。，、·.,-;:?!"), 0.1
"""Marks that end a line, and what a network must think of them together to have half seen one: so
34 of those that are lost on badly degraded pages come back; one line in 650 gets one wrongly."""

DOTS, MARKS = frozenset("·・•"), frozenset("，。、")


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
    last = 0
    for a, b in pairwise([0, *edges.tolist(), len(best)]):
        if best[a] != BLANK:
            space = float(seen.spaces[last : a + 1].max())
            sure = float(conf[a:b].max())
            char = alphabet[best[a]]
            unsure = sure < HESITANT or char in DOTS
            among = _among(seen, a, b, alphabet, weights) if unsure else ()
            found.append(Glyph(char, a * step, b * step, sure, space, among))
            last = b - 1
    if found and found[-1].char.isalnum():
        found += _ending(seen, last + 1, alphabet, step)
    return found


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
        if number != BLANK and score >= (HINT if alphabet[number] not in MARKS else 0):
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
