from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digitize.grammar.scripts import runs, script, spaced


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("HONG KONG", "Latn"), ("中國日報", "Hant"), ("中国日报", "Hans"), ("香港版", "Hani"),
        ("朝日新聞とテレビ", "Jpan"), ("동아일보", "Kore"), ("Правда", "Cyrl"), ("12.5 — 3", ""),
    ],
)  # fmt: skip
def test_script_tells_the_writing(text: str, code: str) -> None:
    """Each text is told by its letters, Han by the character set that alone has them."""
    assert code == script(text)


@given(st.text())
def test_runs_lose_nothing(text: str) -> None:
    """The runs of any text, joined, are the text."""
    assert text == "".join(piece for _, piece in runs(text))


def test_runs_are_cut_where_the_script_changes() -> None:
    """A bilingual line falls into its Han and its Latin."""
    assert [("Hani", "香港版 "), ("Latn", "HONG KONG 12")] == runs("香港版 HONG KONG 12")


@pytest.mark.parametrize(
    ("left", "right", "space"),
    [
        ("中", "國", False), ("in", "中國", True), ("中國", "in", True), ("三月", "10", False),
        ("a", "b", True), ("好。", "他", False), ("", "a", False), ("中國", "，", False),
        ("(", "中國", False),
    ],
)  # fmt: skip
def test_a_space_is_read_only_where_one_is_written(left: str, right: str, *, space: bool) -> None:
    """Latin keeps its spaces, Han gains none."""
    assert space is spaced(left, right)
