"""Editions as mastheads name them: "Late City Edition", 香港版, "Ausgabe A", "Abendblatt"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from digitize.grammar.found import Found
from digitize.grammar.scripts import is_cjk, runs

_NAME = r"(?:(?!(?:cents?|pence|penny|pages?|price)\b)[^\W\d_][\w.'’&-]{0,24}[ \t]{1,2})"
_HOUR = (
    r"(?:late|night|city|home|sports?|first|second|third|early|morning|evening|noon|five[ -]star)"
)
_ROMANCE_NOUN = r"(?:[ée]dition|edici[óo]n|edizione|edi[çc][ãa]o)"
_RANK = r"(?:premi[èe]re|deuxi[èe]me|troisi[èe]me|derni[èe]re)"
_TURN, _SHEET = r"(?:erstes|zweites|drittes)", r"(?:abend|morgen|mittag|sonntags)-?blatt"
_WORD = r"[^\W\d_]{3,}"
_ROMANCE_LINK = r"(?:(?:de|du|des|del|di|da|do|la|le|en)[ \t]+)"

_LATIN = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?<!\w)(?P<name>{_NAME}{{1,4}}(?:edition|issue))(?!\w)(?![ \t]+of\b)",
        rf"(?<!\w)(?P<name>(?:{_HOUR}[ \t]+)+(?:final|extra))(?!\w)",
        r"^\W*(?P<name>final|extra)\W*$",
        r"(?<!\w)(?P<name>edition[ \t]+[a-z0-9])(?!\w)",
        r"(?<!\w)(?P<name>(?!heraus)[^\W\d_]{3,}-?ausgabe)(?!\w)",
        r"(?<!\w)(?P<name>(?:ausgabe|auflage)[ \t]+[A-Z0-9])(?!\w)",
        r"(?<!\w)(?P<name>(?:erste|zweite|dritte|\d\.)[ \t]+(?:ausgabe|auflage))(?!\w)",
        # "Hamburger Abendblatt" is a name, "Nr. 7 Abendblatt" the evening edition
        rf"(?<![^\W\d_])(?<![^\W\d_]\s)(?P<name>(?:{_TURN}[ \t]+)?{_SHEET})(?!\w)",
        rf"(?<!\w)(?P<name>{_ROMANCE_NOUN}[ \t]+(?!of\b|the\b){_ROMANCE_LINK}*{_WORD})(?!\w)",
        rf"(?<!\w)(?P<name>(?:{_RANK}|\d+e)[ \t]+{_ROMANCE_NOUN})(?!\w)",
    )
)
_LEAD = re.compile(r"(?:this|the|today['’]?s?|our|every|each|see|a|an|in|of|and)\s+", re.IGNORECASE)
_ISSUE = re.compile(
    r"(?:special|anniversary|holiday|souvenir|double|christmas)\s+issue$", re.IGNORECASE
)

_NO_NAME = r"(?![報报])[\u4e00-\u9fff]"  # the name of the paper may stand right before it
_HAN = re.compile(
    rf"(?:(?<![\u4e00-\u9fff])|(?<=[報报]))(?:(?:{_NO_NAME}){{2,6}}|[早午晚夜晨])版(?![\u4e00-\u9fff])"
    r"|[朝夕]刊(?![\u4e00-\u9fff])|號外|号外"
)
_NO_HAN = re.compile(
    r"^第|出版$|^.?[一二三四五六七八九十]+版$|[初再改頭头]版$|^[見见詳详]|^下轉|^下转|^上接|^今日|^共"
    r"|(?:聞|闻|體育|体育|財經|财经|經濟|经济|娛樂|娱乐|教育|社論|社论|分類|分类|廣告|广告)版$"
)
"""Words in 版 that are a page, a section, a printing or a pointer."""


_TWINS = (
    ("international world global", "國際 国际 環球 环球 全球 世界"), ("overseas", "海外 海外航空"),
    ("city metro metropolitan", "城市 都市 市區 本市"),
    ("late night evening", "晚 夜 夜間"), ("early first morning", "早 晨 朝"), ("noon", "午"),
    ("final last", "最後 最后 終 终"), ("national", "全國 全国"), ("home local", "本地 本港 本埠"),
    ("asia asian", "亞洲 亚洲"), ("asia-pacific", "亞太 亚太"), ("europe european", "歐洲 欧洲"),
    ("america american americas", "美洲 美國 美国"), ("eastern east", "美東 美东 東部 东部"),
    ("western west", "美西 西部"), ("africa african", "非洲"), ("weekend", "周末 週末"),
    ("sunday", "星期日 週日 周日"), ("saturday", "星期六 週六 周六"), ("airmail air", "航空"),
    ("chinese", "中文 華文"), ("english", "英文"), ("southern south", "南部 華南 华南"),
    ("northern north", "北部 華北 华北"), ("special", "特別 特别"), ("holiday", "假日 節日"),
)  # fmt: skip
EDITION_WORDS = tuple(
    "edition final late city home early sports extra hong kong".split()
    + [word for latin, _ in _TWINS for word in latin.split() if "-" not in word]
)
"""Words that editions are named with, in English."""

_HAN_KNOWN = "|".join(word for _, chinese in _TWINS for word in chinese.split() if len(word) > 1)
_AFTER_NAME = re.compile(
    rf"(?<=[\u4e00-\u9fff]{{3}})(?:{_HAN_KNOWN}|香港|澳門|臺灣|台灣|北京|上海)版$"
)
"""An edition right behind a name that does not end in 報."""

_MEANT = {
    word: number
    for number, (latin, chinese) in enumerate(_TWINS)
    for word in (*latin.split(), *chinese.split())
}


def find_edition(text: str) -> Found | None:
    """Return the first edition named in a line, as printed; a page number (第三版) is none."""
    return next(iter(find_editions(text)), None)


def find_editions(text: str) -> tuple[Found, ...]:
    """Return the editions named in a line, one in each script: "CITY EDITION" and 城市版."""
    found: list[Found] = []
    for start, piece in _by_script(text):
        hit = _latin(piece, start) or _han(piece, start)
        if hit:
            found.append(hit)
    return tuple(found)


def means_the_same(one: str, two: str) -> bool:
    """Return whether two names of an edition, in two scripts, are known to mean the same.

    "OVERSEAS" is 海外版, "Late City Edition" is 晚版; names of places are not known here.
    """
    return bool(_meanings(one) & _meanings(two))


def _meanings(name: str) -> set[int]:
    bare = re.sub(r"(?:edition|issue|版)$", "", name.strip().lower()).strip()
    words = [bare] if any(map(is_cjk, bare)) else [*bare.split(), bare.replace(" ", "-")]
    return {_MEANT[word] for word in words if word in _MEANT}


def _by_script(text: str) -> Iterator[tuple[int, str]]:
    """Cut where Han meets letters, with the place of each piece."""
    place = 0
    for _, group in groupby(runs(text), key=lambda run: is_cjk(run[1].lstrip()[:1] or "a")):
        piece = "".join(run for _, run in group)
        yield place, piece
        place += len(piece)


def _latin(text: str, offset: int) -> Found | None:
    for form in _LATIN:
        hit = form.search(text)
        found = _cut(hit["name"], offset + hit.start("name")) if hit else None
        if found:
            return found
    return None


def _han(text: str, offset: int) -> Found | None:
    for hit in _HAN.finditer(text):
        if not _NO_HAN.search(hit.group()):
            known = _AFTER_NAME.search(hit.group())
            start = known.start() if known else 0
            return _found(hit.group()[start:], offset + hit.start() + start)
    return None


def _cut(printed: str, start: int) -> Found | None:
    """Drop words that only lead up to the name ("today's"); None when nothing else is left."""
    while lead := _LEAD.match(printed):
        start, printed = start + lead.end(), printed[lead.end() :]
    last = printed.lower().split()[-1]
    if printed.lower() == last == "edition" or (last == "issue" and not _ISSUE.match(printed)):
        return None
    return _found(printed, start)


def _found(printed: str, start: int) -> Found:
    return Found(value=printed, printed=printed, start=start, end=start + len(printed))
