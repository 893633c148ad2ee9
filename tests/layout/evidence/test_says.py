from __future__ import annotations

import pytest

from digitize.layout.evidence.says import case_of


@pytest.mark.parametrize(
    ("text", "case"),
    [
        ("Growers Hold Out for $395 million", "title"),
        ("Freight Rates Cut by 62 percent", "title"),
        ("The toll was raised by 62 percent", "sentence"),
        ("RATES CUT", "caps"),
        ("一九六五年", "none"),
    ],
)
def test_the_case_of_a_heading_is_read_from_its_long_words(text: str, case: str) -> None:
    """Short words and the unit after a figure stay small in Title Case too."""
    assert case == case_of(text)
