"""From the time steps of a CTC network to characters with a place and a confidence."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

BLANK = 0
"""Index of the class that says: no character ends here."""


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


def decode(scores: npt.NDArray[np.float32], alphabet: Sequence[str], step: float) -> list[Glyph]:
    """Return the characters of the best path; `scores` has shape (steps, classes).

    `step` is the width of a time step in pixels; the last class is the space. Neighbouring steps
    of one class are one character, blanks are dropped (Graves et al. 2006, "best path decoding").
    """
    best = scores.argmax(axis=1)
    conf = scores[np.arange(len(best)), best]
    edges = np.flatnonzero(np.diff(best)) + 1
    found: list[Glyph] = []
    last = 0
    for a, b in pairwise([0, *edges.tolist(), len(best)]):
        if best[a] != BLANK:
            space = float(scores[last : a + 1, -1].max())
            sure = float(conf[a:b].max())
            found.append(Glyph(alphabet[best[a]], a * step, b * step, sure, space))
            last = b - 1
    return found
