"""Families of newspaper pages: each a manner, and how an editor fills its pages.

They are other papers than those of `layouts`: other typefaces, other texts, and what real pages do
that those do not.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, replace

from scripts.drawing import extras
from scripts.drawing.editor import ZH, Editor, Look, Manner, prose
from scripts.drawing.nameplates import Identity, at
from scripts.drawing.plan import Block, Part, Plan, Rect
from scripts.drawing.tilings import Tile, bands, guillotine, pinwheel


@dataclass(frozen=True)
class Family:
    """One manner, and who fills its pages."""

    manner: Manner
    fill: Callable[[Editor], None]

    @property
    def tests(self) -> str:
        """What the family is there to measure."""
        return (self.fill.__doc__ or "").strip()


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
    return (left, top, width, upper - gap / 2), (
        left,
        top + upper + gap / 2,
        width,
        height * (1 - share) - gap / 2,
    )


def mosaic(  # noqa: PLR0913 - where, how many columns, and two measures of the cuts
    editor: Editor, page: int, room: Rect, columns: int, *, adverts: int = 1, least: float = 0.24
) -> None:
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
    labels = [
        "BY TELEGRAPH.",
        "THE COUNTY.",
        "MARKETS.",
        "CORRESPONDENCE.",
        "SHIPPING AND FREIGHT.",
    ]
    while lines > 0:
        chance = rng.random()
        if chance < 0.12 and lang == "en":
            firm = extras.advert(editor.name("ad"), rng, editor.english, 150, rng.randint(60, 220))
            frame = rng.choice(("thin", "open", "top"))
            blocks += [
                Block("box", html=f'<div class="advert {frame}">{firm}</div>', cls="inline"),
                end,
            ]
            lines -= 12
            continue
        if chance < 0.17 and labels and lang == "en":
            blocks.append(Block("section-label", labels.pop(rng.randrange(len(labels)))))
        desk = editor.english if lang == "en" else editor.chinese
        name, copy = editor.name("a"), desk.story(rng.choice((2, 3, 4, 6, 9, 15, 24)))
        blocks.append(
            Block("headline", copy.headline + ("." if head == "tiny" else ""), cls=head, item=name)
        )
        if rng.random() < 0.2:
            blocks.append(Block("deck", copy.deck, item=name))
        texts = [prose(part, lang) for part in copy.paragraphs]
        if rng.random() < 0.6:
            texts[0] = f"{copy.dateline}{' ' if lang == 'en' else ''}{texts[0]}"
        blocks += [*(Block("body", text, item=name) for text in texts), end]
        lines -= 5 + sum(map(len, texts)) / (26 if lang == "en" else 13)
    return blocks


def oldcity(editor: Editor) -> None:
    """Run small items with tiny heads down 8-9 narrow columns, adverts and labels inside."""
    manner, columns = editor.manner, editor.rng.choice((8, 9))
    parts = []
    for page in range(1, manner.pages + 1):
        room = editor.room(page)
        parts.append(
            Part(page, room, columns, manner.gap, rules=True, rule=manner.column_rule or "")
        )
    editor.stream(parts, items(editor, columns * 2 * manner.height / 10.5), "en")


def decks(editor: Editor) -> None:
    """Set a banner, stacks of decks, broken and double rules; stories run on inside."""
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
        share = rng.uniform(0.3, 0.7)
        tiles += [Tile(index, 1, 0, share), Tile(index, 1, share, 1)]
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
    """Set great and black heads, halftones, sidebars, an index; See X, page 3 / From page 1."""
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
        tiles = (
            [Tile(0, 2, 0, 1), Tile(2, 2, 0, 1)]
            if rng.random() < 0.5
            else [Tile(0, 3, 0, 1), Tile(3, 1, 0, 1)]
        )
        boxes = editor.lay(page, tiles, upper, columns)
        editor.rest(page, *boxes[0])
        editor.story(page, *boxes[1], look(rng, boxes[1][1], cls="inverse"))
        side = look(rng, 4, sidebar=True, quote="wide", picture=True, halftone=True)
        middle, foot = cut(lower, 0.68, 20)
        editor.story(page, middle, 4, side)
        editor.advert(page, foot)


def shifting(editor: Editor) -> None:
    """Change the number of columns down the page, 2 to 7, without any rules."""
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
    """Set pull quotes in, across and between columns, sidebars and tables; dotted rules."""
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
    """Stack adverts in steps, framed, open or black, and small adverts in columns."""
    rng, columns = editor.rng, 6
    for page in range(1, editor.manner.pages + 1):
        room = editor.room(page)
        rising = rng.random() < 0.5
        steps = sorted(rng.uniform(0.3, 0.8) for _ in range(3))
        steps = steps if rising else steps[::-1]
        news, places = [], []
        for index, step in enumerate(steps):
            news.append(Tile(index * 2, 2, 0, step))
            middle = step + (1 - step) * rng.uniform(0.35, 0.65)
            if 1 - step > 0.4:
                places += [
                    Tile(index * 2, 2, step, middle),
                    Tile(index * 2, 1, middle, 1),
                    Tile(index * 2 + 1, 1, middle, 1),
                ]
            else:
                places.append(Tile(index * 2, 2, step, 1))
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
    name = editor.name("ad")
    for _ in range(int(box[2] * box[3] / 9000) + 4):
        text = prose([extras.want(editor.english, editor.rng)], "en")
        blocks += [Block("body", text, item=name), end]
    manner = editor.manner
    part = Part(page, box, span, manner.gap, rules=True, rule=manner.column_rule or "")
    editor.stream([part], blocks, "en")


def indexed(editor: Editor) -> None:
    """Set an index, teasers, briefs and decoys that name pages; one jump to no page of ours."""
    rng, label = editor.rng, editor.jumps.letter
    room = editor.room(1)
    left, top, width, height = room
    strip = 46.0
    editor.english.story(1)  # so that the desk has people and places for the teasers
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
    editor.stream(
        [Part(1, briefs, 1, 0)],
        [b for b in blocks if b.role not in ("box", "section-label") or b.cls == "inverse"],
        "en",
    )
    editor.box(1, below, extras.contents(rng, editor.english, label, 9), "box")
    tiles = [Tile(0, 4, 0, 0.44), Tile(0, 2, 0.44, 1), Tile(2, 2, 0.44, 0.72), Tile(2, 2, 0.72, 1)]
    boxes = editor.lay(1, tiles, main[0], 4)
    editor.story(1, *boxes[0], look(rng, 4, picture=True, decoys=True), to=2)
    editor.story(
        1, *boxes[1], look(rng, 2, decoys=True), to=rng.randint(5, 9)
    )  # to no page of ours
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
    """Part modules of chance by narrow white alone; ragged text in block paragraphs."""
    for page in range(1, editor.manner.pages + 1):
        room = editor.room(page)
        mosaic(editor, page, room, 6, adverts=page - 1)


def spread(editor: Editor) -> None:
    """Set two pages on one sheet, the fold between them in shadow."""
    rng, half = editor.rng, editor.manner.width / 2
    for page in range(1, editor.manner.pages + 1):
        for number, side in enumerate((0.0, half), 2 * page):
            room = editor.room(page, side, half, number)
            if rng.random() < 0.5:
                tiles = list(pinwheel(rng, Tile(0, 5, 0, 1)))
                for box, span in editor.lay(page, tiles, room, 5):
                    editor.story(page, box, span, look(rng, span))
            else:
                mosaic(editor, page, room, 5)
        dark = ",".join(f"rgba(0,0,0,{grey})" for grey in (0, 0.4, 0.55, 0.4, 0))
        fold = at(half - 22, 0, 44, f"height:100%;background:linear-gradient(90deg,{dark})")
        editor.put(page, f'<div style="{fold}"></div>')


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
    """Let stories run into a column that begins higher or lower than their headline."""
    rng = editor.rng
    for page in range(1, editor.manner.pages + 1):
        room = editor.room(page)
        half, deep = rng.uniform(0.34, 0.44), rng.uniform(0.6, 0.7)
        high = rng.uniform(0.1, 0.18)
        tiles = [
            Tile(0, 2, 0, half), Tile(2, 1, high, half),  # a story whose last column begins lower
            Tile(2, 1, 0, high),  # a brief over that column
            Tile(3, 3, 0, half),
            Tile(0, 3, half, deep), Tile(3, 1, half, 1),  # a story that ends in a long column
            Tile(4, 2, half, deep),
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
    """Let five stories run on over three inner pages, one of them twice; decoys."""
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
    """Set horizontal Chinese under black heads; 下轉A2版 / 上接A1版."""
    rng = editor.rng
    room = editor.room(1)
    tiles = [
        Tile(0, 4, 0, 0.42),
        Tile(4, 2, 0, 0.6),
        Tile(0, 2, 0.42, 1),
        Tile(2, 2, 0.42, 1),
        Tile(4, 2, 0.6, 1),
    ]
    goes = [2, 3, 2, 0, 0]
    for (box, span), to in zip(editor.lay(1, tiles, room, 6), goes, strict=True):
        cls = rng.choice(("", "", "inverse"))
        editor.story(
            1, box, span, look(rng, span, cls=cls, picture=span == 4, halftone=True), to=to
        )
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
    """Run small items through 6-8 tiers of vertical print, from right to left."""
    manner, parts, rng = editor.manner, [], editor.rng
    for page in range(1, manner.pages + 1):
        left, top, width, height = editor.room(page)
        if page == 1:
            width -= 175  # the tower of the title
        upper, lower = cut((left, top, width, height), 0.84, 16)
        tiers = rng.choice((6, 7, 8))
        parts.append(
            Part(
                page,
                upper,
                tiers,
                12,
                rules=manner.column_rule is not None,
                vertical=True,
                rule=manner.column_rule or "",
            )
        )
        for box, _ in editor.lay(page, [Tile(index, 1, 0, 1) for index in range(4)], lower, 4):
            editor.advert(page, box, han=True, frame="thin")
    blocks = items(editor, 800, lang=ZH, head="small")
    for block in blocks:
        if block.role == "headline" and rng.random() < 0.25:
            block.cls = ""
    editor.stream(parts, blocks, ZH)


def hanmixed(editor: Editor) -> None:
    """Mix vertical and horizontal Chinese with English stories and adverts; 下轉第二版."""
    rng = editor.rng
    room = editor.room(1)
    room = (room[0], room[1], room[2] - 175, room[3])
    tiles = [
        Tile(2, 4, 0, 0.4),
        Tile(0, 2, 0, 0.4),
        Tile(3, 3, 0.4, 0.72),
        Tile(0, 3, 0.4, 0.72),
        Tile(0, 2, 0.72, 1),
        Tile(2, 4, 0.72, 1),
    ]
    boxes = editor.lay(1, tiles, room, 6)
    upright = Look(vertical=True)
    editor.story(1, *boxes[0], upright, to=2)
    editor.story(1, *boxes[1], look(rng, 2, vertical=False))
    editor.story(1, *boxes[2], upright)
    editor.story(1, *boxes[3], look(rng, 3, lang="en", vertical=False))
    editor.advert(1, boxes[4][0])
    editor.story(1, *boxes[5], replace(upright, deck=1))
    room = editor.room(2)
    tiles = [
        Tile(3, 3, 0, 0.4),
        Tile(0, 3, 0, 0.4),
        Tile(0, 6, 0.4, 0.7),
        Tile(2, 4, 0.7, 1),
        Tile(0, 2, 0.7, 1),
    ]
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
        tiles = [
            Tile(0, middle, 0, 0.5),
            Tile(middle, 5 - middle, 0, 0.5),
            Tile(0, middle, 0.5, 1),
            Tile(middle, 5 - middle, 0.5, 0.8),
            Tile(middle, 5 - middle, 0.8, 1),
        ]
        boxes = editor.lay(page, tiles, room, 5)
        for index, (box, span) in enumerate(boxes[:4]):
            lang = "en" if index in (0, 3) else ZH
            editor.story(page, box, span, look(rng, span, lang=lang, picture=not index))
        editor.advert(page, boxes[4][0], han=rng.random() < 0.5)


_OLD = Manner(width=1320, height=1850, size=9.5, gap=11, head="gazette")
_CITY = Manner(width=1100, height=1560, head="classic")
_HAN = Manner(han=True, head="han", gap=20, han_size=13.5)
_STACKED = replace(
    _OLD, pages=3, height=1900, size=10, column_rule="broken", cutoff="double", letters=("",)
)
_LOUD = replace(
    _CITY,
    pages=3,
    column_rule=None,
    cutoff="thick",
    letters=("", "A"),
    head="poster",
    size=11.5,
)
_BARE = replace(_CITY, column_rule=None, cutoff=None)
_UPRIGHT = replace(_HAN, vertical=True, head="tower")
FAMILIES = {
    one.fill.__name__: one
    for one in (
        Family(_OLD, oldcity),
        Family(_STACKED, decks),
        Family(_LOUD, tabloid),
        Family(replace(_BARE, lead=24), shifting),
        Family(replace(_CITY, column_rule="dotted", cutoff="dotted", size=11.5), insets),
        Family(replace(_CITY, cutoff="double"), pyramid),
        Family(replace(_CITY, letters=("", "A"), head="poster"), indexed),
        Family(replace(_BARE, gap=14, lead=22, cls="ragged blocks"), whiteonly),
        Family(replace(_CITY, width=2200, pages=1, gap=13), spread),
        Family(replace(_CITY, column_rule=None, cutoff="hair", lead=22), spiral),
        Family(replace(_CITY, column_rule="double", cutoff="thick"), wraps),
        Family(replace(_CITY, pages=4, width=1060, height=1400, letters=("", "A", "B")), jumping),
        Family(replace(_HAN, pages=3, letters=("A", "")), hanmodern),
        Family(replace(_UPRIGHT, column_rule="", han_size=12.5, height=1400), hantiers),
        Family(_UPRIGHT, hanmixed),
        Family(replace(_CITY, gap=20, size=12), bilingual),
    )
}
"""The families by name."""


def edit(seed: int, family: str, scale: float) -> tuple[Plan, Identity]:
    """Return the plan and the identity of the issue that a seed stands for."""
    made = FAMILIES[family]
    editor = Editor(random.Random(f"{seed}/{family}"), made.manner, scale)  # noqa: S311
    made.fill(editor)
    return editor.plan, editor.who
