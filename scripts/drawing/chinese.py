"""Traditional Chinese news prose out of a grammar; all names and bodies are invented."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

from scripts.drawing.english import Copy
from scripts.drawing.words import CHINESE, Chinese, Pool, Turns, chosen

_SLOT = re.compile(r"\{(\w+)\}")
_DIGITS = "〇一二三四五六七八九"
_DOUBLE = "司徒"  # a family name of two characters
_KICKERS = ("港聞", "要聞", "交通", "財經", "教育", "文化")


class HanDesk:
    """A newsroom that writes Traditional Chinese."""

    def __init__(self, rng: random.Random, year: int, words: Chinese = CHINESE) -> None:
        self.rng = rng
        self.words = words
        self.turns = Turns(rng)
        self.fixed: dict[str, str] = {}
        self.fresh: dict[str, Callable[[], str]] = {
            "sum": self._sum,
            "small": lambda: self._either(rng.randint(11, 98), han_number),
            "count": lambda: str(rng.randint(120, 9900)),
            "few": lambda: rng.choice("兩三四五六七八"),
            "year": lambda: self._either(rng.randint(year - 80, year - 1), han_digits),
            "month": lambda: han_number(rng.randint(1, 12)),
            "name": self.name,
        }

    def story(self, sentences: int) -> Copy:
        """Write a story of about so many sentences."""
        names = ("org", "subject", "place", "critic")
        self.fixed = {name: self.rng.choice(self.words.lists[name]) for name in names}
        self.fixed["name"] = self.name()
        paragraphs: list[Pool] = [(self.line(self.rng.choice(self.words.leads)),)]
        while sum(map(len, paragraphs)) < sentences:
            size = self.rng.choice((1, 2, 2, 3))
            paragraphs.append(tuple(self._say() for _ in range(size)))
        headline = self.line(self.turns.next(self.words.headlines))
        return Copy(
            headline=headline,
            deck=self.line(self.rng.choice(self.words.decks)),
            kicker=self.rng.choice(_KICKERS),
            byline=f"本報記者 {self.name()}",
            dateline="【本報訊】",
            paragraphs=tuple(paragraphs),
            subheads=tuple(self.rng.sample(self.words.subheads, 3)),
            caption=self.line(self.rng.choice(self.words.captions)),
            slug=headline[:4],
        )

    def line(self, text: str) -> str:
        """Fill one template."""
        text = chosen(text, self.rng)
        while found := _SLOT.search(text):
            text = text[: found.start()] + self._slot(found[1]) + text[found.end() :]
        return text

    def name(self) -> str:
        """Make up a name."""
        family: str = self.rng.choice([*self.words.family, _DOUBLE])
        return family + "".join(self.rng.sample(self.words.given, 2))

    def _say(self) -> str:
        """Fill a template, dressed with an opener or a tail, now and then about someone else."""
        template = self.turns.next(self.words.rest)
        if "「" not in template and self.rng.random() < 0.45:
            template = self.rng.choice(self.words.openers) + template
        if template.endswith("。") and self.rng.random() < 0.45:
            template = f"{template[:-1]}{self.rng.choice(self.words.tails)}。"
        usual = self.fixed
        if self.rng.random() < 0.5:
            place = self.rng.choice(self.words.lists["place"])
            self.fixed = usual | {"name": self.name(), "place": place}
        text = self.line(template)
        self.fixed = usual
        return text

    def _slot(self, name: str) -> str:
        if name in self.fixed:
            return self.fixed[name]
        return self.fresh[name]() if name in self.fresh else self.rng.choice(self.words.lists[name])

    def _sum(self) -> str:
        if self.rng.random() < 0.3:
            return f"{han_number(self.rng.randint(2, 99))}億元"
        return f"{self.rng.randint(20, 9800)}萬元"

    def _either(self, number: int, written: Callable[[int], str]) -> str:
        return str(number) if self.rng.random() < 0.5 else written(number)


def han_digits(number: int) -> str:
    """Write a number digit by digit: 2021 → 二〇二一."""
    return "".join(_DIGITS[int(digit)] for digit in str(number))


def han_number(number: int) -> str:
    """Write a number below one hundred as it is spoken: 24 → 二十四."""
    tens, ones = divmod(number, 10)
    head = "" if not tens else ("十" if tens == 1 else f"{_DIGITS[tens]}十")
    return head + (_DIGITS[ones] if ones or not tens else "")
