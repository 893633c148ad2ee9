"""What a region's text says by itself: facts of a masthead, set forms, how it is written."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from digitize.grammar.bylines import is_byline, is_dateline
from digitize.grammar.dates import find_dates
from digitize.grammar.editions import find_edition
from digitize.grammar.jumps import Jump, find_jump
from digitize.grammar.numbering import find_number, find_page_label, find_volume
from digitize.grammar.prices import find_prices
from digitize.grammar.scripts import is_han
from digitize.grammar.sentences import ends_sentence, starts_inside
from digitize.grammar.titles import looks_like_title
from digitize.grammar.urls import domain_name, find_urls
from digitize.model.page import Line
from digitize.model.reading import join, printed

Case = Literal["caps", "title", "sentence", "none"]

_MOST_FACTS = 400  # characters; nothing longer is a line of facts, so the grammars need not look
_SMALL_WORD = 3  # letters; shorter words stay small in Title Case
_UNIT = re.compile(r"(?<=\d)[ -]+[a-zß-ÿ]+")  # "$5 million", "62 percent": small in any case


@dataclass(frozen=True, slots=True)
class Says:
    """The evidence in a text. `weight` counts letters, a Han character as two."""

    text: str
    weight: int
    words: int  # Han: characters
    han: bool
    case: Case
    ends: bool  # with the stop of a sentence
    inside: bool  # starts in the middle of a sentence
    byline: bool
    dateline: bool
    jump: Jump | None
    title: float
    facts: frozenset[str]  # date, price, url, volume, number, edition, page
    domains: tuple[str, ...]
    rest: float  # share of the letters that belong to no fact


def says(lines: Sequence[Line]) -> Says:
    """Read what is printed on `lines`."""
    return says_text(join(printed(line) for line in lines))


@lru_cache(maxsize=8192)
def says_text(text: str) -> Says:
    """Read what `text` says."""
    return _read(text, short=len(text) <= _MOST_FACTS)


def glance(text: str) -> Says:
    """Read how `text` is written, without looking for facts, names or set forms in it."""
    return _read(text, short=False)


def _read(text: str, *, short: bool) -> Says:
    han = sum(map(is_han, text))
    letters = sum(char.isalpha() for char in text)
    facts, domains, rest = _facts(text) if short else (frozenset[str](), (), 1.0)
    return Says(
        text=text,
        weight=len(text.replace(" ", "")) + han,
        words=han if 2 * han > letters else len(re.findall(r"[^\W\d_][^\s]*", text)),
        han=2 * han > letters,
        case=case_of(text),
        ends=ends_sentence(text),
        inside=starts_inside(text),
        byline=short and is_byline(text),
        dateline=short and is_dateline(text),
        jump=find_jump(text) if short else None,
        title=looks_like_title(text) if short else 0.0,
        facts=facts,
        domains=domains,
        rest=rest,
    )


def _facts(text: str) -> tuple[frozenset[str], tuple[str, ...], float]:
    spans: list[tuple[str, int, int]] = []
    spans += [("date", item.start, item.end) for item in find_dates(text)]
    spans += [("price", item.start, item.end) for item in find_prices(text)]
    urls = find_urls(text)
    spans += [("url", item.start, item.end) for item in urls]
    singles = {
        "volume": find_volume(text),
        "number": find_number(text),
        "edition": find_edition(text),
        "page": find_page_label(text),
    }
    spans += [(name, item.start, item.end) for name, item in singles.items() if item]
    told = [any(start <= at < end for _, start, end in spans) for at in range(len(text))]
    letters = [at for at, char in enumerate(text) if char.isalnum()]
    rest = sum(not told[at] for at in letters) / max(1, len(letters))
    return (
        frozenset(name for name, _, _ in spans),
        tuple(label for item in urls for label in _labels(item.value)),
        rest,
    )


def _labels(url: str) -> list[str]:
    """Return the labels of an address's host that may name a newspaper."""
    host = re.sub(r"^[a-z]+://", "", url).split("/")[0]
    return [domain_name(url), *(label for label in host.split(".")[:-1] if label != "www")]


def case_of(text: str) -> Case:
    """Return how the letters are set: CAPITALS, Title Case, as in a sentence, or without case."""
    cased = [char for char in text if char.isupper() or char.islower()]
    if len(cased) < 2:
        return "none"
    if sum(char.isupper() for char in cased) >= 0.8 * len(cased):
        return "caps"
    words = re.findall(r"[^\W\d_]+", _UNIT.sub("", text))
    words = [word for word in words if len(word) > _SMALL_WORD]
    upper = sum(word[0].isupper() for word in words)
    return "title" if len(words) >= 2 and upper >= 0.8 * len(words) else "sentence"
