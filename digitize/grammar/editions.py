"""Editions as mastheads name them: "Late City Edition", 香港版, "Ausgabe A", "Abendblatt"."""

from __future__ import annotations

import re

from digitize.grammar.found import Found

_NAME = r"(?:[^\W\d_][\w.'’&-]{0,24}[ \t]{1,3})"
_HOUR = (
    r"(?:late|night|city|home|sports?|first|second|third|early|morning|evening|noon|five[ -]star)"
)
_ROMANCE_NOUN = r"(?:[ée]dition|edici[óo]n|edizione|edi[çc][ãa]o)"
_RANK = r"(?:premi[èe]re|deuxi[èe]me|troisi[èe]me|derni[èe]re)"
_TURN, _SHEET = r"(?:erstes|zweites|drittes)", r"(?:abend|morgen|mittag|sonntags)-?blatt"
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
        rf"(?<!\w)(?P<name>{_ROMANCE_NOUN}[ \t]+(?!of\b|the\b){_ROMANCE_LINK}*[^\W\d_]+)(?!\w)",
        rf"(?<!\w)(?P<name>(?:{_RANK}|\d+e)[ \t]+{_ROMANCE_NOUN})(?!\w)",
    )
)
_LEAD = re.compile(r"(?:this|the|today['’]?s?|our|every|each|see|a|an|in|of|and)\s+", re.IGNORECASE)
_ISSUE = re.compile(
    r"(?:special|anniversary|holiday|souvenir|double|christmas)\s+issue$", re.IGNORECASE
)

_HAN = re.compile(
    r"(?<![\u4e00-\u9fff])[\u4e00-\u9fff]{2,6}版(?![\u4e00-\u9fff])"
    r"|[朝夕]刊(?![\u4e00-\u9fff])|號外|号外"
)
_NO_HAN = re.compile(
    r"^第|出版$|^.?[一二三四五六七八九十]+版$|[初再改頭头]版$|^[見见詳详]|^下轉|^下转|^上接|^今日|^共"
    r"|(?:聞|闻|體育|体育|財經|财经|經濟|经济|娛樂|娱乐|教育|社論|社论|分類|分类|廣告|广告)版$"
)
"""Words in 版 that are a page, a section, a printing or a pointer."""


def find_edition(text: str) -> Found | None:
    """Return the edition named in a line, as printed; a page number such as 第三版 is none."""
    for form in _LATIN:
        hit = form.search(text)
        found = _cut(hit["name"], hit.start("name")) if hit else None
        if found:
            return found
    for hit in _HAN.finditer(text):
        if not _NO_HAN.search(hit.group()):
            return _found(hit.group(), hit.start())
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
