"""Boxed adverts in two languages, each an item of its own."""

from __future__ import annotations

import random
from html import escape

from scripts.drawing.chinese import HanDesk, han_number
from scripts.drawing.english import Desk

Lines = list[tuple[str, str, str]]  # role, font, text
_FIRMS = (
    "Kwan & Pettigrew",
    "The Blue Anchor",
    "Rosewarne Brothers",
    "Lai Fong Emporium",
    "Marchetti & Daughters",
    "Tin Wharf Stores",
    "Ostrel Clock Works",
    "Szeto's Bicycle House",
)
_HAN_FIRMS = ("藍錨百貨", "麗芳商行", "永發茶莊", "關氏洋服", "錫碼頭士多", "燈塔鐘錶行")
_WARES = ("WINTER COATS", "PORCELAIN", "BICYCLES", "FINE TEAS", "CLOCKS", "CUT FLOWERS")
_CRIES = ("秋季大減價", "新張誌慶", "周年酬賓", "清貨大平賣")


def english_lines(rng: random.Random, desk: Desk) -> Lines:
    """Write an English advert."""
    price = f"${rng.randint(4, 99)}.{rng.randint(10, 99)}"
    offer = rng.choice(
        (
            f"Everything must go by Saturday. From {price} only.",
            f"Repairs while you wait, {price}. Open till nine.",
            f"New stock by every ferry. From {price} a piece.",
        )
    )
    telephone = f"Telephone {rng.randint(200, 899)} {rng.randint(1000, 9999)}"
    return [
        ("headline", "bold 26px/1.2 var(--plate)", rng.choice(_FIRMS)),
        ("body", "bold 16px/1.2 var(--sans)", f"SALE OF {rng.choice(_WARES)}"),
        ("body", "13px/1.2 var(--text)", offer),
        ("body", "13px/1.2 var(--text)", desk.line(f"{rng.randint(2, 190)} {{road}}, {{place}}")),
        ("body", "bold 14px/1.2 var(--sans)", telephone),
    ]


def chinese_lines(rng: random.Random, desk: HanDesk) -> Lines:
    """Write a Chinese advert."""
    offer = f"各款貨品由{han_number(rng.randint(3, 90))}元起，售完即止。"
    telephone = f"電話：{rng.randint(200, 899)} {rng.randint(1000, 9999)}"
    return [
        ("headline", "bold 28px/1.2 var(--handisplay)", rng.choice(_HAN_FIRMS)),
        ("body", "bold 17px/1.2 var(--hansans)", rng.choice(_CRIES)),
        ("body", "14px/1.2 var(--han)", offer),
        ("body", "14px/1.2 var(--han)", desk.line(f"{{place}}{{road}}{rng.randint(2, 190)}號地下")),
        ("body", "bold 14px/1.2 var(--hansans)", telephone),
    ]


def boxed(lines: Lines, item: str, lang: str, width: float) -> str:
    """Return the lines as HTML, larger in a wide box; each belongs to `item`."""
    zoom = min(1.6, max(0.85, width / 260))
    body = "".join(
        f'<div data-item="{item}" data-role="{role}" lang="{lang}" style="font:{font}">'
        f"{escape(text)}</div>"
        for role, font, text in lines
    )
    return f'<div style="zoom:{zoom:.2f}">{body}</div>'
