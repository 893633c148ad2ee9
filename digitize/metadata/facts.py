"""What one line of a masthead states, cut into its facts, and the words that are left over."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from digitize.grammar.dates import PrintedDate, find_dates
from digitize.grammar.editions import find_editions
from digitize.grammar.found import Found
from digitize.grammar.months import weekday
from digitize.grammar.numbering import find_number, find_volume
from digitize.grammar.numerals import number
from digitize.grammar.prices import PrintedPrice, find_prices
from digitize.grammar.scripts import is_cjk, runs
from digitize.grammar.urls import find_urls
from digitize.metadata import statements
from digitize.metadata.spelling import spelled

Kind = Literal[
    "date", "weekday", "url", "volume", "number", "edition", "price", "pages", "founded",
    "publisher", "frequency", "place", "promo", "sheets",
]  # fmt: skip

_HAN_WEEKDAY = re.compile(
    r"(?:星期|禮拜|礼拜|[週周])(?P<day>[一二三四五六日天])|(?P<kana>[月火水木金土日])曜日"
)
_CUT = re.compile(r"\s{3,}|\t|[|·•■●★☆◆]|\s[–—-]+\s|\s/\s|[:;]\s|\.{3,}")
_EDGE = " \t,.;:·•|*–—-()[]【】（）〔〕、，。：~^_`´'‘’<>\\"


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact in a line; `text[start:end]` is as printed."""

    kind: Kind
    start: int
    end: int
    value: str
    printed: str
    date: PrintedDate | None = None
    price: PrintedPrice | None = None


@lru_cache(maxsize=2048)
def facts(text: str) -> tuple[Fact, ...]:
    """Return the facts of one line, left to right, none inside another.

    What speaks of the paper's past (founded, registered) hides the dates and numbers in it.
    """
    kept: list[Fact] = []
    for fact in (_as_printed(fact, text) for fact in _all(spelled(text))):
        if all(fact.end <= other.start or fact.start >= other.end for other in kept):
            kept.append(fact)
    return tuple(sorted(kept, key=lambda fact: fact.start))


def _as_printed(fact: Fact, text: str) -> Fact:
    """Return the fact with the print it was read from, damage and all."""
    printed = text[fact.start : fact.end]
    if printed == fact.printed:
        return fact
    day = replace(fact.date, printed=printed) if fact.date else None
    price = replace(fact.price, printed=printed) if fact.price else None
    return replace(fact, printed=printed, date=day, price=price)


def leftovers(text: str, known: tuple[Fact, ...]) -> tuple[tuple[int, str], ...]:
    """Return the pieces of a line that no fact covers, with their places, cut at script changes."""
    pieces: list[tuple[int, str]] = []
    place = 0
    for start, end in [*((fact.start, fact.end) for fact in known), (len(text), len(text))]:
        pieces.extend(_pieces(text[place:start], place))
        place = max(place, end)
    return tuple(pieces)


def _pieces(text: str, offset: int) -> Iterator[tuple[int, str]]:
    place = 0
    for cut in [*_CUT.finditer(text), None]:
        end = cut.start() if cut else len(text)
        for piece_start, piece in _by_script(text[place:end]):
            bare = piece.strip(_EDGE)
            if bare:
                yield offset + place + piece_start + piece.index(bare), _whole(piece, bare)
        place = cut.end() if cut else end


def _whole(piece: str, bare: str) -> str:
    """Keep the point of an abbreviation and the mark of a cry: "Ill.", "Extra!"."""
    after = piece[piece.index(bare) + len(bare) :][:1]
    return bare + after if after in ("!", "?") else bare


def _by_script(text: str) -> Iterator[tuple[int, str]]:
    """Cut where Han and Latin meet; other scripts stay with what they stand in."""
    place, held, wide = 0, "", False
    for code, run in runs(text):
        now = is_cjk(run[0]) if code else wide
        if held and now != wide and code:
            yield place, held
            place, held = place + len(held), ""
        held += run
        wide = now
    if held:
        yield place, held


def _all(text: str) -> Iterator[Fact]:
    """Yield facts, the surest kinds first: what comes later may not overlap them."""
    yield from _matches("founded", statements.FOUNDED, text)
    yield from _matches("founded", statements.REGISTERED, text)
    for address in find_urls(text):
        yield _fact("url", address)
    for day in find_dates(text):
        yield Fact("date", day.start, day.end, day.candidates[0], day.printed, date=day)
    yield from _matches("promo", statements.PROMO, text)
    for kind, form in statements.NAMED:
        yield from _named(kind, form, text)
    for count in statements.PAGES.finditer(text):
        value = number(count["count"] or count["han"])
        yield Fact("pages", *count.span(), str(value or ""), count.group())
    yield from _matches("sheets", statements.SHEETS, text)
    yield from _counts(text)
    for price in find_prices(text):
        yield Fact("price", price.start, price.end, "", price.printed, price=price)
    yield from _weekdays(text)


def _counts(text: str) -> Iterator[Fact]:
    counts: tuple[tuple[Kind, Found | None], ...] = (
        ("volume", find_volume(text)),
        ("number", find_number(text)),
    )
    yield from (_fact(kind, found) for kind, found in counts if found)
    if counts[0][1] is None:
        yield from _matches("volume", statements.UNREAD_VOLUME, text, read=False)
    yield from (_fact("edition", found) for found in find_editions(text))


def _weekdays(text: str) -> Iterator[Fact]:
    """Yield a weekday that ends or fills the line: "Zürich, Montag", 星期日."""
    found = _HAN_WEEKDAY.search(text)
    if found:
        names = "一二三四五六日" if found["day"] else "月火水木金土日"
        char = (found["day"] or found["kana"]).replace("天", "日")
        english = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
        yield Fact("weekday", *found.span(), english[names.index(char)], found.group())
    last = re.search(r"(?:^|(?<=[\s,.]))([^\W\d_]{5,12})[\s.,]*$", text)
    named = weekday(last.group(1)) if last else None
    if last and named and (last.start() == 0 or text[: last.start()].rstrip().endswith(",")):
        yield Fact("weekday", *last.span(1), named, last.group(1))


def _matches(kind: Kind, form: re.Pattern[str], text: str, *, read: bool = True) -> Iterator[Fact]:
    for found in form.finditer(text):
        value = found.group() if read else ""
        yield Fact(kind, found.start(), found.end(), value, found.group())


def _named(kind: str, form: re.Pattern[str], text: str) -> Iterator[Fact]:
    for found in form.finditer(text):
        value = found["name"].strip(" .,;")
        start, end = found.span("fact" if "fact" in form.groupindex else 0)
        yield Fact(kind, start, end, value, text[start:end])  # type: ignore[arg-type]


def _fact(kind: Kind, found: Found) -> Fact:
    return Fact(kind, found.start, found.end, found.value, found.printed)
