from __future__ import annotations

import pytest

from scripts.typeset import Flat, Measure, alto, cells, flat, typeset

TEXT = (
    "The harbour board has unanimously recommended that the well-established commissioners deepen "
    "the northern channel, notwithstanding considerable representations from ratepayers."
)
HAN = "港務局昨日宣布，將於冬季之前加深北面航道，並由港口稅收支付有關費用，預計明年完成。"
NARROW = Measure(cells=24, columns=2, rows=6)


def test_the_halves_of_a_break_make_the_word() -> None:
    """A line that ends inside a word and the next one's start are the word, hyphen told apart."""
    done = typeset([("A Head", [TEXT])], NARROW)
    assert done.breaks
    for item in done.breaks:
        left = done.lines[item.line].text.split()[-1]
        right = done.lines[item.line + 1].text.split()[0]
        assert item.whole == (left if item.hard else left[:-1]) + right


def test_nothing_is_wider_than_the_column() -> None:
    """Indents count, and a mark of Han never begins a line, nor do two after a figure."""
    figures = ["年" * width + "較去年增加百分之62。」" for width in range(12)]
    done = typeset([("", [TEXT, HAN, *figures])], NARROW)
    assert max(cells(line.text) for line in done.lines) <= NARROW.cells
    assert not [line.text for line in done.lines if line.text[0] in "，。」"]
    assert set(range(14)) == {line.paragraph for line in done.lines}


@pytest.mark.parametrize("style", ["rows", "spaced", "blocks"])
def test_flat_text_has_every_line_where_it_says(style: Flat) -> None:
    """The row and page that are told for a line hold its first word; columns turn with a blank."""
    done = typeset([("A Head", [TEXT, TEXT])], NARROW)
    text, spots = flat(done.lines, style)
    pages = [page.split("\n") for page in text.split("\f")]
    for line, (page, row) in zip(done.lines, spots, strict=True):
        assert line.text.split()[0] in pages[page - 1][row]


def test_alto_has_every_word() -> None:
    """Page by page, each word once."""
    done = typeset([("A Head", [TEXT, TEXT])], NARROW)
    written = "".join(alto(done.lines).values())
    assert sum(len(line.text.split()) for line in done.lines) == written.count("<String ")
