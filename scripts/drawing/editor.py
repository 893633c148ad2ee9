"""An editor fills pages of many manners with stories that run on, boxes, tables and adverts."""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import dataclass, field

from scripts.drawing import extras
from scripts.drawing.chinese import HanDesk, han_number
from scripts.drawing.english import Copy, Desk, softened
from scripts.drawing.fonts import other_fonts
from scripts.drawing.jumping import Jumps
from scripts.drawing.mastheads import HEADS, MARGIN, Head
from scripts.drawing.nameplates import INLAND_TITLES, at, identity
from scripts.drawing.pictures import halftone, picture
from scripts.drawing.plan import Block, Chain, Inset, Part, Picture, Plan, Rect
from scripts.drawing.tilings import Tile, place
from scripts.drawing.words import INLAND, INLAND_HAN

ZH = "zh-Hant"
_FRAMES = ("", "double", "thin", "top", "coupon", "black", "open", "left")


@dataclass(frozen=True)
class Manner:
    """How one family of papers looks."""

    width: int = 1060  # CSS pixels
    height: int = 1500
    pages: int = 2
    han: bool = False
    vertical: bool = False
    head: str = "gazette"
    gap: float = 16
    lead: float = 18  # white between a module and the one below
    column_rule: str | None = "hair"  # class of the rules between columns; None: no rules
    cutoff: str | None = ""  # class of the rules between modules; None: no rules
    size: float = 11
    han_size: float = 13
    cls: str = ""  # of the columns: ragged, blocks
    letters: tuple[str, ...] = ("",)  # before page numbers
    big: float = 1.0  # how large headlines are


@dataclass(frozen=True)
class Look:
    """How one story is set."""

    lang: str = ""
    deck: int = 0  # how many decks are stacked
    kicker: bool = False
    byline: bool = False
    cls: str = ""  # of the headline
    picture: bool = False
    halftone: bool = False
    subheads: bool = False
    quote: str = ""  # "column", "wide" or "straddling"
    sidebar: bool = False
    table: bool = False
    decoys: bool = False
    vertical: bool | None = None
    size: float = 0


@dataclass
class Running:
    """A story that has not ended yet."""

    chain: Chain
    copy: Copy
    page: int
    to: int


