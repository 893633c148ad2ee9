from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digitize.clean.hyphens import Hyphens
from digitize.clean.rule import Passage
from digitize.model.edit import Reword
from digitize.model.page import Role
from tests.clean.build import after, blocks, column, passage, texts


def _mended(text: str, lang: str = "en", year: int | None = None, **words: int) -> list[str]:
    known = {word.replace("_", "-"): count for word, count in words.items()}
    given = passage(column("r1", text), lang=lang, year=year, words=known)
    return texts(after(Hyphens(), given))


@pytest.mark.parametrize(
    ("print_", "read"),
    [
        ("their capabili-\nties grew", "their capabilities grew"),
        ("good prac-\ntices, too", "good practices, too"),
        ("some algo-\nrithms", "some algorithms"),
        ("of soft hy\u00ad\nphens", "of soft hyphens"),
        ("of old hy¬\nphens", "of old hyphens"),
        ("for the 48-¬\nhour week", "for the 48-hour week"),
        ("in Soviet-¬\nRussia", "in Soviet-Russia"),
        ("INTER-\nNATIONAL NEWS", "INTERNATIONAL NEWS"),
        ("the inter-\nnation-\nal talks", "the international talks"),
        ("a thous-\nand men", "a thousand men"),
        ("“govern-\nment,” he said", "“government,” he said"),
    ],
)
def test_a_word_broken_by_the_line_is_one(print_: str, read: str) -> None:
    """The mark goes, the halves meet, the marks around the word stay."""
    assert [read] == _mended(print_)


@pytest.mark.parametrize(
    ("print_", "read"),
    [
        ("the gov- ernor des- troyed it", "the governor destroyed it"),
        ("two- and three-year bonds", "two- and three-year bonds"),
        ("the self- same man", "the self- same man"),
    ],
)
def test_a_hyphen_that_joined_lines_left_over_goes(print_: str, read: str) -> None:
    """Flat text of joined lines has hyphens and spaces inside words that are surely one."""
    assert [read] == _mended(print_)


@pytest.mark.parametrize(
    ("year", "read"), [(1911, "co-operate and re-elect"), (1999, "cooperate and reelect")]
)
def test_old_papers_part_two_vowels_alike(year: int, read: str) -> None:
    """What the issue's time wrote with a hyphen keeps it at a line's end."""
    assert [read] == _mended("co-\noperate and re-\nelect", year=year)


def test_an_old_day_keeps_its_hyphen_in_any_case() -> None:
    """The genitive is the same word."""
    assert ["in to-day's paper"] == _mended("in to-\nday's paper", year=1911)


@pytest.mark.parametrize(
    ("print_", "read"),
    [
        ("der Zuk-\nker und die Bäk¬\nker", "der Zucker und die Bäcker"),
        ("die Volks-\nkunde der Rok-\nkoko", "die Volkskunde der Rokkoko"),
    ],
)
def test_german_ck_was_parted_as_two_k(print_: str, read: str) -> None:
    """Where only ck gives a word the two halves have one."""
    assert [read] == _mended(print_, lang="de")


@pytest.mark.parametrize(
    ("print_", "read"),
    [
        ("price-\ndetermining talks", "price-determining talks"),
        ("the mid-\n1970s were", "the mid-1970s were"),
        ("from 1939-\n45 in", "from 1939-45 in"),
        ("an Anglo-\nAmerican firm", "an Anglo-American firm"),
        ("his mother-in-\nlaw came", "his mother-in-law came"),
        ("a self-\nmade man", "a self-made man"),
    ],
)
def test_a_hyphen_of_the_word_stays(print_: str, read: str) -> None:
    """Compounds, figures and names keep their hyphen, without a space."""
    assert [read] == _mended(print_)


