from __future__ import annotations

import pytest

from digitize.clean.noise import Noise
from digitize.clean.repeats import LOOPED, SAID_AGAIN
from digitize.model.edit import Reword
from tests.clean.build import after, changes, column, passage, texts

LINE = "and the harbour board has agreed to"


def _unread(*rows: str, unit: str = "cell") -> list[str]:
    given = passage(column("r1", "\n".join(rows)), unit="pixel" if unit == "pixel" else "cell")
    return [edit.reason for edit in Noise()(given) if isinstance(edit, Reword)]


def test_a_line_of_prose_that_stands_twice_is_read_once() -> None:
    """No sentence breaks off twice in the same long line; the words of the second fall silent."""
    given = passage(column("r1", f"On Monday they met\n{LINE}\n{LINE}\ndeepen the channel."))
    assert [f"On Monday they met {LINE} deepen the channel."] == texts(after(Noise(), given))
    assert {SAID_AGAIN} == {edit.reason for edit in Noise()(given)}


@pytest.mark.parametrize(
    "rows",
    [
        ["Buy Smith's soap for the whole house"] * 3,
        ["Glory, glory, hallelujah!"] * 3,
        ["do. do. do."] * 8,
        [LINE, "in the hall on Monday", LINE],
    ],
)
def test_what_is_said_again_on_purpose_is_print(rows: list[str]) -> None:
    """Adverts, refrains, dittos in a table and a phrase that comes back later are read."""
    assert [] == _unread(*rows)


def test_a_loop_of_lines_is_read_once() -> None:
    """Five times the same row is an engine's loop; the first is kept."""
    assert [LOOPED] * 16 == _unread(*["The mayor of the city"] * 5, "went home")[:16]


def test_a_loop_inside_a_line_is_read_once() -> None:
    """A phrase said ten times and more is said once; the end of the line is read on."""
    row = "He said that " + "the ship came in " * 15 + "and left again on Friday"
    given = passage(column("r1", row))
    assert ["He said that the ship came in and left again on Friday"] == texts(
        after(Noise(), given)
    )


def test_on_a_scan_each_line_has_its_place() -> None:
    """Where boxes tell that the print repeats itself, it is read as often."""
    assert [] == _unread(LINE, LINE, unit="pixel")


@pytest.mark.parametrize(
    ("row", "read"),
    [
        ("| The harbour board met", {"|": ""}),
        ("The harbour board met |", {"|": ""}),
        ("| Monday | Tuesday |", {}),
        ("Monday | Tuesday", {}),
        ("a|b the board", {}),
    ],
)
def test_a_stroke_beside_a_line_is_a_rule(row: str, read: dict[str, str]) -> None:
    """One stroke at a line's end is the rule of the column; in a table they are kept."""
    assert read == changes(Noise()(passage(column("r1", row))))


def test_a_loop_may_begin_with_a_capital() -> None:
    """The first time the phrase opens the sentence; it is the same phrase."""
    row = "The engine " + "the engine " * 20 + "stopped."
    assert ["The engine stopped."] == texts(after(Noise(), passage(column("r1", row))))
