from __future__ import annotations

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
