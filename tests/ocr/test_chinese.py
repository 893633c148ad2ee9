"""How common Chinese words are."""

from __future__ import annotations

import math

from digitize.ocr.chinese import MARK, UNHEARD, commonness


def test_both_character_sets() -> None:
    """A word is as common in traditional characters as in simplified ones."""
    assert commonness("经过") == commonness("經過") > math.log(1e-6)


def test_what_is_no_word() -> None:
    """Two characters may make no word at all; one by itself always may stand."""
    assert -math.inf == commonness("情常")
    assert UNHEARD == commonness("蓰") < commonness("人")
    assert MARK == commonness("，")
