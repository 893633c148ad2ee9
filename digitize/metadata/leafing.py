"""The pages of one issue as their folios count them: missing, twice there, out of place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from digitize.metadata.series import Held

Amiss = Literal["missing page", "doubled page", "misplaced page", "unread page"]

_LABEL = re.compile(r"([A-Z]*)(\d+)([A-Z]?)")
_MOST = 8  # pages that a gap in the folios may stand for; a wider one is a folio misread


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page and its label: the letter of its section, and its figure."""

    page: str
    section: str
    figure: int


def leafing(held: Held) -> Iterator[tuple[Amiss, str]]:
    """Yield what is amiss with the pages of an issue, and how that is known."""
    if held.failed:
        yield "unread page", f"{held.failed} of {held.pages} could not be read"
    said = held.issue.pages or ""
    if said.isdecimal() and int(said) > held.pages:
        yield "missing page", f"{said} pages are announced, {held.pages} are there"
    leaves = [(one.lines[0].split(".")[0], one.value) for one in held.labels if one.lines]
    yield from sequence(leaves)


def sequence(labels: Sequence[tuple[str, str]]) -> Iterator[tuple[Amiss, str]]:
    """Yield what is amiss in the labels of pages, given as (page id, label) in page order.

    A folio that fits neither the one before nor the one after is out of place, or misread.
    """
    leaves = [
        Leaf(page, found[1], int(found[2]))
        for page, label in labels
        if (found := _LABEL.fullmatch(label)) and not found[3]
    ]
    yield from _doubled(leaves)
    steady = [leaf for leaf in leaves if _fits(leaf, leaves)]
    for leaf in leaves:
        if leaf not in steady:
            yield "misplaced page", f"{leaf.page} has the folio {leaf.section}{leaf.figure}"
    for one, two in pairwise(steady):
        lost = two.figure - one.figure - (_place(two) - _place(one))
        if one.section == two.section and 0 < lost <= _MOST:
            count = "1 page is" if lost == 1 else f"{lost} pages are"
            yield "missing page", f"{count} missing between {_named(one)} and {_named(two)}"


def _named(leaf: Leaf) -> str:
    return f"{leaf.page} (folio {leaf.section}{leaf.figure})"


def _doubled(leaves: Sequence[Leaf]) -> Iterator[tuple[Amiss, str]]:
    counts = Counter((leaf.section, leaf.figure) for leaf in leaves)
    for (section, figure), count in sorted(counts.items()):
        if count > 1:
            same = (leaf for leaf in leaves if (leaf.section, leaf.figure) == (section, figure))
            pages = " and ".join(leaf.page for leaf in same)
            yield "doubled page", f"{pages} have the folio {section}{figure}"


def _place(leaf: Leaf) -> int:
    return int(leaf.page.lstrip("p"))


def _fits(leaf: Leaf, leaves: Sequence[Leaf]) -> bool:
    """Whether its folio counts from the front page, or on from or to another of its section."""
    own = [other for other in leaves if other.section == leaf.section and other != leaf]
    if not own:
        return True
    shift = leaf.figure - _place(leaf)
    before = [other.figure - _place(other) for other in own if _place(other) < _place(leaf)]
    after = [other.figure - _place(other) for other in own if _place(other) > _place(leaf)]
    low, high = max(before, default=shift), min(after, default=shift)
    from_front = shift == 0 and not leaf.section
    fits = from_front or shift in (*before, *after) or low <= shift <= high
    return fits or (low > high and len(own) == 1)
