"""English news prose out of a grammar: other people, places and sums for every seed."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass

from scripts.drawing.words import ENGLISH, English, Field, Pool, Turns, chosen

_SLOT = re.compile(r"\{(\w+)\}")
_NAMES_FIRST = ("{subject}", "{org}", "{someone}")  # no opener before these
_DIGRAPHS = frozenset("th sh ch ph st tr pr bl pl gr br cl cr fl dr".split())


@dataclass(frozen=True)
class Copy:
    """What the desk hands to the printer: one story as it is to be set."""

    headline: str
    deck: str
    kicker: str
    byline: str
    dateline: str
    paragraphs: tuple[tuple[str, ...], ...]  # sentences by paragraph
    subheads: Pool
    caption: str
    slug: str


class Desk:
    """A newsroom with its own cast, drawn once per seed."""

    def __init__(self, rng: random.Random, year: int, words: English = ENGLISH) -> None:
        self.rng = rng
        self.words = words
        self.year = year
        self.turns = Turns(rng)
        self.cast = [self._person() for _ in range(40)]
        self.fixed: dict[str, str] = {}
        self.fresh: dict[str, Callable[[], str]] = {
            "sum": self._sum,
            "small": lambda: str(rng.randint(11, 98)),
            "count": self._count,
            "few": lambda: rng.choice("two three four five six seven nine ten".split()),
            "percent": lambda: (
                f"{rng.choice((rng.randint(2, 64), rng.randint(11, 99) / 10))} percent"
            ),
            "year": lambda: str(rng.randint(year - 80, year - 1)),
            "day": lambda: rng.choice("Monday Tuesday Wednesday Thursday Friday Saturday".split()),
            "someone": lambda: rng.choice(self.cast)[0],
            "place": lambda: rng.choice(words.places),
        }

    def story(self, sentences: int) -> Copy:
        """Write a story of about so many sentences on a topic of chance."""
        field = self.words.topics[self.rng.choice(sorted(self.words.topics))]
        self._settle(field)
        first = [self._say(field.leads)]
        if self.rng.random() < 0.6:
            first.append(self._say(self.words.seconds))
        paragraphs = [tuple(first)]
        pools = (
            field.facts,
            self.words.quotes,
            self.words.reactions,
            self.words.figures,
            self.words.background,
        )
        while sum(map(len, paragraphs)) < sentences:
            size = self.rng.choice((1, 2, 2, 2, 3))
            paragraphs.append(tuple(self._say(self.rng.choice(pools)) for _ in range(size)))
        headline = self.line(self.turns.next(field.headlines))
        deck = self.line(self.rng.choice(self.words.decks))
        return Copy(
            headline=headline[0].upper() + headline[1:],
            deck=deck[0].upper() + deck[1:],
            kicker=field.kicker,
            byline=self._byline(),
            dateline=f"{self.fixed['place'].upper()} —",
            paragraphs=tuple(paragraphs),
            subheads=tuple(map(self.line, self.rng.sample(self.words.subheads, 3))),
            caption=self.line(self.rng.choice(self.words.captions)),
            slug=max(re.findall(r"[A-Za-z]+", headline), key=len).upper(),
        )

    def line(self, text: str) -> str:
        """Fill one template."""
        text = chosen(text, self.rng)
        while found := _SLOT.search(text):
            text = text[: found.start()] + self._slot(found[1]) + text[found.end() :]
        return re.sub(r"\b([Aa]) (?=[aeio]|unex)", r"\1n ", text)

    def _settle(self, field: Field) -> None:
        """Choose who and what the next story is about."""
        boss, critic, witness = self.rng.sample(self.cast, 3)
        self.fixed = {
            "subject": self.rng.choice(field.subjects),
            "place": self.rng.choice(self.words.places),
            "org": self.rng.choice(field.bodies),
            "boss": boss[0],
            "bossname": boss[1],
            "bossrole": self.rng.choice(field.offices),
            "critic": critic[0],
            "criticname": critic[1],
            "criticrole": self.rng.choice(self.words.critics),
            "witness": witness[0],
            "witnessname": witness[1],
        }

    def _say(self, pool: Pool) -> str:
        """Fill a template of the pool, dressed with an opener or a tail now and then."""
        template = self.turns.next(pool)
        if '"' not in template and template.endswith("."):
            if self.rng.random() < 0.4 and not template.startswith(_NAMES_FIRST):
                template = f"{self.rng.choice(self.words.openers)} {_lowered(template)}"
            if self.rng.random() < 0.4:
                template = f"{template[:-1]}, {self.rng.choice(self.words.tails)}."
        text = self.line(template)
        return text[0].upper() + text[1:]

    def _slot(self, name: str) -> str:
        if name in self.fixed:
            return self.fixed[name]
        return self.fresh[name]() if name in self.fresh else self.rng.choice(self.words.lists[name])

    def _sum(self) -> str:
        rng = self.rng
        large = rng.choice((f"{rng.randint(2, 900)} m", f"{rng.randint(11, 99) / 10} b"))
        exact = f"${rng.randint(3, 990)},{rng.randint(100, 999)}"
        return rng.choice((f"${large}illion", f"HK${large}illion", exact))

    def _count(self) -> str:
        thousands = f"{self.rng.randint(1, 48)},{self.rng.randint(100, 999)}"
        return self.rng.choice((str(self.rng.randint(120, 990)), thousands))

    def _person(self) -> tuple[str, str]:
        """Return a full name and the family name."""
        if self.rng.random() < 0.35:
            family = self.rng.choice(self.words.han_family)
            return f"{family} {self.rng.choice(self.words.han_given)}", family
        family = self.rng.choice(self.words.family)
        return f"{self.rng.choice(self.words.given)} {family}", family

    def _byline(self) -> str:
        name, place = self._person()[0], self.fixed["place"]
        return self.rng.choice((f"By {name}", f"By {name}\nStaff Reporter", f"{name} in {place}"))


def _lowered(template: str) -> str:
    """Return a template as it goes on after an opener; a choice at its head is lowered whole."""
    if template[0] == "{":
        return template
    if template[0] != "[":
        return template[0].lower() + template[1:]
    head, rest = template[1:].split("]", 1)
    return "[" + "|".join(word[0].lower() + word[1:] for word in head.split("|")) + "]" + rest


def softened(text: str) -> str:
    """Return `text` with soft hyphens where its longer words may be broken.

    Our own small rule: between two consonants that stand between vowels, and before a few
    endings; three letters stay on either side.
    """
    return re.sub(r"[a-z]{7,}", lambda found: _soften(found[0]), text)


def _soften(word: str) -> str:
    between = re.finditer(r"[aeiouy](?=([bcdfghklmnprstvw][bcdfgklmnprstvw])[aeiouy])", word)
    cuts = {found.end() + 1 for found in between if found[1] not in _DIGRAPHS}
    cuts |= {found.start() for found in re.finditer(r"(tion|ment|ness|ship|ing)$", word)}
    good: list[int] = []
    for cut in sorted(cuts):
        far = not good or cut - good[-1] > 2
        if far and 3 <= cut <= len(word) - 3 and word[cut + 1 :] != "ed":
            good.append(cut)
    ends = [*good, len(word)]
    return "\u00ad".join(word[start:end] for start, end in zip([0, *good], ends, strict=True))
