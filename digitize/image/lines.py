"""Find the text lines of a page, in every size of type, so that they can be read one by one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import ClassVar

import numpy as np

from digitize.image.glyphs import Glyphs, find_glyphs, is_core
from digitize.image.gutters import find_gutters
from digitize.image.hollow import holds_print
from digitize.image.ink import Mask, Numbers, chosen, inked
from digitize.image.joining import GUTTER
from digitize.image.morphology import closed, grown, opened, turned_over
from digitize.image.painted import painted, scaled
from digitize.image.row import Row, merged
from digitize.image.rows import find_rows
from digitize.image.together import together
from digitize.image.tones import display_letters
from digitize.image.vertical import find_vertical
from digitize.model.geometry import Box, Point, union
from digitize.model.page import Line, Page, Region, Role
from digitize.stage import Fact, Ink, Pixels, Sheet

MERGE = 0.22  # glyph heights between the parts of one Chinese character
SLIT = 4.0  # glyph heights: white so tall, however narrow, lies between two columns
CAPITAL = 0.7  # of the type's body: how high capitals stand in most Latin faces
HAN = 0.92  # of the type's body: how wide a Chinese character is
LEAST = 0.55  # of the page's glyph height: nothing lower can be read, unless it is a row of
TYPE, SMALL, FEW = 5, 0.35, 0.43  # glyphs at least that high: Latin letters among Chinese
ALIKE, TOUCH = 1.4, 1.0  # of its height: a row so like a column in size, and so near, is part of
COVERED = 0.5  # columns, if they are below or above so much of its width
WITHIN = 0.8  # of the width of a part of a character that lies in the column
HALF, APART, LEVEL, SQUARE = 0.75, 0.25, 0.8, 0.8
"""Of a character's size: how wide half of it is at most, how far its halves stand apart, how much
of its height they share, and how nearly square it is."""
SPACED = 1.5  # heights between the characters of a row that is set apart
BROAD, BESIDE, GOES_ON, STACKED = 1.5, 0.6, 1.5, 0.3
"""Heights of capitals that a column of words is broad, from it to the rows they are of, and that
those go on beyond; and of its height that these capitals fill."""
LOOKS = 3  # times: words beside words that were a column may be one, too
SMALLER, FULL = 0.4, 2  # times as high, and how many such lines no line of letters holds
LOWER = 0.7  # times as high as a blot that lies on them: lines of print
HANGS = 0.75  # heights of capitals that accents and the feet of letters reach beyond them
DISPLAY = 4.0  # glyph heights: letters within a picture are kept if they are as large
LETTERS = 3  # of them side by side at least
PAPER, SHOWS = 236, 0.35  # of 255, and of the row's box: the paper between them is so bright
ALONE = 1.25  # of the page's glyph height: a lone figure or capital is as high, dirt seldom
FOLIO = 0.95  # the same beside the first or the last line of the page: a folio in old figures
WORD = 1.5  # times as wide as high: a single blob may be a word whose letters touch
SLIM = 0.3  # of its height: a stroke so narrow is a rule or a speck; a 1 has a serif
HOLE = 0.7  # of its box that a single blob fills: a punch hole or a blot, no letter
SPARSE = 0.06  # of its box that a line of print inks at least
BLOT = 2.5  # glyph heights from which that is looked at


@dataclass(frozen=True, slots=True)
class Lines:
    """Find text lines by linking glyphs side by side; classical, quick, no model.

    Gives the provisional region "p0001.r000" with all lines: `Line.box` holds the line's ink,
    `Line.size` is the body of the type in pixels, comparable to a font size: the height from the
    baseline to the top of the capitals divided by 0.7; of a vertical line, the width of its
    characters divided by 0.92. `Line.baseline` has two points, the foot of a vertical line's
    characters being their right side. Lines have no words yet.
    """

    name: ClassVar[str] = "lines"
    needs: ClassVar[frozenset[Fact]] = frozenset({"pixels"})
    gives: ClassVar[frozenset[Fact]] = frozenset({"lines"})

    def __call__(self, sheet: Sheet, /) -> Sheet:
        """Return the sheet with its text lines in one provisional region."""
        if sheet.pixels is None:
            return sheet
        sheet, ink = inked(sheet)
        page = sheet.page
        lines = _find(ink, page) if ink.glyph else ()
        kept = tuple(region for region in page.regions if not region.lines)
        if lines:
            box = union(line.box for line in lines)
            kept = (Region(id=f"{page.id}.r000", box=box, lines=lines), *kept)
        vertical = sum(line.vertical for line in lines)
        note = f"{len(lines)} lines found, {vertical} of them vertical"
        return replace(sheet, page=replace(page, regions=kept), note=note)


def _find(ink: Ink, page: Page) -> tuple[Line, ...]:
    rules = painted(page, Role.SEPARATOR, ink)
    pictures = painted(page, Role.PICTURE, ink)
    mask = ink.mask & ~grown(rules, 3, 3) & ~pictures
    (level, columns), titles = together(
        partial(_print, mask, rules, ink.glyph), partial(_titles, ink, rules, pictures)
    )
    rows = titles + level
    found = [(_trimmed(row.box, row), row, False) for row in _texts(rows, ink.glyph)]
    found += [(_box(row, True), row, True) for row in columns if _is_text(row, ink.glyph, True)]
    found = [item for item in found if not _is_edge(item[0], item[1].count, mask.shape)]
    found = [item for item, holds in zip(found, _holding(found), strict=True) if holds < FULL]
    found = [item for item, lies in zip(found, lying_on_lines(found), strict=True) if not lies]
    found = _clear_of_print(found)
    found.sort(key=lambda item: (item[0].y0, item[0].x0))
    return tuple(
        _line(f"{page.id}.l{number:04d}", box, row, vertical, ink.step)
        for number, (box, row, vertical) in enumerate(found, start=1)
    )


def _print(mask: Mask, rules: Mask, size: float) -> tuple[list[Row], list[Row]]:
    """Return the rows of level print, and the columns of vertical print in the turned page."""
    glyphs, labels = find_glyphs(mask)
    frames = holds_print(glyphs, size)
    if frames.any():
        around = chosen(labels, np.append(False, frames))
        mask, rules = mask & ~around, rules | around
        glyphs, labels = find_glyphs(mask)
    downwards = find_vertical(glyphs, labels, size)
    if not downwards.any():
        return _rows(glyphs, labels, mask, rules, size), []
    upright = mask & chosen(labels, np.append(False, downwards))
    mask = mask | _whole_display(mask & ~upright, rules, size)
    level = _rows(*find_glyphs(mask & ~upright), mask & ~upright, rules, size)
    columns = _columns(upright, rules, size)
    heads = _heads_columns(level, columns)
    strays = [*stand_in_rows(level, columns), *words_of_rows(level, columns)]
    for _ in range(LOOKS):
        if not heads and not strays:
            break
        for x0, y0, x1, y1 in heads:
            upright[y0:y1, x0:x1] = mask[y0:y1, x0:x1]
        for x0, y0, x1, y1 in strays:
            upright[y0:y1, x0:x1] = 0
        level = _rows(*find_glyphs(mask & ~upright), mask & ~upright, rules, size)
        columns = _columns(upright, rules, size)
        heads, strays = [], words_of_rows(level, columns)
    return level, columns


def _whole_display(mask: Mask, rules: Mask, size: float) -> Mask:
    """Return large level characters of a page of Chinese, their parts made one: 晶 has three."""
    glyphs, labels = find_glyphs(mask)
    large = np.maximum(glyphs.height, glyphs.width) >= DISPLAY * size
    gap = MERGE * DISPLAY * size
    return closed(mask & chosen(labels, np.append(False, large)), gap, gap) & ~rules


def _rows(glyphs: Glyphs, labels: Numbers, mask: Mask, rules: Mask, size: float) -> list[Row]:
    core = is_core(glyphs, size)
    clean = mask & chosen(labels, np.append(False, core))
    gutters = find_gutters(clean, glyphs.pick(core), size)
    return find_rows(glyphs, labels, np.maximum(rules, gutters & GUTTER), size)


def _columns(upright: Mask, rules: Mask, size: float) -> list[Row]:
    """Return the columns of vertical print as rows of the transposed page."""
    slits = opened(~upright, 1, SLIT * size)
    turned = turned_over(closed(upright, MERGE * size, 1) & ~slits)
    rows = _rows(*find_glyphs(turned), turned, turned_over(rules), size)
    return _whole_squares(rows)


def _whole_squares(columns: list[Row]) -> list[Row]:
    """Return the columns, the halves of single large characters put together: they are square."""
    done: list[Row] = []
    for row in sorted(columns, key=lambda row: row.box.y0):
        for number, other in enumerate(done):
            if _is_square(other, row):
                box = union((other.box, row.box))
                whole = merged(other, row)
                done[number] = replace(whole, box=box, top=float(box.y0), base=float(box.y1))
                break
        else:
            done.append(row)
    return done


def _is_square(one: Row, other: Row) -> bool:
    """Whether two rows of the transposed page are the left and the right of one character."""
    if min(one.count, other.count) > 1 or max(one.count, other.count) > LETTERS:
        return False
    box = union((one.box, other.box))
    parts = max(one.box.height, other.box.height) <= HALF * box.width
    apart = -one.box.overlap_y(other.box) <= APART * box.width
    level = one.box.overlap_x(other.box) >= LEVEL * box.width
    return parts and apart and level and SQUARE <= box.height / max(1, box.width) <= 1 / SQUARE


def _heads_columns(rows: list[Row], columns: list[Row]) -> list[Box]:
    """Return the level rows that are but characters of the columns they touch or lie in.

    So is one of few characters that stand nearer to a column than to each other.
    """
    sides = np.array([_box(column, True) for column in columns], float).reshape(-1, 4)
    x0, y0, x1, y1 = sides.T
    size = np.array([column.rise for column in columns])
    heads = []
    for row in rows:
        alike = (ALIKE * row.rise >= size) & (ALIKE * size >= row.rise)
        gap = np.minimum(np.abs(y0 - row.base), np.abs(row.top - y1))
        shared = np.minimum(x1, row.box.x1) - np.maximum(x0, row.box.x0)
        inside = (y0 <= row.box.center.y) & (row.box.center.y <= y1) & (row.rise <= size)
        within = (inside & (shared >= WITHIN * row.box.width)).any()
        within |= (alike & (gap < row.space) & (shared >= COVERED * (x1 - x0))).any()
        covered = np.maximum(shared, 0)[alike & (gap <= TOUCH * row.rise)].sum()
        if (within and row.count <= LETTERS) or covered >= COVERED * row.box.width:
            heads.append(row.box)
    return heads


def stand_in_rows(rows: list[Row], columns: list[Row]) -> list[Box]:
    """Return the single characters beside which a row, or another of them, stands level.

    What is over or under them is further off: no column goes on there.
    """
    boxes = [_box(column, True) for column in columns]
    lone = [box for box in boxes if SQUARE <= box.width / max(1, box.height) <= 1 / SQUARE]

    def alike(box: Box, other: Box) -> bool:
        return box is not other and 1 / ALIKE <= box.width / other.width <= ALIKE

    def beside(box: Box, other: Box) -> bool:
        low, high = sorted((box.height, other.height))
        near = -SPACED * low <= box.overlap_x(other) <= 0
        return near and high <= ALIKE * low and box.overlap_y(other) >= LEVEL * low

    def goes_on(box: Box, other: Box) -> bool:
        near = box.overlap_y(other) > -SPACED * box.height
        return near and alike(box, other) and box.overlap_x(other) > 0

    free = [box for box in lone if not any(goes_on(box, other) for other in boxes)]
    level = [*(row.box for row in rows), *free]
    return [box for box in free if any(beside(box, other) for other in level)]


def words_of_rows(rows: list[Row], columns: list[Row]) -> list[Box]:
    """Return the columns that are but words of rows that go on right beside them, row by row.

    Where lines are blurred into each other, words over words melt into a column; but no column
    has several rows at a word space, or less, from it.
    """
    x0, y0, x1, y1 = np.array([row.box for row in rows], float).reshape(-1, 4).T
    rise, middle = np.array([row.rise for row in rows]), (y0 + y1) / 2
    found = []
    for box in (_box(column, True) for column in columns):
        beside = (middle > box.y0) & (middle < box.y1) & (rise <= box.width / BROAD)
        near = (x0 < box.x1 + BESIDE * rise) & (x1 > box.x0 - BESIDE * rise)
        beyond = (x1 > box.x1 + GOES_ON * rise) | (x0 < box.x0 - GOES_ON * rise)
        whole = np.flatnonzero(beside & near & beyond)
        if len(whole) >= LETTERS and rise[whole].sum() >= STACKED * box.height:
            found.append(box)
    return found


def _titles(ink: Ink, rules: Mask, pictures: Mask) -> list[Row]:
    """Return rows of display letters that stand in a picture, such as a nameplate with a view."""
    if not pictures.any():
        return []
    letters = display_letters(ink, rules)
    rows = find_rows(*find_glyphs(letters & pictures), rules, ink.glyph)
    return [
        row
        for row in rows
        if row.count >= LETTERS and row.rise >= DISPLAY * ink.glyph and _on_paper(row, ink.flat)
    ]


def _on_paper(row: Row, flat: Pixels) -> bool:
    """Whether paper shows between the letters of a row, as it does not within a photograph."""
    x0, y0, x1, y1 = row.box
    return float((flat[y0:y1, x0:x1] > PAPER).mean()) >= SHOWS


def _texts(rows: list[Row], size: float) -> list[Row]:
    """Return the rows worth reading, and the lone figures in the first or last of them."""
    kept = [row for row in rows if _is_text(row, size)]
    if not kept:
        return kept
    ends = min(kept, key=lambda row: row.base), max(kept, key=lambda row: row.base)
    alone = [row for row in rows if row.count == 1 and FOLIO * size <= row.rise < ALONE * size]
    return kept + [
        row
        for row in alone
        for end in ends
        if min(row.base, end.base) - max(row.top, end.top) >= FOLIO / 2 * row.rise
        and row.box.width >= SLIM * row.rise
        and SPARSE * row.box.area <= row.area < HOLE * row.box.area
    ]


def _is_text(row: Row, size: float, upright: bool = False) -> bool:
    """Whether a row is worth reading: not a lone speck, bar, hole or crumb.

    A lone character of an `upright` column may be narrow: 日 is as large as it is high.
    """
    sparse = row.area < SPARSE * row.box.area or row.box.height > 3 * row.rise
    least = SMALL if row.count >= TYPE else FEW if row.count >= LETTERS else LEAST
    if row.rise < least * size or sparse:
        return False
    if row.count <= LETTERS and row.box.width < SLIM * row.rise:
        return False
    if row.count > 1 or row.box.width >= WORD * row.rise:
        return True
    if max(row.rise, upright * row.box.width) < ALONE * size:
        return False
    return row.area < HOLE * row.box.area or row.rise < BLOT * size


def _is_edge(box: Box, count: int, shape: tuple[int, ...]) -> bool:
    """Whether a few blots touch the edge of the page: what is left of its border."""
    inside = Box(1, 1, shape[1] - 1, shape[0] - 1)
    return count <= LETTERS and not inside.contains(box)


def _holding(found: list[tuple[Box, Row, bool]]) -> list[int]:
    """Return how many much smaller lines each one holds: a frame or a drawing holds some."""
    boxes = np.array([box for box, _, _ in found]).reshape(-1, 4)
    rises = np.array([row.rise for _, row, _ in found])
    x, y = (boxes[:, 0] + boxes[:, 2]) / 2, (boxes[:, 1] + boxes[:, 3]) / 2
    least = rises.min(initial=np.inf)
    holds = []
    for (x0, y0, x1, y1), row, _ in found:
        if row.count > LETTERS or least > SMALLER * row.rise:
            holds.append(0)
            continue
        inside = (x > x0) & (x < x1) & (y > y0) & (y < y1) & (rises <= SMALLER * row.rise)
        holds.append(int(inside.sum()))
    return holds


def lying_on_lines(found: list[tuple[Box, Row, bool]]) -> list[bool]:
    """Return which are but a few letters or a blot that lie on several smaller lines."""
    x0, y0, x1, y1 = np.array([box for box, _, _ in found], float).reshape(-1, 4).T
    rises = np.array([row.rise for _, row, _ in found])
    lies = []
    for box, row, _ in found:
        if row.count > LETTERS:
            lies.append(False)
            continue
        across = np.minimum(x1, box.x1) - np.maximum(x0, box.x0)
        down = np.minimum(y1, box.y1) - np.maximum(y0, box.y0)
        under = (across > 0) & (down >= (y1 - y0) / 2) & (rises <= LOWER * row.rise)
        covered = float((across * down)[under].sum())
        lies.append(int(under.sum()) >= FULL and covered >= COVERED * box.area)
    return lies


def _clear_of_print(found: list[tuple[Box, Row, bool]]) -> list[tuple[Box, Row, bool]]:
    """Return the lines, the boxes of level ones less flourishes with much smaller lines beside.

    What hangs from large letters, or rises from them, is narrow; such lines lie beside it, right
    under the feet of the other letters or right above their heads.
    """
    boxes = np.array([box for box, _, _ in found], float).reshape(-1, 4)
    x, y = (boxes[:, 0] + boxes[:, 2]) / 2, (boxes[:, 1] + boxes[:, 3]) / 2
    rises = np.array([row.rise for _, row, _ in found])
    least = rises.min(initial=np.inf)
    clear = []
    for box, row, vertical in found:
        if vertical or least > SMALLER * row.rise:
            clear.append((box, row, vertical))
            continue
        small = (rises <= SMALLER * row.rise) & (x > box.x0) & (x < box.x1)
        under = boxes[small & (y > row.base) & (y < box.y1), 1]
        over = boxes[small & (y < row.top) & (y > box.y0), 3]
        if len(under) + len(over) < FULL:
            clear.append((box, row, vertical))
            continue
        top = min(int(over.max(initial=box.y0)), int(row.top))
        base = max(int(under.min(initial=box.y1)), int(row.base) + 1)
        inner = Box(box.x0, max(box.y0, top), box.x1, min(box.y1, base))
        clear.append((inner, row, vertical))
    return clear


def _trimmed(box: Box, row: Row) -> Box:
    """Return the box of a level line less what hangs from it over the next: touching letters."""
    if row.count <= LETTERS:
        return box
    top, base = int(row.top - HANGS * row.rise), int(row.base + HANGS * row.rise) + 1
    return Box(box.x0, max(box.y0, top), box.x1, min(box.y1, base))


def _box(row: Row, vertical: bool) -> Box:
    return Box(row.box.y0, row.box.x0, row.box.y1, row.box.x1) if vertical else row.box


def _line(name: str, box: Box, row: Row, vertical: bool, step: float) -> Line:
    place = scaled(box, step)
    base = round(row.base * step)
    ends = (place.y0, place.y1) if vertical else (place.x0, place.x1)
    return Line(
        id=name,
        box=place,
        size=round(row.rise * step / (HAN if vertical else CAPITAL), 1),
        baseline=tuple(Point(base, end) if vertical else Point(end, base) for end in ends),
        vertical=vertical,
    )
