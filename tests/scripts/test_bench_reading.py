from __future__ import annotations

from pathlib import Path

import pytest

from scripts.bench_reading import Line, judge, printed_in, sheets
from scripts.drawing import empty
from scripts.reading_goals import Result


def judged(lines: list[str], reading: str) -> Result:
    """Return the figures of a reading."""
    return judge(Result("page", "program"), map(Line, lines), reading)


def test_a_letter_misread_counts_once() -> None:
    """One of twenty letters and spaces is five per cent."""
    assert 5.0 == judged(["the board of the tow"], "the hoard of the tow").lat


def test_a_face_of_capitals_is_read_as_capitals() -> None:
    """A headline whose face has no small letters is no error in every letter."""
    assert 0.0 == judged(["Storm Unroofs 95 Barns"], "STORM UNROOFS 95 BARNS").lat


def test_the_end_of_a_line_is_neither_a_space_lost_nor_one_added() -> None:
    """A program that reads one printed line as two has added no space, in either script."""
    one = judged(
        ["the board of the town", "不容再緩旋由路政局出"],
        "the board of\nthe town\n不容再緩旋由路政\n局出",
    )
    assert (0.0, 0.0, 0) == (one.lost, one.added, one.han_added)


def test_spaces_lost_and_added_are_counted() -> None:
    """By script: of four English spaces one is gone, and one stands between Chinese characters."""
    one = judged(
        ["the board of the town", "不容再緩旋由路政局出"],
        "the boardof the town\n不容再緩 旋由路政局出",
    )
    assert (25.0, 0.0, 1) == (one.lost, one.added, one.han_added)


def test_what_is_read_on_an_empty_page_is_made_up() -> None:
    """Every character counts, no white space does."""
    assert 4 == judged([], "b 60\n.").made


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["the board of the town"], "eng"),
        (["the board of the town", "不容再緩"], "eng+chi_tra"),
        (["不容再緩"], "chi_tra"),
        (["die Stadt und der Rat in dem Hause"], "frk"),
        ([], "eng"),
    ],
)
def test_peers_are_told_what_is_printed(lines: list[str], expected: str) -> None:
    """Tesseract's models for the scripts and the language of the truth."""
    assert expected == printed_in(map(Line, lines))


def test_empty_pages_are_drawn_alike_and_hold_no_truth(tmp_path: Path) -> None:
    """The same seed draws the same pages, of which nothing is known to be printed."""
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        empty.write(tmp_path / name, seed=3)
    drawn = list(sheets([tmp_path / "one"]))
    assert {"blank", "foxed", "woven", "scribbled", "photo", "halftone"} == {
        one.path.stem for one in drawn
    }
    assert [()] * 6 == [one.lines for one in drawn]
    for one in drawn:
        assert one.path.read_bytes() == (tmp_path / "other" / one.path.name).read_bytes()
