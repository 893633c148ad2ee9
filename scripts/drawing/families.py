"""Families of newspaper pages: each a manner, and how an editor fills its pages.

They are other papers than those of `layouts`: other typefaces, other texts, and what real pages do
that those do not. `TESTS` says of each what it is there to measure.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, replace

from scripts.drawing import extras
from scripts.drawing.editor import ZH, Editor, Look, Manner, prose
from scripts.drawing.nameplates import Identity
from scripts.drawing.plan import Block, Part, Plan, Rect
from scripts.drawing.tilings import Tile, bands, guillotine, pinwheel



@dataclass(frozen=True)
class Family:
    """One manner, who fills its pages, and what it measures."""

    manner: Manner
    fill: Callable[[Editor], None]
    tests: str


def look(rng: random.Random, span: int, **more: object) -> Look:
    """Return how an ordinary story of so many columns is set."""
    plain = Look(
        deck=int(span > 1 and rng.random() < 0.5),
        kicker=rng.random() < 0.25,
        byline=rng.random() < 0.6,
        subheads=span > 1 and rng.random() < 0.4,
    )
    return replace(plain, **more)  # type: ignore[arg-type]


def cut(room: Rect, share: float, gap: float) -> tuple[Rect, Rect]:
    """Return the upper share of a room and the rest."""
    left, top, width, height = room
    upper = height * share
    return (left, top, width, upper - gap / 2), (left, top + upper + gap / 2, width, height * (1 - share) - gap / 2)


def mosaic(editor: Editor, page: int, room: Rect, columns: int, *, adverts: int = 1, least: float = 0.24) -> None:
    """Fill a room with modules cut by chance: stories, and some adverts."""
    rng = editor.rng
    tiles = list(guillotine(rng, Tile(0, columns, 0, 1), least, 3))
    boxes = editor.lay(page, tiles, room, columns)
    free = sorted(range(len(boxes)), key=lambda index: -boxes[index][0][1])[:adverts]
    for index, (box, span) in enumerate(boxes):
        if index in free and len(boxes) > adverts + 1:
            editor.advert(page, box, han=editor.manner.han)
        else:
            editor.story(page, box, span, look(rng, span))


def items(editor: Editor, lines: float, *, lang: str = "en", head: str = "tiny") -> list[Block]:
    """Return small stories, adverts and labels, one below the other, for about so many lines."""
    rng, blocks = editor.rng, list[Block]()
    end = Block("end", cls="cutoff", html="<hr>")
    labels = ["BY TELEGRAPH.", "THE COUNTY.", "MARKETS.", "CORRESPONDENCE.", "SHIPPING AND FREIGHT."]
    while lines > 0:
        chance = rng.random()
        if chance < 0.12 and lang == "en":
            firm = extras.advert(editor.name("ad"), rng, editor.english, 150, rng.randint(60, 220))
            frame = rng.choice(("thin", "open", "top"))
            blocks += [Block("box", html=f'<div class="advert {frame}">{firm}</div>', cls="inline"), end]
            lines -= 12
            continue
        if chance < 0.17 and labels and lang == "en":
            blocks.append(Block("section-label", labels.pop(rng.randrange(len(labels)))))
        desk = editor.english if lang == "en" else editor.chinese
        name, copy = editor.name("a"), desk.story(rng.choice((2, 3, 4, 6, 9, 15, 24)))
        blocks.append(Block("headline", copy.headline + ("." if head == "tiny" else ""), cls=head, item=name))
        if rng.random() < 0.2:
            blocks.append(Block("deck", copy.deck, item=name))
        texts = [prose(part, lang) for part in copy.paragraphs]
        if rng.random() < 0.6:
            texts[0] = f"{copy.dateline}{' ' if lang == 'en' else ''}{texts[0]}"
        blocks += [*(Block("body", text, item=name) for text in texts), end]
        lines -= 5 + sum(map(len, texts)) / (26 if lang == "en" else 13)
    return blocks


def oldcity(editor: Editor) -> None:
    """Run small items down eight or nine narrow columns."""
    manner, columns = editor.manner, editor.rng.choice((8, 9))
    parts = []
    for page in range(1, manner.pages + 1):
        room = editor.room(page)
        parts.append(
            Part(page, room, columns, manner.gap, rules=True, rule=manner.column_rule or "")
        )
    editor.stream(parts, items(editor, columns * 2 * manner.height / 10.5), "en")


def decks(editor: Editor) -> None:
    """Set a banner, columns of stories under stacks of decks, and let three run on inside."""
    rng, columns = editor.rng, 7
    room = editor.room(1)
    desk = editor.english.story(3)
    text = f"{desk.headline}; {desk.deck}".upper()
    left, top, width, height = room
    deep = 170.0
    under = (left, top + deep, width, height - deep)
    targets = [2, 3, 2, 3]
    tiles = [Tile(5, 2, 0, 0.62), Tile(5, 2, 0.62, 1)]
    for index in range(5):
        at = rng.uniform(0.3, 0.7)
        tiles += [Tile(index, 1, 0, at), Tile(index, 1, at, 1)]
    boxes = editor.lay(1, tiles, under, columns)
    stacked = Look(deck=rng.randint(3, 4), byline=False, cls="centred")
    lead = editor.story(1, boxes[0][0], 2, replace(stacked, deck=4), to=3)
    lead.parts[0].head = lead.parts[0].head[1:]  # the banner is its headline
    size = min(70, width * 1.9 / (len(text) * 0.62))
    head = [Block("headline", text, size=round(size), cls="centred")]
    lead.parts.insert(0, Part(1, (left, top, width, deep - 14), 1, 0, head))
    for (box, span), jump in zip(boxes[1:], [0, *([0, 2] * 5)], strict=False):
        goes = targets.pop() if jump and targets and rng.random() < 0.7 else 0
        editor.story(1, box, span, replace(stacked, deck=rng.randint(2, 4)), to=goes)
    _inside(editor, columns)


def _inside(editor: Editor, columns: int) -> None:
    """Fill the inner pages: what runs on first, then stories and adverts."""
    rng = editor.rng
    for page in range(2, editor.manner.pages + 1):
        room = editor.room(page)
        mine = [one for one in editor.running if one.to == page]
        if not mine:
            mosaic(editor, page, room, columns, adverts=2)
            continue
        others = [one for one in editor.running if one not in mine]
        editor.running = mine
        upper, lower = cut(room, 0.3 + 0.12 * (len(mine) > 2), editor.manner.lead)
        share = columns / len(mine)
        tiles = [
            Tile(round(index * share), round((index + 1) * share) - round(index * share), 0, 1)
            for index in range(len(mine))
        ]
        for box, span in editor.lay(page, tiles, upper, columns):
            editor.rest(page, box, span, titled=rng.random() < 0.8)
        editor.running = others
        mosaic(editor, page, lower, columns, adverts=2)


def tabloid(editor: Editor) -> None:
    """Set one great story with a picture on the cover, and four columns inside."""
    rng = editor.rng
    room = editor.room(1)
    upper, lower = cut(room, 0.7, 20)
    cls = rng.choice(("inverse", "", "inverse centred"))
    lead = Look(cls=cls, deck=1, byline=True, picture=True, halftone=True, size=rng.randint(58, 76))
    editor.story(1, upper, 3, lead, to=3)
    boxes = editor.lay(1, [Tile(0, 2, 0, 1), Tile(2, 1, 0, 1)], lower, 3)
    editor.story(1, boxes[0][0], 2, look(rng, 2, cls=rng.choice(("", "inverse"))), to=2)
    label = editor.jumps.letter
    html = extras.contents(rng, editor.english, label, editor.manner.pages)
    editor.box(1, boxes[1][0], html, rng.choice(("box", "tint")))
    for page, columns in ((2, 4), (3, 4)):
        room = editor.room(page)
        upper, lower = cut(room, 0.42, 20)
        waiting = [one for one in editor.running if one.to == page]
        editor.running = waiting + [one for one in editor.running if one.to != page]
        tiles = [Tile(0, 2, 0, 1), Tile(2, 2, 0, 1)] if rng.random() < 0.5 else [Tile(0, 3, 0, 1), Tile(3, 1, 0, 1)]
        boxes = editor.lay(page, tiles, upper, columns)
        editor.rest(page, *boxes[0])
        editor.story(page, *boxes[1], look(rng, boxes[1][1], cls="inverse"))
        side = look(rng, 4, sidebar=True, quote="wide", picture=True, halftone=True)
        middle, foot = cut(lower, 0.68, 20)
        editor.story(page, middle, 4, side)
        editor.advert(page, foot)


def shifting(editor: Editor) -> None:
    """Change the number of columns down the page."""
    rng = editor.rng
    for page in range(1, editor.manner.pages + 1):
        room = editor.room(page)
        left, top, width, height = room
        counts = tuple(rng.sample((2, 3, 4, 5, 6, 7), rng.choice((3, 4))))
        for count, start, stop in bands(rng, counts):
            end = 0 if stop > 0.999 else editor.manner.lead
            band = (left, top + start * height, width, (stop - start) * height - end)
            tiles = list(guillotine(rng, Tile(0, count, 0, 1), 0.9, rng.choice((2, 3))))
            for box, span in editor.lay(page, tiles, band, count):
                editor.story(page, box, span, look(rng, span))


def insets(editor: Editor) -> None:
    """Set pull quotes, boxes and tables into stories of several columns."""
    rng = editor.rng
    for page in range(1, editor.manner.pages + 1):
        room = editor.room(page)
        upper, lower = cut(room, rng.uniform(0.52, 0.6), 20)
        quotes = ["straddling", "wide", "column"]
        rng.shuffle(quotes)
        first = editor.lay(page, [Tile(0, 3, 0, 1), Tile(3, 2, 0, 1)], upper, 5)
        editor.story(page, *first[0], look(rng, 3, quote=quotes[0], picture=page == 1))
        editor.story(page, *first[1], look(rng, 2, table=True))
        second = editor.lay(page, [Tile(0, 2, 0, 1), Tile(2, 3, 0, 1)], lower, 5)
        editor.story(page, *second[0], look(rng, 2, quote=quotes[1]))
        editor.story(page, *second[1], look(rng, 3, sidebar=True))


def pyramid(editor: Editor) -> None:
    """Stack adverts in steps, and small adverts in columns, around the news."""
    rng, columns = editor.rng, 6
    for page in range(1, editor.manner.pages + 1):
        room = editor.room(page)
        rising = rng.random() < 0.5
        steps = sorted(rng.uniform(0.3, 0.8) for _ in range(3))
        steps = steps if rising else steps[::-1]
        news, places = [], []
        for index, at in enumerate(steps):
            news.append(Tile(index * 2, 2, 0, at))
            middle = at + (1 - at) * rng.uniform(0.35, 0.65)
            if 1 - at > 0.4:
                places += [Tile(index * 2, 2, at, middle), Tile(index * 2, 1, middle, 1), Tile(index * 2 + 1, 1, middle, 1)]
            else:
                places.append(Tile(index * 2, 2, at, 1))
        for box, span in editor.lay(page, news, room, columns):
            editor.story(page, box, span, look(rng, span))
        wants = rng.randrange(len(places))
        for index, (box, span) in enumerate(editor.lay(page, places, room, columns)):
            if index == wants and box[3] > 150:
                _wants(editor, page, box, span)
            else:
                editor.advert(page, box)


def _wants(editor: Editor, page: int, box: Rect, span: int) -> None:
    """Run small adverts down a few columns under a label."""
    end = Block("end", cls="cutoff", html="<hr>")
    blocks = [Block("section-label", "WANTS AND NOTICES", cls=editor.rng.choice(("", "inverse")))]
    for _ in range(int(box[2] * box[3] / 9000) + 4):
        text = prose([extras.want(editor.english, editor.rng)], "en")
        blocks += [Block("body", text, item=editor.name("ad")), end]
    manner = editor.manner
    part = Part(page, box, span, manner.gap, rules=True, rule=manner.column_rule or "")
    editor.stream([part], blocks, "en")


def indexed(editor: Editor) -> None:
    """Set an index, teasers and a column of briefs beside stories that name pages in vain."""
    rng, label = editor.rng, editor.jumps.letter
    room = editor.room(1)
    left, top, width, height = room
    strip = 46.0
    for index in range(3):
        teaser = f"{editor.deck('en')}. Page {label}{rng.randint(2, 9)}"
        html = extras.element("", "promo", teaser, "font:bold 14px/1.2 var(--sans)")
        place = (left + index * width / 3, top, width / 3 - 14, strip - 8)
        editor.box(1, place, html, "")
    under = (left, top + strip, width, height - strip)
    side, main = editor.lay(1, [Tile(0, 1, 0, 1), Tile(1, 4, 0, 1)], under, 5)
    briefs, below = cut(side[0], 0.68, 20)
    blocks = [Block("section-label", rng.choice(("NEWS IN BRIEF", "THE DAY")), cls="inverse")]
    blocks += items(editor, 70, head="run small")
    editor.stream([Part(1, briefs, 1, 0)], [b for b in blocks if b.role not in ("box", "section-label") or b.cls == "inverse"], "en")
    editor.box(1, below, extras.contents(rng, editor.english, label, 9), "box")
    tiles = [Tile(0, 4, 0, 0.44), Tile(0, 2, 0.44, 1), Tile(2, 2, 0.44, 0.72), Tile(2, 2, 0.72, 1)]
    boxes = editor.lay(1, tiles, main[0], 4)
    editor.story(1, *boxes[0], look(rng, 4, picture=True, decoys=True), to=2)
    editor.story(1, *boxes[1], look(rng, 2, decoys=True), to=rng.randint(5, 9))  # to no page of ours
    editor.running.pop()
    editor.story(1, *boxes[2], look(rng, 2, decoys=True))
    editor.story(1, *boxes[3], look(rng, 2))
    room = editor.room(2)
    upper, lower = cut(room, 0.4, 20)
    boxes = editor.lay(2, [Tile(0, 3, 0, 1), Tile(3, 2, 0, 1)], upper, 5)
    editor.rest(2, *boxes[0])
    editor.story(2, *boxes[1], look(rng, 2, decoys=True))
    mosaic(editor, 2, lower, 5)


def whiteonly(editor: Editor) -> None:
    """Part modules by white alone, the text ragged, paragraphs set as blocks."""
    for page in range(1, editor.manner.pages + 1):
        room = editor.room(page)
        mosaic(editor, page, room, 6, adverts=page - 1)


def spread(editor: Editor) -> None:
    """Set two pages on one sheet, with the fold between them."""
    rng, half = editor.rng, editor.manner.width / 2
    for page in range(1, editor.manner.pages + 1):
        for side in (0.0, half):
            room = editor.room(2 * page, side, half) if side else editor.room(2 * page, 0.0, half)
            if rng.random() < 0.5:
                tiles = list(pinwheel(rng, Tile(0, 5, 0, 1)))
                for box, span in editor.lay(page, tiles, room, 5):
                    editor.story(page, box, span, look(rng, span))
            else:
                mosaic(editor, page, room, 5)
        shade = "background:linear-gradient(90deg,rgba(0,0,0,0),rgba(0,0,0,.42) 48%,rgba(0,0,0,.55) 50%,rgba(0,0,0,.42) 52%,rgba(0,0,0,0))"
        editor.put(page, f'<div style="position:absolute;left:{half - 22:.0f}px;top:0;width:44px;height:100%;{shade}"></div>')


def spiral(editor: Editor) -> None:
    """Set pinwheels of every size, so that no straight cut parts the page."""
    rng = editor.rng
    for page in range(1, editor.manner.pages + 1):
        room = editor.room(page)
        columns = rng.choice((5, 6))
        for box, span in editor.lay(page, pinwheel(rng, Tile(0, columns, 0, 1)), room, columns):
            if span == 1 and box[3] < 300:
                editor.advert(page, box)
            else:
                editor.story(page, box, span, look(rng, span))


def wraps(editor: Editor) -> None:
    """Let stories run into a column beside their headline's width, higher or lower than it."""
    rng = editor.rng
    for page in range(1, editor.manner.pages + 1):
        room = editor.room(page)
        at, deep = rng.uniform(0.34, 0.44), rng.uniform(0.6, 0.7)
        high = rng.uniform(0.1, 0.18)
        tiles = [
            Tile(0, 2, 0, at), Tile(2, 1, high, at),  # a story whose last column begins lower
            Tile(2, 1, 0, high),  # a brief over that column
            Tile(3, 3, 0, at),
            Tile(0, 3, at, deep), Tile(3, 1, at, 1),  # a story that ends in a long column
            Tile(4, 2, at, deep),
            Tile(0, 3, deep, 1), Tile(4, 2, deep, 1),
        ]  # fmt: skip
        boxes = editor.lay(page, tiles, room, 6)
        for first, more in ((0, 1), (2, None), (3, None), (4, 5), (6, None), (7, None), (8, None)):
            box, span = boxes[first]
            if first == 2:
                editor.advert(page, box, frame=rng.choice(("thin", "")))
                continue
            beside = boxes[more][0] if more is not None else (0, 0, 0, 0)
            extra = beside[2] * beside[3]
            chain = editor.story(page, box, span, look(rng, span), more=extra)
            if more is not None:
                chain.parts.append(headless(chain.parts[0], beside))


