"""Fills the modules of a layout with stories, adverts and furniture: the plan of an issue."""

from __future__ import annotations

import random

from scripts.drawing.adverts import boxed, chinese_lines, english_lines
from scripts.drawing.chinese import HanDesk
from scripts.drawing.english import Copy, Desk, softened
from scripts.drawing.fonts import fonts
from scripts.drawing.layouts import LAYOUTS, Layout, Module
from scripts.drawing.mastheads import HEADS, MARGIN, Head, folio
from scripts.drawing.nameplates import Identity, at, identity, rule, upright
from scripts.drawing.pictures import picture
from scripts.drawing.plan import Block, Chain, Part, Picture, Plan, Rect

_HEADLINE = {1: 19, 2: 27, 3: 36, 4: 44, 5: 54, 6: 60}  # CSS pixels by columns spanned
_TOWER = 175  # width that the tower of a vertical title takes


class Composer:
    """Draws one issue; every choice comes from one seeded source of chance."""

    def __init__(self, rng: random.Random, layout: Layout, scale: float) -> None:
        self.rng = rng
        self.layout = layout
        self.who = identity(rng, han_first=layout.han_first)
        self.plan = Plan(layout.width, layout.height, scale, 2, fonts(rng))
        self.english = Desk(rng, self.who.day.year)
        self.chinese = HanDesk(rng, self.who.day.year)
        self.lead: tuple[Chain, Copy] | None = None
        self.count = 0

    def compose(self) -> None:
        """Plan both pages."""
        head = Head(self.rng, self.who, self.layout.width)
        HEADS[self.layout.head](head)
        inner = Head(self.rng, self.who, self.layout.width)
        folio(inner, 2, han_first=self.layout.han_first)
        if self.layout.running:
            self._running((head, inner))
            return
        self._page(1, head, self.rng.choice(self.layout.front))
        self._page(2, inner, self.rng.choice(self.layout.inner))

    def _page(self, page: int, head: Head, modules: tuple[Module, ...]) -> None:
        self.plan.fixed[page] = head.html
        for module in modules:
            box = self._box(module, head.bottom, page)
            self._frame(page, module, box)
            if module[4] == "advert":
                self._advert(page, box)
            elif module[4] == "rest":
                self._rest(page, module, box)
            else:
                self._story(page, module, box)

    def _box(self, module: Module, top: float, page: int) -> Rect:
        layout = self.layout
        first, span, start, end, _ = module
        inner = layout.width - 2.0 * MARGIN
        if layout.vertical and page == 1 and start == 0:
            inner -= _TOWER
        column = (inner - layout.gap * (layout.columns - 1)) / layout.columns
        room = layout.height - top - 40
        height = (end - start) * room - (0 if end == 1 else 20)
        left = MARGIN + first * (column + layout.gap)
        return left, top + start * room, span * column + (span - 1) * layout.gap, height

    def _frame(self, page: int, module: Module, box: Rect) -> None:
        if not self.layout.frames:
            return
        left, top, width, height = box
        first, _, start, end, _ = module
        if start:
            self.plan.fixed[page] += rule(left, top - 11, width, 1)
        if first:
            tall = height + (10 if end < 1 else 0)
            self.plan.fixed[page] += upright(left - self.layout.gap / 2, top, tall)

    def _lang(self, kind: str) -> str:
        return "zh-Hant" if self.layout.han_first != (kind == "other") else "en"

    def _copy(self, lang: str, area: float) -> Copy:
        """Write more than the area (square CSS pixels) can hold."""
        if lang == "en":
            return self.english.story(int(area / 1500) + 25)
        return self.chinese.story(int(area / 1150) + 25)

    def _next(self, prefix: str) -> str:
        self.count += 1
        return f"{prefix}{self.count:02d}"

    def _story(self, page: int, module: Module, box: Rect) -> None:
        span, kind = module[1], module[4]
        lang, leads = self._lang(kind), kind == "lead"
        copy = self._copy(lang, box[2] * box[3] * (2 if leads else 1))
        part = self._part(page, box, span, self._head(copy, span, kind))
        if not self.layout.vertical and (kind == "picture" or (leads and span >= 3)):
            part.picture = self._picture(copy, span, box)
        chain = Chain(self._next("a"), lang, [part], self._blocks(copy, lang, kind))
        if leads:
            self.lead = chain, copy
            part.jump = self._jump_to(copy, lang)
        self.plan.chains.append(chain)

    def _part(self, page: int, box: Rect, span: int, head: list[Block]) -> Part:
        """Return a module; a vertical one has bands of about two inches in place of columns."""
        layout = self.layout
        columns = max(1, round(box[3] / 190)) if layout.vertical else span
        return Part(page, box, columns, layout.gap, head, layout.rules, layout.vertical)

    def _head(self, copy: Copy, span: int, kind: str) -> list[Block]:
        rng = self.rng
        size = _HEADLINE[span] * rng.uniform(0.9, 1.08)
        if self.layout.vertical:
            return [Block("headline", copy.headline, size=min(40, size))]
        head = []
        if kind != "brief" and rng.random() < 0.4:
            head.append(Block("kicker", copy.kicker))
        head.append(Block("headline", copy.headline, size=round(size)))
        if kind in ("lead", "story", "picture") and span > 1 and rng.random() < 0.5:
            head.append(Block("deck", copy.deck))
        if kind != "brief" and rng.random() < 0.75:
            head.append(Block("byline", copy.byline))
        return head

    def _picture(self, copy: Copy, span: int, box: Rect) -> Picture:
        column = (box[2] - self.layout.gap * (span - 1)) / span
        wide = max(1, span - 1 if span < 4 else span - 2)
        width = wide * column + (wide - 1) * self.layout.gap
        height = min(box[3] * 0.42, width * self.rng.uniform(0.55, 0.7))
        photographer = self.english.line("PHOTO: {someone}")
        credit = self.rng.choice(("", photographer)) if copy.slug.isascii() else ""
        image = picture(self.rng, int(width * 1.5), int(height * 1.5))
        start = self.rng.choice((0, span - wide))
        return Picture(image, copy.caption, credit, start, wide, height)

    def _blocks(self, copy: Copy, lang: str, kind: str) -> list[Block]:
        blocks: list[Block] = []
        headed = kind in ("lead", "story", "picture") and not self.layout.vertical
        heads = list(copy.subheads) if headed and self.rng.random() < 0.5 else []
        dateline = self.rng.random() < 0.3
        for index, sentences in enumerate(copy.paragraphs):
            if heads and index and index % 5 == 0:
                blocks.append(Block("subheading", heads.pop()))
            text = " ".join(map(softened, sentences)) if lang == "en" else "".join(sentences)
            if not index and dateline:
                text = f"{copy.dateline}{' ' if lang == 'en' else ''}{text}"
            blocks.append(Block("body", text))
        return blocks

    def _jump_to(self, copy: Copy, lang: str) -> str:
        if lang != "en":
            return self.rng.choice(("下轉第二版", "（下轉第二版）"))
        forms = (f"See {copy.slug}, page 2", "Continued on page 2", f"{copy.slug}, Page 2")
        return self.rng.choice(forms)

    def _rest(self, page: int, module: Module, box: Rect) -> None:
        if self.lead is None:
            raise ValueError(f"{self.layout.name}: a rest without a lead")
        chain, copy = self.lead
        english = chain.lang == "en"
        line = "From page 1" if english else "上接第一版"
        title = f"{copy.slug.title()}: {copy.deck}" if english else copy.deck
        head = [Block("jump-line", line, cls="byline")]
        head.append(Block("jump-headline", title, cls="headline", size=24))
        chain.parts.append(self._part(page, box, module[1], head))

    def _advert(self, page: int, box: Rect) -> None:
        left, top, width, height = box
        cls = self.rng.choice(("advert", "advert double"))
        style = at(left, top + 4, width, f"height:{height - 8:.0f}px")
        self.plan.fixed[page] += f'<div class="{cls}" style="{style}">{self._box_text(width)}</div>'

    def _box_text(self, width: float) -> str:
        if self.rng.random() < 0.5:
            return boxed(english_lines(self.rng, self.english), self._next("ad"), "en", width)
        return boxed(chinese_lines(self.rng, self.chinese), self._next("ad"), "zh-Hant", width)

    def _running(self, heads: tuple[Head, Head]) -> None:
        """Run one stream of small items down column after column over both pages."""
        columns = self.layout.columns
        parts = []
        for page, head in enumerate(heads, 1):
            self.plan.fixed[page] = head.html
            box = self._box((0, columns, 0, 1, ""), head.bottom, page)
            parts.append(self._part(page, box, columns, []))
        blocks: list[Block] = []
        lines = sum(part.box[2] * part.box[3] for part in parts) / 900
        while lines > 0:
            item = self._item()
            blocks += item
            lines -= 5 + sum(len(block.text) for block in item) / 16
        self.plan.chains.append(Chain("a00", "en", parts, blocks))

    def _item(self) -> list[Block]:
        """Return a story with its head, or now and then an advert, and the rule that ends it."""
        end = Block("end", cls="cutoff", html="<hr>")
        if self.rng.random() < 0.2:
            box = f'<div class="advert">{self._box_text(170)}</div>'
            return [Block("box", html=box, cls="inline"), end]
        name = self._next("a")
        copy = self.english.story(self.rng.choice((2, 3, 5, 8, 13, 21)))
        head = [Block("headline", copy.headline, item=name)]
        if self.rng.random() < 0.3:
            head.append(Block("deck", copy.deck, item=name))
        texts = [" ".join(map(softened, sentences)) for sentences in copy.paragraphs]
        texts[0] = f"{copy.dateline} {texts[0]}"
        return [*head, *(Block("body", text, item=name) for text in texts), end]


def compose(seed: int, layout: str, scale: float) -> tuple[Plan, Identity]:
    """Return the plan and the identity of the issue that a seed stands for."""
    composer = Composer(random.Random(f"{seed}/{layout}"), LAYOUTS[layout], scale)  # noqa: S311
    composer.compose()
    return composer.plan, composer.who
