"""Heads of front pages in five manners, and the folio strips of inner pages."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from html import escape

from scripts.drawing.nameplates import Identity, at, rule, upright
from scripts.drawing.words import ENGLISH

MARGIN = 42  # CSS pixels around the type
_ZH = "zh-Hant"
_EARS = (
    ("WEATHER", "Cloudy with rain\nHigh 27  Low 21"),
    ("INSIDE", "Arts, page 2\nSport, page 2"),
    ("TIDES", "High 04.12 and 16.40\nLow 10.25 and 22.58"),
)
_HAN_EARS = (
    ("天氣", "多雲有驟雨\n氣溫二十一至二十七度"),
    ("今日要目", "文化 第二版\n體育 第二版"),
)
_LEFT, _CENTER, _RIGHT = ("text-align:left", "text-align:center", "text-align:right")
_STRIP = "font:12px/1.3 var(--sans);white-space:pre;"
_STRIP_ZH = "font:12px/1.3 var(--hansans);white-space:pre;"


@dataclass
class Head:
    """The head of one page while it is being made: HTML, and how far down it reaches."""

    rng: random.Random
    who: Identity
    width: int
    html: str = ""
    bottom: float = 0
    inner: float = field(init=False)

    def __post_init__(self) -> None:
        self.inner = self.width - 2 * MARGIN

    def put(
        self, role: str, text: str, where: tuple[float, float, float], style: str, lang: str = "en"
    ) -> None:
        """Put a text at (share of the inner width, top in pixels, share of the inner width)."""
        left, top, width = where
        place = at(MARGIN + left * self.inner, top, width * self.inner, style)
        self.add(role, text, place, lang)

    def add(self, role: str, text: str, style: str, lang: str) -> None:
        """Add one element of furniture, placed by its style."""
        self.html += f'<div data-role="{role}" lang="{lang}" style="{style}">{escape(text)}</div>'

    def rule(self, top: float, thickness: float = 1) -> None:
        """Draw a rule over the whole width."""
        self.html += rule(MARGIN, top, self.inner, thickness)

    def ear(self, text: tuple[str, str], left: float, top: float, width: float) -> None:
        """Put a small box of text."""
        lang = _ZH if text in _HAN_EARS else "en"
        box = "border:1px solid #000;padding:5px 7px;font:12px/1.35 var(--sans);"
        style = f"{box}white-space:pre-line;{_CENTER}"
        self.put("ear", "\n".join(text), (left, top, width), style, lang)


def classic(head: Head) -> None:
    """Put the nameplate between two ears, the parallel title beneath, then a strip of facts."""
    who = head.who
    size = min(88, 0.62 * head.inner / (0.56 * len(who.english)))
    left, right = head.rng.sample(_EARS + _HAN_EARS, 2)
    head.ear(left, 0, 34, 0.14)
    head.ear(right, 0.86, 34, 0.14)
    plate = f"{_CENTER};white-space:nowrap;font:bold {size:.0f}px/1.1 var(--plate)"
    head.put("nameplate", who.english, (0.15, 28, 0.7), plate)
    han_plate = f"{_CENTER};font:bold 30px/1.2 var(--handisplay);letter-spacing:.5em"
    head.put("nameplate", who.han, (0.15, 34 + size * 1.1, 0.7), han_plate, _ZH)
    top = 78 + size * 1.1
    head.rule(top, 3)
    third = 1 / 3
    editions = f"{who.edition_en}  {who.edition_zh}"
    head.put("masthead", editions, (0, top + 8, third), _STRIP)
    head.put(
        "date-line", who.date_en, (third, top + 8, third), f"{_STRIP}{_CENTER};font-weight:bold"
    )
    facts = f"{who.numbering}   {who.price}"
    head.put("masthead", facts, (2 * third, top + 8, third), _STRIP + _RIGHT)
    head.put("masthead", who.url, (0, top + 26, third), _STRIP)
    head.put("date-line", who.date_zh, (third, top + 26, third), _STRIP_ZH + _CENTER, _ZH)
    head.rule(top + 46)
    head.bottom = top + 58


def poster(head: Head) -> None:
    """Put promos over all, a plain title at the left, editions and Han title at the right."""
    who = head.who
    for index, text in enumerate(head.rng.sample(ENGLISH.promos, 3)):
        promo = text.format(url=who.url)
        head.put("promo", promo, (index / 3, 24, 0.32), "font:bold 15px/1.2 var(--sans)")
        if index:
            head.html += upright(MARGIN + index * head.inner / 3 - 10, 22, 40)
    head.rule(68, 2)
    size = min(96, head.inner * 0.74 / (0.66 * len(who.english)))
    plate = f"white-space:nowrap;font:900 {size:.0f}px/1.1 var(--sans)"
    head.put("nameplate", who.english, (0, 74, 0.76), plate)
    han = f"font:bold 20px/1.2 var(--hansans);{_RIGHT}"
    head.put("masthead", who.edition_zh, (0.78, 80, 0.22), han, _ZH)
    head.put(
        "masthead", who.edition_en, (0.78, 106, 0.22), f"font:bold 13px/1.2 var(--sans);{_RIGHT}"
    )
    top = 80 + max(size * 1.1, 56)
    head.rule(top)
    head.put("date-line", who.date_en, (0, top + 8, 0.4), f"{_STRIP}font-weight:bold")
    han = f"font:bold 24px/1.2 var(--handisplay);{_CENTER}"
    head.put("nameplate", who.han, (0.4, top + 2, 0.22), han, _ZH)
    head.put("masthead", f"{who.url}   {who.price}", (0.62, top + 8, 0.38), _STRIP + _RIGHT)
    head.put("date-line", who.date_zh, (0, top + 30, 0.5), _STRIP_ZH, _ZH)
    head.put("masthead", who.numbering, (0.62, top + 30, 0.38), _STRIP + _RIGHT)
    head.rule(top + 52, 3)
    head.bottom = top + 64


def gazette(head: Head) -> None:
    """Put an old nameplate over one strip of volume, place, date and price between rules."""
    who = head.who
    size = min(104, 0.9 * head.inner / (0.56 * len(who.english)))
    plate = f"{_CENTER};white-space:nowrap;font:bold {size:.0f}px/1.1 var(--plate)"
    head.put("nameplate", who.english, (0, 24, 1), plate)
    han = f"{_CENTER};font:20px/1.2 var(--handisplay);letter-spacing:1em"
    head.put("nameplate", who.han, (0.1, 26 + size * 1.1, 0.8), han, _ZH)
    top = 56 + size * 1.1
    head.rule(top, 1)
    strip = "font:13px/1.4 var(--text);white-space:pre;"
    head.put("masthead", who.numbering, (0, top + 5, 0.28), strip)
    head.put("date-line", who.date_en, (0.28, top + 5, 0.44), strip + _CENTER)
    head.put("masthead", who.price, (0.72, top + 5, 0.28), strip + _RIGHT)
    head.rule(top + 28)
    head.put("masthead", who.edition_en, (0, top + 34, 0.3), strip)
    head.put("date-line", who.date_zh, (0.3, top + 34, 0.4), _STRIP_ZH + _CENTER, _ZH)
    han = f"font:13px/1.4 var(--han);{_RIGHT}"
    head.put("masthead", who.edition_zh, (0.7, top + 34, 0.3), han, _ZH)
    head.put("masthead", who.url, (0.3, top + 52, 0.4), strip + _CENTER)
    head.rule(top + 74, 3)
    head.bottom = top + 86


def han(head: Head) -> None:
    """Put a Han title over an English parallel title, with facts at both sides."""
    who = head.who
    box = "font:13px/1.45 var(--hansans);"
    head.put("date-line", who.date_zh, (0, 34, 0.22), f"{box}font-weight:bold", _ZH)
    head.put("date-line", who.date_en, (0, 78, 0.22), "font:12px/1.3 var(--sans)")
    head.put("masthead", f"{who.edition_zh} {who.edition_en}", (0, 112, 0.22), box, _ZH)
    size = min(100, 0.5 * head.inner / len(who.han))
    plate = f"font:900 {size:.0f}px/1.15 var(--handisplay);white-space:nowrap;{_CENTER}"
    head.put("nameplate", who.han, (0.22, 22, 0.56), plate, _ZH)
    latin = f"font:bold 19px/1.2 var(--plate);letter-spacing:.08em;{_CENTER}"
    head.put("nameplate", who.english, (0.22, 28 + size * 1.15, 0.56), latin)
    head.ear(head.rng.choice(_HAN_EARS), 0.8, 30, 0.18)
    facts = f"{who.numbering}　{who.price}"
    head.put("masthead", facts, (0.78, 106, 0.22), box + _RIGHT, _ZH)
    head.put("masthead", who.url, (0.78, 128, 0.22), f"font:12px/1.3 var(--sans);{_RIGHT}")
    top = max(150, 60 + size * 1.15)
    head.rule(top, 2)
    head.rule(top + 4)
    head.bottom = top + 16


def tower(head: Head) -> None:
    """Put the title as a tower of characters at the right, facts in columns beside it."""
    who = head.who
    upright_type = "position:absolute;top:28px;writing-mode:vertical-rl;"
    plate = f"{upright_type}right:{MARGIN}px;font:900 62px/1.1 var(--handisplay)"
    head.add("nameplate", who.han, plate, _ZH)
    facts = (
        ("date-line", who.date_zh),
        ("masthead", f"{who.numbering}　{who.price}"),
        ("masthead", who.edition_zh),
    )
    for index, (role, text) in enumerate(facts):
        right = MARGIN + 78 + index * 24
        style = f"{upright_type}right:{right}px;height:330px;font:14px/1.3 var(--hansans)"
        head.add(role, text, style, _ZH)
    latin = "font:bold 21px/1.2 var(--plate);letter-spacing:.05em"
    head.put("nameplate", who.english, (0, 26, 0.5), latin)
    head.put("date-line", who.date_en, (0, 54, 0.4), _STRIP)
    head.put("masthead", who.edition_en, (0.42, 54, 0.2), _STRIP)
    head.put("masthead", who.url, (0.62, 54, 0.2), _STRIP)
    head.html += rule(MARGIN, 76, head.inner - 170)
    head.bottom = 86


HEADS = {one.__name__: one for one in (classic, poster, gazette, han, tower)}
"""The manners by name."""


def folio(head: Head, number: int, *, han_first: bool) -> None:
    """Put the strip at the head of an inner page: number, section, title and date."""
    who, rng = head.who, head.rng
    lang = _ZH if han_first else "en"
    if han_first:
        label, section = f"第{'〇一二三四'[number]}版", rng.choice(("綜合新聞", "港聞"))
        line = f"{who.han}  |  {who.date_zh}"
    else:
        label = rng.choice((f"{number}", f"A{number}", f"Page {number}"))
        section = rng.choice(("CITY", "NATION", "NEWS", "HOME NEWS"))
        line = f"{who.english}  |  {who.date_en}"
    head.put("folio", label, (0, 24, 0.2), f"{_STRIP}font-weight:bold;font-size:15px", lang)
    bold = "font:bold 22px/1.2 var(--sans);white-space:nowrap"
    head.put("section-label", section, (0.2, 20, 0.25), bold, lang)
    head.put("folio", line, (0.45, 26, 0.55), _STRIP + _RIGHT, lang)
    head.rule(50, 2)
    head.bottom = 62
