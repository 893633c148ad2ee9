from __future__ import annotations

import pytest

from digitize.grammar.sentences import ends_sentence, left_open, starts_inside, tells


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("He left.", True), ("He left.”", True), ("他走了。", True), ("他走了。」", True),
        ("the late Mr.", False), ("by J.", False), ("state space corporation", False),
        ("he said:", False), ("Why?", True), ("and so on...", True), ("", False),
    ],
)  # fmt: skip
def test_a_sentence_ends_with_a_stop(text: str, *, ends: bool) -> None:
    """A stop ends it, quotes after the stop allowed; a point after an abbreviation does not."""
    assert ends is ends_sentence(text)


@pytest.mark.parametrize(
    ("text", "is_open"),
    [
        ("cooperation so it can", True), ("both nations have their", True), ("he said,", True),
        ("capabili-", True), ("built in 1901", False), ("He left.", False), ("他說：", True),
        ('a bargain,"', True), ("“My uncle worked on Lane", True), ("“Shut,” says mayor", False),
        ("情況與", True), ("市民參與", False), ("堅守原則", False), ("1929年則", True),
    ],
)  # fmt: skip
def test_some_ends_cannot_be_ends(text: str, *, is_open: bool) -> None:
    """A comma, a hyphen, a quotation not closed, a word no sentence ends with leave it open."""
    assert is_open is left_open(text)


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("serve as", True), ("Roscosmos", False), ("“own", True), ("，他", True),
        ("災，當時單車沿街漂流", True), ("但，此事未完", False), ("甲，乙", False),
    ],
)  # fmt: skip
def test_lower_case_starts_inside_a_sentence(text: str, *, inside: bool) -> None:
    """Lower case, a closing mark, or the last character of a phrase is the rest of a sentence."""
    assert inside is starts_inside(text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("鄰近七個街區入夜前亦要求獲得同樣", True), ("灰島有蓋街市重建料明年動工", False),
        ("我們的海港", False), ("a story that has the small words of a sentence", False),
    ],
)  # fmt: skip
def test_long_han_with_small_words_tells(text: str, *, told: bool) -> None:
    """Headlines of Han are short and leave the small words out."""
    assert told is tells(text)
