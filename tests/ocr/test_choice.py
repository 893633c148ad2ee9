from __future__ import annotations

import pytest

from digitize.ocr.choice import chosen, gathered, parts
from digitize.ocr.ctc import Glyph
from tests.ocr.doubts import STORY, seen, text


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (seen("twelve overmight", one=(11, "n", 0.65, 0.33)), "twelve overnight"),
        (seen("the old mill", one=(10, "t", 0.6, 0.3)), "the old mill"),
        (seen("Fazackertey", one=(8, "l", 0.7, 0.25)), "Fazackerley"),
        (seen("the town hal1", one=(12, "l", 0.9, 0.05)), "the town hal1"),
        (seen("twelve overmight", one=(11, "n", 0.94, 0.005)), "twelve overmight"),
    ],
)
def test_a_word_that_is_known_stands_where_the_network_hesitates(
    line: list[Glyph], expected: str
) -> None:
    """Known of the language or of the page; a known word is left, figures are, and what is sure."""
    page = chosen([seen(STORY), seen("Fazackerley, Fazackerley"), line])
    assert expected == text(page[-1])


def test_what_was_not_thought_of_is_never_read() -> None:
    """A word that the language does not know stands as it was seen when nothing else was."""
    line = seen("Mrs. Thistlewaxte")
    assert line == chosen([seen(STORY), line])[-1]


def test_the_confidence_of_what_is_chosen_is_the_network_s() -> None:
    """It never becomes surer by being a word."""
    (line,) = chosen([seen(STORY + " overmight", one=(len(STORY) + 5, "n", 0.65, 0.33))])
    assert 0.33 == line[len(STORY) + 5].conf


def test_chinese_stands_as_it_does_elsewhere_on_the_page() -> None:
    """紅十字 was surely read in other lines, 缸十字 nowhere."""
    page = [seen("紅十字分會出面"), seen("均交紅十字分會收存"), seen("由紅十字分會")]
    doubtful = seen("旋由缸十字分會", one=(2, "紅", 0.55, 0.4))
    assert "旋由紅十字分會" == text(chosen([*page, doubtful])[-1])


def test_a_line_is_parted_by_script() -> None:
    """Chinese, words of letters, and what stands between."""
    found = parts(seen("SATURDAY, 1901 辛丑年"))
    assert ["word", "", "han"] == [part.kind for part in found]


def test_the_page_tells_its_language_and_its_words() -> None:
    """Only words of which every letter is sure are evidence."""
    evidence = gathered([seen(STORY), seen("gauge", one=(0, "q", 0.5, 0.4))])
    assert ("en", 4, 0) == (evidence.language, evidence.words["the"], evidence.words["gauge"])


def test_words_of_the_language() -> None:
    """Of Chinese characters that the network doubts, those that make a word stand."""
    line = seen("經遇", one=(0, "徑", 0.6, 0.3), two=(1, "過", 0.5, 0.4))
    assert ["經過"] == [text(found) for found in chosen([line])]
