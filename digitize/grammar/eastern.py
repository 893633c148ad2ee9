"""Dates in Chinese, Japanese and Korean: 2021年3月10日, 中華民國廿八年四月廿三日, 辛丑年正月廿七.

Years are counted in the Common Era, from 1912 (民國), by reign, or in the cycle of sixty; months
in the solar or the lunar calendar. Lunar days are turned by lunar_python; libraries differ by a
day for a few months, so who compares a lunar day with a solar one should allow one day.
Reigns: their first year and how many years they counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache

from lunar_python import LunarMonth, LunarYear

from digitize.grammar.found import PrintedDate
from digitize.grammar.months import WEEKDAYS
from digitize.grammar.numerals import HAN_NUMERAL, digits, han
from digitize.grammar.western import FIRST_YEAR, agreeing, iso

_CHINESE_REIGNS = {
    "道光": (1821, 30), "咸豐": (1851, 11), "咸丰": (1851, 11), "同治": (1862, 13),
    "光緒": (1875, 34), "光绪": (1875, 34), "宣統": (1909, 3), "宣统": (1909, 3),
}  # fmt: skip
_SOLAR_REIGNS = {
    "明治": (1868, 45), "大正": (1912, 15), "昭和": (1926, 64), "平成": (1989, 31),
    "令和": (2019, 80), "康德": (1934, 12), "大同": (1932, 3),
}  # fmt: skip
_STEMS, _BRANCHES = "甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉戌亥"
_LUNAR_MARK = "農曆|农历|夏曆|夏历|陰曆|阴历|舊曆|旧历|古曆|旧暦|陰暦|廢曆|農歷"
_SOLAR_MARK = "西曆|西历|公曆|公历|公元|西元|陽曆|阳历|新曆|新历|國曆|国历|西暦"
_ODD_MONTHS = {"正": 1, "元": 1, "冬": 11, "臘": 12, "腊": 12}

_LOOKS = str.maketrans(
    dict(
        zip(
            "-—–―ーㄧニ=ミ入人ハ+丸匕セ穴◯曰目",
            "一一一一一一二二三八八八十九七七六〇日日",
            strict=True,
        )
    )
)
"""What recognition takes for numerals, and for 日, once a date stands around them."""
_FIGURES = str.maketrans("SBZGgq", "582699")

_MONTH_SIGN = re.compile("[月월]|元旦")

_GAP = r"[\s·,，、。.]{0,3}"
_SEEN = HAN_NUMERAL + "ー—–―ㄧニミ入ハ丸匕セ穴◯+="
_NUM = rf"(?:[0-9OolI](?:\s?[0-9OoQlISBZGgq]){{0,3}}|[{_SEEN}人元-](?:\s?[{_SEEN}人Oo0-]){{0,8}})"
_NATION = r"(?:中\s?[華华]\s?)?民\s?[國国囯圀図圖]"
_SINCE = {
    r"[黃黄]帝紀元": (2698, "regnal"),
    r"(?:皇紀|神武紀元)": (660, "japanese"),
}
"""Years counted from far back, and how many lie before the Common Era."""

_ERAS = "|".join(
    [_NATION, *_SINCE, *(r"\s?".join(era) for era in (*_CHINESE_REIGNS, *_SOLAR_REIGNS))]
)
_REIGNS = "|".join(_CHINESE_REIGNS)
_YEAR_SIGN = "[年년午牛]"  # 午 and 牛: how 年 is misread
_CYCLE = rf"[{_STEMS}]\s?[{_BRANCHES}]"
_WEEK = (
    r"(?:[(（\[【]?\s?(?:(?:[星呈]\s?[期朗斯其]|[禮礼]\s?拜)\s?(?P<week>[一二三四五六日天曰目ニ—–ー―-])"
    r"|(?:[週周]|拜)\s?(?P<short>[一二三四五六日天])"
    r"|(?P<jday>[月火水木金土日])\s?曜\s?日?"
    r"|(?P<kday>[월화수목금토일])요일)\s?[)）\]】]?|[(（]\s?(?P<paren>[月火水木金土日一二三四五六월화수목금토일])\s?[)）])"
)
_ASIDE = r"(?:\s?[(（〔][^)）〕\n]{1,14}[)）〕])?"
_DATE = re.compile(
    rf"(?:(?P<before>{_WEEK.replace('?P<', '?P<b_')}){_GAP})?"
    rf"(?:(?:大清|歲次|岁次|\s)*(?:(?P<mark>{_LUNAR_MARK}|{_SOLAR_MARK}){_GAP})?"
    rf"(?:(?P<era>{_ERAS})\s?(?P<eyear>{_NUM})\s?{_YEAR_SIGN}|(?<![0-9A-Za-z])(?P<year>{_NUM}){_ASIDE}\s?{_YEAR_SIGN}"
    rf"|(?:(?P<reign>{_REIGNS})\s?)?(?:歲次|岁次)?(?P<cycle>{_CYCLE})(?:\s?[年歲岁])?){_ASIDE}{_GAP}"
    rf"(?:(?:歲次|岁次)?\s?(?P<cycle2>{_CYCLE})\s?[年歲岁]?{_GAP})?)?"
    rf"(?:(?P<mark2>{_LUNAR_MARK}|{_SOLAR_MARK}){_GAP})?"
    rf"(?:(?P<leap>閏|闰)?\s?(?P<month>[正冬臘腊]|{_NUM})\s?[月월]\s?[大小]?{_GAP}"
    rf"(?P<first>初)?\s?(?P<day>{_NUM})\s?[日号號일曰目]?|(?P<newyear>元旦))"
    rf"(?:{_GAP}[)）／/|·]?{_GAP}{_WEEK})?"
)


@dataclass(frozen=True, slots=True)
class _Parts:
    """What one printed date says, still unread; `years` are those it may be counted from."""

    years: tuple[int, ...]
    month: int
    day: int
    leap: bool
    lunar: bool
    calendar: str
    weekday: str | None
    bare: bool  # only "28年": no era, no century


def eastern_dates(text: str, around: Iterable[str] = ()) -> Iterator[PrintedDate]:
    """Yield every date read in `text`.

    `around` are ISO days printed nearby: a lunar date without a year takes its year from them,
    and is left out when there are none.
    """
    if not _MONTH_SIGN.search(text):
        return
    near = tuple(around)
    for found in _DATE.finditer(text):
        parts = _parts(found)
        if parts is None:
            continue
        if not parts.years and parts.lunar:
            years = sorted({int(day[:4]) - back for day in near for back in (0, 1)}, reverse=True)
            parts = replace(parts, years=tuple(years))
        days = _days(parts)
        if not found["era"] and not found["year"] and not found["cycle"]:
            days = _close(days, near)
        candidates = agreeing(days, parts.weekday)
        if candidates and not (parts.bare and not _confirmed(candidates, parts.weekday)):
            yield _printed(text, found, parts, candidates)


def _printed(
    text: str, found: re.Match[str], parts: _Parts, candidates: tuple[str, ...]
) -> PrintedDate:
    start, end = found.span()
    start += len(found.group()) - len(found.group().lstrip())
    end -= len(found.group()) - len(found.group().rstrip())
    conf = (0.6 if parts.lunar or parts.bare else 0.95) / len(candidates)
    return PrintedDate(
        printed=text[start:end],
        start=start,
        end=end,
        candidates=candidates,
        weekday=parts.weekday,
        calendar=parts.calendar,
        conf=round(conf, 2),
    )


def _confirmed(candidates: tuple[str, ...], named: str | None) -> bool:
    return named is not None and WEEKDAYS[date.fromisoformat(candidates[0]).weekday()] == named


def _close(days: list[str], near: tuple[str, ...]) -> list[str]:
    """Return the reading nearest to a day printed beside it: the year that was left out."""
    known = [date.fromisoformat(day) for day in days if day]
    others = [date.fromisoformat(day) for day in near]
    if not known or not others:
        return []
    best = min(known, key=lambda day: min(abs((day - other).days) for other in others))
    return [best.isoformat()]


def _number(text: str | None, most: int = 9999) -> int | None:
    if not text:
        return None
    text = re.sub(r"^元\s?(?=.)", "", text)  # of 公 元 set wide
    value = digits(text.translate(_FIGURES))
    if value is not None:
        return value
    seen = text.translate(_LOOKS)
    value = han(seen)
    if value is not None and value > most and "千" in seen:  # 十 misread
        return han(seen.replace("千", "十"))
    return value


def _parts(found: re.Match[str]) -> _Parts | None:
    month = _ODD_MONTHS.get(found["month"]) or _number(found["month"], 12)
    day = _number(found["day"], 31)
    if found["newyear"]:
        month = day = 1
    if not month or not day or month > 12 or day > 31:
        return None
    marks = f"{found['mark'] or ''}{found['mark2'] or ''}"
    era, cycle = re.sub(r"\s", "", found["era"] or ""), found["cycle"] or found["cycle2"]
    years, calendar = _years(era, _number(found["eyear"] or found["year"]), cycle)
    if found["reign"]:  # 光緒乙巳: of the years of that name, the one in the reign
        first, length = _CHINESE_REIGNS[found["reign"]]
        years = tuple(year for year in years if first <= year < first + length)
    meiji = era == "明治" and years and years[0] < 1873  # Japan left the lunar calendar in 1873
    lunar = bool(
        re.search(_LUNAR_MARK, marks) or found["first"] or found["leap"] or meiji
        or found["month"] in ("正", "冬", "臘", "腊") or era in _CHINESE_REIGNS
        or (found["cycle"] and not found["year"]) or era.endswith("帝紀元")
    ) and not re.search(_SOLAR_MARK, marks)  # fmt: skip
    if not years and not lunar:
        return None
    bare = calendar == "bare"
    if lunar and calendar in ("gregorian", "minguo", ""):
        calendar = "lunar"
    return _Parts(
        years, month, day, bool(found["leap"]), lunar, "minguo" if bare else calendar,
        _weekday(found), bare,
    )  # fmt: skip


def _years(era: str, count: int | None, cycle: str | None) -> tuple[tuple[int, ...], str]:
    """Return the years meant, latest first, and by which calendar they were counted."""
    if era and count:
        return _of_era(era, count)
    if count and count >= FIRST_YEAR:
        return (count,), "gregorian"
    if count and count < 200:
        return (1911 + count,), "bare"
    if cycle:
        stem, branch = _STEMS.index(cycle[0]), _BRANCHES.index(cycle[-1])
        place = next((n for n in range(60) if n % 10 == stem and n % 12 == branch), None)
        if place is not None:  # 1984 opened a cycle
            return tuple(1984 + 60 * turn + place for turn in (0, -1, -2, -3)), "lunar"
    return (), ""


def _of_era(era: str, count: int) -> tuple[tuple[int, ...], str]:
    for reigns, calendar in ((_CHINESE_REIGNS, "regnal"), (_SOLAR_REIGNS, "japanese")):
        if era in reigns:
            first, length = reigns[era]
            return ((first + count - 1,) if count <= length else ()), calendar
    for form, (before, calendar) in _SINCE.items():
        if re.fullmatch(form, era):
            return (count - before,), calendar
    return (1911 + count,), "minguo"


def _days(parts: _Parts) -> list[str]:
    if not parts.lunar:
        return [iso(year, parts.month, parts.day) for year in parts.years]
    return [_solar(year, parts.month, parts.day, leap=parts.leap) for year in parts.years]


@lru_cache(maxsize=4096)
def _solar(year: int, month: int, day: int, *, leap: bool) -> str:
    """Return the ISO day of a lunar one, "" when that month had no such day."""
    if leap and LunarYear.fromYear(year).getLeapMonth() != month:
        return ""
    moon = LunarMonth.fromYm(year, -month if leap else month)
    if moon is None or day > moon.getDayCount():
        return ""
    since_1970 = round(moon.getFirstJulianDay()) - 2_440_588  # the Julian day of 1970-01-01
    found = date(1970, 1, 1) + timedelta(days=since_1970 + day - 1)
    return iso(found.year, found.month, found.day)


def _weekday(found: re.Match[str]) -> str | None:
    for prefix in ("", "b_"):
        for group in ("week", "short", "jday", "kday", "paren"):
            char = (found[f"{prefix}{group}"] or "").translate(_LOOKS)
            if char:
                rows = ("一二三四五六日", "月火水木金土日", "월화수목금토일")
                place = next(row.index(char) for row in (*rows, "      天") if char in row)
                return WEEKDAYS[place]
    return None
