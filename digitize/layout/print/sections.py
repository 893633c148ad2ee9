"""Section labels: a few words in a box or between rules, over the headlines of a section."""

from __future__ import annotations

from collections.abc import Sequence

from digitize.layout.evidence.adverts import sells
from digitize.layout.evidence.captions import under_picture
from digitize.layout.evidence.verdict import Verdict
from digitize.layout.page.board import Board, Look
from digitize.model.geometry import Box
from digitize.model.page import Role

_WORDS, _HAN = 4, 6  # words, or characters, of a label
_ROWS = 2
_ALONE = 4.0  # times the height of its rows; a frame around it is no higher
_RULED = 2.0  # body sizes to the rules over and under it
_LONG = 0.8  # of its width; those rules are so long
_TEXT_ROWS = 4  # rows of body type under a heading of its own
_HEAD_TYPE, _HEAD_ROWS = 1.15, 5  # body sizes and rows of the headings under a page's label
_PAGE_RULE = 0.9  # of the print's width; a rule parts the label from the page


def sections(board: Board, looks: Sequence[Look]) -> dict[str, Verdict]:
    """Return verdicts on the regions of `looks` that name a section of the page."""
    return {
        look.id: Verdict(Role.SECTION_LABEL, 0.7, why)
        for look in looks
        if (_may_be_label(look) and (why := _why(board, look)))
        or (why := _over_the_page(board, look))
    }


def _may_be_label(look: Look) -> bool:
    said = look.said
    short = said.words <= (_HAN if said.han else _WORDS)
    plain = not said.facts and not said.byline and not said.dateline and said.jump is None
    cases = ("caps",) if look.frame >= 0 else ("caps", "title")  # in a box, names are of adverts
    return look.rows <= _ROWS and short and plain and (said.case in cases or said.han)


def _why(board: Board, look: Look) -> str:
    below = board.below(look, board.looks)
    heads = below is not None and not _is_text(below)
    if look.frame >= 0:
        frame = board.frames[look.frame]
        alone = all(other.frame != look.frame for other in board.looks if other is not look)
        low = frame.height <= _ALONE * look.box.height
        listed = below is not None and not heads
        label = alone and low and not listed and not sells(look.said.text)
        return "is a name alone in a box" if label else ""
    near = _RULED * board.scale.size
    title = look.said.case == "title"
    if (title and look.rows > 1) or not board.rules.enclose(look.box, near, _LONG):
        return ""
    heads = heads and not title
    over = any(_over_columns(board, rule) for rule in board.rules.under(look.box, near, _LONG))
    return "is a name between two rules, over headlines" if heads or over else ""


def _over_columns(board: Board, rule: Box) -> bool:
    """Whether columns begin side by side right under a rule, one with a headline."""
    first = [
        one
        for one in board.looks
        if 0 <= one.box.y0 - rule.y1 <= _RULED * board.scale.size
        and one.box.overlap_x(rule) >= _LONG * one.box.width
    ]
    beside = any(one.box.overlap_x(two.box) <= 0 for one in first for two in first)
    heads = (one.rows <= _ROWS and (one.bold or one.ratio >= _HEAD_TYPE) for one in first)
    return beside and any(heads)


def _is_text(look: Look) -> bool:
    """Whether a region is running text: some rows of it, or a short notice."""
    notice = look.ratio < _HEAD_TYPE and not look.bold and look.said.ends
    notice &= look.said.case != "caps"
    return notice or (look.rows >= _TEXT_ROWS and look.ratio < 1.2)


def _under_picture(board: Board, look: Look) -> bool:
    return any(
        under_picture(look.box, look.rows, look.ratio, one, board.scale.size)
        for one in board.pictures
    )


def _over_the_page(board: Board, look: Look) -> str:
    """Return why a line names the whole page: a rule parts it from several headings."""
    said, size, width = look.said, board.scale.size, board.content.width
    short = look.rows == 1 and said.words <= (_HAN if said.han else _WORDS)
    if not short or said.ends or look.ratio < _HEAD_TYPE or said.facts:
        return ""
    over = [one for one in board.looks if one.box.y1 <= look.box.center.y]
    level = [one for one in board.looks if one.box.overlap_y(look.box) > 0 and one is not look]
    rules = [
        rule
        for rule in board.rules.under(look.box, _RULED * size, _LONG)
        if rule.width >= _PAGE_RULE * width
    ]
    if not rules or level or any(one.ratio >= max(_HEAD_TYPE, 0.7 * look.ratio) for one in over):
        return ""
    under = [one for one in board.looks if one.box.y0 >= look.box.y1]
    first = [one for one in under if board.above(one, under) is None]
    heads = [
        one
        for one in first
        if (one.ratio >= _HEAD_TYPE and one.rows <= _HEAD_ROWS) or _under_picture(board, one)
    ]
    return "names the page, over a rule and the headings under it" if len(heads) > 1 else ""
