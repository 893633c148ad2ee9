"""Sets prose in columns and remembers what it did: where words broke, where paragraphs began.

Lines are filled greedily, words broken where the patterns of LibreOffice allow it (pyphen) or
after a hyphen of their own; so every break has a truth, and every line a place. What is set can
be had as ALTO without paragraphs, and as flat text the way old OCR has it.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal
from xml.sax.saxutils import quoteattr

import pyphen
from wcwidth import wcwidth

from digitize.grammar.scripts import is_cjk, spaced
from digitize.model.geometry import Box, union
from digitize.score.truth import Printed

CELL, ROW = 12, 30  # pixels of a letter and of a line
GUTTER = 3  # cells between columns
INDENT = 2  # cells; for Han two characters
BLOCK = "body"
_BREAKABLE = re.compile(r"[“\"'(]?[A-Za-zÀ-ÿ]+(?:[-'’][A-Za-zÀ-ÿ]+)*[”\"'),.;:!?]*")
_LETTERS = re.compile(r"[A-Za-zÀ-ÿ]+")
_NO_START = frozenset("，。、；：！？」』）》")
_CLINGS = re.compile(r"(?:[\u2e80-\u9fff\uf900-\ufaff]|[0-9A-Za-z.,]+)[，。、；：！？」』）》]*$")

Flat = Literal["rows", "spaced", "blocks"]


@dataclass(frozen=True)
class Break:
    """A word that a line's end broke."""

    line: int  # index of the line that ends in its first half
    whole: str
    hard: bool  # the hyphen is the word's own


@dataclass
class Sheetful:
    """What was set: lines in reading order, and the breaks between them."""

    lines: list[Printed] = field(default_factory=list)
    breaks: list[Break] = field(default_factory=list)


@dataclass(frozen=True)
class Measure:
    """How wide columns are, how many a page has, and how deep they are."""

    cells: int = 34
    columns: int = 5
    rows: int = 90
    lang: str = "en_US"


def typeset(items: Iterable[tuple[str, Sequence[str]]], measure: Measure) -> Sheetful:
    """Set items, each a headline and its paragraphs, one below the other, column by column."""
    patterns = pyphen.Pyphen(lang=measure.lang, left=2, right=3)
    done, row = Sheetful(), 0
    for number, (headline, paragraphs) in enumerate(items, 1):
        if headline and row % measure.rows > measure.rows - 6:
            row += measure.rows - row % measure.rows  # no headline at the foot of a column
        texts = [(-1, headline)] if headline else []
        for index, text in [*texts, *enumerate(paragraphs)]:
            head = index < 0
            width = measure.cells // 2 if head else measure.cells
            for indent, line, whole in _filled(text, width, patterns, head):
                if whole is not None:
                    done.breaks.append(Break(len(done.lines), *whole))
                tall = 2 if head else 1
                spot = _spot(line, indent, row, tall, measure)
                done.lines.append(_printed(line, *spot, f"a{number:03}", index))
                row += tall
    return done


def _filled(
    text: str, width: int, patterns: pyphen.Pyphen, head: bool
) -> Iterator[tuple[int, str, tuple[str, bool] | None]]:
    """Yield the lines of a paragraph: indent, text, and the word broken at its end."""
    tokens = list(reversed(_tokens(text)))
    indent = 0 if head else INDENT * (1 + is_cjk(text[:1]))
    line = ""
    whole = ""
    while tokens:
        token = tokens.pop()
        gap = " " if line and spaced(line, token) else ""
        room = width - indent - cells(line + gap)
        if cells(token) <= room:
            line += gap + token
            continue
        taken = _taken_along(token, line)
        if taken:
            tokens += [token, *reversed(_tokens(taken))]
            yield indent, line.removesuffix(taken), None
            line, indent = "", 0
            continue
        cut = None if head else _cut(token, room, patterns)
        if cut is None and not line:
            line = token
            continue
        if cut is None:
            tokens.append(token)
            yield indent, line, None
        else:
            left, right, hard = cut
            whole = token
            tokens.append(right)
            yield indent, line + gap + left, (whole, hard)
        line, indent = "", 0
    if line:
        yield indent, line, None


