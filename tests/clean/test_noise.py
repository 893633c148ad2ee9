from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings

from digitize.clean.noise import Noise
from digitize.model.edit import Relabel, Reword
from digitize.model.geometry import Box
from digitize.model.page import Line, Region, Role, Word
from tests.clean.build import after, column, passage
from tests.clean.laws import ROWS, content, given_rows, print_of


def _line(name: str, text: str, conf: float | None, box: Box) -> Line:
    words = tuple(
        Word(id=f"{name}.w{number}", text=token, conf=conf)
        for number, token in enumerate(text.split())
    )
    return Line(id=name, box=box, words=words)


@pytest.mark.parametrize("text", ["| . ' ~", "— — —", "______", ". ,", "-–—", "° ' \" ."])
def test_specks_and_strokes_are_noise(text: str) -> None:
    """A region of nothing but such marks is set aside, with the reason."""
    edits = list(Noise()(passage(column("r1", text), unit="pixel")))
    assert [(Relabel, Role.NOISE)] == [
        (type(edit), edit.after) for edit in edits if isinstance(edit, Relabel)
    ]


@pytest.mark.parametrize(
    "text", ["30", "A.", "完", "4", "* * *", "■", "$ —", "No.", "— 3 —", "?", "§", "I"]
)
def test_short_print_is_print(text: str) -> None:
    """Page numbers, end marks, initials and stars are never noise."""
    assert [] == list(Noise()(passage(column("r1", text), unit="pixel")))


def test_a_speck_line_in_sound_text_is_not_read_but_stays() -> None:
    """Inside a region only the line of dirt falls silent."""
    given = passage(column("r1", "The harbour board\n| . '\nmet on Monday"))
    edits = [edit for edit in Noise()(given) if isinstance(edit, Reword)]
    assert [("|", ""), (".", ""), ("'", "")] == [(edit.before, edit.after) for edit in edits]


def test_a_speck_among_words_is_not_read() -> None:
    """A mark that no print has by itself is dirt; a dash between words is none."""
    given = column("r1", "a beginning and _ nothing more — he said")
    assert [("_", "")] == [
        (edit.before, edit.after)
        for edit in Noise()(passage(given, unit="pixel"))
        if isinstance(edit, Reword)
    ]


def test_what_a_broken_word_leaves_on_its_line_is_print() -> None:
    """The dash after a word that is read with the line above is no speck."""
    given = column("r1", "the bill was laid be-\nfore —\nThe House rose")
    before, dash = given.lines[1].words
    lines = (given.lines[0], replace(given.lines[1], words=(replace(before, norm=""), dash)))
    assert [] == list(Noise()(passage(replace(given, lines=(*lines, given.lines[2])))))


def test_a_rule_on_an_english_page_is_no_numeral() -> None:
    """A line of 一 alone is dirt where nothing is Chinese, and print where it is."""
    english = list(Noise()(passage(column("r1", "一"), unit="pixel")))
    assert [Role.NOISE] == [edit.after for edit in english if isinstance(edit, Relabel)]
    assert [] == list(Noise()(passage(column("r1", "一"), unit="pixel", lang="zh-Hant")))


def test_thin_letters_are_noise_only_in_doubt() -> None:
    """“l I i l” read with doubt is a rule; the same read surely is print."""
    box = Box(0, 0, 100, 20)
    doubted = Region(id="r1", lines=(_line("l1", "l I i l", 0.3, box),))
    sure = Region(id="r1", lines=(_line("l1", "l I i l", 0.9, box),))
    assert [Relabel] == [type(edit) for edit in Noise()(passage(doubted, unit="pixel"))]
    assert [] == list(Noise()(passage(sure, unit="pixel")))


def test_a_line_read_twice_is_read_once() -> None:
    """Of two readings of one place the surer stands."""
    good = _line("l1", "The harbour board met", 0.95, Box(0, 0, 200, 20))
    weak = _line("l2", "The harbonr board met", 0.60, Box(2, 2, 201, 21))
    other = _line("l3", "to hear the engineers", 0.60, Box(0, 22, 200, 42))
    given = passage(Region(id="r1", lines=(good, weak, other)), unit="pixel")
    assert {"l2"} == {
        edit.word.split(".")[0] for edit in Noise()(given) if isinstance(edit, Reword)
    }


def test_the_same_words_in_another_place_are_print() -> None:
    """Adverts say it twice."""
    first = _line("l1", "Buy Smith's soap", 0.9, Box(0, 0, 200, 20))
    second = _line("l2", "Buy Smith's soap", 0.9, Box(0, 22, 200, 42))
    given = passage(Region(id="r1", lines=(first, second)), unit="pixel")
    assert [] == list(Noise()(given))


def test_stuttering_needs_more_room_than_there_is() -> None:
    """An engine's loop does not fit its line; a real row of letters does."""
    text = "oioioioioioioioioioioioioioioioioioioi"
    loop = Region(id="r1", lines=(_line("l1", text, 0.9, Box(0, 0, 60, 30)),))
    fits = Region(id="r1", lines=(_line("l1", text, 0.9, Box(0, 0, 600, 30)),))
    assert 1 == len(list(Noise()(passage(loop, unit="pixel"))))
    assert [] == list(Noise()(passage(fits, unit="pixel")))


def test_pictures_and_noise_are_left_alone() -> None:
    """What has no text, or was rejected before, is not judged again."""
    given = passage(column("r1", "| | |", role=Role.NOISE), kind="furniture")
    assert [] == list(Noise()(given))


@given(ROWS)
@settings(deadline=None)
def test_the_laws_of_a_rule(rows: list[str]) -> None:
    """The rule is content with its own result and leaves the print alone."""
    before = replace(given_rows(rows), unit="pixel")
    assert content(Noise(), before)
    assert print_of(before) == print_of(after(Noise(), before))