def headless(part: Part, box: Rect) -> Part:
    """Return a column without a head, set like another part."""
    return Part(part.page, box, 1, part.gap, rules=part.rules, rule=part.rule, cls=part.cls)


def jumping(editor: Editor) -> None:
    """Let half of the front page run on over three inner pages, some of it twice."""
    rng = editor.rng
    room = editor.room(1)
    tiles = [
        Tile(0, 4, 0, 0.38), Tile(4, 2, 0, 0.5), Tile(0, 2, 0.38, 0.7), Tile(2, 2, 0.38, 0.7),
        Tile(4, 2, 0.5, 1), Tile(0, 3, 0.7, 1), Tile(3, 1, 0.7, 1),
    ]  # fmt: skip
    goes = [2, 3, 2, 4, 3, 0, 0]
    for (box, span), to in zip(editor.lay(1, tiles, room, 6), goes, strict=True):
        editor.story(1, box, span, look(rng, span, decoys=True), to=to)
    again = True
    for page in (2, 3, 4):
        room = editor.room(page)
        mine = [one for one in editor.running if one.to == page]
        others = [one for one in editor.running if one.to != page]
        upper, lower = cut(room, 0.42, 18)
        first = rng.choice((2, 3, 4))
        tiles = [Tile(0, first, 0, 1), Tile(first, 6 - first, 0, 1)]
        boxes = editor.lay(page, tiles, upper, 6)
        for index, (box, span) in enumerate(boxes):
            if not mine:
                editor.story(page, box, span, look(rng, span, decoys=True))
                continue
            editor.running = [mine.pop(0)]
            onwards = 4 if page == 2 and again else 0
            again = again and not onwards
            editor.rest(page, box, span, to=onwards, titled=index == 0 or rng.random() < 0.6)
            others += editor.running
        editor.running = others
        mosaic(editor, page, lower, 6)


