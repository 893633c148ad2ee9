"""Printed dates with the day they mean: forms written out by hand, days drawn, print damaged.

Nothing here asks the grammar that reads them. Lunar days were computed by two other libraries
(`lunardate`, `LunarCalendar`) and kept in lunar.tsv where both agree.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from scripts.mastheads.damage import blur, digit_blur, han_blur

_EN_M = (
    "January February March April May June July August September October November December".split()
)
_EN_S = "Jan. Feb. March April May June July Aug. Sept. Oct. Nov. Dec.".split()
_EN_OLD = "Jan'y Feb'y March April May June July Aug't Sept'r Oct'r Nov'r Dec'r".split()
_EN_3 = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_EN_D = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_EN_DS = "Mon. Tues. Wed. Thurs. Fri. Sat. Sun.".split()
_DE_M = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split()
_DE_OLD = (
    "Jänner Hornung März April May Junius Julius August Septbr. Oktbr. Novbr. Christmonat".split()
)
_DE_RURAL = (
    "Jenner Hornung März April Mai Brachmonat Heumonat Augstmonat "
    "Herbstmonat Weinmonat Wintermonat Christmonat".split()
)
_DE_S = "Jan. Febr. März April Mai Juni Juli Aug. Sept. Okt. Nov. Dez.".split()
_DE_D = "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag".split()
_FR_M = (
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
)
_FR_S = "janv. févr. mars avril mai juin juill. août sept. oct. nov. déc.".split()
_FR_D = "lundi mardi mercredi jeudi vendredi samedi dimanche".split()
_HAN = "〇一二三四五六七八九"
_ZH_D = "一二三四五六日"
_JA_D = "月火水木金土日"
_ORD = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}


@dataclass(frozen=True)
class Row:
    """One printed date, the day it means, the weekday printed with it, and what it belongs to."""

    printed: str
    day: str
    weekday: str
    group: str


def han(count: int) -> str:
    """Write 1..99 as Chinese does: 十七, 二十三."""
    tens, ones = divmod(count, 10)
    return ("" if tens == 0 else "十" if tens == 1 else f"{_HAN[tens]}十") + (
        _HAN[ones] if ones else ""
    )


def short_han(count: int) -> str:
    """Write 21..39 with 廿 and 卅."""
    tens, ones = divmod(count, 10)
    return {2: "廿", 3: "卅"}.get(tens, han(tens * 10) if tens else "") + (
        _HAN[ones] if ones else ""
    )


def by_places(number: int) -> str:
    """Write a number figure by figure: 一九三五."""
    return "".join(_HAN[int(figure)] for figure in str(number))


def wide(text: str) -> str:
    """Write ASCII in full width."""
    return "".join(chr(ord(char) + 0xFEE0) if "!" <= char <= "~" else char for char in text)


def _english(d: date) -> Iterator[tuple[str, bool]]:
    m, s, t = _EN_M[d.month - 1], _EN_S[d.month - 1], _EN_3[d.month - 1]
    w, ws = _EN_D[d.weekday()], _EN_DS[d.weekday()]
    n, y, o = d.day, d.year, f"{d.day}{_ORD.get(d.day, 'th')}"
    old = o.replace("nd", "d").replace("rd", "d")
    yield f"{w}, {m} {n}, {y}", True
    yield f"{w.upper()}, {s.upper()} {n}, {y}.", True
    yield f"{w} Morning, {m} {n}, {y}", True
    yield f"{w.upper()} EVENING, {m.upper()} {n}, {y}.", True
    yield f"{w}, {o} {m}, {y}", True
    yield f"{m} {o}, {y}", False
    yield f"{n} {m} {y}", False
    yield f"{n} {t} {y}", False
    yield f"{n}-{t}-{y}", False
    yield f"{ws} {n} {t} {y}", True
    yield f"{w.upper()} {m.upper()} {n} {y}", True
    yield f"{m} {n}, {y} ({w})", True
    yield f"{w}, the {o} of {m}, {y}", True
    yield f"{m.upper()} {n}, {y}", False
    yield f"{w} Afternoon, {s} {old}, {y}", True
    yield f"Week ending {m} {n}, {y}", False
    yield f"{w} | {m} {n} | {y}", True
    yield f"{w} • {s} {n}, {y}", True
    yield f"{w}, {y}-{d.month:02d}-{n:02d}", True
    yield f"{y}-{d.month:02d}-{n:02d}", False
    yield f"{w} {n:02d}/{d.month:02d}/{y}", True
    yield f"{w} {n}.{d.month}.{y}", True
    yield f"{w.upper()}, {n} {m.upper()}, {y}", True
    yield f"{w}-Night, {m} {n}, {y}", True
    yield f"{m}, {n}, {y}.", False
    yield f"{w}, {m} the {o}, {y}", True
    yield f"{y}, {m} {n}, {w}", True
    yield f"{m} {n} {w} {y}", True
    yield f"{w.upper()}{m.upper()} {n},{y}", True
    yield f"{w},{m}{n},{y}", True
    yield f"{n} {m}, {y}, {w}", True
    yield f"{w}, {_EN_OLD[d.month - 1]} {n}, {y}", True


def _german(d: date) -> Iterator[tuple[str, bool]]:
    m, old, s = _DE_M[d.month - 1], _DE_OLD[d.month - 1], _DE_S[d.month - 1]
    w, n, y = _DE_D[d.weekday()], d.day, d.year
    yield f"{w}, den {n}. {m} {y}", True
    yield f"{w}, {n}. {m} {y}", True
    yield f"{w}, {n}. {s} {y}", True
    yield f"{w} {n}. {d.month}. {y}", True
    yield f"{w}, {n:02d}.{d.month:02d}.{y}", True
    yield f"{n}. {m} {y}", False
    yield f"{w}s, den {n}. {old} {y}", True
    yield f"{y}. {w}, den {n}. {m}", True
    yield f"{w} den {n}ten {old} {y}", True
    yield f"den {n}. {s} {y}", False
    yield f"{w.upper()}, {n}. {m.upper()} {y}", True
    yield f"{w}/{_DE_D[(d.weekday() + 1) % 7]}, {n}. {m} {y}", True
    yield f"{w[:2]}., {n}. {m} {y}", True
    yield f"{w[:2]}, {n:02d}.{d.month:02d}.{y}", True
    yield f"{m} {n}. {y}", False
    yield f"{w}, den {n}. {_DE_RURAL[d.month - 1]} {y}", True


def _french(d: date) -> Iterator[tuple[str, bool]]:
    m, s, w, y = _FR_M[d.month - 1], _FR_S[d.month - 1], _FR_D[d.weekday()], d.year
    n = "1er" if d.day == 1 else str(d.day)
    bare = m.translate(str.maketrans("éûè", "eue"))
    yield f"{w.capitalize()} {n} {m} {y}", True
    yield f"{w.upper()} {n} {m.upper()} {y}", True
    yield f"{w.upper()} {n} {bare.upper()} {y}", True
    yield f"{w.capitalize()}, {n} {m.capitalize()} {y}.", True
    yield f"{w.capitalize()} {n} {s} {y}", True
    yield f"Le {n} {m} {y}", False
    yield f"{n} {m.upper()} {y}", False
    yield f"{w.capitalize()} le {n} {m} {y}", True
    yield f"{d.day:02d}/{d.month:02d}/{y} ({w})", True
    yield f"PARIS, {w.upper()} {n} {m.upper()} {y}", True


def _chinese(d: date) -> Iterator[tuple[str, bool]]:
    y, m, n, w = d.year, han(d.month), han(d.day), _ZH_D[d.weekday()]
    yield f"{y}年{d.month}月{d.day}日 星期{w}", True
    yield f"{by_places(y)}年{m}月{n}日 星期{w}", True
    yield f"{by_places(y)}年{m}月{n}日", False
    yield f"{by_places(y).replace('〇', '零')}年{m}月{n}日（星期{w}）", True
    yield f"{by_places(y).replace('〇', '○')}年{m}月{short_han(d.day)}日", False
    yield f"公元{y}年{d.month}月{d.day}日　週{w}", True
    yield f"公元{by_places(y)}年\n{m}月{n}日\n星期{w}", True
    yield f"西曆{by_places(y)}年{m}月{n}號 禮拜{w}", True
    yield f"西曆{_thousands(y)}年{m}月{n}號", False
    yield f"星期{w} {by_places(y)}年{m}月{n}日", True
    yield wide(f"{y}年{d.month}月{d.day}日") + f"　星期{w}", True
    yield f"{y} 年 {d.month} 月 {d.day} 日 周{w}", True
    yield f"{y}.{d.month:02d}.{d.day:02d} 星期{w}", True
    yield f"{y}年{d.month}月{d.day}日({w})", True
    yield f"{y}/{d.month}/{d.day} 星期{w}", True
    yield f"{y}-{d.month:02d}-{d.day:02d} 星期{w}", True
    yield f"禮拜{w} {y}年{d.month}月{d.day}號", True


def _thousands(year: int) -> str:
    """Write a year in units: 一千九百零五, 二千零二十一."""
    hundreds, rest = year // 100 % 10, year % 100
    tail = "" if not rest else f"零{_HAN[rest]}" if rest < 10 else han(rest)
    tail = f"一{tail}" if 10 <= rest < 20 else tail
    if not hundreds and rest >= 10:
        tail = f"零{tail}"
    return f"{_HAN[year // 1000]}千" + (f"{_HAN[hundreds]}百" if hundreds else "") + tail


def _minguo(d: date) -> Iterator[tuple[str, bool]]:
    k, m, n, w = d.year - 1911, han(d.month), han(d.day), _ZH_D[d.weekday()]
    count = (
        "元"
        if k == 1
        else han(k)
        if k < 100
        else f"一百{'零' if 0 < k - 100 < 10 else ''}{han(k - 100)}"
    )
    brief = short_han(k) if 20 <= k < 40 else count
    yield f"中華民國{count}年{m}月{n}日 星期{w}", True
    yield f"中華民國{brief}年{m}月{short_han(d.day)}日", False
    yield f"民國{count}年{m}月{n}日 禮拜{w}", True
    yield f"中華民國{k}年{d.month}月{d.day}日 星期{w}", True
    yield f"民國{by_places(k) if k > 9 else count}年{m}月{n}號", False
    yield f"中華民國{count}年 {m}月 {n}日 星期{w}", True
    yield f"星期{w} 中華民國{brief}年{m}月{n}日", True
    yield f"民 國 {count} 年 {m} 月 {n} 日", False
    yield f"中華民國{brief}年（{by_places(d.year)}）{m}月{n}日", False
    yield f"國曆{brief}年{m}月{n}日 星期{w}", True
    yield f"{brief}年{m}月{n}日　星期{w}", True


def _japanese(d: date) -> Iterator[tuple[str, bool]]:
    eras = (("令和", 2019), ("平成", 1989), ("昭和", 1927), ("大正", 1913), ("明治", 1873))
    era, first = next(
        (name, {"昭和": 1926, "大正": 1912, "明治": 1868}.get(name, begin))
        for name, begin in eras
        if d.year >= begin
    )
    k = d.year - first + 1
    count, w = "元" if k == 1 else han(k), _JA_D[d.weekday()]
    yield f"{era}{count}年{han(d.month)}月{han(d.day)}日", False
    yield f"{era}{count}年{han(d.month)}月{han(d.day)}日（{w}曜日）", True
    yield f"{era}{k}年{d.month}月{d.day}日 {w}曜日", True
    yield f"{d.year}年（{era}{k}年）{d.month}月{d.day}日（{w}）", True
    yield f"{d.year}年({era}{k}年){d.month}月{d.day}日 {w}曜日", True
    yield f"{era}{count}年{han(d.month)}月{short_han(d.day)}日 {w}曜", True
    yield f"{d.year}（{era}{k}）年{d.month}月{d.day}日 {w}曜日", True


def _lunar() -> list[tuple[date, str, str, str]]:
    rows = Path(__file__).with_name("lunar.tsv").read_text("utf-8").splitlines()
    return [
        (date.fromisoformat(day), *rest)  # type: ignore[misc]
        for day, *rest in (row.split("\t") for row in rows if row and row[0] != "#")
    ]


def _old(d: date, cycle: str, month: str, day: str) -> Iterator[tuple[str, bool]]:
    w = _ZH_D[d.weekday()]
    year = next(y for y in (d.year, d.year - 1) if _cycle(y) == cycle)
    yield f"{cycle}年{month}月{day} 星期{w}", True
    yield f"農曆{cycle}年{month}月{day}　禮拜{w}", True
    yield f"歲次{cycle}{month}月{day}日 星期{w}", True
    yield f"{by_places(d.year)}年{han(d.month)}月{han(d.day)}日 農曆{month}月{day}", False
    for era, first, last in (("光緒", 1875, 1908), ("宣統", 1909, 1911)):
        if first <= year <= last:
            count = "元" if year == first else han(year - first + 1)
            yield f"{era}{count}年{month}月{day}日", False
            yield f"大清{era}{count}年{month}月{day}日 禮拜{w}", True
            yield f"{era}{count}年歲次{cycle}{month}月{day}日", False
            yield (
                f"{cycle}{month}月{day} 西曆{by_places(d.year)}年{han(d.month)}月{han(d.day)}號",
                False,
            )


def _cycle(year: int) -> str:
    return "甲乙丙丁戊己庚辛壬癸"[(year - 4) % 10] + "子丑寅卯辰巳午未申酉戌亥"[(year - 4) % 12]


_FORMS = (
    ("english", _english, (1780, 2024), blur),
    ("german", _german, (1780, 2024), blur),
    ("french", _french, (1800, 2024), blur),
    ("chinese", _chinese, (1900, 2024), han_blur),
    ("minguo", _minguo, (1912, 2024), han_blur),
    ("japanese", _japanese, (1874, 2024), han_blur),
)


def rows(seed: int, each: int = 3) -> list[Row]:
    """Return every form `each` times, on days of their own, a third of the print damaged."""
    rng = random.Random(seed)  # noqa: S311 - no secret
    found: list[Row] = []
    for group, forms, (first, last), damage in _FORMS:
        count = len(list(forms(date(1950, 3, 14))))
        for turn in range(each):
            for place in range(count):
                days = (date(last, 1, 1) - date(first, 1, 1)).days
                day = date(first, 1, 1) + timedelta(days=rng.randrange(days))
                printed, named = list(forms(day))[place]
                if turn % 3 == 2:
                    printed = damage(printed, rng)
                found.append(_row(printed, day, group, named=named))
    for day, cycle, month, moon in _lunar():
        for printed, named in rng.sample(list(_old(day, cycle, month, moon)), 2):
            found.append(_row(printed, day, "lunar", named=named))
    return found


def _row(printed: str, day: date, group: str, *, named: bool) -> Row:
    return Row(printed, day.isoformat(), _EN_D[day.weekday()] if named else "", group)


__all__ = ["Row", "digit_blur", "rows"]
