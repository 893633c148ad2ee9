from __future__ import annotations

from dataclasses import replace

from digitize.formats.halves import Half, halves, spaces
from digitize.model.geometry import Box
from digitize.model.page import Line, Word


def _line(name: str, *words: tuple[str, str | None]) -> Line:
    return Line(
        id=name,
        words=tuple(
            Word(id=f"{name}{at}", text=text, norm=norm) for at, (text, norm) in enumerate(words)
        ),
    )


def test_the_pieces_of_a_broken_word_are_found() -> None:
    """Last word of a line and first of the next, when they say so themselves."""
    lines = [_line("a", ("the", None), ("pa-", "paper")), _line("b", ("per", ""), ("is", None))]
    whole = {"a1": Half(1, "paper", "pa", "per"), "b0": Half(2, "paper", "pa", "per")}
    assert whole == halves(lines)
    assert ["pa", "per"] == [half.said for half in whole.values()]


def test_a_kept_hyphen_is_no_simple_join() -> None:
    """The pieces of "well-known" do not make the word as they stand."""
    found = halves([_line("a", ("well-", "well-known")), _line("b", ("known", ""))])
    assert [False, False] == [half.joins for half in found.values()]


def test_other_new_readings_are_no_pieces() -> None:
    """A word without a hyphen, or one whose next word is read, is not broken."""
    assert {} == halves([_line("a", ("pa", "paper")), _line("b", ("per", ""))])
    assert {} == halves([_line("a", ("pa-", "pa-")), _line("b", ("per", None))])


def test_no_word_runs_on_into_the_next_paragraph() -> None:
    """Where the second line opens a paragraph, the pieces are words of their own."""
    lower = replace(_line("b", ("per", "")), opens=True)
    assert {} == halves([_line("a", ("pa-", "paper")), lower])


def test_spaces_stand_where_they_are_read() -> None:
    """None before the first, none in Han, and an empty piece is not there."""
    assert [False, True, False, True] == _spaces("a", "b", "", "c")
    assert [False, False, False] == _spaces("政府", "", "昨日")
    assert [False, True] == _spaces("第三版", "星期五", white=10)


def _spaces(*said: str, white: int = 0) -> list[bool]:
    words, at = [], 0
    for number, text in enumerate(said):
        words.append(Word(id=f"w{number}", text=text or "?", box=Box(at, 0, at + 30, 10)))
        at += 30 + white if text else 0
    return list(spaces(Line(id="l", words=tuple(words)), said))
