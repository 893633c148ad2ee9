from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digitize.layout.page.letters import Ink, ink_of, is_tall, rises, sized
from digitize.model.geometry import Box, Point, union
from digitize.model.page import Line, Word

WORDS = "the bold hand begged a happy quay for men who kept no coal on any ship".split()
SIZE = 20


def test_high_letters_tell_the_size() -> None:
    """Capitals, digits and ascenders are measured truly; few of them are not enough."""
    assert is_tall("Kwok hints at delay")
    assert is_tall("灰島")
    assert not is_tall("seven owners were")


@given(st.text("aekmnortvxbdhlgpy,", min_size=1), st.text("aekmnortvxbdhlgpy,"))
def test_more_letters_make_no_ink_lower(text: str, more: str) -> None:
    """What reaches up or hangs still does when other letters stand beside it."""
    ink = Ink(plain=0.72, hanging=0.94)
    assert ink.extent(text) <= ink.extent(text + more) <= ink.hanging


def reach(text: str, size: int) -> tuple[int, int]:
    """Return how far the ink of a word reaches over and under its baseline."""
    tall = any(char in "bdfhklt" or char.isupper() for char in text)
    hangs = any(char in "gjpqy" for char in text)
    return round(size * (0.75 if tall else 0.54)), round(size * 0.25) if hangs else 0


def drawn(number: int, text: str, size: int = SIZE, *, tight: bool = True) -> Line:
    """Return a line whose words' boxes are drawn around their ink, or all alike."""
    base, words, x = 60 * number, [], 0
    for at, word in enumerate(text.split()):
        up, down = reach(word, size) if tight else (round(size * 0.75), round(size * 0.25))
        wide = len(word) * size // 2
        name = f"p0001.l{number:04d}.w{at:02d}"
        words.append(Word(id=name, box=Box(x, base - up, x + wide, base + down), text=word))
        x += wide + size // 3
    box = union(word.box for word in words)
    return Line(id=f"p0001.l{number:04d}", box=box, words=tuple(words))


def page(*, tight: bool = True) -> list[Line]:
    """Return lines of text that nobody has measured."""
    rows = [WORDS[at % 9 :] + WORDS[: at % 9] for at in range(30)]
    return [drawn(at, " ".join(row), tight=tight) for at, row in enumerate(rows, 1)]


def read(text: str, number: int = 0, size: int = SIZE, *, seen: float = 0) -> Line:
    """Return a line that has come with its size, or with what is `seen` of it."""
    return replace(drawn(number, text, size), size=seen or size)


def pages_own() -> list[Line]:
    """Return lines that were measured by their tall letters, half of them with hanging ones."""
    texts = ("he had hold of half a doll", "glad kings kept happy bold dogs")
    return [read(texts[at % 2], at) for at in range(1, 41)]


@pytest.mark.parametrize("tight", [True, False])
def test_a_line_of_low_letters_is_of_the_size_of_its_text(tight: bool) -> None:
    """However an engine draws its boxes, lines of one type measure alike."""
    low = drawn(31, "sun rose once more", tight=tight)
    sizes = [line.size for line in sized([*page(tight=tight), low])]
    assert SIZE == pytest.approx(sizes[0], rel=0.1)
    assert max(sizes) <= 1.1 * min(sizes)


def test_larger_type_is_larger_whatever_its_letters() -> None:
    """A heading of low letters is no text, though its ink is no higher than that of tall ones."""
    assert 1.3 <= sized([*page(), drawn(40, "sons warn crews", 28)])[-1].size / SIZE


@pytest.mark.parametrize("text", ["opera", "ease", "mountain ranges"])
def test_display_type_of_few_tall_letters_has_its_true_size(text: str) -> None:
    """Boxes of several heights are of one type: some letters reach up or down, some do not."""
    head = read(text, 41, 50, seen=36.0)
    assert 50 == pytest.approx(sized([*pages_own(), head])[-1].size, rel=0.05)


@pytest.mark.parametrize(("text", "seen"), [("support", 13.0), ("no one saw us", 21.0)])
def test_body_lines_keep_their_measure(text: str, seen: float) -> None:
    """Only display type is measured anew: small type may well be smaller than the body's."""
    line = read(text, 42, SIZE, seen=seen)
    assert seen == sized([*pages_own(), line])[-1].size


@pytest.mark.parametrize(("text", "expected"), [("more, as ours", False), ("moth", True)])
def test_letters_that_rise_are_known(text: str, expected: bool) -> None:
    """A line without capitals, figures or tall letters measures less than its type."""
    assert expected is rises(read(text, 42, SIZE))


def test_a_size_that_the_file_gives_stays() -> None:
    """What a file says of its type is believed."""
    line = read("support", 42, seen=13.0)
    assert line == sized([*pages_own(), line], exact=True)[-1]


def test_boxes_that_do_not_follow_the_ink_tell_nothing() -> None:
    """Where letters that hang make no box higher, the boxes were drawn by the row."""
    assert ink_of(page(tight=False)) is None
    assert ink_of(pages_own()[:9]) is None
    for lines in (page(), pages_own()):
        ink = ink_of(lines)
        assert ink is not None
        assert 1.2 <= ink.hanging / ink.plain <= 1.5


def test_han_is_as_large_as_its_squares() -> None:
    """Where parts of characters were measured, the squares that a line fills tell its size."""
    own = [read("省議會改選結果揭曉", at) for at in range(20)]
    torn = read("果揭曉", 42, 2 * SIZE, seen=1.2 * SIZE)
    assert 2 * SIZE == pytest.approx(sized([*own, torn])[-1].size, rel=0.1)
    assert [line.size for line in own] == [line.size for line in sized(own)]


def test_marks_higher_than_capitals_make_no_type_larger() -> None:
    """A line with a dollar sign measures more; what its whole ink says is nearer the truth."""
    head = read("Taking $170", 41, 50, seen=70.0)
    assert sized([*pages_own(), head])[-1].size < 60


def test_a_capital_that_hangs_makes_no_line_larger() -> None:
    """In some faces J reaches below the line; what stands over the foot tells the size."""
    words = [*WORDS, "Junction"]
    lines = []
    for at, text in enumerate(words * 4):
        hangs = any(char in "gpqyJ" for char in text)
        high = any(char in "bdfhkltJ" for char in text)
        box = Box(0, 50 * at + (0 if high else 8), 20 * len(text), 50 * at + 29 + 9 * hangs)
        foot = (Point(0, 50 * at + 29), Point(20 * len(text), 50 * at + 29))
        word = Word(id=f"w{at}", box=box, text=text)
        size = 40.0 if is_tall(text) else 33.0
        lines.append(Line(id=f"l{at}", box=box, words=(word,), size=size, baseline=foot))
    body = [Line(id=f"b{at}", box=Box(0, 0, 900, 14), words=(), size=20.0) for at in range(40)]
    found = {line.words[0].text: line.size for line in sized([*lines, *body]) if line.words}
    assert found["Junction"] <= 42
