"""Heads of newspapers that never were, in five languages, with what is true of each."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from digitize.model.issue import Issue, Parallel, Price
from scripts.mastheads.bodies import BODIES
from scripts.mastheads.dates import han, short_han

_EN_PLACES = (
    "Ashford Boston Bristol Carlisle Chester Dayton Denver Derby Durham Halifax Hartford Kingston "
    "Lancaster Lincoln Memphis Norfolk Norwich Oakland Omaha Oxford Perth Plymouth Portland "
    "Reading Richmond Salem Toledo Trenton Tucson Windsor Worcester York"
).split()
_EN_NAMES = (
    "Advertiser Argus Bulletin Chronicle Courier Dispatch Enquirer Examiner Gazette Guardian "
    "Herald Independent Intelligencer Journal Ledger Mail Mercury Monitor News Observer Post Press "
    "Record Register Reporter Sentinel Standard Star Telegraph Times Tribune Union Whig World"
).split()
_ZH_NAMES = (
    "申報 時報 大公報 益世報 新聞報 立報 晨報 華僑日報 工商日報 星島日報 循環日報 民國日報 "
    "中央日報 東方日報 南洋商報 叻報 國民日報 商報 正氣日報 天光報 成報 真報 晶報 新晚報 "
    "香港商報 文匯報"
).split()
_DE_PLACES = (
    "Augsburger Basler Berner Bremer Frankfurter Kölner Leipziger Wiener Züricher Grazer".split()
)
_DE_NAMES = "Zeitung Tagblatt Nachrichten Anzeiger Volksblatt Morgenpost Rundschau Kurier".split()
_FR_NAMES = (
    "Le Petit Courrier|Le Matin|La Dépêche|Le Moniteur|La Gazette de Lyon|Le Progrès|La Presse|"
    "Le Journal de Genève|L’Avenir|Le Temps|L’Indépendant|La Tribune|Le Nouvelliste"
).split("|")
_EN_M = (
    "January February March April May June July August September October November December".split()
)
_DE_M = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split()
_FR_M = (
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
)
_EN_D = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_DE_D = "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag".split()
_FR_D = "lundi mardi mercredi jeudi vendredi samedi dimanche".split()
_ZH_D = "一二三四五六日"
_WORDS = "ONE TWO THREE FOUR FIVE SIX".split()
_EDITIONS = (("City Edition", ""), ("Late Edition", ""), ("Final Edition", ""), ("", ""))
_TWO_EDITIONS = (("Hong Kong Edition", "香港版"), ("Overseas Edition", "海外版"), ("", ""))


@dataclass(frozen=True)
class Head:
    """The lines of a head ("" is a blank row), its text, and what is true of the issue."""

    lines: tuple[str, ...]
    body: str
    truth: Issue
    manner: str


def _roman(number: int) -> str:
    text = ""
    signs = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"),
             (4, "IV"), (1, "I"))  # fmt: skip
    for value, sign in signs:
        text += sign * (number // value)
        number %= value
    return text


def _day(rng: random.Random, first: int, last: int) -> date:
    begun = date(first, 1, 1)
    return begun + timedelta(days=rng.randrange((date(last, 12, 31) - begun).days))


def _english(rng: random.Random, manner: int) -> Head:
    day = _day(rng, 1840, 2020)
    place, noun = rng.choice(_EN_PLACES), rng.choice(_EN_NAMES)
    name = rng.choice(
        (f"The {place} {noun}", f"{place} {noun}", f"The {place} Daily {noun}", f"The {noun}")
    )
    volume, number = rng.randrange(2, 99), rng.randrange(2, 42000)
    w, m = _EN_D[day.weekday()], _EN_M[day.month - 1]
    cents = rng.randrange(1, 6)
    edition = rng.choice(_EDITIONS)[0]
    plain = f"{w}, {m} {day.day}, {day.year}"
    price = f"PRICE {_WORDS[cents - 1]} CENT{'S' if cents > 1 else ''}"
    loud = name.upper()
    url = f"www.{name.lower().replace(' ', '')}.example"
    truth: dict[str, Any] = {"volume": str(volume), "number": str(number), "price": _cents(cents)}
    no = f"{number:,}"
    match manner:
        case 0:
            lines = [loud + ".", f"VOL. {_roman(volume)}. NO. {no}.",
                     f"{place.upper()}, {plain.upper()}.", f"{price}."]  # fmt: skip
            return _made(lines, "en", name, day, truth | {"volume": _roman(volume), "place": place})
        case 1:
            lines = [name, "", f"{plain}   Vol. {volume} No. {number}   {cents} cents", edition]
            return _made(lines, "en", name, day, truth | {"edition": edition or None})
        case 2:
            begun = f"VOL. {_roman(volume)}.—NO. {no}.   {place.upper()}, {w.upper()} MORNING"
            lines = [f"{begun}, {m.upper()} {day.day}, {day.year}.   {price}."]
            return _made([loud, "", *lines], "en", name, day,
                         truth | {"volume": _roman(volume), "place": place})  # fmt: skip
        case 3:
            lines = ["WEATHER: FAIR", "", loud, "", edition.upper(), "",
                     f"{w.upper()}, {m.upper()} {day.day}, {day.year}", "",
                     f"{url}   {cents}¢"]  # fmt: skip
            del truth["volume"], truth["number"]
            return _made(lines, "en", name, day,
                         truth | {"edition": edition or None, "urls": (url,)})  # fmt: skip
        case 4:
            lines = [name + ".", "", f"No. {no}.", f"{w}, {day.day} {m} {day.year}.",
                     f"Price {cents}d."]  # fmt: skip
            del truth["volume"]
            pence = Price(amount=round(cents / 240, 6), currency=None, printed="")
            return _made(lines, "en", name, day, truth | {"price": pence})
        case _:
            dated = f"{place.upper()}, {w.upper()}, {m[:3].upper()}. {day.day}, {day.year}"
            lines = [f"ESTABLISHED {day.year - volume}.", "", loud, "",
                     f"{dated}.—TWELVE PAGES.",
                     f"{_ordinal(volume)} YEAR. NO. {number}."]  # fmt: skip
            del truth["price"]
            return _made(lines, "en", name, day, truth | {"place": place})


def _ordinal(number: int) -> str:
    ending = (
        "TH" if number % 100 in (11, 12, 13) else {1: "ST", 2: "ND", 3: "RD"}.get(number % 10, "TH")
    )
    return f"{number}{ending}"


def _cents(cents: int) -> Price:
    return Price(amount=cents / 100, currency=None, printed="")


def _chinese(rng: random.Random, manner: int) -> Head:
    day = _day(rng, 1912, 1948) if manner in (1, 4) else _day(rng, 1950, 2020)
    name, number = rng.choice(_ZH_NAMES), rng.randrange(50, 30000)
    w, k = _ZH_D[day.weekday()], day.year - 1911
    dollars = rng.randrange(1, 10)
    full = f"{day.year}年{day.month}月{day.day}日"
    places = "".join("〇一二三四五六七八九"[int(figure)] for figure in str(day.year))
    places_day = f"{places}年{han(day.month)}月{han(day.day)}日"
    count = "元" if k == 1 else han(k % 100)
    minguo = f"中華民國{count}年{han(day.month)}月{short_han(day.day)}日"
    truth: dict[str, Any] = {
        "number": str(number),
        "price": Price(amount=float(dollars), currency="HKD", printed=""),
    }
    match manner:
        case 0:
            lines = [name, "", f"{full}　星期{w}", f"第{number}號", f"零售港幣{dollars}元"]
        case 1:
            lines = [name, "", f"{minguo}　星期{w}", f"第{number}號"]
            del truth["price"]
        case 2:
            lines = [
                name,
                f"{places_day} 星期{w}　第{number}期　每份港幣{han(dollars)}元",
                "香港版",
            ]
            truth["edition"] = "香港版"
        case 3:
            lines = [
                "今日天氣：晴",
                "",
                name,
                "",
                f"{full} 星期{w}　農曆待查",
                f"總第{number}期",
                f"www.{number}news.example",
            ]
            lines[4] = f"{full} 星期{w}"
            truth["urls"] = (f"www.{number}news.example",)
            del truth["price"]
        case 4:
            lines = [f"第{_units(number)}號", name, f"星期{w}　{minguo}"]
            del truth["price"]
        case _:
            lines = [
                name,
                "",
                f"星期{w} {places_day}　今日出紙兩大張",
                f"第{number}號　零售每份{han(dollars)}角",
            ]
            truth["price"] = Price(amount=dollars / 10, currency=None, printed="")
    return _made(lines, "zh-Hant", name, day, truth)


def _units(number: int) -> str:
    text, rest = "", number
    for value, sign in ((10000, "萬"), (1000, "千"), (100, "百"), (10, "十"), (1, "")):
        count, rest = divmod(rest, value)
        if count:
            text += "〇一二三四五六七八九"[count] + sign
        elif text and rest and not text.endswith("零"):
            text += "零"
    return text


def _bilingual(rng: random.Random, manner: int) -> Head:
    day = _day(rng, 1950, 2022)
    place = rng.choice(_EN_PLACES)
    english, name = f"{place} {rng.choice(_EN_NAMES)}", rng.choice(_ZH_NAMES)
    edition, edition_zh = rng.choice(_TWO_EDITIONS)
    number, dollars = rng.randrange(100, 30000), rng.randrange(2, 15)
    w, m, wz = _EN_D[day.weekday()], _EN_M[day.month - 1], _ZH_D[day.weekday()]
    url = f"www.{english.lower().replace(' ', '')}.example"
    full = f"{day.year}年{day.month}月{day.day}日"
    price = Price(amount=float(dollars), currency="HKD", printed="")
    truth: dict[str, Any] = {
        "price": price,
        "edition": edition or None,
        "number": str(number),
        "urls": (url,),
    }
    if edition:
        truth["parallel_editions"] = (Parallel(text=edition_zh, lang="zh-Hant"),)
    truth["parallel_titles"] = (Parallel(text=name, lang="zh-Hant"),)
    match manner:
        case 0:
            lines = [english.upper(), name, "", f"{edition.upper()}  {edition_zh}",
                     f"{w}, {m} {day.day}, {day.year}  {full} 星期{wz}",
                     f"No. {number}  HK${dollars}", url]  # fmt: skip
        case 1:
            lines = [url, "", english.upper().replace(" ", ""), "", edition_zh, edition.upper(), "",
                     f"{w.upper()}, {m} {day.day}, {day.year}", "", name, "", f"{full} 星期{wz}",
                     "", f"HK${dollars}   第{number}期"]  # fmt: skip
        case 2:
            lines = [f"{edition}   {english}   {url}", f"{name}  {edition_zh}",
                     f"{w} {day.day} {m} {day.year}",
                     f"{full}（星期{wz}）", f"No. {number}   HK${dollars}"]  # fmt: skip
        case _:
            lines = [f"{english.upper()}", f"{name}", edition.upper(), edition_zh,
                     f"{m} {day.day}, {day.year} ({w})", f"{full}　星期{wz}　第{number}號",
                     f"Price HK${dollars}.00", url]  # fmt: skip
    return _made(lines, "en", english, day, truth)


def _german(rng: random.Random, manner: int) -> Head:
    day = _day(rng, 1850, 2015)
    name = f"{rng.choice(_DE_PLACES)} {rng.choice(_DE_NAMES)}"
    if manner == 2:
        name = f"Neue {name}"
    number, volume, pfennig = (
        rng.randrange(1, 366),
        rng.randrange(2, 180),
        rng.choice((5, 10, 15, 20)),
    )
    w, m = _DE_D[day.weekday()], _DE_M[day.month - 1]
    truth: dict[str, Any] = {"number": str(number), "volume": str(volume),
             "price": Price(amount=pfennig / 100, currency=None, printed="")}  # fmt: skip
    match manner:
        case 0:
            dated = f"{w}, den {day.day}. {m} {day.year}"
            lines = [name, "", f"Nr. {number}   {dated}   {volume}. Jahrgang",
                     f"Preis {pfennig} Pfennig"]  # fmt: skip
        case 1:
            lines = [f"{w}, {day.day}. {m} {day.year}", "", name.upper(), "",
                     f"Einzelpreis {pfennig} Pf.   {volume}. Jahrg.   Nr. {number}"]  # fmt: skip
        case _:
            lines = [name + ".", f"{volume}. Jahrgang. Nr. {number}.",
                     f"{w}, {day.day}. {m} {day.year}."]  # fmt: skip
            del truth["price"]
    return _made(lines, "de", name, day, truth)


def _french(rng: random.Random, manner: int) -> Head:
    day = _day(rng, 1850, 2015)
    name = rng.choice(_FR_NAMES)
    number, volume, centimes = (
        rng.randrange(10, 20000),
        rng.randrange(2, 90),
        rng.choice((5, 10, 15)),
    )
    w, m = _FR_D[day.weekday()], _FR_M[day.month - 1]
    n = "1er" if day.day == 1 else str(day.day)
    truth: dict[str, Any] = {"number": str(number), "volume": str(volume),
             "price": Price(amount=centimes / 100, currency=None, printed="")}  # fmt: skip
    match manner:
        case 0:
            lines = [name, "", f"{w.capitalize()} {n} {m} {day.year}",
                     f"N° {number}   {volume}e année   {centimes} centimes"]  # fmt: skip
        case 1:
            lines = [f"{volume}e ANNÉE. — N° {number}", name.upper(),
                     f"{w.upper()} {n} {m.upper()} {day.year}",
                     f"Le numéro : {centimes} centimes"]  # fmt: skip
        case _:
            lines = [name.upper(), f"{w.capitalize()}, {n} {m.capitalize()} {day.year}.",
                     f"PRIX : {centimes} CENTIMES", f"Numéro {number}"]  # fmt: skip
            del truth["volume"]
    return _made(lines, "fr", name, day, truth)


def _made(lines: list[str], lang: str, name: str, day: date, more: dict[str, Any]) -> Head:
    truth = Issue(title=name, title_lang=lang, date=day.isoformat(), **more)
    return Head(tuple(lines), BODIES[lang], truth, "")


MANNERS: dict[str, tuple[Callable[[random.Random, int], Head], int]] = {
    "en": (_english, 6),
    "zh": (_chinese, 6),
    "both": (_bilingual, 4),
    "de": (_german, 3),
    "fr": (_french, 3),
}


def heads(seed: int, each: int) -> list[Head]:
    """Return `each` heads of every manner."""
    rng = random.Random(seed)  # noqa: S311 - no secret
    return [
        Head(made.lines, made.body, made.truth, f"{name}{manner}")
        for name, (make, count) in MANNERS.items()
        for manner in range(count)
        for made in (make(rng, manner) for _ in range(each))
    ]
