"""What one copy cost, among the prices printed, and in whose money."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from digitize.grammar.prices import PrintedPrice
from digitize.metadata.facts import facts
from digitize.metadata.head import PARTED, HeadLine
from digitize.metadata.places import currency
from digitize.metadata.spelling import spelled
from digitize.model.issue import Price
from digitize.model.page import Role

_COPY = re.compile(
    r"price|per copy|a copy|single cop|each|newsstand|cover|preis|einzel|prix|le num[ée]ro|precio"
    r"|prezzo|prijs|preço|pris|kostar|零售|每份|每張|售價|售价|定價|定价|[一1]部",
    re.IGNORECASE,
)
_TERM = re.compile(
    r"(?:per|a|one) (?:year|annum|month|quarter|week|line|inch)|annum|yearly|annual|months?\b"
    r"|quarterly|by mail|by carrier|subscri|terms|advance|postage|delivered|insertion\w*"
    r"|(?:abonn|bezugs|anzeigen)\w*|jährlich|vierteljähr|halbjähr"
    r"|monat|(?<!\d\. )jahr(?!g)|quartal|annonce|inserat\w*|zeile"
    r"|ligne|\ban\b|mois|trimestre|anual|全年|半年|每月|每年|訂閱|订阅|月極|月ぎめ|1か月|郵費|廣告",
    re.IGNORECASE,
)
_HEADING = re.compile(
    r"\W*(?:(?:\w+ ){0,3}(?:terms|rates|subscriptions?)(?: of \w+)?"
    r"|\w*(?:abonnements?|bezugs|insertions|anzeigen|einrückungs)\w{0,8}(?:preise?|gebühr)?"
    r"|vorausbezahlung"
    r"|(?:prix de l['’]|tarif des )?(?:abonnements?|insertions|annonces))\s?[:.]?\W*",
    re.IGNORECASE,
)
_LARGER = 1.5  # times the type of a heading of terms: what is larger stands under it no more
_SUMS = re.compile(r"\d+[.,](?:\d\d|—|–)")
_TABLE = 3  # sums in one line: terms of sale, for three months, for six, for twelve
_NEAR = 22  # characters to either side that may say what a price is for
_BEFORE = 44  # characters before it that may say it is no price of a copy
_DEAREST = {
    "$": 500.0,
    "cent": 5.0,
    "£": 20.0,
    "£p": 20.0,
    "€": 20.0,
}  # more is a prize, not a price


@dataclass(frozen=True, slots=True)
class Copy:
    """The price of a copy, its line, and how sure."""

    price: Price
    line: str
    conf: float


def copy_price(
    lines: Sequence[HeadLine], countries: Sequence[str], year: int | None
) -> Copy | None:
    """Return what one copy cost; None when only subscriptions are printed, or nothing.

    `countries` are those the paper may belong to, the surest first. Of several prices of equal
    standing the one in the first country's money is taken, else the first printed.
    """
    offers: list[tuple[float, int, Copy]] = []
    terms = _terms(lines)
    for line in lines:
        found = [fact.price for fact in facts(line.text) if fact.price]
        spoilt = False  # what follows a price of terms in one line belongs to them too
        for price in found:
            standing = _standing(line, price, found)
            spoilt = standing < 0 or (spoilt and standing < 1)
            if spoilt:
                continue
            if standing < 1 and (line.id in terms or len(_SUMS.findall(line.text)) >= _TABLE):
                continue
            if standing < 0 or (price.amount or 0) > _DEAREST.get(price.unit, math.inf):
                continue
            money = price.currency or currency(price.unit, countries, year)
            named = bool(countries) and money is not None and money[:2] == countries[0]
            copy = Copy(
                Price(amount=price.amount, currency=money, printed=price.printed),
                line.id,
                0.9 if standing or price.currency else 0.75,
            )
            offers.append((standing + (0.5 if named else 0.0), -len(offers), copy))
    return max(offers, key=lambda offer: offer[:2])[2] if offers else None


def _terms(lines: Sequence[HeadLine]) -> frozenset[str]:
    """Return the lines that stand under a heading of terms: "Abonnement:", "Insertionsgebühr:"."""
    found: set[str] = set()
    heading: HeadLine | None = None
    for line in lines:
        if _HEADING.fullmatch(line.text):
            heading = line
        elif heading is not None:
            other = line.role in (Role.NAMEPLATE, Role.DATE_LINE)
            large = line.size > _LARGER * heading.size > 0
            apart = not heading.size and line.region != heading.region
            if other or large or apart:
                heading = None
            else:
                found.add(line.id)
    return frozenset(found)


def _is_of_terms(before: str, others: Sequence[PrintedPrice]) -> bool:
    """Whether words farther before a price, in one statement with it, speak of terms."""
    last = max((one.end for one in others if one.end <= len(before)), default=0)
    said = before[max(last, len(before) - _BEFORE) :].rsplit(PARTED, 1)[-1]
    return _TERM.search(said) is not None


def _standing(line: HeadLine, price: PrintedPrice, others: Sequence[PrintedPrice]) -> float:
    """Return 1 for the price of a copy, 0 when nothing is said, less for any other price."""
    if line.role is Role.PROMO:
        return -1.0
    before_from = max(
        [0, price.start - _NEAR, *(one.end for one in others if one.end <= price.start)]
    )
    after_to = min(
        [
            len(line.text),
            price.end + _NEAR,
            *(one.start for one in others if one.start >= price.end),
        ]
    )
    text = spelled(line.text)
    before, after = text[before_from : price.start], text[price.end : after_to]
    copy = max((hit.end() for hit in _COPY.finditer(before)), default=-1)
    term = max((hit.end() for hit in _TERM.finditer(before)), default=-1)
    if copy < 0 and term < 0 and _is_of_terms(text[: price.start], others):
        return -1.0
    if copy > term:
        return 1.0
    if term >= 0 or _TERM.match(after.lstrip(" ,.()")):
        return -1.0
    said = _COPY.match(after.lstrip(" ,.()"))
    return 1.0 if said else -1.0 if line.role is Role.SECTION_LABEL else 0.0
