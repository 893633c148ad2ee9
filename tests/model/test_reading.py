from __future__ import annotations

from dataclasses import replace

from digitize.model.geometry import Box
from digitize.model.page import Line, Region, Word
from digitize.model.reading import join, paragraphs, printed, read


def _line(name: str, *words: Word | str, opens: bool = False) -> Line:
    made = tuple(
        word if isinstance(word, Word) else Word(id=f"{name}.w{n}", text=word)
        for n, word in enumerate(words)
    )
    return Line(id=name, words=made, opens=opens)


def test_han_is_joined_without_a_space() -> None:
    """Two pieces of Han join directly; Latin beside Han keeps its space."""
    assert "香港版 HONG KONG 版" == join(["香港", "版", "HONG", "KONG", "版"])


def test_a_closing_mark_stands_close_to_han() -> None:
    """A full-width mark takes no space on either side."""
    assert "他說：「好」" == join(["他說", "：", "「好」"])


def test_what_is_printed_ignores_the_reading() -> None:
    """`printed` gives the text as seen, `read` as it is to be read."""
    line = _line("l", Word(id="w", text="ſee", norm="see"))
    assert ("ſee", "see") == (printed(line), read([line]))


def test_a_word_read_as_nothing_leaves_no_space() -> None:
    """The second half of a joined word disappears from the reading without a trace."""
    lines = [
        _line("a", Word(id="a1", text="capabili-", norm="capabilities")),
        _line("b", Word(id="b1", text="ties", norm=""), "and"),
    ]
    assert "capabilities and" == read(lines)


def test_a_paragraph_runs_on_into_the_next_region() -> None:
    """A region whose first line does not open belongs to the paragraph before it."""
    one = Region(id="r1", lines=(_line("a", "one", opens=True), _line("b", "two")))
    two = Region(id="r2", lines=(_line("c", "three"), _line("d", "four", opens=True)))
    assert [["a", "b", "c"], ["d"]] == [[x.id for x in lines] for lines in paragraphs([one, two])]


def test_han_that_stands_apart_in_one_line_has_a_space() -> None:
    """A wide gap between Han is a space within a line, never from one line to the next."""
    first = Word(id="w1", text="第三版", box=Box(0, 0, 60, 20))
    near = Word(id="w2", text="星期五", box=Box(63, 0, 123, 20))
    apart = Word(id="w2", text="星期五", box=Box(75, 0, 135, 20))
    below = Word(id="w2", text="星期五", box=Box(0, 75, 20, 135))
    tall = Word(id="w1", text="第三版", box=Box(0, 0, 20, 60))
    assert "第三版星期五" == printed(_line("l", first, near))
    assert "第三版 星期五" == printed(_line("l", first, apart))
    assert "第三版星期五" == read([_line("a", first), _line("b", apart)])
    assert "第三版 星期五" == printed(replace(_line("l", tall, below), vertical=True))
