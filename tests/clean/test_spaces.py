from __future__ import annotations

import pytest
from hypothesis import given, settings

from digitize.clean.spaces import Spaces
from tests.clean.build import after, changes, column, passage, texts
from tests.clean.laws import ROWS, content, given_rows, print_of


def _read(text: str, lang: str = "en", **words: int) -> str:
    return texts(after(Spaces(), passage(column("r1", text), lang=lang, words=words)))[0]


@pytest.mark.parametrize(
    ("print_", "read"),
    [
        ("Thisis thefirst of them", "This is the first of them"),
        ("and ofthe moon", "and of the moon"),
        ("OFTHE PEOPLE", "OF THE PEOPLE"),
        ("in theUnited States", "in the United States"),
        ("the moon,and the stars", "the moon, and the stars"),
        ("the moon.The stars", "the moon. The stars"),
        ("the moon , and the stars .", "the moon, and the stars."),
        ("the moon ( and the stars ) are", "the moon (and the stars) are"),
        ("“onthe moon,” he said", "“on the moon,” he said"),
    ],
)
def test_lost_spaces_come_back(print_: str, read: str) -> None:
    """Common words that ran together part again, marks go to their word."""
    assert read == _read(print_)


@pytest.mark.parametrize(
    ("print_", "read"),
    [
        ("政 府 昨 日 宣 佈 ，新 的 措 施 。", "政府昨日宣佈，新的措施。"),
        ("「 此 舉 」 是 今 年 首 次", "「此舉」是今年首次"),
        ("第 三 版", "第 三 版"),
        ("三 五 六 九", "三 五 六 九"),
        ("政府 昨日 宣佈 新 措施", "政府 昨日 宣佈 新 措施"),
    ],
)
def test_characters_that_a_tool_set_apart_stand_together(print_: str, read: str) -> None:
    """Spaces after every character are no print; a heading set wide and a row of figures may be."""
    assert read == _read(print_)


@pytest.mark.parametrize(
    "print_",
    [
        "today the newspaper became another",
        "Roscosmos and Rogozin and McDonald",
        "Goldsmith of Parkhill and Wellington",
        "www.chinadaily.com and news@times.com",
        "香港版 中國日報",
        "1,731 and 5 . 00",
        "Page . . . . 4",
        "the U.S.A. and so forth",
        "inlined hypernym",
        "orreated proatrate thereto suppart therewith",
        "a devout wifehood and motherhood",
        "a wanton heron was taken aback",
        "to atone for it in one canto, and to forgo, outdo and instill",
        "the ingots began to seethe, and whatnot was inclosed",
        "in attendance, and read au-\ntograph letters",
        "as a matter of infor-\nmation for the outgo-\ning board",
    ],
)
def test_whole_words_stay_whole(print_: str) -> None:
    """Words, names, addresses, figures, leaders and Han are not cut."""
    assert {} == changes(Spaces()(passage(column("r1", print_))))


def test_a_term_the_issue_repeats_is_one_word() -> None:
    """What no list knows but the issue prints again and again is left whole."""
    assert "the madeof is" == _read("the madeof is", madeof=3)
    assert "the made of is" == _read("the madeof is")


def test_languages_of_long_words_are_not_cut() -> None:
    """German compounds are words."""
    line = "die Hafenverwaltungsgesellschaft und der Stadtrat"
    assert line == _read(line, lang="de")


def test_french_keeps_its_spaces_before_marks() -> None:
    """“Vraiment ?” is good French setting."""
    assert "mais est-ce vrai ? dit le roi" == _read("mais est-ce vrai ? dit le roi", lang="fr")


@given(ROWS)
@settings(max_examples=60, deadline=None)
def test_the_laws_of_a_rule(rows: list[str]) -> None:
    """The rule is content with its own result and leaves the print alone."""
    before = given_rows(rows)
    assert content(Spaces(), before)
    assert print_of(before) == print_of(after(Spaces(), before))


@given(ROWS)
@settings(max_examples=60, deadline=None)
def test_only_spaces_change(rows: list[str]) -> None:
    """No letter or mark is lost or added."""
    before = given_rows(rows)
    assert "".join("".join(texts(before)).split()) == "".join(
        "".join(texts(after(Spaces(), before))).split()
    )
