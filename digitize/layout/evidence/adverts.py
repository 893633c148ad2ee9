"""How much a text reads like an advertisement or a public notice, in several languages."""

from __future__ import annotations

import re

from digitize.grammar.prices import find_prices
from digitize.grammar.scripts import is_han
from digitize.grammar.sentences import starts_inside

_PHONE = re.compile(
    r"(?i)\b(?:tel(?:ephone)?|phone|fon|call|fax|cable)\b\.?\s*:?\s*[#(]?\d|"
    r"\(?\d{3}\)?[\s-]\d{3}-\d{4}\b|\b\d{3}-\d{4}\b|\b\d{4}[ -]\d{4}\b|"
    r"(?:電話|电话|熱線|热线|查詢|傳真)\s*[:：]?\s*[\d〇一二三四五六七八九(]"
)
_SELLS = re.compile(
    r"(?i)\b(?:for (?:sale|rent|hire|lease)|to (?:let|rent|lease)|wanted|bargains?|sale now|"
    r"on sale|clearance|discounts?|lowest prices?|special offer|guaranteed?|"
    r"free (?:trial|delivery|gift|estimate)|order (?:now|today)|buy (?:now|today|one)|"
    r"call (?:now|today|us|at|mrs?\.?|for)|mail orders?|dealers?|proprietors?|props?\.|"
    r"apply (?:to|at|within)|inquire|enquire at|open (?:daily|evenings)|hours:|sold by|ask your|"
    r"prices? (?:from|start)|per (?:lb|dozen|yard|bottle|gallon)|"
    r"zu (?:verkaufen|vermieten)|gesucht|billig|preiswert|à (?:vendre|louer)|"
    r"se vende|se alquila)\b|"
    r"出售|出租|招租|招聘|聘請|聘请|廉價|廉价|減價|减价|特價|特价|優惠|优惠|歡迎光臨|"
    r"欢迎光临|批發|批发|零沽|惠顧|總經售|主治|專治|良藥|開業|地址|分店"
)
_TELLS = re.compile(
    r"(?i)\b(?:was|were|had|said|says|told|asked|added|replied|according to|"
    r"yesterday|last (?:night|week|month|year)|since 1[5-9]\d\d|"
    r"hatte|wurden?|gestern|était|avait|hier)\b|"
    r"表示|指出|認為|认为|解釋|解释|強調|强调|宣布|公布|回應|回应|當時|当时|昨日|昨晚|今晨|透露|據"
)
"""How the past is told, and by whom: an advertisement speaks of what is to be had."""
_QUOTED = re.compile(r"[,?!][\"”’] (?:[A-Z][\w.'-]+ ){1,3}[a-z]+ed\b")
"""Somebody's words, and who spoke them: '… a bargain," Tse argued'."""
_NEWS = 2  # such words in a text that reports
_STREET = re.compile(
    r"\b\d{1,5}\s+(?:[NSEW]\.?\s+)?[A-Z][\w.]+\s+(?:St|Street|Ave|Avenue|Rd|Road|Blvd|Lane|Row|Sq|Square)\b"
)
_NOTICE = re.compile(
    r"(?i)^\W*(?:public |legal |special |official |important )?notices?\b|"
    r"\bnotice is hereby given\b|"
    r"^\W*(?:births?|marriages?|married|deaths?|died|lost(?: and found)?|found|strayed|"
    r"in memoriam)(?:\b[.,:—–-]|\s*$)|"
    r"\bsheriff['’]?s sale\b|\badministrator['’]?s (?:notice|sale)\b|"
    r"\bestate of\b.*\bdeceased\b|^\W*(?:bekanntmachung|todesanzeige|danksagung|avis)\b|"
    r"啟事|启事|公告|通告|訃告|讣告|聲明|声明"
)


def sells(text: str) -> float:
    """Return 0..1: phone number, price, address and words of trade, each a share.

    A report has such words too, but it tells what was, and who said so.
    """
    score = 0.45 * bool(_PHONE.search(text)) + 0.2 * bool(_STREET.search(text))
    hits = len({match.group().lower() for match in _SELLS.finditer(text)})
    score += min(0.6, 0.35 * hits)
    score += min(0.5, 0.25 * len(find_prices(text[:600])))
    told = {match.group().lower() for match in _TELLS.finditer(text)}
    if len(told) >= _NEWS or _QUOTED.search(text):
        score /= 2
    length = max(1, len(text) + sum(map(is_han, text)))
    return min(1.0, score * min(1.0, 420 / length + 0.25))


def is_notice(text: str) -> bool:
    """Return whether the text opens as a public or family notice, not inside a sentence."""
    return not starts_inside(text) and bool(_NOTICE.search(text[:200]))
