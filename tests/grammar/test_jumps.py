from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digitize.grammar.jumps import find_jump

JUMPS = (
    ("Continued on page 4", "to", "4", ""),
    ("(Continued on Page Four.)", "to", "4", ""),
    ("See LUNAR, Page A4", "to", "A4", "LUNAR"),
    ("Please see MOON, A4", "to", "A4", "MOON"),
    ("CONTINUED ON SECOND PAGE", "to", "2", ""),
    ("Please turn to page 3, col. 2", "to", "3", ""),
    ("Continued on next page", "to", "", ""),
    ("(Contmued from page l)", "from", "1", ""),
    ("Moon — Continued from Page 1", "from", "1", "Moon"),
    ("From Page 1", "from", "1", ""),
    ("下轉A4版", "to", "A4", ""),
    ("（下轉第三版）", "to", "3", ""),
    ("文接A2版", "to", "A2", ""),
    ("上接第一版", "from", "1", ""),
    ("(上接第十二頁)", "from", "12", ""),
    ("（未完）", "to", "", ""),
    ("Fortsetzung auf Seite 4", "to", "4", ""),
    ("Fortsetzung von Seite 1", "from", "1", ""),
    ("Suite page 4", "to", "4", ""),
    ("(Suite de la page 1)", "from", "1", ""),
)
NO_JUMPS = (
    "SPECIAL COVERAGE, PAGES 3-6",
    "See news updates on www.example.com",
    "He turned to the page 4 of the book and read on",
    "The council met on Tuesday",
    "",
)


@pytest.mark.parametrize(("text", "direction", "page", "slug"), JUMPS)
def test_a_jump_line_is_read(text: str, direction: str, page: str, slug: str) -> None:
    """Direction, page and catchword are found, though the keyword may be misread."""
    jump = find_jump(text)
    assert jump is not None
    assert (direction, page, slug) == (jump.direction, jump.page, jump.slug)
    assert jump.printed in text


@pytest.mark.parametrize("text", NO_JUMPS)
def test_a_pointer_is_no_jump(text: str) -> None:
    """Ranges of pages, addresses and prose lead no story on."""
    assert find_jump(text) is None


@given(st.text(max_size=120))
def test_any_text_gets_an_answer(text: str) -> None:
    """No text makes the grammar fail, and what it finds stands in the text."""
    jump = find_jump(text)
    assert jump is None or jump.printed in text
