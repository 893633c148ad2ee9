from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digitize.clean.characters import Characters
from digitize.model.page import Line, Region, Word
from tests.clean.build import after, changes, passage
from tests.clean.laws import ROWS, content, given_rows, print_of


def _read(text: str) -> str:
    word = Word(id="w", text=text)
    given = passage(Region(id="r1", lines=(Line(id="l", words=(word,)),)))
    return after(Characters(), given).regions[0].lines[0].words[0].reading


@pytest.mark.parametrize(
    ("print_", "read"),
    [
        ("ﬁnal", "final"),
        ("oﬃce", "office"),
        ("Congreſs", "Congress"),
        ("co\u00adoperate", "cooperate"),
        ("a\u200bb", "ab"),
        ("10\u00a0000", "10 000"),
        ("香\u3000港", "香港"),
        ("Ａ４版", "A4版"),
        ("１，７３１", "1,731"),
        ("Ｈｏｎｇ，Ｋｏｎｇ", "Hong,Kong"),
        ("︵香港︶", "（香港）"),
        ("cafe\u0301", "café"),
        ("``lunar''", '"lunar"'),
        (",,Zeitung''", '„Zeitung"'),
        ("â€œlunarâ€\u009d", "“lunar”"),
        ("MÃ¼nchen", "München"),
        ("Ã\u200b©", "é"),
    ],
)
def test_a_character_is_read_in_its_plain_form(print_: str, read: str) -> None:
    """Ligatures, long s, hidden marks, full-width Latin and vertical marks have plain forms."""
    assert read == _read(print_)


@pytest.mark.parametrize(
    "print_",
    [
        "co\u00ad",
        "中國，香港",
        "（香港）",
        "三、四。",
        "\uf9d0",
        "①",
        "㈱",
        "“quoted”",
        "it’s",
        "Straße",
        "Æon",
        "می\u200cخواهم",
        "3～5",
        "10,,000",
        "SÃO",
    ],
)
def test_what_carries_meaning_stays_as_printed(print_: str) -> None:
    """Full-width marks beside Han, compatibility ideographs, quotes and joiners are print."""
    assert print_ == _read(print_)


def test_the_reasons_are_named_together() -> None:
    """A word with two old forms says both."""
    word = Word(id="w", text="ﬁſh")
    given = passage(Region(id="r1", lines=(Line(id="l", words=(word,)),)))
    reasons = [edit.reason for edit in Characters()(given)]
    assert ["a ligature stands for its letters; the long s is an s"] == reasons


@given(ROWS)
@settings(deadline=None)
def test_the_laws_of_a_rule(rows: list[str]) -> None:
    """The rule is content with its own result and leaves the print alone."""
    before = given_rows(rows)
    assert content(Characters(), before)
    assert print_of(before) == print_of(after(Characters(), before))


@given(st.text(min_size=1, max_size=12))
@settings(deadline=None)
def test_any_text_has_one_plain_form(text: str) -> None:
    """The plain form of a plain form is itself, for all of Unicode."""
    assert _read(text) == _read(_read(text))


def test_plain_words_are_not_touched() -> None:
    """Where there is nothing to change nothing is proposed."""
    assert {} == changes(Characters()(given_rows(["The board met, 香港 1931."])))
