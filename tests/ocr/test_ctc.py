from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pytest

from digitize.ocr.ctc import Glyph, Steps, decode, thin

ALPHABET = ("", "a", "b", " ")


def scores(path: str, conf: float = 0.9) -> npt.NDArray[np.float32]:
    """Return scores whose best path is `path`; "-" is the blank."""
    table = np.full((len(path), len(ALPHABET)), (1 - conf) / 3, np.float32)
    for step, char in enumerate(path):
        table[step, 0 if char == "-" else ALPHABET.index(char)] = conf
    return table


def seen(path: str) -> Steps:
    """Return what is kept of them."""
    return thin(scores(path))


@pytest.mark.parametrize(
    ("path", "text"),
    [("aa-ab", "aab"), ("----", ""), ("a", "a"), ("bbbb", "b"), ("a--  -b", "a b"), ("-ab", "ab")],
)
def test_repeats_are_one_and_blanks_are_none(path: str, text: str) -> None:
    """Steps of one class make one character; a blank between them makes two."""
    assert text == "".join(glyph.char for glyph in decode(seen(path), ALPHABET, 8))


def test_a_character_lies_where_its_steps_lie() -> None:
    """Two steps of 8 pixels, from the second on, are pixels 8 to 24."""
    glyph = decode(seen("-aa-"), ALPHABET, 8)[0]
    assert (8, 24, 16) == (glyph.start, glyph.end, glyph.middle)
    assert 0.9 == pytest.approx(glyph.conf)


def test_a_space_half_seen_is_remembered() -> None:
    """The best score of the space between two characters goes with the second."""
    table = scores("a--b")
    table[2, 3] = 0.4
    first, second = decode(thin(table), ALPHABET, 8)
    assert 0.4 == pytest.approx(second.space)
    assert first.space < 0.1


def test_moving_keeps_the_width() -> None:
    """A glyph of a later strip is moved to its place in the crop."""
    assert Glyph("a", 10, 18, 1.0) == Glyph("a", 2, 10, 1.0).moved(8)


def test_weights_decide_where_the_network_hesitates() -> None:
    """The likelier of two near rivals is taken, with the confidence it had; a sure one stands."""
    table = scores("a-b")
    table[2] = [0.02, 0.4, 0.5, 0.08]
    weights = np.array([1, 1, 0.1, 1], np.float32)
    hesitant, sure = (
        decode(thin(table), ALPHABET, 8, weights),
        decode(seen("ab"), ALPHABET, 8, weights),
    )
    assert ["a", "a"] == [glyph.char for glyph in hesitant]
    assert 0.4 == pytest.approx(hesitant[1].conf)
    assert ["a", "b"] == [glyph.char for glyph in sure]


def test_what_the_network_did_not_think_of_is_forgotten() -> None:
    """Scores below a thousandth are dropped; a step without any is blank."""
    table = np.full((2, 4), 1e-4, np.float32)
    table[0, 1] = 0.9
    kept = thin(table)
    assert ([0], [1]) == (kept.steps.tolist(), kept.classes.tolist())
    assert "a" == "".join(glyph.char for glyph in decode(kept, ALPHABET, 8))


@pytest.mark.parametrize(("stop", "text"), [(0.15, "a."), (0.05, "a"), (0.6, "a.")])
def test_a_mark_half_seen_at_the_end_of_a_line_stands(stop: float, text: str) -> None:
    """A stop that the network gave a tenth is read, as doubtful as it was; a fainter one is not."""
    table = np.array([[0.02, 0.97, 0.01], [0.98, 0.01, 0.01], [1 - stop, 0.0, stop]], np.float32)
    glyphs = decode(thin(table), ("", "a", "."), 8)
    assert text == "".join(glyph.char for glyph in glyphs)
    assert [stop] * (len(text) - 1) == [pytest.approx(glyph.conf) for glyph in glyphs[1:]]


def test_what_a_network_hesitates_between_is_kept() -> None:
    """The likeliest first, without the blank; of a sure character nothing is."""
    table = np.array([[0.1, 0.3, 0.6, 0.0], [0.01, 0.99, 0.0, 0.0]], np.float32)
    doubtful, sure = decode(thin(table), ALPHABET, 8)
    assert ["b", "a"] == [char for char, _ in doubtful.among]
    assert () == sure.among


def test_a_letter_that_touches_a_figure_may_be_one() -> None:
    """What the network thought of besides is kept for it, however sure it was, for no other."""
    alphabet = ("", "S", "$", "4", "K")
    table = np.full((3, 5), 1e-4, np.float32)
    for step, number in enumerate((4, 1, 3)):
        table[step, number] = 0.97
    table[:2, 2] = 0.02
    apart, beside, _ = decode(thin(table), alphabet, 8)
    assert () == apart.among
    assert ["S", "$"] == [char for char, _ in beside.among]


@pytest.mark.parametrize(
    ("path", "hole", "half", "text"),
    [
        ("九---五-年-則-只-有", 2, 0.2, "九〇五年則只有"),
        ("---九-五-年-則-只-有", 1, 0.2, "〇九五年則只有"),
        ("九---五-年-則-只-有", 2, 0.05, "九五年則只有"),
        ("九-五-年-則-只-有", 1, 0.2, "九五年則只有"),
        ("九---五-年", 2, 0.2, "九五年"),
    ],
)
def test_a_hole_between_chinese_is_filled_with_what_was_half_seen(
    path: str, hole: int, half: float, text: str
) -> None:
    """Where a line's characters stand evenly, one that was seen faintly between two is read."""
    alphabet = ("", *"九〇五年則只有")
    table = np.full((len(path), len(alphabet)), 1e-5, np.float32)
    for step, char in enumerate(path):
        table[step, 0 if char == "-" else alphabet.index(char)] = 0.8
    table[hole, alphabet.index("〇")] = half
    assert text == "".join(glyph.char for glyph in decode(thin(table), alphabet, 8))