def hanmodern(editor: Editor) -> None:
    """Set horizontal Chinese modules under heads in black, running on by letter and number."""
    rng = editor.rng
    room = editor.room(1)
    tiles = [Tile(0, 4, 0, 0.42), Tile(4, 2, 0, 0.6), Tile(0, 2, 0.42, 1), Tile(2, 2, 0.42, 1), Tile(4, 2, 0.6, 1)]
    goes = [2, 3, 2, 0, 0]
    for (box, span), to in zip(editor.lay(1, tiles, room, 6), goes, strict=True):
        cls = rng.choice(("", "", "inverse"))
        editor.story(1, box, span, look(rng, span, cls=cls, picture=span == 4, halftone=True), to=to)
    for page in (2, 3):
        room = editor.room(page)
        mine = [one for one in editor.running if one.to == page]
        others = [one for one in editor.running if one.to != page]
        upper, lower = cut(room, 0.36, 20)
        split = 3 if len(mine) > 1 else 4
        boxes = editor.lay(page, [Tile(0, split, 0, 1), Tile(split, 6 - split, 0, 1)], upper, 6)
        for box, span in boxes:
            if mine:
                editor.running = [mine.pop(0)]
                editor.rest(page, box, span)
            else:
                editor.story(page, box, span, look(rng, span, lang="en"))
        editor.running = others
        mosaic(editor, page, lower, 6, least=0.34)


