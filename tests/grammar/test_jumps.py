from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digitize.grammar.jumps import find_catchword, find_jump
from digitize.grammar.scripts import is_han

_TABLE = Path(__file__).with_name("jumps.tsv")
_ROWS = [
    tuple(row.split("\t"))
    for row in _TABLE.read_text("utf-8").splitlines()
    if row and not row.startswith("#")
]
CATCHWORDS = (
    ("RAILWAY, Page 2", "2", "RAILWAY"),
    ("► HARBOR, A4", "A4", "HARBOR"),
    ("HARBOR/Page A3", "A3", "HARBOR"),
    ("HARBOR BRIDGE — Page 12", "12", "HARBOR BRIDGE"),
)
NO_CATCHWORDS = ("WEATHER, Page 2", "MORE INSIDE, Page 3", "Page 2", "RAILWAY", "Railway, Page 2")


@pytest.mark.parametrize(
    ("text", "direction", "page", "slug"), _ROWS, ids=[row[0] for row in _ROWS]
)
def test_a_jump_line_is_read(text: str, direction: str, page: str, slug: str) -> None:
    """Every form of the table gives direction, page and catchword, or none where it is prose."""
    expected = None if direction == "none" else (direction, page.strip("-"), slug.strip("-"))
    jump = find_jump(text)
    assert expected == (None if jump is None else (jump.direction, jump.page, jump.slug))
    assert jump is None or jump.printed in text


@pytest.mark.parametrize(("least", "chinese"), [(200, False), (200, True)])
def test_the_table_is_large(*, least: int, chinese: bool) -> None:
    """The table holds at least 200 printed jump lines of English and of Chinese."""
    said = [row[0] for row in _ROWS if row[1] != "none" and any(map(is_han, row[0])) is chinese]
    assert len(said) >= least


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("Continued in column 4", "4"),
        ("(Continued in next column)", "next"),
        ("Continued from column 2", "2"),
        ("Continued from preceding column", "previous"),
    ],
)
def test_a_column_can_be_named(text: str, column: str) -> None:
    """Old papers send the reader to another column of the page."""
    jump = find_jump(text)
    assert jump is not None
    assert ("", column) == (jump.page, jump.column)


@pytest.mark.parametrize(("text", "page", "slug"), CATCHWORDS)
def test_a_catchword_names_its_page(text: str, page: str, slug: str) -> None:
    """Catchword and page are read though no verb is printed."""
    jump = find_catchword(text)
    assert jump is not None
    assert (page, slug) == (jump.page, jump.slug)


@pytest.mark.parametrize("text", NO_CATCHWORDS)
def test_what_points_inside_is_no_catchword(text: str) -> None:
    """The weather and "more" are no catchwords, nor is a page or a word by itself."""
    assert find_catchword(text) is None


@pytest.mark.parametrize("digit", "123456789")
def test_a_digit_is_never_mended(digit: str) -> None:
    """The page named is the page printed, however the words around it are damaged."""
    jump = find_jump(f"Gontinued ou pagc {digit}")
    assert jump is not None
    assert digit == jump.page


@given(st.text(max_size=120))
def test_any_text_gets_an_answer(text: str) -> None:
    """No text makes the grammar fail, and what it finds stands in the text."""
    jump = find_jump(text)
    assert jump is None or jump.printed in text
