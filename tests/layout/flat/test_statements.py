from __future__ import annotations

from digitize.layout.flat.statements import statements, states_facts
from digitize.model.geometry import Box
from digitize.model.page import Line, Role, Word


def _row(text: str) -> Line:
    words, place = [], 0
    for piece in text.split(" "):
        if piece:
            words.append(Word(id=f"w{place}", box=Box(place, 0, place + len(piece), 1), text=piece))
        place += len(piece) + 1
    return Line(id="l", box=Box(0, 0, place - 1, 1), words=tuple(words))


def test_white_parts_statements() -> None:
    """Three cells of white part a row, one does not."""
    assert ["Issue 415", "18 July 2011", "FREE"] == statements(
        _row("Issue 415   18 July 2011   FREE")
    )


def test_a_fact_that_stands_apart_makes_a_row_of_the_head() -> None:
    """A date with white around it is a date line, whatever stands beside it."""
    assert Role.DATE_LINE is states_facts(_row("Fair and colder     Monday, May 6, 1935"))


def test_running_text_states_no_fact() -> None:
    """A sentence that names a day is one statement."""
    assert None is states_facts(_row("He came on Monday, May 6, 1935, and left again"))
