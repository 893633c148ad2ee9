from __future__ import annotations

import pytest

from digitize.grammar.languages import language, settle


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("The mayor said that it was in the interest of the city", "en"),
        ("Der Bundesrat hat sich mit der Frage nicht befaßt und wird", "de"),
        ("Le conseil a décidé que les travaux se feront dans la ville", "fr"),
        ("中國政府昨日宣佈", "zh-Hant"), ("中国政府昨日宣布", "zh-Hans"), ("香港版", "zh"),
        ("きのう東京で", "ja"), ("Roscosmos", ""), ("", ""),
    ],
)  # fmt: skip
def test_language_is_told_by_script_and_small_words(text: str, tag: str) -> None:
    """A text is told by its script or its smallest words; a name tells nothing."""
    assert tag == language(text)


def test_plain_han_yields_to_its_variant() -> None:
    """Where some Han is known to be traditional, the undecided Han is, too."""
    assert "zh-Hant" == settle(["zh", "zh", "zh-Hant", "en", "en"])