def _taken_along(token: str, line: str) -> str:
    """Return what a mark that begins no line takes along from the end of `line`: its clause's last.

    Marks before it come too, and the character or the figure that they stand after.
    """
    found = _CLINGS.search(line) if token in _NO_START else None
    return found.group() if found and found.start() else ""


def _tokens(text: str) -> list[str]:
    """Return the pieces a line may be broken between: words, and single characters of Han."""
    return re.findall(r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]|[^\s\u2e80-\u9fff\uff00-\uffef]+",
                      text)  # fmt: skip


def _cut(word: str, room: int, patterns: pyphen.Pyphen) -> tuple[str, str, bool] | None:
    """Return the longest first half that fits, the rest, and whether the hyphen is its own."""
    if not _BREAKABLE.fullmatch(word):
        return None
    own = [(found.end(), True) for found in re.finditer("-", word)]
    new = [
        (part.start() + place, False)
        for part in _LETTERS.finditer(word)
        for place in patterns.positions(part.group())
    ]
    fits = [(place, hard) for place, hard in own + new if place + (not hard) <= room]
    if not fits:
        return None
    place, hard = max(fits)
    return word[:place] + "-" * (not hard), word[place:], hard


def _spot(text: str, indent: int, row: int, tall: int, measure: Measure) -> tuple[int, Box]:
    """Return the page and the box of a line that begins in a row of all columns."""
    column, at = divmod(row, measure.rows)
    page, column = divmod(column, measure.columns)
    x0 = (column * (measure.cells + GUTTER) + GUTTER + indent) * CELL
    y0 = (at + 3) * ROW
    return page + 1, Box(x0, y0, x0 + cells(text) * CELL * tall, y0 + tall * ROW - 6)


def _printed(text: str, page: int, box: Box, item: str, paragraph: int) -> Printed:
    role = "headline" if paragraph < 0 else BLOCK
    return Printed(page=page, item=item, role=role, text=text, box=box, paragraph=paragraph)


def run_on(sentences: Iterable[str]) -> str:
    """Return sentences as one paragraph; those of Han stand without spaces."""
    text = ""
    for sentence in sentences:
        text += (" " if spaced(text, sentence) else "") + sentence
    return text


def cells(text: str) -> int:
    """Return how many cells a text takes; Han takes two."""
    return sum(max(0, wcwidth(char)) for char in text)


def words(line: Printed) -> list[tuple[str, Box]]:
    """Return the words of a line with their boxes, by their share of it."""
    total = max(cells(line.text), 1)
    x0, y0, x1, y1 = line.box
    found = []
    for piece in re.finditer(r"\S+", line.text):
        start = cells(line.text[: piece.start()])
        left = x0 + (x1 - x0) * start // total
        right = x0 + (x1 - x0) * (start + cells(piece.group())) // total
        found.append((piece.group(), Box(left, y0, max(right, left + 1), y1)))
    return found


def columns_of(lines: Sequence[Printed]) -> list[list[int]]:
    """Return the indices of lines in runs that stand below each other in one column."""
    runs: list[list[int]] = []
    for index, line in enumerate(lines):
        before = lines[runs[-1][-1]] if runs else None
        if before is not None and below(before, line):
            runs[-1].append(index)
        else:
            runs.append([index])
    return runs


def below(before: Printed, line: Printed) -> bool:
    """Return whether a line stands in the same column as the one before it, under it."""
    same = before.page == line.page and before.box.y0 < line.box.y0
    return same and before.box.overlap_x(line.box) > 0