def hantiers(editor: Editor) -> None:
    """Run small items through many tiers of vertical print, from right to left."""
    manner, parts, rng = editor.manner, [], editor.rng
    for page in range(1, manner.pages + 1):
        left, top, width, height = editor.room(page)
        if page == 1:
            width -= 175  # the tower of the title
        upper, lower = cut((left, top, width, height), 0.84, 16)
        tiers = rng.choice((6, 7, 8))
        parts.append(
            Part(page, upper, tiers, 12, rules=manner.column_rule is not None, vertical=True, rule=manner.column_rule or "")
        )
        for box, _ in editor.lay(page, [Tile(index, 1, 0, 1) for index in range(4)], lower, 4):
            editor.advert(page, box, han=True, frame="thin")
    blocks = items(editor, 460, lang=ZH, head="small")
    for block in blocks:
        if block.role == "headline" and rng.random() < 0.25:
            block.cls = ""
    editor.stream(parts, blocks, ZH)


def hanmixed(editor: Editor) -> None:
    """Mix vertical and horizontal Chinese, English boxes and adverts, with stories that run on."""
    rng = editor.rng
    room = editor.room(1)
    room = (room[0], room[1], room[2] - 175, room[3])
    tiles = [Tile(2, 4, 0, 0.4), Tile(0, 2, 0, 0.4), Tile(3, 3, 0.4, 0.72), Tile(0, 3, 0.4, 0.72), Tile(0, 2, 0.72, 1), Tile(2, 4, 0.72, 1)]
    boxes = editor.lay(1, tiles, room, 6)
    upright = Look(vertical=True)
    editor.story(1, *boxes[0], upright, to=2)
    editor.story(1, *boxes[1], look(rng, 2, vertical=False))
    editor.story(1, *boxes[2], upright)
    editor.story(1, *boxes[3], look(rng, 3, lang="en", vertical=False))
    editor.advert(1, boxes[4][0])
    editor.story(1, *boxes[5], replace(upright, deck=1))
    room = editor.room(2)
    tiles = [Tile(3, 3, 0, 0.4), Tile(0, 3, 0, 0.4), Tile(0, 6, 0.4, 0.7), Tile(2, 4, 0.7, 1), Tile(0, 2, 0.7, 1)]
    boxes = editor.lay(2, tiles, room, 6)
    editor.rest(2, *boxes[0])
    editor.story(2, *boxes[1], look(rng, 3, vertical=False))
    editor.story(2, *boxes[2], upright)
    editor.story(2, *boxes[3], look(rng, 4, lang="en", vertical=False))
    editor.advert(2, boxes[4][0], han=True)


