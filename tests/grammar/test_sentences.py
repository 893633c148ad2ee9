from __future__ import annotations

import pytest

from digitize.grammar.sentences import ends_sentence, left_open, starts_inside


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
    ],
)  # fmt: skip
def test_some_ends_cannot_be_ends(text: str, *, is_open: bool) -> None:
    """A comma, a hyphen, or a word no sentence ends with leaves the text open."""
    assert is_open is left_open(text)


@pytest.mark.parametrize(
    ("text", "inside"), [("serve as", True), ("Roscosmos", False), ("“own", True), ("，他", True)]
)
def test_lower_case_starts_inside_a_sentence(text: str, *, inside: bool) -> None:
    """A text that starts in lower case, or with a closing mark, is the rest of a sentence."""
    assert inside is starts_inside(text)
