from __future__ import annotations

import pytest
from hypothesis import given, settings

from digitize.clean.escapes import Escapes
from tests.clean.build import after, changes, column, passage, texts
from tests.clean.laws import ROWS, content, given_rows, print_of


def _read(text: str) -> str:
    return texts(after(Escapes(), passage(column("r1", text))))[0]


@pytest.mark.parametrize(
    ("print_", "read"),
    [
        (r"HK \$10", "HK $10"),
        (r"100\% of A\_B \#5", "100% of A_B #5"),
        (r"a \*note\* and \_lines\_", "a *note* and _lines_"),
        ("Smith &amp; Sons", "Smith & Sons"),
        ("Smith &amp;amp; Sons", "Smith & Sons"),
        ("**China, Russia to build** it", "China, Russia to build it"),
        ("the _Evening Star_, which", "the Evening Star, which"),
        ("<b>China</b> and<br/> Russia", "China and Russia"),
        ("## China and Russia", "China and Russia"),
        (r"\textbf{China and Russia}, to \emph{build}", "China and Russia, to build"),
    ],
)
def test_what_another_tool_added_is_not_read(print_: str, read: str) -> None:
    """Escapes stand for their character, markup for nothing."""
    assert read == _read(print_)


@pytest.mark.parametrize(
    "print_",
    ["# 5 Main Street", "* * *", "5 * 3 * 2", "a_b_c", r"C:\news", "AT&T; B&O", "rated ** by all",
     "*Prices to be had on asking", "x < b and c > d", r"\textbf{left open", r"a } b"],
)  # fmt: skip
def test_printed_marks_stay(print_: str) -> None:
    """Marks that are no markup are print."""
    assert {} == changes(Escapes()(passage(column("r1", print_))))


def test_markup_is_looked_for_in_flat_text_only() -> None:
    """An engine that reads ** has seen stars."""
    scan = passage(column("r1", "**China and Russia**"), unit="pixel")
    assert {} == changes(Escapes()(scan))


def test_the_reason_tells_escape_from_markup() -> None:
    """A librarian reads which of the two it was."""
    edits = list(Escapes()(passage(column("r1", r"\$10 **now**"))))
    assert ["escape" in edit.reason for edit in edits] == [True, False]


@given(ROWS)
@settings(deadline=None)
def test_the_laws_of_a_rule(rows: list[str]) -> None:
    """The rule is content with its own result and leaves the print alone."""
    before = given_rows(rows)
    assert content(Escapes(), before)
    assert print_of(before) == print_of(after(Escapes(), before))