@dataclass
class Editor:
    """Draws one issue; every choice comes from one seeded source of chance."""

    rng: random.Random
    manner: Manner
    scale: float
    running: list[Running] = field(default_factory=list)
    count: int = 0

    def __post_init__(self) -> None:
        rng, manner = self.rng, self.manner
        self.who = identity(rng, han_first=manner.han, titles=INLAND_TITLES)
        css = other_fonts(rng, manner.size, manner.han_size, upright=manner.vertical)
        self.plan = Plan(manner.width, manner.height, self.scale, manner.pages, css)
        self.english = Desk(rng, self.who.day.year, INLAND)
        self.chinese = HanDesk(rng, self.who.day.year, INLAND_HAN)
        self.jumps = Jumps(rng, rng.choice(manner.letters))
        self.folio_form = rng.randrange(3)

    def put(self, page: int, html: str) -> None:
        """Put something fixed on a page."""
        self.plan.fixed[page] = self.plan.fixed.get(page, "") + html

    def name(self, prefix: str) -> str:
        """Return the name of the next item."""
        self.count += 1
        return f"{prefix}{self.count:03d}"

    def room(self, page: int, left: float = 0, width: float = 0, number: int = 0) -> Rect:
        """Set the head of a page and return what is free beneath it.

        On a sheet of two pages, `left` and `width` say which half, `number` which page it is.
        """
        manner = self.manner
        wide = width or manner.width
        head = Head(self.rng, self.who, round(wide))
        if (number or page) == 1:
            HEADS[manner.head](head)
        else:
            self._folio(head, number or page)
        shifted = f'<div style="{at(left, 0, wide)}height:{manner.height}px">{head.html}</div>'
        self.put(page, shifted)
        return left + MARGIN, head.bottom, wide - 2 * MARGIN, manner.height - head.bottom - 40

    def _folio(self, head: Head, number: int) -> None:
        """Set the running header in one of three forms, the same on every page."""
        who, han = self.who, self.manner.han
        lang = ZH if han else "en"
        label = f"第{han_number(number)}版" if han and not self.jumps.letter else ""
        label = label or self.jumps.label(number)
        title, day = (who.han, who.date_zh) if han else (who.english, who.date_en)
        style = f"font:13px/1.3 var({'--hansans' if han else '--text'});white-space:pre;"
        if self.folio_form == 0:
            sides = (label, day) if number % 2 == 0 else (day, label)
            head.put("folio", sides[0], (0, 22, 0.3), style, lang)
            head.put("running-header", title, (0.3, 22, 0.4), f"{style}text-align:center", lang)
            head.put("folio", sides[1], (0.7, 22, 0.3), f"{style}text-align:right", lang)
        elif self.folio_form == 1:
            line = f"{label}　{title}　{day}" if han else f"{label}    {title}, {day}"
            head.put("folio", line, (0, 22, 1), f"{style}font-weight:bold", lang)
        else:
            page = label if han else f"PAGE {label}"
            head.put("folio", page, (0, 20, 0.2), f"{style}font-weight:bold;font-size:16px", lang)
            line = f"{title}  ·  {day}"
            head.put("running-header", line, (0.3, 22, 0.7), f"{style}text-align:right", lang)
        head.rule(46, self.rng.choice((1, 2, 4)))
        head.bottom = 60

    def lay(
        self, page: int, tiles: Iterable[Tile], room: Rect, columns: int
    ) -> list[tuple[Rect, int]]:
        """Return the boxes and columns of tiles, rules between them printed."""
        manner, found = self.manner, []
        for tile in tiles:
            box = place(tile, room, columns, manner.gap, manner.lead)
            left, top, width, height = box
            if manner.cutoff is not None and tile.top > 0.001:
                style = at(left, top - manner.lead / 2 - 1, width)
                self.put(page, f'<div class="hrule {manner.cutoff}" style="{style}"></div>')
            if manner.column_rule is not None and tile.first:
                deep = height + (manner.lead / 2 if tile.bottom < 0.999 else 0)
                style = at(left - manner.gap / 2, top, 0) + f"height:{deep:.0f}px"
                self.put(page, f'<div class="vrule {manner.column_rule}" style="{style}"></div>')
            found.append((box, tile.span))
        return found

    def copy(self, lang: str, area: float) -> Copy:
        """Write more than the area (square CSS pixels) can hold."""
        if lang == "en":
            return self.english.story(int(area / (self.manner.size**2 * 9)) + 20)
        return self.chinese.story(int(area / (self.manner.han_size**2 * 7)) + 20)

    def story(  # noqa: PLR0913 - where, how, and how much of it
        self, page: int, box: Rect, columns: int, look: Look, *, to: int = 0, more: float = 0
    ) -> Chain:
        """Set a story; one that runs on to page `to` waits in `running`; `more` is more area."""
        lang = look.lang or (ZH if self.manner.han else "en")
        copy = self.copy(lang, box[2] * box[3] * (4.5 if to else 1) + more)
        item = self.name("a")
        part = self._part(page, box, columns, self.headings(copy, look, box, columns), look)
        chain = Chain(item, lang, [part], self.blocks(copy, look, lang))
        self._furnish(part, chain, copy, look)
        if to:
            self._break(part, chain, copy, to)
        self.plan.chains.append(chain)
        return chain

    def _break(self, part: Part, chain: Chain, copy: Copy, to: int) -> None:
        english = chain.lang == "en"
        slug = copy.slug if len(copy.slug) > 3 else "INQUIRY"
        part.jump = self.jumps.out(to, slug, 6) if english else self.jumps.han_out(to)
        self.running.append(Running(chain, copy, part.page, to))

    def rest(self, page: int, box: Rect, columns: int, *, to: int = 0, titled: bool = True) -> None:
        """Take up the story that has waited longest; `to` makes it run on once more."""
        waiting = self.running.pop(0)
        chain, copy = waiting.chain, waiting.copy
        slug = copy.slug if len(copy.slug) > 3 else "INQUIRY"
        if chain.lang == "en":
            line, title = self.jumps.back(waiting.page, slug), f"{slug.title()}: {copy.deck}"
        else:
            line, title = self.jumps.han_back(waiting.page), copy.deck
        head = [Block("jump-line", line)]
        if titled:
            size = self._headline_size(title, box, columns, chain.lang) * 0.75
            heading = Block("jump-headline", title, cls="headline", size=round(size))
            head.insert(self.rng.choice((0, 1)), heading)
        part = self._part(page, box, columns, head, Look(lang=chain.lang))
        chain.parts.append(part)
        if to:
            self._break(part, chain, copy, to)

    def _part(self, page: int, box: Rect, columns: int, head: list[Block], look: Look) -> Part:
        manner = self.manner
        vertical = manner.vertical if look.vertical is None else look.vertical
        if vertical:
            columns = max(1, round(box[3] / (manner.han_size * 1.02 * 13)))
        rules = manner.column_rule is not None
        rule = manner.column_rule or ""
        return Part(
            page, box, columns, manner.gap, head, rules, vertical, cls=manner.cls, rule=rule
        )

    def _headline_size(self, text: str, box: Rect, columns: int, lang: str) -> float:
        wide = 1.0 if lang != "en" else 0.52
        lines = 1.0 if columns > 3 else (1.6 if columns > 1 else 2.6)
        fit = box[2] * lines / (len(text) * wide + 1)
        low, high = (14, 64) if self.manner.size < 12 else (17, 72)
        size = min(
            high, box[2] / 7 if lang == "en" else box[2] / 6, fit * self.rng.uniform(0.8, 1.05)
        )
        return max(low, min(size, box[3] / 6)) * self.manner.big

    def headings(self, copy: Copy, look: Look, box: Rect, columns: int) -> list[Block]:
        """Return what stands over a story."""
        lang = look.lang or (ZH if self.manner.han else "en")
        vertical = self.manner.vertical if look.vertical is None else look.vertical
        size = look.size or self._headline_size(copy.headline, box, columns, lang)
        if vertical:
            head = [Block("headline", copy.headline, cls=look.cls, size=min(38, box[3] / 11))]
            if look.deck:
                head.append(Block("deck", copy.deck))
            return head
        head = [Block("kicker", copy.kicker)] if look.kicker else []
        head.append(Block("headline", copy.headline, cls=look.cls, size=round(size)))
        for index in range(look.deck):
            text = copy.deck if not index else self.deck(lang)
            if look.deck > 1:
                head.append(Block("end", html="<hr>"))
            cls = "centred" if look.deck > 1 else ""
            head.append(Block("deck", text, cls=cls, size=max(11, 17 - 2 * index)))
        if look.byline:
            head.append(Block("byline", copy.byline))
        return head

    def deck(self, lang: str) -> str:
        """Write one more deck."""
        if lang == "en":
            text = self.english.line(self.rng.choice(self.english.words.decks))
            return text[0].upper() + text[1:]
        return self.chinese.line(self.rng.choice(self.chinese.words.decks))

    def blocks(self, copy: Copy, look: Look, lang: str) -> list[Block]:
        """Return the text of a story, with what stands inside its columns."""
        blocks: list[Block] = []
        heads = list(copy.subheads) if look.subheads else []
        quoted = look.quote == "column"
        for index, sentences in enumerate(copy.paragraphs):
            if heads and index and index % 4 == 0:
                blocks.append(Block("subheading", heads.pop()))
            if quoted and index == 3:
                blocks.append(Block("pull-quote", extras.said(copy, self.rng)))
            told = list(sentences)
            if look.decoys and lang == "en" and index % 3 == 1:
                told.append(self.jumps.decoy())
            blocks.append(Block("body", prose(told, lang)))
        return blocks

    def _furnish(self, part: Part, chain: Chain, copy: Copy, look: Look) -> None:
        """Set pictures, pull quotes, sidebars and tables into a module."""
        rng, lang = self.rng, chain.lang
        if look.picture and not part.vertical:
            part.picture = self.picture(copy, part, screened=look.halftone)
        column = 1 / part.columns
        if look.quote == "straddling" and part.columns > 1:
            start = column * rng.randint(1, part.columns - 1) - column * 0.45
            html = extras.quote(chain.item, copy, rng)
            part.insets.append(
                Inset(start, rng.uniform(0.35, 0.5), column * 0.9, html, "quote", lang)
            )
        if look.quote == "wide" and part.columns > 2:
            start = column * rng.randint(0, part.columns - 2)
            html = extras.quote(chain.item, copy, rng)
            wide = 2 * column * 0.985
            part.insets.append(Inset(start, rng.uniform(0.3, 0.5), wide, html, "quote", lang))
        if look.sidebar:
            other = self.copy(lang, 20000)
            html = extras.sidebar(self.name("a"), other, rng.randint(4, 6))
            wide = column * (1 if part.columns < 4 else 2) * 0.985
            start = 0.0 if part.columns == 1 else column * rng.randint(0, part.columns - 2)
            cls = rng.choice(("box", "tint"))
            part.insets.append(Inset(start, rng.uniform(0.55, 0.62), wide, html, cls, lang))
        if look.table:
            html = extras.table(self.name("tb"), rng, self.english, rng.randint(5, 9))
            wide = column * (1 if part.columns < 3 else 2) * 0.985
            part.insets.append(Inset(1 - wide, rng.uniform(0.2, 0.3), wide, html, "box", "en"))

    def picture(self, copy: Copy, part: Part, *, screened: bool) -> Picture:
        """Return a picture for the head of a module, with its caption and perhaps a credit."""
        span = part.columns
        column = (part.box[2] - part.gap * (span - 1)) / span
        wide = max(1, span - self.rng.randint(0, 2)) if span > 1 else 1
        width = wide * column + (wide - 1) * part.gap
        height = min(part.box[3] * 0.4, width * self.rng.uniform(0.5, 0.75))
        size = round(width * self.scale), round(height * self.scale)
        image = halftone(self.rng, *size) if screened else picture(self.rng, *size)
        credit = (
            ""
            if self.manner.han
            else self.english.line(
                self.rng.choice(("", "PHOTO: {someone}", "{someone} / Sentinel Photo Service"))
            )
        )
        start = self.rng.choice((0, span - wide))
        return Picture(image, copy.caption, credit, start, wide, height)

    def advert(self, page: int, box: Rect, *, han: bool = False, frame: str | None = None) -> None:
        """Set a display advert."""
        left, top, width, height = box
        cls = frame if frame is not None else self.rng.choice(_FRAMES)
        style = at(left, top + 3, width, f"height:{height - 6:.0f}px")
        item, lang = self.name("ad"), ZH if han else "en"
        if han:
            html = extras.han_advert(item, self.rng, self.chinese, width, height)
        else:
            html = extras.advert(item, self.rng, self.english, width, height)
        self.put(page, f'<div class="advert {cls}" lang="{lang}" style="{style}">{html}</div>')

    def box(self, page: int, rect: Rect, html: str, cls: str, lang: str = "en") -> None:
        """Put a box of fixed text on a page."""
        left, top, width, height = rect
        style = at(left, top, width, f"height:{height:.0f}px")
        self.put(page, f'<div class="inset {cls}" lang="{lang}" style="{style}">{html}</div>')

    def stream(self, boxes: list[Part], blocks: list[Block], lang: str) -> None:
        """Run small items through columns, one after the other."""
        self.plan.chains.append(Chain(self.name("s"), lang, boxes, blocks))


def prose(sentences: Iterable[str], lang: str) -> str:
    """Return a paragraph as it is set."""
    return " ".join(map(softened, sentences)) if lang == "en" else "".join(sentences)
