"""From an engine's pieces to the words of a line: Han runs made whole, languages told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median_low

from digitize.grammar.languages import language
from digitize.grammar.scripts import is_cjk, is_han, script
from digitize.model.geometry import union
from digitize.ocr.engine import Piece, plain

SEEN_GAP, HAN_GAP, THIN_GAP = 0.15, 0.6, 1.5
"""Han further apart than the second of these, in line heights, are two words: 第三版　星期五; the
first will do where the engine saw a space too. Where all characters of a line are set apart, they
must stand so much further apart than they usually do. Marks have white in their cells, and of
一 or of the lower stroke of 二 at times no ink is seen: beside them it takes the third."""

STROKES = frozenset("一二三")

FEW = 3
"""Gaps in a line, at least, that tell what is usual in it; lines that tell of a language."""

LEAST = 0.1
"""Share of the lines that tell their language, to make it one of the page's."""

WIDE = str.maketrans(",;:?!()", "，；：？！（）")
"""Marks that engines give in either width, and as they are printed beside Han: always wide."""

NARROW = str.maketrans("，；：？！（）", ",;:?!()")
"""The same as they are printed in a word of Latin letters or figures."""

CIRCLES, NOUGHT = frozenset("○◯"), "〇"
"""What engines give for the numeral 〇."""

NUMERALS = frozenset("一二三四五六七八九十廿卅年〇")


def as_printed(text: str) -> str:
    """Return a word with marks and brackets as its script has them, and 〇 among numerals."""
    if not any(map(is_han, text)):
        return text.translate(NARROW) if any(char.isascii() for char in text) else text
    wide = {n for n, char in enumerate(text) if ord(char) in WIDE and _beside_han(text, n)}
    opened: list[int] = []
    for n, char in enumerate(text):
        if char in "(（":
            opened.append(n)
        elif char in ")）" and opened:
            pair = {opened.pop(), n}
            wide |= pair if pair & wide else set()
    marked = "".join(char.translate(WIDE) if n in wide else char for n, char in enumerate(text))
    return "".join(
        NOUGHT if char in CIRCLES and _in_number(marked, n) else char
        for n, char in enumerate(marked)
    )


def _beside_han(text: str, at: int) -> bool:
    before, after = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    return bool(before and is_han(before)) or (text[at] == "(" and bool(after and is_han(after)))


def _in_number(text: str, at: int) -> bool:
    around = text[max(0, at - 1) : at] + text[at + 1 : at + 2]
    return any(char in NUMERALS or char in CIRCLES for char in around)


def whole(pieces: Sequence[Piece], height: int, *, vertical: bool = False) -> list[Piece]:
    """Join pieces that no space parts: what is glued, and CJK that meets CJK without a wide gap.

    `height` is the line's, in pixels; for a vertical line, its width.
    """
    usual = _usual(pieces, vertical)
    joined: list[Piece] = []
    for piece in pieces:
        if joined and _together(joined[-1], piece, usual, height, vertical=vertical):
            joined[-1] = _merge(joined[-1], piece)
        else:
            joined.append(piece)
    return joined


def _usual(pieces: Sequence[Piece], vertical: bool) -> float:
    """Return how far apart the Han of a line mostly are, in pixels."""
    gaps = [
        _gap(left, right, vertical)
        for left, right in pairwise(pieces)
        if is_han(left.text[-1]) and is_han(right.text[0])
    ]
    return max(0.0, median_low(gaps)) if len(gaps) >= FEW else 0.0


def _gap(left: Piece, right: Piece, vertical: bool) -> int:
    return right.box.y0 - left.box.y1 if vertical else right.box.x0 - left.box.x1


def _together(left: Piece, right: Piece, usual: float, height: int, *, vertical: bool) -> bool:
    before, after = left.text[-1], right.text[0]
    if not (is_cjk(before) and is_cjk(after)):
        return right.glued
    gap = _gap(left, right, vertical) - usual
    if not (is_han(before) and is_han(after)) or STROKES & {before, after}:
        return gap < THIN_GAP * height
    return gap < (HAN_GAP if right.glued else SEEN_GAP) * height


def _merge(left: Piece, right: Piece) -> Piece:
    text = left.text + right.text
    conf = None
    if left.conf is not None and right.conf is not None:
        conf = (left.conf * len(left.text) + right.conf * len(right.text)) / len(text)
    return Piece(text, union((left.box, right.box)), conf, left.glued)


def spoken(lines: Iterable[str], languages: Sequence[str]) -> tuple[str, ...]:
    """Return the languages of a page: those of its Latin lines, whatever was asked for, and others.

    Those that were asked for stand where too few lines tell.
    """
    told = Counter(language(line) for line in lines if script(line) == "Latn")
    told.pop("", None)
    least = max(FEW, LEAST * told.total())
    here = [tag for tag, count in told.most_common() if count >= least]
    return (*here, *(tag for tag in languages if not latin(tag))) if here else tuple(languages)


def tags(texts: Sequence[str], languages: Sequence[str]) -> list[str]:
    """Return the language of each word of a line, "" where nothing tells.

    A word's script decides first; among languages of one script, the line's small words do, and
    where they are silent, the only asked-for language of that script.
    """
    return [_tag(text, " ".join(texts), languages) for text in texts]


def _tag(text: str, line: str, languages: Sequence[str]) -> str:
    code = script(text)
    if code == "Latn":
        asked = [plain(tag).split("-")[0] for tag in languages if latin(tag)]
        said = language(line) if script(line) == "Latn" else ""
        return said if said in asked else _only(asked)
    if code == "Hani":
        said = language("".join(char for char in line if is_cjk(char)))
        return said if said != "zh" else _only([t for t in languages if t.startswith("zh")]) or "zh"
    return language(text)


def latin(tag: str) -> bool:
    """Whether a language is written in Latin letters."""
    return plain(tag) not in ("zh", "zh-Hant", "zh-Hans", "ja", "ko", "ru", "el")


def _only(tags: Sequence[str]) -> str:
    return tags[0] if len(tags) == 1 else ""
