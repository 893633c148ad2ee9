"""What stands among the stories: sidebars, tables, teasers, pull quotes, adverts of all manners."""

from __future__ import annotations

import random
from html import escape

from scripts.drawing.chinese import HanDesk, han_number
from scripts.drawing.english import Copy, Desk

_TRADES = (
    ("Umpleby's Livery", "HORSES BOARDED BY THE DAY"),
    ("Gossamer & Pruett", "HARNESS AND SADDLERY"),
    ("The Granite Stove Co.", "STOVES SET UP AND BLACKED"),
    ("Kirkbride Brothers", "SEED OF EVERY KIND"),
    ("Zoller's Photographic Rooms", "CABINET PORTRAITS"),
    ("Mulvaney the Hatter", "HATS RE-BLOCKED"),
    ("Crabtree's Bitters", "FOR THE LIVER"),
    ("Dacre Carriage Works", "BUGGIES AND SLEIGHS"),
    ("Thackwell, Dentist", "TEETH WITHOUT PAIN"),
    ("The Inchbald Hotel", "RATES MODERATE"),
    ("Oldroyd Pumps", "NEVER FREEZE"),
    ("Fazackerley & Niece", "MILLINERY"),
)
_HAN_TRADES = (
    ("恆豐糧行", "米麥雜糧"),
    ("同昌皮貨局", "四季皮衣"),
    ("大成電料行", "各式電燈"),
    ("濟生堂藥房", "丸散膏丹"),
    ("北斗書局", "新書廉售"),
    ("瑞和布莊", "花色齊備"),
    ("中西照相館", "隨到隨拍"),
)
_WANTS = (
    "WANTED, a {adj} hand for the {good} trade. Apply {road}, {place}.",
    "FOR SALE, {count} acres near {place}, with {few} barns. Terms of {someone}.",
    "LOST between {place} and {road}, a case of {good}. Reward of {sum}.",
    "TO LET, {few} rooms over the {good} store in {road}. Inquire within.",
    "STRAYED, {few} mules branded with a bell. Owner may claim them at {place}.",
    "NOTICE. All claims against {someone} must reach {place} before {month}.",
    "MONEY TO LEND on {good} or land, from {sum}. Write to {someone}.",
)
_WEATHER = ("Fair and colder", "Snow in the hills", "Wind from the north", "Rain by night")


def element(item: str, role: str, text: str, style: str = "", cls: str = "") -> str:
    """Return one element that the record knows."""
    names = f"{role} {cls}".strip()
    return (
        f'<div class="{names}" data-item="{item}" data-role="{role}" style="{style}">'
        f"{escape(text)}</div>"
    )


def said(copy: Copy, rng: random.Random) -> str:
    """Return a sentence of a story that is worth repeating."""
    found = [text for part in copy.paragraphs for text in part if 30 < len(text) < 130]
    return rng.choice(found or [copy.deck])


def quote(item: str, copy: Copy, rng: random.Random) -> str:
    """Return a pull quote: a sentence of the story, set large."""
    return element(item, "pull-quote", said(copy, rng))


def sidebar(item: str, copy: Copy, sentences: int) -> str:
    """Return a small story that stands in a box by itself."""
    joint = " " if copy.headline.isascii() else ""
    texts: list[str] = []
    for part in copy.paragraphs:
        if sentences > 0:
            texts.append(element(item, "body", joint.join(part[:sentences])))
            sentences -= len(part)
    return element(item, "headline", copy.headline) + "".join(texts)


def table(item: str, rng: random.Random, desk: Desk, rows: int) -> str:
    """Return a table with a title: places down, figures across."""
    title = rng.choice(("Prices at the Exchange", "Rainfall in Inches", "Returns by Township"))
    columns = rng.randint(3, 4)
    names = rng.sample(desk.words.places, min(rows, len(desk.words.places)))
    lines = [["", *rng.sample(("Jan.", "April", "July", "Oct.", "High", "Low", "Last"), columns)]]
    lines += [[name, *(f"{rng.uniform(1, 99):.1f}" for _ in range(columns))] for name in names]
    told = "".join(
        f'<div class="row" data-item="{item}" data-role="table">'
        + " ".join(f"<span>{escape(cell)}</span>" for cell in line)
        + "</div>"
        for line in lines
    )
    return element(item, "headline", title) + told


