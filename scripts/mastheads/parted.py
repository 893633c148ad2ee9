"""Heads whose facts stand in rows parted by white: ears, strips between rules, prices in a box."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import Any

from digitize.model.issue import Issue, Parallel, Price
from scripts.mastheads.bodies import BODIES
from scripts.mastheads.dates import by_places, han, short_han
from scripts.mastheads.heads import Head

_EN_M = (
    "January February March April May June July August September October November December".split()
)
_EN_D = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_DE_M = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split()
_DE_D = "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag".split()
_FR_M = (
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
)
_FR_D = "lundi mardi mercredi jeudi vendredi samedi dimanche".split()
_ZH_D = "一二三四五六日"
_WHITE = "     "

_Rows = Sequence[Sequence[str] | str]


def _made(rows: _Rows, lang: str, name: str, day: date, **more: Any) -> Head:
    lines = tuple(row if isinstance(row, str) else _WHITE.join(row) for row in rows)
    truth = Issue(title=name, title_lang=lang, date=day.isoformat(), **more)
    return Head(lines, BODIES[lang], truth, "")


def _day(rng: random.Random, first: int, last: int) -> date:
    return date(first, 1, 1) + timedelta(days=rng.randrange(365 * (last - first)))


def _english(day: date) -> str:
    return f"{_EN_D[day.weekday()]}, {_EN_M[day.month - 1]} {day.day}, {day.year}"


def _price(amount: float, currency: str | None = None) -> Price:
    return Price(amount=round(amount, 6), currency=currency, printed="")


def _ears(rng: random.Random) -> Head:
    day, volume, number = _day(rng, 1890, 1960), rng.randrange(20, 90), rng.randrange(1, 312)
    name = rng.choice(("The Ashford Sentinel", "Derby Morning Call", "The Salem Republican"))
    rows = [
        ["The Weather", "Cloudy, warmer", name.upper(), "TWO CENTS"],
        [f"VOLUME {volume}", _english(day).upper(), f"NUMBER {number}"],
    ]
    told = {"volume": str(volume), "number": str(number)}
    return _made(rows, "en", name, day, price=_price(0.02), **told)


def _penny(rng: random.Random) -> Head:
    day, number = _day(rng, 1860, 1935), rng.randrange(300, 20000)
    name = rng.choice(("The Durham Courier", "Norwich Weekly Mercury", "Chester Evening Echo"))
    pence, words = rng.choice(((1.0, "One Penny"), (0.5, "One Halfpenny"), (2.0, "Price 2d")))
    rows = [
        [f"No. {number:,}", name, words],
        ["Registered for transmission abroad", _english(day)],
    ]
    return _made(rows, "en", name, day, number=str(number), price=_price(pence / 240, "GBP"))


def _tabloid(rng: random.Random) -> Head:
    day, pence = _day(rng, 1985, 2023), rng.choice((40, 55, 70, 90))
    name = rng.choice(("Daily Beacon", "Evening Mirror", "Sunday Globe"))
    url = f"www.{name.lower().replace(' ', '')}.co.uk"
    rows = [[url, _english(day), f"{pence}p"], name.upper()]
    return _made(rows, "en", name, day, price=_price(pence / 100, "GBP"), urls=(url,))


def _published(rng: random.Random) -> Head:
    day, volume, number = _day(rng, 1835, 1900), rng.randrange(2, 40), rng.randrange(1, 52)
    name = rng.choice(("The Kingston Watchman", "Windsor Freeman", "The Lancaster Patriot"))
    owner = rng.choice(("Seth P. Warren", "Hale & Dodge", "M. Cutter"))
    rows = [
        name.upper() + ".",
        f"PUBLISHED EVERY {_EN_D[day.weekday()].upper()} MORNING BY {owner.upper()}.",
        [f"VOL. {volume}.", _english(day).upper() + ".", f"NO. {number}."],
    ]
    return _made(rows, "en", name, day, volume=str(volume), number=str(number))


def _austrian(rng: random.Random) -> Head:
    day, volume, number = _day(rng, 1893, 1918), rng.randrange(2, 60), rng.randrange(1, 365)
    name = rng.choice(("Grazer Morgenpost", "Neues Linzer Tagblatt", "Tiroler Bote"))
    dated = f"Graz, {_DE_D[day.weekday()]}, {day.day}. {_DE_M[day.month - 1]} {day.year}"
    rows = [name, [f"{volume}. Jahrgang", dated, f"Nr. {number}"], "Einzelne Nummer 8 Heller"]
    told = {"volume": str(volume), "number": str(number), "place": "Graz"}
    return _made(rows, "de", name, day, price=_price(0.08), **told)


def _terms(rng: random.Random) -> Head:
    day, number = _day(rng, 1870, 1950), rng.randrange(1, 310)
    name = rng.choice(("Basler Volksfreund", "Der Landschäftler Anzeiger", "Berner Nachrichten"))
    rows = [
        ["Abonnementspreise: jährlich Fr. 10.—", "Inserate: 20 Rp. die Zeile"],
        name,
        [
            f"{day.year} — Nr. {number}",
            f"{_DE_D[day.weekday()]}, {day.day}. {_DE_M[day.month - 1]}",
        ],
        "Preis 10 Rp.",
    ]
    return _made(rows, "de", name, day, number=str(number), price=_price(0.1))


def _genre(rng: random.Random) -> Head:
    day, year, number = _day(rng, 1865, 1914), rng.randrange(2, 50), rng.randrange(100, 9000)
    name = rng.choice(("Le Nouvelliste de Lyon", "La Dépêche tunisienne", "Le Petit Méridional"))
    first = "1er" if day.day == 1 else str(day.day)
    rows = [
        [f"{year}e ANNÉE", f"NUMÉRO {number}", "DIX CENTIMES"],
        name.upper(),
        "JOURNAL RÉPUBLICAIN QUOTIDIEN",
        f"{_FR_D[day.weekday()]} {first} {_FR_M[day.month - 1]} {day.year}".upper(),
    ]
    told = {"volume": str(year), "number": str(number)}
    return _made(rows, "fr", name, day, price=_price(0.1), **told)


def _beside(rng: random.Random) -> Head:
    day, number = _day(rng, 1913, 1937), rng.randrange(50, 9000)
    name = rng.choice(("申江日報", "大滬晚報", "商務時報"))
    dated = f"中華民國{han(day.year - 1911)}年{han(day.month)}月{short_han(day.day)}日"
    rows = [
        [f"第{number}號", name, "每份大洋二分"],
        [dated, f"星期{_ZH_D[day.weekday()]}", "今日出版兩大張"],
    ]
    return _made(rows, "zh-Hant", name, day, number=str(number), price=_price(0.02))


def _stacked(rng: random.Random) -> Head:
    day, number = _day(rng, 1950, 1970), rng.randrange(50, 9000)
    name, spelt = rng.choice((("華民日報", "WAH MAN YAT PO"), ("新華晚報", "SIN WAH MAN PO")))
    rows = [
        name, spelt, f"公元{by_places(day.year)}年", f"{han(day.month)}月{han(day.day)}日",
        f"星期{_ZH_D[day.weekday()]}", f"第{number}號", "零售每份港幣五仙",
    ]  # fmt: skip
    spelling = (Parallel(text=spelt.title(), lang="zh-Latn"),)
    told = {"number": str(number), "parallel_titles": spelling}
    return _made(rows, "zh-Hant", name, day, price=_price(0.05, "HKD"), **told)


MANNERS: dict[str, Callable[[random.Random], Head]] = {
    "ears": _ears,
    "penny": _penny,
    "tabloid": _tabloid,
    "published": _published,
    "austrian": _austrian,
    "terms": _terms,
    "genre": _genre,
    "beside": _beside,
    "stacked": _stacked,
}


def parted(seed: int, each: int) -> list[Head]:
    """Return `each` heads of every manner."""
    rng = random.Random(seed)  # noqa: S311 - no secret
    return [
        Head(made.lines, made.body, made.truth, name)
        for name, make in MANNERS.items()
        for made in (make(rng) for _ in range(each))
    ]
