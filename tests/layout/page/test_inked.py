from __future__ import annotations

import pytest

from digitize.layout.page.inked import sized
from digitize.model.geometry import Box, union
from digitize.model.page import Line, Word

WORDS = "the bold hand begged a happy quay for men who kept no coal on any ship".split()


def ink(text: str, size: int) -> tuple[int, int]:
    """Return how far the ink of a word reaches over and under its baseline."""
    tall = any(char in "bdfhklt" for char in text)
    hangs = any(char in "gjpqy" for char in text)
    return round(size * (0.75 if tall else 0.53)), round(size * 0.25) if hangs else 0


def line(number: int, texts: list[str], size: int, *, tight: bool = True) -> Line:
    """Return a line whose words' boxes are drawn around their ink, or all alike."""
    base, words, x = 40 * number, [], 0
    for at, text in enumerate(texts):
        up, down = ink(text, size) if tight else (round(size * 0.75), round(size * 0.25))
        wide = len(text) * size // 2
        name = f"p0001.l{number:04d}.w{at:02d}"
        words.append(Word(id=name, box=Box(x, base - up, x + wide, base + down), text=text))
        x += wide + size // 3
    box = union(word.box for word in words)
    return Line(id=f"p0001.l{number:04d}", box=box, words=tuple(words))


def page(*, tight: bool) -> list[Line]:
    """Return a page of text with one line that has neither tall letters nor hanging ones."""
    rows = [WORDS[at % 9 :] + WORDS[: at % 9] for at in range(30)]
    lines = [line(at, row, 20, tight=tight) for at, row in enumerate(rows, 1)]
    return [*lines, line(31, ["sun", "rose", "once", "more"], 20, tight=tight)]


@pytest.mark.parametrize("tight", [True, False])
def test_a_line_of_low_letters_is_of_the_size_of_its_text(tight: bool) -> None:
    """However an engine draws its boxes, lines of one type measure alike."""
    sizes = [item.size for item in sized(page(tight=tight))]
    assert max(sizes) <= 1.1 * min(sizes)
    assert 20 == pytest.approx(sizes[0], rel=0.1)


def test_larger_type_is_larger_whatever_its_letters() -> None:
    """A heading of low letters is no text, though its ink is no higher than that of tall ones."""
    heading = line(40, ["sons", "warn", "crews"], 28)
    assert 1.3 <= sized([*page(tight=True), heading])[-1].size / 20


def test_a_size_that_is_given_stays() -> None:
    """What the file says of its type is believed."""
    given = Line(id="p0001.l0099", box=Box(0, 0, 90, 12), size=31.0)
    assert 31.0 == sized([*page(tight=True), given])[-1].size
