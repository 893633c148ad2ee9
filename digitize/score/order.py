"""Whether things come out in the order they are read in.

Stories stand on a page in no set order, so only what lies within one story is judged: does the
next thing follow (successor accuracy), and does the story come out in one run (contiguity).
What was not found is left out, a matter of reading and not of order; but where nothing was
found, nothing is in order.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from itertools import pairwise


def successor_accuracy(truth: Sequence[Sequence[Hashable]], predicted: Sequence[Hashable]) -> float:
    """Return the share of steps within stories that the prediction takes too.

    `truth` holds the items of each story in order, `predicted` all items in the order given.
    """
    stories, order = _common(truth, predicted)
    taken = set(pairwise(order))
    steps = [step for story in stories for step in pairwise(story)]
    if not steps:
        return _nothing(truth)
    return sum(step in taken for step in steps) / len(steps)


def contiguity(truth: Sequence[Sequence[Hashable]], predicted: Sequence[Hashable]) -> float:
    """Return the share of stories of two items or more that come out in one unbroken run."""
    stories, order = _common(truth, predicted)
    place = {item: index for index, item in enumerate(order)}
    long = [[place[item] for item in story] for story in stories if len(story) > 1]
    whole = sum(max(places) - min(places) == len(places) - 1 for places in long)
    return whole / len(long) if long else _nothing(truth)


def _nothing(truth: Sequence[Sequence[Hashable]]) -> float:
    """Return 1 when there is nothing to order, 0 when none of it was found."""
    return float(all(len(story) < 2 for story in truth))


def _common(
    truth: Sequence[Sequence[Hashable]], predicted: Sequence[Hashable]
) -> tuple[list[list[Hashable]], list[Hashable]]:
    known = {item for story in truth for item in story}
    order = [item for item in dict.fromkeys(predicted) if item in known]
    found = set(order)
    return [[item for item in story if item in found] for story in truth], order
