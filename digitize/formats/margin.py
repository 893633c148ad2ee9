"""The margin of an overlay: a legend under the page, and the reasons beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from PIL import Image, ImageDraw, ImageFont

from digitize.formats.colours import TINTS, Rgb, colour_of, sure, tints
from digitize.formats.reasons import Reason, on_page, reasons, wrapped
from digitize.model.document import Document
from digitize.model.page import FURNITURE, Page, Role

Font = ImageFont.FreeTypeFont | ImageFont.ImageFont

COLUMN = 34  # label heights that a column of reasons is wide
STEP = 1.5  # label heights from line to line
INDENT = {"article": 0.0, "heading": 0.0, "region": 1.6, "join": 3.2, "loose": 1.6}


class _Row(NamedTuple):
    """One line as it is set; `first` where its reason begins."""

    reason: Reason
    text: str
    first: bool


def with_legend(image: Image.Image, page: Page, font: Font, row: int) -> Image.Image:
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


def with_reasons(
    image: Image.Image, page: Page, document: Document, font: Font, row: int
) -> Image.Image:
    """Return the picture with the reasons of its page in columns at the right."""
    rows = list(_rows(reasons(document, page), font, row))
    step = round(row * STEP)
    each = max(1, (image.height - row) // step)
    columns = [rows[start : start + each] for start in range(0, len(rows), each)]
    size = (image.width + row * COLUMN * len(columns), image.height)
    whole = Image.new("RGB", size, (255, 255, 255))
    whole.paste(image, (0, 0))
    pen = ImageDraw.Draw(whole)
    chips = _chips(document, page)
    for at, column in enumerate(columns):
        left = image.width + at * row * COLUMN + row
        for line, item in enumerate(column):
            _write(pen, (left, row // 2 + line * step), item, chips, font)
    return whole


def _rows(told: Iterable[Reason], font: Font, row: int) -> Iterator[_Row]:
    for reason in told:
        text = reason.text if reason.score is None else f"{reason.text} ({reason.score:.2f})"
        measure = [font.getlength(char) for char in text]
        width = round(row * (COLUMN - 3 - INDENT[reason.kind]))
        for at, line in enumerate(wrapped(text, width, measure)):
            yield _Row(reason, line, at == 0)


def _chips(document: Document, page: Page) -> dict[str, Rgb]:
    """Return the colour before each line: of a region its role, of an article its tint."""
    found = {region.id: colour_of(region.role) for region in page.regions}
    stories = {region.id: region.story for region in page.regions}
    own = tints(page)
    for _, article in on_page(document, page):
        named = (own[stories[part]] for part in article.parts if stories.get(part))
        found[article.id] = next(named, TINTS[0])
    return found


def _write(
    pen: ImageDraw.ImageDraw,
    corner: tuple[int, int],
    row: _Row,
    chips: Mapping[str, Rgb],
    font: Font,
) -> None:
    high = font.getbbox("X")[3]
    x, y = corner[0] + INDENT[row.reason.kind] * high, corner[1]
    chip = chips.get(row.reason.subject)
    plain = row.reason.kind in ("join", "loose")
    if row.first and chip and not plain:
        pen.rectangle((x, y + 2, x + high * 0.7, y + 2 + high * 0.7), fill=chip, outline=(0, 0, 0))
    colour = sure(row.reason.score) if plain else (0, 0, 0)
    pen.text((x + high, y), row.text, fill=colour, font=font)
