from __future__ import annotations

import numpy as np
import pytest

from digitize.model.geometry import Box
from digitize.ocr.ctc import Glyph
from digitize.ocr.ink import Mask
from digitize.ocr.spaces import pieces


def line(*letters: tuple[int, str], width: int = 100) -> tuple[list[Glyph], Mask]:
    """Return glyphs and ink of letters 8 wide and 10 high that begin at the given columns."""
    ink = np.zeros((20, width), bool)
    for x, char in letters:
        ink[5:15, x : x + 8] = char != " "
    return [Glyph(char, x, x + 8, 0.9) for x, char in letters], ink


def test_a_space_ends_a_word() -> None:
    """Words split at the space the network saw; each has the box of its ink and its confidence."""
    glyphs, ink = line((0, "a"), (10, "b"), (20, " "), (30, "c"))
    first, second = pieces(glyphs, ink)
    assert ("ab", (0, 5, 18, 15)) == (first.text, tuple(first.box))
    assert ("c", (30, 5, 38, 15)) == (second.text, tuple(second.box))
    assert 0.9 == first.conf


def test_a_space_half_seen_counts_where_paper_confirms_it() -> None:
    """A weak hint and a gap make a space; the same hint without a gap makes none."""
    glyphs, ink = line((0, "a"), (14, "b"), (22, "c"))
    hinted = [glyphs[0], glyphs[1]._replace(space=0.2), glyphs[2]._replace(space=0.2)]
    assert ["a", "bc"] == [piece.text for piece in pieces(hinted, ink)]


def test_a_gap_as_wide_as_those_between_letters_confirms_no_space() -> None:
    """In loosely set type letters stand so far apart that paper says nothing."""
    glyphs, ink = line((0, "b"), (11, "i"), (22, "l"), (33, "l"))
    hinted = [glyphs[0], glyphs[1]._replace(space=0.2), *glyphs[2:]]
    assert ["bill"] == [piece.text for piece in pieces(hinted, ink)]


def test_a_gap_alone_makes_no_space() -> None:
    """Letterspaced print stays one word when the network saw no space at all."""
    glyphs, ink = line((0, "a"), (16, "b"))
    assert ["ab"] == [piece.text for piece in pieces(glyphs, ink)]


def test_no_space_is_added_before_a_stop_in_a_number_or_among_han() -> None:
    """Points, digits and Han stand apart for other reasons."""
    for left, right in (("a", "."), ("1", "7"), ("香", "港")):
        glyphs, ink = line((0, left), (11, right))
        hinted = [glyphs[0], glyphs[1]._replace(space=0.4)]
        found = pieces(hinted, ink)
        assert left + right == "".join(piece.text for piece in found)
        assert all(piece.glued for piece in found[1:])


def test_a_wide_space_needs_but_a_faint_hint() -> None:
    """In a justified line the paper is wide and the network nearly blind to it."""
    glyphs, ink = line((0, "a"), (30, "b"), (42, "c"))
    hinted = [glyphs[0], glyphs[1]._replace(space=0.04), glyphs[2]._replace(space=0.04)]
    assert ["a", "bc"] == [piece.text for piece in pieces(hinted, ink)]


def test_after_a_full_stop_a_faint_hint_asks_for_less_paper() -> None:
    """No. 4 has a space that hardly any network sees; 3,132 has none."""
    for letters, expected in (("o.4", ["o.", "4"]), ("3,1", ["3,1"])):
        glyphs, ink = line(*zip((0, 10, 23), letters, strict=True))
        hinted = [*glyphs[:2], glyphs[2]._replace(space=0.03)]
        assert expected == [piece.text for piece in pieces(hinted, ink)]


@pytest.mark.parametrize(("start", "expected"), [(18, ["K", "—", "T"]), (10, ["K—T"])])
def test_white_beside_a_dash_is_a_space(start: int, expected: list[str]) -> None:
    """No network sees it; where the stroke touches its neighbours, or nearly so, there is none."""
    glyphs, ink = line((0, "K"), (20, "—"), (44, "T"))
    ink[5:15, 20:28] = False
    ink[9:11, start : 52 - start] = True
    assert expected == [piece.text for piece in pieces(glyphs, ink)]


def test_a_space_between_figures_or_before_an_opening_quote_is_kept() -> None:
    """Telephone numbers have spaces, and a straight quotation mark may open what follows."""
    for left, right in (("4", "3"), (".", '"')):
        glyphs, ink = line((0, left), (14, right))
        hinted = [glyphs[0], glyphs[1]._replace(space=0.19)]
        assert [left, right] == [piece.text for piece in pieces(hinted, ink)]


def test_nothing_read_gives_nothing() -> None:
    """Spaces alone are no words."""
    glyphs, ink = line((0, " "), (30, " "))
    assert () == pieces(glyphs, ink)
    assert () == pieces([], ink)


def test_chinese_characters_are_pieces_by_themselves() -> None:
    """Each has its own box and confidence; no space stands between them, nor before figures."""
    glyphs, ink = line((0, "第"), (10, "1"), (20, "8"), (30, "期"), (40, " "), (50, "H"), (60, "K"))
    found = pieces(glyphs, ink)
    assert ["第", "18", "期", "HK"] == [piece.text for piece in found]
    assert [False, True, True, False] == [piece.glued for piece in found]
    assert Box(30, 5, 38, 15) == found[2].box


def test_a_long_stroke_is_a_dash() -> None:
    """The network calls both a hyphen; the ink tells them apart."""
    glyphs, ink = line((0, "a"), (40, "-"), (70, "b"))
    ink[5:15, 40:48] = False
    ink[9:11, 40:45] = True
    assert "-" in [piece.text for piece in pieces(spaced(glyphs), ink)]
    ink[9:11, 34:54] = True
    assert "—" in [piece.text for piece in pieces(spaced(glyphs), ink)]


def spaced(glyphs: list[Glyph]) -> list[Glyph]:
    """Return glyphs with a space between each two."""
    return [one for glyph in glyphs for one in (glyph, Glyph(" ", glyph.end, glyph.end + 1, 0.9))]
