from __future__ import annotations

from dataclasses import replace

import pytest

from digitize.model.geometry import Box
from digitize.ocr.engine import Piece
from digitize.ocr.words import as_printed, spoken, tags, whole


def row(*parts: tuple[str, int, int], conf: float | None = 0.8) -> list[Piece]:
    """Return pieces 20 high between the given columns."""
    return [Piece(text, Box(x0, 0, x1, 20), conf) for text, x0, x1 in parts]


def test_han_that_stands_together_is_one_word() -> None:
    """Characters an engine gave one by one are one word, with one box."""
    found = whole(row(("香", 0, 20), ("港", 21, 40), ("，", 41, 60), conf=0.5), 20)
    assert [("香港，", Box(0, 0, 60, 20), 0.5)] == [(p.text, p.box, p.conf) for p in found]


def test_han_far_apart_is_two_words() -> None:
    """第三版　星期五 keeps its gap."""
    assert 2 == len(whole(row(("第三版", 0, 60), ("星期五", 80, 140)), 20))


@pytest.mark.parametrize(
    ("seen", "expected"),
    [
        ("照,1936年", "照，1936年"),
        ("(1936年)", "（1936年）"),
        ("問:「誰?」", "問：「誰？」"),
        ("9,458", "9,458"),
        ("(Reuters)", "(Reuters)"),
        ("Fong，", "Fong,"),
        ("（Reuters）：", "(Reuters):"),
        ("，", "，"),
        ("一九○七年", "一九〇七年"),
        ("二○○二", "二〇〇二"),
        ("○甲", "○甲"),
    ],
)
def test_marks_beside_han_are_wide(seen: str, expected: str) -> None:
    """They are printed so; among Latin letters they are narrow, and 〇 is a numeral, no circle."""
    assert expected == as_printed(seen)


def test_a_narrow_space_between_han_needs_the_engine() -> None:
    """Where the engine saw one, white of a fifth of the height is a space; not beside 一 or 二."""
    parts = row(("報", 0, 20), ("社", 23, 43), ("記", 46, 66), ("者", 69, 89), ("林", 97, 117))
    glued = [parts[0], *(replace(piece, glued=True) for piece in parts[1:])]
    assert 1 == len(whole(glued, 20))
    assert ["報社記者", "林"] == [p.text for p in whole([*glued[:-1], parts[-1]], 20)]
    for stroke in "一二":
        assert 1 == len(whole([*glued[:-1], replace(parts[-1], text=stroke)], 20))


def test_letterspaced_han_is_one_word_but_for_wider_gaps() -> None:
    """Where every character is set apart, only what stands further apart is a space."""
    apart = row(*((char, 40 * n, 40 * n + 20) for n, char in enumerate("香港日報")))
    assert ["香港日報"] == [piece.text for piece in whole(apart, 20)]
    wider = [*apart, *row(("晚", 180, 200), ("版", 220, 240))]
    assert ["香港日報", "晚版"] == [piece.text for piece in whole(wider, 20)]


def test_what_no_space_parts_is_one_word() -> None:
    """Figures glued to Han stay with it, as does a word that an engine cut."""
    first, *rest = row(("第", 0, 20), ("18", 21, 40), ("期", 41, 60))
    glued = [replace(piece, glued=True) for piece in rest]
    assert ["第18期"] == [piece.text for piece in whole([first, *glued], 20)]


def test_a_column_is_measured_downwards() -> None:
    """Characters below each other are one word; those far apart are two."""
    column = [
        Piece(char, Box(0, y, 20, y + 20), 0.9) for char, y in (("香", 0), ("港", 22), ("版", 70))
    ]
    assert ["香港", "版"] == [piece.text for piece in whole(column, 20, vertical=True)]


def test_latin_words_are_never_joined() -> None:
    """Neither with each other nor with Han."""
    assert 3 == len(whole(row(("HONG", 0, 40), ("KONG", 41, 80), ("香港", 81, 120)), 20))


def test_without_confidence_a_word_has_none() -> None:
    """A silent part makes the whole silent."""
    assert None is whole(row(("香", 0, 20), ("港", 20, 40), conf=None), 20)[0].conf


@pytest.mark.parametrize(
    ("texts", "languages", "expected"),
    [
        (["香港", "HONG"], ["en", "zh-Hant"], ["zh-Hant", "en"]),
        (["本報", "訊"], ["en", "zh-Hant"], ["zh-Hant", "zh-Hant"]),
        (["人民", "日报"], ["zh-Hant"], ["zh-Hans", "zh-Hans"]),
        (["山", "水"], ["zh-Hant", "zh-Hans"], ["zh", "zh"]),
        (["und", "das", "Haus"], ["en", "de"], ["de", "de", "de"]),
        (["Haus"], ["en", "de"], [""]),
        (["1905"], ["en"], [""]),
    ],
)
def test_script_and_line_tell_the_language(
    texts: list[str], languages: list[str], expected: list[str]
) -> None:
    """Script first, then the line's small words, then the only language asked for."""
    assert expected == tags(texts, languages)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["le conseil a dit que la ville est pour les habitants"] * 4, ("fr", "zh-Hant")),
        (["the council said that it was for the town"] * 40, ("en", "zh-Hant")),
        (["the council said that it was for the town", "香港"], ("en", "zh-Hant")),
        (
            ["the council said that it was"] * 9 + ["der Rat und das Haus für die Stadt"] * 6,
            ("en", "de", "zh-Hant"),
        ),
    ],
)
def test_a_page_says_what_it_speaks(lines: list[str], expected: tuple[str, ...]) -> None:
    """Its Latin languages are those of its lines; a line or two prove nothing."""
    assert expected == spoken(lines, ("en", "zh-Hant"))
