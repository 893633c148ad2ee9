"""Set things that one row or block of flat text can say: index, weather, terms, letters, tables."""

from __future__ import annotations

import re
from collections.abc import Sequence

from digitize.grammar.prices import find_prices

_INDEX_LEAD = re.compile(
    r"(?i)^\W*(?:inside(?: today)?|index|(?:today|heute|aujourd['’]hui|hoy|oggi)(?=:)|"
    r"today['’]s index|in this (?:issue|section)|contents|"
    r"heute im blatt|(?:aus dem )?inhalt|sommaire|dans ce numéro|sumario|sommario|indice|índice|"
    r"(?:今日|本[期刊報报]|新聞|新闻)?(?:要目|目錄|目录|導讀|导读|索引))(?!\w*['’])\s*[:：.—–-]*\s*"
)
_INDEX_ITEM = re.compile(
    r"^[^\W\d_][\w'’&./ -]*?[\s.:…,]+(?:(?P<word>(?i:pages?|pp?\.|seite|s\.))\s*)?"
    r"(?:(?P<sheet>[A-Z]{1,2}-?\d{1,3})|\d{1,3})(?:\s*[-–]\s*[A-Z]?\d{1,3})?$|"
    r"^\S.{0,12}?\s*(?:第?\s*[A-Z]?[\d一二三四五六七八九十]{1,3}\s*[版頁页])$"
)
_BETWEEN = re.compile(r"\s*(?:[|;•·／　■▪,，]|\s/\s|\s{2,}|(?<=\d[版頁页])|(?<=[版頁页])\s)\s*")
_PAGED_ITEM = re.compile(
    r"(?i)^(?:pages?|pp?\.|seite|s\.|página|pág\.)\s*[A-Z]?\d{1,3}\s*[:.–—-]\s*\S|"
    r"^第?[一二三四五六七八九十\d]+版[:：]"
)
_POINTER = re.compile(
    r"(?:[/|·•—–]|\.{2,}|\s{2,})\s*(?:(?i:page|p\.|seite|s\.)\s*)?[A-Z]{1,2}-?\d{1,2}\W*$|"
    r"[/|·•—–]\s*(?i:page|p\.|seite|s\.)\s*\d{1,2}\W*$"
)
_HAN_NUMBER = "[〇零一二三四五六七八九十廿卅百元\\d]"
_PART_OF_DATE = re.compile(
    rf"(?:公元|西曆|西历|中華民國|中华民国|民國|民国)?{_HAN_NUMBER}{{1,5}}年|{_HAN_NUMBER}{{1,3}}月{_HAN_NUMBER}{{1,3}}[日號号]"
)

_INDEX_LEAST = 3  # items without a word for index; fewer may be a result or an address

_WEATHER_LEAD = re.compile(
    r"(?i)^\W*(?:(?:today['’]s |the |local )?weather|forecast|wetter|météo|el tiempo|"
    r"(?:今[日天]|本[港市])?天[氣气])\b\W*"
)
_WEATHER = re.compile(
    r"(?i)\b(?:sunny|cloudy|clouds?|fair|rain|showers?|snow|fog|windy?|warmer|colder|cooler|mild|"
    r"highs?|lows?|humid|thunderstorms?|temperatures?|degrees|heiter|wolkig|bewölkt|regen|"
    r"ensoleillé|nuageux|averses|soleado|nublado|lluvia)\b|°|多雲|多云|有雨|驟雨|骤雨|晴|氣溫|气温"
)
_WEATHER_SIGNS = 2
_TERMS = re.compile(
    r"(?i)\b(?:le numéro|un numéro|par an|(?:per|a|each) (?:year|annum|month|copy|week|quarter)|"
    r"yearly|annually|weekly|in advance|(?:single )?cop(?:y|ies)|subscriptions?|pages|"
    r"un an|six mois|trois mois|"
    r"einzel(?:ne )?(?:nummern?|preis)|abonnements?|viertel?jährlich|monatlich|jährlich|"
    r"(?:bezugs)?preis|"
    r"ejemplar|número suelto|suscripción|un numero|abbonamento)\b|"
    r"一部|定価|定價|定价|每[份張张]|零售|售價|售价|全年|每月"
)
_COIN = re.compile(
    r"(?i)\b(?:cents?|centimes?|sous?|francs?|pfennigs?|mark|rappen|penny|pence|céntimos?|pesetas?|"
    r"centesimi|lire)\b|[元角分仙圓銭錢]"
)
_AREA = re.compile(r"^\W*(?:Serving|SERVING|Covering|COVERING) (?!as\b|up\b)")
_OPENING = re.compile(
    r"(?i)^\W*(?:(?:dear )?(?:sirs?|madam|mr\.? editor|editor|gentlemen)\b\W*[,:;.—–-]|"
    r"to the editor\b|sehr geehrte|monsieur le (?:rédacteur|directeur)|señor director|"
    r"編者|[編编][輯辑](?:先生|同志))"
)
_FIGURE = re.compile(r"(?<![^\W_])[+-]?[$£€]?\d[\d.,:/]*[½¼¾%]?(?![^\W_])")
_TABLE_ROWS = 3
_TABLE_SHARE = 0.7
_ROW_WORDS = 8