def contents(rng: random.Random, desk: Desk, label: str, pages: int) -> str:
    """Return an index: what is on which page; furniture, whatever it promises."""
    sections = ("Markets", "Letters", "Weather", "Almanac", "Serial story", "Births", "Freight")
    shown = rng.sample(sections, 5)
    leader = rng.choice((" .......... ", "  ", ", page "))
    lines = [f"{name}{leader}{label}{rng.randint(2, pages + 4)}" for name in sorted(shown)]
    head = element(
        "", "index", rng.choice(("INSIDE", "INDEX", "TODAY")), "font:bold 16px var(--sans)"
    )
    rows = "".join(element("", "index", line, "font:12px/1.4 var(--sans)") for line in lines)
    sky = element(
        "", "index", rng.choice(_WEATHER) + f", page {label}2", "font:12px/1.4 var(--sans)"
    )
    del desk
    return head + rows + sky


def advert(item: str, rng: random.Random, desk: Desk, width: float, height: float) -> str:
    """Return a display advert in English that fills about its box."""
    firm, ware = rng.choice(_TRADES)
    big = min(46, width / max(7, len(firm)) * 1.65)
    lines = [
        element(item, "headline", firm, f"font:bold {big:.0f}px/1.1 var(--plate)"),
        element(item, "body", ware, f"font:bold {big * 0.55 + 4:.0f}px/1.2 var(--sans)"),
    ]
    more = [
        f"{desk.line('Direct from {place}. ')}From ${rng.randint(1, 40)}.{rng.randint(10, 99)}.",
        desk.line("{someone} will call at {place} in {month} with {count} samples."),
        desk.line(f"{rng.randint(2, 190)} {{road}}, {{place}}"),
        f"Telephone {rng.randint(20, 999)}",
        desk.line("As supplied to {org}." if "org" in desk.fixed else "As supplied to {someone}."),
        "Ask your grocer for it. Take no other.",
        desk.line("Established {year}. Country orders filled the same day."),
    ]
    size = 11 + min(6, width / 110)
    room = (height - 3.2 * big - 30) / (size * 1.3 * 1.6)
    style = f"font:{size:.0f}px/1.25 var(--text)"
    chosen = more[: max(1, min(len(more), int(room)))]
    return "".join([*lines, *(element(item, "body", text, style) for text in chosen)])


def han_advert(item: str, rng: random.Random, desk: HanDesk, width: float, height: float) -> str:
    """Return a display advert in Chinese."""
    firm, ware = rng.choice(_HAN_TRADES)
    big = min(44, width / 6)
    more = [
        desk.line("精選各地{good}，每件由" + han_number(rng.randint(2, 80)) + "元起。"),
        desk.line("{place}{road}" + f"{rng.randint(2, 90)}號"),
        f"電話 {rng.randint(20, 999)}",
        desk.line("創設於{year}年，遠近馳名，外埠函購，即日寄奉。"),
        desk.line("本號新到{good}，花式繁多，如蒙光顧，無任歡迎。"),
    ]
    room = (height - 2.6 * big - 30) / 36
    chosen = more[: max(1, min(len(more), int(room)))]
    style = "font:14px/1.35 var(--han)"
    return "".join(
        [
            element(item, "headline", firm, f"font:bold {big:.0f}px/1.15 var(--handisplay)"),
            element(item, "body", ware, f"font:bold {big * 0.5 + 4:.0f}px/1.25 var(--hansans)"),
            *(element(item, "body", text, style) for text in chosen),
        ]
    )


def want(desk: Desk, rng: random.Random) -> str:
    """Return a small advert of a few lines."""
    return desk.line(rng.choice(_WANTS))
