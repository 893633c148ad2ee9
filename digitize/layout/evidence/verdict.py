"""A role with its confidence and its reason, and the verdicts that text alone allows."""

from __future__ import annotations

import re
from typing import NamedTuple

from digitize.grammar.scripts import is_han
from digitize.layout.evidence.captions import is_caption, is_credit
from digitize.layout.evidence.says import Says
from digitize.model.page import Role

_SPEECH_ENDS = tuple(stop + close for stop in "。！？" for close in "」』")
"""How speech in Chinese ends; no speck is read as two such marks."""

_IMPRINT = re.compile(
    r"(?i)^\W*(?:printed|published|entered (?:as|at)|registered (?:as|at)|copyright|©|druck und|"
    r"verantwortlich|imprim|督印|承印|社址|發行人|编辑部)"
)


class Verdict(NamedTuple):
    """What a region is, how sure that is (0..1), and why in words."""

    role: Role
    conf: float
    reason: str


_JUMP = Verdict(Role.JUMP_LINE, 0.9, "sends to or comes from another page")
_LEFTOVER = 0.5  # share of letters outside of all facts; more, and the line says something else
_SHORT = 60  # weight; so short a line is taken at its facts, whatever else it says
_LONGEST_FACTS = 160  # weight; a line of facts is no longer
_POINTS = re.compile(
    r"(?i)\b(see|visit|more|updates?|online|follow|scan|subscribe|download|inside|coverage|exclusive|"
    r"special)\b|更多|詳見|详见|瀏覽|浏览|網站|网站|掃描|扫描"
)
_PAGES = re.compile(
    r"(?i)\b(?:pages?|pp?\.|seiten?|section|supplement)\s*[A-Z]{0,2}\d+(?:\s*[-–&,]\s*[A-Z]?\d+)*[\s.)]*$|"
    r"(?<![今本][日報报])(?<![共全出\d一二三四五六七八九十])"  # 今日24版: how many there are
    r"[見见詳详刊]?(?:第)?[A-Z]{0,2}[\d一二三四五六七八九十]+(?:[-–至、]\s*[A-Z]?[\d一二三四五六七八九十]+)*[版頁页][）)]?$"
)
_PUBLISHED = re.compile(
    r"(?i)\b(official organ|published (every|daily|weekly|at|by)|established|founded|"
    r"entered (as|at)|"
    r"registered (at|as)|second.class|circulation|subscription|per (year|annum|month|copy)|"
    r"(?:tages|wochen)?zeitung für|(?:organ|anzeiger) (?:der|des|für)|"
    r"(?:quotidien|hebdomadaire) (?:des?|du|de la)|diario independiente|"
    r"independent (?:newspaper|journal)|serving .+ since|"
    r"issn|copyright|all rights reserved|the only|organ of|gegründet|erscheint|abonnements?\w*|"
    r"inserat\w*|insertions?\w*|redaktion|bezugspreise?|einzelnummer|paraissant|fondé|rédaction|"
    r"téléphone)\b|"
    r"創刊|创刊|共出|出[紙纸]|[大两兩三四五六七八九十][張张]$|社長|社址|督印|承印|零售|訂閱|发行|發行|國內統一|国内统一|郵發代號|邮发代号|登記"
)


def set_form(said: Says) -> Verdict | None:
    """Return what a text is that says one set thing: byline, dateline, credit, jump line …."""
    forms = (
        (said.jump is not None and said.jump.fills(said.text), _JUMP),
        (is_credit(said.text), Verdict(Role.CREDIT, 0.8, "says who took the picture")),
        (said.byline, Verdict(Role.BYLINE, 0.9, "names the writer")),
        (said.dateline, Verdict(Role.DATELINE, 0.85, "is place and day of a report")),
        (is_caption(said.text), Verdict(Role.CAPTION, 0.75, "tells what a picture shows")),
    )
    return next((verdict for fits, verdict in forms if fits), None)


def furniture(said: Says) -> Verdict | None:
    """Return what a line of masthead facts is, None when it says something else as well."""
    if said.weight > _LONGEST_FACTS or said.byline or said.dateline:
        return None
    kinds = (_pointer(said), _facts(said), _imprint(said), _name(said))
    return next((verdict for verdict in kinds if verdict is not None), None)


def _pointer(said: Says) -> Verdict | None:
    if "url" in said.facts and _POINTS.search(said.text) and not said.ends:
        return Verdict(Role.PROMO, 0.9, "sends the reader to an address")
    short = said.rest > 0.3 and said.weight < 70 and not said.ends and not said.jump
    if short and _PAGES.search(said.text):
        return Verdict(Role.PROMO, 0.85, "points to pages inside")
    return None


def _imprint(said: Says) -> Verdict | None:
    if _IMPRINT.match(said.text):
        return Verdict(Role.MASTHEAD, 0.75, "opens like an imprint")
    return None


def _name(said: Says) -> Verdict | None:
    if said.title >= 0.75:
        return Verdict(Role.NAMEPLATE, said.title, "reads like the name of a newspaper")
    return None


_KINDS: tuple[tuple[frozenset[str], float, Role, float, str], ...] = (
    (frozenset({"date"}), _LEFTOVER, Role.DATE_LINE, 0.95, "is a date"),
    (frozenset({"volume", "number"}), 0.4, Role.MASTHEAD, 0.9, "gives volume or number"),
    (frozenset({"price"}), 0.4, Role.MASTHEAD, 0.85, "gives the price"),
    (frozenset({"url"}), 0.4, Role.MASTHEAD, 0.85, "is an address"),
    (frozenset({"edition"}), _LEFTOVER, Role.MASTHEAD, 0.85, "names the edition"),
    (frozenset({"page"}), 0.2, Role.FOLIO, 0.85, "is a page number"),
)
"""Facts, the share of other letters they allow, and what a line of them is."""


def _facts(said: Says) -> Verdict | None:
    if said.rest > _LEFTOVER and said.weight >= _SHORT:
        return None
    several = len(said.facts - {"page"}) >= 2
    short_edition = "edition" in said.facts and said.words <= 6
    for facts, leftover, role, conf, why in _KINDS:
        alone = said.rest <= leftover or (role != Role.FOLIO and several)
        if said.facts & facts and (alone or (short_edition and "edition" in facts)):
            return Verdict(role, conf, why + (", with other facts" if several else ""))
    return None


def tells_publisher(said: Says) -> bool:
    """Return whether a line says who publishes the paper, since when, or on what terms."""
    return said.weight <= 260 and bool(_PUBLISHED.search(said.text))


def readable(said: Says) -> bool:
    """Return whether there is any letter or digit to read, or the end of a speech in Chinese."""
    return said.text.endswith(_SPEECH_ENDS) or any(
        char.isalnum() or is_han(char) for char in said.text
    )
