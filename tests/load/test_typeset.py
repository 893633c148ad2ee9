from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digitize.load.typeset import Glyph, Run, deduplicate, fragments, words


def typed(
    text: str, x: float = 0, y: float = 0, size: float = 10, step: float = 0.5
) -> Iterator[Glyph]:
    """Yield `text` set at (x, y), every character `step` em wide."""
    for char in text:
        yield Glyph(char, x, y - 0.8 * size, x + step * size, y + 0.2 * size, y, size)
        x += step * size


def read(runs: list[Run]) -> list[str]:
    return [" ".join("".join(glyph.text for glyph in word) for word in words(run)) for run in runs]


def column(texts: list[str], x: float, top: float = 0) -> list[Glyph]:
    return [glyph for row, text in enumerate(texts) for glyph in typed(text, x, top + 12 * row)]


LEFT = ["the storm came", "down upon us a", "nd the ships w", "ere driven in ", "by the gale of"]
RIGHT = ["prices of corn", "have risen so ", "that the poor ", "can no longer ", "buy their food"]


@pytest.mark.parametrize("gutter", [5.5, 8, 15, 30])
@pytest.mark.parametrize("shift", [0, 1.5, 5])
def test_columns_are_not_read_across(gutter: float, shift: float):
    """Two columns with a gutter of half an em or more stay apart, level or not."""
    glyphs = [*column(LEFT, 0), *column(RIGHT, 70 + gutter, shift)]
    assert sorted(text.strip() for text in LEFT + RIGHT) == sorted(read(fragments(glyphs)))


def test_columns_set_line_by_line_stay_apart():
    """A writer that goes across the page row by row does not join the columns."""
    glyphs = [
        glyph
        for row, pair in enumerate(zip(LEFT, RIGHT, strict=True))
        for x, text in zip((0, 78), pair, strict=True)
        for glyph in typed(text, x, 12 * row)
    ]
    assert sorted(text.strip() for text in LEFT + RIGHT) == sorted(read(fragments(glyphs)))


def test_a_rule_parts_what_a_gap_does_not():
    """A vertical rule in a narrow gap parts two pieces of one line."""
    glyphs = [*typed("left", 0), *typed("right", 26)]
    assert ["left right"] == read(fragments(glyphs))
    assert ["left", "right"] == read(fragments(glyphs, [(23, -20, 20)]))


def test_loose_lines_hold_together():
    """Words driven apart by justification, one em and more, are one line."""
    glyphs = [*typed("so", 0), *typed("far", 24), *typed("apart", 54)]
    assert ["so far apart"] == read(fragments(glyphs))


def test_words_are_parted_without_printed_spaces():
    """Where the writer left spaces out, a gap of a quarter em parts words."""
    assert ["two words"] == read(fragments([*typed("two", 0), *typed("words", 17.6)]))


def test_tracked_type_is_one_word():
    """Letters set wide apart are not words; the wider gap between words is."""
    glyphs: list[Glyph] = []
    for place, char in enumerate("HERALD NEWS"):
        if char != " ":
            glyphs.extend(typed(char, place * 9))
    assert ["HERALD NEWS"] == read(fragments(glyphs))


def test_a_drop_capital_is_a_piece_of_its_own():
    """A letter three lines tall does not join the line it stands on."""
    glyphs = [*typed("T", 0, 24, size=34), *column(["HE storm", "came and", "went off"], 18)]
    assert ["HE storm", "T", "came and", "went off"] == sorted(read(fragments(glyphs)))


def test_the_order_of_the_stream_does_not_matter():
    """Characters given backwards make the same line."""
    glyphs = list(typed("backwards", 0))
    assert ["backwards"] == read(fragments(glyphs[::-1]))


def test_characters_set_downwards_are_a_column():
    """Han characters placed one below the other are read downwards, column by column."""
    glyphs = [
        glyph
        for x, text in ((40, "天地玄黃"), (20, "宇宙洪荒"))
        for row, char in enumerate(text)
        for glyph in typed(char, x, 12 * row, step=1)
    ]
    assert ["宇宙洪荒", "天地玄黃"] == read(fragments(glyphs))
    assert all(glyph.turned for run in fragments(glyphs) for glyph in run)


def test_double_letters_are_not_double_printing():
    """The two l of a narrow bold "all" stay two; a shadow half a point off goes."""
    assert "all" == "".join(glyph.text for glyph in deduplicate(typed("all", step=0.22)))
    twice = [*typed("all"), *typed("all", 0.5)]
    assert [("a", True), ("l", True), ("l", True)] == [
        (glyph.text, glyph.bold) for glyph in deduplicate(twice)
    ]


@given(
    st.lists(
        st.tuples(st.integers(0, 200), st.integers(0, 100), st.sampled_from([6.0, 9.0, 30.0])),
        max_size=30,
    )
)
def test_no_glyph_is_lost_or_doubled(places: list[tuple[int, int, float]]):
    """However characters are strewn, each is in exactly one word of one fragment."""
    glyphs = [
        glyph
        for number, (x, y, size) in enumerate(places)
        for glyph in typed(chr(0x61 + number), x, y, size)
    ]
    found = [glyph for run in fragments(glyphs) for word in words(run) for glyph in word]
    assert sorted(glyph.text for glyph in glyphs) == sorted(glyph.text for glyph in found)
