from __future__ import annotations

import sys
from pathlib import Path

import pytest

from scripts import readers
from scripts.reading_goals import Result, goals


def said(*results: Result) -> dict[str, bool]:
    """Return which goals are met, by the first words of what is said of each."""
    return {told.split(":")[0]: met for told, met in goals(results)}


def test_means_are_held_against_the_goal_of_the_damage() -> None:
    """0.6 per cent of English is too much on a page of medium damage, and not on a heavy one."""
    medium, heavy = (
        Result(f"a/{damage}/page-1.jpg", "digitize", lat=0.6, spaces=9, lost=0.0, added=0.0)
        for damage in ("medium", "heavy")
    )
    told = said(medium, heavy)
    assert (False, True) == (told["lat, medium"], told["lat, heavy"])


def test_a_page_that_another_program_reads_better_is_named() -> None:
    """Never worse than the best of them: one page of two is."""
    own = [Result(name, "digitize", lat=value) for name, value in (("a", 0.5), ("b", 0.3))]
    other = [
        Result(name, "rapidocr", lat=value, seconds=9) for name, value in (("a", 0.4), ("b", 0.9))
    ]
    told = [(one, met) for one, met in goals([*own, *other]) if one.startswith("worse")]
    assert [("worse than the best program 1 times of 2: a lat 0.50 against 0.40", False)] == told


def test_a_program_that_gave_up_reads_nothing_better() -> None:
    """What it did not read in time is no reading to be held against, but its time counts."""
    own = Result("a", "digitize", lat=0.5, seconds=10)
    other = Result("a", "ocrmypdf", seconds=60, failed="gave up after 60 s")
    told = [one for one, _ in goals([own, other])]
    assert not [one for one in told if one.startswith("worse")]
    assert [one for one in told if "(1 it did not read)" in one and "median 0.17" in one]


def test_what_is_read_on_an_empty_page_fails_the_goal() -> None:
    """No character may be made up."""
    assert not said(Result("blank.png", "digitize", made=2))["characters made up on 1 empty pages"]


def test_a_run_past_its_limit_is_ended(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A program that does not end in time is said to have given up, and no process is left."""
    monkeypatch.setitem(readers.PROGRAMS, "sleeper", lambda *_: ["sleep", "60"])
    reading, cost = readers.run("sleeper", tmp_path / "page.png", "eng", 0.2)
    assert ("", "gave up after 0 s") == (reading, cost.failed)


def test_what_a_program_lacks_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """OCRmyPDF cannot run without tesseract, digitize can."""
    monkeypatch.setattr("shutil.which", lambda _: None)
    monkeypatch.setattr("scripts.readers.find_spec", lambda _: object())
    assert ("tesseract", "") == (readers.missing("ocrmypdf"), readers.missing("digitize"))


def test_the_memory_of_what_a_program_starts_counts(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A shell that starts a process of 60 MiB is told to hold as much, in a session of its own."""
    code = "x = bytearray(60 << 20); import time; time.sleep(0.5)"
    command = f"setsid {sys.executable} -c '{code}' & wait"
    monkeypatch.setitem(readers.PROGRAMS, "holder", lambda *_: ["sh", "-c", command])
    assert readers.run("holder", tmp_path / "page.png", "eng", 30)[1].mebibytes >= 60
