"""Who the newspaper is: invented titles, dates in several calendars, prices and numbers."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import dataclass

from lunar_python import Solar

from digitize.model.issue import Issue, Parallel, Price
from scripts.drawing.chinese import han_digits, han_number

_TITLES = (
    ("The Harbour Times", "海港時報", "harbourtimes"),
    ("PORT MAREN HERALD", "馬倫先驅報", "marenherald"),
    ("Lantern Bay Gazette", "燈籠灣公報", "lanterngazette"),
    ("COASTMERCURY", "海岸信使報", "coastmercury"),
    ("The Eastern Light", "東光日報", "easternlight"),
    ("SOUTHWARDPOST", "南方郵報", "southwardpost"),
    ("Quay & Country", "碼頭與鄉村", "quaycountry"),
    ("The Morning Ferry", "晨渡日報", "morningferry"),
)
INLAND_TITLES = (
    ("The Ridge & Valley Sentinel", "嶺谷哨兵報", "ridgesentinel"),
    ("Copper Ridge Courier", "銅嶺信報", "copperridge"),
    ("THE DUNMOW EXAMINER", "鄧莫觀察報", "dunmowexaminer"),
    ("Prairie Telegraph", "草原電訊報", "prairietelegraph"),
    ("The Weekly Assay", "礦業周報", "weeklyassay"),
    ("NORTHERN INTELLIGENCER", "北方消息報", "northernintel"),
    ("Tamarack Republican", "落葉松民報", "tamarackrepublican"),
)
_EDITIONS = (
    ("HONG KONG EDITION", "香港版"),
    ("CITY EDITION", "城市版"),
    ("INTERNATIONAL", "國際版"),
    ("LATE EDITION", "晚版"),
    ("OVERSEAS EDITION", "海外版"),
    ("HONG KONG", "香港版"),
)
_WEEK = "一二三四五六日"


@dataclass(frozen=True)
class Identity:
    """One issue of one invented newspaper, and how its facts are printed."""

    issue: Issue
    english: str
    han: str
    day: dt.date
    date_en: str
    date_zh: str
    price: str
    numbering: str
    edition_en: str
    edition_zh: str
    url: str


def roman(number: int) -> str:
    """Write a number in Roman numerals."""
    signs = (
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    )
    text = ""
    for value, sign in signs:
        text += sign * (number // value)
        number %= value
    return text


def identity(
    rng: random.Random, *, han_first: bool, titles: tuple[tuple[str, str, str], ...] = _TITLES
) -> Identity:
    """Draw an issue: title pair, edition pair, a date with its true weekday, price and numbers."""
    english, han, domain = rng.choice(titles)
    edition_en, edition_zh = rng.choice(_EDITIONS)
    day = dt.date(1950, 1, 1) + dt.timedelta(days=rng.randrange(73 * 365))
    price, printed = _price(rng, han_first=han_first)
    volume, number = rng.randint(2, 98), rng.randint(120, 24000)
    url = f"www.{domain}.example"
    numbering, volume_text, number_text = _numbering(rng, volume, number, han_first=han_first)
    date_en, date_zh = _date_en(rng, day), _date_zh(rng, day)
    main, other = (
        ((han, "zh-Hant"), (english, "en")) if han_first else ((english, "en"), (han, "zh-Hant"))
    )
    first, second = (
        ((edition_zh, "zh-Hant"), (edition_en, "en"))
        if han_first
        else ((edition_en, "en"), (edition_zh, "zh-Hant"))
    )
    issue = Issue(
        title=main[0],
        title_lang=main[1],
        parallel_titles=(Parallel(text=other[0], lang=other[1]),),
        edition=first[0],
        parallel_editions=(Parallel(text=second[0], lang=second[1]),),
        date=day.isoformat(),
        printed_date=date_zh if han_first else date_en,
        weekday=f"{day:%A}",
        weekday_agrees=True,
        price=Price(amount=price[0], currency=price[1], printed=printed),
        volume=volume_text,
        number=number_text,
        urls=(url,),
    )
    return Identity(
        issue, english, han, day, date_en, date_zh, printed, numbering, edition_en, edition_zh, url
    )


def _price(rng: random.Random, *, han_first: bool) -> tuple[tuple[float, str], str]:
    amount = rng.choice((2, 3, 5, 6, 8, 10, 12))
    if han_first:
        return (amount, "HKD"), rng.choice(
            (f"每份港幣{han_number(amount)}元", f"零售每份HK${amount}", f"港幣{amount}元")
        )
    return rng.choice(
        (
            ((amount, "HKD"), f"HK${amount}"),
            ((amount, "HKD"), f"HK${amount}.00"),
            ((amount, "HKD"), f"Price: HK$ {amount}"),
            ((amount / 2, "GBP"), f"£{amount / 2:.2f}"),
            ((amount, "SGD"), f"S${amount}"),
        )
    )


def _numbering(
    rng: random.Random, volume: int, number: int, *, han_first: bool
) -> tuple[str, str | None, str]:
    if han_first:
        return rng.choice(
            ((f"第{han_digits(number)}號", None, str(number)), (f"第{number}期", None, str(number)))
        )
    return rng.choice(
        (
            (f"Vol. {roman(volume)} No. {number}", roman(volume), str(number)),
            (f"Vol. {volume}, No. {number}", str(volume), str(number)),
            (f"No. {number}", None, str(number)),
        )
    )


def _date_en(rng: random.Random, day: dt.date) -> str:
    return rng.choice(
        (
            f"{day:%A}".upper() + f", {day:%B} {day.day}, {day.year}",
            f"{day:%A}, {day:%B} {day.day}, {day.year}",
            f"{day:%A}, {day.day} {day:%B} {day.year}",
            f"{day:%A %B} {day.day} {day.year}".upper(),
        )
    )


def _date_zh(rng: random.Random, day: dt.date) -> str:
    week = f"星期{_WEEK[day.weekday()]}"
    plain = f"{day.year}年{day.month}月{day.day}日"
    written = f"{han_digits(day.year)}年{han_number(day.month)}月{han_number(day.day)}日"
    lunar = Solar.fromYmd(day.year, day.month, day.day).getLunar()
    moon = f"農曆{lunar.getYearInGanZhi()}年{lunar.getMonthInChinese()}月{lunar.getDayInChinese()}"
    minguo = f"中華民國{_tall(day.year - 1911)}年{han_number(day.month)}月{han_number(day.day)}日"
    return rng.choice(
        (
            f"{plain} {week}",
            f"{written} {week}",
            f"{plain} {week} {moon}",
            f"{minguo} {week}",
            f"{written}（{week}）",
        )
    )


def _tall(number: int) -> str:
    hundreds, rest = divmod(number, 100)
    if not hundreds:
        return han_number(rest)
    gap = "零" if 0 < rest < 10 else ("一" if 10 <= rest < 20 else "")
    return f"{han_number(hundreds)}百{gap}{han_number(rest) if rest else ''}"


def at(left: float, top: float, width: float, more: str = "") -> str:
    """Return the style of a box at a place in CSS pixels."""
    return f"position:absolute;left:{left:.0f}px;top:{top:.0f}px;width:{width:.0f}px;{more}"


def rule(left: float, top: float, width: float, thickness: float = 1) -> str:
    """Return a horizontal rule."""
    return f'<div style="{at(left, top, width)}border-top:{thickness}px solid #000"></div>'


def upright(left: float, top: float, height: float) -> str:
    """Return a vertical rule."""
    return f'<div style="{at(left, top, 0)}height:{height:.0f}px;border-left:1px solid #222"></div>'
