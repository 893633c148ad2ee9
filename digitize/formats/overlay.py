"""A page as a picture: regions in the colours of their roles, articles tinted, and why.

Beside the page stand the reasons: for every article its regions with the reason of each role,
and what joins one region to the one before, with the score.
"""

from __future__ import annotations

import io
import math
from collections.abc import Mapping
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from digitize.formats.colours import DOUBTFUL, SURE, TINTS, WAY, Rgb, colour_of, sure, tints
from digitize.formats.margin import Font, with_legend, with_reasons
from digitize.formats.reasons import numbered, on_page
from digitize.model.document import Document
from digitize.model.geometry import Box
from digitize.model.page import Page, Region, Role
from digitize.stage import Pixels

Spot = tuple[float, float]
Edges = tuple[int, int, int, int]

LARGEST = 4000  # pixels of the longer side: enough to read by, small enough to open anywhere
CELL = (8, 16)  # pixels that a character cell of flat text takes
ROW = 144  # labels are as high as 1/144 of the longer side: read when zoomed in, they hide little
PRINT = 0.8  # of the height of a word's box that its letters are drawn in
PALE = 0.55  # of the print that is faded, so that colours stand out
FACES = ("NotoSansCJK-Regular.ttc", "NotoSansTC-Regular.otf", "wqy-microhei.ttc", "DejaVuSans.ttf")


class _Canvas(NamedTuple):
    """The picture in the making, and how page units become its pixels."""

    pen: ImageDraw.ImageDraw
    font: Font
    sx: float
    sy: float
    row: int  # height of a label in pixels
    edge: int  # width of an outline

    def place(self, box: Box) -> tuple[int, int, int, int]:
        x0, y0, x1, y1 = box.x0 * self.sx, box.y0 * self.sy, box.x1 * self.sx, box.y1 * self.sy
        return round(x0), round(y0), max(round(x0), round(x1) - 1), max(round(y0), round(y1) - 1)


