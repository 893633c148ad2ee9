from __future__ import annotations

import math
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digitize.load.pdf.typeset import Glyph, Run, deduplicate, fragments, words


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


def test_an_indent_does_not_bridge_a_gutter():
    """A line that opens a paragraph right of a gutter is parted from the line left of it."""
    right = [
        glyph
        for row, text in enumerate(RIGHT)
        for glyph in typed(text, 78 + 9 * (row == 2), 12 * row)
    ]
    runs = fragments([*column(LEFT, 0), *right])
    assert sorted(text.strip() for text in LEFT + RIGHT) == sorted(read(runs))


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


def test_a_quote_goes_with_its_initial():
    """A dropped quotation mark stands before the word that its letter begins."""
    glyphs = [*typed("“W", 0, 24, size=44), *column(["e shall", "see him"], 46)]
    assert ["“We shall", "see him"] == read(fragments(glyphs))


@pytest.mark.parametrize("foot", [24, 12, 0])
def test_an_initial_begins_the_first_line_beside_it(foot: float):
    """A letter three lines tall, dropped or raised, is the first of its word, at its height."""
    glyphs = [*typed("T", 0, foot, size=44), *column(["HE storm", "came and", "went off"], 23)]
    runs = fragments(glyphs)
    assert ["THE storm", "came and", "went off"] == read(runs)
    assert {(-8.0, 2.0)} == {(glyph.top, glyph.bottom) for glyph in runs[0]}


def test_a_large_letter_by_itself_begins_nothing():
    """A tall letter with no line close beside it stays as it is."""
    glyphs = [*typed("T", 0, 24, size=34), *typed("now", 60, 24)]
    assert ["T", "now"] == sorted(read(fragments(glyphs)))


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


def downwards(text: str, x: float, top: float = 0, step: float = 12) -> Iterator[Glyph]:
    """Yield characters one below the other, Latin lying on its side."""
    for char in text:
        turned = 90 if char.isascii() else 0
        tall = 5.0 if turned else 10.0
        yield Glyph(char, x, top, x + 10, top + tall, top + 8, 10, turned=turned)
        top += 6 if turned else step


def test_a_short_column_is_not_run_into_the_next():
    """The last two characters of a paragraph are a column of their own, and so is one alone."""
    glyphs = [
        *downwards("據稱已告完竣", 60),
        *downwards("成命", 45),
        *downwards("按照現行規定", 30),
        *downwards("也", 15),
    ]
    assert {"也", "按照現行規定", "成命", "據稱已告完竣"} == set(read(fragments(glyphs)))
    assert all(glyph.turned for run in fragments(glyphs) for glyph in run)


def test_figures_on_their_side_stand_within_their_column():
    """A year lying on its side parts no column of vertical print."""
    glyphs = [*downwards("早於1897年提", 30), *downwards("出而未果行", 15)]
    assert ["出而未果行", "早於1897年提"] == read(fragments(glyphs))


def test_figures_in_one_square_of_a_column_are_part_of_it():
    """The two figures of a day, side by side in a column, part it no more than a character."""
    day = [*typed("12", 30, 34)]
    glyphs = [*downwards("民國", 30), *day, *downwards("月三日", 30, 38)]
    assert ["民國12月三日"] == read(fragments(glyphs))
    assert ["2021年"] == read(fragments([*typed("2021", 0), *typed("年", 20, step=1)]))


@pytest.mark.parametrize("rise", [-3.5, 2.5])
def test_exponents_and_indices_stay_in_their_line(rise: float):
    """A small figure above or below the baseline parts no line."""
    glyphs = [*typed("H", 0), *typed("2", 5, rise, size=7), *typed("O melts", 8.5)]
    assert ["H2O melts"] == read(fragments(glyphs))


def test_words_of_slanting_print_are_parted():
    """In a line that rises over the page, a space is as wide as in a level one."""
    cosine, sine = math.cos(math.radians(-5)), math.sin(math.radians(-5))

    def slanting(glyph: Glyph) -> Glyph:
        x, y = (glyph.x0 + glyph.x1) / 2, (glyph.top + glyph.bottom) / 2
        wide, high = glyph.x1 - glyph.x0, glyph.bottom - glyph.top
        left, top = x * cosine - y * sine, x * sine + y * cosine
        half, tall = (wide * cosine - high * sine) / 2, (high * cosine - wide * sine) / 2
        return Glyph(
            glyph.text, left - half, top - tall, left + half, top + tall, top, 10, turned=-5
        )

    assert ["half price now"] == read(fragments([*map(slanting, typed("half price now"))]))


@pytest.mark.parametrize("down", [False, True])
def test_marks_set_closer_part_no_line(down: bool):
    """Two marks that share one square, as browsers set them, stay in their line."""
    first, second = "切實際」", "，要求收回"
    if down:
        glyphs = [*downwards(first, 0, step=10), *downwards(second, 0, 35, step=10)]
    else:
        glyphs = [*typed(first, 0, step=1), *typed(second, 35, step=1)]
    assert [first + second] == ["".join(text.split()) for text in read(fragments(glyphs))]


def test_a_mark_moved_down_in_its_cell_cuts_no_column():
    """A comma that is drawn most of a character lower stands right before what follows it."""
    comma = Glyph("，", 0, 37, 10, 47, 45, 10)
    glyphs = [*downwards("計八億", 0, step=10), comma, *downwards("由河工", 0, 40, step=10)]
    assert ["計八億，由河工"] == read(fragments(glyphs))


def test_a_space_printed_over_parts_no_word():
    """A space under the next letter marks where a word might have been broken, no more."""
    space = Glyph(" ", 15, -8, 17.5, 2, 0, 10)
    assert ["candidate"] == read(fragments([*typed("can", 0), space, *typed("didate", 15)]))


def test_columns_of_han_stay_apart_on_a_line_without_neighbours():
    """A gap of more than a square parts two columns of Han, though nothing else shows a gutter."""
    glyphs = [*typed("規定須繳交租", 0, step=1), *typed("計為二百萬元", 75, step=1)]
    assert ["規定須繳交租", "計為二百萬元"] == read(fragments(glyphs))


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
