"""Whether the text under a short heading goes on with the story above it."""

from __future__ import annotations

import re

from digitize.grammar.dates import find_dates
from digitize.grammar.languages import language
from digitize.grammar.scripts import is_han

_PRONOUN = re.compile(
    r"^\W*(?:he|she|they|it|his|her|their|this|these|those|such|er|sie|dies\w*|seine?|ihre?|ils?|"
    r"elles?|ces?|cette|él|ella|ellos|estos?|esta)\b|^\W*(?:他|她|它|該|该|此|這|这|其|上述|另外|對此|对此)",
    re.IGNORECASE,
)
"""Words that point back to what was said; no story of its own opens with one."""

_WORD = re.compile(r"[^\W\d_]{4,}")
_NAME = re.compile(r"(?<=[\w,;] )[A-ZÀ-Þ][^\W\d_]{3,}|(?<=\b(?:Mr|Dr|Ms)\. )[A-Z][^\W\d_]{2,}")
_DAY = re.compile(r"(?i)(?:day|tag|di|woch|dienstag|sonnabend)$")
_OPENING = 240  # characters of a text that tell what it is about
_STEM = 5  # letters; words alike so far are forms of one word


def goes_on(text: str, headline: str, story: str) -> bool:
    """Return whether `text` speaks of what `headline` and the `story` under it speak of.

    It points back with its first word, takes up a word of the headline, or names a name that the
    story has named. In German every noun looks like a name, so only the headline counts there.
    """
    opening = text[:_OPENING]
    if _PRONOUN.match(opening):
        return True
    if any(map(is_han, headline)):
        return bool(_pairs(headline) & _pairs(opening[: _OPENING // 4]))
    if _stems(headline) & _stems(opening):
        return True
    return language(story) != "de" and bool(_names(opening) & _names(story))


def _pairs(text: str) -> set[str]:
    return {
        text[at : at + 2]
        for at in range(len(text) - 1)
        if is_han(text[at]) and is_han(text[at + 1])
    }


def _stems(text: str) -> set[str]:
    return {word.lower()[:_STEM] for word in _WORD.findall(text) if len(word) >= _STEM}


def _names(text: str) -> set[str]:
    dated = {
        word for date in find_dates(text[: 2 * _OPENING]) for word in _WORD.findall(date.printed)
    }
    found = {name for name in _NAME.findall(text) if not _DAY.search(name)}
    return found - dated
