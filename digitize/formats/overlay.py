"""A page as a picture: regions in the colours of their roles, stories tinted, reading order."""

from __future__ import annotations

import io
import math
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from digitize.model.geometry import Box
from digitize.model.page import FURNITURE, WORDLESS, Page, Region, Role
from digitize.stage import Pixels

Rgb = tuple[int, int, int]
Font = ImageFont.FreeTypeFont | ImageFont.ImageFont

LARGEST = 4000  # pixels of the longer side: enough to read by, small enough to open anywhere
CELL = (8, 16)  # pixels that a character cell of flat text takes
ROW = 144  # labels are as high as 1/144 of the longer side: read when zoomed in, they hide little
PALE = 0.55  # of the print that is faded, so that colours stand out
FACES = ("NotoSansCJK-Regular.ttc", "NotoSansTC-Regular.otf", "wqy-microhei.ttc", "DejaVuSans.ttf")

COLOURS: dict[Role, Rgb] = {
    Role.BODY: (31, 119, 180),
    Role.HEADLINE: (214, 39, 40),
    Role.DECK: (235, 110, 60),
    Role.KICKER: (240, 90, 140),
    Role.BYLINE: (148, 103, 189),
    Role.DATELINE: (170, 80, 220),
    Role.SUBHEADING: (190, 60, 20),
    Role.CAPTION: (0, 150, 150),
    Role.CREDIT: (0, 120, 140),
    Role.PULL_QUOTE: (90, 90, 220),
    Role.TABLE: (120, 140, 20),
    Role.ADVERT: (230, 150, 0),
    Role.NOTICE: (190, 150, 40),
    Role.JUMP_LINE: (255, 0, 200),
    Role.PICTURE: (60, 170, 90),
    Role.SEPARATOR: (120, 120, 120),
    Role.NAMEPLATE: (120, 50, 20),
    Role.NOISE: (20, 20, 20),
}
FURNITURE_COLOUR: Rgb = (140, 86, 75)
TINTS: tuple[Rgb, ...] = (
    (255, 215, 0), (0, 200, 255), (255, 120, 200), (120, 230, 80), (190, 140, 255),
    (255, 160, 90), (90, 220, 190), (230, 230, 90), (150, 180, 255), (255, 150, 150),
)  # fmt: skip


class _Canvas(NamedTuple):
    """The picture in the making, and how page units become its pixels."""

    pen: ImageDraw.ImageDraw
    font: Font
    sx: float
    sy: float
    row: int  # height of a label in pixels

    def place(self, box: Box) -> tuple[int, int, int, int]:
        x0, y0, x1, y1 = box.x0 * self.sx, box.y0 * self.sy, box.x1 * self.sx, box.y1 * self.sy
        return round(x0), round(y0), max(round(x0), round(x1) - 1), max(round(y0), round(y1) - 1)


