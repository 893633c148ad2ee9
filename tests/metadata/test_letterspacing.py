from __future__ import annotations

from digitize.metadata.letterspacing import unspaced
from digitize.model.geometry import Box
from digitize.model.page import Line, Word


def _line(text: str) -> Line:
    """Return the words of `text` with their columns: two spaces are a wider gap than one."""
    words = [
        Word(id=f"w{place:02d}", text=char, box=Box(place, 0, place + 1, 1))
        for place, char in enumerate(text)
        if char != " "
    ]
    return Line(id="l", words=tuple(words))


def test_letters_set_apart_are_words() -> None:
    """A row of single letters is cut where its gaps are wider than usual."""
    assert ["THE", "TIMES"] == list(unspaced(_line("T H E   T I M E S")))


def test_a_row_without_wider_gaps_is_one_word() -> None:
    """Evenly spaced letters are one word, for print does not say more."""
    assert ["TRIBUNE"] == list(unspaced(_line("T R I B U N E")))


def test_a_few_letters_are_initials() -> None:
    """Three letters apart stay apart, and so do words."""
    words = (*_line("A B C").words, Word(id="x", text="News"))
    assert ["A", "B", "C", "News"] == list(unspaced(Line(id="l", words=words)))