def alto(lines: Sequence[Printed], confs: Iterator[float] | None = None) -> dict[int, str]:
    """Return ALTO by page: a block a run of one role, no word of paragraphs."""
    pages: dict[int, list[str]] = {}
    for run in columns_of(lines):
        first = lines[run[0]]
        found = pages.setdefault(first.page, [])
        for blocks in _by_role(lines, run):
            box = union(lines[index].box for index in blocks)
            found.append(f"<TextBlock ID='b{len(found)}' {_place(box)}>")
            for index in blocks:
                line = lines[index]
                found.append(f"<TextLine {_place(line.box)}>")
                for text, spot in words(line):
                    conf = f" WC='{next(confs):.2f}'" if confs else ""
                    found.append(f"<String CONTENT={quoteattr(text)} {_place(spot)}{conf}/>")
                found.append("</TextLine>")
            found.append("</TextBlock>")
    size = union(line.box for line in lines)
    return {
        page: "<?xml version='1.0' encoding='UTF-8'?>"
        "<alto xmlns='http://www.loc.gov/standards/alto/ns-v4#'>"
        "<Description><MeasurementUnit>pixel</MeasurementUnit></Description>"
        f"<Layout><Page ID='p{page}' PHYSICAL_IMG_NR='{page}' "
        f"WIDTH='{size.x1 + 60}' HEIGHT='{size.y1 + 60}'><PrintSpace>"
        + "".join(body)
        + "</PrintSpace></Page></Layout></alto>"
        for page, body in pages.items()
    }


def _by_role(lines: Sequence[Printed], run: Sequence[int]) -> list[list[int]]:
    found: list[list[int]] = [[run[0]]]
    for left, right in pairwise(run):
        same = lines[left].role == lines[right].role and lines[left].item == lines[right].item
        if same:
            found[-1].append(right)
        else:
            found.append([right])
    return found


def _place(box: Box) -> str:
    return (
        f"HPOS='{box.x0}' VPOS='{box.y0}' WIDTH='{max(box.width, 1)}' HEIGHT='{max(box.height, 1)}'"
    )


def flat(
    lines: Sequence[Printed], style: Flat, soft: frozenset[int] = frozenset()
) -> tuple[str, list[tuple[int, int]]]:
    """Return flat text, and for each line its page and the row its first word stands in.

    "rows": a printed line a row, paragraphs set in; "spaced": a blank row between paragraphs as
    well; "blocks": a paragraph a row, as far as it runs in its column, blank rows between.
    Columns are parted by a blank row in all three, pages by a form feed. `soft` are the lines that
    end in a hyphen which a row of blocks goes without.
    """
    rows: list[list[str]] = [[]]
    spots: list[tuple[int, int]] = []
    for index, line in enumerate(lines):
        before = lines[index - 1] if index else None
        starts = before is None or (before.item, before.paragraph) != (line.item, line.paragraph)
        parted = before is not None and not below(before, line)
        if before is not None and before.page != line.page:
            rows.append([])
        elif before is not None and (
            parted or before.role != line.role or (starts and style != "rows")
        ):
            rows[-1].append("")
        page = rows[-1]
        if style == "blocks" and page and page[-1] and not starts and not parted:
            broken = page[-1].endswith("-")
            page[-1] = page[-1][:-1] if index - 1 in soft else page[-1]
            page[-1] += (" " if spaced(page[-1], line.text) and not broken else "") + line.text
        else:
            inset = style == "rows" and starts and line.paragraph >= 0
            page.append((" " * INDENT * inset) + line.text)
        spots.append((len(rows), len(page) - 1))
    return "\f".join("\n".join(page) + "\n" for page in rows), spots


def damaged(word: str, pairs: Sequence[tuple[str, str]], rng: random.Random) -> str:
    """Return `word` with one print in it taken for another that looks alike."""
    places = [
        (at, left, right)
        for left, right in pairs
        for at in range(len(word))
        if word.startswith(left, at)
    ]
    if not places:
        return word
    at, left, right = rng.choice(places)
    return word[:at] + right + word[at + len(left) :]