def draw(page: Page, pixels: Pixels | None, document: Document | None = None) -> Pixels:
    """Return the page with what was found drawn on it, RGB, shape (height, width, 3).

    `pixels` is the page image in page pixels. Without it (born-digital and flat text) the words
    are written on white, a character cell taking 8×16 pixels. Regions are outlined in the
    colour of their role and numbered in reading order (noise is not); the regions of one story
    share a tint, arrows run from one to the next, in the colour of how sure the join is, and
    pale ones from story to story. A legend tells the colours. With the `document` that the page
    belongs to, articles bear their numbers, jump lines say where they lead, and the reasons
    stand beside the page. Pages with a longer side of more than 4000 pixels are drawn smaller.
    """
    ground, sx, sy = _ground(page, pixels)
    row = max(9, max(ground.size) // ROW) if page.scan.unit == "pixel" else max(8, round(sy))
    edge = max(2, row // 4) if page.scan.unit == "pixel" else 1  # cells leave no white for it
    layer = Image.new("RGBA", ground.size, (0, 0, 0, 0))
    canvas = _Canvas(ImageDraw.Draw(layer), _font(row), sx, sy, row, edge)
    _tint(canvas, page)
    if pixels is None:
        _write_words(canvas, page)
    for region in page.regions:
        _outline(canvas, region)
    _arrows(canvas, page, _scores(page, document))
    _labels(canvas, page)
    if document is not None:
        _badges(canvas, page, document)
    whole = Image.alpha_composite(ground.convert("RGBA"), layer).convert("RGB")
    whole = with_legend(whole, page, canvas.font, row)
    if document is not None:
        whole = with_reasons(whole, page, document, canvas.font, row)
    return np.asarray(whole, dtype=np.uint8)


def stood(pixels: Pixels | None, page: Page) -> Pixels | None:
    """Return the image of a page as it is read: a scan may lie on its side."""
    if pixels is None or not page.scan.turned:
        return pixels
    return np.ascontiguousarray(np.rot90(pixels, -page.scan.turned // 90))


def png(pixels: Pixels) -> bytes:
    """Return an image as the bytes of a PNG file."""
    stream = io.BytesIO()
    Image.fromarray(pixels).save(stream, format="PNG")
    return stream.getvalue()


def _ground(page: Page, pixels: Pixels | None) -> tuple[Image.Image, float, float]:
    """Return the faded page, or white paper, and the pixels per page unit across and down."""
    if pixels is None:
        across, down = CELL if page.scan.unit == "cell" else (1, 1)
        width, height = max(1, page.scan.width * across), max(1, page.scan.height * down)
        image = None
    else:
        across = down = 1
        image = Image.fromarray(pixels).convert("RGB")
        width, height = image.size
    scale = min(1.0, LARGEST / max(width, height))
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    white = Image.new("RGB", size, (255, 255, 255))
    if image is None:
        return white, across * scale, down * scale
    return Image.blend(image.resize(size), white, PALE), scale, scale


def _font(height: int) -> Font:
    """Return a font that knows Chinese if the machine has one, or else Pillow's own."""
    for face in FACES:
        try:
            return ImageFont.truetype(face, height)
        except OSError:
            continue
    return ImageFont.load_default(height)


def _write_words(canvas: _Canvas, page: Page) -> None:
    """Write each word where it stands; print that runs downwards, character under character."""
    fonts: dict[int, Font] = {}

    def write(text: str, spot: Spot, high: float, anchor: str) -> None:
        size = max(6, min(400, round(high)))
        if size not in fonts:
            fonts[size] = _font(size)
        canvas.pen.text(spot, text, fill=(40, 40, 40, 255), font=fonts[size], anchor=anchor)

    for region in page.regions:
        for line in region.lines:
            for word in line.words:
                x0, y0, x1, y1 = canvas.place(word.box)
                if not line.vertical:
                    write(word.text, (x0, (y0 + y1 + 1) / 2), (y1 - y0 + 1) * PRINT, "lm")
                    continue
                step = (y1 - y0 + 1) / max(1, len(word.text))
                for at, char in enumerate(word.text):
                    spot = (x0 + x1 + 1) / 2, y0 + (at + 0.5) * step
                    write(char, spot, min(step, x1 - x0 + 1) * PRINT, "mm")


def _tint(canvas: _Canvas, page: Page) -> None:
    own = tints(page)
    for region in page.regions:
        if region.story:
            canvas.pen.rectangle(canvas.place(region.box), fill=(*own[region.story], 70))


def _outline(canvas: _Canvas, region: Region) -> None:
    colour = colour_of(region.role)
    if region.role is Role.SEPARATOR:
        canvas.pen.rectangle(canvas.place(region.box), fill=(*colour, 150))
        return
    if region.role is Role.NOISE:
        canvas.pen.rectangle(canvas.place(region.box), outline=(*colour, 200))
        return
    for line in region.lines:
        canvas.pen.rectangle(canvas.place(line.box), outline=(*colour, 90))
    if len(region.outline) > 2:
        ring = [(x * canvas.sx, y * canvas.sy) for x, y in region.outline]
        canvas.pen.line([*ring, ring[0]], fill=(*colour, 230), width=canvas.edge)
    else:
        canvas.pen.rectangle(canvas.place(region.box), outline=(*colour, 230), width=canvas.edge)


def _scores(page: Page, document: Document | None) -> dict[tuple[str, str], float]:
    """Return how sure each join is, by the regions that it joins."""
    joins = list(page.joins)
    joins += [join for article in document.articles for join in article.joins] if document else []
    return {(join.first, join.second): join.score for join in joins}


def _arrows(canvas: _Canvas, page: Page, scores: Mapping[tuple[str, str], float]) -> None:
    """Draw the way the eye takes: from story to story palely, inside one as sure as it is."""
    told = numbered(page)
    read = [region for region in page.regions if region.id in told]
    for first, second in pairwise(read):
        apart = first.story != second.story
        score = scores.get((first.id, second.id))
        colour = WAY if apart else sure(score) if score is not None else (0, 0, 0)
        start, stop = _ends(canvas.place(first.box), canvas.place(second.box))
        _arrow(canvas, start, stop, colour, thin=apart)
        if score is not None and score < SURE[0][0]:
            middle = ((start[0] + stop[0]) / 2, (start[1] + stop[1]) / 2)
            _write(canvas, middle, f"{score:.2f}", sure(score))


def _ends(one: Edges, two: Edges) -> tuple[Spot, Spot]:
    """Return where an arrow leaves one box and reaches another: by the sides that face."""
    (x0, y0), (x1, y1) = (((box[0] + box[2]) / 2, (box[1] + box[3]) / 2) for box in (one, two))
    if two[1] >= one[3]:
        return (x0, one[3]), (x1, two[1])
    if two[0] >= one[2]:
        return (one[2], y0), (two[0], min(max(y0, two[1]), two[3]))
    if two[2] <= one[0]:
        return (one[0], y0), (two[2], min(max(y0, two[1]), two[3]))
    return (x0, y0), (x1, y1)


def _arrow(canvas: _Canvas, start: Spot, stop: Spot, colour: Rgb, *, thin: bool) -> None:
    wide, head = max(2, canvas.row // (12 if thin else 6)), canvas.row * (0.5 if thin else 0.8)
    fill = (*colour, 150 if thin else 210)
    canvas.pen.line([start, stop], fill=fill, width=wide)
    angle = math.atan2(stop[1] - start[1], stop[0] - start[0])
    wings = [
        (stop[0] - head * math.cos(angle + turn), stop[1] - head * math.sin(angle + turn))
        for turn in (-0.45, 0.45)
    ]
    canvas.pen.polygon([stop, *wings], fill=fill)


def _write(canvas: _Canvas, middle: Spot, text: str, colour: Rgb) -> None:
    """Write a few letters on white, around a point."""
    _, _, wide, high = canvas.pen.textbbox((0, 0), text, font=canvas.font)
    x, y = middle[0] - wide / 2, middle[1] - high / 2
    canvas.pen.rectangle((x - 2, y - 1, x + wide + 2, y + high + 1), fill=(255, 255, 255, 230))
    canvas.pen.text((x, y), text, fill=(*colour, 255), font=canvas.font)


def _labels(canvas: _Canvas, page: Page) -> None:
    beside = page.scan.unit == "cell"  # a label would hide lines that are no higher than itself
    numbers = numbered(page)
    for region in page.regions:
        if region.id in numbers:
            _label(canvas, region, f"{numbers[region.id]} {region.role}", beside)
        elif region.role is Role.PICTURE:
            _label(canvas, region, "picture", beside)


def _label(canvas: _Canvas, region: Region, text: str, beside: bool) -> None:
    """Write on a region's upper left corner: right above it, or in it at the top of the page."""
    left, top, end, _ = canvas.place(region.box)
    _, _, wide, high = canvas.pen.textbbox((0, 0), text, font=canvas.font)
    above = top - round(high) - 3
    x, y = (end + 4, top) if beside else (left, above if above >= 0 else top)
    canvas.pen.rectangle((x, y, x + wide + 4, y + high + 2), fill=(*colour_of(region.role), 200))
    canvas.pen.text((x + 2, y + 1), text, fill=(255, 255, 255, 255), font=canvas.font)


def _badges(canvas: _Canvas, page: Page, document: Document) -> None:
    """Write the number of each article where it begins, and where those go on that leave."""
    known = {region.id: region for region in page.regions}
    where = {region.id: one for one in document.pages for region in one.regions}
    own = tints(page)
    for number, article in on_page(document, page):
        first = next(known[part] for part in article.parts if part in known)
        _badge(canvas, first, str(number), own.get(first.story, TINTS[0]))
        for join in article.joins:
            goes, comes = join.first in known, join.second in known
            if goes != comes:
                other = where[join.second if goes else join.first]
                way = "goes on: page" if goes else "comes from page"
                home = known[join.first if goes else join.second]
                name = other.label or str(other.number)
                _note(canvas, home, f"{way} {name}", sure(join.score), over=comes)
        for end in article.loose_ends:
            lines = {line.id: region for region in page.regions for line in region.lines}
            if end.line in lines:
                _note(canvas, lines[end.line], end.reason, DOUBTFUL)


def _badge(canvas: _Canvas, region: Region, text: str, tint: Rgb) -> None:
    """Write an article's number in a round spot, left of where it begins."""
    reach = canvas.row * 1.1
    left, top, _, _ = canvas.place(region.box)
    x, y = max(reach, left - reach), max(reach, top)
    spot = (x - reach, y - reach, x + reach, y + reach)
    canvas.pen.ellipse(spot, fill=(*tint, 255), outline=(0, 0, 0, 255), width=2)
    canvas.pen.text((x, y), text, fill=(0, 0, 0, 255), font=canvas.font, anchor="mm")


def _note(canvas: _Canvas, region: Region, text: str, colour: Rgb, *, over: bool = False) -> None:
    """Write at a region's right end where its story goes on, or why it does not."""
    _, y0, x1, y1 = canvas.place(region.box)
    _, _, wide, high = canvas.pen.textbbox((0, 0), text, font=canvas.font)
    x, y = x1 - wide - 4, max(0, y0 - high - 6) if over else y1 + 2
    canvas.pen.rectangle((x, y, x1, y + high + 4), fill=(*colour, 230))
    canvas.pen.text((x + 2, y + 1), text, fill=(255, 255, 255, 255), font=canvas.font)
