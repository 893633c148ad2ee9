"""What a story says of itself: its headline, its first and last line, its names."""

from __future__ import annotations

import re

from rapidfuzz import fuzz

from digitize.grammar.jumps import find_jump
from digitize.grammar.scripts import is_han
from digitize.model.page import Page, Region, Role
from digitize.model.reading import printed, read

Story = tuple[Page, tuple[Region, ...]]

TITLES = frozenset({Role.HEADLINE, Role.KICKER, Role.DECK})
"""A deck may head the rest of a story on another page."""

_HEADLINE = frozenset({Role.HEADLINE})
_LIKE = 75  # percent; words this alike are one word, misread


def names_in(story: Story) -> frozenset[str]:
    """Return the capitalised words of a story inside sentences; of Han, all runs of three."""
    text = read(line for region in story[1] for line in region.lines)
    if sum(map(is_han, text)) > len(text) / 2:
        han = re.sub(r"\W", "", text)
        return frozenset(han[at : at + 3] for at in range(len(han) - 2))
    return frozenset(
        word.lower() for word in re.findall(r"(?<![.!?] )\b[A-ZÀ-Þ][^\W\d_]{3,}", text)
    )


def headline(story: Story, roles: frozenset[Role] = _HEADLINE) -> str:
    """Return what the regions of `roles` say, "" where there are none."""
    return read(line for region in story[1] if region.role in roles for line in region.lines)


def text_at(story: Story, *, last: bool) -> str:
    """Return the last or first line of a story's text, jump lines left out."""
    lines = [line for region in story[1] if region.role == Role.BODY for line in region.lines]
    for line in reversed(lines) if last else lines:
        said = printed(line)
        jump = find_jump(said)
        if jump is None:
            return said
        rest = said.replace(jump.printed, "").strip(" ()[]（）.")
        if len(rest) > len(jump.printed):
            return rest
    return ""


def contained(slug: str, words: str) -> float:
    """Return how much of a catchword another text says: words misread count, words inside too."""
    if any(map(is_han, slug)):
        return max(0.0, (fuzz.partial_ratio(slug, words) - 50) / 50)
    mine, theirs = (re.findall(r"[^\W\d_]{3,}", text.lower()) for text in (slug, words))
    if not mine or not theirs:
        return 0.0
    best = [max(_alike(word, other) for other in theirs) for word in mine]
    return sum(value / 100 for value in best if value >= _LIKE) / len(mine)


def _alike(one: str, two: str) -> float:
    """Return 0..100; the stem of a word counts as the word: "harbor" and "harbour's"."""
    short = min(len(one), len(two))
    stem = fuzz.ratio(one[:short], two[:short]) if short >= 5 else 0
    return max(fuzz.ratio(one, two), stem)
