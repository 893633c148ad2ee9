from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from digitize.grammar.verse import items, rows, verse

STANZA = [
    "The night was dark, the wind was high,",
    "No star was seen in all the sky,",
    "The ship came in, her sails were torn,",
    "Her men looked weary and forlorn.",
]
PROSE = [
    "The harbour board has agreed to deepen",
    "the northern channel before the winter,",
    "Mr. Petersen said on Monday, and will",
    "Now ask for money from the port.",
]


def test_the_lines_of_a_stanza_go_on_with_its_first() -> None:
    """Each begins with a capital, and most end at a mark; the line that opens does not go on."""
    assert [False, True, True, True] == verse(STANZA, [True, False, False, False])


def test_prose_is_no_verse_nor_are_lines_in_capitals() -> None:
    """Few lines of prose begin with capitals; lines of nothing but capitals are a heading."""
    assert not any(verse(PROSE, [True] * 4))
    assert not any(verse([line.upper() for line in STANZA], [True] * 4))


def test_chinese_verse_has_lines_of_one_length() -> None:
    """Five or seven characters and a mark in each."""
    poem = ["床前明月光，", "疑是地上霜。", "舉頭望明月，", "低頭思故鄉。"]
    assert [False, True, True, True] == verse(poem, [True] * 4)
    assert not any(verse([*poem[:2], "港務局昨日宣布，", *poem[2:]], [True] * 5))


def test_items_follow_each_other_by_number() -> None:
    """A number alone, or one inside a sentence, begins no item."""
    listed = [
        "These were elected:",
        "1. John Smith, of Rope Walk.",
        "2. William Alder, of High",
        "St.",
    ]
    assert [False, True, True, False] == items(listed)
    assert not any(items(["as is told in Chapter", "5. The council met."]))


def test_three_rows_that_end_in_figures_are_rows_of_a_list() -> None:
    """Two lines of prose may end in figures by chance."""
    prices = ["Butter, per lb. 1s. 4d.", "Eggs, per dozen 1s. 0d.", "Cheese, per lb. 9d."]
    assert [True, True, True, False] == rows([*prices, "all at Cole's."])
    assert not any(rows(prices[:2]))


@given(st.lists(st.text("Aab,.1 中月", max_size=12), max_size=12))
def test_every_line_is_told_of_and_none_goes_on_with_nothing(texts: list[str]) -> None:
    """Where no line opens, none goes on with verse."""
    assert len(texts) == len(items(texts)) == len(rows(texts))
    assert verse(texts, [False] * len(texts)) == [False] * len(texts)
