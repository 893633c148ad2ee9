"""From the time steps of a CTC network to characters with a place and a confidence."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

BLANK = 0
"""Index of the class that says: no character ends here."""

LEAST = 1e-3
"""Scores below this are forgotten: of 18,710 classes a step then thinks of one to five, and no
weight lifts the others over them."""


class Glyph(NamedTuple):
    """One character and where its time steps lie, in pixels of the crop."""

    char: str
    start: float
    end: float
    conf: float  # 0..1
    space: float = 0.0  # 0..1, how much the network saw a space between the one before and it

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
    steps, classes = np.nonzero(scores > LEAST)
    return Steps(steps, classes, scores[steps, classes], scores[:, -1].copy())


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
            found.append(Glyph(alphabet[best[a]], a * step, b * step, sure, space))
            last = b - 1
    return found


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