def is_part_of_date(text: str) -> bool:
    """Return whether `text` is a year, or a day without one, in Chinese: 公元一九六四年."""
    return bool(_PART_OF_DATE.fullmatch(text))


def is_index(text: str) -> bool:
    """Return whether `text` lists what is on which page: "INSIDE: Sports B1 | Weather A8"."""
    lead = _INDEX_LEAD.match(text)
    rest = text[lead.end() :] if lead else text
    if _PAGED_ITEM.match(rest) and len(re.findall(r"\d+", rest)) > 1:
        return True
    if lead and not rest:
        return True
    items = [item for item in _BETWEEN.split(rest.strip(" .")) if item]
    found = [_INDEX_ITEM.match(item) for item in items]
    if lead:
        return any(found) and sum(map(bool, found)) >= len(found) / 2
    sheets = sum(
        bool(hit and (hit["sheet"] or hit["word"] or hit[0][-1] in "版頁页")) for hit in found
    )
    return len(items) >= _INDEX_LEAST and all(found) and sheets >= len(items) / 2


def points_inside(text: str) -> bool:
    """Return whether `text` tells news and the page it is on: "Home sales drop again / C1"."""
    return bool(_POINTER.search(text))


def is_weather(text: str) -> bool:
    """Return whether a short `text` is the weather of the day, as ears beside the title have it."""
    signs = {hit.group().lower() for hit in _WEATHER.finditer(text)}
    return bool(_WEATHER_LEAD.match(text) and signs) or len(signs) >= _WEATHER_SIGNS


def heads_weather(text: str) -> bool:
    """Return whether `text` says itself that it is the weather: "Weather: fair", 今日天氣：晴."""
    return bool(_WEATHER_LEAD.match(text) and _WEATHER.search(text))


def tells_terms(text: str) -> bool:
    """Return whether `text` says on what terms the paper is sold: "Cinq centimes le numéro"."""
    priced = bool(_COIN.search(text) or find_prices(text))
    return priced and bool(_TERMS.search(text))


def tells_area(text: str) -> bool:
    """Return whether `text` says which places the paper is for; no headline opens that way."""
    return bool(_AREA.match(text))


def opens_letter(text: str) -> bool:
    """Return whether `text` greets an editor: "Sir,—I was sorry", "Sehr geehrte"."""
    return bool(_OPENING.match(text))


def is_table(rows: Sequence[str]) -> bool:
    """Return whether most of `rows` are short and end in a figure or hold two of them."""
    if len(rows) < _TABLE_ROWS:
        return False
    return sum(map(is_tabular, rows)) >= _TABLE_SHARE * len(rows)


def is_tabular(row: str) -> bool:
    """Return whether one row is a line of a table: few words and figures, the last thing one."""
    figures = list(_FIGURE.finditer(row))
    words = re.findall(r"[^\W\d_]{2,}", row)
    if not figures or not words or len(words) > _ROW_WORDS:
        return False
    closing = not row[figures[-1].end() :].strip(" .)]*")
    return closing and (len(figures) >= 2 or len(words) <= _ROW_WORDS // 2)
