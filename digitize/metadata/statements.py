"""The set phrases of mastheads: founded, registered, published by, pages, see page."""

from __future__ import annotations

import re

from digitize.grammar.numerals import HAN_NUMERAL


def _any(*forms: str) -> str:
    return "(?:" + "|".join(forms) + ")"


def _form(*parts: str) -> re.Pattern[str]:
    return re.compile("".join(parts), re.IGNORECASE)


_NUMBER_WORD = _any(*"one two four six eight ten twelve fourteen sixteen eighteen twenty".split())
_HAN_COUNT = rf"(?P<han>\d{{1,3}}|[{HAN_NUMERAL}]{{1,4}})"
PAGES = _form(
    rf"(?<![\w–-])(?P<count>\d{{1,3}}|{_NUMBER_WORD})\s?",
    r"(?:pages?|pp|seiten|páginas|paginas|pagine|sidor|sider|stron)\b(?!\s*\d+(?!\d|\s?(?:¢|(?:cents?|centimes|pf|d|p|c)\b)))",
    rf"|(?:今日|本報|全|合共|共)[^\d{HAN_NUMERAL}]{{0,6}}{_HAN_COUNT}\s?[版頁页](?!面)",
)
"""How many pages the issue has; groups `count` or `han`."""

SHEETS = _form(rf"(?:今日|本日)?(?:出紙|出纸|出版)[{HAN_NUMERAL}\d]+大?[張张]")
"""How many sheets: 今日出紙兩大張; a sheet is not a page."""

_YEAR = r"(?:1[6-9]|20)\d\d"
_BEGUN = _any(
    *"founded established estab\\. est\\. estd\\. since begun incorporated incorporating".split(),
    *"gegründet fondée? fundado fundada fondato opgericht grundad grundlagt".split(),
)
_HAN_YEAR = rf"(?:1[6-9]\d\d|[{HAN_NUMERAL}]{{2,5}})"
_HAN_SMALL = rf"[{HAN_NUMERAL}元\d]"
FOUNDED = _form(
    rf"(?<!\w){_BEGUN}(?!\w)[^\n]{{0,40}}?{_YEAR}",
    rf"|[创創]\s?[刊办辦][^\n]{{0,4}}?{_HAN_YEAR}年?|{_HAN_YEAR}年[创創]刊",
    rf"|[创創]\s?[刊办辦][於于自在]?[^\n\d]{{0,4}}?{_HAN_SMALL}{{1,4}}年(?:{_HAN_SMALL}{{1,3}}月(?:{_HAN_SMALL}{{1,3}}日)?)?",
)
REGISTERED = _form(
    r"(?:entered|registered|re-?entered|second[- ]class|admitted|copyright|©|eingetragen)",
    r"[^\n]*?(?=\b(?:price|vol|no)\b|\s{3}|$)",
)
"""What the post office knows of the paper; dates and numbers in it are not the issue's."""

UNREAD_VOLUME = re.compile(r"(?<!\w)V[OQ0]L(?:\.\s?|\s)[A-Z0-9|!]{1,9}(?!\w)")
"""A volume whose figure the print has lost: "VOL. LYII"; what it is, is not guessed."""

_OFTEN = r"(?:daily|weekly|monthly|every \w+)"
_BY = _any(
    r"(?:printed and )?published (?:\w+ )?by", "published for", r"publishers?:",
    r"(?:druck und )?verlag von", "herausgegeben von", "verleger:", r"éditeur\s?:",
    *(rf"{word}\s?[:：]?" for word in ("督印人", "出版者", "發行人", "发行人", "発行所")),
)  # fmt: skip
_BY_ALONE = _form(
    rf"(?:mornings?|evenings?|afternoons?|\w+days?|{_OFTEN}),? by\s+",
    r"(?P<name>[^\n]{2,80}?)(?=\s{2,}|$)",
)
_HOUSE = _form(r"(?P<name>[\u4e00-\u9fff]{2,12}社)(?:出版|編印|印行|发行|發行)")
_PUBLISHER = _form(_BY, r"\s*(?P<name>[^\n]{2,80}?)(?=,?\s+(?:at|in)\s+\d|\s{2,}|$)")

_CAPITALISED = r"(?-i:[A-ZÀ-Þ][\w.’'-]*)"
_NAMED_PLACE = rf"{_CAPITALISED}(?:,?\s(?!(?:every|daily|weekly|by|on|for)\b){_CAPITALISED}){{0,4}}"
_PLACE = _form(
    r"(?:printed and )?(?:published|printed|publiée?|verlegt|erscheint)",
    rf"(?: {_OFTEN})?[ ,]+",
    rf"(?P<fact>(?:at|in|à|zu)\s+(?P<name>{_NAMED_PLACE}))",
)
_RHYTHM = _any(
    "semi-?weekly", "tri-?weekly", "bi-?weekly", "fortnightly", "daily", "weekly", "monthly",
    "quarterly", r"every \w+", "täglich", "wöchentlich", "monatlich", "tous les jours",
)  # fmt: skip
_FREQUENCY = _form(
    rf"(?:published|issued|erscheint|appears|paraît|paraissant)\s+(?:(?:at|in)\s{_NAMED_PLACE}\s)?",
    r"(?P<fact>(?P<name>",
    rf"{_RHYTHM}(?:,?\s*(?:excepted|except|ausser|außer)\s+[^\n.,;]{{3,20}})?))",
)
NAMED = (
    ("frequency", _FREQUENCY),
    ("place", _PLACE),
    ("publisher", _PUBLISHER),
    ("publisher", _BY_ALONE),
    ("publisher", _HOUSE),
)
"""Phrases whose group `name` is the value; a group `fact` is all that speaks of it."""

_PAGE = r"[A-Z]?\d+"
_POINTER = _any(
    r"see\s+(?:\w+\s+){0,4}(?:on|page|p\.|inside|at|pages)",
    r"more\s+(?:on|at|news)",
    r"(?:coverage|report|section),?\s+pages?",
    rf"pages?\s+{_PAGE}\s?(?:[-–,&]|and|to)\s?{_PAGE}",
    rf"(?:(?:on|see)|[,—|>-])\s*pages?\s+{_PAGE}",
    rf"pages?\s+{_PAGE}$",
    r"inside(?=\W|$)",
    r"updates?\s+(?:on|at)",
    r"win\s+(?:a|an|up|one|£|\$|€|hk)\S*",
    r"free\s+(?:inside|with|for every)",
    *("follow us", "visit", "subscribe", "turn to", "in this issue", "siehe", "voir", "lire"),
    r"seiten?\s+\d+",
    r"(?:sport|sports|business|life|world|arts|opinion)\s+[A-Z]?\d{1,2}$",
)
PROMO = _form(
    rf"(?<!\w){_POINTER}(?!\w)",
    r"|[見见詳详][^\s]{0,6}[版頁页]|[刊载載]\s?[A-Z]?\d+版|詳情|扫码|掃碼|更多",
)
"""What points to other pages, or to the paper's own site."""
