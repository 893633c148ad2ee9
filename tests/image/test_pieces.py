from __future__ import annotations

import numpy as np

from digitize.image.ink import Mask
from digitize.image.pieces import Piece, cut
from digitize.image.straight import straight_runs

SIZE = 10.0


def _pieces(mask: Mask) -> list[Piece]:
    straight = straight_runs(mask, SIZE)
    return cut(straight, np.arange(1, len(straight.stats)), 40)


def test_a_rule_is_cut_into_pieces_without_gaps() -> None:
    """They follow each other from end to end, as thick as the rule."""
    mask = np.zeros((60, 300), np.uint8)
    mask[30:33, 50:250] = 255
    pieces = _pieces(mask)
    assert [(50, 90), (90, 130), (130, 170), (170, 210), (210, 250)] == [(p.a, p.b) for p in pieces]
    assert {(30, 33, 3.0)} == {(p.c, p.d, p.thick) for p in pieces}


def test_a_rule_that_leans_is_followed() -> None:
    """Each piece tells how high the rule runs there."""
    mask = np.zeros((60, 300), np.uint8)
    for x in range(50, 250):
        mask[20 + x // 25 : 23 + x // 25, x] = 255
    middles = [piece.middle for piece in _pieces(mask)]
    assert len(middles) >= 4
    assert sorted(middles) == middles


def test_a_run_with_many_gaps_is_no_rule() -> None:
    """The feet of letters make a run that looks whole from afar, but is not inked enough."""
    mask = np.zeros((60, 300), np.uint8)
    for x in range(50, 250, 8):
        mask[30:32, x : x + 6] = 255
    assert [] == _pieces(mask)


def test_a_thick_rule_that_all_but_touches_a_thin_one_is_a_rule() -> None:
    """The double rule under a masthead has two strokes where its white is open, else one."""
    mask = np.zeros((60, 400), np.uint8)
    mask[20:27, 20:380] = 255
    mask[28:30, 20:380] = 255
    mask[27, 20:380:4] = 255
    pieces = _pieces(mask)
    assert (20, 380) == (pieces[0].a, pieces[-1].b)
