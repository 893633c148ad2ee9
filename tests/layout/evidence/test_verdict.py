from __future__ import annotations

import pytest

from digitize.layout.evidence.says import says_text
from digitize.layout.evidence.verdict import readable


@pytest.mark.parametrize(
    ("text", "expected"),
    [("。」", True), ("！』", True), ("。", False), ("…·", False), ("B", True)],
)
def test_the_end_of_a_speech_is_text(text: str, expected: bool) -> None:
    """A row that ends what somebody says is no speck, though it has no letter; one mark may be."""
    assert expected is readable(says_text(text))
