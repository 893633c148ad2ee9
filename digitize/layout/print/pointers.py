"""What points to other pages and addresses: index boxes, teasers, promotions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from digitize.layout.evidence.verdict import Verdict, furniture
from digitize.layout.page.board import Board, Look, beside
from digitize.model.geometry import union
from digitize.model.page import Role
from digitize.model.reading import printed

_ROWS = 3  # rows that end in a page, from which a box is an index
_SHARE = 0.6  # of its rows
_NEAR = 1.6  # body sizes of white between its rows
_TITLE_NEAR = 3.0  # body sizes of white under its title
_SAYS = 0.5  # of its rows that say "page", or a section, where no title tells
_LONGEST = 60  # characters; a row that names a page is no longer
_ROW = re.compile(
    r"(?i)^\W*\S.{1,44}?(?:[.·…_\s-]{3,}|\s*[,:;—–-]\s*|\s+)"
    r"(?:pages?|pp?\.|seiten?|s\.|p[áa]g\.?|第)?\s*(?-i:[A-Z]{0,2})-?\d{1,3}(?:\s*[,–&-]\s*(?-i:[A-Z]?)\d{1,3})*"
    r"\s*[版頁页]?\W*$|"
    r"^\W*[^\W\d].{0,20}第?[〇一二三四五六七八九十]{1,3}[版頁页]\W*$|"
    r"(?i:^\W*(?:page|pages)\s+(?-i:[A-Z]?)\d{1,3}\W*$)"
)
_POINTS = re.compile(r"\s*[·•|‧∙▪■◆]\s*")  # what parts the entries of an index set in one row
_SHORT, _APART = 24, 3.0  # characters of a name, and times its column's width to its page
_PAGES = re.compile(
    r"^\W*[A-Z]{0,2}-?\d{1,3}(?:\s*[,–&-]\s*[A-Z]?\d{1,3})*\W*$|"
    r"^\W*第?[〇一二三四五六七八九十\d]{1,3}[版頁页]\W*$"
)
_SAYS_PAGE = re.compile(r"(?i)\b(?:pages?|pp?\.|seiten?|pág)|(?-i:\b[A-Z]\d{1,2}\W*$)|[版頁页]\W*$")
_TITLE = re.compile(
    r"(?i)^\W*(?:index|inside|in this issue|today|contents|on other pages|where to find it|"
    r"aus dem inhalt|inhalt|sommaire|dans ce numéro|índice|indice)\b|"
    r"^\W*(?:今日)?(?:要目|目錄|目录|導讀|导读|內容|内容)|^\W*本報今日"
)


def pointers(board: Board, looks: Sequence[Look]) -> dict[str, Verdict]:
    """Return verdicts on the regions of `looks` that only point elsewhere."""
    found: dict[str, Verdict] = {}
    for run in _runs(board, looks):
        rows = [entry for look in run for entry in _entries(look)]
        over = _title(board, run[0], looks)
        inside = bool(_TITLE.match(rows[0]))
        named = sum(map(_is_row, rows[inside:]))
        told = inside or over is not None or sum(map(_says_page, rows)) >= _SAYS * len(rows)
        if told and named >= _ROWS - inside and named >= _SHARE * (len(rows) - inside):
            why = "is rows that end in a page: what is where"
            found |= {look.id: Verdict(Role.INDEX, 0.8, why) for look in run}
            if over is not None:
                found[over.id] = Verdict(Role.INDEX, 0.75, "stands over an index")
    for names, pages in _columns(looks):
        whole = replace(names, box=union((names.box, pages.box)))
        over = _title(board, whole, looks)
        if over is not None or sum(map(_says_page, _rows(pages))) >= _SAYS * pages.rows:
            why = "is a column of names beside a column of pages: what is where"
            found |= {look.id: Verdict(Role.INDEX, 0.8, why) for look in (names, pages)}
            if over is not None:
                found[over.id] = Verdict(Role.INDEX, 0.75, "stands over an index")
    for look in looks:
        verdict = furniture(look.said) if look.rows <= 3 and look.id not in found else None
        if verdict is not None and verdict.role == Role.PROMO:
            found[look.id] = verdict
    return found


def _columns(looks: Sequence[Look]) -> Iterator[tuple[Look, Look]]:
    """Yield names and the pages set level with them, which a gutter has parted."""
    for pages in looks:
        if pages.rows < _ROWS or not all(map(_PAGES.match, _rows(pages))):
            continue
        for names in looks:
            level = names.box.overlap_y(pages.box) >= _SHARE * pages.box.height
            beyond = names.box.x1 <= pages.box.x0 and names.frame == pages.frame
            short = names.rows >= _ROWS and all(len(row) <= _SHORT for row in _rows(names))
            near = pages.box.x0 - names.box.x1 <= _APART * names.box.width
            if level and beyond and short and near:
                yield names, pages


def _entries(look: Look) -> list[str]:
    """Return the rows of a region, cut where points part entries that are set in one row."""
    return [entry for row in _rows(look) for entry in _POINTS.split(row) if entry]


def _rows(look: Look) -> list[str]:
    return [printed(line) for line in look.region.lines]


def _is_row(text: str) -> bool:
    return len(text) <= _LONGEST and bool(_ROW.match(text))


def _runs(board: Board, looks: Sequence[Look]) -> Iterator[list[Look]]:
    """Yield runs of regions that hold a row of an index, one right under the other."""
    left = sorted(
        (look for look in looks if any(map(_is_row, _entries(look)))),
        key=lambda look: (look.box.y0, look.box.x0),
    )
    while left:
        run = [left.pop(0)]
        while True:
            last = run[-1]
            near = [
                look
                for look in left
                if beside(last.box, look.box)
                and look.box.y0 - last.box.y1 <= _NEAR * board.scale.size
                and look.frame == last.frame
            ]
            if not near:
                break
            run.append(near[0])
            left.remove(near[0])
        yield run


def _says_page(text: str) -> bool:
    return bool(_SAYS_PAGE.search(text))


def _title(board: Board, first: Look, looks: Sequence[Look]) -> Look | None:
    """Return what stands over an index as its title, None when nothing does."""
    over = board.above(first, board.looks)
    if over is None or over not in looks or over.rows > 1 or not _TITLE.match(over.said.text):
        return None
    near = first.box.y0 - over.box.y1 <= _TITLE_NEAR * board.scale.size
    return over if near and over.frame == first.frame else None
