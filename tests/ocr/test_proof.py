from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from digitize.ocr.proof import Proof, proof
from digitize.ocr.rapidocr import RapidOcr
from digitize.ocr.samples import Sample
from digitize.stage import Pixels


def test_proofs_add_up() -> None:
    """Letters, Han and confidence of two proofs are those of all their lines."""
    both = Proof(9.0, 10, 4).plus(Proof(3.0, 10, 8))
    assert (20, 12, 0.6, True) == (both.letters, both.han, both.conf, both.mostly_han)


@pytest.mark.parametrize(
    ("letters", "conf", "sure"),
    [(24, 0.8, True), (23, 0.99, False), (40, 0.7, False), (48, 0.7, True)],
)
def test_few_or_faint_letters_prove_nothing(letters: int, conf: float, sure: bool) -> None:
    """Two dozen letters must be surely read, twice as many where the print is faint."""
    assert sure is Proof(letters * conf, letters, 0).sure


@pytest.mark.engine
def test_a_line_proves_the_way_it_stands(draw: Callable[..., Pixels]) -> None:
    """Latin print is read as it stands, hardly upside down, and as a column next to nothing."""
    line = [Sample(draw("heard a long report about bridges", 30), upright=False)]
    worth = [proof(line, turns).worth for turns in range(4)]
    assert [True] * 4 == [worth[0] > 25, worth[2] < 15, worth[1] < 1, worth[3] < 1]


@pytest.mark.engine
def test_blank_paper_proves_nothing() -> None:
    """Nothing is read where nothing is printed."""
    assert Proof() == proof([Sample(np.full((30, 400), 255, np.uint8), upright=False)])


@pytest.mark.engine
def test_lines_are_read_but_once(
    draw: Callable[..., Pixels], monkeypatch: pytest.MonkeyPatch
) -> None:
    """What one stage has read of a line, the next that asks for the same is told."""
    line = [Sample(draw("a tall ship came in this morning", 30), upright=False)]
    before = proof(line)
    monkeypatch.setattr(RapidOcr, "read", lambda *_: pytest.fail("it was read again"))
    assert before == proof(line)
