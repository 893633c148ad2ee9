"""Prices as mastheads print them: "HK $10", "FIVE CENTS", "6d.", "2,50 €", 零售每份港幣十元.

A currency is given only where the print itself names one. A bare "$", "cents" or 元 belongs to
many countries: `currency` is None there and `unit` says what to look up once the country is known.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from digitize.grammar import money
from digitize.grammar.money import CONTINENTAL
from digitize.grammar.numerals import HAN_NUMERAL, fold, han, number
from digitize.grammar.ordinals import SUM_WORDS, summed


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedPrice:
    """One price in a string; `text[start:end]` is `printed`."""

    printed: str
    start: int
    end: int
    amount: float | None  # in the main unit: five cents are 0.05
    currency: str | None  # ISO 4217, where the print names it
    unit: str = ""  # "$", "yuan", "franc" …: what is left to tell by country


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


_SUM = (
    r"(?P<sum>\d{1,3}(?:[.,]\d{3})+(?:[.,]\d{1,2})?(?!\d)"
    r"|\d{1,6}(?:\s?[.,·]\s?\d{1,2}(?!\d))?)(?P<half>\s?[½¼¾])?"
)
_APART = r"(?<![A-Za-zÀ-ÿ0-9])"  # Han before a sum is no part of it
_HALF = r"(?P<sum>(?<![\w])(?=[½¼¾]))(?P<half>[½¼¾])"
_TENS, _ONES = r"(?:twenty|thirty|forty|fifty)", r"(?:one|two|three|four|five|six|seven|eight|nine)"
_WORDS = rf"(?P<words>{_TENS}(?:[\s-]{_ONES})?|{_ONES}|ten|eleven|twelve|fifteen|half[\s-]?a?|a)"
_SPOKEN = "cent|dollar|penny|pence|shilling|centime|franc|mark|anna|rupee"
_SUMS = "|".join(sorted(SUM_WORDS, key=len, reverse=True))
_COINS = rf"(?P<coins>{_SUMS})\s+(?P<unit>{_any(CONTINENTAL)})(?:e?s|e|n)?"
_DASH = r"[\s-]?"
_COIN = (
    rf"(?P<coin>three{_DASH}half{_DASH}(?:pence|penny)"
    rf"|(?:(?:one{_DASH})?penny|(?:two|three){_DASH}pence|tuppence)(?:\s?-\s?|\s)half{_DASH}penny"
    rf"|(?:three|two|six|four)-?pence|tuppence|half-?penny|farthing)"
)
_AFTER_PRICE = r"(?:(?<=price )|(?<=price: )|(?<=price, ))"
_DASH_ALONE = "[—–―ー－-]"
_DASHED = "(?<![—–―ー－-])[—–―ー－-](?=[元圓圆角毫分])"  # 一 on which recognition saw a dash
_HAN_SUM = (
    rf"(?P<han>[{HAN_NUMERAL}]{{1,6}}|{_DASHED}|(?<![\d.,])\d+(?:[.,]\d{{1,2}}(?!\d)|\.\d+)?)"
)
_HAN_REST = rf"(?:(?P<rest>(?:[{HAN_NUMERAL}\d]\s?[角毫分仙厘釐]){{1,2}})|(?P<and_half>半))?"
_HAN_PIECE = re.compile(r"(\w)\s?([角毫分仙厘釐])")
_MONEY = rf"(?P<money>{_any(money.HAN_MONEY)})"

_NO_UNIT = rf"(?!\s?(?:{_any(money.UNITS)})s?(?!\w))"

_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"{_APART}(?:(?P<nation>{_any(money.DOLLARS)})\.?\s?)?(?P<dollar>\$)\s?{_SUM}",
        rf"{_APART}(?P<nation>HK|NT)\s?(?P<dollar>S)\s?{_SUM}",  # damaged
        rf"{_APART}(?P<code>{_any(money.CODES)})\s?[$€£¥]?\s?{_SUM}",
        rf"(?<![\w.,]){_SUM}\s?(?P<code>{_any(money.CODES)})(?!\w)",
        rf"(?P<sign>[{''.join(money.SIGNS)}])\s?{_SUM}",
        rf"(?<![\w.,]){_SUM}\s?(?P<sign>[{''.join(money.SIGNS)}])(?!\w)",
        rf"(?P<yen>¥)\s?{_SUM}",
        rf"{_APART}(?P<lead>{_any(money.LEADS)})\.?\s?{_SUM}{_NO_UNIT}(?!\s+\d)",
        rf"(?:(?<![\w.,])|(?<=preis)|(?<=price)|(?<=prix)){_SUM}\s?(?P<unit>{_any(money.UNITS)})(?:e?s)?(?![^\W\d_])\.?",
        rf"(?<![\w.,])(?:{_SUM})\s?(?P<letter>[dpc](?<![.,]\d\d[dpc])(?<![.,]\d\d\s[dpc])|f)(?!\w)(?:\.|(?=[,;)]|\s*$|\s{{2}}|\s+(?:net|each|per)\b))",
        rf"{_HALF}\s?(?P<letter>d)\b\.?",
        r"(?<![\w.,])(?P<shillings>\d{1,2})\s?s\.?\s?(?P<pence>\d{1,2})\s?d\b\.?",
        r"(?<![\w.,/])(?P<shillings>\d{1,2})(?:/-|\s?s\.)(?!\w)",
        rf"(?<!\w){_WORDS}[\s-]*(?P<unit>{_SPOKEN})s?(?!\w)",
        rf"(?<!\w){_COIN}(?!\w)",
        rf"(?<!\w){_COINS}(?!\w)",
        r"(?<![\w.,/])(?P<shillings>\d{1,2})/(?P<pence>\d{1,2})d(?![\w/])",
        rf"{_AFTER_PRICE}(?P<shillings>\d{{1,2}})/(?P<pence>\d{{1,2}})(?![\w/])",
        rf"{_MONEY}?\s?{_HAN_SUM}\s?(?P<hanunit>[元圓圆角毫仙円銭錢]|分(?![之點点鐘钟])){_HAN_REST}",
        rf"{_MONEY}\s?{_HAN_SUM}\s?(?P<hanunit>[枚文占])",
        rf"(?<=[份張售價錢]){_HAN_SUM}\s?(?P<hanunit>[文占])",
        rf"{_MONEY}\s?\$?\s?(?P<sum>\d+(?:\.\d+)?)",
        r"(?P<han>\d[\d,]{0,9})\s?(?P<won>원)",
    )
)
_FIGURES = re.compile(
    r"(?<![A-Za-z0-9])[lI|OQ](?=[.,]\d\d(?![A-Za-z0-9]))|(?<![^\W_])[lIO|]{0,2}\d[\dlIOQ|o]*(?![^\W_])|(?<=\d\.)[OQ\d]{2}(?!\w)"
)
_AS_DIGITS = str.maketrans("lI|OQo", "111000")
_KANA_TWO = re.compile("ニ(?=[元圓角毫分仙文枚占十百])|(?<=[十百千])ニ")
_ZERO_IN_WORD = re.compile(r"(?<![\d.,])0(?=[A-Za-z]{2})")
_FRACTIONS = {"": 0.0, "½": 0.5, "¼": 0.25, "¾": 0.75}
_JAPANESE = re.compile(r"税込|税抜|本体|円|一部")
_Money = tuple[str | None, str, int]
"""Currency, unit, and how many of what is printed make one of it."""


def find_prices(text: str) -> tuple[PrintedPrice, ...]:
    """Return the prices in `text`, left to right, none inside another."""
    plain = _mended(fold(text).replace("￥", "¥"))
    hits = sorted(
        (hit for form in _FORMS for hit in form.finditer(plain)),
        key=lambda hit: (hit.start(), -hit.end()),
    )
    prices: list[PrintedPrice] = []
    for hit in hits:
        price = None if prices and hit.start() < prices[-1].end else _price(hit, text)
        if price:
            prices.append(price)
    return tuple(prices)


def _mended(text: str) -> str:
    """Return the text with I0 as 10 and 0NE as ONE, character for character."""
    figures = _FIGURES.sub(lambda found: found.group().translate(_AS_DIGITS), text)
    return _ZERO_IN_WORD.sub("O", _KANA_TWO.sub("二", figures))


def _price(hit: re.Match[str], text: str) -> PrintedPrice | None:
    parts = {key: value for key, value in hit.groupdict().items() if value}
    amount = _amount(parts)
    if not amount:
        return None  # what costs nothing has no price: figures were lost
    currency, unit, share = _money(parts, text)
    printed = text[hit.start() : hit.end()].rstrip()
    start = hit.start() + len(printed) - len(printed.lstrip())
    return PrintedPrice(
        printed=printed.lstrip(),
        start=start,
        end=hit.start() + len(printed),
        amount=round(amount / share + _rest(parts), 6),
        currency=currency,
        unit=unit,
    )


def _money(parts: dict[str, str], text: str) -> _Money:
    if "dollar" in parts:
        return money.DOLLARS.get(parts.get("nation", "").upper()), "$", 1
    if "code" in parts:
        code = parts["code"].upper()
        return ("CNY" if code == "RMB" else code), "", 1
    if "sign" in parts:
        return money.SIGNS[parts["sign"]], parts["sign"], 1
    if "coin" in parts or "shillings" in parts:
        return "GBP", "£", 240
    if "yen" in parts:
        return ("JPY" if _JAPANESE.search(text) else None), "¥", 1
    return _han_money(parts) or _latin_money(parts)


def _han_money(parts: dict[str, str]) -> _Money | None:
    if "won" in parts:
        return "KRW", "won", 1
    named = money.HAN_MONEY.get(parts.get("money", ""))
    if "hanunit" in parts:
        unit, share = money.HAN_UNITS[parts["hanunit"]]
        if "money" in parts and named is None:
            unit = "coin"  # silver or copper of the past: no country gives it a code
        return named or ("JPY" if parts["hanunit"] == "円" else None), unit, share
    return (named, "yuan", 1) if "money" in parts else None


def _latin_money(parts: dict[str, str]) -> _Money:
    if "lead" in parts:
        unit, code, share = money.LEADS[parts["lead"].lower()]
        return code, unit, share
    name = (parts.get("unit") or parts["letter"]).lower()
    unit, share = {**money.UNITS, **money.LETTERS}[name]
    return money.SURE.get(name) or money.SURE.get(unit), unit, share


def _rest(parts: dict[str, str]) -> float:
    """Return what a Chinese sum adds in smaller units: 三毫半, 一元五角."""
    if "and_half" in parts:
        return 0.5 / money.HAN_UNITS[parts["hanunit"]][1]
    pieces = _HAN_PIECE.findall(parts.get("rest", ""))
    return sum((number(count) or 0) / money.HAN_UNITS[unit][1] for count, unit in pieces)


def _amount(parts: dict[str, str]) -> float | None:
    if "coin" in parts:
        return _coin(parts["coin"])
    if "shillings" in parts:
        return int(parts["shillings"]) * 12.0 + int(parts.get("pence", "0"))
    if "coins" in parts:
        return summed(parts["coins"])
    if "words" in parts:
        words = parts["words"].lower()
        return 0.5 if words.startswith("half") else 1.0 if words == "a" else number(words)
    if "han" in parts:
        return _han_sum(parts["han"])
    return _decimal(parts.get("sum", "0"), parts.get("half", "").strip())


def _han_sum(printed: str) -> float | None:
    if re.fullmatch(r"[\d.,]+", printed):
        return _decimal(printed, "")
    return 1.0 if re.fullmatch(_DASH_ALONE, printed) else han(printed)


def _coin(printed: str) -> float:
    """Return old pence: "Three Halfpence" is 1.5."""
    bare = re.sub(r"[\s-]", "", printed.lower())
    return 1.5 if bare == "threehalfpenny" else money.COINS[bare]


def _decimal(printed: str, fraction: str) -> float:
    """Read 2,50 and 2.50 alike; three figures after a mark are thousands."""
    bare = re.sub(r"\s", "", printed).replace("·", ".")
    bare = re.sub(r"[.,](?=\d{3}(?:\D|$))", "", bare)
    return float(bare.replace(",", ".")) + _FRACTIONS[fraction]