def bilingual(editor: Editor) -> None:
    """Set English and Chinese stories side by side on every page."""
    rng = editor.rng
    for page in range(1, editor.manner.pages + 1):
        room = editor.room(page)
        middle = rng.choice((2, 3))
        tiles = [Tile(0, middle, 0, 0.5), Tile(middle, 5 - middle, 0, 0.5), Tile(0, middle, 0.5, 1), Tile(middle, 5 - middle, 0.5, 0.8), Tile(middle, 5 - middle, 0.8, 1)]
        boxes = editor.lay(page, tiles, room, 5)
        for index, (box, span) in enumerate(boxes[:4]):
            lang = "en" if index in (0, 3) else ZH
            editor.story(page, box, span, look(rng, span, lang=lang, picture=not index))
        editor.advert(page, boxes[4][0], han=rng.random() < 0.5)


_OLD = Manner(width=1320, height=1850, size=9.5, gap=11, head="gazette")
_CITY = Manner(width=1100, height=1560, head="classic")
_HAN = Manner(han=True, head="han", gap=20, han_size=13.5)
FAMILIES = {
    "oldcity": Family(_OLD, oldcity, "8-9 narrow columns of small items under tiny heads; column rules; adverts and labels inside columns"),
    "decks": Family(replace(_OLD, pages=3, height=1900, size=10, column_rule="broken", cutoff="double", letters=("",)), decks, "banner of two lines, stacked decks, broken and double rules; three or more stories continued inside"),
    "tabloid": Family(replace(_CITY, pages=3, column_rule=None, cutoff="thick", letters=("", "A"), head="poster", size=11.5), tabloid, "great heads, black heads, halftone pictures, sidebars, index; See X, page 3 / From page 1"),
    "shifting": Family(replace(_CITY, column_rule=None, cutoff=None, lead=24, head="classic"), shifting, "2-7 columns, the count changing down the page; no rules at all"),
    "insets": Family(replace(_CITY, column_rule="dotted", cutoff="dotted", size=11.5), insets, "pull quotes in, across and between columns, boxed and tinted sidebars, tables; dotted rules"),
    "pyramid": Family(replace(_CITY, column_rule="hair", cutoff="double"), pyramid, "adverts in steps, adverts without frames, black adverts, columns of small adverts"),
    "indexed": Family(replace(_CITY, letters=("", "A"), head="poster"), indexed, "index, teasers, briefs; decoys that name pages, one jump to a page that is missing"),
    "whiteonly": Family(replace(_CITY, column_rule=None, cutoff=None, gap=14, lead=22, cls="ragged blocks"), whiteonly, "modules by chance, narrow gutters, no rules, ragged text in block paragraphs"),
    "spread": Family(replace(_CITY, width=2200, pages=1, gap=13), spread, "two pages on one sheet, the fold in shadow"),
    "spiral": Family(replace(_CITY, column_rule=None, cutoff="hair", lead=22), spiral, "pinwheels of any size"),
    "wraps": Family(replace(_CITY, column_rule="double", cutoff="thick"), wraps, "stories that go on in a column higher or lower than their headline's"),
    "jumping": Family(replace(_CITY, pages=4, width=1060, height=1400, letters=("", "A", "B")), jumping, "five stories continued over four pages, one of them twice; decoys"),
    "hanmodern": Family(replace(_HAN, pages=3, letters=("A", "")), hanmodern, "horizontal Chinese, black heads, 下轉A2版 / 上接A1版"),
    "hantiers": Family(replace(_HAN, vertical=True, head="tower", column_rule="", han_size=12.5, height=1400), hantiers, "vertical Chinese in 6-8 tiers, small items one after the other"),
    "hanmixed": Family(replace(_HAN, head="tower", vertical=True, column_rule="hair", han_size=13), hanmixed, "vertical and horizontal Chinese, English stories and adverts on one page; 下轉第二版"),
    "bilingual": Family(replace(_CITY, head="classic", gap=20, size=12), bilingual, "English and Chinese stories side by side"),
}  # fmt: skip
"""The families by name."""


def edit(seed: int, family: str, scale: float) -> tuple[Plan, Identity]:
    """Return the plan and the identity of the issue that a seed stands for."""
    made = FAMILIES[family]
    editor = Editor(random.Random(f"{seed}/{family}"), made.manner, scale)  # noqa: S311
    made.fill(editor)
    return editor.plan, editor.who
