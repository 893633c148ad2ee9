"""What speaks for a piece of the head being the paper's name, each sign with its weight."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz import fuzz

from digitize.grammar.lookalikes import misread
from digitize.grammar.scripts import is_cjk
from digitize.metadata.head import letters

_TELLING = 6  # letters of a name for each one misread


def by_size(size: float, largest: float, body: float) -> float:
    """Weigh the size of the type against the largest of the head and that of running text."""
    if not size or not largest:
        return 0.0
    share = size / largest
    score = 1.5 * share if share >= 0.5 else -0.5
    return score + (0.7 if body and size >= 2.5 * body else 0.0)


def by_address(name: str, domains: Sequence[str]) -> float:
    """Weigh agreement with web addresses: the same letters, a part of them, or the initials."""
    own = letters([name])
    initials = "".join(word[0] for word in name.casefold().split())
    bare = own.removeprefix("the")
    best = 0.0
    for domain in domains:
        label = letters([domain])
        part = min(len(bare), len(label)) >= 5 and (
            label.startswith(bare) or bare.startswith(label)
        )
        short = len(label) >= 3 and initials in (label, f"t{label}")
        if label in (own, bare):
            return 3.0
        if any(nearly(label, form) for form in (own, bare)):
            best = 2.0
        elif part or short:
            best = max(best, 1.5)
    return best


def nearly(label: str, name: str) -> bool:
    """Whether two runs of letters are one but for what looks alike: one letter in six at most."""
    wrong = misread(label, name)
    return wrong is not None and wrong * _TELLING <= len(name)


def by_headers(name: str, headers: Sequence[str]) -> float:
    """Weigh whether the furniture of other pages repeats the name, damage allowed."""
    own = letters([name])
    short = 2 if is_cjk(own[:1]) else 5
    if len(own) < short:
        return 0.0
    return (
        2.0
        if any(len(head) >= len(own) and fuzz.partial_ratio(own, head) >= 85 for head in headers)
        else 0.0
    )


def by_date(places: tuple[int, ...], dates: Sequence[int]) -> float:
    """Weigh how near the name stands to the date, the number or the volume."""
    gap = min((abs(one - two) for one in places for two in dates), default=99)
    return {0: 0.25, 1: 0.5, 2: 0.25}.get(gap, 0.0)
