from __future__ import annotations

import pytest

from digitize.layout.evidence.seams import Tie, seam, starts_over, tie_of, told
from digitize.model.geometry import Box
from tests.layout.draw import line

HERE, BELOW, BESIDE = Box(0, 0, 300, 200), Box(0, 220, 300, 400), Box(330, 0, 630, 200)


def tie(rows: list[str], box: Box = HERE, *, last: int = 300, heading: bool = False) -> Tie:
    """Return the ends of a region of `rows`, the last of which is `last` pixels long."""
    lines = [
        line(at, Box(0, 20 * at, last if at == len(rows) - 1 else 300, 20 * at + 16), text)
        for at, text in enumerate(rows)
    ]
    return tie_of(lines, [one.box for one in lines], box, heading=heading)


BROKEN = tie(["The council met", "last night to talk", "of the har-"])
OPEN = tie(["The council met", "last night to talk", "of what it calls a"])
ENDED = tie(["The council met", "last night to talk", "of it."], last=90)
INSIDE = tie(["bour and its quays", "which stand empty", "in winter."], BESIDE, last=120)


def test_a_broken_word_goes_on_in_lower_case() -> None:
    """The rest of a word is read right after its beginning, the surest of all seams."""
    assert seam(BROKEN, INSIDE) > seam(OPEN, INSIDE) > 0


@pytest.mark.parametrize("mark", ["-", "¬", "="])
def test_every_sign_of_a_broken_word_counts(mark: str) -> None:
    """Engines read the hyphen of old type in several ways."""
    assert 1.0 == tie(["The council met", "last night to talk", f"of the har{mark}"]).end


def test_an_ended_text_does_not_go_on_inside_a_sentence() -> None:
    """After a full stop no text starts in lower case."""
    assert seam(ENDED, INSIDE) < 0


def test_an_indented_first_line_opens_a_paragraph() -> None:
    """Text that breaks off does not go on in a paragraph that begins."""
    lines = [
        line(at, Box(20 * (at == 0), 20 * at, 300, 20 * at + 16), "The end") for at in range(4)
    ]
    opens = tie_of(lines, [one.box for one in lines], BESIDE, heading=False)
    assert seam(OPEN, opens) < 0 < seam(ENDED, opens)


def test_a_headline_is_followed_by_what_stands_under_it() -> None:
    """Text beside a headline, and text inside a sentence, are not headed by it."""
    head = Tie(0.0, 0.0, heading=True, box=Box(0, 0, 300, 40))
    under, beside = ENDED._replace(box=BELOW), ENDED._replace(box=BESIDE)
    assert seam(head, under) > 0 > seam(head, beside)
    assert seam(head, INSIDE._replace(box=BELOW)) < 0


def test_an_order_says_as_much_as_its_seams() -> None:
    """Regions without ends say nothing."""
    ties = {1: BROKEN, 2: INSIDE, 4: ENDED}
    assert told([1, 2, 3, 4], ties) == seam(BROKEN, INSIDE)


def test_a_short_line_of_ragged_print_breaks_off() -> None:
    """Where lines end apart, one that ends early ends no paragraph."""
    ends = (300, 262, 281, 300, 255, 290)
    lines = [
        line(at, Box(0, 20 * at, end, 20 * at + 16), "and so the council talked of")
        for at, end in enumerate((*ends, 240))
    ]
    assert tie_of(lines, [one.box for one in lines], HERE, heading=False).end > 0


def test_text_beside_a_box_ends_no_paragraph_where_its_lines_end_level() -> None:
    """Lines kept short by what they run around are full lines there."""
    ends = (300, 300, 298, 300, 160, 161, 160)
    lines = [
        line(at, Box(0, 20 * at, end, 20 * at + 16), "and so the council talked of")
        for at, end in enumerate(ends)
    ]
    assert tie_of(lines, [one.box for one in lines], HERE, heading=False).end > 0


@pytest.mark.parametrize(("indent", "over"), [(24, True), (0, False)])
def test_text_without_an_indent_starts_over_where_a_paragraph_has_ended(
    indent: int, *, over: bool
) -> None:
    """Where paragraphs are set in, text that begins flush is the rest of another story."""
    lines = [
        line(at, Box(330 + indent * (at == 2), 20 * at, 630, 20 * at + 16), text)
        for at, text in enumerate(["Many would not", "speak of it.", "The clerk said", "he knew"])
    ]
    flush = tie_of(lines, [one.box for one in lines], BESIDE, heading=False)
    assert over == starts_over(ENDED, flush)
    assert not starts_over(OPEN, flush)
