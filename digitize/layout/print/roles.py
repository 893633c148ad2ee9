"""Roles on a printed page, from type, place, rules and words."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from digitize.grammar.jumps import find_catchword
from digitize.layout.evidence.captions import is_credit, under_picture
from digitize.layout.evidence.verdict import Verdict, readable, set_form
from digitize.layout.page.board import Board, Look, board_of
from digitize.layout.page.directions import parts
from digitize.layout.page.scale import all_lines, mostly_vertical
from digitize.layout.page.specks import noise_regions
from digitize.layout.print.display import adverts
from digitize.layout.print.headings import headings, level_stacks
from digitize.layout.print.notices import notices
from digitize.layout.print.pointers import pointers
from digitize.layout.print.quotes import quotes
from digitize.layout.print.sections import sections
from digitize.layout.print.spread import heads, strips
from digitize.layout.print.stacks import LARGE
from digitize.layout.print.staff import staff
from digitize.layout.print.tables import tables
from digitize.layout.print.teasers import teasers
from digitize.model.geometry import Box
from digitize.model.page import Page, Role

_FOOT = 2.0  # body sizes between a column's last line and the jump line under it
_FAR_FOOT = 8.0  # the same where the last column ends early and the line stands at its right
_CREDIT = Verdict(Role.CREDIT, 0.6, "is one line of small print under a picture")
_CAPTION = Verdict(Role.CAPTION, 0.75, "stands right under a picture")
_SMALL_PRINT = 0.72  # body sizes; a few rows of smaller type near a picture credit it


def print_roles(page: Page) -> dict[str, Verdict]:
    """Return a verdict for each region of text on a printed page."""
    noise = noise_regions(page)
    found = {name: Verdict(Role.NOISE, 0.9, why) for name, why in noise.items()}
    board = board_of(page, noise)
    found |= {
        look.id: Verdict(Role.NOISE, 0.9, "nothing could be read")
        for look in board.looks
        if not readable(look.said)
    }
    read = any(look.said.text for look in board.looks)
    if not read:
        return {look.id: Verdict(Role.BODY, 0.3, "is not read yet") for look in board.looks}
    for judge in _JUDGES:
        rest = [look for look in board.looks if look.id not in found]
        found |= {
            name: verdict for name, verdict in judge(board, rest).items() if name not in found
        }
    for look in board.looks:
        found.setdefault(
            look.id, Verdict(Role.BODY, 0.9 if look.rows > 2 else 0.7, "is running text")
        )
    return found


def _head(board: Board, looks: Sequence[Look]) -> dict[str, Verdict]:
    names = {look.id for look in looks}
    return {name: verdict for name, verdict in heads(board).items() if name in names}


def _folios(board: Board, _looks: Sequence[Look]) -> dict[str, Verdict]:
    return strips(board)


def _sections(board: Board, looks: Sequence[Look]) -> dict[str, Verdict]:
    """Judge labels where text runs to the right: rules stand over and under every tier."""
    found = sections(board, [look for look in looks if not look.region.lines[0].vertical])
    names = {look.id for look in looks if look.region.lines[0].vertical}
    if not names:
        return found
    flowing = board_of(board.page, board.left_out, flowing=True)
    return found | sections(flowing, [look for look in flowing.looks if look.id in names])


def _set_forms(board: Board, looks: Sequence[Look]) -> dict[str, Verdict]:
    """Bylines, datelines, credits and jump lines that stand alone."""
    found: dict[str, Verdict] = {}
    for look in looks:
        verdict = set_form(look.said) if look.rows <= 2 else None
        if verdict is not None and not (verdict.role == Role.DATELINE and _is_shown(look)):
            found[look.id] = verdict
        elif find_catchword(look.said.text) and _ends_column(board, look):
            why = "gives catchword and page under a column of text"
            found[look.id] = Verdict(Role.JUMP_LINE, 0.8, why)
    return found


def _is_shown(look: Look) -> bool:
    """Whether a line is set as no dateline is: in a frame, as in adverts, or in display type."""
    return look.frame >= 0 or look.ratio >= LARGE


def _ends_column(board: Board, look: Look) -> bool:
    """Whether a line stands under running text: right under it, or at its column's right edge."""
    over = board.above(look, board.looks)
    if over is None or over.rows < 2 or over.ratio >= 1.3:
        return False
    gap, size = look.box.y0 - over.box.y1, board.scale.size
    flush = abs(look.box.x1 - over.box.x1) <= size and look.box.x0 - over.box.x0 > size
    return gap <= (_FAR_FOOT if flush else _FOOT) * size


def _captions(board: Board, looks: Sequence[Look]) -> dict[str, Verdict]:
    """Return verdicts on what stands right under pictures: a credit, then a caption."""
    found: dict[str, Verdict] = {}
    for picture in board.pictures:
        over = picture  # with the credit under it
        for look in sorted(board.looks, key=lambda look: look.box.y0):
            if look.frame >= 0 or not under_picture(
                look.box, look.rows, look.ratio, over, board.scale.size
            ):
                continue
            small = look.ratio < _SMALL_PRINT and look.rows == 1 and look.said.weight < 50
            if look in looks:
                found[look.id] = _CREDIT if small else _CAPTION
            if not small and not is_credit(look.said.text):
                break
            over = Box(over.x0, over.y0, over.x1, look.box.y1)
    return found


def _headings(board: Board, looks: Sequence[Look]) -> dict[str, Verdict]:
    """Judge headings where text runs to the right: vertical print is laid on its side.

    Pull quotes are no neighbours of theirs: the text goes on past them.
    """
    found: dict[str, Verdict] = {}
    names = {look.id for look in looks}
    aside = board.left_out | set(quotes(board, board.looks))
    for part in parts(board.page):
        flowing = board_of(part, aside, flowing=True)
        told = headings(flowing, [look for look in flowing.looks if look.id in names])
        if mostly_vertical(all_lines(part)):
            told |= level_stacks(board_of(part, aside), told)
        found |= told
    return found


_JUDGES: tuple[Callable[[Board, Sequence[Look]], dict[str, Verdict]], ...] = (
    _head,
    _folios,
    staff,
    teasers,
    _set_forms,
    _captions,
    pointers,
    _sections,
    tables,
    quotes,
    notices,
    adverts,
    _headings,
)
"""Who judges the regions, each those that are still open."""
