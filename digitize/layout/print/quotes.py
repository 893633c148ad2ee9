"""Pull quotes: words of a story, set again in larger type within it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz import fuzz

from digitize.layout.evidence.verdict import Verdict
from digitize.layout.page.board import Board, Look, composed
from digitize.layout.page.specks import count_letters
from digitize.layout.print.subheads import opens
from digitize.model.geometry import Box
from digitize.model.page import Region, Role
from digitize.model.reading import read

_LARGER = 1.12  # body sizes; a quote is set larger than the text
_ROWS = (2, 12)
_SENTENCE = 7  # words of a sentence; headings that end with a point are shorter
_TEXT_ROWS = 2
_COLUMNS = 2.6  # times its width; a quote runs over no more columns, nor they over it
_RULED, _AS_WIDE = 1.5, 0.9  # body sizes from a quote to its rules, and share they run over it
_TOP, _NEXT = 3.0, 6.0  # body sizes from the top of a column to a quote there, and to its left
_LETTERS = 24  # letters; fewer may stand in any text
_LIKE = 88  # percent; words so like each other are the same, misread
_PROBE = 60  # letters that are looked for
_SPOKEN = re.compile(r'^\W{0,2}["“„«「『].*(?:["”“»」』]\W{0,2}|[.!?。！？])$')
_NO_LETTER = re.compile(r"\W+")


def quotes(board: Board, looks: Sequence[Look]) -> dict[str, Verdict]:
    """Return verdicts on the regions of `looks` whose words stand in a text of the page as well."""
    texts = [
        _letters(look.said.text) for look in board.looks if look.ratio < _LARGER and look.rows >= 3
    ]
    whole = "|".join(texts)
    found: dict[str, Verdict] = {}
    for look in looks:
        if look.ratio < _LARGER or look.rows > _ROWS[1]:
            continue
        if look.rows >= _ROWS[0] and _stands_in(look, whole) and not _begins(board, look):
            why = "says in larger type what a text of the page says"
            found[look.id] = Verdict(Role.PULL_QUOTE, 0.8, why)
        elif _interrupts(board, look):
            why = "is speech, or a sentence, in larger type that interrupts a column of text"
            found[look.id] = Verdict(Role.PULL_QUOTE, 0.7, why)
    return found


def _interrupts(board: Board, look: Look) -> bool:
    """Whether words in larger type stand between text and text, or ruled off at the foot.

    They are a whole sentence, or what somebody said, with its quotation marks.
    """
    said = look.said
    spoken = bool(_SPOKEN.match(said.text)) and count_letters(said.text) >= _LETTERS / 2
    told = said.case == "sentence" and said.ends and said.words >= _SENTENCE
    looks = [one for one in board.looks if not spoken or _is_text(one)]  # past subheadings
    over, under = board.above(look, looks), board.below(look, looks)
    if not (told or spoken) or (under is not None and opens(under)):
        return False
    ruled = board.rules.enclose(look.box, _RULED * board.scale.size, _AS_WIDE)
    if any(_runs_around(one.box, look.box, ruled) for one in looks if _is_text(one)):
        return True
    if ruled and spoken and _is_column(under, look):
        last = _is_last_row(board.above(look, board.looks))
        if last or any(_stands_level(one, look, board.scale.size) for one in looks):
            return True
    if ruled:
        return _is_column(over, look, rows=1)
    return _is_column(over, look) and _is_column(under, look)


def _begins(board: Board, look: Look) -> bool:
    """Whether the text right under a region begins with its words, as under some headlines."""
    under = board.below(look, board.looks)
    said = _letters(look.said.text)
    return under is not None and _letters(under.said.text).startswith(said[: _LETTERS // 2])


def _runs_around(text: Box, quote: Box, ruled: bool) -> bool:
    """Whether a text runs around a quote, or makes room for one that is astride its gutter."""
    return text != quote and (text.contains(quote) or (ruled and text.intersection(quote) > 0))


def _is_last_row(over: Look | None) -> bool:
    """Whether one row of text, the end of a paragraph, is all that stands over a quote."""
    return (
        over is not None
        and over.rows == 1
        and over.ratio < _LARGER
        and over.said.ends
        and not over.bold
    )


def _stands_level(text: Look, quote: Look, size: float) -> bool:
    """Whether a column of text to the left begins level with a quote, or with the rule over it."""
    apart = quote.box.x0 - text.box.x1
    level = abs(text.box.y0 - quote.box.y0) <= _TOP * size
    return level and 0 <= apart <= _NEXT * size and _is_column(text, quote)


def _is_column(text: Look | None, quote: Look, rows: int = _TEXT_ROWS) -> bool:
    """Whether a region is text, and of a column that a quote may stand in."""
    return (
        text is not None
        and _is_text(text, rows)
        and text.box.width <= _COLUMNS * quote.box.width
        and quote.box.width <= _COLUMNS * text.box.width
    )


def _is_text(look: Look, rows: int = _TEXT_ROWS) -> bool:
    """Whether a region is text and no deck: those have their lines in the middle."""
    small = look.rows >= rows and look.ratio < _LARGER
    return small and not composed(look, look.region.lines[0].size)


def shared(quote: Region, text: Region) -> float:
    """Return 0..1: how much of a quote's beginning or end a text says, word for word."""
    said, whole = (_letters(read(region.lines)) for region in (quote, text))
    if min(len(said), len(whole)) < _LETTERS:
        return 0.0
    probes = {said[:_PROBE], said[-_PROBE:]}
    return max(fuzz.partial_ratio(probe, whole) / 100 for probe in probes)


def _stands_in(look: Look, whole: str) -> bool:
    letters = _letters(look.said.text)
    if len(letters) < _LETTERS or len(whole) < len(letters):
        return False
    probe = letters[:_PROBE]
    return probe in whole or fuzz.partial_ratio(probe, whole, score_cutoff=_LIKE) >= _LIKE


def _letters(text: str) -> str:
    return _NO_LETTER.sub("", text).casefold()
