"""Whether text that belongs together was put together, and whether headlines were known as such.

The truth is cut into pieces (see `locate`); two pieces of one story should be found in one story
of the prediction, pieces of two stories, or of a story and of furniture, should not.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import comb

from rapidfuzz.distance import Levenshtein

from digitize.score.locate import flat, locate, pieces, unique
from digitize.score.truth import Story, Truth

ALIKE = 0.8
"""Likeness (0..1) from which two headlines are the same one: one character in five may be wrong."""
WHOLE = 0.95
"""Share of a story's pieces that must be found for it to be told exactly."""


@dataclass(frozen=True, slots=True)
class Ratio:
    """How much of what was said is right, and how much of what is right was said."""

    right: int
    said: int
    true: int

    @property
    def precision(self) -> float:
        """Right over said; 1 when nothing was said."""
        return self.right / self.said if self.said else 1.0

    @property
    def recall(self) -> float:
        """Right over true; 1 when nothing was there to say."""
        return self.right / self.true if self.true else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass(frozen=True, slots=True)
class Grouping:
    """Which story of the prediction each piece of the truth was found in; None: in none."""

    stories: tuple[tuple[int | None, ...], ...]  # by story of the truth, in reading order
    furniture: tuple[int | None, ...]


def grouping(truth: Truth, predicted: Truth) -> Grouping:
    """Find every piece of the truth in the stories of the prediction."""
    groups = unique(
        [
            *([p for text in story.pieces for p in pieces(text)] for story in truth.articles),
            *(pieces(item.text) for item in truth.furniture),
        ]
    )
    texts = [flat("".join(story.pieces)) for story in predicted.articles]
    starts = list(accumulate((len(text) + 1 for text in texts), initial=0))
    whole = "\n".join(texts)

    def home(piece: str) -> int | None:
        place = locate(piece, whole)
        return bisect_right(starts, place.start) - 1 if place else None

    found = [tuple(map(home, group)) for group in groups]
    count = len(truth.articles)
    return Grouping(tuple(found[:count]), tuple(one for group in found[count:] for one in group))


def pairs(found: Grouping) -> Ratio:
    """Count pairs of pieces: together in both, together in the prediction, together in truth."""
    together = sum(
        comb(count, 2)
        for story in found.stories
        for home, count in Counter(story).items()
        if home is not None
    )
    homes = [home for story in found.stories for home in story if home is not None]
    homes += [home for home in found.furniture if home is not None]
    said = sum(comb(count, 2) for count in Counter(homes).values())
    return Ratio(together, said, sum(comb(len(story), 2) for story in found.stories))


def exact(found: Grouping) -> Ratio:
    """Count stories whose pieces make up one story of the prediction, with nothing else in it.

    `said` is the number of predicted stories in which anything true was found.
    """
    filled = Counter(home for story in found.stories for home in story if home is not None)
    filled.update(home for home in found.furniture if home is not None)
    right = sum(_told(story, filled) for story in found.stories)
    return Ratio(right, len(filled), sum(bool(story) for story in found.stories))


def _told(story: Sequence[int | None], filled: Counter[int]) -> bool:
    if not story:
        return False
    home, count = Counter(story).most_common(1)[0]
    return home is not None and count >= WHOLE * len(story) and filled[home] == count


def headlines(truth: Iterable[Story], predicted: Iterable[Story]) -> Ratio:
    """Match headlines one to one, best first; case and spaces do not count.

    Adverts are left out: which of their large lines is the headline, nobody can say.
    """
    true = [text for story in truth if (text := _heading(story))]
    said = [text for story in predicted if (text := _heading(story))]
    scored = sorted(
        (
            (Levenshtein.normalized_similarity(one, other), i, j)
            for i, one in enumerate(true)
            for j, other in enumerate(said)
        ),
        reverse=True,
    )
    taken: tuple[set[int], set[int]] = (set(), set())
    for alike, i, j in scored:
        if alike < ALIKE:
            break
        if i not in taken[0] and j not in taken[1]:
            taken[0].add(i)
            taken[1].add(j)
    return Ratio(len(taken[0]), len(said), len(true))


def _heading(story: Story) -> str:
    return "" if story.kind == "advertisement" else flat(story.headline)