@pytest.mark.parametrize(
    "print_",
    [
        "the two-\nand three-year terms",
        "the moon –\nand the stars",
        "the moon —\nand the stars",
        "the moon-—\nand the stars",
        "- \nand the stars",
        "第-\n三版",
    ],
)
def test_a_dash_or_a_hanging_hyphen_is_no_broken_word(print_: str) -> None:
    """Dashes, hyphens that stand for a later word, and Han are left as they are."""
    given = passage(column("r1", print_))
    assert [] == list(Hyphens()(given))


def test_the_issue_itself_knows_best() -> None:
    """How the issue prints the word within a line overrules all lists."""
    assert ["wellknown men"] == _mended("well-\nknown men", wellknown=2, well_known=1)
    assert ["capa-city is"] == _mended("capa-\ncity is", capa_city=3)


def test_old_spelling_has_its_time() -> None:
    """“To-day” is kept in 1901 and mended in 2001."""
    assert ["is to-day here"] == _mended("is to-\nday here", year=1901)
    assert ["is today here"] == _mended("is to-\nday here", year=2001)


@pytest.mark.parametrize(
    ("print_", "read", "lang"),
    [
        ("die Regie-\nrung des", "die Regierung des", "de"),
        ("die Nord-\nOst-Bahn", "die Nord-Ost-Bahn", "de"),
        ("das Ge⸗\nsetz der", "das Gesetz der", "de"),
        ("Vor-\nund Nachteile", "Vor- und Nachteile", "de"),
        ("le gouverne-\nment de", "le gouvernement de", "fr"),
    ],
)
def test_other_languages_have_their_own_words(print_: str, read: str, lang: str) -> None:
    """The words of the line's language decide."""
    assert [read] == _mended(print_, lang)


def test_a_word_broken_by_a_column_is_one() -> None:
    """A word is put together across regions and over a caption."""
    left, right = column("r1", "the govern-"), column("r2", "ment is", opens=False)
    caption = column("c1", "The house.", role=Role.CAPTION)
    assert ["the government is"] == texts(after(Hyphens(), passage(left, caption, right)))


def test_two_paragraphs_are_never_one_word() -> None:
    """Where a paragraph opens no word goes on."""
    assert [] == list(Hyphens()(passage(*blocks("the govern-", "ment is"))))


def test_the_reason_names_the_evidence() -> None:
    """A librarian reads why a hyphen went."""
    given = passage(column("r1", "govern-\nment is"), words={"government": 3})
    reasons = [edit.reason for edit in Hyphens()(given) if isinstance(edit, Reword)]
    assert ["the issue prints “government” 3 times within a line"] * 2 == reasons


ROWS = st.lists(
    st.text("aonTdru-‐¬\u00ad—'’” 1港,.", min_size=1, max_size=24).map(
        lambda row: row.strip() or "a"
    ),
    min_size=1,
    max_size=6,
)


def _any(rows: list[str]) -> Passage:
    return passage(column("r1", "\n".join(rows)))


def _letters(given: Passage) -> str:
    return "".join(filter(str.isalnum, "".join(texts(given))))


def test_an_and_that_ends_in_a_hyphen_hangs_on_nothing() -> None:
    """A chain of broken pieces is put together in one go, whatever small word is among them."""
    given = passage(column("r1", "1-\nT-\no-\n1"))
    assert [] == list(Hyphens()(after(Hyphens(), given)))


@given(ROWS)
@settings(max_examples=150, deadline=None)
def test_mending_twice_changes_nothing_more(rows: list[str]) -> None:
    """Applied to its own result the rule proposes nothing."""
    assert [] == list(Hyphens()(after(Hyphens(), _any(rows))))


@given(ROWS)
@settings(max_examples=100, deadline=None)
def test_no_letter_is_lost_and_the_print_is_untouched(rows: list[str]) -> None:
    """Only hyphens and spaces go; text and boxes are as they were."""
    before = _any(rows)
    result = after(Hyphens(), before)
    assert _letters(before) == _letters(result)
    assert [(word.text, word.box) for row in before.regions[0].lines for word in row.words] == [
        (word.text, word.box) for row in result.regions[0].lines for word in row.words
    ]
