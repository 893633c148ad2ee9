from __future__ import annotations

import pytest

from digitize.metadata.syllables import spells


@pytest.mark.parametrize(
    ("latin", "han", "said"),
    [
        ("TA KUNG PAO", "大公報", True),
        ("SIN KOK MIN PAO", "新國民報", True),
        ("TA KUNG", "大公報", False),
        ("THE MORNING POST", "南華早報", False),
    ],
)
def test_a_syllable_for_each_character(latin: str, han: str, said: bool) -> None:
    """A name is spelt when it has a syllable for each character, 報 as it is spelt."""
    assert said == spells(latin, han)