def draw(page: Page, pixels: Pixels | None) -> Pixels:
    """Return the page with what was found drawn on it, RGB, shape (height, width, 3).

    `pixels` is the page image in page pixels. Without it (born-digital and flat text) the words
    are written on white, a character cell taking 8×16 pixels. Regions are outlined in the
    colour of their role and numbered in reading order (noise is not), arrows run from one to
    the next, the regions of one story share a tint, and a legend tells the colours. Pictures
    with a longer side of more than 4000 pixels are drawn smaller.
    """
    ground, sx, sy = _ground(page, pixels)
    row = max(9, max(ground.size) // ROW) if page.scan.unit == "pixel" else max(8, round(sy))
    layer = Image.new("RGBA", ground.size, (0, 0, 0, 0))
    canvas = _Canvas(ImageDraw.Draw(layer), _font(row), sx, sy, row)
    _tint(canvas, page)
    if pixels is None:
        _write_words(canvas, page)
    for region in page.regions:
        _outline(canvas, region)
    _arrows(canvas, page)
    _labels(canvas, page)
    whole = Image.alpha_composite(ground.convert("RGBA"), layer).convert("RGB")
    return np.asarray(_with_legend(whole, page, canvas.font, row), dtype=np.uint8)


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


def colour_of(role: Role) -> Rgb:
    """Return the colour in which regions of `role` are drawn."""
    return COLOURS.get(role, FURNITURE_COLOUR)


def _write_words(canvas: _Canvas, page: Page) -> None:
    fonts: dict[int, Font] = {}
    for region in page.regions:
        for line in region.lines:
            for word in line.words:
                x0, y0, _, y1 = canvas.place(word.box)
                height = max(6, min(400, round((y1 - y0 + 1) * 0.8)))
                font = fonts.setdefault(height, _font(height))
                middle = (x0, (y0 + y1 + 1) // 2)
                canvas.pen.text(middle, word.text, fill=(40, 40, 40, 255), font=font, anchor="lm")


def _tint(canvas: _Canvas, page: Page) -> None:
    stories: dict[str, Rgb] = {}
    for region in page.regions:
        if region.story:
            tint = stories.setdefault(region.story, TINTS[len(stories) % len(TINTS)])
            canvas.pen.rectangle(canvas.place(region.box), fill=(*tint, 70))


def _outline(canvas: _Canvas, region: Region) -> None:
    colour = colour_of(region.role)
    wide = max(2, canvas.row // 4)
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
        canvas.pen.line([*ring, ring[0]], fill=(*colour, 230), width=wide)
    else:
        canvas.pen.rectangle(canvas.place(region.box), outline=(*colour, 230), width=wide)


def _read(page: Page) -> list[Region]:
    """Return the regions that are read; noise is drawn, but neither numbered nor visited."""
    silent = WORDLESS | {Role.NOISE}
    return [region for region in page.regions if region.role not in silent]


def _arrows(canvas: _Canvas, page: Page) -> None:
    """Draw the way the eye takes, from one region of text to the next."""
    middles = []
    for region in _read(page):
        x0, y0, x1, y1 = canvas.place(region.box)
        middles.append(((x0 + x1) / 2, (y0 + y1) / 2))
    for start, stop in pairwise(middles):
        _arrow(canvas, start, stop)


def _arrow(canvas: _Canvas, start: tuple[float, float], stop: tuple[float, float]) -> None:
    colour, wide, head = (0, 0, 0, 150), max(2, canvas.row // 9), canvas.row * 0.6
    canvas.pen.line([start, stop], fill=colour, width=wide)
    angle = math.atan2(stop[1] - start[1], stop[0] - start[0])
    wings = [
        (stop[0] - head * math.cos(angle + turn), stop[1] - head * math.sin(angle + turn))
        for turn in (-0.45, 0.45)
    ]
    canvas.pen.polygon([stop, *wings], fill=colour)


def _labels(canvas: _Canvas, page: Page) -> None:
    beside = page.scan.unit == "cell"  # a label would hide lines that are no higher than itself
    for number, region in enumerate(_read(page), start=1):
        _label(canvas, region, f"{number} {region.role}", beside)
    for region in page.regions:
        if region.role is Role.PICTURE:
            _label(canvas, region, "picture", beside)


def _label(canvas: _Canvas, region: Region, text: str, beside: bool) -> None:
    """Write on a region's upper left corner: right above it, or in it at the top of the page."""
    left, top, end, _ = canvas.place(region.box)
    _, _, wide, high = canvas.pen.textbbox((0, 0), text, font=canvas.font)
    above = top - round(high) - 3
    x, y = (end + 4, top) if beside else (left, above if above >= 0 else top)
    canvas.pen.rectangle((x, y, x + wide + 4, y + high + 2), fill=(*colour_of(region.role), 200))
    canvas.pen.text((x + 2, y + 1), text, fill=(255, 255, 255, 255), font=canvas.font)


def _with_legend(image: Image.Image, page: Page, font: Font, row: int) -> Image.Image:
    """Add a strip under the picture that names the colours on it."""
    there = {region.role for region in page.regions}
    roles = [role for role in Role if role in there and role not in FURNITURE]
    roles += [role for role in Role if role in there and role in FURNITURE]
    if not roles:
        return image
    pen = ImageDraw.Draw(image)
    places, x, y = [], row, row // 2
    for role in roles:
        wide = row * 2 + round(pen.textlength(role, font=font))
        if x + wide > image.width and x > row:
            x, y = row, y + row * 2
        places.append((x, y, role))
        x += wide + row
    whole = Image.new("RGB", (image.width, image.height + y + row * 2), (255, 255, 255))
    whole.paste(image, (0, 0))
    pen = ImageDraw.Draw(whole)
    for x, y, role in places:
        top = image.height + y
        pen.rectangle((x, top, x + row, top + row), fill=colour_of(role))
        pen.text((x + row * 1.4, top - row // 6), role, fill=(0, 0, 0), font=font)
    return whole
