"""Whether stories that jump from page to page were followed there, and only those."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from itertools import accumulate

from digitize.model.reading import join
from digitize.score.articles import Ratio
from digitize.score.locate import Place, flat, locate
from digitize.score.truth import TAIL, Printed, Truth, Turn

NEAR = 200
"""How many characters may be missed where a story is taken up again: some four short lines."""


def continuations(truth: Truth, predicted: Truth) -> Ratio:
    """Count turns of a story from page to page: right in the prediction, said there, true.

    A turn is right when the text after it goes on where the text before it breaks off, in one
    and the same story, and that story has as many turns in truth: those its lines show, or
    those it tells of.
    """
    texts = [flat("".join(story.pieces)) for story in truth.articles]
    starts = list(accumulate((len(text) + 1 for text in texts), initial=0))
    whole = "\n".join(texts)

    def find(text: str) -> Place | None:
        return locate(flat(text), whole) if text.strip() else None

    def home(place: Place) -> int:
        return bisect_right(starts, place.start) - 1

    said = [turn for story in predicted.articles for turn in story.turns]
    true = Counter(home(place) for turn in _turns(truth) if (place := find(turn.before)))
    joined: Counter[int] = Counter()
    for turn in said:
        first, second = find(turn.before), find(turn.after)
        if first and second and home(first) == home(second):
            joined[home(first)] += abs(second.start - first.end) <= NEAR
    right = sum(min(count, true[index]) for index, count in joined.items())
    return Ratio(right, len(said), true.total())


def _turns(truth: Truth) -> Iterator[Turn]:
    """Yield where stories go on upon another page, as their lines stand or as it is told."""
    told = [turn for story in truth.articles for turn in story.turns]
    if told:
        yield from told
        return
    bodies: dict[str, list[Printed]] = {}
    for line in truth.lines:
        if line.role == "body":
            bodies.setdefault(line.item, []).append(line)
    for body in bodies.values():
        for index in range(1, len(body)):
            if body[index - 1].page != body[index].page:
                before = join(line.text for line in body[max(0, index - 3) : index])
                after = join(line.text for line in body[index : index + 3])
                yield Turn(before=before[-TAIL:], after=after[:TAIL])
