"""The vocabularies of both desks, read from the TOML files beside this one."""

from __future__ import annotations

import random
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import msgspec

_HERE = Path(__file__).parent
_CHOICE = re.compile(r"\[([^\[\]]*)\]")  # [this|or this]
Pool = tuple[str, ...]


@dataclass(frozen=True)
class Field:
    """What a topic is about and how its stories open."""

    kicker: str
    subjects: Pool
    bodies: Pool
    offices: Pool
    headlines: Pool
    leads: Pool
    facts: Pool


@dataclass(frozen=True)
class English:
    """All that the English desk can say."""

    given: Pool
    family: Pool
    han_family: Pool
    han_given: Pool
    places: Pool
    critics: Pool
    openers: Pool
    tails: Pool
    seconds: Pool
    quotes: Pool
    reactions: Pool
    figures: Pool
    background: Pool
    decks: Pool
    subheads: Pool
    captions: Pool
    promos: Pool
    lists: dict[str, Pool]
    topics: dict[str, Field]


@dataclass(frozen=True)
class Chinese:
    """All that the Chinese desk can say."""

    family: str
    given: str
    headlines: Pool
    decks: Pool
    leads: Pool
    rest: Pool
    openers: Pool
    tails: Pool
    captions: Pool
    subheads: Pool
    lists: dict[str, Pool]


ENGLISH = msgspec.toml.decode((_HERE / "english.toml").read_bytes(), type=English)
CHINESE = msgspec.toml.decode((_HERE / "chinese.toml").read_bytes(), type=Chinese)
INLAND = msgspec.toml.decode((_HERE / "inland.toml").read_bytes(), type=English)
INLAND_HAN = msgspec.toml.decode((_HERE / "inland-han.toml").read_bytes(), type=Chinese)


def chosen(text: str, rng: random.Random) -> str:
    """Return `text` with one of each "[this|or that]" taken."""
    return _CHOICE.sub(lambda found: rng.choice(found[1].split("|")), text)


class Turns:
    """Gives every phrase of a pool its turn before any comes again."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        self.used: Counter[str] = Counter()

    def next(self, pool: Pool) -> str:
        """Return one of the phrases used least."""
        rarest = min(self.used[text] for text in pool)
        phrase = self.rng.choice([text for text in pool if self.used[text] == rarest])
        self.used[phrase] += 1
        return phrase
