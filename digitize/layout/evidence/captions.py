"""Whether a region captions a picture: by its words, or because it stands under one."""

from __future__ import annotations

import re

from digitize.model.geometry import Box

_GAP = 2.5  # body sizes between a picture and its caption
_LEAST = 4.0  # body sizes; smaller pictures are ornaments and have no caption
_WIDER = 1.15  # times the picture's width; a caption is hardly wider
_ROWS = 6
_TOUCHING = 0.75  # body sizes; text keeps further from a picture than a short caption does
_LONGEST_CAPTION = 400  # characters
_LONGEST_CREDIT = 60  # characters


_CAPTION = re.compile(
    r"(?i)^\W*(?:photos?(?:graph)?|picture[ds]?|pictured|above|below|at left|at right|left|right|"
    r"top|bottom|caption|foto|bild|abb\.?|légende)\s*(?::|by\b|shows?\b|\()|"
    r"^\W*(?:圖為|图为|圖[:：]|图[:：]|上圖|下圖|左圖|右圖|圖片)|"
    r"\((?:AP|UPI|Reuters|AFP)\s*(?:Wire)?photo\)|"
    r"[.!?]\s+(?-i:[A-Z]{2,}(?: [A-Z.'’-]{2,}){1,3}\s*/\s*[A-Z]\S*(?: \S+){0,3})$|"
    r"(?-i:(?:[A-Z]{2,}[ /]){1,4}(?:XINHUA|REUTERS|AFP|AP|CHINA DAILY))\s*$"
)
_CREDIT = re.compile(
    r"(?i)^\W*(?:photos?|pictures?|pics?|images?|foto|bild)\s*(?:by\b|/|:(?=\s*(?:\S+\s*){1,4}$))|"
    r"^\W*(?:photos?|fotos?)\s+(?-i:(?:[A-ZÀ-Þ][\w.'’-]*\s*){2,3})$|"
    r"^(?-i:[A-ZÀ-Þ][\w.'’-]*(?:\s[\w.'’-]+){0,3})\s*/\s*(?:\S+\s+){0,3}(?-i:AP|AFP|UPI|Reuters|"
    r"Xinhua|Getty|Press|Photos?|PHOTOS?|Pictures?)(?:\s+\S+){0,2}$|"
    r"^[^，。]{2,12}[（(／/]?(?:攝|摄|圖片來源|图片来源)[）)]?$"
)


def is_caption(text: str) -> bool:
    """Return whether `text` says itself that it tells what a picture shows."""
    return len(text) < _LONGEST_CAPTION and bool(_CAPTION.search(text))


def is_credit(text: str) -> bool:
    """Return whether `text` only says who took a picture."""
    return len(text) < _LONGEST_CREDIT and bool(_CREDIT.search(text))


def under_picture(box: Box, rows: int, ratio: float, picture: Box, size: float) -> bool:
    """Return whether a region of `rows` lines in type of `ratio` body sizes captions `picture`."""
    if picture.height < _LEAST * size or picture.width < _LEAST * size or rows > _ROWS:
        return False
    gap = box.y0 - picture.y1
    if not -1.5 * size <= gap <= _GAP * size * max(1.0, ratio):
        return False
    if (
        box.overlap_x(picture) < 0.5 * min(box.width, picture.width)
        or box.width > _WIDER * picture.width
    ):
        return False
    middle = abs(box.center.x - picture.center.x) <= 0.15 * picture.width
    edge = min(abs(box.x0 - picture.x0), abs(box.x1 - picture.x1))
    flush = edge <= size and gap <= _TOUCHING * size
    return middle or flush if rows <= 2 else box.width > 0.7 * picture.width
